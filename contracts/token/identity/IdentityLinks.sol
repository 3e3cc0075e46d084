// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IdentityStorage } from "./IdentityStorage.sol";
import { InvestorRecord, InvestorRecords } from "./InvestorRecord.sol";

/// @title IdentityLinks
/// @notice The one way to write a wallet's record, so that positions find their way after a change of identity.
/// @dev Positions and lots are kept by identity, so a wallet that holds tokens cannot change its identity, or lose it,
/// without leaving units behind under the old one. The registry cannot know which tokens the wallet holds. It marks the
/// record (`FLAG_RELINKED`, never cleared) and keeps the first identity; the engine, which then reads one more slot for
/// such wallets alone, goes on counting the units where they were counted until somebody has them moved
/// (`IRuleConfiguration.moveHoldings`).
library IdentityLinks {
    /// @notice Writes a wallet's record; a record with identity zero removes the wallet.
    function write(address wallet, InvestorRecord next) internal {
        IdentityStorage.Layout storage $ = IdentityStorage.load();
        InvestorRecord previous = $.records[wallet];
        address before = previous.identity();
        uint256 word = InvestorRecord.unwrap(next);
        bool relinked = previous.has(InvestorRecords.FLAG_RELINKED);
        if (!relinked && before != address(0) && before != next.identity()) {
            $.firstIdentities[wallet] = before;
            relinked = true;
        }
        $.records[wallet] = relinked
            ? InvestorRecord.wrap(word | (InvestorRecords.FLAG_RELINKED << InvestorRecords.FLAGS_SHIFT))
            : next;
    }
}
