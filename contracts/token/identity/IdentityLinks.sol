// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IdentityStorage } from "./IdentityStorage.sol";
import { InvestorRecord, InvestorRecords } from "./InvestorRecord.sol";

/// @title IdentityLinks
/// @notice The one way to write a wallet's record, so that positions find their way after a change of identity.
/// @dev Positions and lots are kept by identity, so a wallet that holds tokens cannot change its identity, or lose it,
/// without leaving units behind under the old one; the registry cannot know which tokens the wallet holds. A wallet
/// that is taken out keeps its identity in its record, marked (`FLAG_RETIRED`): its units go on counting under it, at
/// no further slot. Where another identity follows, the record is marked for good (`FLAG_RELINKED`) and the first
/// identity is kept; the engine, which then reads one more slot for such wallets alone, goes on counting the units
/// where they were counted until somebody has them moved (`IRuleConfiguration.moveHoldings`).
library IdentityLinks {
    uint256 private constant RELINKED = InvestorRecords.FLAG_RELINKED << InvestorRecords.FLAGS_SHIFT;
    uint256 private constant RETIRED = InvestorRecords.FLAG_RETIRED << InvestorRecords.FLAGS_SHIFT;

    /// @notice Both marks, which nobody else may write.
    uint256 internal constant MARKS = RELINKED | RETIRED;

    /// @notice Writes a wallet's record; a record with identity zero removes the wallet.
    /// @param next without marks
    /// @return written what the record is now
    function write(address wallet, InvestorRecord next) internal returns (InvestorRecord written) {
        IdentityStorage.Layout storage $ = IdentityStorage.load();
        InvestorRecord previous = $.records[wallet];
        address before = previous.lastIdentity();
        address identity = next.lastIdentity();
        uint256 marks = InvestorRecord.unwrap(previous) & RELINKED;
        if (before != address(0)) {
            if (identity == address(0)) {
                marks |= RETIRED | uint160(before);
            } else if (marks == 0 && before != identity) {
                $.firstIdentities[wallet] = before;
                marks = RELINKED;
            }
        }
        written = InvestorRecord.wrap(InvestorRecord.unwrap(next) | marks);
        $.records[wallet] = written;
    }
}
