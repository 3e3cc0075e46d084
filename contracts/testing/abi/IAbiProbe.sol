// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice A point, declared outside of any contract.
struct Point {
    int24 x;
    int24 y;
}

/// @title The shapes that an ABI can take, for the tests of the generated package.
interface IAbiProbe {
    enum Side {
        Left,
        Right
    }

    struct Leg {
        Point from;
        Point[] path;
        bytes4 tag;
    }

    struct Trip {
        address owner;
        Leg[2] legs;
        Side side;
        string label;
    }

    /// @notice A trip was stored.
    /// @param from who stored it
    /// @param label its label, hashed because it is indexed
    /// @param trip the trip itself
    event Stored(address indexed from, string indexed label, Trip trip);

    /// @notice An amount was noted under a number.
    event Noted(uint256 indexed lambda, uint256[] amounts);

    /// @notice The same name with other parameters.
    event Noted(bytes32 tag);

    /// @notice Nothing to do for this trip.
    /// @param from who asked
    /// @param trip what was asked
    error TripRefused(address from, Trip trip);

    /// @notice No reason given.
    error Closed();

    /// @notice A name that another contract uses with other parameters.
    error Mismatch(uint256 expected, uint256 got);

    /// @notice Stores a trip and counts it.
    /// @dev Reverts with {TripRefused} when the label is empty.
    /// @param trip what to store, in "quotes" and with a \ in its text
    /// @return count how many are stored now
    /// @return last the label of the latest
    function store(Trip calldata trip) external payable returns (uint256 count, string memory last);

    /// @notice The latest trip.
    function latest() external view returns (Trip memory);

    /// @notice All points of the latest trip's leg.
    function points(uint256 leg) external view returns (Point[] memory);

    /// @notice A grid, to see nested arrays and keyword names.
    function grid(address from, bytes32[2][] calldata rows) external pure returns (bytes32[2][] memory, address);

    /// @notice Notes an amount.
    function note(uint256 amount) external;

    /// @notice Notes a tag.
    function note(bytes32 tag) external;

    /// @notice Fails with one of the compiler's own errors.
    /// @param kind 0 for a reason in words, 1 for a panic, 2 for no reason, 3 for {Closed}
    function fail(uint8 kind) external pure;

    /// @notice A function whose name is a Python keyword.
    function lambda(uint256 self) external view returns (uint256);

    /// @notice A function whose name is a Python type.
    function list() external view returns (uint256[] memory);
}
