// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IDynamicFeeStructure } from "./IDynamicFeeStructure.sol";

/// @title IDynamicFeeStructureDefault
/// @notice The fee of four plain arguments, by the default schedule. At the address of `IDynamicFeeStructure`.
interface IDynamicFeeStructureDefault {
    /// @notice Sets the fee structure up, with schedules that charge nothing.
    /// @param authority_ the chain's access manager
    /// @param identityRegistry_ where identities are looked up; zero for nowhere
    /// @param treasury_ who has the treasury's share
    /// @param insurance_ who has the insurance's share
    function initialize(address authority_, address identityRegistry_, address treasury_, address insurance_) external;

    /// @notice The fee by the default schedule, in the units of the amount, at the block's own base fee.
    /// @dev Priced as an asset with the price stored for collector zero and asset zero. Reverts as `quote`.
    /// @param user who would pay
    /// @param amount units
    /// @param urgency 0 to 3
    /// @param complexity 0 to 3
    /// @return fee units
    function calculateFee(address user, uint256 amount, uint256 urgency, uint256 complexity)
        external
        view
        returns (uint256 fee);

    /// @notice The four factors behind `calculateFee`.
    function feeParameters(address user, uint256 amount, uint256 urgency, uint256 complexity)
        external
        view
        returns (IDynamicFeeStructure.FeeParameters memory parameters);

    /// @notice Most that any fee can be, in millionths of the amount; rounded down, so never above it.
    function MAX_FEE_PIPS() external view returns (uint256 pips); // solhint-disable-line func-name-mixedcase
}
