// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { SignatureChecker } from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import { IBrokerageMatching } from "../../interfaces/IBrokerageMatching.sol";
import { AccountRights } from "../AccountRights.sol";
import { TradingStorage } from "../storage/TradingStorage.sol";
import { BrokerageDomain } from "./BrokerageDomain.sol";
import { TradingCore } from "./TradingCore.sol";

/// @title TradeOrders
/// @notice What accounts have agreed to, who signed it, and what is left of it.
abstract contract TradeOrders is TradingCore, BrokerageDomain {
    bytes32 private constant ORDER_TYPE = keccak256(
        "TradeOrder(uint256 account,uint8 assetId,int256 size,uint256 limitPrice,uint256 counterparty,address signer,"
        "uint256 nonce,uint40 expiry)"
    );

    /// @dev Uses up a part of an order that its signer has consented to.
    function _useOrder(
        IBrokerageMatching.TradeOrder calldata order,
        bytes calldata signature,
        uint256 size,
        uint256 counterparty
    ) internal returns (bytes32 hash) {
        if (block.timestamp > order.expiry) revert IBrokerageMatching.OrderExpired(order.expiry);
        if (order.counterparty != 0 && order.counterparty != counterparty) {
            revert IBrokerageMatching.OrdersUnfit("counterparty");
        }
        _requireRightOf(order.account, order.signer, AccountRights.TRADE);
        hash = _hashOf(order);
        if (signature.length == 0 ? msg.sender != order.signer : !_isSigned(order.signer, hash, signature)) {
            revert IBrokerageMatching.OrderNotSigned(order.signer);
        }
        TradingStorage.Layout storage $ = TradingStorage.load();
        uint256 filled = $.filled[hash];
        uint256 remaining = _magnitude(order.size) - filled;
        if (size == 0 || size > remaining) revert IBrokerageMatching.OrderSizeExceeded(hash, size, remaining);
        $.filled[hash] = filled + size;
        _useNonce(order.signer, order.nonce, size == remaining);
        emit IBrokerageMatching.OrderFilled(hash, filled + size);
    }

    /// @dev A nonce is spent with an order's last part; until then it must not have been.
    function _useNonce(address signer, uint256 nonce, bool last) internal {
        mapping(uint256 => uint256) storage words = TradingStorage.load().nonces[signer];
        uint256 bit = 1 << (nonce & 0xFF);
        uint256 word = words[nonce >> 8];
        if (word & bit != 0) revert IBrokerageMatching.OrderNonceUsed(signer, nonce);
        if (!last) return;
        words[nonce >> 8] = word | bit;
        emit IBrokerageMatching.OrderNonceSpent(signer, nonce);
    }

    function _hashOf(IBrokerageMatching.TradeOrder calldata order) internal pure returns (bytes32) {
        // A struct of static members is encoded as its members are, one word each.
        return keccak256(abi.encode(ORDER_TYPE, order));
    }

    function _isSigned(address signer, bytes32 hash, bytes calldata signature) private view returns (bool) {
        return SignatureChecker.isValidSignatureNowCalldata(signer, _typedDigest(hash), signature);
    }
}
