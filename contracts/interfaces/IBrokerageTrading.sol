// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Positions of brokerage accounts
/// @notice Long and short positions in listed assets, cross-margined with everything else that an account has. The
/// other side of every position is the clearing account's, at the same price: sizes of an asset sum to zero over all
/// accounts and clearing, and so do entries and realised profits (PB-11).
///
/// A position in an asset is one signed size and its entry at average cost. Trading against it first closes what it
/// can of it: that part's profit is realised at once. A realised loss is taken off the account's cash, and what the
/// cash does not cover becomes debt in the cash asset: units at its low price, rounded up. A realised gain first
/// repays debt in the cash asset, at its high price, rounded down; the rest is cash of the account. Unrealised gains
/// can neither be withdrawn nor carry new risk.
///
/// Financing is in the price: an asset's carry accrues when its price is refreshed, entries and marks are taken at
/// price less carry, so that longs pay what shorts receive without anything being charged.
///
/// Prices are US dollars per whole token with 8 decimals. Buying is at the asset's high price plus a spread, selling
/// at its low price less a spread, each rounded against the account. The spread is the book's (`IBrokerageRisk`), and
/// never more than the asset's potential exposure, so that closing does not raise what an account exposes.
interface IBrokerageTrading {
    /// @notice A position changed; clearing's changed by the opposite of `traded` and of what the entry changed by.
    /// @param traded units bought, negative when sold
    /// @param price at which, value per whole token
    /// @param size of the position afterwards
    /// @param entryValue what the position cost at average, less carry, value
    /// @param realisedValue profit that was realised, negative for a loss; clearing realised the opposite
    event PositionChanged(
        uint256 indexed account,
        uint256 indexed assetId,
        int256 traded,
        uint256 price,
        int256 size,
        int256 entryValue,
        int256 realisedValue
    );
    /// @notice A realised profit or loss was booked.
    /// @param realisedValue the profit, negative for a loss
    /// @param cashValue the account's cash afterwards
    /// @param debtUnits units that its debt in the cash asset changed by
    /// @param debtShares its shares of that debt afterwards
    event ProfitBooked(
        uint256 indexed account, int256 realisedValue, uint256 cashValue, int256 debtUnits, uint256 debtShares
    );

    /// @notice A position of this size cannot be asked for.
    error SizeInvalid(int256 size);
    /// @notice The account has no position in the asset.
    error PositionEmpty(uint256 account, uint256 assetId);
    /// @notice The price is worse than the caller's limit.
    error PriceBeyondLimit(uint256 price, uint256 limitPrice);
    /// @notice A gain cannot be realised at a price that is stale: it may be gone.
    error GainAtStalePrice(uint256 assetId, int256 realisedValue);
    /// @notice All longs or all shorts in an asset would be more than its cap.
    error OpenInterestExceeded(uint256 assetId, uint256 units, uint256 cap);

    /// @notice Trades against clearing: opens a position, adds to it, reduces it, or turns it around.
    /// @dev The institution or an operator with the right to trade. Pause group TRADING. Whatever it does to the
    /// position, the account must meet initial margin afterwards. Reverts with `AccountNotYours`, `AmountZero`,
    /// `SizeInvalid`, `AssetNotUsable`, `PriceStale`, `PriceBeyondLimit`, `TooManyAssets`, `OpenInterestExceeded`,
    /// `AmountTooLarge`, or with what the check of risk-taking reverts with.
    /// @param account whose position
    /// @param assetId of the underlying
    /// @param size units bought, negative to sell; the least number of its type is refused
    /// @param limitPrice most to pay or least to receive, value per whole token
    /// @return realisedValue profit realised, negative for a loss
    function openPosition(uint256 account, uint8 assetId, int128 size, uint256 limitPrice)
        external
        returns (int256 realisedValue);

    /// @notice Closes a position or a part of it against clearing.
    /// @dev The institution or an operator with the right to trade. Never refused for a pause, the sequencer, lapsed
    /// verification, or prices of other assets. The asset's own price may be stale, up to `MAX_CLOSING_AGE`: then the
    /// spread is the asset's whole potential exposure, and no gain is realised. Reverts with `AccountNotYours`,
    /// `AmountZero`, `PositionEmpty`, `PriceStale`, `GainAtStalePrice`, `PriceBeyondLimit`, and with
    /// `MarginInsufficient` where an account that met maintenance would not any more.
    /// @param size units; more than the position has is all of it
    /// @param limitPrice least to receive for a long, most to pay for a short
    /// @return realisedValue profit realised, negative for a loss
    function closePosition(uint256 account, uint8 assetId, uint128 size, uint256 limitPrice)
        external
        returns (int256 realisedValue);

    /// @notice The prices at which an account can trade an asset against clearing now, value per whole token.
    /// @dev Reverts with `AssetUnknown`, `AssetNotUsable`, `PriceStale`.
    /// @return buying high price plus spread, rounded up
    /// @return selling low price less spread, rounded down
    function tradePrices(uint8 assetId) external view returns (uint256 buying, uint256 selling);

    /// @notice Most positions of an account.
    function MAX_POSITIONS() external view returns (uint256); // solhint-disable-line func-name-mixedcase

    /// @notice Age up to which the last accepted price closes positions, seconds, where it is not fresh for longer.
    function MAX_CLOSING_AGE() external view returns (uint256); // solhint-disable-line func-name-mixedcase
}
