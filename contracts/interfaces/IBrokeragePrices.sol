// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Prices of PrimeBrokerage
/// @notice Where prices come from and what makes one count.
///
/// An asset has a primary and a secondary Chainlink-compatible feed. A refresh asks both: the lower answer values
/// assets, the higher one liabilities. Prices are in USD per whole token with 8 decimals; `low` is rounded down and
/// `high` up. Anyone may refresh, in the same transaction as the call that needs the price.
///
/// What holds a price back:
/// - an answer with a fault (`FeedFault`) does not count; with one left the price is `SINGLE` where the asset allows
///   it, and nothing changes otherwise;
/// - feeds further apart than the agreement, and a move beyond the greatest one that has been seen once only, leave
///   the old price in place and age it to just beyond its oldest age: it is doubted. A jump that is seen again after
///   60 seconds, and within an hour, is believed;
/// - beyond the band around the time-weighted price an asset counts for no more and a liability for no less. A fall
///   counts at once for assets, a rise at once for liabilities.
///
/// The time-weighted price moves towards the price that stood before a refresh by its part `dt / (window + dt)`, so a
/// price has to stand for a while before it weighs anything.
///
/// Signed batches move fresh prices of assets that allow it, within a band around the stored price, at most once in a
/// while. The next refresh replaces them.
///
/// Financing: a price takes along a carry, in USD per whole token with 14 decimals, which grows by price times rate
/// times time. A long position pays it and a short one receives it.
interface IBrokeragePrices {
    /// @notice Why a feed's answer does not count.
    /// @param NONE it does
    /// @param ABSENT there is no such feed
    /// @param UNREACHABLE it reverted or used all gas it was given
    /// @param SHORT_ANSWER it answered less than a round, as an address without code does
    /// @param NOT_POSITIVE the answer is nothing or less
    /// @param OF_THE_FUTURE the answer is of a time that has not come
    /// @param ROUND_UNANSWERED the answer is of an earlier round
    /// @param STALE the answer is older than the feed's oldest age
    /// @param OUT_OF_RANGE the answer is nothing in 8 decimals, or more than a price may be
    /// @param DECIMALS_CHANGED the feed has other decimals than it was set with; asked when a price jumps
    enum FeedFault {
        NONE,
        ABSENT,
        UNREACHABLE,
        SHORT_ANSWER,
        NOT_POSITIVE,
        OF_THE_FUTURE,
        ROUND_UNANSWERED,
        STALE,
        OUT_OF_RANGE,
        DECIMALS_CHANGED
    }

    /// @notice What a refresh came to.
    /// @param UNUSABLE no answer counts, or the one that does may not stand alone; the old price stays and ages
    /// @param ACCEPTED both feeds agree
    /// @param SINGLE one feed alone counts
    /// @param DISAGREED the feeds are too far apart; the old price stays, doubted
    /// @param JUMPED the price moved further than it may at once; the old price stays, doubted
    /// @param WAITING a jump seen before is not old enough to be believed; nothing changes
    /// @param TOO_WIDE the price is so far above what assets may count for that one word cannot tell both sides:
    /// 2.6383
    /// times it; what can be told stands, doubted
    enum PriceOutcome {
        UNUSABLE,
        ACCEPTED,
        SINGLE,
        DISAGREED,
        JUMPED,
        WAITING,
        TOO_WIDE
    }

    /// @notice An asset's feeds and what they are held to.
    /// @param primary Chainlink-compatible feed of one whole token in USD
    /// @param secondary another one, or zero where a single feed is allowed
    /// @param primaryAgeMinutes minutes that the primary's answer counts, 1 to 4,095
    /// @param secondaryAgeMinutes the same of the secondary; zero without one
    /// @param bandBps band around the time-weighted price, 1 to 9,999
    /// @param agreementBps how far apart the feeds may be, 1 to 5,000 of the lower one
    /// @param maxMoveBps how far the price may move without being seen twice, 1 to 5,000
    /// @param windowMinutes minutes of the time-weighted price, 1 to 1,023
    /// @param singleAllowed one feed will do when the other has a fault
    /// @param signedAllowed signed batches may move the price
    struct FeedSettings {
        address primary;
        address secondary;
        uint16 primaryAgeMinutes;
        uint16 secondaryAgeMinutes;
        uint16 bandBps;
        uint16 agreementBps;
        uint16 maxMoveBps;
        uint16 windowMinutes;
        bool singleAllowed;
        bool signedAllowed;
    }

