// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Configuration of the rule engine
/// @notice Everything that changes or shows a token's rules. At the engine's address; amounts are token units, times
/// Unix seconds, countries ISO 3166-1 numeric, jurisdictions 0 US, 1 EU, 2 UK, 3 SG, 4 JP.
///
/// Each limit has a global value, the same on all chains, and an allotment for this chain, which is what is enforced.
/// Global values are set; allotments only ever move by differences, so that a change that waited for its delay cannot
/// undo what a bridge message moved meanwhile. A movement that would fit the global value but not the allotment is
/// refused with code 37.
/// @custom:invariant CMP-10 under the rules that `tightenRules` sets nothing passes that was refused before it
/// @custom:invariant CMP-11 an allotment never exceeds the global value
/// @custom:invariant CMP-12 an allotment that a bridge message takes away was not in use
interface IRuleConfiguration {
    /// @notice A limit that is divided between chains.
    /// @param SUPPLY units in circulation; key 0
    /// @param HOLDERS identities; key 0
    /// @param COUNTRY_HOLDERS identities; key is the country
    /// @param CLASS_HOLDERS identities; key is jurisdiction * 16 + class
    /// @param MAX_BALANCE units per identity; key 0 for everybody's allotment, or the identity for its own
    /// @param WINDOW_VOLUME units per identity and window; key 0
    /// @param PACK a limit that a pack defines; key is the pack's
    enum Limit {
        SUPPLY,
        HOLDERS,
        COUNTRY_HOLDERS,
        CLASS_HOLDERS,
        MAX_BALANCE,
        WINDOW_VOLUME,
        PACK
    }

    /// @notice When tokens may be dealt in.
    /// @param weekdays bit 0 Monday … bit 6 Sunday, in local time
    /// @param opensAt second of the local day from which transfers run
    /// @param closesAt first second of the local day at which they no longer run, at most 86,400
    /// @param utcOffset seconds that local time is ahead of UTC, at most 14 hours either way
    /// @param closedFrom first second of a closed period
    /// @param closedUntil first second after the closed period; zero when there is none
    struct Hours {
        uint8 weekdays;
        uint24 opensAt;
        uint24 closesAt;
        int24 utcOffset;
        uint40 closedFrom;
        uint40 closedUntil;
    }

    /// @notice Cap on the holders of one country (`key` the country) or class (`key` jurisdiction * 16 + class).
    /// @param limited false removes the cap
    /// @param globalCap identities over all chains
    struct HolderCap {
        uint16 key;
        bool limited;
        uint32 globalCap;
    }

    /// @notice Global value of a limit that a pack defines.
    struct PackLimit {
        uint256 key;
        uint128 globalValue;
    }

    /// @notice Moves this chain's allotment of a limit by a difference, token units or identities.
    struct AllotmentChange {
        Limit limit;
        uint256 key;
        int128 difference;
    }

    /// @notice Every rule of one token.
    /// @param rules bit n switches the rule of code n: 15, 18 to 32 and 40 to 189
    /// @param ownPacks packs that run in every decision, one bit per jurisdiction
    /// @param recipientPacks packs that run where the recipient belongs to them, one bit per jurisdiction
    /// @param live claims are evaluated at each movement instead of trusting the record's validity
    /// @param supplyCap largest supply (code 23)
    /// @param maxBalance largest position of one identity (code 24)
    /// @param minBalance smallest position of one identity that is not zero (code 25)
    /// @param minimumTicket smallest movement that does not empty the sender's wallet (code 22)
    /// @param windowVolume most that one identity may send within a window (code 31)
    /// @param windowLength seconds; a window begins with the first movement after the last one ended
    /// @param holderCap most identities that hold (code 27)
    /// @param maxSharePips largest share of the supply of one identity (code 26), millionths, compared without rounding
    /// @param transferHours when tokens may be dealt in (code 30)
    /// @param allowedCountries bitmap of countries, word n for 256 n to 256 n + 255 (code 19)
    /// @param restrictedCountries bitmap in the same form (code 20)
    /// @param countryCaps caps to set or remove (code 28); the others stay
    /// @param classCaps caps to set or remove (code 29); the others stay
    /// @param packLimits global values of the packs' limits to set; the others stay
    /// @param allotments differences, applied after everything else
    struct RuleSettings {
        uint256 rules;
        uint8 ownPacks;
        uint8 recipientPacks;
        bool live;
        uint128 supplyCap;
        uint128 maxBalance;
        uint128 minBalance;
        uint128 minimumTicket;
        uint88 windowVolume;
        uint32 windowLength;
        uint32 holderCap;
        uint32 maxSharePips;
        Hours transferHours;
        uint256[4] allowedCountries;
        uint256[4] restrictedCountries;
        HolderCap[] countryCaps;
        HolderCap[] classCaps;
        PackLimit[] packLimits;
        AllotmentChange[] allotments;
    }

