// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Delivery versus payment and payment versus payment
/// @notice Trades between two parties, each of whom instructs, settled leg against leg in one transaction (model 1 of
/// the CPSS report: gross securities, gross funds).
///
/// EIP-712 domain: name `Quantera Settlement`, version `1`, chain id, this address. A party signs
/// `Instruction(Terms terms,uint8 side,uint256 nonce,uint256 minimumPart,bytes32 holdId)` over
/// `Terms(address deliverer,address receiver,address security,uint256 quantity,address cash,uint256 amount,`
/// `uint256 settlementDate,uint256 cutOff,bytes32 tradeReference)`. The hash of the terms is the trade's id: two
/// instructions match when it is the same, so every field is a matching field. ERC-1271 accounts sign too.
///
/// A submitted instruction has a status in the terms of ISO 20022's securities settlement messages: `NMAT` not matched,
/// `MACH` matched, `SETT` settled, `CANC` cancelled, `CANR` cancellation asked for by one side of a match. Why a trade
/// is pending is told by `pendingReason`: `FUTU` settlement date not reached, `LATE` cut-off passed (failing), `PREA`
/// on hold, `LACK` deliverer lacks securities, `MONY` receiver lacks money, or none.
interface ISettlementInstructions {
    /// @notice What both parties agree.
    /// @param deliverer gives the security
    /// @param receiver pays
    /// @param security what is delivered; a settlement asset makes the trade payment versus payment
    /// @param quantity units of it
    /// @param cash what is paid in
    /// @param amount units of it for the whole quantity
    /// @param settlementDate first second at which the trade may settle
    /// @param cutOff last second at which it may settle
    /// @param tradeReference common reference of the trade
    struct Terms {
        address deliverer;
        address receiver;
        address security;
        uint256 quantity;
        address cash;
        uint256 amount;
        uint40 settlementDate;
        uint40 cutOff;
        bytes32 tradeReference;
    }

    /// @notice What a party adds on its own.
    /// @param nonce of its choice, used once
    /// @param minimumPart least quantity of a partial settlement; zero allows none
    /// @param holdId hold that its leg comes from; zero pulls it from the party's account
    /// @param signature empty when the party sends the transaction itself or has submitted the instruction
    struct Side {
        uint256 nonce;
        uint256 minimumPart;
        bytes32 holdId;
        bytes signature;
    }

    /// @notice Statuses of a submitted instruction.
    enum Status {
        NONE,
        NMAT,
        MACH,
        CANR,
        SETT,
        CANC
    }

    /// @notice A party submitted an instruction.
    event InstructionSubmitted(
        bytes32 indexed tradeId,
        bytes32 indexed instruction,
        uint8 side,
        Terms terms,
        uint256 nonce,
        uint256 minimumPart,
        bytes32 holdId
    );
    /// @notice An instruction's status changed.
    event InstructionStatusChanged(bytes32 indexed tradeId, bytes32 indexed instruction, Status status);
    /// @notice A party used a nonce up without settling.
    event NonceCancelled(address indexed party, uint256 indexed nonce);

    /// @notice The band of rates between two payment legs was set.
    event RateBandSet(uint16 bandBps);

    /// @notice Terms that nobody can settle; `cause` is the field's name.
    error TradeInvalid(string cause);
    /// @notice The settlement date is not reached (`FUTU`).
    error NotYetDue(uint256 settlementDate);
    /// @notice The cut-off has passed (`LATE`).
    error CutOffPassed(uint256 cutOff);
    /// @notice The nonce was used or cancelled.
    error NonceUsed(address party, uint256 nonce);
    /// @notice The signature is not the party's.
    error SignatureInvalid(address party);
    /// @notice The part is smaller or larger than the instructions allow.
    error PartRefused(uint256 quantity, uint256 minimum, uint256 remaining);
    /// @notice The rate between two payment legs is further from the stored rates than is allowed.
    error RateOutOfBand(uint256 deliveredValue, uint256 paidValue, uint256 bandBps);
    /// @notice The instruction is not in a status that allows this.
    error StatusRefuses(bytes32 instruction, Status status);
    /// @notice The caller is not the party of that instruction.
    error NotTheParty(address caller, address party);
    /// @notice A hold does not cover the leg it is named for.
    error HoldUnfit(bytes32 holdId);

    /// @notice Records an instruction; two that match can be settled by anyone at or after the settlement date.
    /// @param side 0 delivers, 1 pays
    function submitInstruction(Terms calldata terms, uint8 side, Side calldata own)
        external
        returns (bytes32 instruction);

    /// @notice Withdraws an instruction: at once while it is unmatched, with the other side's consent once matched.
    function cancelInstruction(Terms calldata terms, uint8 side, Side calldata own) external;

    /// @notice Cancels an unmatched instruction and submits another in its place.
    function replaceInstruction(
        Terms calldata oldTerms,
        Side calldata oldOwn,
        Terms calldata newTerms,
        Side calldata newOwn,
        uint8 side
    ) external returns (bytes32 instruction);

    /// @notice Makes a signature that was given out worthless; submitted instructions are not concerned.
    function cancelNonce(uint256 nonce) external;

    /// @notice How far the rate of two payment legs may be from the stored rates, in basis points; zero is no bound.
    /// @dev Restricted: CONFIGURATOR.
    function setRateBand(uint16 bandBps) external;

    /// @notice The digest that a party signs.
    function instructionDigest(Terms calldata terms, uint8 side, Side calldata own) external view returns (bytes32);

    /// @notice A trade's id.
    function tradeIdOf(Terms calldata terms) external pure returns (bytes32);

    /// @notice Status of a submitted instruction and the quantity settled of it.
    function instructionStatus(bytes32 instruction) external view returns (Status status, uint256 settled);

    /// @notice Why a trade cannot settle now, as an ISO 20022 reason; empty when nothing is known to prevent it.
    function pendingReason(Terms calldata terms, Side calldata delivery, Side calldata payment)
        external
        view
        returns (bytes4);

    /// @notice Whether a party's nonce was used or cancelled.
    function isNonceUsed(address party, uint256 nonce) external view returns (bool);
}
