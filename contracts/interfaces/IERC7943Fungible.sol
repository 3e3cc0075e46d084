// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC165 } from "@openzeppelin/contracts/interfaces/IERC165.sol";

/// @title IERC7943Fungible
/// @notice ERC-7943 (uRWA) for ERC-20 tokens; interface id 0x3edbb4c4. Amounts in token units.
interface IERC7943Fungible is IERC165 {
    /// @notice `amount` was taken from `from` and given to `to` by an authority.
    event ForcedTransfer(address indexed from, address indexed to, uint256 amount);

    /// @notice The frozen amount of `account` is now `amount`, whatever it was before.
    event Frozen(address indexed account, uint256 amount);

    /// @notice `account` may not send.
    error ERC7943CannotSend(address account);

    /// @notice `account` may not receive.
    error ERC7943CannotReceive(address account);

    /// @notice The token's rules refuse this transfer.
    error ERC7943CannotTransfer(address from, address to, uint256 amount);

    /// @notice The balance of `account` covers `amount`, its unfrozen part does not.
    error ERC7943InsufficientUnfrozenBalance(address account, uint256 amount, uint256 unfrozen);

    /// @notice Takes `amount` from `from` and gives it to `to`, unfreezing what it needs.
    /// @return result always true; failure reverts
    function forcedTransfer(address from, address to, uint256 amount) external returns (bool result);

    /// @notice Sets the frozen amount of `account`; it may exceed the balance.
    /// @return result always true; failure reverts
    function setFrozenTokens(address account, uint256 amount) external returns (bool result);

    /// @notice Whether `account` itself may send, balances aside.
    function canSend(address account) external view returns (bool allowed);

    /// @notice Whether `account` itself may receive, balances aside.
    function canReceive(address account) external view returns (bool allowed);

    /// @notice The frozen amount of `account`; it may exceed the balance.
    function getFrozenTokens(address account) external view returns (uint256 amount);

    /// @notice Whether the rules and freezes allow the transfer; says nothing about the balance itself.
    function canTransfer(address from, address to, uint256 amount) external view returns (bool allowed);
}