    /// @notice What is counted for a token.
    /// @param holders the number of holders (rule 27); positions are always counted
    /// @param countries holders per country (rule 28)
    /// @param classes holders per class (rule 29), one bit per jurisdiction
    /// @param lots lots are kept
    struct CountScope {
        bool holders;
        bool countries;
        uint8 classes;
        bool lots;
    }

    /// @notice A token may ask for decisions from now on.
    event TokenRegistered(address indexed token);

    /// @notice The token's rules are now `settings`, as version `version`.
    event RulesConfigured(
        address indexed token, uint32 indexed version, bool tightenedOnly, RuleSettings settings, address by
    );

    /// @notice A pack's parameters are now `words`, as part of version `version`.
    event PackConfigured(
        address indexed token, uint32 indexed version, uint8 indexed jurisdiction, uint256[] words, address by
    );

    /// @notice This chain's allotment of a limit is now `allotment`.
    event AllotmentChanged(
        address indexed token, Limit indexed limit, uint256 indexed key, uint256 allotment, bytes32 messageId
    );

    /// @notice A transfer was approved in advance.
    event TransferApproved(
        address indexed token,
        address indexed from,
        address indexed to,
        uint256 amount,
        uint40 validFrom,
        uint40 validUntil,
        address by
    );

    /// @notice An approval was withdrawn before it was used.
    event ApprovalRevoked(address indexed token, address indexed from, address indexed to, uint256 amount, address by);

    /// @notice Holdings are counted anew; every movement is refused until `CountFinished`.
    event CountStarted(address indexed token, uint24 indexed epoch, CountScope scope);

    /// @notice A wallet's units were counted under an identity.
    event WalletCounted(address indexed token, address indexed wallet, address indexed identity, uint256 units);

    /// @notice The count equals the supply; its positions are in force.
    event CountFinished(address indexed token, uint24 indexed epoch, uint256 units);

    /// @notice Positions are no longer kept.
    event CountStopped(address indexed token, uint24 indexed epoch);

    /// @notice The bucket under which an identity counts as a holder changed; zero when it does not count.
    event HolderRecounted(address indexed token, address indexed identity, uint256 bucket);

    /// @notice A relinked wallet's units now count under its present identity.
    event HoldingsMoved(
        address indexed token, address indexed wallet, address indexed fromIdentity, address toIdentity, uint256 units
    );

    /// @notice The token is registered already.
    error TokenAlreadyRegistered(address token);

    /// @notice No code at the address that should be a token.
    error TokenWithoutCode(address token);

    /// @notice `rules` names codes that are no switchable rules.
    error UnknownRules(uint256 rules);

    /// @notice The packs name jurisdictions that do not exist.
    error UnknownPacks(uint8 packs);

    /// @notice A parameter of the rule of `code` is out of its range.
    error ParameterOutOfRange(uint8 code, uint256 value);

    /// @notice The call may only tighten; the settings would switch packs off.
    error PacksRemoved(uint8 ownPacks, uint8 recipientPacks);

    /// @notice The call may only tighten; the settings of the rule of `code` would allow more than now.
    error NotTighter(uint8 code);

    /// @notice The rule of `code` needs a count that does not run: start one first.
    error CountNeeded(uint8 code);

    /// @notice A rule that runs needs what the new count would leave out.
    error CountInUse(uint8 code);

