// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title What the rule packs count and report
/// @notice Emitted at the engine's address, together with the movement's `TransferDecision`. Keys are those of the
/// packs' limits (`IRuleConfiguration.Limit.PACK`): number of the offer * 2^24 + code * 2^16 + country, where the limit
/// has an offer or a country, else zero in their place; sales of affiliates (code 48) have in the offer's place the
/// affiliate's identity, or 2^160 + its group.
interface IPackReports {
    /// @notice Money counted under a limit today.
    /// @param value currency of the code's jurisdiction, 8 decimals, rounded up; token units for code 48
    event PackVolumeCounted(address indexed token, uint256 indexed key, uint256 value);

    /// @notice An identity counted under a limit today.
    event PackPersonCounted(address indexed token, uint256 indexed key, address indexed identity);

    /// @notice A holding on this chain has reached, exceeded or fallen below a threshold of Directive 2004/109/EC
    /// art. 9 (code 86).
    /// @dev Holdings and supply are this chain's; whoever watches all chains adds them up.
    /// @param held units before
    /// @param holds units after
    /// @param supply units in circulation, those that move included
    event MajorHoldingCrossed(
        address indexed token, address indexed identity, uint256 held, uint256 holds, uint256 supply
    );

    /// @notice A rule found something that somebody has to act on; the movement was allowed.
    /// @param identity the investor whom it concerns
    /// @param code code of the rule: an event, or a guard that the issuer has not asked to refuse
    /// @param value what the rule looks at, in its unit: identities or token units
    event RuleReported(address indexed token, address indexed identity, uint8 indexed code, uint256 value);
}
