// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ERC165 } from "@openzeppelin/contracts/utils/introspection/ERC165.sol";

import { ManagedUpgradeable } from "../../access/ManagedUpgradeable.sol";
import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";
import { IComplianceModule } from "../../interfaces/IComplianceModule.sol";
import { IExternalModulesHost } from "../../interfaces/IExternalModulesHost.sol";
import { IModularCompliance } from "../../interfaces/IModularCompliance.sol";
import { ITokenCompliance } from "../../interfaces/ITokenCompliance.sol";
import { ITokenFacts } from "./ITokenFacts.sol";

/// @title TokenCompliance
/// @notice See `ITokenCompliance`.
/// @dev A module may call back into the token while it is told of a movement, as one that collects fees does: state
/// here
/// changes only in calls of the access manager, so there is nothing that such a call could find half done.
contract TokenCompliance is ITokenCompliance, ManagedUpgradeable, ERC165 {
    /// @custom:storage-location erc7201:quantera.storage.TokenCompliance
    struct ComplianceState {
        IComplianceEngine engine;
        address token;
        address[] modules;
        // Place in the list plus one; zero when the module is not bound.
        mapping(address module => uint256 indexPlusOne) places;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.TokenCompliance")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0x11de1563f15ccab0910215f2f23c6e92d19143dec4693c363f30733afaeb9600;

    uint256 private constant MAX_MODULES = 25;

    modifier onlyToken() {
        if (msg.sender != _state().token) revert NotBoundToken(msg.sender);
        _;
    }

    /// @notice Sets the contract up for one token, which may not exist yet: nobody else can bind itself first.
    /// @param authority the chain's access manager
    /// @param engine_ the chain's compliance engine
    /// @param token where the token is or will be
    function initialize(address authority, IComplianceEngine engine_, address token) external initializer {
        if (address(engine_) == address(0)) revert ZeroAddress();
        __Managed_init(authority);
        _state().engine = engine_;
        _bind(token);
    }

    // ------------------------------------------------------------------ binding

    /// @inheritdoc IModularCompliance
    function bindToken(address token) external {
        address bound = _state().token;
        bool itself = msg.sender == token && (bound == address(0) || bound == token);
        if (msg.sender != owner() && !itself) revert NotOwnerOrToken(msg.sender);
        _bind(token);
    }

    /// @inheritdoc IModularCompliance
    function unbindToken(address token) external {
        if (msg.sender != owner() && msg.sender != token) revert NotOwnerOrToken(msg.sender);
        ComplianceState storage $ = _state();
        if (token == address(0) || token != $.token) revert TokenNotBound(token);
        delete $.token;
        emit TokenUnbound(token);
    }

    // ------------------------------------------------------------------ modules

    /// @inheritdoc IModularCompliance
    function addModule(address module) external restricted {
        if (module == address(0)) revert ZeroAddress();
        ComplianceState storage $ = _state();
        if ($.places[module] != 0) revert ModuleAlreadyBound(module);
        if ($.modules.length == MAX_MODULES) revert TooManyModules(MAX_MODULES);
        IComplianceModule bound = IComplianceModule(module);
        if (!bound.isPlugAndPlay() && !bound.canComplianceBind(address(this))) revert ModuleRefusesCompliance(module);
        $.modules.push(module);
        $.places[module] = $.modules.length;
        emit ModuleAdded(module);
        bound.bindCompliance(address(this));
        if ($.modules.length == 1) _tellToken(true);
    }

    /// @inheritdoc IModularCompliance
    function removeModule(address module) external restricted {
        ComplianceState storage $ = _state();
        uint256 place = $.places[module];
        if (place == 0) revert ModuleNotBound(module);
        address last = $.modules[$.modules.length - 1];
        $.modules[place - 1] = last;
        $.places[last] = place;
        $.modules.pop();
        delete $.places[module];
        emit ModuleRemoved(module);
        IComplianceModule(module).unbindCompliance(address(this));
        if ($.modules.length == 0) _tellToken(false);
    }

    /// @inheritdoc IModularCompliance
    function callModuleFunction(bytes calldata callData, address module) external restricted {
        if (_state().places[module] == 0) revert ModuleNotBound(module);
        emit ModuleInteraction(module, bytes4(callData));
        emit ModuleCalled(module, callData);
        // The module's own reason must reach the caller, whatever its form; its return value is not used.
        // slither-disable-next-line low-level-calls
        (bool success, bytes memory answer) = module.call(callData);
        if (!success) {
            assembly ("memory-safe") {
                revert(add(answer, 0x20), mload(answer))
            }
        }
    }

    // ------------------------------------------------------------------ reports

    /// @inheritdoc IModularCompliance
    function transferred(address from, address to, uint256 amount) external onlyToken {
        if (from == address(0) || to == address(0)) revert ZeroAddress();
        if (amount == 0) revert ZeroAmount();
        address[] memory modules = _state().modules;
        for (uint256 i; i < modules.length; ++i) {
            IComplianceModule(modules[i]).moduleTransferAction(from, to, amount);
        }
    }

    /// @inheritdoc IModularCompliance
    function created(address to, uint256 amount) external onlyToken {
        if (to == address(0)) revert ZeroAddress();
        if (amount == 0) revert ZeroAmount();
        address[] memory modules = _state().modules;
        for (uint256 i; i < modules.length; ++i) {
            IComplianceModule(modules[i]).moduleMintAction(to, amount);
        }
    }

    /// @inheritdoc IModularCompliance
    function destroyed(address from, uint256 amount) external onlyToken {
        if (from == address(0)) revert ZeroAddress();
        if (amount == 0) revert ZeroAmount();
        address[] memory modules = _state().modules;
        for (uint256 i; i < modules.length; ++i) {
            IComplianceModule(modules[i]).moduleBurnAction(from, amount);
        }
    }

    // ------------------------------------------------------------------ views

    /// @inheritdoc IModularCompliance
    function canTransfer(address from, address to, uint256 amount) external view returns (bool) {
        ComplianceState storage $ = _state();
        address token = $.token;
        if (token == address(0)) return modulesAllow(from, to, amount);
        ITokenFacts facts = ITokenFacts(token);
        bool issues = from == address(0);
        uint8 code = $.engine
            .preview(
                token,
                issues ? IComplianceEngine.Path.MINT : IComplianceEngine.Path.TRANSFER,
                IComplianceEngine.Movement({
                    spender: from,
                    from: from,
                    to: to,
                    amount: amount,
                    fromBalanceBefore: issues ? 0 : facts.balanceOf(from),
                    toBalanceBefore: facts.balanceOf(to),
                    totalSupplyBefore: issues ? facts.totalSupply() : 0
                })
            );
        return code == 0 && modulesAllow(from, to, amount);
    }

    /// @inheritdoc ITokenCompliance
    function modulesAllow(address from, address to, uint256 amount) public view returns (bool) {
        address[] memory modules = _state().modules;
        for (uint256 i; i < modules.length; ++i) {
            if (!IComplianceModule(modules[i]).moduleCheck(from, to, amount, address(this))) return false;
        }
        return true;
    }

    /// @inheritdoc IModularCompliance
    function getModules() external view returns (address[] memory) {
        return _state().modules;
    }

    /// @inheritdoc IModularCompliance
    function getTokenBound() external view returns (address) {
        return _state().token;
    }

    /// @inheritdoc IModularCompliance
    function isModuleBound(address module) external view returns (bool) {
        return _state().places[module] != 0;
    }

    /// @inheritdoc ITokenCompliance
    function hasModules() external view returns (bool) {
        return _state().modules.length != 0;
    }

    /// @inheritdoc ITokenCompliance
    function engine() external view returns (IComplianceEngine) {
        return _state().engine;
    }

    /// @inheritdoc ITokenCompliance
    function owner() public view returns (address) {
        return authority();
    }

    /// @inheritdoc ERC165
    function supportsInterface(bytes4 interfaceId) public view override returns (bool) {
        return interfaceId == type(ITokenCompliance).interfaceId || interfaceId == type(IModularCompliance).interfaceId
            || super.supportsInterface(interfaceId);
    }

    // ------------------------------------------------------------------ internals

    function _bind(address token) private {
        if (token == address(0)) revert ZeroAddress();
        _state().token = token;
        emit TokenBound(token);
    }

    function _tellToken(bool active) private {
        address token = _state().token;
        if (token != address(0)) IExternalModulesHost(token).setExternalModules(active);
    }

    function _state() private pure returns (ComplianceState storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }
}
