// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** The half of ERC-3643's token that says what it is, which contracts it asks, and recovers lost wallets. */
export const iERC3643MetadataAbi = [
  {"type": "event", "name": "ComplianceAdded", "inputs": [{"name": "compliance", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "IdentityRegistryAdded", "inputs": [{"name": "identityRegistry", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "RecoverySuccess", "inputs": [{"name": "lostWallet", "type": "address", "internalType": "address", "indexed": true}, {"name": "newWallet", "type": "address", "internalType": "address", "indexed": true}, {"name": "investorOnchainID", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "UpdatedTokenInformation", "inputs": [{"name": "newName", "type": "string", "internalType": "string", "indexed": true}, {"name": "newSymbol", "type": "string", "internalType": "string", "indexed": true}, {"name": "newDecimals", "type": "uint8", "internalType": "uint8", "indexed": false}, {"name": "newVersion", "type": "string", "internalType": "string", "indexed": false}, {"name": "newOnchainID", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "function", "name": "compliance", "inputs": [], "outputs": [{"name": "", "type": "address", "internalType": "contract IModularCompliance"}], "stateMutability": "view"},
  {"type": "function", "name": "decimals", "inputs": [], "outputs": [{"name": "", "type": "uint8", "internalType": "uint8"}], "stateMutability": "view"},
  {"type": "function", "name": "identityRegistry", "inputs": [], "outputs": [{"name": "", "type": "address", "internalType": "contract IIdentityRegistry"}], "stateMutability": "view"},
  {"type": "function", "name": "name", "inputs": [], "outputs": [{"name": "", "type": "string", "internalType": "string"}], "stateMutability": "view"},
  {"type": "function", "name": "onchainID", "inputs": [], "outputs": [{"name": "", "type": "address", "internalType": "address"}], "stateMutability": "view"},
  {"type": "function", "name": "recoveryAddress", "inputs": [{"name": "lostWallet", "type": "address", "internalType": "address"}, {"name": "newWallet", "type": "address", "internalType": "address"}, {"name": "investorOnchainID", "type": "address", "internalType": "address"}], "outputs": [{"name": "success", "type": "bool", "internalType": "bool"}], "stateMutability": "nonpayable"},
  {"type": "function", "name": "setCompliance", "inputs": [{"name": "newCompliance", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "setIdentityRegistry", "inputs": [{"name": "newIdentityRegistry", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "setName", "inputs": [{"name": "newName", "type": "string", "internalType": "string"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "setOnchainID", "inputs": [{"name": "newOnchainID", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "setSymbol", "inputs": [{"name": "newSymbol", "type": "string", "internalType": "string"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "symbol", "inputs": [], "outputs": [{"name": "", "type": "string", "internalType": "string"}], "stateMutability": "view"},
  {"type": "function", "name": "version", "inputs": [], "outputs": [{"name": "", "type": "string", "internalType": "string"}], "stateMutability": "view"},
] as const;
