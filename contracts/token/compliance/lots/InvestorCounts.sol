// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IRuleConfiguration } from "../../../interfaces/IRuleConfiguration.sol";
import { ComplianceStorage, TokenState } from "../ComplianceStorage.sol";
import { HolderCounts } from "../HolderCounts.sol";
import { TokenRules } from "../TokenRules.sol";

/// @title InvestorCounts
/// @notice Holders of a token that keeps lots: whoever has a lot, in wallets or in custody. A custodian is none.
/// @dev Logs do not tell under which record a custodian's investor is counted, so each change is told.
library InvestorCounts {
    /// @notice Counts an investor who has got the first lot.
    /// @param bucket see `HolderCounts`
    function join(TokenState storage state, TokenRules rules, address token, address identity, uint256 bucket)
        internal
    {
        HolderCounts.admit(state, rules, ComplianceStorage.countKey(token, rules), identity, bucket);
        emit IRuleConfiguration.HolderRecounted(token, identity, bucket);
    }

    /// @notice Counts an investor no longer, of whom no lot is left.
    function remove(TokenState storage state, TokenRules rules, address token, address identity) internal {
        uint256 bucket = HolderCounts.release(state, rules, ComplianceStorage.countKey(token, rules), identity);
        if (bucket != 0) emit IRuleConfiguration.HolderRecounted(token, identity, 0);
    }
}
