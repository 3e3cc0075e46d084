// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GroupPauseState } from "../access/GroupPauseState.sol";
import { LocalRole } from "../access/LocalRole.sol";
import { LocalRoleBits } from "../access/LocalRoleBits.sol";
import { ManagedUpgradeable } from "../access/ManagedUpgradeable.sol";
import { IDynamicFeeStructure } from "../interfaces/IDynamicFeeStructure.sol";
import { IDynamicFeeStructureCollection } from "../interfaces/IDynamicFeeStructureCollection.sol";
import { AccountLookup } from "./AccountLookup.sol";
import { Congestion } from "./Congestion.sol";
import { FeeAccount } from "./FeeAccount.sol";
import { FeeAmounts } from "./FeeAmounts.sol";
import { FeeGroups } from "./FeeGroups.sol";
import { FeeLine } from "./FeeLine.sol";
import { FeePricing } from "./FeePricing.sol";
import { FeeState } from "./FeeState.sol";
import { AccountSlot, FeeStorage, LineSlot, ServicePromise } from "./FeeStorage.sol";
import { MarketClock } from "./MarketClock.sol";
import { ScheduleBook } from "./ScheduleBook.sol";

/// @title DynamicFeeStructure
/// @notice See `IDynamicFeeStructure`. This implementation quotes and charges; everything else, also roles and pauses,
/// is `FeeAdministrationExtension`, which the fallback reaches at the same address: the fewer functions stand here,
/// the sooner a charge is found.
/// @dev A quote and a charge share `_price`. In a charge nobody is called who could come back to change anything: the
/// identity registry and a congestion source are asked statically.
contract DynamicFeeStructure is IDynamicFeeStructure, ManagedUpgradeable, LocalRoleBits, GroupPauseState {
    /// @notice The implementation of everything that neither quotes nor charges.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable EXTENSION;

    // Amounts of no more bits have parts below 2^85: no fee and no part of one is above a twentieth (`ScheduleRules`).
    uint256 private constant LARGE_BITS = 88;

    /// @notice Names the extension for good: a proxy changes it by an upgrade alone.
    /// @param extension the implementation of everything that neither quotes nor charges
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(address extension) {
        if (extension.code.length == 0) revert ExtensionWithoutCode(extension);
        EXTENSION = extension;
    }

    /// @notice Passes every other function on to the extension, which shares this contract's storage.
    /// @custom:oz-upgrades-unsafe-allow delegatecall
    fallback() external {
        address extension = EXTENSION;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, 0, calldatasize())
            let ok := delegatecall(gas(), extension, free, calldatasize(), 0, 0)
            returndatacopy(free, 0, returndatasize())
            if iszero(ok) { revert(free, returndatasize()) }
            return(free, returndatasize())
        }
    }

    /// @inheritdoc IDynamicFeeStructure
    function charge(FeeRequest calldata request, uint256 maxFee) external returns (uint256 total, uint256 serial) {
        FeeState state = FeeState.wrap(_requireGroupActive(FeeGroups.CHARGING));
        address asset = request.asset;
        LineSlot storage slot = FeeStorage.load().lines[msg.sender][asset];
        FeeLine line = slot.line;
        uint256 epoch = state.epoch();
        uint256 seen = line.epoch();
        bool remembered;
        assembly ("memory-safe") {
            remembered := and(eq(seen, epoch), gt(epoch, 0))
        }
        if (!remembered) {
            _requireLocalRole(uint256(1) << LocalRole.PRODUCT);
            line = line.withEpoch(epoch);
        }

        address payer = request.payer;
        address holder = request.account;
        if (holder == address(0)) {
            bool found;
            (holder, found) = AccountLookup.find(payer);
            if (found) AccountLookup.keep(payer, holder);
        }
        AccountSlot storage own = FeeStorage.load().accounts[holder];
        FeeAccount account = own.account.rolledTo(block.timestamp);
        uint256[30] memory fee = _price(request, state, line, account, block.basefee);
        total = fee[FeePricing.TOTAL];
        if (total > maxFee) revert FeeAboveLimit(total, maxFee);

        account = account.plus(fee[FeePricing.VALUE]);
        own.account = account;
        uint256 refundable = fee[FeePricing.REFUNDABLE];
        unchecked {
            uint256 kept = total - refundable;
            if (line.accrued() + kept > type(uint128).max) revert AccrualFull(msg.sender, asset, line.accrued());
            line = line.charged(kept);
        }
        slot.line = line;
        serial = line.charges();
        _tell(request, payer, holder, account.current(), serial, fee);
        if (refundable != 0) _promise(asset, payer, serial, refundable, fee[FeePricing.DUE_AT]);
    }

    /// @inheritdoc IDynamicFeeStructure
    function quote(address collector, FeeRequest calldata request, uint256 baseFee)
        external
        view
        returns (FeeBreakdown memory breakdown)
    {
        FeeState state = FeeState.wrap(_pauseCompanion());
        FeeLine line = FeeStorage.load().lines[collector][request.asset].line;
        address holder = request.account;
        if (holder == address(0)) (holder,) = AccountLookup.find(request.payer);
        FeeAccount account = FeeStorage.load().accounts[holder].account.rolledTo(block.timestamp);
        uint256[30] memory fee = _price(request, state, line, account, baseFee);
        breakdown.account = holder;
        breakdown.volume = account.volumeDown(block.timestamp);
        _fillBreakdown(breakdown, fee);
    }

    /// @dev The one computation; changes nothing. Returns the words of `FeePricing`.
    function _price(FeeRequest calldata request, FeeState state, FeeLine line, FeeAccount account, uint256 baseFee)
        private
        view
        returns (uint256[30] memory fee)
    {
        unchecked {
            (uint256 product, uint256 amount, uint256 price, uint256 decimals, uint256 urgency, uint256 complexity) =
                _words(request);
            if (price == 0) {
                price = line.price();
                decimals = line.decimals();
            }
            fee[FeePricing.AMOUNT] = amount;
            fee[FeePricing.PRICE] = price;
            fee[FeePricing.LEVEL] = urgency;
            uint256 scale = _scaleOf(decimals);
            fee[FeePricing.SCALE] = scale;
            // 2^128 times 2^64 at most.
            fee[FeePricing.VALUE] = (amount * price) / scale;
            uint256 version = state.versionAt(block.timestamp);
            ScheduleBook.readInto(fee, version, product);
            uint256 word = fee[FeePricing.WORDS + 3];
            uint256 least = (word >> 240) & type(uint8).max;
            if (complexity < least) complexity = least;
            fee[FeePricing.COMPLEXITY] = FeePricing.flatUp(fee[FeePricing.WORDS + 2], complexity, scale, price);
            uint256 volume = account.volumeDown(block.timestamp);
            fee[FeePricing.VOLUME] = volume;
            uint256 tier = FeePricing.tierAt(fee[FeePricing.WORDS + 1], volume, account.tier());
            fee[FeePricing.TIER] = tier;
            fee[FeePricing.CONTEXT] = version | (product << 16) | (urgency << 24) | (complexity << 32) | (tier << 40);
            fee[FeePricing.WAIVER_PIPS] = account.waiverPips(product, block.timestamp);
            fee[FeePricing.CONGESTION_PIPS] = Congestion.premiumPipsUp(word, state, baseFee, block.timestamp);
            fee[FeePricing.TIME_PIPS] = MarketClock.premiumPipsUp(fee, block.timestamp);
            if (!FeePricing.straightUp(fee)) FeePricing.longUp(fee);
            if (fee[FeePricing.REFUNDABLE] != 0) {
                word = fee[FeePricing.WORDS + 3] >> (144 + 24 * fee[FeePricing.LEVEL]);
                fee[FeePricing.DUE_AT] = block.timestamp + (word & type(uint24).max);
            }
        }
    }

    /// @dev Units of one whole; a power costs 60 gas, each time it is taken, and most assets need none.
    function _scaleOf(uint256 decimals) private pure returns (uint256) {
        if (decimals == 18) return 1e18;
        return decimals == 6 ? 1e6 : 10 ** decimals;
    }

    /// @dev The request's numbers, read whole and held against their bounds all at once.
    function _words(FeeRequest calldata request)
        private
        pure
        returns (uint256 product, uint256 amount, uint256 price, uint256 decimals, uint256 urgency, uint256 complexity)
    {
        bool unfit;
        assembly ("memory-safe") {
            product := calldataload(request)
            amount := calldataload(add(request, 0x60))
            price := calldataload(add(request, 0x80))
            decimals := mul(calldataload(add(request, 0xa0)), gt(price, 0))
            urgency := calldataload(add(request, 0xc0))
            complexity := calldataload(add(request, 0xe0))
            unfit := or(or(gt(product, 5), shr(128, amount)), or(gt(or(urgency, complexity), 3), shr(64, price)))
            unfit := gt(or(unfit, gt(decimals, 36)), 0)
        }
        if (unfit) _refuse(request);
    }

    /// @dev Says what is wrong with a request's numbers.
    function _refuse(FeeRequest calldata request) private pure {
        if (request.urgency > FeeAmounts.LAST_LEVEL) revert LevelUnknown(request.urgency);
        if (request.complexity > FeeAmounts.LAST_LEVEL) revert LevelUnknown(request.complexity);
        if (request.price != 0 && request.decimals > FeeAmounts.MAX_DECIMALS) {
            revert DecimalsTooLarge(request.decimals);
        }
        if (request.amount > type(uint128).max) revert AmountTooLarge(request.amount);
        revert ProductUnknown();
    }

    /// @dev Emits the event of a charge, the short one where everything fits.
    function _tell(
        FeeRequest calldata request,
        address payer,
        address holder,
        uint256 volume,
        uint256 serial,
        uint256[30] memory fee
    ) private {
        uint256 amount = request.amount;
        uint256 context = fee[FeePricing.CONTEXT];
        uint256 assetAndVolume = uint256(uint160(request.asset)) | (volume << 160);
        uint256 rest = fee[FeePricing.URGENCY] | fee[FeePricing.ADJUSTMENT] | fee[FeePricing.WAIVED];
        if (rest | (amount >> LARGE_BITS) == 0) {
            emit FeeCharged(
                msg.sender,
                payer,
                assetAndVolume,
                uint256(uint160(holder)) | (amount << 160),
                fee[FeePricing.BASE] | (fee[FeePricing.DISCOUNT] << 85) | (fee[FeePricing.CONGESTION] << 170),
                fee[FeePricing.TIME] | (fee[FeePricing.COMPLEXITY] << 85) | (serial << 170) | (context << 202)
            );
        } else {
            emit DetailedFeeCharged(
                msg.sender,
                payer,
                assetAndVolume,
                holder,
                amount | (fee[FeePricing.BASE] << 128),
                fee[FeePricing.DISCOUNT] | (fee[FeePricing.CONGESTION] << 128),
                fee[FeePricing.TIME] | (fee[FeePricing.URGENCY] << 128),
                fee[FeePricing.COMPLEXITY] | (fee[FeePricing.ADJUSTMENT] << 128),
                fee[FeePricing.WAIVED] | (serial << 128) | (context << 160)
            );
        }
    }

    /// @dev Writes down what a service level cost.
    function _promise(address asset, address payer, uint256 serial, uint256 premium, uint256 dueAt) private {
        FeeStorage.load().promises[FeeStorage.promiseKey(msg.sender, asset, payer, serial)] =
            ServicePromise({ premium: uint128(premium), dueAt: uint40(dueAt), missed: false });
        emit IDynamicFeeStructureCollection.ServicePromised(msg.sender, payer, asset, serial, premium, dueAt);
    }

    function _fillBreakdown(FeeBreakdown memory breakdown, uint256[30] memory fee) private pure {
        breakdown.parameters = FeeParameters({
            baseFee: fee[FeePricing.BASE],
            volumeDiscount: fee[FeePricing.DISCOUNT],
            urgencyPremium: fee[FeePricing.URGENCY],
            complexityFee: fee[FeePricing.COMPLEXITY]
        });
        breakdown.congestionPremium = fee[FeePricing.CONGESTION];
        breakdown.timePremium = fee[FeePricing.TIME];
        uint256 context = fee[FeePricing.CONTEXT];
        Limit limit = Limit(context >> 48);
        breakdown.limit = limit;
        if (uint8(limit) < 2) breakdown.floorTopUp = fee[FeePricing.ADJUSTMENT];
        else breakdown.capReduction = fee[FeePricing.ADJUSTMENT];
        breakdown.waived = fee[FeePricing.WAIVED];
        breakdown.version = uint16(context);
        breakdown.complexity = uint8(context >> 32);
        breakdown.tier = uint8(context >> 40);
        breakdown.total = fee[FeePricing.TOTAL];
        breakdown.refundable = fee[FeePricing.REFUNDABLE];
        breakdown.dueAt = fee[FeePricing.DUE_AT];
        breakdown.value = fee[FeePricing.VALUE];
        breakdown.congestionPips = fee[FeePricing.CONGESTION_PIPS];
        breakdown.timePips = fee[FeePricing.TIME_PIPS];
    }
}
