// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IDynamicFeeStructure
/// @notice What a deal costs, said before it and charged with it from one computation, with every part to the wei.
///
/// Amounts and fees are units of the asset of the deal. Values are in the reference currency with 8 decimals. Rates are
/// millionths (`Pips`) or ten-thousandths (`Bps`). Times are Unix seconds, UTC.
///
/// How a fee comes about, in this order (`docs/fees.md` has an example to the wei):
/// 1. `baseFee`: the amount is cut at the schedule's band values; each slice pays its band's rate.
/// 2. `volumeDiscount`: the same slices, cut where the account's rolling volume passes into another tier while the
///    amount is added to it; each slice is reduced by its tier's discount.
/// 3. `congestionPremium`, `timePremium`, `urgencyPremium`: each a share of base less discount.
/// 4. `complexityFee`: a value for the level of complexity, at most what 5. leaves of any fee.
/// 5. `floorTopUp` or `capReduction`: the schedule's floor, its cap, and `MAX_FEE_PIPS` of the amount.
/// 6. `waived`: the account's waiver.
///
/// `total = baseFee - volumeDiscount + congestionPremium + timePremium + urgencyPremium + complexityFee + floorTopUp
/// - capReduction - waived`, exactly: running sums are rounded up, and each part is the difference of two of them.
///
/// Levels of urgency (0 to 3) buy a service level: level 0 has none, a higher level is due sooner (`serviceSeconds` of
/// the schedule). A missed one returns what the level cost (`IDynamicFeeStructureCollection`). Levels of complexity
/// (0 to 3) are derived on-chain by the collector (`Complexity`), never taken from its caller, and a schedule has a
/// least one.
///
/// Volume is added over periods of 30 days: what counts is the current period's volume and the part of the previous
/// one's that a window of 30 days still covers, so it fades without anybody writing. It belongs to an account: the
/// one that the collector names, else the institution of the payer's identity, else the identity, else the payer
/// (`IDynamicFeeStructureAccounts`).
///
/// The contract that charges, called collector here, takes the fee from its user itself and keeps it; see
/// `IFeeCollector`.
/// @custom:invariant FEE-01 what `charge` takes is what `quote` says for the same block, part by part
/// @custom:invariant FEE-02 the parts of a breakdown add up to its total exactly
/// @custom:invariant FEE-03 a fee is at most `MAX_FEE_PIPS` of the amount, whatever governance sets
/// @custom:invariant FEE-04 a fee never falls when the amount, the base fee, the urgency or the complexity rises, and
/// never rises with the account's volume or tier
/// @custom:invariant FEE-05 n charges of one moment cost at least what one charge of their sum does, less n + 1 units
/// @custom:invariant FEE-06 without a charge an account's volume never rises, and is zero after 60 days
interface IDynamicFeeStructure {
    /// @notice Whose schedule prices a deal.
    enum Product {
        DEFAULT,
        TOKEN,
        BRIDGE,
        SETTLEMENT,
        BROKERAGE,
        POOL
    }

    /// @notice What limited a fee: `FLOOR` raised it, `CAP` (the schedule's) or `MAXIMUM` (the code's) lowered it.
    enum Limit {
        NONE,
        FLOOR,
        CAP,
        MAXIMUM
    }

    /// @notice The four factors of a fee, as amounts.
    /// @param baseFee by the bands, before any discount
    /// @param volumeDiscount what the account's tiers take off
    /// @param urgencyPremium for the level of urgency
    /// @param complexityFee for the level of complexity
    struct FeeParameters {
        uint256 baseFee;
        uint256 volumeDiscount;
        uint256 urgencyPremium;
        uint256 complexityFee;
    }

    /// @notice A deal to be priced.
    /// @param product whose schedule
    /// @param payer who pays, which decides the account when none is named
    /// @param asset what the amount and the fee are in
    /// @param amount units, below 2^128
    /// @param price value of one whole unit of the asset, that is of 10^decimals units; zero for the price that is
    /// stored for the collector and the asset. Without any price the first band's rate holds for the whole amount, no
    /// volume is added, and what is a value (floor, cap, complexity) is left out
    /// @param decimals of the asset, at most 36; not looked at when `price` is zero
    /// @param urgency 0 to 3
    /// @param complexity 0 to 3, as the collector derives it
    /// @param account whose volume and terms count, where the collector knows it; zero to have the payer's looked up.
    /// An account that is named is taken as it is, and the payer's link is neither read nor kept. A collector that lies
    /// gives one account's tier and waiver to another and adds volume to it. It could as well name a payer of that
    /// account and take the fee from somebody else: the role PRODUCT is for contracts that do neither
    struct FeeRequest {
        Product product;
        address payer;
        address asset;
        uint256 amount;
        uint64 price;
        uint8 decimals;
        uint8 urgency;
        uint8 complexity;
        address account;
    }

