// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ISettlementAssetManager } from "../../interfaces/ISettlementAssetManager.sol";
import { ISettlementCrossChain } from "../../interfaces/ISettlementCrossChain.sol";
import { ISettlementHolds } from "../../interfaces/ISettlementHolds.sol";
import { ISettlementInstructions } from "../../interfaces/ISettlementInstructions.sol";
import { ISettlementQueue } from "../../interfaces/ISettlementQueue.sol";
import { ISettlementRegistry } from "../../interfaces/ISettlementRegistry.sol";
import { AssetWord } from "./AssetWord.sol";
import { DayCounter } from "./DayCounter.sol";
import { JurisdictionCounter } from "./JurisdictionCounter.sol";

/// @notice Who may settle: one slot.
struct Participant {
    address institution;
    uint16 jurisdictions;
    uint16 mostFeeBps;
}

/// @notice An institution's attested figures: one slot.
struct Institution {
    uint96 tier1Value;
    uint96 exposureValue;
    bool attested;
}

/// @notice A currency and its rate in the reference currency.
struct Currency {
    address feed;
    uint56 rate;
    uint40 updatedAt;
    uint24 maxAge;
    bytes3 code;
}

/// @notice What of an asset no settlement needs.
struct AssetDetails {
    address feed;
    ISettlementRegistry.LegalClaim claim;
    bool profiled;
    bytes32 claimDocument;
    ISettlementRegistry.BaselProfile profile;
}

/// @notice A submitted instruction: one slot.
struct InstructionRecord {
    ISettlementInstructions.Status status;
    uint128 settled;
}

/// @notice A queue of one payer, asset and priority.
struct Queue {
    uint64 head;
    uint64 tail;
    mapping(uint256 place => bytes32 paymentId) payments;
}

/// @notice A payment that waits for the other chain's delivery.
struct IncomingPayment {
    address payer;
    ISettlementCrossChain.CrossPaymentStatus status;
    address payee;
    address token;
    uint128 amount;
    string keyEncryptedSuccess;
    string keyEncryptedFailure;
}

/// @title SettlementStorage
/// @notice The one storage struct that the manager and its extensions share (ERC-7201).
library SettlementStorage {
    /// @custom:storage-location erc7201:quantera.storage.SettlementManager
    struct Layout {
        mapping(address token => AssetWord word) assets;
        mapping(address account => Participant participant) participants;
        mapping(address institution => Institution figures) institutions;
        mapping(uint256 currency => address[] tokens) listed;
        Currency[] currencies;
        mapping(address token => mapping(uint256 day => DayCounter counter)) days_;
        mapping(uint256 jurisdiction => mapping(uint256 day => JurisdictionCounter counter)) jurisdictionDays;
        mapping(address party => mapping(uint256 word => uint256 bits)) nonces;
        mapping(bytes32 instruction => uint256 quantity) filled;
        mapping(bytes32 instruction => InstructionRecord record) instructions;
        mapping(bytes32 tradeId => mapping(uint256 side => bytes32 instruction)) matching;
        mapping(bytes32 holdId => ISettlementHolds.Hold hold) holds;
        mapping(address token => uint256 amount) held;
        mapping(address token => uint256 amount) fees;
        mapping(bytes32 cycleAndAsset => mapping(uint256 word => uint256 bits)) netted;
        mapping(bytes32 paymentId => ISettlementQueue.QueuedPayment payment) queued;
        mapping(bytes32 payerTokenPriority => Queue queue) queues;
        mapping(bytes32 id => ISettlementCrossChain.Lock lock) locks;
        mapping(bytes32 id => IncomingPayment payment) incoming;
        mapping(address token => AssetDetails details) details;
        ISettlementAssetManager.SettlementAssetType[] preferenceOrder;
        uint256 queuedCount;
        uint16 rateBandBps;
        uint16 addOns;
        uint40 ledgerFinalUpTo;
        uint40 legalFinalUpTo;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.SettlementManager")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0xfe9b80094a69ae9c9b9bc4de5d8965dda057c2847b4eb6f4a23cb57803ec6d00;

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }
}
