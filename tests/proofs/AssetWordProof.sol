// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AssetWord, AssetWords } from "../../contracts/settlement/storage/AssetWord.sol";

/// @notice For every word: what is written is read back, and no neighbour changes.
contract AssetWordProof {
    uint256 private constant PRICE_AND_TIME = (1 << 96) - 1;
    uint256 private constant FLAGS = 0xff << 152;
    uint256 private constant DAY = 0xffff << 208;

    function check_price(AssetWord word, uint56 price, uint40 time) external pure {
        AssetWord changed = word.withPrice(price, time);
        assert(changed.price() == price);
        assert(changed.updatedAt() == time);
        assert(_touched(word, changed) & ~PRICE_AND_TIME == 0);
    }

    function check_day(AssetWord word, uint16 day) external pure {
        AssetWord changed = word.withDay(day);
        assert(changed.lastDay() == day);
        assert(_touched(word, changed) & ~DAY == 0);
    }

    function check_flags(AssetWord word, uint8 flags) external pure {
        uint256 flag = uint256(flags) << 152;
        AssetWord set = word.withFlag(flag);
        AssetWord cleared = word.withoutFlag(flag);
        assert(AssetWord.unwrap(set) & flag == flag);
        assert(!cleared.has(flag));
        assert(_touched(word, set) & ~FLAGS == 0);
        assert(_touched(word, cleared) & ~FLAGS == 0);
    }

    function check_suspended_is_never_active(AssetWord word) external pure {
        AssetWord suspended = word.withFlag(AssetWords.SUSPENDED);
        assert(!suspended.isActive());
        assert(!suspended.isPaymentAsset());
        assert(!word.withFlag(AssetWords.SECURITY).isPaymentAsset());
    }

    function _touched(AssetWord a, AssetWord b) private pure returns (uint256) {
        return AssetWord.unwrap(a) ^ AssetWord.unwrap(b);
    }
}
