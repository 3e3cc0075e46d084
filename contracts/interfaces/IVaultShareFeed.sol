// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Price of a vault's share
/// @notice A Chainlink-compatible feed for the share of an ERC-4626 vault: the vault's own rate times the price of what
/// it holds, where the rate can grow by so much a year and no faster. Whoever gives units to the vault in order to lift
/// its rate lifts no price; a fall counts at once.
///
/// Nothing can be changed: other terms are another feed, and listing it waits as every change of a feed does.
interface IVaultShareFeed {
    /// @notice The vault cannot grow that fast.
    error GrowthOutOfRange(uint256 growthBps, uint256 mostBps);
    /// @notice Tokens of more decimals than can be counted with.
    error VaultDecimalsUnknown(uint256 shareDecimals, uint256 assetDecimals);
    /// @notice A share of the vault is worth nothing.
    error VaultEmpty(address vault);

    /// @notice The vault whose share is priced.
    function VAULT() external view returns (address); // solhint-disable-line func-name-mixedcase

    /// @notice The feed of what the vault holds.
    function ASSET_FEED() external view returns (address); // solhint-disable-line func-name-mixedcase

    /// @notice Units of the asset that a whole share was worth at first.
    function FIRST_RATE() external view returns (uint256); // solhint-disable-line func-name-mixedcase

    /// @notice When that was.
    function STARTED_AT() external view returns (uint256); // solhint-disable-line func-name-mixedcase

    /// @notice How fast the rate may grow, in basis points of the first one a year; at most 10,000.
    function MOST_YEARLY_GROWTH_BPS() external view returns (uint256); // solhint-disable-line func-name-mixedcase

    /// @notice The highest rate that counts now, rounded down.
    function highestRateDown() external view returns (uint256);

    /// @notice The rate that counts now, in units of the asset per whole share, rounded down.
    function rateDown() external view returns (uint256);
}