    /// @notice The allotment cannot change by that difference: it would pass the global value or fall below zero.
    error AllotmentOutOfRange(Limit limit, uint256 key, uint256 allotment, int256 difference, uint256 globalValue);

    /// @notice The allotment cannot be taken away: `used` of it is in use.
    error AllotmentInUse(Limit limit, uint256 key, uint256 allotment, uint256 used);

    /// @notice The limit has no such key.
    error LimitUnknown(Limit limit, uint256 key);

    /// @notice The limit cannot be moved by message.
    error LimitNotMovable(Limit limit, uint256 key);

    /// @notice The message has been received before.
    error MessageAlreadyReceived(bytes32 messageId);

    /// @notice The token must be paused while its holdings are counted.
    error TokenNotPaused(address token);

    /// @notice A count runs already.
    error CountRunning(address token);

    /// @notice No count runs.
    error NoCountRunning(address token);

    /// @notice The count found `counted` units; the supply is `supply`.
    error CountIncomplete(address token, uint256 counted, uint256 supply);

    /// @notice A wallet with units must be registered before it can be counted.
    error WalletNotRegistered(address wallet);

    /// @notice The caller is not an agent of the token.
    error NotTokenAgent(address token, address caller);

    /// @notice An approval must end after it begins and after now.
    error ApprovalPeriodInvalid(uint40 validFrom, uint40 validUntil);

    /// @notice There is no such approval.
    error ApprovalUnknown(address token, address from, address to, uint256 amount);

    /// @notice The wallet's units count under its present identity already, or it has none.
    error NothingToMove(address token, address wallet);

    /// @notice The lots of the holdings could not be moved, for the reason of `code`.
    error HoldingsRefused(uint8 code, address wallet);

    /// @notice Positions are not kept for the token.
    error PositionsNotKept(address token);

    /// @notice Lets a token ask for decisions; once for each token, without any rule switched on.
    /// @dev Restricted: COMPLIANCE_ADMIN. Reverts with `TokenWithoutCode`, `TokenAlreadyRegistered`.
    function registerToken(address token) external;

    /// @notice Replaces a token's rules. Version + 1.
    /// @dev Restricted: COMPLIANCE_ADMIN, at least 24 h after it was scheduled. An allotment above a lowered global
    /// value falls to it. Reverts with `TokenNotRegistered`, `UnknownRules`, `UnknownPacks`, `ParameterOutOfRange`,
    /// `CountNeeded`, `AllotmentOutOfRange`.
    function configureRules(address token, RuleSettings calldata settings) external;

    /// @notice Replaces a token's rules at once where no rule becomes looser. Version + 1.
    /// @dev Restricted: COMPLIANCE_OFFICER. As `configureRules`, and `NotTighter` with the code of the first rule that
    /// would allow more: a rule switched off, a limit raised, a country added, an hour more, a pack removed.
    function tightenRules(address token, RuleSettings calldata settings) external;

    /// @notice Replaces the parameters of one pack. Version + 1.
    /// @dev Restricted: COMPLIANCE_ADMIN. The words' layout is the pack's own; at most 16. Jurisdiction 5 stands for
    /// the token's lots (`LotRules`). Reverts with `TokenNotRegistered`, `UnknownPacks`, `ParameterOutOfRange`, and
    /// `CountNeeded` when a rule of the pack would then refuse for want of a count.
    function configurePack(address token, uint8 jurisdiction, uint256[] calldata words) external;

    /// @notice Gives part of this chain's allotment away, to be received on another chain.
    /// @dev Local role BRIDGE. Reverts with `AllotmentInUse` below what is in use here, `LimitNotMovable` for
    /// WINDOW_VOLUME and for MAX_BALANCE with key 0, whose use nobody can know.
    /// @param messageId the bridge's id of the message that carries it
    function sendAllotment(address token, Limit limit, uint256 key, uint128 amount, bytes32 messageId) external;

    /// @notice Adds what another chain gave away.
    /// @dev Local role BRIDGE. Each message once (`MessageAlreadyReceived`); never above the global value.
    function receiveAllotment(address token, Limit limit, uint256 key, uint128 amount, bytes32 messageId) external;

