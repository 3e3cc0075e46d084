// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** ERC-3643's list of claim issuers that count, each for some topics; at most 50 issuers of 15 topics. */
export const iTrustedIssuersRegistryAbi = [
  {"type": "event", "name": "ClaimTopicsUpdated", "inputs": [{"name": "trustedIssuer", "type": "address", "internalType": "address", "indexed": true}, {"name": "claimTopics", "type": "uint256[]", "internalType": "uint256[]", "indexed": false}], "anonymous": false},
  {"type": "event", "name": "TrustedIssuerAdded", "inputs": [{"name": "trustedIssuer", "type": "address", "internalType": "address", "indexed": true}, {"name": "claimTopics", "type": "uint256[]", "internalType": "uint256[]", "indexed": false}], "anonymous": false},
  {"type": "event", "name": "TrustedIssuerRemoved", "inputs": [{"name": "trustedIssuer", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "function", "name": "addTrustedIssuer", "inputs": [{"name": "trustedIssuer", "type": "address", "internalType": "address"}, {"name": "claimTopics", "type": "uint256[]", "internalType": "uint256[]"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "getTrustedIssuerClaimTopics", "inputs": [{"name": "trustedIssuer", "type": "address", "internalType": "address"}], "outputs": [{"name": "", "type": "uint256[]", "internalType": "uint256[]"}], "stateMutability": "view"},
  {"type": "function", "name": "getTrustedIssuers", "inputs": [], "outputs": [{"name": "", "type": "address[]", "internalType": "address[]"}], "stateMutability": "view"},
  {"type": "function", "name": "getTrustedIssuersForClaimTopic", "inputs": [{"name": "claimTopic", "type": "uint256", "internalType": "uint256"}], "outputs": [{"name": "", "type": "address[]", "internalType": "address[]"}], "stateMutability": "view"},
  {"type": "function", "name": "hasClaimTopic", "inputs": [{"name": "issuer", "type": "address", "internalType": "address"}, {"name": "claimTopic", "type": "uint256", "internalType": "uint256"}], "outputs": [{"name": "", "type": "bool", "internalType": "bool"}], "stateMutability": "view"},
  {"type": "function", "name": "isTrustedIssuer", "inputs": [{"name": "issuer", "type": "address", "internalType": "address"}], "outputs": [{"name": "", "type": "bool", "internalType": "bool"}], "stateMutability": "view"},
  {"type": "function", "name": "removeTrustedIssuer", "inputs": [{"name": "trustedIssuer", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "updateIssuerClaimTopics", "inputs": [{"name": "trustedIssuer", "type": "address", "internalType": "address"}, {"name": "claimTopics", "type": "uint256[]", "internalType": "uint256[]"}], "outputs": [], "stateMutability": "nonpayable"},
] as const;
