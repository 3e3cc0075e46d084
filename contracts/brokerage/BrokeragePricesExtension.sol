// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PriceViews } from "./parts/PriceViews.sol";
import { SignedPrices } from "./parts/SignedPrices.sol";

/// @title BrokeragePricesExtension
/// @notice Feeds, signed prices and the sequencer; reached through the brokerage's fallback alone.
/// @custom:extension-of PrimeBrokerage
contract BrokeragePricesExtension is PriceViews, SignedPrices { }
