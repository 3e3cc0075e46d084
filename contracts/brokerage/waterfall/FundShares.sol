// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ContributionRecord, FundRecord } from "./FundStorage.sol";

/// @title FundShares
/// @notice Shares of a default fund, and how its contributions bear losses. A virtual unit against a million virtual
/// shares keeps the first contributor from setting the price of the second.
library FundShares {
    uint256 private constant VIRTUAL_UNITS = 1;
    uint256 private constant VIRTUAL_SHARES = 1e6;
    uint256 private constant BPS = 10_000;

    /// @notice Shares for units paid in, rounded down.
    function sharesDown(FundRecord memory fund, uint256 units) internal pure returns (uint256) {
        return units * (fund.shares + VIRTUAL_SHARES) / (fund.units + VIRTUAL_UNITS);
    }

    /// @notice Shares that stand for units, rounded up.
    function sharesUp(FundRecord memory fund, uint256 units) internal pure returns (uint256) {
        uint256 dividend = units * (fund.shares + VIRTUAL_SHARES);
        return dividend == 0 ? 0 : (dividend - 1) / (fund.units + VIRTUAL_UNITS) + 1;
    }

    /// @notice Units that shares stand for, rounded down.
    function unitsDown(FundRecord memory fund, uint256 shares) internal pure returns (uint256) {
        return shares * (fund.units + VIRTUAL_UNITS) / (fund.shares + VIRTUAL_SHARES);
    }

    /// @notice An institution's shares of the present epoch; those of earlier ones are worth nothing.
    function held(FundRecord memory fund, ContributionRecord memory contribution) internal pure returns (uint256) {
        return contribution.epoch == fund.epoch ? contribution.shares : 0;
    }

    /// @notice Begins a new assessment period if the last one is over.
    function assess(FundRecord memory fund, uint256 time, uint256 period, uint256 limitBps) internal pure {
        if (time < fund.assessmentStart + period) return;
        fund.assessmentStart = uint40(time);
        fund.assessable = uint128(fund.units * limitBps / BPS);
    }

    /// @notice Takes a loss from the defaulter's own contribution.
    /// @return borne units of it that the contribution bears
    function bearAlone(FundRecord memory fund, ContributionRecord memory contribution, uint256 loss)
        internal
        pure
        returns (uint256 borne)
    {
        uint256 shares = held(fund, contribution);
        borne = unitsDown(fund, shares);
        if (borne > loss) borne = loss;
        uint256 burnt = sharesUp(fund, borne);
        if (burnt > shares || loss > borne) burnt = shares;
        (fund.units, fund.shares) = (uint128(fund.units - borne), uint128(fund.shares - burnt));
        contribution.shares = uint128(shares - burnt);
        if (contribution.noticed > contribution.shares) contribution.noticed = contribution.shares;
    }

    /// @notice Takes a loss from all contributions, pro rata and as far as the assessment period allows.
    /// @return borne units of it that they bear
    function bearTogether(FundRecord memory fund, uint256 loss) internal pure returns (uint256 borne) {
        borne = loss;
        if (borne > fund.assessable) borne = fund.assessable;
        if (borne > fund.units) borne = fund.units;
        fund.assessable -= uint128(borne);
        fund.units -= uint128(borne);
    }
}
