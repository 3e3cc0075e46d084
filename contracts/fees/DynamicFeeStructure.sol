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

    // Place of the version in the event's context.
    uint256 private constant VERSION_SHIFT = 160;

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
        if (line.epoch() != epoch || epoch == 0) _requireLocalRole(uint256(1) << LocalRole.PRODUCT);

        address payer = request.payer;
        (address holder, bool found) = AccountLookup.find(payer);
        if (found) AccountLookup.keep(payer, holder);
        AccountSlot storage own = FeeStorage.load().accounts[holder];
        FeeAccount account = own.account.at(block.timestamp);
        Deal memory deal;
        (uint256[7] memory fee, uint256 context, uint256 word) =
            _price(deal, request, state, line, account, block.basefee);
        total = fee[5];
        if (total > maxFee) revert FeeAboveLimit(total, maxFee);

        account = account.plus(deal.value);
        own.account = account;
        unchecked {
            uint256 accrued = line.accrued() + total - fee[6];
            if (accrued > type(uint128).max) revert AccrualFull(msg.sender, asset, line.accrued());
            line = line.charged(accrued, epoch);
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
            fee[4] | context | (serial << 128)
        );
        if (fee[6] != 0) _promise(asset, payer, serial, fee[6], _dueAt(word, deal.urgency));
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
        FeeAccount account = FeeStorage.load().accounts[holder].account.at(block.timestamp);
        Deal memory deal;
        (uint256[7] memory fee, uint256 context, uint256 word) = _price(deal, request, state, line, account, baseFee);
        _fillParts(breakdown, fee);
        breakdown.refundable = fee[6];
        if (fee[6] != 0) breakdown.dueAt = _dueAt(word, deal.urgency);
        breakdown.account = holder;
        breakdown.volume = deal.volume;
        breakdown.value = deal.value;
        breakdown.congestionPips = deal.congestionPips;
        breakdown.timePips = deal.timePips;
        breakdown.complexity = deal.complexity;
        breakdown.version = uint16(context >> VERSION_SHIFT);
    }

    /// @dev The one computation; writes nothing but `deal`. Returns what `FeePricing.priceUp` does, the rest of the
    /// event's context, and the schedule's word with the service levels.
    function _price(
        Deal memory deal,
        FeeRequest calldata request,
        FeeState state,
        FeeLine line,
        FeeAccount account,
        uint256 baseFee
    ) private view returns (uint256[7] memory fee, uint256 context, uint256 word) {
        unchecked {
            uint256 product = uint256(request.product);
            uint256 version = state.versionAt(block.timestamp);
            uint256[8] memory words = ScheduleBook.read(version, product);
            word = words[3];
            _fillDeal(deal, request, line, word);
            context = (version << VERSION_SHIFT) | (product << 176) | (deal.urgency << 184) | (deal.complexity << 192);
            deal.volume = account.volumeDown(block.timestamp);
            deal.leastTier = account.tier();
            deal.waiverPips = account.waiverPips(product, block.timestamp);
            deal.congestionPips = Congestion.premiumPipsUp(word, state, baseFee, block.timestamp);
            deal.timePips = MarketClock.premiumPipsUp(words, block.timestamp);
            fee = FeePricing.priceUp(deal, words);
        }
    }

    function _fillDeal(Deal memory deal, FeeRequest calldata request, FeeLine line, uint256 word) private pure {
        unchecked {
            uint256 amount = request.amount;
            if (amount > type(uint128).max) revert AmountTooLarge(amount);
            uint256 price = request.price;
            uint256 decimals = request.decimals;
            if (price == 0) {
                price = line.price();
                decimals = line.decimals();
            }
            if (decimals > FeeAmounts.MAX_DECIMALS) revert DecimalsTooLarge(decimals);
            uint256 scale = 10 ** decimals;
            deal.amount = amount;
            deal.price = price;
            deal.scale = scale;
            deal.value = (amount * price) / scale;
            uint256 urgency = request.urgency;
            uint256 complexity = request.complexity;
            if (urgency | complexity > FeeAmounts.LAST_LEVEL) {
                revert LevelUnknown(urgency > FeeAmounts.LAST_LEVEL ? urgency : complexity);
            }
            deal.urgency = urgency;
            uint256 least = (word >> 240) & type(uint8).max;
            deal.complexity = complexity < least ? least : complexity;
        }
    }

    function _dueAt(uint256 word, uint256 urgency) private view returns (uint256) {
        unchecked {
            return block.timestamp + ((word >> (144 + 24 * urgency)) & type(uint24).max);
        }
    }

    /// @dev Writes down what a service level cost.
    function _promise(address asset, address payer, uint256 serial, uint256 premium, uint256 dueAt) private {
        FeeStorage.load().promises[FeeStorage.promiseKey(msg.sender, asset, payer, serial)] =
            ServicePromise({ premium: uint128(premium), dueAt: uint40(dueAt), missed: false });
        emit IDynamicFeeStructureCollection.ServicePromised(msg.sender, payer, asset, serial, premium, dueAt);
    }

    function _fillParts(FeeBreakdown memory breakdown, uint256[7] memory fee) private pure {
        breakdown.parameters = FeeParameters({
            baseFee: fee[0] >> 128,
            volumeDiscount: uint128(fee[1]),
            urgencyPremium: fee[2] >> 128,
            complexityFee: uint128(fee[3])
        });
        breakdown.congestionPremium = fee[1] >> 128;
        breakdown.timePremium = uint128(fee[2]);
        breakdown.limit = Limit(uint8(fee[4] >> 208));
        if (breakdown.limit == Limit.FLOOR) breakdown.floorTopUp = fee[3] >> 128;
        else breakdown.capReduction = fee[3] >> 128;
        breakdown.waived = uint128(fee[4]);
        breakdown.tier = uint8(fee[4] >> 200);
        breakdown.total = fee[5];
    }
}
