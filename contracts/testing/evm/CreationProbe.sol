// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title ChildProbe
/// @notice A contract that others create, that can refuse to be born and can end itself.
contract ChildProbe {
    error NotBorn(uint256 seed);

    uint256 public immutable SEED;
    uint256 public count;

    constructor(uint256 seed) payable {
        require(seed != 13, NotBorn(seed));
        SEED = seed;
        count = seed;
    }

    receive() external payable { }

    function increase() external returns (uint256) {
        return ++count;
    }

    /// @dev SELFDESTRUCT is what this probe is about: Cancun's meaning of it must be the same on both machines.
    function end(address payable heir) external {
        selfdestruct(heir);
    }
}

/// @title CreationProbe
/// @notice Creates, with CREATE and CREATE2, and lets what it created end in the same transaction or later.
contract CreationProbe {
    event Created(address child, bytes32 codeHash, uint256 codeSize);

    receive() external payable { }

    function create(uint256 seed) external payable returns (ChildProbe child) {
        child = new ChildProbe{ value: msg.value }(seed);
        emit Created(address(child), address(child).codehash, address(child).code.length);
    }

    function create2(uint256 seed, bytes32 salt) external payable returns (ChildProbe child) {
        child = new ChildProbe{ salt: salt, value: msg.value }(seed);
        emit Created(address(child), address(child).codehash, address(child).code.length);
    }

    function createAndEnd(uint256 seed, bytes32 salt, address payable heir)
        external
        payable
        returns (ChildProbe child)
    {
        child = new ChildProbe{ salt: salt, value: msg.value }(seed);
        child.end(heir);
        emit Created(address(child), address(child).codehash, address(child).code.length);
    }

    function inspect(address account) external view returns (bytes32 codeHash, uint256 codeSize, uint256 balance) {
        return (account.codehash, account.code.length, account.balance);
    }
}

/// @title DelegateProbe
/// @notice A bare proxy: everything is the logic's code on this contract's storage.
contract DelegateProbe {
    address private immutable LOGIC;

    constructor(address logic) {
        LOGIC = logic;
    }

    receive() external payable {
        _delegate();
    }

    fallback() external payable {
        _delegate();
    }

    function _delegate() private {
        address logic = LOGIC;
        assembly {
            calldatacopy(0, 0, calldatasize())
            let done := delegatecall(gas(), logic, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            switch done
            case 0 { revert(0, returndatasize()) }
            default { return(0, returndatasize()) }
        }
    }
}
