// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** For roles checked in every transaction: one storage word per account instead of a call to the manager. Role numbers are bit positions, the same in all contracts (`LocalRole`). */
export const iLocalRolesAbi = [
  {"type": "error", "name": "LocalRoleForNobody", "inputs": [{"name": "role", "type": "uint8", "internalType": "uint8"}]},
  {"type": "error", "name": "LocalRoleMissing", "inputs": [{"name": "account", "type": "address", "internalType": "address"}, {"name": "roles", "type": "uint256", "internalType": "uint256"}]},
  {"type": "event", "name": "LocalRoleGranted", "inputs": [{"name": "role", "type": "uint8", "internalType": "uint8", "indexed": true}, {"name": "account", "type": "address", "internalType": "address", "indexed": true}, {"name": "by", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "LocalRoleRevoked", "inputs": [{"name": "role", "type": "uint8", "internalType": "uint8", "indexed": true}, {"name": "account", "type": "address", "internalType": "address", "indexed": true}, {"name": "by", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "function", "name": "grantLocalRole", "inputs": [{"name": "role", "type": "uint8", "internalType": "uint8"}, {"name": "account", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "hasLocalRole", "inputs": [{"name": "role", "type": "uint8", "internalType": "uint8"}, {"name": "account", "type": "address", "internalType": "address"}], "outputs": [{"name": "", "type": "bool", "internalType": "bool"}], "stateMutability": "view"},
  {"type": "function", "name": "localRolesOf", "inputs": [{"name": "account", "type": "address", "internalType": "address"}], "outputs": [{"name": "", "type": "uint256", "internalType": "uint256"}], "stateMutability": "view"},
  {"type": "function", "name": "revokeLocalRole", "inputs": [{"name": "role", "type": "uint8", "internalType": "uint8"}, {"name": "account", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
] as const;
