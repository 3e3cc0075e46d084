// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC4626 } from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { IVaultShareFeed } from "../../interfaces/IVaultShareFeed.sol";
import { IPriceFeed } from "../../settlement/IPriceFeed.sol";

/// @title VaultShareFeed
/// @notice See `IVaultShareFeed`.
contract VaultShareFeed is IVaultShareFeed, IPriceFeed {
    uint256 private constant BPS = 10_000;
    uint256 private constant YEAR = 365 days;
    uint256 private constant MOST_GROWTH_BPS = 10_000;
    uint256 private constant MOST_DECIMALS = 18;

    /// @inheritdoc IVaultShareFeed
    address public immutable VAULT;
    /// @inheritdoc IVaultShareFeed
    address public immutable ASSET_FEED;
    /// @inheritdoc IVaultShareFeed
    uint256 public immutable FIRST_RATE;
    /// @inheritdoc IVaultShareFeed
    uint256 public immutable STARTED_AT;
    /// @inheritdoc IVaultShareFeed
    uint256 public immutable MOST_YEARLY_GROWTH_BPS;
    uint256 private immutable ONE_SHARE;
    uint256 private immutable ONE_ASSET;
    uint8 private immutable DECIMALS;

    constructor(address vault, address assetFeed, uint256 mostYearlyGrowthBps) {
        if (mostYearlyGrowthBps > MOST_GROWTH_BPS) revert GrowthOutOfRange(mostYearlyGrowthBps, MOST_GROWTH_BPS);
        (VAULT, ASSET_FEED, MOST_YEARLY_GROWTH_BPS) = (vault, assetFeed, mostYearlyGrowthBps);
        DECIMALS = IPriceFeed(assetFeed).decimals();
        uint256 shareDecimals = IERC4626(vault).decimals();
        uint256 assetDecimals = IERC4626(IERC4626(vault).asset()).decimals();
        if (shareDecimals > 2 * MOST_DECIMALS || assetDecimals > MOST_DECIMALS) {
            revert VaultDecimalsUnknown(shareDecimals, assetDecimals);
        }
        (ONE_SHARE, ONE_ASSET) = (10 ** shareDecimals, 10 ** assetDecimals);
        FIRST_RATE = IERC4626(vault).convertToAssets(ONE_SHARE);
        STARTED_AT = block.timestamp;
        if (FIRST_RATE == 0) revert VaultEmpty(vault);
    }

    /// @inheritdoc IVaultShareFeed
    function highestRateDown() public view returns (uint256) {
        uint256 elapsed = block.timestamp - STARTED_AT;
        return FIRST_RATE + FIRST_RATE * MOST_YEARLY_GROWTH_BPS * elapsed / (BPS * YEAR);
    }

    /// @inheritdoc IVaultShareFeed
    function rateDown() public view returns (uint256 rate) {
        rate = IERC4626(VAULT).convertToAssets(ONE_SHARE);
        uint256 highest = highestRateDown();
        if (rate > highest) rate = highest;
    }

    /// @inheritdoc IPriceFeed
    function decimals() external view returns (uint8) {
        return DECIMALS;
    }

    /// @inheritdoc IPriceFeed
    /// @dev Round and times are the asset feed's; so is whatever is wrong with it. An answer of nothing stays one.
    function latestRoundData()
        external
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)
    {
        (roundId, answer, startedAt, updatedAt, answeredInRound) = IPriceFeed(ASSET_FEED).latestRoundData();
        if (answer > 0) answer = int256(Math.mulDiv(uint256(answer), rateDown(), ONE_ASSET));
    }
}
