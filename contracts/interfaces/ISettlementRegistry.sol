// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ISettlementAssetManager } from "./ISettlementAssetManager.sol";

/// @title Registry of settlement assets and participants
/// @notice Which assets may settle, at what price and under which limits, and who may take part.
///
/// Jurisdictions are bits: 0 US, 1 EU, 2 UK, 3 SG, 4 JP. Scores order preference only. Capital figures come from a
/// Basel profile (SCO60 of the Basel Framework) that is stored beside the score and never changes the order; they are
/// figures for an institution's own reporting and no statement that anything complies with a standard.
interface ISettlementRegistry {
    /// @notice How the Basel Framework's chapter SCO60 groups an exposure.
    /// @param OUTSIDE no cryptoasset in the chapter's sense, such as a central bank's own digital currency
    /// @param GROUP_1A tokenised traditional asset
    /// @param GROUP_1B cryptoasset with an effective stabilisation mechanism
    /// @param GROUP_2A other cryptoasset that meets the hedging recognition criteria
    /// @param GROUP_2B every other cryptoasset
    enum BaselGroup {
        OUTSIDE,
        GROUP_1A,
        GROUP_1B,
        GROUP_2A,
        GROUP_2B
    }

    /// @notice What the holder of a reserve-backed asset has a claim on.
    /// @param NONE nothing is stated
    /// @param CENTRAL_BANK a direct claim on a central bank
    /// @param SEGREGATED_RESERVES a claim on reserves that the issuer's insolvency does not reach
    /// @param ISSUER a claim on the issuer alone
    enum LegalClaim {
        NONE,
        CENTRAL_BANK,
        SEGREGATED_RESERVES,
        ISSUER
    }

    /// @notice Capital treatment of an asset.
    /// @param group SCO60 group
    /// @param riskWeightBps risk weight in basis points, at most 125,000 (1,250 %)
    /// @param infrastructureAddOnBps add-on to the risk weight while the authority has it switched on; Group 1 alone
    /// @param asOf when the assessment was made
    /// @param lookThroughHash hash of the composition behind a look-through; zero without one
    /// @param source where the assessment is published
    struct BaselProfile {
        BaselGroup group;
        uint32 riskWeightBps;
        uint16 infrastructureAddOnBps;
        uint40 asOf;
        bytes32 lookThroughHash;
        string source;
    }

    /// @notice Everything with which an asset is admitted.
    /// @param riskWeight preference score, from the kind's least one to 100
    /// @param home bit number of the home jurisdiction
    /// @param jurisdictions mask of the jurisdictions in which it may be used
    /// @param currency index of the currency it is denominated in
    /// @param feed Chainlink-compatible price of one whole token in the reference currency; zero for an asset that is
    /// the currency itself: central-bank and deposit money only
    /// @param maxAge oldest price that counts, in seconds
    /// @param bandBps how far the price may be from par, in basis points; not looked at for CRYPTO
    /// @param haircutBps haircut as collateral, at most 10,000
    /// @param dailyCap most units that settle in a day of UTC: up to 24 significant bits times a power of ten
    /// @param isPreferred comes before equals of its score
    /// @param isPausable the token has `paused()`, which is asked before it is chosen
    /// @param isCompliant the token is a ComplianceAwareToken, whose own checks are asked before it is chosen
    /// @param claim what its holder has a claim on
    /// @param claimDocument hash of the legal opinion or terms that say so
    struct AssetTerms {
        ISettlementAssetManager.SettlementAssetType assetType;
        uint8 riskWeight;
        uint8 home;
        uint16 jurisdictions;
        uint8 currency;
        address feed;
        uint24 maxAge;
        uint16 bandBps;
        uint16 haircutBps;
        uint96 dailyCap;
        bool isPreferred;
        bool isPausable;
        bool isCompliant;
        LegalClaim claim;
        bytes32 claimDocument;
    }

    /// @notice An asset was admitted, or its terms replaced.
    event AssetListed(address indexed token, AssetTerms terms, uint8 decimals);
    /// @notice A security was admitted to be delivered.
    event SecurityListed(address indexed token, uint8 home, bool isCompliant);
    /// @notice An asset or security may no longer settle; `resumed` when it may again.
    event AssetSuspended(address indexed token, bool resumed);
    /// @notice An asset's price was read from its feed.
    event PriceRefreshed(address indexed token, uint256 price, uint256 updatedAt);
    /// @notice A currency was added, or its rate replaced; 8 decimals of the reference currency.
    event CurrencyRateSet(uint8 indexed currency, bytes3 code, uint256 rate, uint256 updatedAt);
    /// @notice An asset's capital treatment was replaced.
    event BaselProfileSet(address indexed token, BaselProfile profile);
    /// @notice Authorities of these jurisdictions have the infrastructure add-on switched on.
    event InfrastructureAddOnsSet(uint16 jurisdictions);
    /// @notice A participant was admitted, changed or suspended (`jurisdictions` zero).
    event ParticipantSet(address indexed account, address indexed institution, uint16 jurisdictions);
    /// @notice An institution's Tier 1 capital and the Group 2 exposure it has outside this contract were attested.
    event InstitutionAttested(address indexed institution, uint256 tier1Value, uint256 exposureValue);
    /// @notice An institution's Group 2 exposure is above 1 % of its Tier 1 capital; above 2 % it is refused.
    event Group2LimitPassed(address indexed institution, uint256 exposureValue, uint256 tier1Value);

