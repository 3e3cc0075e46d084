// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** Fees of pools whose fee follows the market: the formula, and what the next trade pays. */
export const iLiquidityFeesAbi = [
  {"type": "function", "name": "calculateOptimalFee", "inputs": [{"name": "volatility", "type": "uint256", "internalType": "uint256"}, {"name": "volume", "type": "uint256", "internalType": "uint256"}, {"name": "timeOfDay", "type": "uint256", "internalType": "uint256"}], "outputs": [{"name": "feePips", "type": "uint256", "internalType": "uint256"}], "stateMutability": "pure"},
  {"type": "function", "name": "feeState", "inputs": [{"name": "id", "type": "bytes32", "internalType": "bytes32"}], "outputs": [{"name": "volatility", "type": "uint256", "internalType": "uint256"}, {"name": "turnover", "type": "uint256", "internalType": "uint256"}, {"name": "lean", "type": "int256", "internalType": "int256"}], "stateMutability": "view"},
  {"type": "function", "name": "nextFees", "inputs": [{"name": "id", "type": "bytes32", "internalType": "bytes32"}], "outputs": [{"name": "aForB", "type": "uint24", "internalType": "uint24"}, {"name": "bForA", "type": "uint24", "internalType": "uint24"}], "stateMutability": "view"},
] as const;
