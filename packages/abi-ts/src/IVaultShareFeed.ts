// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** A Chainlink-compatible feed for the share of an ERC-4626 vault: the vault's own rate times the price of what it holds, where the rate can grow by so much a year and no faster. Whoever gives units to the vault in order to lift its rate lifts no price; a fall counts at once. Nothing can be changed: other terms are another feed, and listing it waits as every change of a feed does. */
export const iVaultShareFeedAbi = [
  {"type": "error", "name": "GrowthOutOfRange", "inputs": [{"name": "growthBps", "type": "uint256", "internalType": "uint256"}, {"name": "mostBps", "type": "uint256", "internalType": "uint256"}]},
  {"type": "error", "name": "VaultDecimalsUnknown", "inputs": [{"name": "shareDecimals", "type": "uint256", "internalType": "uint256"}, {"name": "assetDecimals", "type": "uint256", "internalType": "uint256"}]},
  {"type": "error", "name": "VaultEmpty", "inputs": [{"name": "vault", "type": "address", "internalType": "address"}]},
  {"type": "function", "name": "ASSET_FEED", "inputs": [], "outputs": [{"name": "", "type": "address", "internalType": "address"}], "stateMutability": "view"},
  {"type": "function", "name": "FIRST_RATE", "inputs": [], "outputs": [{"name": "", "type": "uint256", "internalType": "uint256"}], "stateMutability": "view"},
  {"type": "function", "name": "MOST_YEARLY_GROWTH_BPS", "inputs": [], "outputs": [{"name": "", "type": "uint256", "internalType": "uint256"}], "stateMutability": "view"},
  {"type": "function", "name": "STARTED_AT", "inputs": [], "outputs": [{"name": "", "type": "uint256", "internalType": "uint256"}], "stateMutability": "view"},
  {"type": "function", "name": "VAULT", "inputs": [], "outputs": [{"name": "", "type": "address", "internalType": "address"}], "stateMutability": "view"},
  {"type": "function", "name": "highestRateDown", "inputs": [], "outputs": [{"name": "", "type": "uint256", "internalType": "uint256"}], "stateMutability": "view"},
  {"type": "function", "name": "rateDown", "inputs": [], "outputs": [{"name": "", "type": "uint256", "internalType": "uint256"}], "stateMutability": "view"},
] as const;
