// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ISettlementAssetManager } from "../../interfaces/ISettlementAssetManager.sol";
import { ISettlementRegistry } from "../../interfaces/ISettlementRegistry.sol";
import { ISettlementSelection } from "../../interfaces/ISettlementSelection.sol";
import { AssetWord, AssetWords } from "../storage/AssetWord.sol";
import { AssetDetails, Currency } from "../storage/SettlementStorage.sol";
import { ParticipantRegistry } from "./ParticipantRegistry.sol";
import { SelectionCore } from "./SelectionCore.sol";

/// @title RegistryViews
/// @notice What is admitted, what it is worth as capital and collateral, and how a selection comes out.
abstract contract RegistryViews is ISettlementAssetManager, ISettlementSelection, ParticipantRegistry, SelectionCore {
    // Pillar 1's minimum of 8 % of risk-weighted assets.
    uint256 private constant CAPITAL_BPS = 800;

    /// @inheritdoc ISettlementAssetManager
    function preferenceOrder(uint256 position) external view returns (ISettlementAssetManager.SettlementAssetType) {
        return _layout().preferenceOrder[position];
    }

    /// @inheritdoc ISettlementAssetManager
    function leastRiskWeight(ISettlementAssetManager.SettlementAssetType assetType) external pure returns (uint256) {
        return _leastScore(assetType);
    }

    /// @inheritdoc ISettlementAssetManager
    function settlementAsset(address token) external view returns (ISettlementAssetManager.SettlementAsset memory) {
        AssetWord word = _requireAsset(token);
        return ISettlementAssetManager.SettlementAsset({
            tokenAddress: token,
            assetType: _kind(word),
            jurisdiction: _jurisdictionName(word.home()),
            riskWeight: word.score(),
            isPreferred: word.isPreferred()
        });
    }

    /// @inheritdoc ISettlementRegistry
    function assetTerms(address token) external view returns (ISettlementRegistry.AssetTerms memory) {
        AssetWord word = _requireAsset(token);
        AssetDetails storage details = _layout().details[token];
        return ISettlementRegistry.AssetTerms({
            assetType: _kind(word),
            riskWeight: uint8(word.score()),
            home: uint8(word.home()),
            jurisdictions: uint16(word.jurisdictions()),
            currency: uint8(word.currency()),
            feed: details.feed,
            maxAge: uint24(word.maxAge()),
            bandBps: uint16(word.bandBps()),
            haircutBps: uint16(word.haircutBps()),
            dailyCap: uint96(word.cap()),
            isPreferred: word.isPreferred(),
            isPausable: word.has(AssetWords.PAUSABLE),
            isCompliant: word.has(AssetWords.COMPLIANT),
            claim: details.claim,
            claimDocument: details.claimDocument
        });
    }

    /// @inheritdoc ISettlementRegistry
    function assetPrice(address token) external view returns (uint256 price, uint256 updatedAt) {
        AssetWord word = _requireAsset(token);
        if (word.has(AssetWords.FED)) return (word.price(), word.updatedAt());
        Currency storage currency = _currency(word.currency());
        return (currency.rate, currency.updatedAt);
    }

    /// @inheritdoc ISettlementRegistry
    function currencyRate(uint8 currency) external view returns (bytes3 code, uint256 rate, uint256 updatedAt) {
        Currency storage found = _currency(currency);
        return (found.code, found.rate, found.updatedAt);
    }

    /// @inheritdoc ISettlementRegistry
    function baselProfile(address token) external view returns (ISettlementRegistry.BaselProfile memory) {
        return _profile(_layout().details[token], _kind(_requireAsset(token)));
    }

    /// @inheritdoc ISettlementRegistry
    function capitalFigures(address token, uint256 amount) external view returns (uint256 weighted, uint256 capital) {
        weighted = _weightedUp(amount, _riskWeightBps(token, _requireAsset(token)));
        capital = _weightedUp(weighted, CAPITAL_BPS);
    }

    /// @inheritdoc ISettlementRegistry
    function isEligibleCollateral(address token) external view returns (bool eligible, uint256 haircutBps) {
        AssetWord word = _requireAsset(token);
        ISettlementRegistry.BaselGroup group = _profile(_layout().details[token], _kind(word)).group;
        eligible = word.isActive()
            && (group == ISettlementRegistry.BaselGroup.OUTSIDE || group == ISettlementRegistry.BaselGroup.GROUP_1A);
        haircutBps = word.haircutBps();
    }

    /// @inheritdoc ISettlementRegistry
    function assetsOf(uint8 currency) external view returns (address[] memory) {
        return _layout().listed[currency];
    }

    /// @inheritdoc ISettlementSelection
    function selectAsset(uint8 currency, address payer, address payee, uint256 value, uint8 acceptedTypes)
        external
        view
        returns (address token, uint256 amount)
    {
        ISettlementSelection.Candidate[] memory candidates = _explain(currency, payer, payee, value, acceptedTypes);
        for (uint256 i; i < candidates.length; ++i) {
            if (candidates[i].reason == 0) return (candidates[i].token, candidates[i].amount);
        }
    }

    /// @inheritdoc ISettlementSelection
    function explainSelection(uint8 currency, address payer, address payee, uint256 value, uint8 acceptedTypes)
        external
        view
        returns (ISettlementSelection.Candidate[] memory)
    {
        return _explain(currency, payer, payee, value, acceptedTypes);
    }

    function _explain(uint256 currency, address payer, address payee, uint256 value, uint256 acceptedTypes)
        private
        view
        returns (ISettlementSelection.Candidate[] memory candidates)
    {
        if (payee == payer || value == 0 || value > type(uint96).max) revert ISettlementSelection.PaymentInvalid();
        Ask memory ask = _ask(currency, payer, payee, value, acceptedTypes);
        (address[] memory tokens, AssetWord[] memory words) = _candidates(currency);
        candidates = new ISettlementSelection.Candidate[](tokens.length);
        for (uint256 i; i < tokens.length; ++i) {
            _bringBest(tokens, words, i);
            (uint256 reason, uint256 amount) = _judge(ask, tokens[i], words[i]);
            candidates[i] = ISettlementSelection.Candidate(tokens[i], amount, uint8(reason));
        }
    }

    /// @dev Basel risk weight with the add-on that the home's authority has switched on, for Group 1.
    function _riskWeightBps(address token, AssetWord word) internal view returns (uint256 weight) {
        ISettlementRegistry.BaselProfile memory profile = _profile(_layout().details[token], _kind(word));
        weight = profile.riskWeightBps;
        if ((_layout().addOns >> word.home()) & 1 != 0) weight += profile.infrastructureAddOnBps;
    }

    function _weightedUp(uint256 amount, uint256 weightBps) internal pure returns (uint256) {
        return (amount * weightBps + BPS - 1) / BPS;
    }

    function _jurisdictionName(uint256 home) private pure returns (string memory) {
        bytes memory names = "USEUUKSGJP";
        bytes memory name = new bytes(2);
        (name[0], name[1]) = (names[2 * home], names[2 * home + 1]);
        return string(name);
    }
}
