// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IDynamicFeeStructureCollection
/// @notice Where charged fees go: lines, service levels, sweeping, the split, and withdrawal. At the address of
/// `IDynamicFeeStructure`.
///
/// A line is what one collector owes in one asset. Sweeping makes the collector pay (`IFeeCollector`), measures what
/// arrived here, and credits it to partner, insurance and treasury; each withdraws its own, so that none can stop
/// another. An asset that takes a fee of its own on transfer is credited as it arrives, and the collector owes the
/// rest. Assets whose balances change by themselves must not be charged in.
///
/// A charge with urgency and a service level is a promise: what the level cost is not in the line until the collector
/// reports that it delivered in time. Reported late, or not reported `REPORT_GRACE` after it was due, it is the payer's
/// to claim.
/// @custom:invariant FEE-10 a split adds up to what was swept, exactly
/// @custom:invariant FEE-11 credits of an asset are never more than this contract holds of it
/// @custom:invariant FEE-12 a promise is kept or refunded, never both, and never for more than the level cost
/// @custom:invariant FEE-13 a collector's accrual falls only by what it has paid
interface IDynamicFeeStructureCollection {
    /// @notice What one collector owes in one asset.
    /// @param accrued charged and not swept, units
    /// @param charges how many, which is the last serial
    /// @param price stored value of one whole unit, 8 decimals; zero when there is none
    /// @param decimals of the asset, for that price
    struct Line {
        uint256 accrued;
        uint256 charges;
        uint256 price;
        uint256 decimals;
    }

    /// @notice A service level that was paid for.
    /// @param premium units that the level cost
    /// @param dueAt last second at which it is kept
    /// @param missed whether the collector reported that it was not
    struct Promise {
        uint256 premium;
        uint256 dueAt;
        bool missed;
    }

    /// @notice How a collector's fees are divided; the treasury has the rest.
    /// @param partner who has the partner's share; the treasury when zero
    /// @param partnerBps its share, ten-thousandths
    /// @param insuranceBps the insurance's share
    struct Split {
        address partner;
        uint16 partnerBps;
        uint16 insuranceBps;
    }

    /// @notice A charge bought a service level; `premium` is held back from the line.
    event ServicePromised(
        address indexed collector,
        address indexed payer,
        address indexed asset,
        uint256 serial,
        uint256 premium,
        uint256 dueAt
    );
    /// @notice A service level was kept; the premium now belongs to the line.
    event ServiceKept(
        address indexed collector, address indexed payer, address indexed asset, uint256 serial, uint256 deliveredAt
    );
    /// @notice A service level was missed; the premium is the payer's to claim.
    event ServiceMissed(
        address indexed collector, address indexed payer, address indexed asset, uint256 serial, uint256 deliveredAt
    );
    /// @notice A premium was returned; `outstanding` is what the collector has not paid of it.
    event PremiumRefunded(
        address indexed collector,
        address indexed payer,
        address indexed asset,
        uint256 serial,
        uint256 refunded,
        uint256 outstanding
    );
    /// @notice A line was swept; the three shares add up to what arrived, `outstanding` is what was asked beyond.
    event FeesSwept(
        address indexed collector,
        address indexed asset,
        address indexed partner,
        uint256 treasuryShare,
        uint256 partnerShare,
        uint256 insuranceShare,
        uint256 outstanding
    );
    /// @notice Somebody withdrew what it was credited.
    event CreditWithdrawn(address indexed asset, address indexed holder, address indexed to, uint256 amount);
    /// @notice How a collector's fees are divided from now on.
    event SplitSet(address indexed collector, address indexed partner, uint256 partnerBps, uint256 insuranceBps);
    /// @notice Who has the treasury's and the insurance's shares of what is swept from now on.
    event RecipientsSet(address indexed treasury, address indexed insurance);
    /// @notice The stored price of a line changed.
    event PriceSet(address indexed collector, address indexed asset, uint256 price, uint256 decimals);

