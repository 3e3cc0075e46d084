// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Modular compliance of ERC-3643
/// @notice What a token and T-REX's modules call on a token's compliance contract. Amounts are token units.
interface IModularCompliance {
    /// @notice The owner called a function of a bound module.
    event ModuleInteraction(address indexed target, bytes4 selector);

    /// @notice The contract now serves `_token`.
    event TokenBound(address _token);

    /// @notice The contract no longer serves `_token`.
    event TokenUnbound(address _token);

    /// @notice A module joined the decision.
    event ModuleAdded(address indexed _module);

    /// @notice A module left the decision.
    event ModuleRemoved(address indexed _module);

    /// @notice Binds a token: the owner may always, a token may bind itself while none or it itself is bound.
    function bindToken(address token) external;

    /// @notice Releases the bound token: the owner or the token itself.
    function unbindToken(address token) external;

    /// @notice Adds a module to the decision; owner only, at most 25 modules.
    function addModule(address module) external;

    /// @notice Takes a module out of the decision; owner only.
    function removeModule(address module) external;

    /// @notice Calls a bound module in this contract's name; owner only.
    /// @param callData selector and arguments
    /// @param module the bound module
    function callModuleFunction(bytes calldata callData, address module) external;

    /// @notice Tells the modules of a transfer that has happened; bound token only.
    function transferred(address from, address to, uint256 amount) external;

    /// @notice Tells the modules of an issuance that has happened; bound token only.
    function created(address to, uint256 amount) external;

    /// @notice Tells the modules of a redemption that has happened; bound token only.
    function destroyed(address from, uint256 amount) external;

    /// @notice Whether the rules and all bound modules allow the movement; an issuance has `from` zero.
    function canTransfer(address from, address to, uint256 amount) external view returns (bool);

    /// @notice The bound modules.
    function getModules() external view returns (address[] memory);

    /// @notice The bound token, zero when there is none.
    function getTokenBound() external view returns (address);

    /// @notice Whether the module takes part in the decision.
    function isModuleBound(address module) external view returns (bool);
}
