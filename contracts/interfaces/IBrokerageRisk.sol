// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Assets and risk parameters of PrimeBrokerage
/// @notice Which assets the brokerage knows, for what, under which haircut and caps, and what margin the whole book
/// asks for beyond its constants.
///
/// Whatever loosens is one function and waits for the access manager's delay; whatever tightens is another one and
/// holds at once, except for a haircut, which rises along a ramp so that nobody is liquidated by a setting. Where a
/// ramp is too slow, RISK_OFFICER overrides it, with a reason in the log.
///
/// No setting breaks the order of the ratios: initial above maintenance above the liquidation threshold above 100 plus
/// bonus, fee and slippage of a liquidation (`RiskBounds`).
/// @custom:invariant PB-25 new risk rests on stored evidence only where the book was told so, and it cannot be told so
/// of a registry that is live
interface IBrokerageRisk {
    /// @notice What an asset may have at most, in its units; zero is nothing.
    /// @param cap collateral of all accounts
    /// @param institutionCap collateral of one institution's accounts
    /// @param openInterestCap long positions, and short positions, of all accounts
    struct AssetCaps {
        uint128 cap;
        uint128 institutionCap;
        uint128 openInterestCap;
    }

    /// @notice Everything with which an asset is listed.
    /// @param token ERC-20 of up to 27 decimals; zero for an underlying of positions without a token
    /// @param decimals of an underlying without a token; a token's are its own, and this is zero
    /// @param isCollateral may be deposited
    /// @param isTradable positions may be taken in it
    /// @param isSettlement has a pool: may be lent, and settles gains and losses; listed in the settlement manager
    /// @param issuerGroup group of institutions whose member issued it, which cannot deposit it; zero for none
    /// @param assetClass of assets that share the time to cure a margin call
    /// @param maxAgeMinutes minutes that a price counts, 1 to 4,095
    /// @param haircutBps haircut as collateral, at most 9,999
    /// @param exposureBps potential exposure of a position, at most 10,000 of its value; above zero where tradable
    /// @param desk where a regulated token is told whose units move (`ICustody`); zero for a token that does not ask. A
    /// token with a desk, or whose engine keeps lots, is no settlement asset: what is lent has no owner to be named
    /// @param caps what it may have at most
    struct AssetListing {
        address token;
        uint8 decimals;
        bool isCollateral;
        bool isTradable;
        bool isSettlement;
        uint16 issuerGroup;
        uint8 assetClass;
        uint16 maxAgeMinutes;
        uint16 haircutBps;
        uint16 exposureBps;
        address desk;
        AssetCaps caps;
    }

    /// @notice An asset was listed.
    event AssetAdmitted(uint8 indexed assetId, address indexed token, AssetListing listing, uint8 decimals);
    /// @notice An asset was admitted for more; each says what it is now.
    event AssetUsesSet(uint8 indexed assetId, bool isCollateral, bool isTradable, bool isSettlement);
    /// @notice An asset gives no new power any more, or does again.
    event AssetActivitySet(uint8 indexed assetId, bool isActive);
    /// @notice A haircut rises from one second to another.
    event HaircutRampSet(uint8 indexed assetId, uint16 fromBps, uint16 toBps, uint40 start, uint40 end);
    /// @notice A haircut was lowered.
    event HaircutLowered(uint8 indexed assetId, uint16 fromBps, uint16 toBps);
    /// @notice A haircut was raised at once, past any ramp.
    event HaircutOverridden(
        uint8 indexed assetId, uint16 fromBps, uint16 toBps, address indexed by, bytes32 indexed reason
    );
    /// @notice The potential exposure of positions was set.
    event ExposureRateSet(uint8 indexed assetId, uint16 exposureBps);
    /// @notice How long a price counts was set.
    event MaxAgeSet(uint8 indexed assetId, uint16 maxAgeMinutes);
    /// @notice Caps of an asset were set.
    event AssetCapsSet(uint8 indexed assetId, AssetCaps caps);
    /// @notice Collateral of all assets that a group issued is held to a value, 8 decimals; zero for no such cap.
    event IssuerCapSet(uint16 indexed issuerGroup, uint128 capValue);
    /// @notice Points beyond the constants that every account must keep.
    event ExtraMarginSet(uint8 extraInitial, uint8 extraMaintenance);
    /// @notice How a concentrated asset is cut, in thousandths.
    event ConcentrationSet(uint16 thresholdMilli, uint16 addOnMilli);
    /// @notice How unrealised gains are cut in maintenance, and the spread of trades against the clearing account.
    event TradeTermsSet(uint16 gainHaircutBps, uint16 tradeSpreadBps);
    /// @notice Evidence counts as stored from now on, or as the registry's mode of verification says.
    event EvidenceModeSet(bool attested);
    /// @notice Gains and losses are settled in this asset.
    event CashAssetSet(uint8 indexed assetId);
    /// @notice Where the brokerage asks what a settlement asset is.
    event SettlementManagerSet(address indexed manager);

