// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { ECDSA } from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import { SignatureChecker } from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import { GroupPauseState } from "../../access/GroupPauseState.sol";
import { LocalRole } from "../../access/LocalRole.sol";
import { LocalRoleBits } from "../../access/LocalRoleBits.sol";
import { IBrokeragePrices } from "../../interfaces/IBrokeragePrices.sol";
import { ILocalRoles } from "../../interfaces/ILocalRoles.sol";
import { BrokerageGroups } from "../BrokerageGroups.sol";
import { SignedWord } from "../prices/SignedWord.sol";
import { PriceStorage } from "../storage/PriceStorage.sol";
import { RiskWord, RiskWords } from "../storage/RiskWord.sol";
import { BrokerageDomain } from "./BrokerageDomain.sol";

/// @title SignedPrices
/// @notice Prices that a holder of PRICER signed, many under one signature.
abstract contract SignedPrices is
    IBrokeragePrices,
    GroupPauseState,
    LocalRoleBits,
    BrokerageDomain,
    AccessManagedUpgradeable
{
    bytes32 private constant PRICES_TYPE = keccak256("SignedPrices(uint40 observedAt,bytes prices)");
    uint256 private constant PRICER = 1 << LocalRole.PRICER;
    uint256 private constant MOST_PRICES = 80;
    uint256 private constant MOST_BAND_BPS = 2000;
    uint256 private constant BPS = 10_000;
    uint256 private constant ENTRY = 12;
    uint256 private constant COMPACT = 64;

    /// @inheritdoc IBrokeragePrices
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
        emit PricesPosted(signer, (refused << 40) | observedAt, prices);
    }

    /// @inheritdoc IBrokeragePrices
    function setSignedTerms(SignedTerms calldata terms) external restricted {
        _setSignedTerms(terms);
    }

    /// @inheritdoc IBrokeragePrices
    function tightenSignedTerms(SignedTerms calldata terms) external restricted {
        SignedWord held = PriceStorage.load().signed;
        if (terms.bandBps > held.bandBps()) revert PriceSettingsNotTighter("bandBps");
        if (terms.spacing < held.spacing()) revert PriceSettingsNotTighter("spacing");
        if (terms.maxAge > held.maxAge()) revert PriceSettingsNotTighter("maxAge");
        _setSignedTerms(terms);
    }

    /// @inheritdoc IBrokeragePrices
    function signedTerms() external view returns (SignedTerms memory terms, uint40 lastAt) {
        SignedWord held = PriceStorage.load().signed;
        terms = SignedTerms(uint16(held.bandBps()), uint16(held.spacing()), uint16(held.maxAge()));
        lastAt = uint40(held.lastAt());
    }

    /// @inheritdoc IBrokeragePrices
    function pricesDigest(uint40 observedAt, bytes calldata prices) external view returns (bytes32) {
        return _pricesDigest(observedAt, prices);
    }

    function _setSignedTerms(SignedTerms calldata terms) private {
        if (terms.bandBps == 0 || terms.bandBps > MOST_BAND_BPS) revert PriceSettingsInvalid("bandBps");
        if (terms.spacing == 0) revert PriceSettingsInvalid("spacing");
        if (terms.maxAge == 0) revert PriceSettingsInvalid("maxAge");
        SignedWord held = PriceStorage.load().signed;
        PriceStorage.load().signed = held.withTerms(terms.bandBps, terms.spacing, terms.maxAge);
        emit SignedTermsSet(terms);
    }

    /// @dev Keeps each price that counts; a bit for each that does not.
    function _moveAll(bytes calldata prices, SignedWord held, uint256 observedAt) private returns (uint256 refused) {
        uint256 length = prices.length;
        if (length == 0 || length > MOST_PRICES * ENTRY || length % ENTRY != 0) {
            revert PricesMalformed(length, MOST_PRICES * ENTRY);
        }
        // No more than 80 prices.
        unchecked {
            uint256 bit = 1;
            for (uint256 offset; offset < length; offset += ENTRY) {
                uint256 entry;
                assembly ("memory-safe") {
                    entry := shr(160, calldataload(add(prices.offset, offset)))
                }
                if (!_move(entry, held, observedAt)) refused |= bit;
                bit <<= 1;
            }
        }
    }

    /// @notice Keeps one price where it counts. A stale or doubted price stays as it is: only feeds bring it back.
    /// @param entry asset id 8 bits, low price 72, spread 16
    function _move(uint256 entry, SignedWord held, uint256 observedAt) private returns (bool) {
        uint256 assetId = entry >> 88;
        if (!held.allows(assetId)) return false;
        RiskWord word = PriceStorage.wordOf(assetId);
        uint256 low = uint72(entry >> 16);
        uint256 spread = uint16(entry);
        // Prices of 72 and spreads of 16 bits times basis points, twice.
        unchecked {
            uint256 band = held.bandBps();
            if (low * BPS < word.low() * (BPS - band)) return false;
            if (low * (BPS + spread) > word.highUp() * (BPS + band)) return false;
        }
        if (observedAt <= word.updatedAt() || block.timestamp > word.freshUntil()) return false;
        if (spread > RiskWords.MAX_SPREAD_BPS) return false;
        PriceStorage.keepWord(assetId, word.withPrice(low, spread, observedAt));
        return true;
    }

    function _requireDue(SignedWord held, uint256 observedAt) private view {
        uint256 maxAge = held.maxAge();
        if (maxAge == 0) revert SignedPricesOff();
        // 40 and 16 bits, and a time.
        unchecked {
            uint256 earliest = held.lastAt() + held.spacing();
            if (earliest + maxAge < block.timestamp) earliest = block.timestamp - maxAge;
            if (observedAt < earliest || observedAt > block.timestamp) {
                revert PricesNotDue(observedAt, earliest, block.timestamp);
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
        if (!SignatureChecker.isValidERC1271SignatureNow(signer, digest, signature)) revert PricesNotSigned(signer);
    }

    function _pricesDigest(uint40 observedAt, bytes calldata prices) private view returns (bytes32) {
        return _typedDigest(keccak256(abi.encode(PRICES_TYPE, observedAt, keccak256(prices))));
    }
}
