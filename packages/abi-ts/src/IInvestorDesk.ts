// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** What a token asks of the chain's compliance engine about single wallets, besides decisions on movements. */
export const iInvestorDeskAbi = [
  {"type": "error", "name": "RecoveryMismatch", "inputs": [{"name": "lostWallet", "type": "address", "internalType": "address"}, {"name": "newWallet", "type": "address", "internalType": "address"}, {"name": "identity", "type": "address", "internalType": "address"}]},
  {"type": "event", "name": "WalletRecovered", "inputs": [{"name": "token", "type": "address", "internalType": "address", "indexed": true}, {"name": "lostWallet", "type": "address", "internalType": "address", "indexed": true}, {"name": "newWallet", "type": "address", "internalType": "address", "indexed": true}, {"name": "identity", "type": "address", "internalType": "address", "indexed": false}], "anonymous": false},
  {"type": "function", "name": "canReceive", "inputs": [{"name": "token", "type": "address", "internalType": "address"}, {"name": "wallet", "type": "address", "internalType": "address"}], "outputs": [{"name": "", "type": "bool", "internalType": "bool"}], "stateMutability": "view"},
  {"type": "function", "name": "canSend", "inputs": [{"name": "token", "type": "address", "internalType": "address"}, {"name": "wallet", "type": "address", "internalType": "address"}], "outputs": [{"name": "", "type": "bool", "internalType": "bool"}], "stateMutability": "view"},
  {"type": "function", "name": "enterRecoveredWallet", "inputs": [{"name": "lostWallet", "type": "address", "internalType": "address"}, {"name": "newWallet", "type": "address", "internalType": "address"}, {"name": "identity", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "reasonText", "inputs": [{"name": "code", "type": "uint8", "internalType": "uint8"}], "outputs": [{"name": "text", "type": "string", "internalType": "string"}], "stateMutability": "view"},
  {"type": "function", "name": "recoverWallet", "inputs": [{"name": "lostWallet", "type": "address", "internalType": "address"}, {"name": "newWallet", "type": "address", "internalType": "address"}, {"name": "identity", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
] as const;
