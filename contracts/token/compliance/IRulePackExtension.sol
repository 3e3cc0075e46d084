// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { RuleContext } from "./RuleContext.sol";

/// @title IRulePackExtension
/// @notice The jurisdictions' packs and the lots, in an implementation of their own that the engine delegatecalls.
/// @dev The engine calls `checkPacks` or `settlePacks` after the general rules below code 32 have passed, and only when
/// the token has packs to run or keeps lots. Order: lots and custody (32, 34 to 36), 37 when `allotmentExhausted`, 38,
/// the packs in code order, and last 33, since which lots move follows from what the packs lock. Packs run on the paths
/// TRANSFER, MINT, CROSSCHAIN_MINT and CROSSCHAIN_BURN and not for an `ownMove`; lots follow every path. A pack is a
/// library with `check(RuleContext memory)`, which only reads and gives a code, and `commit(RuleContext memory)` for
/// what its rules count or report; rules on lots are handed the movement's `LotPlan` too.
///
/// The five functions are internal to the engine: its fallback does not route those that settle and `enterLot`, and on
/// the bare implementation they see empty storage.
interface IRulePackExtension {
    /// @notice The first code that a lot rule or a pack gives, 0 when all pass.
    function checkPacks(RuleContext calldata context) external view returns (uint8 code);

    /// @notice The same decision; when it is 0, moves the lots and records what the packs count.
    /// @dev Consumes the pre-approval when one of its rules needed it, unless `usesApproval` says that the engine does.
    function settlePacks(RuleContext calldata context) external returns (uint8 code);

    /// @notice `settlePacks` on the paths CROSSCHAIN_BURN and CROSSCHAIN_MINT, with the lots that come along.
    /// @param identity identity that had them on the other chain; of an arrival alone
    /// @param lots lots that arrive and add up to the amount, where lots are kept; none of units that leave
    /// @return code as `settlePacks`
    /// @return moved words of `ILots.LotsMoved`, none where no lots are kept; without meaning where the code is not 0
    function settleCrossing(RuleContext calldata context, address identity, uint256[] calldata lots)
        external
        returns (uint8 code, uint256[] memory moved);

    /// @notice Opens a lot, acquired today from a source unknown, for units found while holdings are counted.
    /// @dev Lots are keyed by `ComplianceStorage.lotKey`, whose epoch changes when lots are switched on anew.
    function enterLot(address token, address identity, uint256 units) external;

    /// @notice What is used of a pack's limit now, in the unit of that limit.
    /// @param key key in `TokenState.packQuotas`
    function packUsage(address token, uint256 key) external view returns (uint256 used);
}
