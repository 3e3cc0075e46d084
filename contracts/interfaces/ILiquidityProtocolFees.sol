// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PoolKey } from "./ILiquidityPoolOptimizer.sol";

/// @title Where the LiquidityPoolOptimizer meets the platform's fee schedule
/// @notice The fee structure bounds what pools made from now on can ever charge, and its split shares the protocol's
/// part of their fees out. See `IDynamicFeeStructureCollection.Split`.
/// @custom:invariant LPO-32 no pool made under a fee structure ever charges more than the structure's maximum
interface ILiquidityProtocolFees {
    /// @notice The fee structure changed.
    /// @param structure the fee structure, or zero for none
    /// @param maxFeePips most that pools made from now on can charge, in millionths; zero for no bound of it
    event FeeStructureSet(address indexed structure, uint24 maxFeePips);

    /// @notice The protocol's fees of a pool went to the split's recipients in one token.
    event ProtocolFeesDistributed(
        bytes32 indexed id,
        address indexed token,
        address treasury,
        uint256 toTreasury,
        address partner,
        uint256 toPartner,
        address insurance,
        uint256 toInsurance
    );

    /// @notice The fee, or what a dynamic one can rise to, is above the fee structure's maximum.
    error FeeAboveMaximum(uint256 feePips, uint256 maxFeePips);
    /// @notice No fee structure says who receives the protocol's fees.
    error FeeStructureMissing();

    /// @notice Names the fee structure, or none.
    function setFeeStructure(address structure) external;

    /// @notice Pays the protocol's fees of a pool out as the fee structure splits what the pools collect; anybody may.
    /// Partner and insurance are rounded down, the treasury receives the rest; one unit of each token stays.
    /// @return amountA units of A paid
    /// @return amountB units of B paid
    function distributeProtocolFees(PoolKey calldata key) external returns (uint256 amountA, uint256 amountB);

    /// @notice The fee structure, or zero, and the most that pools made from now on can charge, in millionths.
    function feeStructure() external view returns (address structure, uint24 maxFeePips);
}