    /// @notice A fee and everything that it comes from.
    /// @param parameters the four factors
    /// @param congestionPremium for the base fee above its average
    /// @param timePremium for the hour and the market's calendar
    /// @param floorTopUp what the floor adds
    /// @param capReduction what the cap or the maximum takes off
    /// @param waived what the account's waiver takes off
    /// @param total what is charged
    /// @param refundable the part of the total that is returned when the service level is missed
    /// @param dueAt last second at which the service level is kept; zero without one
    /// @param account whose volume and terms count
    /// @param volume the account's rolling volume before the deal
    /// @param value of the amount, rounded down
    /// @param congestionPips share behind `congestionPremium`
    /// @param timePips share behind `timePremium`
    /// @param tier at the amount's first unit
    /// @param complexity level that counts: the request's, or the schedule's least
    /// @param limit what limited the fee
    /// @param version of the schedules
    struct FeeBreakdown {
        FeeParameters parameters;
        uint256 congestionPremium;
        uint256 timePremium;
        uint256 floorTopUp;
        uint256 capReduction;
        uint256 waived;
        uint256 total;
        uint256 refundable;
        uint256 dueAt;
        address account;
        uint256 volume;
        uint256 value;
        uint256 congestionPips;
        uint256 timePips;
        uint256 tier;
        uint256 complexity;
        Limit limit;
        uint256 version;
    }

    /// @notice A fee was charged, for an amount below 2^88, with no urgency premium, no waiver and no limit at work:
    /// those parts are zero, and the others are here, each in 85 bits because none is above a twentieth of the amount.
    /// Every other charge is told by `DetailedFeeCharged`.
    /// @dev The line's accrual grows by the total. Packed, because a log costs by the word (`quantera.fees.charges`
    /// unpacks both events); from the lowest bit:
    /// @param collector who charged
    /// @param payer who paid
    /// @param assetAndVolume asset 160; the account's volume in the current period, this deal included, 80
    /// @param accountAndAmount account whose volume and terms counted 160; amount 96
    /// @param baseDiscountCongestion `baseFee` 85; `volumeDiscount` 85; `congestionPremium` 85
    /// @param timeComplexityContext `timePremium` 85; `complexityFee` 85; serial 32; version 16; product 8; urgency 8;
    /// complexity 8; tier 8
    event FeeCharged(
        address indexed collector,
        address indexed payer,
        uint256 assetAndVolume,
        uint256 accountAndAmount,
        uint256 baseDiscountCongestion,
        uint256 timeComplexityContext
    );

    /// @notice A fee was charged that `FeeCharged` cannot tell. The parts are those of the breakdown, each in 128 bits.
    /// @dev The line's accrual grows by the total, less what is refundable (`ServicePromised`). From the lowest bit:
    /// @param collector who charged
    /// @param payer who paid
    /// @param assetAndVolume asset 160; the account's volume in the current period, this deal included, 80
    /// @param account whose volume and terms counted
    /// @param amountAndBase amount; `baseFee`
    /// @param discountAndCongestion `volumeDiscount`; `congestionPremium`
    /// @param timeAndUrgency `timePremium`; `urgencyPremium`
    /// @param complexityAndAdjustment `complexityFee`; `floorTopUp` when the limit is `FLOOR`, else `capReduction`
    /// @param waivedAndContext `waived`; serial 32, version 16, product 8, urgency 8, complexity 8, tier 8, limit 8
    event DetailedFeeCharged(
        address indexed collector,
        address indexed payer,
        uint256 assetAndVolume,
        address account,
        uint256 amountAndBase,
        uint256 discountAndCongestion,
        uint256 timeAndUrgency,
        uint256 complexityAndAdjustment,
        uint256 waivedAndContext
    );

    /// @notice The extension given to the constructor is no contract.
    error ExtensionWithoutCode(address extension);
    /// @notice The fee is more than the payer agreed to, such as after a change of schedule.
    error FeeAboveLimit(uint256 fee, uint256 maxFee);
    /// @notice Amounts end below 2^128.
    error AmountTooLarge(uint256 amount);
    /// @notice Levels of urgency and complexity end at 3.
    error LevelUnknown(uint256 level);
    /// @notice A request names no product, or a price beyond 64 bits.
    error ProductUnknown();
    /// @notice Decimals end at 36.
    error DecimalsTooLarge(uint256 decimals);
    /// @notice The line holds too much to take this fee: sweep it first.
    error AccrualFull(address collector, address asset, uint256 accrued);

    /// @notice Charges a fee: prices the deal, adds its value to the account's volume and the fee to the collector's
    /// line. The collector takes the fee from its user itself.
    /// @dev Local role PRODUCT. Pause group CHARGING. Reverts with `FeeAboveLimit`, `AmountTooLarge`, `LevelUnknown`,
    /// `DecimalsTooLarge`, `AccrualFull`, `LocalRoleMissing` or `GroupPaused`. Calls nobody but, when no account is
    /// named and the payer's is older than `ACCOUNT_LIFETIME`, the identity registry, and a congestion source where one
    /// is set, both statically.
    /// @param request the deal
    /// @param maxFee most that the payer has agreed to
    /// @return fee units of the asset
    /// @return serial number of the charge in the collector's line, with which a service level is reported
    function charge(FeeRequest calldata request, uint256 maxFee) external returns (uint256 fee, uint256 serial);

    /// @notice What `charge` would take in a block of this time, with every part.
    /// @dev Takes the base fee as an argument because a call outside a block may see zero. At zero there is no
    /// congestion premium. Not refused while charging is paused. Reverts with `AmountTooLarge`, `LevelUnknown` or
    /// `DecimalsTooLarge`.
    /// @param collector who would charge: its stored price holds when the request has none
    /// @param request the deal
    /// @param baseFee wei
    /// @return breakdown the fee and its parts
    function quote(address collector, FeeRequest calldata request, uint256 baseFee)
        external
        view
        returns (FeeBreakdown memory breakdown);
}
