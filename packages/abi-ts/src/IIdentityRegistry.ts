// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** ERC-3643's register of investors, ABI-compatible with T-REX 4.1.6. Countries are ISO 3166-1 numeric. */
export const iIdentityRegistryAbi = [
  {"type": "event", "name": "ClaimTopicsRegistrySet", "inputs": [{"name": "claimTopicsRegistry", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "CountryUpdated", "inputs": [{"name": "investorAddress", "type": "address", "internalType": "address", "indexed": true}, {"name": "country", "type": "uint16", "internalType": "uint16", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "IdentityRegistered", "inputs": [{"name": "investorAddress", "type": "address", "internalType": "address", "indexed": true}, {"name": "identity", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "IdentityRemoved", "inputs": [{"name": "investorAddress", "type": "address", "internalType": "address", "indexed": true}, {"name": "identity", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "IdentityStorageSet", "inputs": [{"name": "identityStorage", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "IdentityUpdated", "inputs": [{"name": "oldIdentity", "type": "address", "internalType": "address", "indexed": true}, {"name": "newIdentity", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "TrustedIssuersRegistrySet", "inputs": [{"name": "trustedIssuersRegistry", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "function", "name": "batchRegisterIdentity", "inputs": [{"name": "userAddresses", "type": "address[]", "internalType": "address[]"}, {"name": "identities", "type": "address[]", "internalType": "address[]"}, {"name": "countries", "type": "uint16[]", "internalType": "uint16[]"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "contains", "inputs": [{"name": "userAddress", "type": "address", "internalType": "address"}], "outputs": [{"name": "", "type": "bool", "internalType": "bool"}], "stateMutability": "view"},
  {"type": "function", "name": "deleteIdentity", "inputs": [{"name": "userAddress", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "identity", "inputs": [{"name": "userAddress", "type": "address", "internalType": "address"}], "outputs": [{"name": "", "type": "address", "internalType": "address"}], "stateMutability": "view"},
  {"type": "function", "name": "identityStorage", "inputs": [], "outputs": [{"name": "", "type": "address", "internalType": "address"}], "stateMutability": "view"},
  {"type": "function", "name": "investorCountry", "inputs": [{"name": "userAddress", "type": "address", "internalType": "address"}], "outputs": [{"name": "", "type": "uint16", "internalType": "uint16"}], "stateMutability": "view"},
  {"type": "function", "name": "isVerified", "inputs": [{"name": "userAddress", "type": "address", "internalType": "address"}], "outputs": [{"name": "", "type": "bool", "internalType": "bool"}], "stateMutability": "view"},
  {"type": "function", "name": "issuersRegistry", "inputs": [], "outputs": [{"name": "", "type": "address", "internalType": "address"}], "stateMutability": "view"},
  {"type": "function", "name": "registerIdentity", "inputs": [{"name": "userAddress", "type": "address", "internalType": "address"}, {"name": "identityContract", "type": "address", "internalType": "address"}, {"name": "country", "type": "uint16", "internalType": "uint16"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "setClaimTopicsRegistry", "inputs": [{"name": "newTopicsRegistry", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "setIdentityRegistryStorage", "inputs": [{"name": "newStorage", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "setTrustedIssuersRegistry", "inputs": [{"name": "newIssuersRegistry", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "topicsRegistry", "inputs": [], "outputs": [{"name": "", "type": "address", "internalType": "address"}], "stateMutability": "view"},
  {"type": "function", "name": "updateCountry", "inputs": [{"name": "userAddress", "type": "address", "internalType": "address"}, {"name": "country", "type": "uint16", "internalType": "uint16"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "updateIdentity", "inputs": [{"name": "userAddress", "type": "address", "internalType": "address"}, {"name": "identityContract", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
] as const;
