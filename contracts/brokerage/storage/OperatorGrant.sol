// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What an operator may do and until when. From bit 0: rights 8 (`AccountRights`), last second 40.
type OperatorGrant is uint256;

/// @title Parts of an operator's grant
/// @notice Reads and makes an `OperatorGrant`.
library OperatorGrants {
    function rights(OperatorGrant grant) internal pure returns (uint256) {
        return uint8(OperatorGrant.unwrap(grant));
    }

    function expiry(OperatorGrant grant) internal pure returns (uint256) {
        return OperatorGrant.unwrap(grant) >> 8;
    }

    /// @dev None once the last second has passed.
    function rightsAt(OperatorGrant grant, uint256 time) internal pure returns (uint256) {
        return time > grant.expiry() ? 0 : grant.rights();
    }

    function pack(uint8 rights_, uint40 expiry_) internal pure returns (OperatorGrant) {
        return OperatorGrant.wrap(rights_ | (uint256(expiry_) << 8));
    }
}

using OperatorGrants for OperatorGrant global;
