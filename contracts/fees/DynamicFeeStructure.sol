// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GroupPausable } from "../access/GroupPausable.sol";
import { LocalRole } from "../access/LocalRole.sol";
import { LocalRoles } from "../access/LocalRoles.sol";
import { ManagedUpgradeable } from "../access/ManagedUpgradeable.sol";
import { IDynamicFeeStructure } from "../interfaces/IDynamicFeeStructure.sol";
import { IDynamicFeeStructureAccounts } from "../interfaces/IDynamicFeeStructureAccounts.sol";
import { IDynamicFeeStructureCollection } from "../interfaces/IDynamicFeeStructureCollection.sol";
import { AccountLookup } from "./AccountLookup.sol";
import { Congestion } from "./Congestion.sol";
import { FeeAccount, FeeAccounts } from "./FeeAccount.sol";
import { FeeAmounts } from "./FeeAmounts.sol";
import { FeeGroups } from "./FeeGroups.sol";
import { FeeLine } from "./FeeLine.sol";
import { FeePricing, Pricing } from "./FeePricing.sol";
import { FeeState, FeeStates } from "./FeeState.sol";
import { FeeStorage, ServicePromise } from "./FeeStorage.sol";
import { MarketClock } from "./MarketClock.sol";
import { ScheduleBook } from "./ScheduleBook.sol";

