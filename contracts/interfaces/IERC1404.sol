// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IERC1404
/// @notice ERC-1404: a transfer's refusal as a code and a sentence, before it is sent.
interface IERC1404 {
    /// @notice The code with which `transfer(to, value)` sent by `from` would be refused now; 0 when it would pass.
    /// @param value amount in token units
    function detectTransferRestriction(address from, address to, uint256 value) external view returns (uint8 code);

    /// @notice The sentence that belongs to a code.
    function messageForTransferRestriction(uint8 code) external view returns (string memory message);
}