    /// @notice There is no such promise, or it has been kept or refunded.
    error PromiseUnknown(address collector, address asset, address payer, uint256 serial);
    /// @notice The promise is neither reported as missed nor unreported for long enough.
    error PromiseStillOpen(uint256 claimableFrom);
    /// @notice A delivery in the future.
    error DeliveredInFuture(uint256 deliveredAt);
    /// @notice There is nothing to sweep.
    error NothingAccrued(address collector, address asset);
    /// @notice There is nothing to withdraw.
    error NothingCredited(address asset, address holder);
    /// @notice The collector paid nothing.
    error CollectorPaidNothing(address collector, address asset, uint256 asked);
    /// @notice The shares are more than the whole.
    error SplitTooLarge(uint256 partnerBps, uint256 insuranceBps);
    /// @notice The treasury and the insurance must be somebody.
    error RecipientMissing();
    /// @notice Nothing can be withdrawn to the zero address.
    error WithdrawalToNobody();

    /// @notice Says when what was paid for was delivered: in time, the premium joins the line; late, it is the payer's.
    /// @dev Local role PRODUCT, each collector its own charges. Pause group SERVICE. Calls nobody. A charge that
    /// promised nothing, or whose promise has been reported or refunded, is left as it is: a delivery must not fail
    /// because of its fee. Reverts with `DeliveredInFuture`, or `AccrualFull` of `IDynamicFeeStructure`.
    /// @param asset of the charge
    /// @param payer of the charge
    /// @param serial as `charge` returned it
    /// @param deliveredAt Unix time, not in the future
    /// @return kept whether a promise was kept by this report
    function reportDelivery(address asset, address payer, uint256 serial, uint256 deliveredAt)
        external
        returns (bool kept);

    /// @notice Credits a missed promise's premium to the payer, after the collector has paid it; anyone may call.
    /// @dev Pause group SERVICE. Reverts with `PromiseUnknown`, `PromiseStillOpen` or `CollectorPaidNothing`.
    /// @return refunded units credited; when the collector paid less than the premium, the rest can be claimed again
    function claimRefund(address collector, address asset, address payer, uint256 serial)
        external
        returns (uint256 refunded);

    /// @notice Makes a collector pay its line and credits the split; anyone may call.
    /// @dev Pause group SWEEPING. The split in force at the time holds; the treasury has what the other two shares,
    /// each rounded down, leave. Reverts with `NothingAccrued` or `CollectorPaidNothing`.
    /// @return received units that arrived
    function sweep(address collector, address asset) external returns (uint256 received);

    /// @notice Sends the caller what it was credited in an asset.
    /// @dev Pause group WITHDRAWALS. Reverts with `NothingCredited` or `WithdrawalToNobody`.
    /// @return amount units sent
    function withdraw(address asset, address to) external returns (uint256 amount);

    /// @notice Sets how a collector's fees are divided; of collector zero, those of collectors without a split.
    /// @dev Restricted: FEE_ADMIN. Reverts with `SplitTooLarge`.
    function setSplit(address collector, Split calldata split) external;

    /// @notice Sets who has the treasury's and the insurance's shares.
    /// @dev Restricted: TREASURER. Reverts with `RecipientMissing`.
    function setRecipients(address treasury_, address insurance_) external;

    /// @notice Stores an asset's price for a collector that gives none.
    /// @dev Local role PRICER. Reverts with `DecimalsTooLarge`. Zero takes the price away.
    /// @param collector whose; zero, with asset zero, is the price of `calculateFee`
    /// @param price value of one whole unit, 8 decimals
    /// @param decimals of the asset
    function setPrice(address collector, address asset, uint64 price, uint8 decimals) external;

    /// @notice How long after it was due an unreported promise can be claimed, seconds.
    function REPORT_GRACE() external view returns (uint256 period); // solhint-disable-line func-name-mixedcase

    /// @notice What a collector owes in an asset.
    function lineOf(address collector, address asset) external view returns (Line memory line);

    /// @notice A promise that is open or claimable; all zero when there is none.
    function promiseOf(address collector, address asset, address payer, uint256 serial)
        external
        view
        returns (Promise memory found);

    /// @notice What somebody can withdraw in an asset.
    function creditOf(address asset, address holder) external view returns (uint256 amount);

    /// @notice The split that holds for a collector.
    function splitOf(address collector) external view returns (Split memory split);

    /// @notice Who has the treasury's share.
    function treasury() external view returns (address account);

    /// @notice Who has the insurance's share.
    function insurance() external view returns (address account);
}
