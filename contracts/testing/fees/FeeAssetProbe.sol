// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title FeeAssetProbe
/// @notice An asset that anybody mints, with the habits of assets that fees are taken in: a fee on transfer, no return
/// value, a blocklist, a hook of the recipient.
contract FeeAssetProbe {
    /// @notice ERC-20.
    event Transfer(address indexed from, address indexed to, uint256 value);

    /// @notice A party is blocked.
    error Blocked(address account);
    /// @notice The sender has less.
    error TooLittle(uint256 balance, uint256 wanted);

    /// @notice ERC-20.
    mapping(address account => uint256 units) public balanceOf;
    /// @notice Who can neither send nor receive.
    mapping(address account => bool blocked) public blocked;
    /// @notice Share of a transfer that vanishes, ten-thousandths.
    uint256 public transferFeeBps;
    /// @notice Whether `transfer` returns nothing, as USDT does.
    bool public silent;
    /// @notice Whom to call, and with what, in each transfer.
    address public hook;
    /// @notice See `hook`.
    bytes public hookData;

    /// @notice Mints.
    function mint(address to, uint256 units) external {
        balanceOf[to] += units;
        emit Transfer(address(0), to, units);
    }

    /// @notice Sets the fee on transfer.
    function setTransferFeeBps(uint256 bps) external {
        transferFeeBps = bps;
    }

    /// @notice Blocks an account or not.
    function setBlocked(address account, bool on) external {
        blocked[account] = on;
    }

    /// @notice Sets whether transfers return nothing.
    function setSilent(bool on) external {
        silent = on;
    }

    /// @notice Sets what is called in each transfer.
    function setHook(address hook_, bytes calldata data) external {
        hook = hook_;
        hookData = data;
    }

    /// @notice ERC-20.
    function transfer(address to, uint256 units) external returns (bool) {
        if (blocked[msg.sender] || blocked[to]) revert Blocked(blocked[to] ? to : msg.sender);
        if (balanceOf[msg.sender] < units) revert TooLittle(balanceOf[msg.sender], units);
        balanceOf[msg.sender] -= units;
        balanceOf[to] += units - (units * transferFeeBps) / 10_000;
        emit Transfer(msg.sender, to, units);
        if (hook != address(0)) {
            // solhint-disable-next-line avoid-low-level-calls
            (bool success, bytes memory result) = hook.call(hookData);
            if (!success) {
                assembly ("memory-safe") {
                    revert(add(result, 0x20), mload(result))
                }
            }
        }
        if (silent) {
            assembly ("memory-safe") {
                return(0, 0)
            }
        }
        return true;
    }
}
