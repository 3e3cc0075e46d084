// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageMargin } from "./IBrokerageMargin.sol";

/// @title Terms and state of calls and auctions
/// @notice How calls and liquidations go (`IBrokerageMargin`, `IBrokerageLiquidation`), and where each of them stands.
interface IBrokerageAuctions {
    /// @notice How liquidations go. Ratios and rates in basis points, times in seconds.
    /// @param startBonusBps bonus at the auction's start
    /// @param maxBonusBps bonus at its end
    /// @param feeBps fee on what is repaid
    /// @param slippageBps what sellers of collateral are expected to lose
    /// @param targetRatioBps ratio that a liquidation restores, for accounts without stricter terms
    /// @param hysteresisBps by how much more than the maintenance ratio a cure needs
    /// @param auctionDuration from the least bonus to the most
    /// @param recallWindow how long after a cure the old deadline stays
    /// @param minReaction least time to react after a standstill
    /// @param seizureWindow length of the windows that caps on taken value are for; 0 for no caps
    /// @param dustValue rest of a debt, or of a collateral, that is taken along; a whole number of dollars
    struct LiquidationTerms {
        uint16 startBonusBps;
        uint16 maxBonusBps;
        uint16 feeBps;
        uint16 slippageBps;
        uint16 targetRatioBps;
        uint16 hysteresisBps;
        uint24 auctionDuration;
        uint24 recallWindow;
        uint24 minReaction;
        uint24 seizureWindow;
        uint64 dustValue;
    }

    /// @notice How liquidations go was set.
    event LiquidationTermsSet(LiquidationTerms terms);
    /// @notice A cap on taken value was set; 0 for none.
    event SeizureCapSet(uint8 indexed assetId, uint96 capValue);

    /// @notice The time to react of a class of assets was set.
    event GraceSet(uint8 indexed class, uint24 grace);

    /// @notice A setting is out of bounds; `cause` is the field's name.
    error LiquidationTermsInvalid(string cause);

    /// @notice The time to react is longer than `MAX_GRACE`.
    error GraceTooLong(uint24 grace);

    /// @notice Sets how liquidations go.
    /// @dev Restricted: CONFIGURATOR. Reverts with `LiquidationTermsInvalid`, and with `IBrokerageRisk.RatiosUnordered`
    /// where bonus, fee and slippage together are not below the liquidation threshold less one.
    function setLiquidationTerms(LiquidationTerms calldata terms) external;

    /// @notice Sets the cap on the value of an asset that is taken in one window; 0 for none.
    /// @dev Restricted: CONFIGURATOR. What the present window has taken counts against the new cap too.
    function setSeizureCap(uint8 assetId, uint96 capValue) external;

    /// @notice How liquidations go.
    function liquidationTerms() external view returns (LiquidationTerms memory);

    /// @notice Units of an account's collateral that a liquidator may claim.
    function claimable(address liquidator, uint256 account, uint8 assetId) external view returns (uint256 units);

    /// @notice An asset's cap on taken value and how much of the present window's is taken.
    function seizureCapOf(uint8 assetId) external view returns (uint96 capValue, uint256 takenValue);

    /// @notice Bonus of an account's auction as of now, in basis points, before it shrinks near insolvency.
    function auctionBonusOf(uint256 account) external view returns (uint256 bonusBps);

    /// @notice Sets the time to react that an account with assets of this class has, at most `MAX_GRACE`; 0 for
    /// `DEFAULT_GRACE`. The shortest counts of all assets that the account has collateral or positions in.
    /// @dev Restricted: RISK_OFFICER. It holds for calls issued from now on.
    function setGrace(uint8 class, uint24 grace) external;

    /// @notice Longest time to react, in seconds.
    function MAX_GRACE() external view returns (uint24);

    /// @notice Time to react where none was set for a class, in seconds.
    function DEFAULT_GRACE() external view returns (uint24);

    /// @notice A call as it stands.
    function marginCallOf(uint256 account) external view returns (IBrokerageMargin.MarginCall memory);

    /// @notice Time to react that an account with assets of this class has, in seconds.
    function graceOf(uint8 class) external view returns (uint24);

    /// @notice Seconds of all standstills that are over, when the last one ended, and when the present one began (0 for
    /// none).
    function standstill() external view returns (uint32 total, uint40 endedAt, uint40 since);
}
