// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IInvestorAttestations } from "../../interfaces/IInvestorAttestations.sol";
import { IClaimIssuer, IOnchainIdentity } from "../../interfaces/IOnchainIdentity.sol";
import { IdentityStorage } from "./IdentityStorage.sol";

/// @title ClaimCheck
/// @notice Evaluates an identity's claims against the trusted issuers, whatever the identity is.
/// @dev Identities and claim issuers are strangers' contracts: each call is static, has its gas and the size of its
/// answer bounded, and an answer that does not decode counts as no answer. The claim must name the trusted issuer under
/// which it was looked up, since the id alone proves nothing (ERC-3643 issue 101). A no, or no answer, counts only when
/// the question had all the gas it may use: who evaluates claims chooses the gas, and must not choose the verdict.
library ClaimCheck {
    uint256 private constant GAS_LIMIT = 500_000;
    uint256 private constant CALL_GAS = 5000;
    uint256 private constant MAX_ANSWER_BYTES = 8192;
    uint256 private constant CLAIM_HEAD_BYTES = 192;
    uint256 private constant NO_EXPIRY = type(uint40).max;

    /// @notice How long the identity's claims count: the first second at which they no longer do, 0 when they do not.
    /// @return validUntil Unix time, the largest uint40 when no claim states an expiry
    function validity(address identity) internal view returns (uint256 validUntil) {
        IdentityStorage.Layout storage $ = IdentityStorage.load();
        uint256[] storage topics = $.topics;
        uint256 count = topics.length;
        validUntil = identity == address(0) ? 0 : NO_EXPIRY;
        if (count != 0 && identity.code.length == 0) return 0;
        for (uint256 i = 0; i < count && validUntil != 0; ++i) {
            uint256 topic = topics[i];
            uint256 best = _bestOfTopic(identity, topic, $.issuersOfTopic[topic]);
            if (best < validUntil) validUntil = best;
        }
        if (validUntil <= block.timestamp) validUntil = 0;
    }

    function _bestOfTopic(address identity, uint256 topic, address[] storage issuers) private view returns (uint256) {
        uint256 count = issuers.length;
        uint256 best = 0;
        for (uint256 i = 0; i < count; ++i) {
            uint256 until = _claimUntil(identity, topic, issuers[i]);
            if (until > best) best = until;
            if (best == NO_EXPIRY) break;
        }
        return best;
    }

    function _claimUntil(address identity, uint256 topic, address issuer) private view returns (uint256) {
        bytes32 claimId = keccak256(abi.encode(issuer, topic));
        (bool answered, bytes memory claim,) = _ask(identity, abi.encodeCall(IOnchainIdentity.getClaim, (claimId)));
        if (!answered || claim.length < CLAIM_HEAD_BYTES) return 0;
        (bool whole, bytes memory signature, bytes memory data) = _openClaim(claim, topic, issuer);
        if (!whole) return 0;
        bytes memory question = abi.encodeCall(IClaimIssuer.isClaimValid, (identity, topic, signature, data));
        bytes memory verdict;
        uint256 available;
        (answered, verdict, available) = _ask(issuer, question);
        if (!answered || verdict.length < 32 || uint256(bytes32(verdict)) != 1) {
            _requireGas(available);
            return 0;
        }
        if (data.length != 32) return NO_EXPIRY;
        uint256 expiry = uint256(bytes32(data));
        if (expiry <= block.timestamp) return 0;
        return expiry < NO_EXPIRY ? expiry : NO_EXPIRY;
    }

    /// @dev Reads topic, issuer, signature and data out of `getClaim`'s answer without trusting its offsets.
    function _openClaim(bytes memory claim, uint256 topic, address issuer)
        private
        pure
        returns (bool whole, bytes memory signature, bytes memory data)
    {
        if (uint256(_word(claim, 0)) != topic) return (false, signature, data);
        if (uint256(_word(claim, 64)) != uint256(uint160(issuer))) return (false, signature, data);
        bool dataWhole;
        (whole, signature) = _bytesAt(claim, uint256(_word(claim, 96)));
        (dataWhole, data) = _bytesAt(claim, uint256(_word(claim, 128)));
        whole = whole && dataWhole;
    }

    function _bytesAt(bytes memory source, uint256 offset) private pure returns (bool whole, bytes memory part) {
        uint256 size = source.length;
        if (offset > size || size - offset < 32) return (false, part);
        uint256 length = uint256(_word(source, offset));
        if (length > size - offset - 32) return (false, part);
        part = new bytes(length);
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            mcopy(add(part, 32), add(add(source, 64), offset), length)
        }
        return (true, part);
    }

    function _word(bytes memory source, uint256 offset) private pure returns (bytes32 word) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            word := mload(add(add(source, 32), offset))
        }
    }

    /// @dev A static call with bounded gas whose answer is copied only when it is small enough. `available` is the gas
    /// that the question could have used.
    function _ask(address target, bytes memory question)
        private
        view
        returns (bool answered, bytes memory answer, uint256 available)
    {
        if (target.code.length == 0) return (false, answer, type(uint256).max);
        uint256 size;
        // All but one part in 64 can be passed on (EIP-150); the call itself costs less than `CALL_GAS`.
        available = gasleft();
        available -= available / 64;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            answered := staticcall(GAS_LIMIT, target, add(question, 32), mload(question), 0, 0)
            size := returndatasize()
        }
        if (!answered) _requireGas(available);
        if (!answered || size > MAX_ANSWER_BYTES) return (false, answer, available);
        answer = new bytes(size);
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            returndatacopy(add(answer, 32), 0, size)
        }
    }

    function _requireGas(uint256 available) private pure {
        if (available < GAS_LIMIT + CALL_GAS) {
            revert IInvestorAttestations.TooLittleGas(available, GAS_LIMIT + CALL_GAS);
        }
    }
}