    /// @notice A listing that contradicts itself or leaves its range; `cause` is the field's name.
    error ListingInvalid(string cause);
    /// @notice The token is listed already.
    error TokenAlreadyListed(address token);
    /// @notice The settlement manager does not know the token, or is not known itself.
    error NoSettlementAsset(address token);
    /// @notice The registry evaluates claims live, or does not know stored evidence: ask its mode instead.
    error EvidenceNotAttested(address registry);
    /// @notice There are as many assets as can be.
    error AssetListFull(uint256 most);
    /// @notice A parameter beyond its range; `cause` is its name.
    error ParameterOutOfRange(string cause, uint256 value, uint256 least, uint256 most);
    /// @notice The ratios would not be in order: each must be above the next.
    error RatiosUnordered(uint256 initial, uint256 maintenance, uint256 liquidation, uint256 floor);
    /// @notice The change would loosen what this function only tightens; `cause` is the parameter's name.
    error NotStricter(string cause);
    /// @notice The change would tighten what this function only loosens; `cause` is the parameter's name.
    error NotLooser(string cause);
    /// @notice The assets of one issuer would be worth more than they may.
    error IssuerCapExceeded(uint16 issuerGroup, uint256 value, uint256 capValue);

    /// @notice Lists an asset. Restricted: LISTING_ADMIN.
    /// @dev Gives no power before its feeds are set (`IBrokeragePrices.setFeeds`). Reverts with `ListingInvalid`,
    /// `TokenAlreadyListed`, `NoSettlementAsset`, `AssetListFull` or `ParameterOutOfRange`.
    /// @return assetId the next number
    function listAsset(AssetListing calldata listing) external returns (uint8 assetId);

    /// @notice Admits a listed asset for more than before. Restricted: LISTING_ADMIN.
    /// @dev Reverts with `NotLooser` where it would be admitted for less, and as `listAsset`.
    function addUses(uint8 assetId, bool isCollateral, bool isTradable, bool isSettlement) external;

    /// @notice Takes an asset's power for new risk away at once. Restricted: RISK_OFFICER.
    /// @dev What accounts have of it still counts in liquidation, can be withdrawn, paid back and closed.
    function deactivateAsset(uint8 assetId) external;

    /// @notice Gives it back. Restricted: LISTING_ADMIN.
    function activateAsset(uint8 assetId) external;

    /// @notice Raises a haircut along a ramp that starts now. Restricted: OPERATOR.
    /// @dev Reverts with `NotStricter` unless it ends above where it stands and where it was going, and with
    /// `ParameterOutOfRange` for a haircut above 9,999 or a duration outside 1 to 90 days.
    /// @param duration seconds
    function raiseHaircut(uint8 assetId, uint16 toBps, uint32 duration) external;

    /// @notice Raises a haircut at once. Restricted: RISK_OFFICER.
    /// @dev For an emergency: it can make accounts liquidatable. A ramp that goes further goes on from there. Reverts
    /// with `NotStricter`, `ParameterOutOfRange`, and with `ListingInvalid("reason")` without a reason.
    function overrideHaircut(uint8 assetId, uint16 toBps, bytes32 reason) external;

    /// @notice Lowers a haircut, or where its ramp goes. Restricted: CONFIGURATOR.
    /// @dev A ramp that has not come so far ends there instead. Reverts with `NotLooser`.
    function lowerHaircut(uint8 assetId, uint16 toBps) external;

    /// @notice Sets the potential exposure of positions. Restricted: CONFIGURATOR.
    /// @dev Either way it waits: a higher one makes accounts liquidatable.
    function setExposureRate(uint8 assetId, uint16 exposureBps) external;

    /// @notice Lets a price count for longer. Restricted: CONFIGURATOR.
    function lengthenMaxAge(uint8 assetId, uint16 maxAgeMinutes) external;

    /// @notice Lets a price count for less long. Restricted: RISK_OFFICER.
    function shortenMaxAge(uint8 assetId, uint16 maxAgeMinutes) external;

    /// @notice Raises caps; none may fall. Restricted: CONFIGURATOR.
    function raiseCaps(uint8 assetId, AssetCaps calldata caps) external;

    /// @notice Lowers caps; none may rise. What is beyond a cap may stay and not grow. Restricted: RISK_OFFICER.
    function lowerCaps(uint8 assetId, AssetCaps calldata caps) external;

