// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title HostileEndpoint
/// @notice Stands where a protocol's contract should be, and answers whatever it is asked with the same word, or burns
/// all gas.
contract HostileEndpoint {
    uint256 private immutable ANSWER;
    bool private immutable BURNS;

    constructor(uint256 answer, bool burns) {
        ANSWER = answer;
        BURNS = burns;
    }

    fallback() external payable {
        uint256 answer = ANSWER;
        // An invalid instruction takes all gas that is left.
        bool burns = BURNS;
        assembly ("memory-safe") {
            if burns { invalid() }
            mstore(0, answer)
            return(0, 32)
        }
    }
}
