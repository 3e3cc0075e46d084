// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ManagedUpgradeable } from "../access/ManagedUpgradeable.sol";
import { IPrimeBrokerage } from "../interfaces/IPrimeBrokerage.sol";
import { BrokerageRouting } from "./BrokerageRouting.sol";
import { AccountRiskView } from "./parts/AccountRiskView.sol";
import { BatchDesk } from "./parts/BatchDesk.sol";
import { DebtDesk } from "./parts/DebtDesk.sol";
import { PricePosts } from "./parts/PricePosts.sol";

/// @title PrimeBrokerage
/// @notice See `IPrimeBrokerage`. This implementation has collateral, debt, batches, the view of an account's risk and
/// signed prices; everything else is in extensions at the same address.
/// @dev It has no function that is not called often or must be here: each costs those behind it a comparison.
contract PrimeBrokerage is ManagedUpgradeable, DebtDesk, BatchDesk, AccountRiskView, PricePosts {
    // Extension of institutions, credit lines, accounts and operators.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address private immutable ACCOUNTS;

    // Extension of lending pools and fees.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address private immutable LENDING;

    // Extension of assets, limits and risk parameters.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address private immutable RISK;

    // Extension of feeds and prices.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address private immutable PRICES;

    // Extension of positions.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address private immutable TRADING;

    // Extension of margin calls, auctions and seizures.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address private immutable LIQUIDATION;

    // Extension of default funds and the waterfall.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address private immutable DEFAULTS;

    // Extension of views.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address private immutable VIEWS;

    /// @notice Names the extensions for good: a proxy changes them by an upgrade alone.
    /// @param extensions in the order of the immutables above
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(address[8] memory extensions) {
        for (uint256 i; i < extensions.length; ++i) {
            if (extensions[i].code.length == 0) revert IPrimeBrokerage.AddressWithoutCode(extensions[i]);
        }
        ACCOUNTS = extensions[0];
        LENDING = extensions[1];
        RISK = extensions[2];
        PRICES = extensions[3];
        TRADING = extensions[4];
        LIQUIDATION = extensions[5];
        DEFAULTS = extensions[6];
        VIEWS = extensions[7];
    }

    /// @notice The extensions, in the order in which the constructor names them.
    function parts() external view returns (address[8] memory) {
        return [ACCOUNTS, LENDING, RISK, PRICES, TRADING, LIQUIDATION, DEFAULTS, VIEWS];
    }

    /// @notice Passes every other function on to the extension that has it.
    /// @custom:oz-upgrades-unsafe-allow delegatecall
    fallback() external {
        address extension = _extensionOf(msg.sig);
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, 0, calldatasize())
            let success := delegatecall(gas(), extension, free, calldatasize(), 0, 0)
            returndatacopy(free, 0, returndatasize())
            switch success
            case 0 { revert(free, returndatasize()) }
            default { return(free, returndatasize()) }
        }
    }

    function _extensionOf(bytes4 selector) private view returns (address) {
        if (BrokerageRouting.isPrices(selector)) return PRICES;
        if (BrokerageRouting.isTrading(selector)) return TRADING;
        if (BrokerageRouting.isLiquidation(selector)) return LIQUIDATION;
        if (BrokerageRouting.isAccounts(selector)) return ACCOUNTS;
        if (BrokerageRouting.isLending(selector)) return LENDING;
        if (BrokerageRouting.isRisk(selector)) return RISK;
        return BrokerageRouting.isDefaults(selector) ? DEFAULTS : VIEWS;
    }
}
