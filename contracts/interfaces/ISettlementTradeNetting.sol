// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ISettlementInstructions } from "./ISettlementInstructions.sol";

/// @title Netting of trades
/// @notice Trades settled together under the CPSS report's models 2 (gross securities, net funds) and 3 (net
/// securities, net funds). A security's rules and lots apply to the movements that are left.
interface ISettlementTradeNetting {
    /// @notice How trades of a batch settle.
    enum DvpModel {
        NET_FUNDS,
        NET_BOTH
    }

    /// @notice Trades settled by their net positions.
    event TradesNetted(DvpModel indexed model, uint256 trades, uint256 movements);

    /// @notice A batch holds from 1 to `most` trades, as many deliveries and as many payments.
    error TradesInvalid(uint256 most);

    /// @notice Settles trades together: securities trade by trade or net, funds net.
    /// @dev All or nothing; each trade as in `settle`, in full and without holds. At most 32 trades.
    function settleTrades(
        DvpModel model,
        ISettlementInstructions.Terms[] calldata trades,
        ISettlementInstructions.Side[] calldata deliveries,
        ISettlementInstructions.Side[] calldata payments
    ) external;
}
