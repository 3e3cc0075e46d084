// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** What a contract that charges fees (local role PRODUCT of `IDynamicFeeStructure`) must be able to do: pay out what it has collected. */
export const iFeeCollectorAbi = [
  {"type": "error", "name": "FeeStructureFailed", "inputs": [{"name": "feeStructure", "type": "address", "internalType": "address"}]},
  {"type": "error", "name": "FeesNotCollected", "inputs": [{"name": "asset", "type": "address", "internalType": "address"}, {"name": "amount", "type": "uint256", "internalType": "uint256"}, {"name": "collected", "type": "uint256", "internalType": "uint256"}]},
  {"type": "error", "name": "NotTheFeeStructure", "inputs": [{"name": "caller", "type": "address", "internalType": "address"}]},
  {"type": "function", "name": "payFees", "inputs": [{"name": "asset", "type": "address", "internalType": "address"}, {"name": "to", "type": "address", "internalType": "address"}, {"name": "amount", "type": "uint256", "internalType": "uint256"}], "outputs": [], "stateMutability": "nonpayable"},
] as const;
