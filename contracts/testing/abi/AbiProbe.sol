// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IAbiProbe, Point } from "./IAbiProbe.sol";

/// @title Implements the shapes, and passes on what it does not know to its extension.
contract AbiProbe is IAbiProbe {
    Trip internal _latest;
    uint256 internal _count;
    uint256[] internal _amounts;

    /// @notice The code that answers for the functions this contract does not have.
    address public immutable extension;

    constructor(address extension_) {
        extension = extension_;
    }

    // solhint-disable-next-line payable-fallback, no-complex-fallback
    fallback() external {
        address target = extension;
        assembly ("memory-safe") {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), target, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            switch ok
            case 0 { revert(0, returndatasize()) }
            default { return(0, returndatasize()) }
        }
    }

    /// @inheritdoc IAbiProbe
    function store(Trip calldata trip) external payable returns (uint256 count, string memory last) {
        if (bytes(trip.label).length == 0) revert TripRefused(msg.sender, trip);
        _latest = trip;
        count = ++_count;
        last = trip.label;
        emit Stored(msg.sender, trip.label, trip);
    }

    /// @inheritdoc IAbiProbe
    function note(uint256 amount) external {
        _amounts.push(amount);
        emit Noted(_amounts.length, _amounts);
    }

    /// @inheritdoc IAbiProbe
    function note(bytes32 tag) external {
        emit Noted(tag);
    }

    /// @inheritdoc IAbiProbe
    function latest() external view returns (Trip memory) {
        return _latest;
    }

    /// @inheritdoc IAbiProbe
    function points(uint256 leg) external view returns (Point[] memory) {
        return _latest.legs[leg].path;
    }

    /// @inheritdoc IAbiProbe
    function lambda(uint256 self) external view returns (uint256) {
        return self + _count;
    }

    /// @inheritdoc IAbiProbe
    function list() external view returns (uint256[] memory) {
        return _amounts;
    }

    /// @inheritdoc IAbiProbe
    function grid(address from, bytes32[2][] calldata rows) external pure returns (bytes32[2][] memory, address) {
        return (rows, from);
    }

    /// @inheritdoc IAbiProbe
    function fail(uint8 kind) external pure {
        if (kind == 0) revert("in words");
        if (kind == 1) assert(false);
        if (kind == 2) {
            assembly ("memory-safe") {
                revert(0, 0)
            }
        }
        revert Closed();
    }
}
