// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { TokenState } from "../ComplianceStorage.sol";
import { TradeTerms } from "../TradeTerms.sol";

/// @title OfferRoutes
/// @notice Offer exemptions are alternatives: an offer names one for each jurisdiction, and only that one runs.
/// @dev A route is the number of its rule (2 for EU-02), in the United Kingdom the number of the exception of UK-01:
/// 1 qualified investors, 2 volume, 3 persons, 4 consideration, 5 platform. The trade's terms name it, or else the
/// lowest byte of the pack's word 0. A route of which no code is switched on is none.
library OfferRoutes {
    // Codes of a jurisdiction begin at 40 + 30 * jurisdiction. A byte for each route, route 0 lowest: from the lowest
    // bit, place of its first code among them 5, number of its codes 3.
    uint256 private constant US_ROUTES = (0x60 << 8) | (0x4a << 40) | (0x71 << 64);
    uint256 private constant EU_ROUTES = (0x42 << 16) | (0x24 << 24) | (0x45 << 32);
    uint256 private constant UK_ROUTES = (0x20 << 8) | (0x21 << 16) | (0x22 << 24) | (0x23 << 32) | (0x24 << 40);
    uint256 private constant SG_ROUTES = (0x23 << 24) | (0x44 << 32) | (0x48 << 56);
    uint256 private constant JP_ROUTES = (0x40 << 8) | (0x22 << 16) | (0x23 << 24);

    uint256 private constant FIRST_CODE = 40;
    uint256 private constant CODES_OF_JURISDICTION = 30;
    uint256 private constant PACK_WORDS = 16;

    /// @notice The route on which a primary sale runs in a jurisdiction; zero when none is named.
    function named(TokenState storage state, TradeTerms terms, uint256 jurisdiction) internal view returns (uint256) {
        uint256 route = terms.route(jurisdiction);
        return route == 0 ? ofPack(state, jurisdiction) : among(state.packRules, jurisdiction, route);
    }

    /// @notice The route that a pack's own parameters name; zero when they name none.
    function ofPack(TokenState storage state, uint256 jurisdiction) internal view returns (uint256) {
        return among(state.packRules, jurisdiction, uint8(state.packWords[jurisdiction * PACK_WORDS]));
    }

    /// @notice Codes of a route, bit n for code n; zero when there is no such route.
    function codes(uint256 jurisdiction, uint256 route) internal pure returns (uint256) {
        uint256 routes = jurisdiction == 0
            ? US_ROUTES
            : jurisdiction == 1 ? EU_ROUTES : jurisdiction == 2 ? UK_ROUTES : jurisdiction == 3 ? SG_ROUTES : JP_ROUTES;
        uint256 place = uint8(routes >> (8 * route));
        return ((1 << (place >> 5)) - 1) << (FIRST_CODE + CODES_OF_JURISDICTION * jurisdiction + (place & 31));
    }

    /// @notice The route itself where one of its codes is switched on, otherwise zero.
    /// @param rules bit n for code n
    function among(uint256 rules, uint256 jurisdiction, uint256 route) internal pure returns (uint256) {
        return codes(jurisdiction, route) & rules == 0 ? 0 : route;
    }
}
