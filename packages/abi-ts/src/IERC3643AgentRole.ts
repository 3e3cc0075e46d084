// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** ERC-3643's agents, who issue, redeem, freeze, force and register. The same as the local role AGENT. */
export const iERC3643AgentRoleAbi = [
  {"type": "error", "name": "AlreadyAgent", "inputs": [{"name": "account", "type": "address", "internalType": "address"}]},
  {"type": "error", "name": "NotAgent", "inputs": [{"name": "account", "type": "address", "internalType": "address"}]},
  {"type": "event", "name": "AgentAdded", "inputs": [{"name": "agent", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "AgentRemoved", "inputs": [{"name": "agent", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "function", "name": "addAgent", "inputs": [{"name": "agent", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "isAgent", "inputs": [{"name": "agent", "type": "address", "internalType": "address"}], "outputs": [{"name": "", "type": "bool", "internalType": "bool"}], "stateMutability": "view"},
  {"type": "function", "name": "removeAgent", "inputs": [{"name": "agent", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
] as const;
