// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { SignatureChecker } from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import { GroupPauseState } from "../../access/GroupPauseState.sol";
import { LocalRole } from "../../access/LocalRole.sol";
import { LocalRoleBits } from "../../access/LocalRoleBits.sol";
import { IBrokeragePrices } from "../../interfaces/IBrokeragePrices.sol";
import { ILocalRoles } from "../../interfaces/ILocalRoles.sol";
import { BrokerageGroups } from "../BrokerageGroups.sol";
import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { PriceStorage, SignedState } from "../storage/PriceStorage.sol";
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
    bytes32 private constant PRICES_TYPE = keccak256("SignedPrices(uint40 observedAt,uint256[] prices)");
    uint256 private constant PRICER = 1 << LocalRole.PRICER;
    uint256 private constant MOST_PRICES = 80;
    uint256 private constant MOST_BAND_BPS = 2000;
    uint256 private constant BPS = 10_000;

    /// @inheritdoc IBrokeragePrices
    function postPrices(address signer, uint40 observedAt, uint256[] calldata prices, bytes calldata signature)
        external
        whenGroupActive(BrokerageGroups.PRICING)
    {
        if (prices.length == 0 || prices.length > MOST_PRICES) {
            revert PricesTooMany(prices.length, MOST_PRICES);
        }
        if (_localRoles(signer) & PRICER == 0) revert ILocalRoles.LocalRoleMissing(signer, PRICER);
        SignedState memory held = PriceStorage.load().signed;
        if (held.maxAge == 0) revert SignedPricesOff();
        uint256 earliest = uint256(held.lastAt) + held.spacing;
        if (earliest + held.maxAge < block.timestamp) earliest = block.timestamp - held.maxAge;
        if (observedAt < earliest || observedAt > block.timestamp) {
            revert PricesNotDue(observedAt, earliest, block.timestamp);
        }
        if (!SignatureChecker.isValidSignatureNowCalldata(signer, _pricesDigest(observedAt, prices), signature)) {
            revert PricesNotSigned(signer);
        }
        PriceStorage.load().signed.lastAt = observedAt;
        RiskWord[80] storage assets = BrokerageStorage.load().assets;
        uint256 refused;
        for (uint256 i; i < prices.length; ++i) {
            uint256 assetId = uint8(prices[i]);
            if ((held.allowed >> assetId) & 1 != 0) {
                (RiskWord word, bool counts) = _moved(assets[assetId], prices[i], observedAt, held.bandBps);
                if (counts) {
                    assets[assetId] = word;
                    continue;
                }
            }
            refused |= 1 << i;
        }
        emit PricesPosted(signer, observedAt, refused, prices);
    }

    /// @inheritdoc IBrokeragePrices
    function setSignedTerms(SignedTerms calldata terms) external restricted {
        _setSignedTerms(terms);
    }

    /// @inheritdoc IBrokeragePrices
    function tightenSignedTerms(SignedTerms calldata terms) external restricted {
        SignedState storage held = PriceStorage.load().signed;
        if (terms.bandBps > held.bandBps) revert PriceSettingsNotTighter("bandBps");
        if (terms.spacing < held.spacing) revert PriceSettingsNotTighter("spacing");
        if (terms.maxAge > held.maxAge) revert PriceSettingsNotTighter("maxAge");
        _setSignedTerms(terms);
    }

    /// @inheritdoc IBrokeragePrices
    function signedTerms() external view returns (SignedTerms memory terms, uint40 lastAt) {
        SignedState storage held = PriceStorage.load().signed;
        return (SignedTerms(held.bandBps, held.spacing, held.maxAge), held.lastAt);
    }

    /// @inheritdoc IBrokeragePrices
    function pricesDigest(uint40 observedAt, uint256[] calldata prices) external view returns (bytes32) {
        return _pricesDigest(observedAt, prices);
    }

    function _setSignedTerms(SignedTerms calldata terms) private {
        if (terms.bandBps == 0 || terms.bandBps > MOST_BAND_BPS) revert PriceSettingsInvalid("bandBps");
        if (terms.spacing == 0) revert PriceSettingsInvalid("spacing");
        if (terms.maxAge == 0) revert PriceSettingsInvalid("maxAge");
        SignedState storage held = PriceStorage.load().signed;
        (held.bandBps, held.spacing, held.maxAge) = (terms.bandBps, terms.spacing, terms.maxAge);
        emit SignedTermsSet(terms);
    }

    /// @dev A stale or doubted price stays as it is: only feeds bring it back.
    function _moved(RiskWord word, uint256 signed, uint256 observedAt, uint256 bandBps)
        private
        view
        returns (RiskWord, bool counts)
    {
        (uint256 low, uint256 high) = (uint120(signed >> 8), signed >> 128);
        // 120, 128 and 75 bits times basis points.
        unchecked {
            if (
                observedAt <= word.updatedAt() || block.timestamp > word.freshUntil() || low > high
                    || low * BPS < word.low() * (BPS - bandBps) || high * BPS > word.highUp() * (BPS + bandBps)
            ) return (word, false);
            uint256 spread = ((high - low) * BPS + low - 1) / low;
            if (spread > RiskWords.MAX_SPREAD_BPS) return (word, false);
            return (word.withPrice(low, spread, observedAt), true);
        }
    }

    function _pricesDigest(uint40 observedAt, uint256[] calldata prices) private view returns (bytes32) {
        return _typedDigest(keccak256(abi.encode(PRICES_TYPE, observedAt, keccak256(abi.encodePacked(prices)))));
    }
}
