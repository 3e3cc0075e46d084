// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title HostileIdentity
/// @notice An investor's identity contract that answers as its owner likes: it holds any claim under any id, claims
/// any key, reverts, burns the caller's gas, floods it with return data, or calls back before it answers.
/// @dev Selectors are ONCHAINID's. The questions are not declared `view` as there, because this contract tries to
/// write while it answers; whoever asks with a static call keeps it from succeeding, and `reentries` stays zero.
contract HostileIdentity {
    /// @notice How a question is answered. `Planted` answers from what was planted, and nothing else lies about that.
    enum Manner {
        Planted,
        Refuse,
        BurnGas,
        Flood,
        Gibberish,
        Silence,
        CallBack,
        Fickle
    }

    /// @notice A claim as `getClaim` returns it; every field is free, whatever id it is planted under.
    struct PlantedClaim {
        uint256 topic;
        uint256 scheme;
        address issuer;
        bytes signature;
        bytes data;
        string uri;
    }

    error IdentityRefuses();

    /// @notice How `getClaim` behaves.
    Manner public claimManner;
    /// @notice How `keyHasPurpose` behaves.
    Manner public keyManner;
    /// @notice Whether `keyHasPurpose` says yes to every key and purpose when it answers at all.
    bool public everyKeyFits;
    /// @notice Bytes returned by `Flood`.
    uint256 public floodSize = 100_000;
    /// @notice Calls back that succeeded in changing state somewhere; zero when every asker was static.
    uint256 public reentries;

    address private _target;
    bytes private _callData;
    uint256 private _warmthProbe;
    mapping(bytes32 claimId => PlantedClaim) private _claims;
    mapping(bytes32 key => bool) private _managementKeys;

    /// @notice Sets how the two questions are answered.
    function behave(Manner claims, Manner keys) external {
        claimManner = claims;
        keyManner = keys;
    }

    /// @notice Stores a claim under any id, for example a stranger's claim under a trusted issuer's id.
    function plant(bytes32 claimId, PlantedClaim calldata claim) external {
        _claims[claimId] = claim;
    }

    /// @notice Makes one address a management key, or every address.
    function plantKey(address manager, bool everyone) external {
        _managementKeys[keccak256(abi.encode(manager))] = true;
        everyKeyFits = everyone;
    }

    /// @notice What `CallBack` calls before it answers.
    function aim(address target, bytes calldata callData) external {
        _target = target;
        _callData = callData;
    }

    /// @notice Bytes that `Flood` returns.
    function setFloodSize(uint256 size) external {
        floodSize = size;
    }

    /// @notice Counts a call back whose effects can stay; only this contract calls it.
    function noteReentry() external {
        if (msg.sender == address(this)) {
            reentries += 1;
        }
    }

    /// @notice ERC-735's question.
    function getClaim(bytes32 claimId)
        external
        returns (
            uint256 topic,
            uint256 scheme,
            address issuer,
            bytes memory signature,
            bytes memory data,
            string memory uri
        )
    {
        if (_misbehave(claimManner)) {
            return (0, 0, address(0), "", "", "");
        }
        PlantedClaim storage claim = _claims[claimId];
        return (claim.topic, claim.scheme, claim.issuer, claim.signature, claim.data, claim.uri);
    }

    /// @notice ERC-734's question.
    function keyHasPurpose(bytes32 key, uint256) external returns (bool exists) {
        if (_misbehave(keyManner)) {
            return false;
        }
        return everyKeyFits || _managementKeys[key];
    }

    /// @dev True when the answer should be a denial; false when it should come from what was planted.
    function _misbehave(Manner manner) private returns (bool denies) {
        if (manner == Manner.Refuse) {
            revert IdentityRefuses();
        }
        if (manner == Manner.BurnGas) {
            assembly ("memory-safe") {
                invalid()
            }
        }
        if (manner == Manner.Flood) {
            uint256 size = floodSize;
            assembly {
                return(0, size)
            }
        }
        if (manner == Manner.Gibberish) {
            assembly {
                calldatacopy(0, calldatasize(), 0x100)
                mstore(0x00, not(0))
                mstore(0x60, not(0))
                mstore(0x80, not(0))
                return(0, 0x100)
            }
        }
        if (manner == Manner.Silence) {
            assembly {
                return(0, 0)
            }
        }
        if (manner == Manner.CallBack) {
            (bool accepted,) = _target.call(_callData);
            if (accepted) {
                // Fails, and is meant to, where the asker used a static call.
                (accepted,) = address(this).call(abi.encodeCall(this.noteReentry, ()));
            }
        }
        // Yes to the first question of a transaction, no to the following ones: a static call cannot remember, but
        // the price of reading one's own storage tells whether it was read before.
        return manner == Manner.Fickle && _askedBefore();
    }

    function _askedBefore() private view returns (bool warm) {
        assembly ("memory-safe") {
            let before := gas()
            // The value, always zero, takes part in the answer so that the optimiser keeps the read where it is.
            let value := sload(_warmthProbe.slot)
            warm := lt(add(sub(before, gas()), value), 1000)
        }
    }
}
