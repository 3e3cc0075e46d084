// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Lots: when, from whom and under which exemption an investor's units were acquired
/// @notice At the engine's address, for tokens that keep lots (`IRuleConfiguration.startCount`). Units are token units;
/// days are days since 1 January 1970, UTC; a lot is a word as `Lot` describes: units 120, day 24, source 4 (0 other,
/// 1 issuer, 2 affiliate), exemption 8.
///
/// An investor has at most 64 lots per token, over all its wallets and custodians; lots of one day, source and
/// exemption are one lot. A movement that would need one more is refused with code 33; movements that an agent orders
/// merge instead. The investor can merge lots of one source and exemption into the younger at any time, and with 64
/// lots there always are two; units that leave never need a lot.
///
/// Which lots a sale takes: those that the issuer's lock-up and the packs lock stay, of the others the oldest go first.
/// Redemptions, movements that agents order and units that go to another chain lock nothing: the oldest go first.
/// Lots keep day, source and exemption when they are sold, so that a buyer's holding period includes the seller's
/// (17 CFR 230.144(d)(3)); only what an affiliate sells of units under Regulation D, Regulation S or rule 144A starts
/// anew (230.144(d)(1)). Moves within one identity, into and out of custody and between chains change no lot.
/// @custom:invariant LOT-01 while lots are kept, those of all investors add up to the token's supply on the chain
/// @custom:invariant LOT-02 no investor has more than 64 lots, and no two of one day, source and exemption
/// @custom:invariant LOT-03 no lot ever becomes older
interface ILots {
    /// @notice Lots moved. Each word holds a lot that left, and in its bits 156 to 191 the day, source and exemption
    /// under which it arrived.
    /// @param fromIdentity zero where they came into being or arrived from another chain
    /// @param toIdentity zero where they ceased or left for another chain; the same as `fromIdentity` where they were
    /// merged
    event LotsMoved(address indexed token, address indexed fromIdentity, address indexed toIdentity, uint256[] lots);

    /// @notice Lots are announced for an arrival.
    event ArrivalAnnounced(
        address indexed token, address indexed to, address indexed identity, uint256 amount, uint256[] lots
    );

    /// @notice Lots are not kept for the token.
    error LotsNotKept(address token);

    /// @notice The word is no lot.
    error LotMalformed(uint256 word);

    /// @notice The lots do not add up to the amount, or there are none or more than 64.
    error LotsNotTheAmount(uint256 units, uint256 amount);

    /// @notice The two are not different lots of one source and exemption, or the second is older.
    error LotsNotMergeable(uint256 older, uint256 younger);

    /// @notice The caller is neither a wallet of the investor nor an agent of the token.
    error NotLotHolder(address caller, address identity);

    /// @notice Announces the lots with which the next arrival of exactly that amount comes, in this transaction.
    /// @dev Local role BRIDGE; `ITokenBridging.mintArriving` needs no announcement. An arrival without either gets a
    /// lot acquired on its day. Lots that arrive for another identity than the one that sent are sold to it: the
    /// sender's rules run here, with that identity's terms.
    /// @param identity identity that sent them on the other chain
    /// @param to wallet that receives
    /// @param lots words as `lotsLeaving` gave them on the other chain
    function announceArrival(address token, address identity, address to, uint256 amount, uint256[] calldata lots)
        external;

    /// @notice Merges a lot into another of the same source and exemption that is not older.
    /// @dev Wallets of the investor and agents of the token (`NotLotHolder`). Lots are named by their places in
    /// `lotsOf`.
    function mergeLots(address token, address identity, uint256 older, uint256 younger) external;

    /// @notice An investor's lots, in no order.
    function lotsOf(address token, address identity) external view returns (uint256[] memory lots);

    /// @notice Lots that a `crosschainBurn` of that amount would take now.
    /// @dev For who asks beforehand; `ITokenBridging.burnLeaving` says itself which left.
    /// @param wallet wallet of the investor
    function lotsLeaving(address token, address wallet, uint256 amount) external view returns (uint256[] memory lots);
}
