// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC4626 } from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import { SafeTransferLib } from "solady/utils/SafeTransferLib.sol";
import { ILiquidityLending, Loan } from "../../interfaces/ILiquidityLending.sol";
import { PositionRecord } from "../storage/LiquidityStorage.sol";
import { Pair } from "../storage/Pair.sol";
import { ManagedPositions } from "./ManagedPositions.sol";
import { StrategyMath } from "./StrategyMath.sol";
import { StrategyStorage } from "./StrategyStorage.sol";

/// @title LoanBooks
/// @notice What positions have lent, and calling it back for whoever moves them.
abstract contract LoanBooks is ManagedPositions {
    /// @dev Calls back what a managed position has lent, for whoever moves it: only within the cap, and without what
    /// does not come.
    function _callBackFor(uint256 tokenId, bool ofA) internal {
        Loan memory loan = StrategyStorage.loan(tokenId, ofA);
        if (loan.shares == 0) return;
        uint256 least = _leastOf(tokenId, loan);
        if (_expected(loan) < least) return _leaveLent(tokenId, loan.vault, ofA);
        _release(StrategyStorage.loan(tokenId, ofA), loan.shares);
        uint256 before = SafeTransferLib.balanceOf(loan.token, address(this));
        try IERC4626(loan.vault).redeem(loan.shares, address(this), address(this)) { }
        catch {
            Loan storage kept = StrategyStorage.loan(tokenId, ofA);
            (kept.shares, kept.principal) = (loan.shares, loan.principal);
            return _leaveLent(tokenId, loan.vault, ofA);
        }
        uint256 received = SafeTransferLib.balanceOf(loan.token, address(this)) - before;
        if (received < least) revert ILiquidityLending.LoanLossTooHigh(loan.vault, least, received);
        _owe(_layout().positions[bytes32(tokenId)], ofA, received);
        emit ILiquidityLending.CalledBack(tokenId, loan.vault, ofA, loan.shares, loan.principal, received, address(0));
    }

    /// @dev Units that a move would call back, by the vault's own word; zero where it would leave the loan.
    function _expectedFor(uint256 tokenId, bool ofA) internal view returns (uint256 expected) {
        Loan memory loan = StrategyStorage.loan(tokenId, ofA);
        if (loan.shares == 0) return 0;
        expected = _expected(loan);
        if (expected < _leastOf(tokenId, loan)) return 0;
    }

    /// @notice Takes shares off a loan.
    /// @return principal that was lent for them, rounded down
    function _release(Loan storage loan, uint256 shares) internal returns (uint256 principal) {
        (uint256 all, uint256 lent) = (loan.shares, loan.principal);
        principal = shares == all ? lent : lent * shares / all;
        (loan.shares, loan.principal) = (uint128(all - shares), uint128(lent - principal));
    }

    function _owe(PositionRecord storage record, bool ofA, uint256 amount) internal {
        Pair owed = record.owed;
        record.owed = ofA ? owed.plus(amount, 0) : owed.plus(0, amount);
    }

    function _leaveLent(uint256 tokenId, address vault, bool ofA) private {
        emit ILiquidityLending.LoanLeft(tokenId, vault, ofA);
    }

    /// @dev Least that others may call a loan back at, rounded up.
    function _leastOf(uint256 tokenId, Loan memory loan) private view returns (uint256) {
        uint256 lossBps = StrategyStorage.load().strategies[tokenId].terms.maxLossBps;
        return loan.principal - loan.principal * lossBps / StrategyMath.BPS;
    }

    /// @dev Units that a vault says it would pay; zero where it does not answer.
    function _expected(Loan memory loan) private view returns (uint256) {
        try IERC4626(loan.vault).previewRedeem(loan.shares) returns (uint256 worth) {
            return worth;
        } catch {
            return 0;
        }
    }
}