    /// @notice Approves one transfer of exactly that amount between two wallets; used up by it.
    /// @dev Agents of the token alone (`NotTokenAgent`). Replaces an earlier approval of the same transfer.
    /// @param to zero approves a move to another chain
    /// @param validFrom first second of the approval
    /// @param validUntil first second after it
    function approveTransfer(
        address token,
        address from,
        address to,
        uint256 amount,
        uint40 validFrom,
        uint40 validUntil
    ) external;

    /// @notice Withdraws an approval; agents of the token alone.
    function revokeApproval(address token, address from, address to, uint256 amount) external;

    /// @notice Starts to count a token's holdings anew; at once complete while the supply is zero.
    /// @dev Restricted: COMPLIANCE_ADMIN. The token must be paused unless its supply is zero (`TokenNotPaused`).
    /// Volumes of the current windows are forgotten. Reverts with `CountInUse` when a rule that runs is not in `scope`,
    /// and with `CountRunning` while a count runs that keeps the lots there are: that one is finished first.
    function startCount(address token, CountScope calldata scope) external;

    /// @notice Counts wallets; a wallet counted before is passed over. Anybody may call.
    /// @dev Where lots are kept already, holders are counted by their lots: each investor needs one wallet here, though
    /// all its units are in custody.
    function countWallets(address token, address[] calldata wallets) external;

    /// @notice Puts the count in force when the wallets' units, and the lots of the investors where those count, equal
    /// the supply (`CountIncomplete`). Anybody may call.
    function finishCount(address token) external;

    /// @notice Ends the counting, complete or not: positions are no longer kept.
    /// @dev Restricted: COMPLIANCE_ADMIN. Reverts with `CountNeeded` when a rule that runs needs a count.
    function stopCount(address token) external;

    /// @notice Counts an identity under its wallet's present country, classes and status. Anybody may call.
    function recount(address token, address wallet) external;

    /// @notice Moves a relinked wallet's units, and their lots, to its present identity. Anybody may call.
    function moveHoldings(address token, address wallet) external;

    /// @notice Whether a token may ask for decisions.
    function isRegistered(address token) external view returns (bool);

    /// @notice Number of the token's rule set.
    function ruleSetVersion(address token) external view returns (uint32);

    /// @notice The rules in force; `countryCaps`, `classCaps`, `packLimits` and `allotments` are empty, see the
    /// getters.
    function ruleSettings(address token) external view returns (RuleSettings memory settings);

    /// @notice Parameters of one pack, 16 words.
    function packParameters(address token, uint8 jurisdiction) external view returns (uint256[16] memory words);

    /// @notice Global value, allotment and present use of a limit; use is zero where nobody can know it.
    function allotment(address token, Limit limit, uint256 key)
        external
        view
        returns (uint256 globalValue, uint256 local, uint256 used);

    /// @notice Cap and count of the holders of one country.
    function countryHolders(address token, uint16 country)
        external
        view
        returns (bool limited, uint32 cap, uint32 globalCap, uint32 counted);

    /// @notice Cap and count of the holders of one class.
    function classHolders(address token, uint8 jurisdiction, uint8 class)
        external
        view
        returns (bool limited, uint32 cap, uint32 globalCap, uint32 counted);

    /// @notice Holders counted on this chain.
    function holders(address token) external view returns (uint32);

    /// @notice What one identity holds of a token on this chain; zeros while positions are not kept.
    /// @return balance units of all its wallets
    /// @return volume units sent in the window
    /// @return windowEnd first second after the window
    function positionOf(address token, address identity)
        external
        view
        returns (uint256 balance, uint256 volume, uint256 windowEnd);

    /// @notice Period of an approval, zeros when there is none.
    function approvalOf(address token, address from, address to, uint256 amount)
        external
        view
        returns (uint40 validFrom, uint40 validUntil);

    /// @notice What is counted, whether the count is complete, and its number.
    function countStatus(address token)
        external
        view
        returns (CountScope memory scope, bool kept, bool running, uint24 epoch, uint256 counted);
}
