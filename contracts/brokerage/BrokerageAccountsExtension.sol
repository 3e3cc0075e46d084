// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LocalRoles } from "../access/LocalRoles.sol";
import { IManagedUpgradeable } from "../interfaces/IManagedUpgradeable.sol";
import { IPrimeBrokerage } from "../interfaces/IPrimeBrokerage.sol";
import { PauseClock } from "./liquidation/PauseClock.sol";
import { Accounts } from "./parts/Accounts.sol";
import { Operators } from "./parts/Operators.sol";
import { BrokerageStorage } from "./storage/BrokerageStorage.sol";
import { RiskTerms } from "./storage/RiskTerms.sol";
import { MarginRatios } from "./MarginRatios.sol";

/// @title BrokerageAccountsExtension
/// @notice Institutions, credit lines, sub-accounts and operators of the brokerage, its local roles and pauses; reached
/// through its fallback alone.
/// @custom:extension-of PrimeBrokerage
contract BrokerageAccountsExtension is IPrimeBrokerage, LocalRoles, PauseClock, Accounts, Operators {
    // solhint-disable const-name-snakecase
    /// @inheritdoc IPrimeBrokerage
    uint256 public constant MAINTENANCE_MARGIN_RATIO = MarginRatios.MAINTENANCE;

    /// @inheritdoc IPrimeBrokerage
    uint256 public constant INITIAL_MARGIN_RATIO = MarginRatios.INITIAL;

    /// @inheritdoc IPrimeBrokerage
    uint256 public constant LIQUIDATION_THRESHOLD = MarginRatios.LIQUIDATION;

    // solhint-enable const-name-snakecase

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }

    /// @inheritdoc IPrimeBrokerage
    function initialize(address authority_, address identityRegistry_) external initializer {
        if (authority_.code.length == 0) revert IManagedUpgradeable.AuthorityWithoutCode(authority_);
        if (identityRegistry_.code.length == 0) revert AddressWithoutCode(identityRegistry_);
        __AccessManaged_init(authority_);
        _setPauseCompanion(RiskTerms.unwrap(RiskTerms.wrap(0).withRegistry(identityRegistry_)));
    }

    /// @inheritdoc IPrimeBrokerage
    function clearingAccount() external pure returns (uint256) {
        return BrokerageStorage.CLEARING;
    }
}
