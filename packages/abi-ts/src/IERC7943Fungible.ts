// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** ERC-7943 (uRWA) for ERC-20 tokens; interface id 0x3edbb4c4. Amounts in token units. */
export const iERC7943FungibleAbi = [
  {"type": "error", "name": "ERC7943CannotReceive", "inputs": [{"name": "account", "type": "address", "internalType": "address"}]},
  {"type": "error", "name": "ERC7943CannotSend", "inputs": [{"name": "account", "type": "address", "internalType": "address"}]},
  {"type": "error", "name": "ERC7943CannotTransfer", "inputs": [{"name": "from", "type": "address", "internalType": "address"}, {"name": "to", "type": "address", "internalType": "address"}, {"name": "amount", "type": "uint256", "internalType": "uint256"}]},
  {"type": "error", "name": "ERC7943InsufficientUnfrozenBalance", "inputs": [{"name": "account", "type": "address", "internalType": "address"}, {"name": "amount", "type": "uint256", "internalType": "uint256"}, {"name": "unfrozen", "type": "uint256", "internalType": "uint256"}]},
  {"type": "event", "name": "ForcedTransfer", "inputs": [{"name": "from", "type": "address", "internalType": "address", "indexed": true}, {"name": "to", "type": "address", "internalType": "address", "indexed": true}, {"name": "amount", "type": "uint256", "internalType": "uint256", "indexed": false}], "anonymous": false},
  {"type": "event", "name": "Frozen", "inputs": [{"name": "account", "type": "address", "internalType": "address", "indexed": true}, {"name": "amount", "type": "uint256", "internalType": "uint256", "indexed": false}], "anonymous": false},
  {"type": "function", "name": "canReceive", "inputs": [{"name": "account", "type": "address", "internalType": "address"}], "outputs": [{"name": "allowed", "type": "bool", "internalType": "bool"}], "stateMutability": "view"},
  {"type": "function", "name": "canSend", "inputs": [{"name": "account", "type": "address", "internalType": "address"}], "outputs": [{"name": "allowed", "type": "bool", "internalType": "bool"}], "stateMutability": "view"},
  {"type": "function", "name": "canTransfer", "inputs": [{"name": "from", "type": "address", "internalType": "address"}, {"name": "to", "type": "address", "internalType": "address"}, {"name": "amount", "type": "uint256", "internalType": "uint256"}], "outputs": [{"name": "allowed", "type": "bool", "internalType": "bool"}], "stateMutability": "view"},
  {"type": "function", "name": "forcedTransfer", "inputs": [{"name": "from", "type": "address", "internalType": "address"}, {"name": "to", "type": "address", "internalType": "address"}, {"name": "amount", "type": "uint256", "internalType": "uint256"}], "outputs": [{"name": "result", "type": "bool", "internalType": "bool"}], "stateMutability": "nonpayable"},
  {"type": "function", "name": "getFrozenTokens", "inputs": [{"name": "account", "type": "address", "internalType": "address"}], "outputs": [{"name": "amount", "type": "uint256", "internalType": "uint256"}], "stateMutability": "view"},
  {"type": "function", "name": "setFrozenTokens", "inputs": [{"name": "account", "type": "address", "internalType": "address"}, {"name": "amount", "type": "uint256", "internalType": "uint256"}], "outputs": [{"name": "result", "type": "bool", "internalType": "bool"}], "stateMutability": "nonpayable"},
  {"type": "function", "name": "supportsInterface", "inputs": [{"name": "interfaceId", "type": "bytes4", "internalType": "bytes4"}], "outputs": [{"name": "", "type": "bool", "internalType": "bool"}], "stateMutability": "view"},
] as const;
