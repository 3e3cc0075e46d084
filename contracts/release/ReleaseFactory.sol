// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AccessManaged } from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import { Address } from "@openzeppelin/contracts/utils/Address.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { CREATE3 } from "solady/utils/CREATE3.sol";
import { SignatureCheckerLib } from "solady/utils/SignatureCheckerLib.sol";

import { IReleaseFactory } from "../interfaces/IReleaseFactory.sol";

/// @title ReleaseFactory
/// @notice See `IReleaseFactory`. Holds nothing and is not upgradeable: another release has another factory.
/// @dev Its authority is an address that has no code until the chain is opened, so that `restricted` refuses everybody
/// before. The domain separator is computed at each use: an immutable would make the code differ from chain to chain.
contract ReleaseFactory is IReleaseFactory, AccessManaged, ReentrancyGuardTransient {
    /// @inheritdoc IReleaseFactory
    bytes32 public constant MANAGER_SALT = keccak256("QuanteraAccessManager");

    bytes32 private constant DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant OPENING_TYPE = keccak256("Opening(bytes32 creationHash,uint256 deadline)");
    bytes32 private constant NAME_HASH = keccak256("Quantera ReleaseFactory");
    bytes32 private constant VERSION_HASH = keccak256("1");

    /// @inheritdoc IReleaseFactory
    address public immutable FOUNDER;

    /// @notice Names the founder for good.
    /// @param founder who allows chains to be opened
    constructor(address founder) AccessManaged(CREATE3.predictDeterministicAddress(MANAGER_SALT)) {
        if (founder == address(0)) revert FounderMissing();
        FOUNDER = founder;
    }

    /// @inheritdoc IReleaseFactory
    function open(bytes calldata creation, uint256 deadline, bytes calldata signature)
        external
        nonReentrant
        returns (address manager)
    {
        manager = addressOf(MANAGER_SALT);
        if (manager.code.length != 0) revert ChainAlreadyOpen(manager);
        if (block.timestamp > deadline) revert OpeningExpired(deadline);
        bytes32 creationHash = keccak256(creation);
        bytes32 digest = openingDigest(creationHash, deadline);
        if (!SignatureCheckerLib.isValidSignatureNowCalldata(FOUNDER, digest, signature)) {
            revert NotSignedByFounder(FOUNDER);
        }
        CREATE3.deployDeterministic(creation, MANAGER_SALT);
        emit ChainOpened(manager, creationHash);
    }

    /// @inheritdoc IReleaseFactory
    function create(bytes32 salt, bytes calldata creation, bytes calldata firstCall)
        external
        restricted
        nonReentrant
        returns (address created)
    {
        created = addressOf(salt);
        if (created.code.length != 0) revert SaltUsed(salt, created);
        CREATE3.deployDeterministic(creation, salt);
        emit ContractCreated(salt, created, created.codehash);
        if (firstCall.length != 0) Address.functionCall(created, firstCall);
    }

    /// @inheritdoc IReleaseFactory
    function addressOf(bytes32 salt) public view returns (address) {
        return CREATE3.predictDeterministicAddress(salt);
    }

    /// @inheritdoc IReleaseFactory
    function openingDigest(bytes32 creationHash, uint256 deadline) public view returns (bytes32) {
        bytes32 domain = keccak256(abi.encode(DOMAIN_TYPE, NAME_HASH, VERSION_HASH, block.chainid, address(this)));
        bytes32 opening = keccak256(abi.encode(OPENING_TYPE, creationHash, deadline));
        return keccak256(abi.encodePacked(hex"1901", domain, opening));
    }
}
