// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

import { IBridgeConfiguration } from "../../interfaces/IBridgeConfiguration.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { IPriceFeed } from "../../settlement/IPriceFeed.sol";
import { BridgeCore } from "../parts/BridgeCore.sol";
import { BridgeFeed } from "../storage/BridgeStorage.sol";

/// @title RouteInputsReader
/// @notice Attested inputs with their defaults, prices, and the tier that a value needs.
abstract contract RouteInputsReader is BridgeCore {
    uint256 private constant ONE_USD = 1e8;
    uint256 private constant DECIMALS = 8;
    uint256 private constant MOST_DECIMALS = 18;
    uint64 private constant NO_FLOOR = type(uint64).max;

    /// @dev What was attested, unless it is too old.
    function _inputs(uint256 chainId, IUniversalBridge.BridgeProtocol protocol)
        internal
        view
        returns (IBridgeConfiguration.RouteInputs memory inputs, bool attested)
    {
        inputs = _layout().posted[chainId][uint256(protocol)];
        attested = inputs.postedAt != 0 && block.timestamp - inputs.postedAt <= _layout().inputMaxAge;
        if (!attested) inputs = _layout().defaults[chainId][uint256(protocol)];
    }

    /// @dev Value of units in USD, rounded up; not known without a feed, or when its answer is none or old.
    function _valueUp(address asset, uint256 units) internal view returns (uint256 value, bool known) {
        BridgeFeed memory feed = _layout().feeds[asset];
        if (feed.feed.code.length == 0) return (0, false);
        (bool read, uint256 price, uint256 decimals) = _price(feed);
        if (!read || decimals > MOST_DECIMALS) return (0, false);
        if (units > type(uint128).max) return (type(uint256).max, true);
        uint256 scaled = Math.mulDiv(price, 10 ** DECIMALS, 10 ** decimals, Math.Rounding.Ceil);
        return (Math.mulDiv(units, scaled, 10 ** _layout().assets[asset].decimals, Math.Rounding.Ceil), true);
    }

    /// @dev The least tier for a value; for one that is not known, the one for the largest.
    function _requiredTier(uint256 value, bool known) internal view returns (uint256 tier) {
        uint64[4] memory floors = _layout().tierFloors;
        for (uint256 i; i < floors.length; ++i) {
            bool reached = known ? value >= floors[i] * ONE_USD : floors[i] != NO_FLOOR;
            if (reached) tier = i + 1;
        }
    }

    function _price(BridgeFeed memory feed) private view returns (bool read, uint256 price, uint256 decimals) {
        try IPriceFeed(feed.feed).latestRoundData() returns (uint80, int256 answer, uint256, uint256 time, uint80) {
            if (answer <= 0 || answer > type(int96).max || time > block.timestamp) return (false, 0, 0);
            if (block.timestamp - time > feed.maxAge) return (false, 0, 0);
            price = uint256(answer);
        } catch {
            return (false, 0, 0);
        }
        try IPriceFeed(feed.feed).decimals() returns (uint8 count) {
            return (true, price, count);
        } catch {
            return (false, 0, 0);
        }
    }
}
