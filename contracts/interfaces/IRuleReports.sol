// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title What rules report without refusing
/// @notice At the engine's address: duties that a movement creates, and notices that are due.
interface IRuleReports {
    /// @notice A rule found something that somebody has to act on; the movement was allowed.
    /// @param identity the investor whom it concerns
    /// @param code code of the rule, an event or a guard that the issuer has not asked to refuse
    /// @param value what reached the threshold, in the unit of the rule: identities, token units or money with 8 decimals
    event RuleReported(address indexed token, address indexed identity, uint8 indexed code, uint256 value);
}