    /// @notice What signed batches are held to.
    /// @param bandBps how far from the stored price, 1 to 2,000
    /// @param spacing least seconds from one batch to the next, at least 1
    /// @param maxAge oldest batch that counts, in seconds, at least 1
    struct SignedTerms {
        uint16 bandBps;
        uint16 spacing;
        uint16 maxAge;
    }

    /// @notice Feeds were set, changed or tightened. The price that stood keeps standing.
    event FeedsSet(uint8 indexed assetId, FeedSettings settings);
    /// @notice Prices were refreshed.
    /// @param assets two bytes for each asset: its id and its `PriceOutcome`
    /// @param words two for each asset: `RiskWord` and `FeedTrack` as they are now
    event PricesRefreshed(bytes assets, uint256[] words);
    /// @notice A feed's answer did not count.
    event FeedFaulty(uint8 indexed assetId, address indexed feed, FeedFault fault);
    /// @notice A signed batch was brought.
    /// @param head time of the prices in bits 0 to 39; from bit 40 a bit for each place in the batch whose price did
    /// not
    /// count
    /// @param prices as they were signed
    event PricesPosted(address indexed signer, uint256 head, bytes prices);
    /// @notice What signed batches are held to was set or tightened.
    event SignedTermsSet(SignedTerms terms);
    /// @notice The sequencer's uptime feed was set.
    event SequencerSet(address indexed feed, uint32 grace, uint32 mostOutage);
    /// @notice A financing rate was set; `word` and `track` are the asset's words, with the carry accrued until now.
    event FinancingSet(uint8 indexed assetId, int24 ratePips, uint256 word, uint256 track);

    /// @notice Feeds cannot be asked with this little gas, so that nobody breaks a feed by giving it too little.
    error GasTooLow(uint256 left, uint256 needed);
    /// @notice Settings of feeds, signed batches or the sequencer that contradict each other or leave their range;
    /// `cause` is the field's name.
    error PriceSettingsInvalid(string cause);
    /// @notice The feed gives no answer that counts, so it cannot be set.
    error FeedRefused(address feed, FeedFault fault);
    /// @notice The feeds are further apart than they may be, so they cannot be set.
    error FeedsDisagree(uint8 assetId);
    /// @notice The asset's feeds have not been set.
    error FeedsMissing(uint8 assetId);
    /// @notice The financing rate is further from zero than it may be.
    error FinancingOutOfRange(int24 ratePips, uint24 most);
    /// @notice Signed batches have no terms yet.
    error SignedPricesOff();
    /// @notice The change would loosen something.
    error PriceSettingsNotTighter(string cause);
    /// @notice The signature is none of this signer over these prices.
    error PricesNotSigned(address signer);
    /// @notice The batch is of the future, too old, or follows the last one too soon.
    error PricesNotDue(uint256 observedAt, uint256 earliest, uint256 latest);
    /// @notice A batch has at least one price and at most so many bytes, twelve a price.
    error PricesMalformed(uint256 length, uint256 most);

    /// @notice Reads the feeds of assets; anyone may. Never fails because of a feed.
    /// @dev Reverts with `FeedsMissing`, `GasTooLow`, and while PRICING is paused. Accrues financing and moves
    /// haircuts
    /// along their ramps, too.
    function refreshPrices(uint8[] calldata assetIds) external;

    /// @notice Sets an asset's feeds. Restricted: LISTING_ADMIN.
    /// @dev Reverts with `PriceSettingsInvalid`, and with `FeedRefused` for a feed that does not answer now.
    function setFeeds(uint8 assetId, FeedSettings calldata settings) external;

