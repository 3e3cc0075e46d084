// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { RiskWord, RiskWords } from "../storage/RiskWord.sol";

/// @title HaircutRamps
/// @notice Changes haircuts in an asset's word. Where a ramp stands in between, `Valuation` says.
library HaircutRamps {
    /// @notice The word with a haircut that does not move.
    function settled(RiskWord word, uint256 haircutBps) internal pure returns (RiskWord) {
        return word.withTerms(word.maxAgeMinutes(), haircutBps, word.exposureBps(), word.decimals())
            .withoutFlag(RiskWords.RAMPING);
    }

    /// @notice The word without its ramp once that has come to its end.
    function arrived(uint256 assetId, RiskWord word) internal view returns (RiskWord) {
        if (block.timestamp < BrokerageStorage.load().ramps[assetId].end) return word;
        return settled(word, BrokerageStorage.load().ramps[assetId].toBps);
    }
}
