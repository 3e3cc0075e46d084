// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IComplianceAwareToken
/// @notice What ComplianceAwareToken, with `ITokenAdministration`, has beyond ERC-3643, ERC-20, ERC-2612, ERC-1404,
/// ERC-1643, ERC-7802 and ERC-7943.
/// Amounts in token units, times in Unix seconds, codes from the catalogue of reasons (ERC-1404).
interface IComplianceAwareToken {
    /// @notice What the issuer states of the security.
    /// @param assetClass such as `equity`, `bond`, `fund unit`
    /// @param jurisdiction ISO 3166-1 alpha-2 codes of the packs that always run, `GB` being the United Kingdom, `EU`
    /// the Union
    /// @param regulatoryFramework the offer's route, such as `506c` or `RegS`
    /// @param minimumInvestment smallest first position and smallest primary purchase, in token units; zero for none
    /// @param fractionalAllowed false when only whole tokens may move
    struct TokenInfo {
        string assetClass;
        string jurisdiction;
        string regulatoryFramework;
        uint256 minimumInvestment;
        bool fractionalAllowed;
    }

    /// @notice What a new token starts with.
    /// @param engine the compliance engine, which is the identity registry too
    /// @param compliance the token's own compliance contract; it binds itself to the token here
    /// @param onchainID the token's own identity, zero when it has none
    /// @param name must not be empty
    /// @param symbol must not be empty
    /// @param decimals decimal places, at most 18
    struct Setup {
        address engine;
        address compliance;
        address onchainID;
        string name;
        string symbol;
        uint8 decimals;
    }

    /// @notice A movement was refused; `code` is the same that the views return. Zero addresses stand for mint and
    /// burn.
    error TransferRefused(uint8 code, address from, address to, uint256 amount);
    /// @notice The holder's balance does not cover the amount an agent wants to move.
    error BalanceTooLow(address holder, uint256 balance, uint256 amount);
    /// @notice A partial freeze would exceed the balance; `setFrozenTokens` may.
    error FreezeExceedsBalance(address holder, uint256 balance, uint256 frozenAfter);
    /// @notice A release would exceed the frozen amount.
    error UnfreezeExceedsFrozen(address holder, uint256 frozen, uint256 amount);
    /// @notice Amounts of this token end at 2**120 - 1.
    error AmountTooLarge(uint256 amount, uint256 maximum);
    /// @notice A forced transfer must change hands.
    error SelfForcedTransfer(address holder);
    /// @notice Arrays of one call must have equal length.
    error LengthMismatch(uint256 first, uint256 other);
    /// @notice An address of the call must not be zero.
    error ZeroAddress();
    /// @notice A text of the call must not be empty.
    error EmptyString();
    /// @notice Decimals end at 18.
    error DecimalsTooLarge(uint8 decimals);
    /// @notice The token is paused.
    error EnforcedPause();
    /// @notice The token is not paused.
    error ExpectedPause();
    /// @notice Nothing to recover at the lost wallet.
    error NothingToRecover(address lostWallet);
    /// @notice The new wallet is no management key of the identity, or the lost wallet belongs to another identity.
    error RecoveryRefused(address lostWallet, address newWallet, address identity);
    /// @notice A document needs a name and a uri, and can only be removed when it exists.
    error InvalidDocument(bytes32 name);
    /// @notice A permit's deadline has passed.
    error PermitExpired(uint256 deadline);
    /// @notice A permit was not signed by the owner of the tokens.
    error PermitSignerMismatch(address signer, address owner);
    /// @notice An allowance cannot be lowered below zero.
    error AllowanceTooLow(address owner, address spender, uint256 allowance, uint256 decrease);
    /// @notice Ownership is the chain's access manager and cannot be moved apart from it.
    error OwnershipFollowsAuthority(address authority);
    /// @notice A record date lies in the future, one at a time, at most 255 in all.
    error InvalidRecordDate(uint40 fallsAt);
    /// @notice No record date has that number yet.
    error UnknownRecordDate(uint256 number);
    /// @notice A compliance contract must be bound to this token and to no other.
    error ComplianceNotBound(address compliance);
    /// @notice The identity registry must be a compliance engine.
    error NotAnEngine(address identityRegistry);

    /// @notice `attemptTransfer` was refused; nothing else changed.
    event TransferAttemptRefused(address indexed from, address indexed to, uint256 amount, uint8 code);
    /// @notice Why an agent acted: `action` is the selector of the function that was called.
    event AgentAction(
        address indexed agent, address indexed subject, bytes4 indexed action, uint8 reason, uint256 amount
    );
    /// @notice The issuer's statement changed.
    event TokenInfoUpdated(TokenInfo info);
    /// @notice The token's name, symbol, decimals and identity in plain words, which the indexed ones of ERC-3643 hide.
    event TokenInformation(string name, string symbol, uint8 decimals, address onchainID);
    /// @notice Whether the compliance contract has external modules, which every movement then asks.
    event ExternalModulesChanged(bool bound);
    /// @notice The owner's permit of that number set an allowance (`Approval`); the next one has the next number.
    event PermitUsed(address indexed owner, uint256 nonce);
    /// @notice Record date `number` falls at `fallsAt`.
    event RecordDateScheduled(uint256 indexed number, uint40 fallsAt);
    /// @notice A holding was preserved for a record date.
    event BalanceRecorded(address indexed holder, uint256 indexed number, uint256 balance);
    /// @notice The total supply was preserved for a record date.
    event SupplyRecorded(uint256 indexed number, uint256 supply);

    /// @notice Transfers when the code is zero; otherwise logs `TransferAttemptRefused`, changes nothing else and
    /// returns the code.
    function attemptTransfer(address to, uint256 amount) external returns (uint8 code);

    /// @notice The code with which `transferFrom` by `spender` would be refused now, allowance included; 0 when it
    /// would pass.
    function detectTransferRestrictionFrom(address spender, address from, address to, uint256 amount)
        external
        view
        returns (uint8 code);

    /// @notice As ERC-3643's `forcedTransfer`, with the agent's reason in the log.
    function forcedTransferWithReason(address from, address to, uint256 amount, uint8 reason) external;

    /// @notice As ERC-7943's `setFrozenTokens`, with the agent's reason in the log.
    function setFrozenTokensWithReason(address account, uint256 amount, uint8 reason) external;

    /// @notice As ERC-3643's `setAddressFrozen`, with the agent's reason in the log.
    function setAddressFrozenWithReason(address account, bool freeze, uint8 reason) external;
}
