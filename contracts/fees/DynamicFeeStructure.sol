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
import { Deal, FeePricing } from "./FeePricing.sol";
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

    // Places in what `_price` returns, after the first four words of the event.
    uint256 private constant CONTEXT = 4;
    uint256 private constant TOTAL = 5;
    uint256 private constant REFUNDABLE = 6;
    uint256 private constant VALUE = 7;
    uint256 private constant SHARES = 8;
    uint256 private constant DUE_AT = 9;

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
        if (line.epoch() != epoch || epoch == 0) {
            _requireLocalRole(uint256(1) << LocalRole.PRODUCT);
            line = line.withEpoch(epoch);
        }

        address payer = request.payer;
        (address holder, bool found) = AccountLookup.find(payer);
        if (found) AccountLookup.keep(payer, holder);
        AccountSlot storage own = FeeStorage.load().accounts[holder];
        FeeAccount account = own.account.rolledTo(block.timestamp);
        uint256[10] memory fee = _price(request, state, line, account, block.basefee);
        total = fee[TOTAL];
        if (total > maxFee) revert FeeAboveLimit(total, maxFee);

        account = account.plus(fee[VALUE]);
        own.account = account;
        unchecked {
            uint256 kept = total - fee[REFUNDABLE];
            if (line.accrued() + kept > type(uint128).max) revert AccrualFull(msg.sender, asset, line.accrued());
            line = line.charged(kept);
        }
        slot.line = line;
        serial = line.charges();
        emit FeeCharged(
            msg.sender,
            payer,
            uint256(uint160(asset)) | (account.current() << 160),
            fee[0],
            fee[1],
            fee[2],
            fee[3],
            fee[CONTEXT] | (serial << 128)
        );
        if (fee[REFUNDABLE] != 0) _promise(asset, payer, serial, fee[REFUNDABLE], fee[DUE_AT]);
    }

    /// @inheritdoc IDynamicFeeStructure
    function quote(address collector, FeeRequest calldata request, uint256 baseFee)
        external
        view
        returns (FeeBreakdown memory breakdown)
    {
        FeeState state = FeeState.wrap(_pauseCompanion());
        FeeLine line = FeeStorage.load().lines[collector][request.asset].line;
        (address holder,) = AccountLookup.find(request.payer);
        FeeAccount account = FeeStorage.load().accounts[holder].account.rolledTo(block.timestamp);
        uint256[10] memory fee = _price(request, state, line, account, baseFee);
        breakdown.account = holder;
        breakdown.volume = account.volumeDown(block.timestamp);
        _fillBreakdown(breakdown, fee);
    }

    /// @dev The one computation; changes nothing. Returns what `FeePricing.priceUp` does with the rest of the event's
    /// context, and then the amount's value, congestion's share with the hour's above 128 bits, when the service level
    /// is due.
    function _price(FeeRequest calldata request, FeeState state, FeeLine line, FeeAccount account, uint256 baseFee)
        private
        view
        returns (uint256[10] memory fee)
    {
        unchecked {
            uint256 product = uint256(request.product);
            uint256 version = state.versionAt(block.timestamp);
            uint256[8] memory words = ScheduleBook.read(version, product);
            uint256 urgency = request.urgency;
            uint256 complexity = request.complexity;
            if (urgency | complexity > FeeAmounts.LAST_LEVEL) {
                revert LevelUnknown(urgency > FeeAmounts.LAST_LEVEL ? urgency : complexity);
            }
            uint256 word = words[3];
            uint256 least = (word >> 240) & type(uint8).max;
            if (complexity < least) complexity = least;
            (uint256 price, uint256 scale) = _priceOf(request, line);
            uint256 amount = request.amount;
            if (amount > type(uint128).max) revert AmountTooLarge(amount);
            uint256 value = (amount * price) / scale;
            uint256 congestion = Congestion.premiumPipsUp(word, state, baseFee, block.timestamp);
            uint256 time = MarketClock.premiumPipsUp(words, block.timestamp);
            Deal memory deal = Deal({
                amount: amount,
                price: price,
                scale: scale,
                value: value,
                volume: account.volumeDown(block.timestamp),
                leastTier: account.tier(),
                waiverPips: account.waiverPips(product, block.timestamp),
                congestionPips: congestion,
                timePips: time,
                urgency: urgency,
                complexity: complexity
            });
            fee = FeePricing.priceUp(deal, words);
            fee[CONTEXT] |= (version << 160) | (product << 176) | (urgency << 184) | (complexity << 192);
            fee[VALUE] = value;
            fee[SHARES] = congestion | (time << 128);
            if (fee[REFUNDABLE] != 0) {
                fee[DUE_AT] = block.timestamp + ((word >> (144 + 24 * urgency)) & type(uint24).max);
            }
        }
    }

    function _priceOf(FeeRequest calldata request, FeeLine line) private pure returns (uint256 price, uint256 scale) {
        unchecked {
            price = request.price;
            uint256 decimals = request.decimals;
            if (price == 0) {
                price = line.price();
                decimals = line.decimals();
            }
            if (decimals > FeeAmounts.MAX_DECIMALS) revert DecimalsTooLarge(decimals);
            scale = 10 ** decimals;
        }
    }

    /// @dev Writes down what a service level cost.
    function _promise(address asset, address payer, uint256 serial, uint256 premium, uint256 dueAt) private {
        FeeStorage.load().promises[FeeStorage.promiseKey(msg.sender, asset, payer, serial)] =
            ServicePromise({ premium: uint128(premium), dueAt: uint40(dueAt), missed: false });
        emit IDynamicFeeStructureCollection.ServicePromised(msg.sender, payer, asset, serial, premium, dueAt);
    }

    function _fillBreakdown(FeeBreakdown memory breakdown, uint256[10] memory fee) private pure {
        breakdown.parameters = FeeParameters({
            baseFee: fee[0] >> 128,
            volumeDiscount: uint128(fee[1]),
            urgencyPremium: fee[2] >> 128,
            complexityFee: uint128(fee[3])
        });
        breakdown.congestionPremium = fee[1] >> 128;
        breakdown.timePremium = uint128(fee[2]);
        Limit limit = Limit(uint8(fee[CONTEXT] >> 208));
        breakdown.limit = limit;
        if (uint8(limit) < 2) breakdown.floorTopUp = fee[3] >> 128;
        else breakdown.capReduction = fee[3] >> 128;
        breakdown.waived = uint128(fee[CONTEXT]);
        breakdown.version = uint16(fee[CONTEXT] >> 160);
        breakdown.complexity = uint8(fee[CONTEXT] >> 192);
        breakdown.tier = uint8(fee[CONTEXT] >> 200);
        breakdown.total = fee[TOTAL];
        breakdown.refundable = fee[REFUNDABLE];
        breakdown.dueAt = fee[DUE_AT];
        breakdown.value = fee[VALUE];
        breakdown.congestionPips = uint128(fee[SHARES]);
        breakdown.timePips = fee[SHARES] >> 128;
    }
}
