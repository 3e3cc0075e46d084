// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title TypesProbe
/// @notice Takes and returns, logs and reverts with every kind of ABI type.
contract TypesProbe {
    enum Level {
        Low,
        Middle,
        High
    }

    struct Point {
        int128 x;
        int128 y;
    }

    struct Person {
        address account;
        string name;
        Level level;
        Point[] path;
        bytes32[2] marks;
    }

    event Words(uint8 indexed small, int256 wide, address indexed account, bool flag, bytes4 tag);
    event Shapes(Person person, uint256[] numbers, Point indexed hashedPoint, uint256[2] indexed hashedPair);
    event Numbered(uint256 indexed number);
    event Numbered(uint256 indexed number, uint256 other);
    event Reserved(address from, address lambda, uint256 _hidden, uint256);

    error Refused(Person person, uint256[] numbers, bytes data);
    error Nothing();

    function words(uint8 a, int24 b, address c, bool d, bytes4 e, bytes32 f, Level g)
        external
        pure
        returns (uint8, int24, address, bool, bytes4, bytes32, Level)
    {
        return (a, b, c, d, e, f, g);
    }

    function texts(string calldata text, bytes calldata data)
        external
        pure
        returns (string memory sameText, bytes memory sameData)
    {
        return (text, data);
    }

    function arrays(
        uint256[] calldata open,
        int16[3] calldata closed,
        bytes[] calldata parts,
        address[][2] calldata deep
    ) external pure returns (uint256[] memory, int16[3] memory, bytes[] memory, address[][2] memory) {
        return (open, closed, parts, deep);
    }

    function person(Person calldata who) external pure returns (Person memory) {
        return who;
    }

    function people(Person[] calldata all, Point calldata where)
        external
        pure
        returns (Person[] memory same, Point memory at)
    {
        return (all, where);
    }

    function named(uint256 amount, address to) external pure returns (uint256 left, address from, bool _done) {
        return (amount, to, amount != 0);
    }

    function nothing() external pure { }

    function logWords(uint8 a, int256 b, address c, bool d, bytes4 e) external {
        emit Words(a, b, c, d, e);
    }

    function logShapes(Person calldata who, uint256[] calldata numbers, Point calldata point) external {
        emit Shapes(who, numbers, point, [uint256(1), 2]);
    }

    function logOverloads() external {
        emit Numbered(1);
        emit Numbered(2, 3);
        emit Reserved(address(1), address(2), 3, 4);
    }

    function refuse(Person calldata who, uint256[] calldata numbers, bytes calldata data) external pure {
        revert Refused(who, numbers, data);
    }

    function refuseBare() external pure {
        revert Nothing();
    }

    function refuseRaw(bytes calldata data) external pure {
        assembly ("memory-safe") {
            calldatacopy(0, data.offset, data.length)
            revert(0, data.length)
        }
    }

    /// @notice Returns words that are not clean: a decoder that only cuts would hide them.
    function dirty() external pure returns (address, bool, uint8) {
        assembly ("memory-safe") {
            mstore(0, not(0))
            mstore(32, 2)
            mstore(64, 256)
            return(0, 96)
        }
    }
}
