// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Pools that lend settlement assets to brokerage accounts
/// @notice Verified institutions and the operator supply units and hold shares of the pool, which cannot be
/// transferred. What the pool has is counted, not looked up: units sent to the contract without a call change nothing.
///
/// A pool's worth is its units at hand, plus all debt, less reserves, less what it owes to the trading book: realised
/// losses are owed to the pool by who lost and by the pool to who won. Interest belongs to the lenders but for the
/// reserve share, which is rounded up; written-off debt lessens the worth of every share alike.
///
/// The book owes and is owed in the pool of the cash asset, but for one case: an account's cash that bears its default
/// in another asset makes the book owe that asset's pool. `settleBook` pays that, out of what the cash asset's pool
/// owes to the book.
/// @custom:invariant PB-24 what the book owes a pool other than the cash asset's is what cash has borne of defaults in
/// its asset less what was settled since; settling changes no pool's worth
interface IBrokerageLending {
    /// @notice A pool as it stands.
    /// @param borrowIndex units per share of debt, 18 decimals, as of now
    /// @param ratePips yearly rate, millionths
    /// @param reserveBps share of interest that is reserved, ten-thousandths
    /// @param liquidity units at hand
    /// @param totalDebt units owed by all accounts as of now, rounded up
    /// @param totalDebtShares shares of debt
    /// @param totalShares shares of the lenders
    /// @param totalAssets units that the lenders' shares are worth, rounded down
    /// @param reserves units reserved
    /// @param bookUnits units owed to the trading book; negative when it owes the pool
    struct PoolState {
        uint256 borrowIndex;
        uint256 ratePips;
        uint256 reserveBps;
        uint256 liquidity;
        uint256 totalDebt;
        uint256 totalDebtShares;
        uint256 totalShares;
        uint256 totalAssets;
        uint256 reserves;
        int256 bookUnits;
    }

    /// @notice Somebody supplied units for shares.
    event Supplied(uint256 indexed assetId, address indexed lender, uint256 amount, uint256 shares);
    /// @notice Somebody took units for shares.
    event Redeemed(uint256 indexed assetId, address indexed lender, uint256 amount, uint256 shares);
    /// @notice A pool's index moved on.
    /// @param borrowIndex units per share of debt, 18 decimals
    /// @param interest units that all debt grew by since interest was last taken up, rounded down
    /// @param reserved units of it that were reserved
    event InterestAccrued(uint256 indexed assetId, uint256 borrowIndex, uint256 interest, uint256 reserved);
    /// @notice A pool's yearly rate changed.
    event BorrowRateSet(uint256 indexed assetId, uint256 ratePips);
    /// @notice The share of interest that is reserved changed.
    event ReserveShareSet(uint256 indexed assetId, uint256 reserveBps);
    /// @notice Units that the book owed to a pool were paid to it, for units out of the cash asset's pool.
    event BookSettled(
        uint256 indexed assetId, uint256 indexed cashAsset, address indexed payer, uint256 settled, uint256 paid
    );
    /// @notice Reserves were paid out.
    event ReservesWithdrawn(uint256 indexed assetId, address indexed to, uint256 amount);

    /// @notice Lenders must be verified.
    error LenderNotVerified(address lender);
    /// @notice The lender has not so many shares.
    error SharesInsufficient(uint256 assetId, address lender, uint256 shares, uint256 balance);
    /// @notice The amount is worth no share, or the shares no unit.
    error TooLittle(uint256 assetId, uint256 amount);
    /// @notice A rate above the most.
    error RateTooHigh(uint256 ratePips, uint256 most);
    /// @notice A share above the most.
    error ReserveShareTooHigh(uint256 reserveBps, uint256 most);
    /// @notice The book owes the pool nothing, or it is the cash asset's, where it settles by itself.
    error BookOwesNothing(uint256 assetId);
    /// @notice There are not so many reserves.
    error ReservesInsufficient(uint256 assetId, uint256 amount, uint256 reserves);
    /// @notice More units than a pool can count.
    error PoolOverflow(uint256 assetId);

    /// @notice Supplies the caller's units to a pool.
    /// @dev The caller must be verified. Pause group LENDING. Reverts with `AssetNotUsable`, `AmountZero`,
    /// `LenderNotVerified`, `TooLittle`, `AmountNotMoved`.
    /// @return shares minted, rounded down: units times all shares and 1,000, over the pool's worth and two units. The
    /// 1,000 shares and a unit are nobody's, so that the first lender cannot price the others out
    function supply(uint8 assetId, uint256 amount) external returns (uint256 shares);

    /// @notice Takes units out of a pool for the caller's shares.
    /// @dev Pause group LENDING. Needs no evidence: units go to who owns them. Reverts with `SharesInsufficient`,
    /// `InsufficientLiquidity`, `TooLittle`, `AmountNotMoved`.
    /// @param shares burnt; 2^256 - 1 is all of them
    /// @return amount units paid, rounded down: shares times the pool's worth and a unit, over all shares and 1,000
    function redeem(uint8 assetId, uint256 shares) external returns (uint256 amount);

    /// @notice Moves a pool's index to now; anyone may call.
    function accrue(uint8 assetId) external;

    /// @notice Sets the yearly rate of a pool, from now on. Restricted: CONFIGURATOR.
    /// @dev Reverts with `RateTooHigh`.
    function setBorrowRate(uint8 assetId, uint24 ratePips) external;

    /// @notice Sets the share of interest that is reserved, from now on. Restricted: FEE_ADMIN.
    /// @dev Reverts with `ReserveShareTooHigh`.
    function setReserveShare(uint8 assetId, uint16 reserveBps) external;

    /// @notice Pays reserves out. Restricted: TREASURER.
    /// @dev Reverts with `ReservesInsufficient`, `InsufficientLiquidity`.
    function withdrawReserves(uint8 assetId, address to, uint256 amount) external;

    /// @notice Pays a pool, with the caller's units, what the book owes it, and takes as much in the cash asset out of
    /// that one's pool, at the low price of what is paid and the high one of what is taken. Restricted: TREASURER.
    /// @dev Reverts with `BookOwesNothing`, `AmountZero`, `PriceStale`, `InsufficientLiquidity`, `AmountNotMoved`.
    /// @param most units that are paid at most
    /// @return settled units paid to the pool
    /// @return paid units of the cash asset that the caller receives, rounded down
    function settleBook(uint8 assetId, uint256 most) external returns (uint256 settled, uint256 paid);

    /// @notice Highest yearly rate, millionths.
    function MAX_BORROW_RATE_PIPS() external view returns (uint256); // solhint-disable-line func-name-mixedcase

    /// @notice Highest share of interest that is reserved, ten-thousandths.
    function MAX_RESERVE_BPS() external view returns (uint256); // solhint-disable-line func-name-mixedcase

    /// @notice A pool as it stands.
    function lendingPool(uint8 assetId) external view returns (PoolState memory);

    /// @notice A lender's shares of a pool.
    function lenderSharesOf(uint8 assetId, address lender) external view returns (uint256 shares);
}
