// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { Address } from "@openzeppelin/contracts/utils/Address.sol";

import { IDynamicFeeStructure } from "../../interfaces/IDynamicFeeStructure.sol";
import { IDynamicFeeStructureCollection } from "../../interfaces/IDynamicFeeStructureCollection.sol";
import { IFeeCollector } from "../../interfaces/IFeeCollector.sol";

/// @title FeeCollectorProbe
/// @notice A product contract that charges for everybody, and pays as the test says: all, a part, nothing, or with a
/// call of its own in between.
contract FeeCollectorProbe is IFeeCollector {
    using SafeERC20 for IERC20;

    /// @notice What a charge came to, and the gas of the call to the fee structure.
    event Charged(uint256 fee, uint256 serial, uint256 gasUsed);
    /// @notice What a call made while paying came to.
    event CalledWhilePaying(bool success, bytes result);

    /// @notice The fee structure.
    address public fees;

    /// @notice Share of what is asked that is paid, ten-thousandths.
    uint256 public paidBps = 10_000;

    /// @notice Whom to call while paying, and with what.
    address public callee;

    /// @notice See `callee`.
    bytes public callData;

    constructor(address fees_) {
        fees = fees_;
    }

    /// @notice Charges, and tells the gas of the call.
    function charge(IDynamicFeeStructure.FeeRequest calldata request, uint256 maxFee)
        external
        returns (uint256 fee, uint256 serial)
    {
        address target = fees;
        bytes memory data = abi.encodeCall(IDynamicFeeStructure.charge, (request, maxFee));
        bool success;
        uint256 gasUsed;
        assembly ("memory-safe") {
            let gasBefore := gas()
            success := call(gas(), target, 0, add(data, 0x20), mload(data), 0, 0x40)
            gasUsed := sub(gasBefore, gas())
            if iszero(success) {
                let free := mload(0x40)
                returndatacopy(free, 0, returndatasize())
                revert(free, returndatasize())
            }
            fee := mload(0)
            serial := mload(0x20)
        }
        emit Charged(fee, serial, gasUsed);
    }

    /// @notice Charges several deals in one transaction.
    function chargeAll(IDynamicFeeStructure.FeeRequest[] calldata requests) external {
        for (uint256 i; i < requests.length; ++i) {
            (uint256 fee, uint256 serial) = IDynamicFeeStructure(fees).charge(requests[i], type(uint256).max);
            emit Charged(fee, serial, 0);
        }
    }

    /// @notice Reports a delivery.
    function report(address asset, address payer, uint256 serial, uint256 deliveredAt) external returns (bool) {
        return IDynamicFeeStructureCollection(fees).reportDelivery(asset, payer, serial, deliveredAt);
    }

    /// @notice Sets the share that is paid.
    function setPaidBps(uint256 bps) external {
        paidBps = bps;
    }

    /// @notice Sets what is called while paying.
    function setCall(address callee_, bytes calldata data) external {
        callee = callee_;
        callData = data;
    }

    /// @inheritdoc IFeeCollector
    function payFees(address asset, address to, uint256 amount) external {
        if (callee != address(0)) {
            // solhint-disable-next-line avoid-low-level-calls
            (bool success, bytes memory result) = callee.call(callData);
            emit CalledWhilePaying(success, result);
        }
        uint256 paid = (amount * paidBps) / 10_000;
        if (paid != 0) IERC20(asset).safeTransfer(to, paid);
    }

    /// @notice Calls another contract as the collector.
    function callAsCollector(address target, bytes calldata data) external returns (bytes memory) {
        return Address.functionCall(target, data);
    }
}
