// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title MachineProbe
/// @notice Reads what the machine tells, uses every kind of its memory, and fails in each of its ways.
contract MachineProbe {
    struct Packed {
        uint128 amount;
        uint40 time;
        uint8 kind;
        bool open;
        int72 delta;
    }

    struct Seen {
        uint256 timestamp;
        uint256 number;
        uint256 chainId;
        uint256 baseFee;
        uint256 gasPrice;
        uint256 gasLimit;
        address origin;
        address sender;
        uint256 value;
        uint256 balance;
        uint256 senderCodeSize;
    }

    event Observed(Seen seen);
    event Entered(uint256 depth);

    error TooDeep(uint256 depth);
    error Locked();

    uint256 private constant LOCK = 0x5ca1ab1e;

    Packed public packed;
    mapping(uint256 key => uint256 value) public slots;
    Seen public last;
    bytes public blob;

    receive() external payable { }

    fallback(bytes calldata data) external payable returns (bytes memory) {
        return abi.encode(msg.value, data);
    }

    function look() external view returns (Seen memory) {
        return _look();
    }

    function observe() external payable {
        last = _look();
        emit Observed(last);
    }

    function pack(uint128 amount, uint40 time, uint8 kind, bool open, int72 delta) external {
        packed = Packed(amount, time, kind, open, delta);
    }

    function setBlob(bytes calldata data) external {
        blob = data;
    }

    function fill(uint256 from, uint256 count, uint256 value) external {
        for (uint256 i = from; i < from + count; ++i) {
            slots[i] = value;
        }
    }

    /// @notice Sets and restores within one transaction: the refund rules of EIP-2200 and EIP-3529.
    function churn(uint256 key, uint256 value) external {
        uint256 before = slots[key];
        slots[key] = value;
        slots[key] = 0;
        slots[key] = before;
    }

    /// @notice Returns what transient storage held before: always zero in a new transaction.
    function mark(uint256 value) public returns (uint256 before) {
        assembly ("memory-safe") {
            before := tload(LOCK)
            tstore(LOCK, value)
        }
    }

    function markTwice(uint256 value) external returns (uint256 first, uint256 second) {
        first = mark(value);
        second = mark(value);
    }

    /// @notice Calls the sender back with data of its choice; a second entry in one transaction is refused.
    function guarded(bytes calldata data) external returns (bytes memory answer) {
        uint256 held;
        assembly ("memory-safe") {
            held := tload(LOCK)
            tstore(LOCK, 1)
        }
        require(held == 0, Locked());
        (bool done, bytes memory returned) = msg.sender.call(data);
        if (!done) _bubble(returned);
        assembly ("memory-safe") {
            tstore(LOCK, 0)
        }
        return returned;
    }

    /// @notice Calls itself `depth` times and refuses at the bottom when told to.
    function dive(uint256 depth, bool refuse) external returns (uint256) {
        emit Entered(depth);
        if (depth == 0) {
            require(!refuse, TooDeep(0));
            return 1;
        }
        return 1 + this.dive(depth - 1, refuse);
    }

    /// @notice Swallows a failure below: the outer transaction keeps its effects, the inner loses its own.
    function tryDive(uint256 depth, bool refuse) external returns (bool) {
        slots[depth] += 1;
        try this.dive(depth, refuse) returns (uint256) {
            return true;
        } catch {
            return false;
        }
    }

    function send(address payable to, uint256 amount, bytes calldata data) external payable returns (bytes memory) {
        (bool done, bytes memory returned) = to.call{ value: amount }(data);
        if (!done) _bubble(returned);
        return returned;
    }

    function hash(uint256 size) external returns (bytes32 digest) {
        digest = keccak256(new bytes(size));
        slots[0] = uint256(digest);
    }

    function precompiles(bytes32 digest, uint8 v, bytes32 r, bytes32 s)
        external
        view
        returns (address signer, bytes32 sha, bytes20 ripe, uint256 power)
    {
        signer = ecrecover(digest, v, r, s);
        sha = sha256(abi.encode(digest));
        ripe = ripemd160(abi.encode(digest));
        bytes memory input = abi.encode(32, 32, 32, 3, uint256(v), type(uint256).max);
        (bool done, bytes memory output) = address(5).staticcall(input);
        require(done, "modexp");
        power = abi.decode(output, (uint256));
    }

    function logs(uint256 kinds, bytes calldata data) external {
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, data.offset, data.length)
            if and(kinds, 1) { log0(free, data.length) }
            if and(kinds, 2) { log1(free, data.length, 1) }
            if and(kinds, 4) { log2(free, data.length, 1, 2) }
            if and(kinds, 8) { log3(free, data.length, 1, 2, 3) }
            if and(kinds, 16) { log4(free, data.length, 1, 2, 3, 4) }
        }
    }

    function fail(uint256 way) external pure returns (uint256) {
        uint256[] memory empty = new uint256[](0);
        if (way == 0) assert(false);
        if (way == 1) return 1 / (way - 1);
        if (way == 2) return way - 3;
        if (way == 3) return empty[way];
        if (way == 4) revert();
        if (way == 5) revert("plain words");
        assembly ("memory-safe") {
            if eq(way, 6) { invalid() }
        }
        while (way == 7) { }
        return way;
    }

    function _look() private view returns (Seen memory) {
        return Seen({
            timestamp: block.timestamp,
            number: block.number,
            chainId: block.chainid,
            baseFee: block.basefee,
            gasPrice: tx.gasprice,
            gasLimit: block.gaslimit,
            origin: tx.origin,
            sender: msg.sender,
            value: msg.value,
            balance: address(this).balance,
            senderCodeSize: msg.sender.code.length
        });
    }

    function _bubble(bytes memory returned) private pure {
        assembly ("memory-safe") {
            revert(add(returned, 32), mload(returned))
        }
    }
}
