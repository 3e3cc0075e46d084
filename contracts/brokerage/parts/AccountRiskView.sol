// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageAccountRisk } from "../../interfaces/IBrokerageAccountRisk.sol";
import { AccountSets } from "../storage/AccountSets.sol";
import { RiskTerms } from "../storage/RiskTerms.sol";
import { RiskFigures } from "./RiskFigures.sol";
import { Valuation } from "./Valuation.sol";

/// @title AccountRiskView
/// @notice See `IBrokerageAccountRisk`.
abstract contract AccountRiskView is IBrokerageAccountRisk, RiskFigures {
    /// @inheritdoc IBrokerageAccountRisk
    function accountRisk(uint256 account) external view returns (AccountRisk memory risk) {
        AccountSets sets = _opened(account);
        RiskTerms risks = _terms();
        _tell(risk, account, sets, risks, Valuation.assess(_layout(), account, sets, risks));
        // Fifteen words of value types, which are their own encoding.
        assembly ("memory-safe") {
            return(risk, 0x1e0)
        }
    }
}
