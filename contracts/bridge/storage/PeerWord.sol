// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { EndpointWord } from "./EndpointWord.sol";
import { LaneGate } from "./LaneGate.sol";

/// @notice A peer as it lies in its slot. From bit 0: address 160, the protocol's number of its chain 64, tier of
/// security 8, gate of the lane 8.
type PeerWord is uint256;

using PeerWords for PeerWord global;

/// @title PeerWords
/// @notice Reading of `PeerWord`s.
library PeerWords {
    uint256 private constant NUMBER_SHIFT = 160;
    uint256 private constant GATE_SHIFT = 232;

    function bridge(PeerWord word) internal pure returns (address) {
        return address(uint160(PeerWord.unwrap(word)));
    }

    function number(PeerWord word) internal pure returns (uint256) {
        return uint64(PeerWord.unwrap(word) >> NUMBER_SHIFT);
    }

    function gate(PeerWord word) internal pure returns (LaneGate) {
        return LaneGate.wrap(uint8(PeerWord.unwrap(word) >> GATE_SHIFT));
    }

    /// @notice Whether there are a peer and a contract of the protocol here.
    function isReachedBy(PeerWord word, EndpointWord own) internal pure returns (bool reached) {
        assembly ("memory-safe") {
            reached := iszero(or(iszero(shl(96, own)), iszero(shl(96, word))))
        }
    }

    /// @notice Whether it is that account on the protocol's chain of that number. Nothing is a peer until it is set:
    /// zero never is.
    function isOf(PeerWord word, uint256 number_, uint256 account) internal pure returns (bool) {
        address own = word.bridge();
        return own != address(0) && account == uint160(own) && number_ == word.number();
    }
}
