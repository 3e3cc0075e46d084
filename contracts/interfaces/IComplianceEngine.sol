// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title The compliance engine of one chain: the decision on every movement of every registered token
/// @notice One proxy decides and records for all tokens of a chain and is their identity registry too. Amounts are
/// token units, times Unix seconds, codes those of `quantera/data/compliance/reasons.yaml` (0 allows).
///
/// Rules that run on each path, beside the lots that follow every movement:
///
/// | path | recipient verified, not sanctioned | sender not sanctioned | other rules |
/// |---|---|---|---|
/// | TRANSFER | yes | yes | all |
/// | MINT | yes | - | those that look at the recipient or the supply |
/// | BURN | - | - | none |
/// | FORCED | yes | - | none |
/// | RECOVERY | yes | - | none |
/// | CROSSCHAIN_MINT | yes | - | those that look at the recipient or the supply, without ticket and window |
/// | CROSSCHAIN_BURN | - | yes | those that look at the sender |
///
/// Between two wallets of one identity only verification, sanctions, country and transfer window are asked: nothing
/// changes hands. A custodial holder is exempt from limits on the investor and is not counted as a holder; where lots
/// are kept, limits look through it at the investors behind it, see `ICustody`.
/// @custom:invariant CMP-01 `settle` gives the code that `preview` gives immediately before
/// @custom:invariant CMP-02 `settle` with a code other than 0 changes no storage and emits nothing
/// @custom:invariant CMP-03 while positions are counted, those of all identities add up to the token's supply
/// @custom:invariant CMP-04 a holder counter equals the number of counted identities with a position, or with a
/// lot where lots are kept
interface IComplianceEngine {
    /// @notice Why tokens move.
    enum Path {
        TRANSFER,
        MINT,
        BURN,
        FORCED,
        RECOVERY,
        CROSSCHAIN_MINT,
        CROSSCHAIN_BURN
    }

    /// @notice One movement, as the token sees it before it happens.
    /// @param spender who caused it; the sender itself in a plain transfer
    /// @param from the wallet that gives, zero on the mint paths
    /// @param to the wallet that receives, zero on the burn paths
    /// @param amount units that move
    /// @param fromBalanceBefore units in `from`'s wallet, frozen ones included
    /// @param toBalanceBefore units in `to`'s wallet
    /// @param totalSupplyBefore the token's supply on the mint and burn paths; not read on the others
    struct Movement {
        address spender;
        address from;
        address to;
        uint256 amount;
        uint256 fromBalanceBefore;
        uint256 toBalanceBefore;
        uint256 totalSupplyBefore;
    }

    /// @notice A movement was allowed and recorded.
    /// @param token the token
    /// @param fromIdentity identity under which the sender's units were counted, zero on the mint paths
    /// @param toIdentity identity under which the recipient's units are counted, zero on the burn paths
    /// @param packed from the lowest bit: amount 128, rule-set version 32, path 8, code 8, packs that ran 8 (one bit
    /// per jurisdiction), unused 72
    event TransferDecision(
        address indexed token, address indexed fromIdentity, address indexed toIdentity, uint256 packed
    );

    /// @notice The caller or the named address is not a registered token.
    error TokenNotRegistered(address token);

    /// @notice An extension's address holds no code.
    error ExtensionWithoutCode(address extension);

    /// @notice Decides a movement of the calling token and, when it is allowed, records it.
    /// @dev The caller must be a registered token (`TokenNotRegistered`). The token calls before it changes balances
    /// and must not move anything when the code is not 0.
    /// @param path why tokens move
    /// @param movement the movement
    /// @return code 0 when allowed and recorded; otherwise nothing has changed
    function settle(Path path, Movement calldata movement) external returns (uint8 code);

    /// @notice `settle` of units that leave for another chain (CROSSCHAIN_BURN), with what the other end needs to know.
    /// @return code as `settle`; where it is not 0 there is no identity and there are no lots
    /// @return identity identity with which `movement.from` is registered; zero when it is not
    /// @return lots lots that left (`ILots`); empty where none are kept
    function settleDeparture(Movement calldata movement)
        external
        returns (uint8 code, address identity, uint256[] memory lots);

    /// @notice `settle` of units that arrive from another chain with lots (CROSSCHAIN_MINT).
    /// @dev Reverts as `settle`, with `ILots.LotsNotKept`, and with `ILots.LotMalformed` and `ILots.LotsNotTheAmount`
    /// unless the words are lots of exactly the amount. Lots that arrive for another identity than the one that sent
    /// are sold to it.
    /// @param identity identity that had them on the other chain
    /// @param lots lots as `settleDeparture` gave them on the other chain
    function settleArrival(Movement calldata movement, address identity, uint256[] calldata lots)
        external
        returns (uint8 code);

    /// @notice Decides and records several transfers of one sender, in order, all or none.
    /// @dev As `settle` on the TRANSFER path for each, at less gas. Reverts with the token's own
    /// `TransferRefused(code, from, to, amount)` for the first that is not allowed, which undoes what the token has
    /// moved. The arrays have equal length; the caller sees to that, a missing entry reverts without reason.
    /// @param spender who caused them
    /// @param from the wallet that gives
    /// @param fromBalanceBefore units in it before the first
    /// @param recipients wallets that receive; one may stand more than once
    /// @param balancesBefore units in each recipient's wallet before its own transfer
    /// @param amounts units for each
    function settleBatch(
        address spender,
        address from,
        uint256 fromBalanceBefore,
        address[] calldata recipients,
        uint256[] calldata balancesBefore,
        uint256[] calldata amounts
    ) external;

    /// @notice Whether a wallet is registered and its stored evidence counts now, whatever the registry's mode of
    /// verification: what `isVerified` says of a registry that is not live.
    function isAttested(address wallet) external view returns (bool);

    /// @notice The code that `settle` would give now, without doing anything.
    /// @dev Reverts with `TokenNotRegistered` for an unknown token.
    function preview(address token, Path path, Movement calldata movement) external view returns (uint8 code);
}
