// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FeeAccount, FeeAccounts } from "../../contracts/fees/FeeAccount.sol";
import { IDynamicFeeStructureAccounts } from "../../contracts/interfaces/IDynamicFeeStructureAccounts.sol";

/// @notice For every word: terms are read back, volumes saturate, and neither touches the other.
contract FeeAccountProof {
    uint256 private constant VOLUME = (1 << 80) - 1;
    uint256 private constant VOLUMES = (1 << 184) - 1;

    function check_terms(FeeAccount account, uint8 tier, uint24 pips, uint40 until, uint8 products) external pure {
        if (tier > 4 || pips > 1_000_000) return;
        FeeAccount changed = account.withTerms(IDynamicFeeStructureAccounts.Terms(tier, pips, until, products));
        IDynamicFeeStructureAccounts.Terms memory terms = changed.terms();
        assert(changed.tier() == tier && terms.tier == tier);
        assert(terms.waiverPips == pips);
        assert(terms.waiverUntil == until);
        assert(terms.waiverProducts == products);
        assert((FeeAccount.unwrap(changed) ^ FeeAccount.unwrap(account)) & VOLUMES == 0);
    }

    function check_plus(FeeAccount account, uint256 value) external pure {
        FeeAccount changed = account.plus(value);
        uint256 volume = FeeAccount.unwrap(account) & VOLUME;
        assert(changed.current() == (value < VOLUME - volume ? volume + value : VOLUME));
        assert((FeeAccount.unwrap(changed) ^ FeeAccount.unwrap(account)) & ~VOLUME == 0);
    }

    function check_waiver(FeeAccount account, uint8 product, uint256 time) external pure {
        if (product > 7) return;
        IDynamicFeeStructureAccounts.Terms memory terms = account.terms();
        bool holds = (terms.waiverProducts >> product) & 1 == 1 && time < terms.waiverUntil;
        assert(account.waiverPips(product, time) == (holds ? terms.waiverPips : 0));
    }
}
