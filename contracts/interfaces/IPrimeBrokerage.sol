// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title PrimeBrokerage
/// @notice Cross-margin accounts of verified institutions: collateral, debt in settlement assets, long and short
/// positions, margin calls, liquidation and default. The other subjects at the same address are `IBrokerageAccounts`
/// (institutions, credit, sub-accounts), `IBrokerageOperators`, `IBrokerageCollateral`, `IBrokerageDebt`,
/// `IBrokerageCash`, `IBrokerageLedger`, `IBrokerageLending`, `IBrokerageFees`, `IBrokerageBatch`, `IBrokerageTrading`,
/// `IBrokeragePrices`, `IBrokerageRisk`, `IBrokerageMargin`, `IBrokerageLiquidation`, `IBrokerageDefault`,
/// `IBrokerageTerms` and `IBrokerageViews`.
///
/// An account is a number: the institution's address times 256 plus a sub-account from 0 to 255. Sub-accounts have
/// margins of their own; the credit limit is the institution's, over all of them. The account `clearingAccount()`
/// belongs to nobody and takes the other side of every position, so that sizes of an asset sum to zero over the book.
///
/// Amounts are in a token's own units unless a name ends in `Value`: US dollars with 8 decimals. Assets are valued at
/// the lower of their feeds' prices, liabilities at the higher. Every rounding is against the account.
///
/// `currentExposure` of an account is the sum of
/// - its debts, at the high price, rounded up;
/// - the unrealised losses of its positions, each position for itself, in full, rounded up;
/// - the potential exposure of its positions: size times high price times the asset's rate, rounded up.
/// Its adjusted collateral is each balance at the low price less the asset's haircut, less the concentration add-on,
/// plus its realised gains not yet taken; for maintenance also unrealised gains less their haircut. Its ratio is
/// adjusted collateral over exposure.
/// @custom:invariant PB-01 what the contract holds of a token is never less than its collateral, liquidity, funds and
/// fees
/// @custom:invariant PB-02 the exposures of accounts sum to their institutions', and these to the book's
/// @custom:invariant PB-03 no operation raises an institution's exposure above its limit
/// @custom:invariant PB-04 at one price and time no operation brings an account below maintenance that was above it
/// @custom:invariant PB-05 an account is liquidated only below 110, or below 125 once its call has run out
/// @custom:invariant PB-06 a liquidation leaves a ratio no lower than it found, but under water or where no debt is
/// @custom:invariant PB-07 no round trip at one price and time leaves its caller with more
/// @custom:invariant PB-08 values of assets round down, liabilities and requirements up, seized units down, fees up
/// @custom:invariant PB-09 a debt index never falls, stands still within a second, and is never below simple interest
/// @custom:invariant PB-10 a trade in parts leaves the position, entry and margin of the whole, within a unit a part
/// @custom:invariant PB-11 sizes of an asset, and profits at one price, sum to zero over accounts and clearing
/// @custom:invariant PB-12 a loss goes beyond the account only when it has no unit of collateral left
/// @custom:invariant PB-13 whoever has exposure and no collateral is below maintenance, so that it can be called, or
/// was
/// @custom:invariant PB-14 paying back and topping up are never refused for price, pause, sequencer or lapsed
/// verification
/// @custom:invariant PB-15 an account without exposure withdraws everything whatever prices and sequencer say
/// @custom:invariant PB-16 a delisted asset counts in liquidation and gives no new borrowing power
/// @custom:invariant PB-17 the events rebuild the whole state
interface IPrimeBrokerage {
    /// @notice An institution, as the views tell it; its collateral has an accessor of its own.
    /// @param institution its wallet
    /// @param creditLimit what its accounts may expose together, value
    /// @param currentExposure what they expose now at current prices, value, rounded up
    /// @param isActive admitted, and verified now
    struct EnterpriseAccount {
        address institution;
        uint256 creditLimit;
        uint256 currentExposure;
        bool isActive;
    }

    /// @notice A position, as the views tell it.
    /// @param asset the underlying's token
    /// @param position size in the asset's units, positive is long
    /// @param margin its potential exposure, value, rounded up
    /// @param markToMarket what the size is worth at the side that values it, value, rounded against the account
    /// @param timestamp when it last changed
    struct CrossMarginPosition {
        address asset;
        int256 position;
        uint256 margin;
        uint256 markToMarket;
        uint256 timestamp;
    }

    /// @notice An address of the call must not be zero or without code.
    error AddressWithoutCode(address account);

    /// @notice No such account has been opened.
    error AccountUnknown(uint256 account);

    /// @notice The caller is neither the account's institution nor an operator that may do this now.
    /// @param permission the bit that is asked for
    error AccountNotYours(uint256 account, address caller, uint256 permission);

    /// @notice The account or its institution may only reduce what it exposes: not verified, restricted, impaired or in
    /// default.
    error CloseOnly(uint256 account);

    /// @notice No asset has been listed under this id or token.
    error AssetUnknown(uint256 assetId);

    /// @notice The asset is not listed for this use, or no longer active.
    error AssetNotUsable(uint256 assetId);

    /// @notice The price of the asset is older than it may be; `refreshPrices` renews it.
    error PriceStale(uint256 assetId, uint256 updatedAt, uint256 maxAge);

    /// @notice The chain's sequencer is down, or was until `since` and its grace has not passed.
    error SequencerUnavailable(uint256 since);

    /// @notice What the account has left would not cover its exposure at the ratio asked for.
    /// @param adjustedValue haircut-adjusted collateral, value
    /// @param exposureValue exposure, value
    /// @param ratio per cent that was asked for
    error MarginInsufficient(uint256 account, uint256 adjustedValue, uint256 exposureValue, uint256 ratio);

    /// @notice The institution would expose more than its limit.
    error CreditLimitExceeded(address institution, uint256 exposureValue, uint256 limit);

    /// @notice The group would expose more than its limit.
    error GroupLimitExceeded(uint256 group, uint256 exposureValue, uint256 limit);

    /// @notice The credit line's term has ended, or its review is due.
    error CreditLineLapsed(address institution, uint256 facilityEndDay, uint256 reviewDay);

    /// @notice The account would have more assets of one kind than can be valued in one go.
    error TooManyAssets(uint256 account, uint256 most);

    /// @notice Nothing to do for an amount of zero.
    error AmountZero();

    /// @notice The amount does not fit its field.
    error AmountTooLarge(uint256 amount, uint256 most);

    /// @notice Called from within an operation that has not ended, as by a token's callback.
    error ReentrancyGuardReentrantCall();

    /// @notice The pool of this asset has less than is asked for.
    error InsufficientLiquidity(uint256 assetId, uint256 asked, uint256 available);

    /// @notice Sets the brokerage up.
    /// @param authority the chain's access manager
    /// @param identityRegistry registry that institutions are verified in
    function initialize(address authority, address identityRegistry) external;

    /// @notice Ratio below which an account is called, per cent.
    function MAINTENANCE_MARGIN_RATIO() external pure returns (uint256); // solhint-disable-line func-name-mixedcase

    /// @notice Ratio that taking risk must leave, per cent.
    function INITIAL_MARGIN_RATIO() external pure returns (uint256); // solhint-disable-line func-name-mixedcase

    /// @notice Ratio below which an account is liquidated at once, per cent.
    function LIQUIDATION_THRESHOLD() external pure returns (uint256); // solhint-disable-line func-name-mixedcase

    /// @notice The account on the other side of every position.
    function clearingAccount() external pure returns (uint256);
}
