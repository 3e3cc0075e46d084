// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title LotTransient
/// @notice What is told of a movement before it happens, in the same transaction and for no other: whose units a
/// custodian moves, and which lots arrive from another chain. Kept in transient storage, gone with the transaction.
library LotTransient {
    bytes32 private constant BENEFICIARY = keccak256("quantera.transient.Beneficiary");
    bytes32 private constant ARRIVAL = keccak256("quantera.transient.Arrival");

    /// @notice Wallet of the investor whose units a custodian moves next; zero when it named none.
    /// @param custodian the custodian's identity
    function beneficiary(address token, address custodian) internal view returns (address wallet) {
        bytes32 slot = keccak256(abi.encode(BENEFICIARY, token, custodian));
        assembly ("memory-safe") {
            wallet := tload(slot)
        }
    }

    /// @notice Names that wallet, or nobody.
    function setBeneficiary(address token, address custodian, address wallet) internal {
        bytes32 slot = keccak256(abi.encode(BENEFICIARY, token, custodian));
        assembly ("memory-safe") {
            tstore(slot, wallet)
        }
    }

    /// @notice Lots announced for an arrival, and the identity that had them on the other chain.
    /// @return announced whether any were
    function arrival(address token, address to, uint256 amount)
        internal
        view
        returns (bool announced, address identity, uint256[] memory words)
    {
        uint256 slot = _arrivalSlot(token, to, amount);
        uint256 count;
        assembly ("memory-safe") {
            count := tload(slot)
            identity := tload(add(slot, 1))
        }
        announced = count != 0;
        words = new uint256[](count);
        for (uint256 i; i < count; ++i) {
            uint256 word;
            assembly ("memory-safe") {
                word := tload(add(add(slot, 2), i))
            }
            words[i] = word;
        }
    }

    /// @notice Announces lots for an arrival; none takes the announcement back.
    function setArrival(address token, address to, uint256 amount, address identity, uint256[] memory words) internal {
        uint256 slot = _arrivalSlot(token, to, amount);
        uint256 count = words.length;
        assembly ("memory-safe") {
            tstore(slot, count)
            tstore(add(slot, 1), identity)
        }
        for (uint256 i; i < count; ++i) {
            uint256 word = words[i];
            assembly ("memory-safe") {
                tstore(add(add(slot, 2), i), word)
            }
        }
    }

    function _arrivalSlot(address token, address to, uint256 amount) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(ARRIVAL, token, to, amount)));
    }
}
