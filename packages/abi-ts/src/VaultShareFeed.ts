// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** See `IVaultShareFeed`. */
export const vaultShareFeedAbi = [
  {"type": "constructor", "inputs": [{"name": "vault", "type": "address", "internalType": "address"}, {"name": "assetFeed", "type": "address", "internalType": "address"}, {"name": "mostYearlyGrowthBps", "type": "uint256", "internalType": "uint256"}], "stateMutability": "nonpayable"},
  {"type": "error", "name": "GrowthOutOfRange", "inputs": [{"name": "growthBps", "type": "uint256", "internalType": "uint256"}, {"name": "mostBps", "type": "uint256", "internalType": "uint256"}]},
  {"type": "error", "name": "VaultDecimalsUnknown", "inputs": [{"name": "shareDecimals", "type": "uint256", "internalType": "uint256"}, {"name": "assetDecimals", "type": "uint256", "internalType": "uint256"}]},
  {"type": "error", "name": "VaultEmpty", "inputs": [{"name": "vault", "type": "address", "internalType": "address"}]},
  {"type": "function", "name": "ASSET_FEED", "inputs": [], "outputs": [{"name": "", "type": "address", "internalType": "address"}], "stateMutability": "view"},
  {"type": "function", "name": "FIRST_RATE", "inputs": [], "outputs": [{"name": "", "type": "uint256", "internalType": "uint256"}], "stateMutability": "view"},
  {"type": "function", "name": "MOST_YEARLY_GROWTH_BPS", "inputs": [], "outputs": [{"name": "", "type": "uint256", "internalType": "uint256"}], "stateMutability": "view"},
  {"type": "function", "name": "STARTED_AT", "inputs": [], "outputs": [{"name": "", "type": "uint256", "internalType": "uint256"}], "stateMutability": "view"},
  {"type": "function", "name": "VAULT", "inputs": [], "outputs": [{"name": "", "type": "address", "internalType": "address"}], "stateMutability": "view"},
  {"type": "function", "name": "decimals", "inputs": [], "outputs": [{"name": "", "type": "uint8", "internalType": "uint8"}], "stateMutability": "view"},
  {"type": "function", "name": "highestRateDown", "inputs": [], "outputs": [{"name": "", "type": "uint256", "internalType": "uint256"}], "stateMutability": "view"},
  {"type": "function", "name": "latestRoundData", "inputs": [], "outputs": [{"name": "roundId", "type": "uint80", "internalType": "uint80"}, {"name": "answer", "type": "int256", "internalType": "int256"}, {"name": "startedAt", "type": "uint256", "internalType": "uint256"}, {"name": "updatedAt", "type": "uint256", "internalType": "uint256"}, {"name": "answeredInRound", "type": "uint80", "internalType": "uint80"}], "stateMutability": "view"},
  {"type": "function", "name": "rateDown", "inputs": [], "outputs": [{"name": "rate", "type": "uint256", "internalType": "uint256"}], "stateMutability": "view"},
] as const;
