// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { TransientSlot } from "@openzeppelin/contracts/utils/TransientSlot.sol";

import { ITradeTerms } from "../../interfaces/ITradeTerms.sol";
import { RuleContext } from "./RuleContext.sol";

/// @title TradeTerms
/// @notice Terms of one movement, in one word of transient storage; see `ITradeTerms`.
/// @dev From the lowest bit: consideration 128, currency 8, routes 24, exemption 8, offer 32, at bit 255 the mark that
/// there are terms.
type TradeTerms is uint256;

using TradeTermWords for TradeTerms global;

/// @title TradeTermWords
/// @notice Reading and building of `TradeTerms`, and the place where they wait for their movement.
library TradeTermWords {
    using TransientSlot for bytes32;
    using TransientSlot for TransientSlot.Uint256Slot;

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.TradeTerms")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0xef078579b37c1631615639f54e8bdceb49d574d53d840ac041547acf542b2200;

    uint256 private constant CURRENCY_SHIFT = 128;
    uint256 private constant ROUTES_SHIFT = 136;
    uint256 private constant EXEMPTION_SHIFT = 160;
    uint256 private constant OFFER_SHIFT = 168;
    uint256 private constant STATED = 1 << 255;

    /// @notice The word of stated terms.
    function pack(ITradeTerms.Terms memory terms) internal pure returns (TradeTerms) {
        return TradeTerms.wrap(
            uint256(terms.consideration) | (uint256(terms.currency) << CURRENCY_SHIFT)
                | (uint256(terms.routes) << ROUTES_SHIFT) | (uint256(terms.exemption) << EXEMPTION_SHIFT)
                | (uint256(terms.offer) << OFFER_SHIFT) | STATED
        );
    }

    /// @notice The stated terms of a word.
    function unpack(TradeTerms word) internal pure returns (ITradeTerms.Terms memory) {
        return ITradeTerms.Terms({
            consideration: uint128(TradeTerms.unwrap(word)),
            currency: uint8(TradeTerms.unwrap(word) >> CURRENCY_SHIFT),
            routes: uint24(TradeTerms.unwrap(word) >> ROUTES_SHIFT),
            exemption: word.exemption(),
            offer: uint32(word.offer())
        });
    }

    /// @notice Whether terms were stated at all.
    function stated(TradeTerms word) internal pure returns (bool) {
        return TradeTerms.unwrap(word) & STATED != 0;
    }

    /// @notice Consideration in the currency of a jurisdiction, 8 decimals; zero when none is stated in it.
    function consideration(TradeTerms word, uint256 jurisdiction) internal pure returns (uint256) {
        uint256 currency = uint8(TradeTerms.unwrap(word) >> CURRENCY_SHIFT);
        return currency == jurisdiction ? uint128(TradeTerms.unwrap(word)) : 0;
    }

    /// @notice Offer route named for a jurisdiction; zero when the pack's own holds.
    function route(TradeTerms word, uint256 jurisdiction) internal pure returns (uint256) {
        return (TradeTerms.unwrap(word) >> (ROUTES_SHIFT + 4 * jurisdiction)) & 0xf;
    }

    /// @notice Exemption of the lots that the movement creates; zero when the pack's own holds.
    function exemption(TradeTerms word) internal pure returns (uint8) {
        return uint8(TradeTerms.unwrap(word) >> EXEMPTION_SHIFT);
    }

    /// @notice Number of the offer; zero when the pack's own holds.
    function offer(TradeTerms word) internal pure returns (uint256) {
        return uint32(TradeTerms.unwrap(word) >> OFFER_SHIFT);
    }

    // ------------------------------------------------------------------ waiting for the movement

    /// @notice Terms of the movement that is decided.
    function termsOf(RuleContext memory context) internal view returns (TradeTerms) {
        return load(context.token, context.from, context.to, context.amount);
    }

    /// @notice Uses the terms of a movement up; a movement without terms writes nothing.
    function consume(RuleContext memory context) internal {
        if (termsOf(context).stated()) {
            store(context.token, context.from, context.to, context.amount, TradeTerms.wrap(0));
        }
    }

    /// @notice Terms that wait for a movement.
    function load(address token, address from, address to, uint256 amount) internal view returns (TradeTerms) {
        return TradeTerms.wrap(_slot(token, from, to, amount).tload());
    }

    /// @notice Puts terms where their movement finds them.
    function store(address token, address from, address to, uint256 amount, TradeTerms word) internal {
        _slot(token, from, to, amount).tstore(TradeTerms.unwrap(word));
    }

    function _slot(address token, address from, address to, uint256 amount)
        private
        pure
        returns (TransientSlot.Uint256Slot)
    {
        return keccak256(abi.encode(LOCATION, token, from, to, amount)).asUint256();
    }
}
