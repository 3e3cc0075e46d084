// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IMessageProbe } from "./IMessageProbe.sol";

/// @title MessageProbe
/// @notice What the probes of all protocols share: peers, a count for each payload, and refusal on demand.
abstract contract MessageProbe is IMessageProbe {
    struct Peer {
        uint256 chainId;
        uint64 remote;
        address probe;
        string name;
    }

    bool public refusing;

    mapping(uint256 chainId => Peer) private _peers;
    mapping(uint64 remote => uint256 chainId) private _chainIds;
    mapping(uint256 chainId => mapping(bytes32 payloadHash => uint256)) private _timesTaken;

    /// @inheritdoc IMessageProbe
    function connect(uint256 chainId, uint64 remote, string calldata name, address probe) external {
        _peers[chainId] = Peer(chainId, remote, probe, name);
        _chainIds[remote] = chainId;
    }

    /// @inheritdoc IMessageProbe
    function refuse(bool refusing_) external {
        refusing = refusing_;
    }

    /// @inheritdoc IMessageProbe
    function timesTaken(uint256 chainId, bytes32 payloadHash) external view returns (uint256 times) {
        return _timesTaken[chainId][payloadHash];
    }

    function _take(uint64 remote, bytes32 sender, bytes memory payload) internal {
        require(_isPeer(remote, sender), NotAPeer(remote, sender));
        require(!refusing, Refusing());
        uint256 chainId = _chainIds[remote];
        bytes32 payloadHash = keccak256(payload);
        uint256 times = ++_timesTaken[chainId][payloadHash];
        emit Arrived(chainId, payloadHash, times);
    }

    function _isPeer(uint64 remote, bytes32 sender) internal view returns (bool) {
        address probe = _peers[_chainIds[remote]].probe;
        return probe != address(0) && sender == _word(probe);
    }

    function _peer(uint256 chainId) internal view returns (Peer memory peer) {
        peer = _peers[chainId];
        require(peer.probe != address(0), NoPeer(chainId));
    }

    function _word(address account) internal pure returns (bytes32) {
        return bytes32(uint256(uint160(account)));
    }
}
