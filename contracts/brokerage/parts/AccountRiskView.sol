// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageAccountRisk } from "../../interfaces/IBrokerageAccountRisk.sol";
import { RiskFigures } from "./RiskFigures.sol";

/// @title AccountRiskView
/// @notice See `IBrokerageAccountRisk`.
abstract contract AccountRiskView is IBrokerageAccountRisk, RiskFigures {
    /// @inheritdoc IBrokerageAccountRisk
    function accountRisk(uint256 account) external view returns (AccountRisk memory risk) {
        _assessInto(risk, account, new int16[](0));
        // Fifteen words of value types, which are their own encoding.
        assembly ("memory-safe") {
            return(risk, 0x1e0)
        }
    }
}
