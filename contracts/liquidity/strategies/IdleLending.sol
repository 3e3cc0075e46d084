// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC4626 } from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { FixedPointMathLib } from "solady/utils/FixedPointMathLib.sol";
import { SafeTransferLib } from "solady/utils/SafeTransferLib.sol";
import { ILiquidityLending, Loan, VaultTerms } from "../../interfaces/ILiquidityLending.sol";
import { PoolKey } from "../../interfaces/ILiquidityPoolOptimizer.sol";
import { ILiquidityPositions } from "../../interfaces/ILiquidityPositions.sol";
import { ILiquidityStrategies } from "../../interfaces/ILiquidityStrategies.sol";
import { LiquidityGroups } from "../LiquidityGroups.sol";
import { PositionRecord } from "../storage/LiquidityStorage.sol";
import { PoolFlags } from "../storage/PoolFlags.sol";
import { PositionFlags } from "../storage/PositionFlags.sol";
import { LoanBooks } from "./LoanBooks.sol";
import { StrategyMath } from "./StrategyMath.sol";
import { StrategyStorage } from "./StrategyStorage.sol";

/// @title IdleLending
/// @notice See `ILiquidityLending`.
abstract contract IdleLending is ILiquidityLending, LoanBooks {
    uint256 private constant MOST_LOSS_BPS = 1000;

    /// @inheritdoc ILiquidityLending
    function allowVaults(PoolKey calldata key, uint256 tokenId, VaultTerms calldata terms)
        external
        nonReentrant
        whenGroupActive(LiquidityGroups.STRATEGIES)
    {
        (, Place memory place) = _place(key, bytes32(tokenId));
        _requireManaged(place);
        if (_ownerOf(place) != msg.sender) {
            revert ILiquidityPositions.PositionNotAllowed(place.position, msg.sender);
        }
        if (place.word.has(PoolFlags.PERMISSIONED)) revert LendingNotAllowed(place.id);
        if (terms.bufferBps > StrategyMath.BPS || terms.maxLossBps > MOST_LOSS_BPS) {
            revert VaultTermsOutOfBounds(terms.bufferBps, terms.maxLossBps);
        }
        _requireVault(tokenId, terms.vaultA, key.tokenA, true);
        _requireVault(tokenId, terms.vaultB, key.tokenB, false);
        _strategy(place).terms = terms;
        emit VaultsAllowed(tokenId, terms);
    }

    /// @inheritdoc ILiquidityLending
    function lendIdle(PoolKey calldata key, uint256 tokenId)
        external
        nonReentrant
        whenGroupActive(LiquidityGroups.STRATEGIES)
        returns (uint256 lentA, uint256 lentB)
    {
        (, Place memory place) = _place(key, bytes32(tokenId));
        _requireManaged(place);
        VaultTerms memory terms = _strategy(place).terms;
        if (terms.vaultA != address(0)) lentA = _lend(tokenId, terms, terms.vaultA, key.tokenA, true);
        if (terms.vaultB != address(0)) lentB = _lend(tokenId, terms, terms.vaultB, key.tokenB, false);
        if (lentA | lentB == 0) revert NothingToLend(tokenId);
    }

    /// @inheritdoc ILiquidityLending
    function callBack(uint256 tokenId, bool ofA, uint256 shares, address recipient, uint256 least)
        external
        nonReentrant
        returns (uint256 received)
    {
        if (!_mayUseToken(msg.sender, tokenId)) {
            revert ILiquidityPositions.PositionNotAllowed(bytes32(tokenId), msg.sender);
        }
        Loan storage loan = StrategyStorage.loan(tokenId, ofA);
        if (shares == 0) shares = loan.shares;
        if (shares == 0 || shares > loan.shares) revert LoanMissing(tokenId, ofA, shares);
        PositionRecord storage record = _layout().positions[bytes32(tokenId)];
        if (recipient == address(0) && record.word.pool() == 0) {
            revert ILiquidityPositions.PositionUnknown(bytes32(tokenId));
        }
        (address vault, address token) = (loan.vault, loan.token);
        uint256 principal = _release(loan, shares);
        uint256 before = SafeTransferLib.balanceOf(token, address(this));
        IERC4626(vault).redeem(shares, address(this), address(this));
        received = SafeTransferLib.balanceOf(token, address(this)) - before;
        if (received < least) revert LoanLossTooHigh(vault, least, received);
        if (recipient == address(0)) _owe(record, ofA, received);
        emit CalledBack(tokenId, vault, ofA, shares, principal, received, recipient);
        if (recipient != address(0) && received != 0) SafeTransferLib.safeTransfer(token, recipient, received);
    }

    /// @inheritdoc ILiquidityLending
    function loansOf(uint256 tokenId) external view returns (VaultTerms memory terms, Loan memory a, Loan memory b) {
        if (_layout().positions[bytes32(tokenId)].word.flags() & PositionFlags.MANAGED != 0) {
            terms = StrategyStorage.load().strategies[tokenId].terms;
        }
        return (terms, StrategyStorage.loan(tokenId, true), StrategyStorage.loan(tokenId, false));
    }

    function _lend(uint256 tokenId, VaultTerms memory terms, address vault, address token, bool ofA)
        private
        returns (uint256 taken)
    {
        PositionRecord storage record = _layout().positions[bytes32(tokenId)];
        Loan storage loan = StrategyStorage.loan(tokenId, ofA);
        uint256 owed = ofA ? record.owed.a() : record.owed.b();
        uint256 buffer = FixedPointMathLib.fullMulDivUp(owed + loan.principal, terms.bufferBps, StrategyMath.BPS);
        if (owed <= buffer) return 0;
        uint256 amount = owed - buffer;
        record.owed = ofA ? record.owed.minus(amount, 0) : record.owed.minus(0, amount);
        uint256 shares;
        (taken, shares) = _deposit(vault, token, amount);
        if (taken > amount || shares == 0) revert LoanNotExact(vault, amount, taken, shares);
        uint256 least = taken - taken * terms.maxLossBps / StrategyMath.BPS;
        uint256 worth = IERC4626(vault).previewRedeem(shares);
        if (worth < least) revert LoanLossTooHigh(vault, least, worth);
        if (taken != amount) _owe(record, ofA, amount - taken);
        (loan.vault, loan.token) = (vault, token);
        loan.shares = SafeCast.toUint128(loan.shares + shares);
        loan.principal = SafeCast.toUint128(loan.principal + taken);
        emit Lent(tokenId, vault, ofA, taken, shares);
    }

    /// @dev What a deposit really moved, by balances.
    function _deposit(address vault, address token, uint256 amount) private returns (uint256 taken, uint256 shares) {
        uint256 before = SafeTransferLib.balanceOf(token, address(this));
        uint256 sharesBefore = SafeTransferLib.balanceOf(vault, address(this));
        SafeTransferLib.safeApproveWithRetry(token, vault, amount);
        IERC4626(vault).deposit(amount, address(this));
        SafeTransferLib.safeApproveWithRetry(token, vault, 0);
        taken = before - SafeTransferLib.balanceOf(token, address(this));
        shares = SafeTransferLib.balanceOf(vault, address(this)) - sharesBefore;
    }

    function _requireVault(uint256 tokenId, address vault, address token, bool ofA) private view {
        if (vault == address(0)) return;
        address asset = IERC4626(vault).asset();
        if (asset != token) revert VaultOfAnotherAsset(vault, asset);
        Loan storage loan = StrategyStorage.loan(tokenId, ofA);
        if (loan.shares != 0 && loan.vault != vault) revert LoanOutstanding(loan.vault);
    }

    function _requireManaged(Place memory place) private view {
        _requireIn(place, _layout().positions[place.position].word);
        if (!_isManaged(place)) revert ILiquidityStrategies.PolicyUnknown(uint256(place.position));
    }
}