    /// @notice Raises or lifts an issuer's cap. Restricted: CONFIGURATOR.
    /// @param capValue at high prices, 8 decimals; zero lifts it
    function raiseIssuerCap(uint16 issuerGroup, uint128 capValue) external;

    /// @notice Lowers an issuer's cap, or introduces one. Restricted: RISK_OFFICER.
    function lowerIssuerCap(uint16 issuerGroup, uint128 capValue) external;

    /// @notice Sets points beyond the constants that every account must keep. Restricted: CONFIGURATOR.
    /// @dev Either way it waits: more maintenance makes accounts callable. The book's points of maintenance are at most
    /// those of initial margin; an account's own can be 24 ahead, so that their sums keep the order. Reverts with
    /// `RatiosUnordered` and `ParameterOutOfRange` above 100.
    function setExtraMargin(uint8 extraInitial, uint8 extraMaintenance) external;

    /// @notice Raises what new risk must leave at once. Restricted: RISK_OFFICER.
    function raiseInitialMargin(uint8 extraInitial) external;

    /// @notice Sets how a concentrated asset is cut. Restricted: CONFIGURATOR.
    /// @param thresholdMilli share of the value after haircuts from which an asset is concentrated, thousandths, at
    /// least 500
    /// @param addOnMilli what is cut off the part above, at most 1,000 thousandths
    function setConcentration(uint16 thresholdMilli, uint16 addOnMilli) external;

    /// @notice Sets how unrealised gains are cut in maintenance, and the spread of trades against the clearing account.
    /// Restricted: CONFIGURATOR.
    /// @param gainHaircutBps at most 10,000
    /// @param tradeSpreadBps at most 1,000
    function setTradeTerms(uint16 gainHaircutBps, uint16 tradeSpreadBps) external;

    /// @notice Sets whose word counts for whether institutions and others are verified. Restricted: CONFIGURATOR.
    /// @dev A registry that is switched to live verification later is asked live only when this is set back: until then
    /// stored evidence counts, which ends no later than the earliest claim that it rests on and can be revoked at once.
    /// @param attested true for `isAttested`, one cold word less in every check of new risk; false for `isVerified`.
    /// Reverts with `EvidenceNotAttested` when the registry is live or has no stored evidence
    function setEvidenceMode(bool attested) external;

    /// @notice Names the asset in which gains and losses are settled. Restricted: LISTING_ADMIN.
    /// @dev Reverts with `ListingInvalid("cashAsset")` unless it has a pool and is active.
    function setCashAsset(uint8 assetId) external;

    /// @notice Names the settlement manager that knows what a settlement asset is. Restricted: LISTING_ADMIN.
    function setSettlementManager(address manager) external;

    /// @notice An asset as it was listed, with what has changed since. Reverts with `AssetUnknown`.
    /// @return listing with the haircut that holds now, rounded up
    /// @return decimals of the asset
    /// @return isActive whether it gives new power
    function assetOf(uint8 assetId) external view returns (AssetListing memory listing, uint8 decimals, bool isActive);

    /// @notice The id of a listed token. Reverts with `AssetUnknown(type(uint256).max)`.
    function assetIdOf(address token) external view returns (uint8 assetId);

    /// @notice How many assets are listed; their ids are the numbers below.
    function assetCount() external view returns (uint256);

    /// @notice A haircut that moves, or the last one that did.
    /// @return nowBps the haircut that holds now, rounded up
    /// @return toBps where it goes
    /// @return start when it began to move
    /// @return end when it arrives
    function haircutOf(uint8 assetId) external view returns (uint16 nowBps, uint16 toBps, uint40 start, uint40 end);

    /// @notice What an issuer's assets are worth as collateral of all accounts at high prices, rounded up, and its cap.
    function issuerOf(uint16 issuerGroup) external view returns (uint256 value, uint128 capValue);

    /// @notice What concerns every account.
    /// @return extraInitial points beyond 150
    /// @return extraMaintenance points beyond 125
    /// @return thresholdMilli share from which an asset is concentrated, thousandths
    /// @return addOnMilli what is cut off the part above, thousandths
    /// @return gainHaircutBps what unrealised gains are cut by in maintenance
    /// @return tradeSpreadBps spread of trades against the clearing account
    /// @return cashAsset the asset in which gains and losses are settled
    function bookTerms()
        external
        view
        returns (
            uint8 extraInitial,
            uint8 extraMaintenance,
            uint16 thresholdMilli,
            uint16 addOnMilli,
            uint16 gainHaircutBps,
            uint16 tradeSpreadBps,
            uint8 cashAsset
        );

    /// @notice Whether stored evidence counts, see `setEvidenceMode`.
    function isEvidenceAttested() external view returns (bool);

    /// @notice Where the brokerage asks what a settlement asset is, or zero.
    function settlementManager() external view returns (address);
}