/// @title DynamicFeeStructure
/// @notice See `IDynamicFeeStructure`. This implementation quotes and charges; where fees go, whose they are and how
/// schedules change is `FeeAdministrationExtension`, which the fallback reaches at the same address.
/// @dev A quote and a charge share `_price`. In a charge nobody is called who could come back to change anything: the
/// identity registry and a congestion source are asked statically.
contract DynamicFeeStructure is IDynamicFeeStructure, ManagedUpgradeable, LocalRoles, GroupPausable {
    /// @inheritdoc IDynamicFeeStructure
    uint256 public constant MAX_FEE_PIPS = FeeAmounts.MAX_FEE_PIPS;

    /// @notice The implementation of everything that neither quotes nor charges.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable EXTENSION;

    /// @dev What a deal is priced from, beside the deal itself.
    struct Context {
        FeeState state;
        FeeAccount account;
        address holder;
        uint256 version;
        uint256 due;
    }

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

    /// @notice Sets the fee structure up, with schedules that charge nothing.
    /// @param authority the chain's access manager
    /// @param identityRegistry where identities are looked up; zero for nowhere
    /// @param treasury who has the treasury's share
    /// @param insurance who has the insurance's share
    function initialize(address authority, address identityRegistry, address treasury, address insurance)
        external
        initializer
    {
        __Managed_init(authority);
        if (treasury == address(0) || insurance == address(0)) {
            revert IDynamicFeeStructureCollection.RecipientMissing();
        }
        FeeStorage.Layout storage $ = FeeStorage.load();
        $.identityRegistry = identityRegistry;
        $.treasury = treasury;
        $.insurance = insurance;
        _setPauseCompanion(FeeState.unwrap(FeeStates.first()));
        emit IDynamicFeeStructureAccounts.IdentityRegistrySet(identityRegistry);
        emit IDynamicFeeStructureCollection.RecipientsSet(treasury, insurance);
    }

    /// @notice Revokes a local role; what lines remember of the role PRODUCT is void with it.
    function revokeLocalRole(uint8 role, address account) external override restricted {
        if (_revokeLocalRole(role, account) && role == LocalRole.PRODUCT) {
            _setPauseCompanion(FeeState.unwrap(FeeState.wrap(_pauseCompanion()).nextEpoch()));
        }
    }

    /// @inheritdoc IDynamicFeeStructure
    function charge(FeeRequest calldata request, uint256 maxFee) external returns (uint256 fee, uint256 serial) {
        FeeStorage.Layout storage $ = FeeStorage.load();
        Context memory context;
        context.state = FeeState.wrap(_requireGroupActive(FeeGroups.CHARGING));
        address collector = msg.sender;
        FeeLine line = $.lines[collector][request.asset];
        uint256 epoch = context.state.epoch();
        if (epoch == 0 || line.epoch() != epoch) _requireLocalRole(uint256(1) << LocalRole.PRODUCT);

        bool found;
        (context.holder, found) = AccountLookup.find(request.payer);
        if (found) AccountLookup.keep(request.payer, context.holder);
        Pricing memory deal;
        _price(deal, context, line, request, block.basefee);
        fee = deal.total;
        if (fee > maxFee) revert FeeAboveLimit(fee, maxFee);

        FeeAccount account = context.account.plus(FeePricing.valueDown(deal));
        $.accounts[context.holder] = account;
        uint256 accrued;
        unchecked {
            accrued = line.accrued() + fee - deal.refundable;
        }
        if (accrued > type(uint128).max) revert AccrualFull(collector, request.asset, line.accrued());
        line = line.charged(accrued, epoch);
        $.lines[collector][request.asset] = line;
        serial = line.charges();
        _emitCharge(deal, context, account.current(), request, serial);
        if (deal.refundable != 0) _promise(collector, request, serial, deal.refundable, context.due);
    }

    /// @inheritdoc IDynamicFeeStructure
    function quote(address collector, FeeRequest calldata request, uint256 baseFee)
        external
        view
        returns (FeeBreakdown memory breakdown)
    {
        Context memory context;
        context.state = FeeState.wrap(_pauseCompanion());
        (context.holder,) = AccountLookup.find(request.payer);
        Pricing memory deal;
        FeeLine line = FeeStorage.load().lines[collector][request.asset];
        _price(deal, context, line, request, baseFee);
        return _breakdown(deal, context);
    }

    /// @inheritdoc IDynamicFeeStructure
    function calculateFee(address user, uint256 amount, uint256 urgency, uint256 complexity)
        external
        view
        returns (uint256 fee)
    {
        return this.quote(address(0), _defaultRequest(user, amount, urgency, complexity), block.basefee).total;
    }

    /// @inheritdoc IDynamicFeeStructure
    function feeParameters(address user, uint256 amount, uint256 urgency, uint256 complexity)
        external
        view
        returns (FeeParameters memory parameters)
    {
        return this.quote(address(0), _defaultRequest(user, amount, urgency, complexity), block.basefee).parameters;
    }

    /// @dev The one computation: fills `deal` and the rest of `context`, and changes nothing.
    function _price(
        Pricing memory deal,
        Context memory context,
        FeeLine line,
        FeeRequest calldata request,
        uint256 baseFee
    ) private view {
        uint256 product = uint256(request.product);
        uint256 version = context.state.versionAt(block.timestamp);
        context.version = version;
        uint256[8] memory words = ScheduleBook.read(version, product);
        _fillDeal(deal, line, request, words);
        FeeAccount account = FeeStorage.load().accounts[context.holder].at(block.timestamp);
        context.account = account;
        deal.volume = account.volumeDown(block.timestamp);
        deal.leastTier = account.tier();
        deal.waiverPips = account.waiverPips(product, block.timestamp);
        deal.congestionPips = Congestion.premiumPipsUp(words, context.state, baseFee, block.timestamp);
        deal.timePips = MarketClock.premiumPipsUp(words, block.timestamp);
        FeePricing.priceUp(deal, words);
        if (deal.refundable != 0) {
            context.due = block.timestamp + uint24(words[3] >> (144 + 24 * deal.urgency));
        }
    }

    function _fillDeal(Pricing memory deal, FeeLine line, FeeRequest calldata request, uint256[8] memory words)
        private
        pure
    {
        if (request.amount > type(uint128).max) revert AmountTooLarge(request.amount);
        deal.amount = request.amount;
        uint256 price = request.price;
        uint256 decimals = request.decimals;
        if (price == 0) {
            price = line.price();
            decimals = line.decimals();
        }
        if (decimals > FeeAmounts.MAX_DECIMALS) revert DecimalsTooLarge(decimals);
        deal.price = price;
        unchecked {
            deal.scale = 10 ** decimals;
        }
        uint256 level = request.urgency;
        if (level > FeeAmounts.LAST_LEVEL) revert LevelUnknown(level);
        deal.urgency = level;
        level = request.complexity;
        if (level > FeeAmounts.LAST_LEVEL) revert LevelUnknown(level);
        uint256 least = uint8(words[3] >> 240);
        deal.complexity = level < least ? least : level;
    }

    /// @dev Writes down what a service level cost.
    function _promise(address collector, FeeRequest calldata request, uint256 serial, uint256 premium, uint256 due)
        private
    {
        bytes32 key = FeeStorage.promiseKey(collector, request.asset, request.payer, serial);
        FeeStorage.load().promises[key] =
            ServicePromise({ premium: uint128(premium), dueAt: uint40(due), missed: false });
        emit IDynamicFeeStructureCollection.ServicePromised(
            collector, request.payer, request.asset, serial, premium, due
        );
    }

    function _emitCharge(
        Pricing memory deal,
        Context memory context,
        uint256 periodVolume,
        FeeRequest calldata request,
        uint256 serial
    ) private {
        unchecked {
            uint256 packed = uint256(uint160(request.payer)) | (serial << 160) | (context.version << 192)
                | (uint256(request.product) << 208) | (deal.urgency << 216) | (deal.complexity << 224)
                | (deal.tier << 232) | (uint256(deal.limit) << 240);
            uint256 adjustment =
                deal.limited > deal.subtotal ? deal.limited - deal.subtotal : deal.subtotal - deal.limited;
            emit FeeCharged(
                msg.sender,
                context.holder,
                request.asset,
                packed,
                deal.amount | (periodVolume << 128),
                deal.base | (deal.discount << 128),
                deal.urgencyPremium | (deal.complexityFee << 128),
                deal.congestionPremium | (deal.timePremium << 128),
                adjustment | ((deal.limited - deal.total) << 128)
            );
        }
    }

    function _breakdown(Pricing memory deal, Context memory context)
        private
        pure
        returns (FeeBreakdown memory breakdown)
    {
        breakdown.parameters = FeeParameters({
            baseFee: deal.base,
            volumeDiscount: deal.discount,
            urgencyPremium: deal.urgencyPremium,
            complexityFee: deal.complexityFee
        });
        breakdown.congestionPremium = deal.congestionPremium;
        breakdown.timePremium = deal.timePremium;
        if (deal.limited > deal.subtotal) breakdown.floorTopUp = deal.limited - deal.subtotal;
        else breakdown.capReduction = deal.subtotal - deal.limited;
        breakdown.waived = deal.limited - deal.total;
        breakdown.total = deal.total;
        breakdown.refundable = deal.refundable;
        breakdown.dueAt = context.due;
        breakdown.account = context.holder;
        breakdown.volume = deal.volume;
        breakdown.value = FeePricing.valueDown(deal);
        breakdown.congestionPips = deal.congestionPips;
        breakdown.timePips = deal.timePips;
        breakdown.tier = deal.tier;
        breakdown.complexity = deal.complexity;
        breakdown.limit = deal.limit;
        breakdown.version = context.version;
    }

    function _defaultRequest(address user, uint256 amount, uint256 urgency, uint256 complexity)
        private
        pure
        returns (FeeRequest memory)
    {
        if (urgency > FeeAmounts.LAST_LEVEL) revert LevelUnknown(urgency);
        if (complexity > FeeAmounts.LAST_LEVEL) revert LevelUnknown(complexity);
        return FeeRequest({
            product: Product.DEFAULT,
            payer: user,
            asset: address(0),
            amount: amount,
            price: 0,
            decimals: 0,
            urgency: uint8(urgency),
            complexity: uint8(complexity)
        });
    }
}
