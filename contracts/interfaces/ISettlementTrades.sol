// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ISettlementInstructions } from "./ISettlementInstructions.sol";

/// @title Settlement of a trade
/// @notice Delivery versus payment and payment versus payment, as `ISettlementInstructions` describes them (SET-01).
interface ISettlementTrades {
    /// @notice A trade, or part of one, settled: cash leg `ACSC`, securities leg `SETT`. Irrevocable here from now on.
    /// Both nonces are spent, unless `TradePartSettled` says that this was not the last part.
    event TradeSettled(
        bytes32 indexed tradeId,
        address indexed deliverer,
        address indexed receiver,
        address security,
        uint256 quantity,
        address cash,
        uint256 amount,
        uint256 deliveryNonce,
        uint256 paymentNonce
    );
    /// @notice Instructions that may settle in parts have now settled this quantity; `last` when it is all of it.
    event TradePartSettled(bytes32 indexed delivering, bytes32 indexed paying, uint256 filled, bool last);
    /// @notice Settles a trade, or a part of it, against payment. Anyone may bring both signatures.
    /// @dev Reverts with an error above, of `ISettlementSelection`, or of a token: then nothing has happened. The cash
    /// of parts sums exactly to the whole.
    /// @param quantity units of the security; less than the whole needs the consent of both sides to parts
    function settle(
        ISettlementInstructions.Terms calldata terms,
        ISettlementInstructions.Side calldata delivery,
        ISettlementInstructions.Side calldata payment,
        uint256 quantity
    ) external returns (bytes32 tradeId);
}
