// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** ERC-7802's two functions in one call each for a bridge that carries identity and lots. Pause, freezes, rules and limits hold as in `crosschainBurn` and `crosschainMint`. ERC-7802's events are those of its own functions: here `Transfer`, the engine's `TransferDecision` and the bridge's own events tell of it. Amounts in token units; lots are words as `ILots` describes them. */
export const iTokenBridgingAbi = [
  {"type": "function", "name": "burnLeaving", "inputs": [{"name": "from", "type": "address", "internalType": "address"}, {"name": "amount", "type": "uint256", "internalType": "uint256"}], "outputs": [{"name": "identity", "type": "address", "internalType": "address"}, {"name": "lots", "type": "uint256[]", "internalType": "uint256[]"}], "stateMutability": "nonpayable"},
  {"type": "function", "name": "mintArriving", "inputs": [{"name": "identity", "type": "address", "internalType": "address"}, {"name": "to", "type": "address", "internalType": "address"}, {"name": "amount", "type": "uint256", "internalType": "uint256"}, {"name": "lots", "type": "uint256[]", "internalType": "uint256[]"}], "outputs": [], "stateMutability": "nonpayable"},
] as const;
