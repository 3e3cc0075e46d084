// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** What `IBrokerageCollateral` and `IBrokerageDebt` change, one figure at a time. */
export const iBrokerageLedgerAbi = [
  {"type": "function", "name": "cashOf", "inputs": [{"name": "account", "type": "uint256", "internalType": "uint256"}], "outputs": [{"name": "value", "type": "uint256", "internalType": "uint256"}], "stateMutability": "view"},
  {"type": "function", "name": "collateralOf", "inputs": [{"name": "account", "type": "uint256", "internalType": "uint256"}, {"name": "assetId", "type": "uint8", "internalType": "uint8"}], "outputs": [{"name": "amount", "type": "uint256", "internalType": "uint256"}], "stateMutability": "view"},
  {"type": "function", "name": "debtOf", "inputs": [{"name": "account", "type": "uint256", "internalType": "uint256"}, {"name": "assetId", "type": "uint8", "internalType": "uint8"}], "outputs": [{"name": "amount", "type": "uint256", "internalType": "uint256"}], "stateMutability": "view"},
  {"type": "function", "name": "debtSharesOf", "inputs": [{"name": "account", "type": "uint256", "internalType": "uint256"}, {"name": "assetId", "type": "uint8", "internalType": "uint8"}], "outputs": [{"name": "shares", "type": "uint256", "internalType": "uint256"}], "stateMutability": "view"},
  {"type": "function", "name": "institutionCollateralOf", "inputs": [{"name": "account", "type": "uint256", "internalType": "uint256"}, {"name": "assetId", "type": "uint8", "internalType": "uint8"}], "outputs": [{"name": "amount", "type": "uint256", "internalType": "uint256"}], "stateMutability": "view"},
  {"type": "function", "name": "totalCollateralUp", "inputs": [{"name": "assetId", "type": "uint8", "internalType": "uint8"}], "outputs": [{"name": "amount", "type": "uint256", "internalType": "uint256"}], "stateMutability": "view"},
] as const;
