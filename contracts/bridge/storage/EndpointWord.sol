// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice A protocol's contract as it lies in its first slot. From bit 0: address 160, the protocol's number of this
/// chain 64, known to be free to send 8.
type EndpointWord is uint256;

using EndpointWords for EndpointWord global;

/// @title EndpointWords
/// @notice Reading of `EndpointWord`s.
library EndpointWords {
    uint256 private constant SENDS_SHIFT = 224;

    function endpoint(EndpointWord word) internal pure returns (address) {
        return address(uint160(EndpointWord.unwrap(word)));
    }

    /// @notice Whether neither sending nor the protocol is paused. Where it is not known to be so, the pauses
    /// themselves tell.
    function sends(EndpointWord word) internal pure returns (bool) {
        return (EndpointWord.unwrap(word) >> SENDS_SHIFT) & 1 != 0;
    }
}
