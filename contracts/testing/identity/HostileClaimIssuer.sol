// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title HostileClaimIssuer
/// @notice A claim issuer that says yes to every claim, or no, or reverts, burns the caller's gas, floods it with
/// return or revert data, answers with something that is no boolean, or calls back before it answers.
/// @dev Selector is ONCHAINID's. The question is not declared `view` as there, because this contract tries to write
/// while it answers; whoever asks with a static call keeps it from succeeding, and `reentries` stays zero.
contract HostileClaimIssuer {
    /// @notice How `isClaimValid` is answered.
    enum Manner {
        Approve,
        Deny,
        Refuse,
        RefuseFlooding,
        BurnGas,
        Flood,
        NotABoolean,
        Silence,
        CallBack,
        Fickle
    }

    error IssuerRefuses();

    /// @notice How `isClaimValid` behaves.
    Manner public manner;
    /// @notice Bytes returned by `Flood` and thrown by `RefuseFlooding`.
    uint256 public floodSize = 100_000;
    /// @notice Calls back that succeeded in changing state somewhere; zero when every asker was static.
    uint256 public reentries;

    address private _target;
    bytes private _callData;
    uint256 private _warmthProbe;

    /// @notice Sets how the question is answered.
    function behave(Manner newManner) external {
        manner = newManner;
    }

    /// @notice What `CallBack` calls before it approves.
    function aim(address target, bytes calldata callData) external {
        _target = target;
        _callData = callData;
    }

    /// @notice Bytes of a flood.
    function setFloodSize(uint256 size) external {
        floodSize = size;
    }

    /// @notice Counts a call back whose effects can stay; only this contract calls it.
    function noteReentry() external {
        if (msg.sender == address(this)) {
            reentries += 1;
        }
    }

    /// @notice ONCHAINID's question whether a claim is signed and not revoked.
    function isClaimValid(address, uint256, bytes calldata, bytes calldata) external returns (bool valid) {
        Manner chosen = manner;
        if (chosen == Manner.Approve) {
            return true;
        }
        if (chosen == Manner.Refuse) {
            revert IssuerRefuses();
        }
        if (chosen == Manner.CallBack) {
            (bool accepted,) = _target.call(_callData);
            if (accepted) {
                // Fails, and is meant to, where the asker used a static call.
                (accepted,) = address(this).call(abi.encodeCall(this.noteReentry, ()));
            }
            return true;
        }
        if (chosen == Manner.Fickle) {
            return !_askedBefore();
        }
        _answerWithoutABoolean(chosen);
        return false;
    }

    function _answerWithoutABoolean(Manner chosen) private view {
        uint256 size = floodSize;
        if (chosen == Manner.RefuseFlooding) {
            assembly {
                revert(0, size)
            }
        }
        if (chosen == Manner.BurnGas) {
            assembly ("memory-safe") {
                invalid()
            }
        }
        if (chosen == Manner.Flood) {
            assembly {
                mstore(0, 1)
                return(0, size)
            }
        }
        if (chosen == Manner.NotABoolean) {
            assembly {
                mstore(0, 2)
                return(0, 0x20)
            }
        }
        if (chosen == Manner.Silence) {
            assembly {
                return(0, 0)
            }
        }
    }

    /// @dev Yes to the first question of a transaction only: a static call cannot remember, but the price of reading
    /// one's own storage tells whether it was read before.
    function _askedBefore() private view returns (bool warm) {
        assembly ("memory-safe") {
            let before := gas()
            // The value, always zero, takes part in the answer so that the optimiser keeps the read where it is.
            let value := sload(_warmthProbe.slot)
            warm := lt(add(sub(before, gas()), value), 1000)
        }
    }
}
