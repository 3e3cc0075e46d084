// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { TokenState } from "../ComplianceStorage.sol";
import { Jurisdictions } from "../Jurisdictions.sol";
import { ReasonCodes } from "../ReasonCodes.sol";
import { TokenRules, TokenRuleWords } from "../TokenRules.sol";
import { UsParameters, UsParameterWords } from "./UsParameters.sol";

/// @title PackCounts
/// @notice Rules of the packs that compare with a count of holders. Without it they would refuse every newcomer for
/// ever, so that none may run where its count is not kept. A guard that reports and refuses nobody may.
library PackCounts {
    uint256 private constant US_WORD = Jurisdictions.US * 16 + 1;
    uint256 private constant OF_RECORD = 1 << ReasonCodes.US_HOLDERS_OF_RECORD;
    uint256 private constant NON_ACCREDITED = 1 << ReasonCodes.US_NON_ACCREDITED_HOLDERS;
    uint256 private constant RESIDENTS = 1 << ReasonCodes.US_RESIDENT_HOLDERS;
    uint256 private constant OWNERS = 1 << ReasonCodes.US_BENEFICIAL_OWNERS;
    uint256 private constant DISCLOSURE = 1 << ReasonCodes.JP_DISCLOSURE_HOLDERS;

    /// @notice The rules that may refuse and whose count is not kept, bit n for code n.
    /// @param rules the packs that run and the counts that are kept
    /// @param running the packs' rules that are switched on, bit n for code n
    function missing(TokenState storage state, TokenRules rules, uint256 running)
        internal
        view
        returns (uint256 codes)
    {
        uint256 packs = rules.ownPacks() | rules.recipientPacks();
        if ((packs >> Jurisdictions.JP) & 1 != 0) codes = DISCLOSURE;
        if ((packs >> Jurisdictions.US) & 1 != 0) codes |= _refusing(UsParameters.wrap(state.packWords[US_WORD]));
        if (rules.has(TokenRuleWords.HOLDERS)) codes &= ~(OF_RECORD | OWNERS | DISCLOSURE);
        if (rules.has(TokenRuleWords.COUNTRY_HOLDERS)) codes &= ~RESIDENTS;
        if ((rules.classHolders() >> Jurisdictions.US) & 1 != 0) codes &= ~NON_ACCREDITED;
        codes &= running;
    }

    function _refusing(UsParameters word) private pure returns (uint256 codes) {
        if (!word.has(UsParameterWords.QUALIFIED_PURCHASERS_ONLY)) codes = OWNERS;
        if (!word.has(UsParameterWords.REFUSE_GUARDS)) return codes;
        codes |= OF_RECORD | NON_ACCREDITED;
        if (word.has(UsParameterWords.FOREIGN_PRIVATE_ISSUER)) codes |= RESIDENTS;
    }
}