    /// @notice The asset or security is not admitted.
    error AssetNotListed(address token);
    /// @notice The token is admitted already, as something else.
    error AssetAlreadyListed(address token);
    /// @notice Terms that contradict each other or leave their range; `cause` is the field's name.
    error TermsInvalid(string cause);
    /// @notice A reserve-backed asset states no claim on a central bank that would carry this treatment.
    error LegalClaimMissing(address token);
    /// @notice The token cannot be settled with here: it has no code, no decimals up to 18, or takes a fee.
    error TokenRefused(address token, string cause);
    /// @notice The feed reverts, answers nothing usable, or is older than what is known.
    error FeedUnusable(address feed);
    /// @notice The currency is not known.
    error CurrencyUnknown(uint8 currency);
    /// @notice Every list has an end.
    error TooMany(uint256 most);
    /// @notice An institution's figures are missing.
    error InstitutionNotAttested(address institution);
    /// @notice The transaction would take an institution's Group 2 exposure above 2 % of Tier 1.
    error Group2LimitExceeded(address institution, uint256 exposureValue, uint256 tier1Value);

    /// @notice Admits an asset, or replaces its terms.
    /// @dev Restricted: LISTING_ADMIN. Reverts with `TermsInvalid`, `LegalClaimMissing`, `TokenRefused`, `TooMany`,
    /// `AssetAlreadyListed` or `CurrencyUnknown`. A token's fee switch, where it has one as USDT does, must be off.
    function listAsset(address token, AssetTerms calldata terms) external;

    /// @notice Admits a security, which can be delivered but not be chosen as payment.
    /// @dev Restricted: LISTING_ADMIN.
    function listSecurity(address token, uint8 home, bool isCompliant) external;

    /// @notice Stops settling in an asset or security at once. Restricted: RISK_OFFICER.
    function suspendAsset(address token) external;

    /// @notice Settles in it again. Restricted: LISTING_ADMIN.
    function resumeAsset(address token) external;

    /// @notice Adds a currency with the Chainlink-compatible rate of its unit in the reference currency.
    /// @dev Restricted: LISTING_ADMIN.
    function addCurrency(bytes3 code, address feed, uint24 maxAge) external returns (uint8 currency);

    /// @notice Reads a currency's rate from its feed; anyone may. Reverts with `FeedUnusable`.
    function refreshRate(uint8 currency) external;

    /// @notice Reads an asset's price from its feed; anyone may. Reverts with `FeedUnusable`.
    function refreshPrice(address token) external;

    /// @notice Replaces an asset's capital treatment. Restricted: LISTING_ADMIN.
    /// @dev Reverts with `TermsInvalid` and, where a reserve-backed asset without a claim on a central bank is given
    /// less than 2,000 basis points or no group, with `LegalClaimMissing`.
    function setBaselProfile(address token, BaselProfile calldata profile) external;

    /// @notice An authority switched its infrastructure add-on on. Restricted: RISK_OFFICER.
    function switchInfrastructureAddOnOn(uint8 jurisdiction) external;

    /// @notice An authority switched its infrastructure add-on off. Restricted: CONFIGURATOR.
    function switchInfrastructureAddOnOff(uint8 jurisdiction) external;

    /// @notice Admits an account to settle, for an institution and in jurisdictions. Restricted: COMPLIANCE_ADMIN.
    function admitParticipant(address account, address institution, uint16 jurisdictions) external;

    /// @notice Suspends a participant at once. Restricted: COMPLIANCE_OFFICER.
    function suspendParticipant(address account) external;

    /// @notice Attests an institution's figures. Local role PRICER.
    /// @param tier1Value Tier 1 capital
    /// @param exposureValue Group 2 exposure; what settles here is added to and taken from it afterwards
    function attestInstitution(address institution, uint96 tier1Value, uint96 exposureValue) external;

    /// @notice The terms under which an asset is admitted. Reverts with `AssetNotListed`.
    function assetTerms(address token) external view returns (AssetTerms memory);

    /// @notice An asset's stored price in the reference currency and when it was of.
    function assetPrice(address token) external view returns (uint256 price, uint256 updatedAt);

    /// @notice A currency's code, rate and age.
    function currencyRate(uint8 currency) external view returns (bytes3 code, uint256 rate, uint256 updatedAt);

    /// @notice An asset's capital treatment: the one set, or its kind's cautious default.
    function baselProfile(address token) external view returns (BaselProfile memory);

    /// @notice Capital figures of holding an amount, each rounded up: risk-weighted amount and 8 % of it.
    /// @param amount in the token's units; so are the results
    function capitalFigures(address token, uint256 amount) external view returns (uint256 weighted, uint256 capital);

    /// @notice Whether the asset may count as collateral: listed, not suspended, and in none of the groups 1b, 2a, 2b.
    function isEligibleCollateral(address token) external view returns (bool eligible, uint256 haircutBps);

    /// @notice A participant's institution and jurisdictions; zero when it may not settle.
    function participantOf(address account) external view returns (address institution, uint16 jurisdictions);

    /// @notice An institution's attested figures as settlements have changed them.
    function institutionOf(address institution) external view returns (uint256 tier1Value, uint256 exposureValue);

    /// @notice Assets of a currency in the order of their listing.
    function assetsOf(uint8 currency) external view returns (address[] memory);
}
