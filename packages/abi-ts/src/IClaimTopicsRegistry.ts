// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** ERC-3643's list of claim topics that every investor needs; at most 15. */
export const iClaimTopicsRegistryAbi = [
  {"type": "event", "name": "ClaimTopicAdded", "inputs": [{"name": "claimTopic", "type": "uint256", "internalType": "uint256", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "ClaimTopicRemoved", "inputs": [{"name": "claimTopic", "type": "uint256", "internalType": "uint256", "indexed": true}], "anonymous": false},
  {"type": "function", "name": "addClaimTopic", "inputs": [{"name": "claimTopic", "type": "uint256", "internalType": "uint256"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "getClaimTopics", "inputs": [], "outputs": [{"name": "", "type": "uint256[]", "internalType": "uint256[]"}], "stateMutability": "view"},
  {"type": "function", "name": "removeClaimTopic", "inputs": [{"name": "claimTopic", "type": "uint256", "internalType": "uint256"}], "outputs": [], "stateMutability": "nonpayable"},
] as const;
