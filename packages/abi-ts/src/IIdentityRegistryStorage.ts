// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** ERC-3643's storage of investors shared between registries, ABI-compatible with T-REX 4.1.6. */
export const iIdentityRegistryStorageAbi = [
  {"type": "event", "name": "CountryModified", "inputs": [{"name": "investorAddress", "type": "address", "internalType": "address", "indexed": true}, {"name": "country", "type": "uint16", "internalType": "uint16", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "IdentityModified", "inputs": [{"name": "oldIdentity", "type": "address", "internalType": "address", "indexed": true}, {"name": "newIdentity", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "IdentityRegistryBound", "inputs": [{"name": "identityRegistry", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "IdentityRegistryUnbound", "inputs": [{"name": "identityRegistry", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "IdentityStored", "inputs": [{"name": "investorAddress", "type": "address", "internalType": "address", "indexed": true}, {"name": "identity", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "IdentityUnstored", "inputs": [{"name": "investorAddress", "type": "address", "internalType": "address", "indexed": true}, {"name": "identity", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "function", "name": "addIdentityToStorage", "inputs": [{"name": "userAddress", "type": "address", "internalType": "address"}, {"name": "identityContract", "type": "address", "internalType": "address"}, {"name": "country", "type": "uint16", "internalType": "uint16"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "bindIdentityRegistry", "inputs": [{"name": "identityRegistry", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "linkedIdentityRegistries", "inputs": [], "outputs": [{"name": "", "type": "address[]", "internalType": "address[]"}], "stateMutability": "view"},
  {"type": "function", "name": "modifyStoredIdentity", "inputs": [{"name": "userAddress", "type": "address", "internalType": "address"}, {"name": "identityContract", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "modifyStoredInvestorCountry", "inputs": [{"name": "userAddress", "type": "address", "internalType": "address"}, {"name": "country", "type": "uint16", "internalType": "uint16"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "removeIdentityFromStorage", "inputs": [{"name": "userAddress", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "storedIdentity", "inputs": [{"name": "userAddress", "type": "address", "internalType": "address"}], "outputs": [{"name": "", "type": "address", "internalType": "address"}], "stateMutability": "view"},
  {"type": "function", "name": "storedInvestorCountry", "inputs": [{"name": "userAddress", "type": "address", "internalType": "address"}], "outputs": [{"name": "", "type": "uint16", "internalType": "uint16"}], "stateMutability": "view"},
  {"type": "function", "name": "unbindIdentityRegistry", "inputs": [{"name": "identityRegistry", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
] as const;
