// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { ITokenAdministration } from "../../interfaces/ITokenAdministration.sol";
import { TokenCore } from "../TokenCore.sol";

/// @title TokenOwnership
/// @notice ERC-3643's owner, which is always the chain's access manager.
abstract contract TokenOwnership is TokenCore, ITokenAdministration {
    /// @inheritdoc ITokenAdministration
    function owner() external view returns (address) {
        return authority();
    }

    /// @inheritdoc ITokenAdministration
    function transferOwnership(address) external view {
        revert IComplianceAwareToken.OwnershipFollowsAuthority(authority());
    }

    /// @inheritdoc ITokenAdministration
    function renounceOwnership() external view {
        revert IComplianceAwareToken.OwnershipFollowsAuthority(authority());
    }
}