    /// @notice Holds the same feeds to more at once. Restricted: RISK_OFFICER.
    /// @dev Reverts with `PriceSettingsNotTighter`. A shorter window makes the time-weighted price follow faster and
    /// counts as looser.
    function tightenFeeds(uint8 assetId, FeedSettings calldata settings) external;

    /// @notice Sets what signed batches are held to. Restricted: CONFIGURATOR.
    function setSignedTerms(SignedTerms calldata terms) external;

    /// @notice Holds signed batches to more at once. Restricted: RISK_OFFICER.
    function tightenSignedTerms(SignedTerms calldata terms) external;

    /// @notice Sets the sequencer's uptime feed of this chain, or none. Restricted: LISTING_ADMIN.
    /// @param feed Chainlink's L2 sequencer uptime feed; zero where there is none
    /// @param grace seconds after the sequencer came back in which no risk is taken and nothing is liquidated
    /// @param mostOutage seconds after which liquidation goes on whatever the sequencer does; at most 72 hours
    function setSequencer(address feed, uint32 grace, uint32 mostOutage) external;

    /// @notice Sets what long positions in an asset pay to short ones. Restricted: CONFIGURATOR.
    /// @dev Reverts with `FinancingOutOfRange` beyond 200 % a year and with `FeedsMissing`.
    /// @param ratePips millionths of the price a year; negative when short positions pay
    function setFinancing(uint8 assetId, int24 ratePips) external;

    /// @notice The stored price of an asset.
    /// @return low price of assets, 8 decimals
    /// @return high price of liabilities, 8 decimals
    /// @return time from which its oldest age counts
    /// @return freshUntil the last second at which new risk accepts it
    function priceOf(uint8 assetId) external view returns (uint256 low, uint256 high, uint40 time, uint40 freshUntil);

    /// @notice What a refresh would come to now.
    /// @return outcome as it would be
    /// @return low price of assets afterwards
    /// @return high price of liabilities afterwards
    /// @return primary fault of the primary feed
    /// @return secondary fault of the secondary feed
    function previewPrice(uint8 assetId)
        external
        view
        returns (PriceOutcome outcome, uint256 low, uint256 high, FeedFault primary, FeedFault secondary);

    /// @notice Settings of an asset's feeds. Reverts with `FeedsMissing`.
    function feedsOf(uint8 assetId) external view returns (FeedSettings memory);

    /// @notice The time-weighted price, when the price was last refreshed, whether a jump waits to be seen again, and
    /// the carry.
    /// @return average 8 decimals, kept to 25 significant bits
    /// @return refreshedAt when the price was last refreshed or seen to jump
    /// @return jumped whether a jump waits to be seen again
    /// @return carry USD per whole token, 14 decimals
    /// @return ratePips financing, millionths a year
    function trackOf(uint8 assetId)
        external
        view
        returns (uint256 average, uint40 refreshedAt, bool jumped, int256 carry, int24 ratePips);

    /// @notice What signed batches are held to, and the time of the last one.
    function signedTerms() external view returns (SignedTerms memory terms, uint40 lastAt);

    /// @notice What a holder of PRICER signs (EIP-712).
    function pricesDigest(uint40 observedAt, bytes calldata prices) external view returns (bytes32);

    /// @notice The sequencer as its feed tells it now.
    /// @return uptimeFeed the uptime feed, or zero
    /// @return grace seconds after it came back
    /// @return mostOutage seconds after which liquidation goes on
    /// @return riskAllowed whether risk may be taken
    /// @return liquidationAllowed whether accounts may be liquidated
    /// @return since when it came back or went down; zero where that is not known
    function sequencer()
        external
        view
        returns (
            address uptimeFeed,
            uint32 grace,
            uint32 mostOutage,
            bool riskAllowed,
            bool liquidationAllowed,
            uint40 since
        );
}
