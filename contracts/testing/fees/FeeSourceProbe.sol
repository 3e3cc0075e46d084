// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title FeeSourceProbe
/// @notice An identity registry and a congestion source that answer, fail, or answer too much or too little.
contract FeeSourceProbe {
    /// @notice How it answers.
    enum Manner {
        HONEST,
        REVERTING,
        BURNING,
        SHORT,
        LONG,
        DIRTY
    }

    /// @notice It refuses to answer.
    error Unwilling();

    /// @notice How it answers.
    Manner public manner;
    /// @notice The signal.
    uint128 public current;
    /// @notice Its average.
    uint128 public average;
    /// @notice Identities of wallets.
    mapping(address wallet => address account) public identities;

    /// @notice Sets how it answers.
    function setManner(Manner manner_) external {
        manner = manner_;
    }

    /// @notice Sets the signal.
    function setReadings(uint128 current_, uint128 average_) external {
        current = current_;
        average = average_;
    }

    /// @notice Sets a wallet's identity.
    function setIdentity(address wallet, address account) external {
        identities[wallet] = account;
    }

    /// @notice As `ICongestionSource`; the base fee is the signal when none is set.
    function readings(uint256 baseFee) external view returns (uint128, uint128) {
        _misbehave();
        return (current == 0 ? uint128(baseFee) : current, average);
    }

    /// @notice As `IIdentityRegistry`.
    function identity(address wallet) external view returns (address) {
        _misbehave();
        return identities[wallet];
    }

    function _misbehave() private view {
        Manner how = manner;
        if (how == Manner.REVERTING) revert Unwilling();
        if (how == Manner.HONEST) return;
        assembly ("memory-safe") {
            if eq(how, 2) { invalid() }
            if eq(how, 3) { return(0, 1) }
            if eq(how, 4) { return(0, 0x8000) }
            mstore(0, not(0))
            mstore(0x20, not(0))
            return(0, 0x40)
        }
    }
}
