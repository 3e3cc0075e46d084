// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** UUPS behind an ERC-1967 proxy, governed by the chain's access manager. */
export const iManagedUpgradeableAbi = [
  {"type": "error", "name": "AccessManagedInvalidAuthority", "inputs": [{"name": "authority", "type": "address", "internalType": "address"}]},
  {"type": "error", "name": "AccessManagedRequiredDelay", "inputs": [{"name": "caller", "type": "address", "internalType": "address"}, {"name": "delay", "type": "uint32", "internalType": "uint32"}]},
  {"type": "error", "name": "AccessManagedUnauthorized", "inputs": [{"name": "caller", "type": "address", "internalType": "address"}]},
  {"type": "error", "name": "AuthorityWithoutCode", "inputs": [{"name": "authority", "type": "address", "internalType": "address"}]},
  {"type": "error", "name": "UpgradeOutsideManager", "inputs": [{"name": "caller", "type": "address", "internalType": "address"}]},
  {"type": "event", "name": "AuthorityUpdated", "inputs": [{"name": "authority", "type": "address", "internalType": "address", "indexed": false}], "anonymous": false},
  {"type": "function", "name": "authority", "inputs": [], "outputs": [{"name": "", "type": "address", "internalType": "address"}], "stateMutability": "view"},
  {"type": "function", "name": "isConsumingScheduledOp", "inputs": [], "outputs": [{"name": "", "type": "bytes4", "internalType": "bytes4"}], "stateMutability": "view"},
  {"type": "function", "name": "setAuthority", "inputs": [{"name": "", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
] as const;
