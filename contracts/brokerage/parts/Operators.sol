// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { SignatureCheckerLib } from "solady/utils/SignatureCheckerLib.sol";
import { IBrokerageAccounts } from "../../interfaces/IBrokerageAccounts.sol";
import { IBrokerageOperators } from "../../interfaces/IBrokerageOperators.sol";
import { AccountRights } from "../AccountRights.sol";
import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { CreditLine, CreditLines } from "../storage/CreditLine.sol";
import { OperatorGrant, OperatorGrants } from "../storage/OperatorGrant.sol";
import { BrokerageCore } from "./BrokerageCore.sol";
import { BrokerageDomain } from "./BrokerageDomain.sol";

/// @title Operators
/// @notice See `IBrokerageOperators`.
abstract contract Operators is IBrokerageOperators, BrokerageCore, BrokerageDomain {
    bytes32 private constant GRANT_TYPE =
        keccak256("Grant(uint256 account,address operator,uint8 rights,uint40 expiry,uint256 nonce,uint40 deadline)");

    /// @inheritdoc IBrokerageOperators
    function setOperator(uint256 account, address operator, uint8 rights, uint40 expiry) external {
        if (msg.sender != BrokerageStorage.institutionOf(account)) revert NotTheInstitution(account, msg.sender);
        _set(account, operator, rights, expiry);
    }

    /// @inheritdoc IBrokerageOperators
    function grantOperator(Grant calldata grant, bytes calldata signature) external {
        if (block.timestamp > grant.deadline) revert GrantExpired(grant.deadline);
        address institution = BrokerageStorage.institutionOf(grant.account);
        _spend(institution, grant.nonce);
        // Solady's check takes no second form of a signature for a nonce that is spent: a malleated one finds it so.
        if (!SignatureCheckerLib.isValidSignatureNowCalldata(institution, _grantDigest(grant), signature)) {
            revert GrantNotSigned(institution);
        }
        _set(grant.account, grant.operator, grant.rights, grant.expiry);
    }

    /// @inheritdoc IBrokerageOperators
    function cancelGrantNonce(uint256 nonce) external {
        _spend(msg.sender, nonce);
    }

    /// @inheritdoc IBrokerageOperators
    function setLockdown(bool locked) external {
        CreditLine line = _layout().lines[msg.sender];
        if (!line.has(CreditLines.ADMITTED)) revert IBrokerageAccounts.InstitutionUnknown(msg.sender);
        if (line.has(CreditLines.LOCKED_DOWN) == locked) return;
        _layout().lines[msg.sender] = line.withFlag(CreditLines.LOCKED_DOWN, locked);
        emit LockdownSet(msg.sender, locked);
    }

    /// @inheritdoc IBrokerageOperators
    function grantDigest(Grant calldata grant) external view returns (bytes32) {
        return _grantDigest(grant);
    }

    /// @inheritdoc IBrokerageOperators
    function operatorOf(uint256 account, address operator) external view returns (uint8 rights, uint40 expiry) {
        BrokerageStorage.Layout storage $ = _layout();
        OperatorGrant grant = $.operators[account][operator];
        uint256 usable = grant.rightsAt(block.timestamp);
        if ($.lines[BrokerageStorage.institutionOf(account)].has(CreditLines.LOCKED_DOWN)) {
            usable &= AccountRights.PAYING_IN;
        }
        return (uint8(usable), uint40(grant.expiry()));
    }

    /// @inheritdoc IBrokerageOperators
    function isGrantNonceSpent(address institution, uint256 nonce) external view returns (bool) {
        return (_layout().nonces[institution][nonce >> 8] >> (nonce & 0xff)) & 1 != 0;
    }

    /// @inheritdoc IBrokerageOperators
    function isLockedDown(address institution) external view returns (bool) {
        return _layout().lines[institution].has(CreditLines.LOCKED_DOWN);
    }

    function _set(uint256 account, address operator, uint8 rights, uint40 expiry) private {
        _opened(account);
        if (rights & ~AccountRights.ALL != 0) revert RightsUnknown(rights);
        if (operator == address(0) || operator == BrokerageStorage.institutionOf(account)) {
            revert OperatorInvalid(operator);
        }
        _layout().operators[account][operator] = OperatorGrants.pack(rights, expiry);
        emit OperatorSet(account, operator, rights, expiry);
    }

    function _spend(address institution, uint256 nonce) private {
        uint256 word = _layout().nonces[institution][nonce >> 8];
        uint256 bit = 1 << (nonce & 0xff);
        if (word & bit != 0) revert GrantNonceSpent(institution, nonce);
        _layout().nonces[institution][nonce >> 8] = word | bit;
        emit GrantNonceUsed(institution, nonce);
    }

    function _grantDigest(Grant calldata grant) private view returns (bytes32) {
        // A struct of static members is encoded as its members are, one word each.
        return _typedDigest(keccak256(abi.encode(GRANT_TYPE, grant)));
    }
}
