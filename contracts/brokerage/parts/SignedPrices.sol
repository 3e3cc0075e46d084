// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { IBrokeragePrices } from "../../interfaces/IBrokeragePrices.sol";
import { SignedWord } from "../prices/SignedWord.sol";
import { PriceStorage } from "../storage/PriceStorage.sol";
import { PricesDigest } from "./PricesDigest.sol";

/// @title SignedPrices
/// @notice What signed batches of prices are held to (`PricePosts` takes them).
abstract contract SignedPrices is IBrokeragePrices, PricesDigest, AccessManagedUpgradeable {
    uint256 private constant MOST_BAND_BPS = 2000;

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
}
