// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { IExternalModulesHost } from "../../interfaces/IExternalModulesHost.sol";
import { IERC3643Agent } from "../../interfaces/IERC3643Agent.sol";
import { IERC3643Metadata } from "../../interfaces/IERC3643Metadata.sol";
import { ITokenAdministration } from "../../interfaces/ITokenAdministration.sol";
import { IIdentityRegistry } from "../../interfaces/IIdentityRegistry.sol";
import { IModularCompliance } from "../../interfaces/IModularCompliance.sol";
import { ITokenCompliance } from "../../interfaces/ITokenCompliance.sol";
import { TokenCore } from "../TokenCore.sol";
import { ConfigWord, ConfigWords } from "../storage/ConfigWord.sol";
import { HolderWords } from "../storage/HolderWord.sol";
import { TokenStorage } from "../storage/TokenStorage.sol";

/// @title TokenMetadata
/// @notice What the token says of itself, and the contracts that it asks.
abstract contract TokenMetadata is TokenCore, IERC3643Metadata, ITokenAdministration, IExternalModulesHost {
    uint8 private constant MAX_DECIMALS = 18;
    string private constant VERSION = "0.1.0";

    /// @inheritdoc IERC3643Metadata
    function setName(string calldata newName) external restricted {
        _requireText(newName);
        _layout().name = newName;
        _emitInformation();
    }

    /// @inheritdoc IERC3643Metadata
    function setSymbol(string calldata newSymbol) external restricted {
        _requireText(newSymbol);
        _layout().symbol = newSymbol;
        _emitInformation();
    }

    /// @inheritdoc IERC3643Metadata
    function setOnchainID(address newOnchainID) external restricted {
        _layout().onchainID = newOnchainID;
        _emitInformation();
    }

    /// @inheritdoc IERC3643Metadata
    function setIdentityRegistry(address newIdentityRegistry) external restricted {
        _setEngine(newIdentityRegistry);
    }

    /// @inheritdoc IERC3643Metadata
    function setCompliance(address newCompliance) external restricted {
        _setCompliance(newCompliance);
    }

    /// @inheritdoc ITokenAdministration
    function setTokenInfo(IComplianceAwareToken.TokenInfo calldata info) external restricted {
        _setTokenInfo(info);
    }

    /// @inheritdoc IExternalModulesHost
    function setExternalModules(bool active) external {
        TokenStorage.Layout storage $ = _layout();
        if (msg.sender != $.compliance) revert IComplianceAwareToken.ComplianceNotBound(msg.sender);
        $.config = $.config.withFlag(ConfigWords.EXTERNAL_MODULES, active);
        emit IComplianceAwareToken.ExternalModulesChanged(active);
    }

    /// @inheritdoc IERC3643Metadata
    function name() external view returns (string memory) {
        return _layout().name;
    }

    /// @inheritdoc IERC3643Metadata
    function symbol() external view returns (string memory) {
        return _layout().symbol;
    }

    /// @inheritdoc IERC3643Metadata
    function decimals() external view returns (uint8) {
        return _layout().config.decimals();
    }

    /// @inheritdoc IERC3643Metadata
    function onchainID() external view returns (address) {
        return _layout().onchainID;
    }

    /// @inheritdoc IERC3643Metadata
    function version() external pure returns (string memory) {
        return VERSION;
    }

    /// @inheritdoc IERC3643Metadata
    function identityRegistry() external view returns (IIdentityRegistry) {
        return IIdentityRegistry(_layout().config.engine());
    }

    /// @inheritdoc IERC3643Metadata
    function compliance() external view returns (IModularCompliance) {
        return IModularCompliance(_layout().compliance);
    }

    /// @inheritdoc ITokenAdministration
    function complianceModule() external view returns (address) {
        return _layout().compliance;
    }

    /// @inheritdoc ITokenAdministration
    function tokenInfo() external view returns (IComplianceAwareToken.TokenInfo memory) {
        return _layout().info;
    }

    function _initializeMetadata(
        IComplianceAwareToken.Setup calldata setup,
        IComplianceAwareToken.TokenInfo calldata info
    ) internal {
        if (setup.decimals > MAX_DECIMALS) {
            revert IComplianceAwareToken.DecimalsTooLarge(setup.decimals);
        }
        _requireText(setup.name);
        _requireText(setup.symbol);
        TokenStorage.Layout storage $ = _layout();
        $.name = setup.name;
        $.symbol = setup.symbol;
        $.onchainID = setup.onchainID;
        $.config = ConfigWord.wrap(0).withDecimals(setup.decimals).withFlag(ConfigWords.PAUSED, true);
        emit IERC3643Agent.Paused(msg.sender);
        _setEngine(setup.engine);
        _setCompliance(setup.compliance);
        _setTokenInfo(info);
        _emitInformation();
    }

    function _setEngine(address engine) private {
        if (engine.code.length == 0) revert IComplianceAwareToken.NotAnEngine(engine);
        TokenStorage.Layout storage $ = _layout();
        $.config = $.config.withEngine(engine);
        emit IdentityRegistryAdded(engine);
    }

    function _setCompliance(address newCompliance) private {
        if (newCompliance.code.length == 0) revert IComplianceAwareToken.ComplianceNotBound(newCompliance);
        TokenStorage.Layout storage $ = _layout();
        address old = $.compliance;
        if (old != address(0)) IModularCompliance(old).unbindToken(address(this));
        $.compliance = newCompliance;
        IModularCompliance(newCompliance).bindToken(address(this));
        if (IModularCompliance(newCompliance).getTokenBound() != address(this)) {
            revert IComplianceAwareToken.ComplianceNotBound(newCompliance);
        }
        bool modules = ITokenCompliance(newCompliance).hasModules();
        $.config = $.config.withFlag(ConfigWords.EXTERNAL_MODULES, modules);
        emit ComplianceAdded(newCompliance);
        emit IComplianceAwareToken.ExternalModulesChanged(modules);
    }

    function _setTokenInfo(IComplianceAwareToken.TokenInfo calldata info) private {
        if (info.minimumInvestment > HolderWords.MAX_AMOUNT) {
            revert IComplianceAwareToken.AmountTooLarge(info.minimumInvestment, HolderWords.MAX_AMOUNT);
        }
        TokenStorage.Layout storage $ = _layout();
        $.info = info;
        $.config = $.config.withFlag(ConfigWords.WHOLE_UNITS, !info.fractionalAllowed)
            .withFlag(ConfigWords.MINIMUM_INVESTMENT, info.minimumInvestment != 0);
        emit IComplianceAwareToken.TokenInfoUpdated(info);
    }

    function _emitInformation() private {
        TokenStorage.Layout storage $ = _layout();
        emit UpdatedTokenInformation($.name, $.symbol, $.config.decimals(), VERSION, $.onchainID);
        emit IComplianceAwareToken.TokenInformation($.name, $.symbol, $.config.decimals(), $.onchainID);
    }

    function _requireText(string calldata text) private pure {
        if (bytes(text).length == 0) revert IComplianceAwareToken.EmptyString();
    }
}
