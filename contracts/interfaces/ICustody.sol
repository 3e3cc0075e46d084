// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Custody: whose units a custodian holds
/// @notice At the engine's address, for tokens that keep lots. A custodian is a holder whose record says so: the escrow
/// of the bridge, pools, settlement, brokerage. It is not counted as a holder and no limit on investors concerns it;
/// what it holds stays the investors', with their lots. Units are token units; investors and custodians are named by
/// identity, and all wallets of a custodian are one.
///
/// | movement | whose units | what it is |
/// |---|---|---|
/// | into custody | the sender's, or the one's whom the custodian names | a deposit; a sale when another is named |
/// | out of custody | whom the custodian names; else the recipient's, where it has a share | a return; a sale when
/// another receives |
/// | between custodians | whom the giving one names | a deposit moves; a sale when the taking one names another |
///
/// A custodian names itself for units that are its own. Without a name where one is needed a movement is refused with
/// code 34, with 35 where the share is frozen or its investor under a sanctions hold, with 36 where it is too low.
/// Deposits and returns ask no pack; in a sale the packs look at the two investors, and so do the general rules on
/// balances (codes 24 to 26), caps on holders (27 to 29) and volume (31): what an investor has in custody is part of
/// what it holds, it is counted as a holder while it has any, and what is sold of it counts in its window. A deposit or
/// return, which changes no hands, is never refused for any of these. In a sale the rules on countries (codes 19 and
/// 20) look at the buyer beside the custodian. Pre-approval, hours and ticket look at the two wallets between which
/// units move.
/// @custom:invariant LOT-04 shares of an investor never add up to more than its lots
/// @custom:invariant LOT-05 a frozen share leaves custody only by an agent's act
/// @custom:invariant LOT-06 no sale brings an investor's units, those in custody included, above the maximum balance
/// @custom:invariant LOT-07 whoever has a lot counts as one holder, in wallets or in custody; no custodian does
/// @custom:invariant LOT-08 sales from custody count in the window of the investor whose units they are
interface ICustody {
    /// @notice A custodian holds `units` for an investor now.
    event CustodyShareChanged(
        address indexed token, address indexed custodian, address indexed investor, uint256 units
    );

    /// @notice `frozen` units of an investor's share must stay now.
    event CustodyShareFrozen(
        address indexed token,
        address indexed custodian,
        address indexed investor,
        uint256 frozen,
        uint8 reason,
        address by
    );

    /// @notice An agent gave units in custody to another investor.
    event CustodyReassigned(
        address indexed token,
        address indexed custodian,
        address indexed fromInvestor,
        address toInvestor,
        uint256 units,
        uint8 reason,
        address by
    );

    /// @notice The wallet is no custodian's.
    error NotCustodian(address wallet);

    /// @notice The caller is neither the custodian nor an agent of the token.
    error NotCustodianOrAgent(address caller, address custodian);

    /// @notice The custodian holds no more than `units` for the investor.
    error CustodyShareTooLow(address custodian, address investor, uint256 units, uint256 needed);

    /// @notice An investor must be named, and another than the one that gives.
    error CustodyInvestorInvalid(address investor);

    /// @notice More units than a share can hold.
    error CustodyAmountTooLarge(uint256 units);

    /// @notice Names whose units the custodian moves next, in this transaction; used up by that movement.
    /// @dev The custodian's wallet itself or an agent of the token (`NotCustodianOrAgent`).
    /// @param custodian any wallet of the custodian
    /// @param wallet any wallet of the investor; the custodian's own for its own units; zero takes the name back
    function nameBeneficiary(address token, address custodian, address wallet) external;

    /// @notice Sets how many units of an investor's share must stay; may exceed the share.
    /// @dev Agents of the token.
    /// @param reason the agent's reason code
    function setFrozenShare(address token, address custodian, address investor, uint256 units, uint8 reason) external;

    /// @notice Gives units in custody, with their lots, to another investor; frozen or not.
    /// @dev Agents of the token. The custodian itself stands for units that it has been given without a name, such as
    /// those found by a count. An investor who had none counts as a holder of no country and class until
    /// `IRuleConfiguration.recount`. Not while a count runs (`IRuleConfiguration.CountRunning`).
    /// @param reason the agent's reason code
    function reassignShare(
        address token,
        address custodian,
        address fromInvestor,
        address toInvestor,
        uint256 units,
        uint8 reason
    ) external;

    /// @notice Units that a custodian holds for an investor.
    function shareOf(address token, address custodian, address investor) external view returns (uint256 units);

    /// @notice Units of that share that must stay.
    function frozenShareOf(address token, address custodian, address investor) external view returns (uint256 frozen);
}
