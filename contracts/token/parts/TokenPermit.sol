// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20Permit } from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import { ECDSA } from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { TokenCore } from "../TokenCore.sol";
import { TokenStorage } from "../storage/TokenStorage.sol";

/// @title TokenPermit
/// @notice Allowances by signature (ERC-2612) and by difference. The domain is the token's name, version 1, chain and
/// address.
/// @dev The domain is computed at each call: the name can change, and so can the chain id at a fork.
abstract contract TokenPermit is TokenCore, IERC20Permit {
    bytes32 private constant DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant PERMIT_TYPE =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
    bytes32 private constant DOMAIN_VERSION = keccak256("1");

    /// @inheritdoc IERC20Permit
    function permit(address owner_, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s)
        external
    {
        if (block.timestamp > deadline) revert IComplianceAwareToken.PermitExpired(deadline);
        TokenStorage.Layout storage $ = _layout();
        uint256 nonce = $.nonces[owner_]++;
        bytes32 structHash = keccak256(abi.encode(PERMIT_TYPE, owner_, spender, value, nonce, deadline));
        address signer = ECDSA.recover(keccak256(abi.encodePacked(hex"1901", _domain(), structHash)), v, r, s);
        if (signer != owner_) revert IComplianceAwareToken.PermitSignerMismatch(signer, owner_);
        _approve(owner_, spender, value);
        emit IComplianceAwareToken.PermitUsed(owner_, nonce);
    }

    /// @notice Raises an allowance, as T-REX's token does.
    function increaseAllowance(address spender, uint256 addedValue) external returns (bool) {
        _approve(msg.sender, spender, _layout().allowances[msg.sender][spender] + addedValue);
        return true;
    }

    /// @notice Lowers an allowance, as T-REX's token does. Reverts with `AllowanceTooLow`.
    function decreaseAllowance(address spender, uint256 subtractedValue) external returns (bool) {
        uint256 allowed = _layout().allowances[msg.sender][spender];
        if (subtractedValue > allowed) {
            revert IComplianceAwareToken.AllowanceTooLow(msg.sender, spender, allowed, subtractedValue);
        }
        _approve(msg.sender, spender, allowed - subtractedValue);
        return true;
    }

    /// @inheritdoc IERC20Permit
    function nonces(address owner_) external view returns (uint256) {
        return _layout().nonces[owner_];
    }

    /// @notice The EIP-712 domain of this token, as `IERC20Permit` asks.
    // solhint-disable-next-line func-name-mixedcase, use-natspec
    function DOMAIN_SEPARATOR() external view returns (bytes32) {
        return _domain();
    }

    function _domain() private view returns (bytes32) {
        return keccak256(
            abi.encode(DOMAIN_TYPE, keccak256(bytes(_layout().name)), DOMAIN_VERSION, block.chainid, address(this))
        );
    }
}
