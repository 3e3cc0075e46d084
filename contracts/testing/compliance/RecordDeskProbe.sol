// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILiveVerification } from "../../interfaces/ILiveVerification.sol";
import { IdentityLinks } from "../../token/identity/IdentityLinks.sol";
import { IdentityStorage } from "../../token/identity/IdentityStorage.sol";
import { InvestorRecord } from "../../token/identity/InvestorRecord.sol";

/// @title RecordDeskProbe
/// @notice Stands in for the identity registry's extension where only its storage matters: writes what it is told.
contract RecordDeskProbe is ILiveVerification {
    /// @custom:storage-location erc7201:quantera.testing.RecordDeskProbe
    struct Verdicts {
        mapping(address identity => bool verified) live;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.testing.RecordDeskProbe")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0x5c46283bec5771b1e8bf49c857a89493dac0662b269a524b6f1b45864ef77500;

    /// @notice Writes a wallet's record.
    function setRecord(address wallet, uint256 word) external {
        IdentityLinks.write(wallet, InvestorRecord.wrap(word));
    }

    /// @notice Decides what `isVerifiedLive` answers.
    function setLive(address identity, bool verified) external {
        _verdicts().live[identity] = verified;
    }

    /// @notice A wallet's record.
    function recordOf(address wallet) external view returns (uint256) {
        return InvestorRecord.unwrap(IdentityStorage.load().records[wallet]);
    }

    /// @inheritdoc ILiveVerification
    function isVerifiedLive(address identity) external view returns (bool) {
        return _verdicts().live[identity];
    }

    function _verdicts() private pure returns (Verdicts storage $) {
        assembly {
            $.slot := LOCATION
        }
    }
}
