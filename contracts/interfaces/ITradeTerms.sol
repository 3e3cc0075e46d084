// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Terms of the next movement
/// @notice What a movement cannot say of itself: the price paid, the offer it belongs to, the exemption under which
/// units are issued. At the engine's address, for one transaction.
///
/// Terms are bound to one movement (token, from, to, amount) and used up by it; whatever is left ends with the
/// transaction. Rules on price run where there are terms, and in every primary sale: without terms there the
/// consideration is the amount at the pack's offer price, and without either a rule on price refuses.
/// @custom:invariant TRM-01 terms reach no movement but the one they were set for, and that one once
interface ITradeTerms {
    /// @notice Terms of one movement.
    /// @param consideration paid for all of the amount, in `currency` with 8 decimals; zero for none stated
    /// @param currency jurisdiction whose currency that is: 0 US, 1 EU, 2 UK, 3 SG, 4 JP
    /// @param routes offer route for each jurisdiction, 4 bits each, the US lowest, as its pack numbers them; zero
    /// leaves the pack's own
    /// @param exemption exemption of the lots created, as lots number them; zero leaves the pack's own
    /// @param offer number of the offer, which limits per offer are counted under; zero leaves the pack's own
    struct Terms {
        uint128 consideration;
        uint8 currency;
        uint24 routes;
        uint8 exemption;
        uint32 offer;
    }

    /// @notice Terms were stated for a movement of this transaction.
    event TradeTermsSet(
        address indexed token, address indexed from, address indexed to, uint256 amount, Terms terms, address by
    );

    /// @notice The caller may not set terms for the movement.
    error TermsNotAllowed(address token, address from, address caller);

    /// @notice A currency or route does not exist.
    error TermsInvalid(uint8 currency, uint24 routes);

    /// @notice States the terms of a movement, in place of earlier ones for the same.
    /// @dev The registered token for its own movements; local role SETTLEMENT for transfers (`from` not zero), whose
    /// routes, exemption and offer are not looked at. Reverts with `TermsNotAllowed`, `TermsInvalid`.
    /// @param from wallet that gives, zero for an issue
    /// @param amount token units
    function setTradeTerms(address token, address from, address to, uint256 amount, Terms calldata terms) external;

    /// @notice Withdraws terms that no movement has used.
    /// @dev As `setTradeTerms`; without effect where there are none.
    function clearTradeTerms(address token, address from, address to, uint256 amount) external;

    /// @notice Terms that wait for their movement in this transaction.
    /// @return pending false when there are none
    function tradeTerms(address token, address from, address to, uint256 amount)
        external
        view
        returns (bool pending, Terms memory terms);
}
