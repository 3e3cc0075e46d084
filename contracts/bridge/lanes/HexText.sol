// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title HexText
/// @notice Addresses as text, without a loop over their digits.
library HexText {
    /// @notice Forty digits in lower case, the first 32 and then eight.
    function digits(address account) internal pure returns (bytes32 first, bytes8 last) {
        uint256 number = uint160(account);
        return (bytes32(_digits(number >> 32)), bytes8(bytes32(_digits(uint32(number)) << 192)));
    }

    /// @dev The digits of 16 bytes. The number is halved into ever smaller pieces until each half byte has a byte; to
    /// one that is ten or more, six carries into its upper half, and letters stand 39 behind where digits would go on.
    function _digits(uint256 number) private pure returns (uint256 text) {
        unchecked {
            text = (number | (number << 64)) & 0x0000000000000000ffffffffffffffff0000000000000000ffffffffffffffff;
            text = (text | (text << 32)) & 0x00000000ffffffff00000000ffffffff00000000ffffffff00000000ffffffff;
            text = (text | (text << 16)) & 0x0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff;
            text = (text | (text << 8)) & 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff;
            text = (text | (text << 4)) & 0x0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f;
            uint256 letters = ((text + 0x0606060606060606060606060606060606060606060606060606060606060606) >> 4)
                & 0x0101010101010101010101010101010101010101010101010101010101010101;
            return text + 0x3030303030303030303030303030303030303030303030303030303030303030 + letters * 39;
        }
    }
}
