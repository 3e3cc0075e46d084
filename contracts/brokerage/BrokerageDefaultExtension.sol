// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AccountTermsDesk } from "./liquidation/AccountTermsDesk.sol";
import { AuctionDesk } from "./liquidation/AuctionDesk.sol";
import { Defaults } from "./waterfall/Defaults.sol";

/// @title BrokerageDefaultExtension
/// @notice Default funds, the waterfall, terms, impairment, and how calls and auctions stand, of the brokerage; reached
/// through its fallback alone.
/// @custom:extension-of PrimeBrokerage
contract BrokerageDefaultExtension is Defaults, AccountTermsDesk, AuctionDesk {
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }
}
