// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ECDSA } from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import { SignatureChecker } from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import { GroupPauseState } from "../../access/GroupPauseState.sol";
import { LocalRole } from "../../access/LocalRole.sol";
import { LocalRoleBits } from "../../access/LocalRoleBits.sol";
import { IBrokeragePrices } from "../../interfaces/IBrokeragePrices.sol";
import { IBrokerageSignedPrices } from "../../interfaces/IBrokerageSignedPrices.sol";
import { ILocalRoles } from "../../interfaces/ILocalRoles.sol";
import { BrokerageGroups } from "../BrokerageGroups.sol";
import { SignedWord } from "../prices/SignedWord.sol";
import { PriceStorage } from "../storage/PriceStorage.sol";
import { RiskWord } from "../storage/RiskWord.sol";
import { PricesDigest } from "./PricesDigest.sol";

/// @title PricePosts
/// @notice See `IBrokerageSignedPrices`.
abstract contract PricePosts is IBrokerageSignedPrices, GroupPauseState, LocalRoleBits, PricesDigest {
    uint256 private constant PRICER = 1 << LocalRole.PRICER;
    uint256 private constant MOST_PRICES = 80;
    uint256 private constant BPS = 10_000;
    uint256 private constant ENTRY = 12;
    uint256 private constant COMPACT = 64;
    // `RiskWords.MAX_SPREAD_BPS`: assembly takes no constant of another contract.
    uint256 private constant MOST_SPREAD = 0x3fff;

    /// @inheritdoc IBrokerageSignedPrices
    function postPrices(address signer, uint40 observedAt, bytes calldata prices, bytes calldata signature)
        external
        whenGroupActive(BrokerageGroups.PRICING)
    {
        if (_localRoles(signer) & PRICER == 0) revert ILocalRoles.LocalRoleMissing(signer, PRICER);
        SignedWord held = PriceStorage.load().signed;
        _requireDue(held, observedAt);
        _requirePricesSigned(signer, _pricesDigest(observedAt, prices), signature);
        PriceStorage.load().signed = held.after_(observedAt);
        uint256 refused = _moveAll(prices, held, observedAt);
        emit IBrokeragePrices.PricesPosted(signer, (refused << 40) | observedAt, prices);
    }

    /// @dev Keeps each price that counts; a bit for each that does not. A stale or doubted price stays as it is: only
    /// feeds bring it back. An entry has the asset's id in 8 bits, its low price in 72 and the spread in 16.
    function _moveAll(bytes calldata prices, SignedWord held, uint256 observedAt) private returns (uint256 refused) {
        uint256 length = prices.length;
        if (length == 0 || length > MOST_PRICES * ENTRY || length % ENTRY != 0) {
            revert IBrokeragePrices.PricesMalformed(length, MOST_PRICES * ENTRY);
        }
        // No more than 80 prices, of 72 and spreads of 16 bits times basis points, twice.
        unchecked {
            uint256 lower = BPS - held.bandBps();
            uint256 upper = BPS + held.bandBps();
            uint256 bit = 1;
            for (uint256 offset; offset < length; offset += ENTRY) {
                uint256 entry;
                assembly ("memory-safe") {
                    entry := shr(160, calldataload(add(prices.offset, offset)))
                }
                uint256 spread = uint16(entry);
                uint256 low = uint72(entry >> 16);
                entry >>= 88;
                RiskWord word;
                if (held.allows(entry)) word = PriceStorage.wordOf(entry);
                (uint256 least, uint256 most) = (word.low() * lower, word.highUp() * upper);
                (uint256 time, uint256 last) = (word.updatedAt(), word.freshUntil());
                bool counts;
                // All at once, without a jump for each; without a word nothing is fresh.
                assembly ("memory-safe") {
                    let late := or(gt(timestamp(), last), iszero(gt(observedAt, time)))
                    let beyond := or(lt(mul(low, BPS), least), gt(mul(low, add(BPS, spread)), most))
                    counts := iszero(or(or(late, beyond), gt(spread, MOST_SPREAD)))
                }
                if (counts) PriceStorage.keepWord(entry, word.withPrice(low, spread, observedAt));
                else refused |= bit;
                bit <<= 1;
            }
        }
    }

    function _requireDue(SignedWord held, uint256 observedAt) private view {
        uint256 maxAge = held.maxAge();
        if (maxAge == 0) revert IBrokeragePrices.SignedPricesOff();
        // 40 and 16 bits, and a time.
        unchecked {
            uint256 earliest = held.lastAt() + held.spacing();
            if (earliest + maxAge < block.timestamp) earliest = block.timestamp - maxAge;
            if (observedAt < earliest || observedAt > block.timestamp) {
                revert IBrokeragePrices.PricesNotDue(observedAt, earliest, block.timestamp);
            }
        }
    }

    /// @dev Asks a contract (ERC-1271) only where no key of the signer's own signed, which saves looking for its code.
    function _requirePricesSigned(address signer, bytes32 digest, bytes calldata signature) private view {
        address found;
        if (signature.length == COMPACT) {
            (found,,) = ECDSA.tryRecover(digest, bytes32(signature), bytes32(signature[32:]));
        } else {
            (found,,) = ECDSA.tryRecoverCalldata(digest, signature);
        }
        if (found == signer && signer != address(0)) return;
        if (!SignatureChecker.isValidERC1271SignatureNow(signer, digest, signature)) {
            revert IBrokeragePrices.PricesNotSigned(signer);
        }
    }
}
