// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IERC3643Agent
/// @notice The half of ERC-3643's token that moves, freezes and stops tokens. Amounts in token units.
/// @dev Agents act also while the token is paused. Arrays of one call must have equal length.
interface IERC3643Agent {
    /// @notice A wallet was frozen or released as a whole.
    event AddressFrozen(address indexed userAddress, bool indexed isFrozen, address indexed owner);

    /// @notice The frozen part of a holding grew by `amount`.
    event TokensFrozen(address indexed userAddress, uint256 amount);

    /// @notice The frozen part of a holding shrank by `amount`.
    event TokensUnfrozen(address indexed userAddress, uint256 amount);

    /// @notice Transfers were stopped by `userAddress`.
    event Paused(address userAddress);

    /// @notice Transfers were allowed again by `userAddress`.
    event Unpaused(address userAddress);

    /// @notice Stops transfers; agent only. Reverts with `EnforcedPause` when paused.
    function pause() external;

    /// @notice Allows transfers; agent only. Reverts with `ExpectedPause` when not paused.
    function unpause() external;

    /// @notice Freezes or releases a wallet as a whole; agent only.
    function setAddressFrozen(address userAddress, bool freeze) external;

    /// @notice Freezes `amount` more; agent only. Reverts with `FreezeExceedsBalance` above the unfrozen balance.
    function freezePartialTokens(address userAddress, uint256 amount) external;

    /// @notice Releases `amount`; agent only. Reverts with `UnfreezeExceedsFrozen` above the frozen amount.
    function unfreezePartialTokens(address userAddress, uint256 amount) external;

    /// @notice Moves tokens by authority; agent only, the recipient must be verified, rules are not asked.
    /// @return success always true; failure reverts
    function forcedTransfer(address from, address to, uint256 amount) external returns (bool success);

    /// @notice Issues tokens to a verified wallet within the rules; agent only.
    function mint(address to, uint256 amount) external;

    /// @notice Redeems tokens, unfreezing what it needs; agent only.
    function burn(address userAddress, uint256 amount) external;

    /// @notice Several transfers of the caller in one call; all or none.
    function batchTransfer(address[] calldata toList, uint256[] calldata amounts) external;

    /// @notice Several forced transfers; all or none, agent only.
    function batchForcedTransfer(address[] calldata fromList, address[] calldata toList, uint256[] calldata amounts)
        external;

    /// @notice Several issuances; all or none, agent only.
    function batchMint(address[] calldata toList, uint256[] calldata amounts) external;

    /// @notice Several redemptions; all or none, agent only.
    function batchBurn(address[] calldata userAddresses, uint256[] calldata amounts) external;

    /// @notice Several wallet freezes; all or none, agent only.
    function batchSetAddressFrozen(address[] calldata userAddresses, bool[] calldata freeze) external;

    /// @notice Several partial freezes; all or none, agent only.
    function batchFreezePartialTokens(address[] calldata userAddresses, uint256[] calldata amounts) external;

    /// @notice Several partial releases; all or none, agent only.
    function batchUnfreezePartialTokens(address[] calldata userAddresses, uint256[] calldata amounts) external;

    /// @notice Whether transfers are stopped.
    function paused() external view returns (bool);

    /// @notice Whether a wallet is frozen as a whole.
    function isFrozen(address userAddress) external view returns (bool);

    /// @notice The frozen part of a holding, which may exceed the balance.
    function getFrozenTokens(address userAddress) external view returns (uint256);
}
