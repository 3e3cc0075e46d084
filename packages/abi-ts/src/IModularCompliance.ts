// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** What a token and T-REX's modules call on a token's compliance contract. Amounts are token units. */
export const iModularComplianceAbi = [
  {"type": "event", "name": "ModuleAdded", "inputs": [{"name": "_module", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "ModuleInteraction", "inputs": [{"name": "target", "type": "address", "internalType": "address", "indexed": true}, {"name": "selector", "type": "bytes4", "internalType": "bytes4", "indexed": false}], "anonymous": false},
  {"type": "event", "name": "ModuleRemoved", "inputs": [{"name": "_module", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "TokenBound", "inputs": [{"name": "_token", "type": "address", "internalType": "address", "indexed": false}], "anonymous": false},
  {"type": "event", "name": "TokenUnbound", "inputs": [{"name": "_token", "type": "address", "internalType": "address", "indexed": false}], "anonymous": false},
  {"type": "function", "name": "addModule", "inputs": [{"name": "module", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "bindToken", "inputs": [{"name": "token", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "callModuleFunction", "inputs": [{"name": "callData", "type": "bytes", "internalType": "bytes"}, {"name": "module", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "canTransfer", "inputs": [{"name": "from", "type": "address", "internalType": "address"}, {"name": "to", "type": "address", "internalType": "address"}, {"name": "amount", "type": "uint256", "internalType": "uint256"}], "outputs": [{"name": "", "type": "bool", "internalType": "bool"}], "stateMutability": "view"},
  {"type": "function", "name": "created", "inputs": [{"name": "to", "type": "address", "internalType": "address"}, {"name": "amount", "type": "uint256", "internalType": "uint256"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "destroyed", "inputs": [{"name": "from", "type": "address", "internalType": "address"}, {"name": "amount", "type": "uint256", "internalType": "uint256"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "getModules", "inputs": [], "outputs": [{"name": "", "type": "address[]", "internalType": "address[]"}], "stateMutability": "view"},
  {"type": "function", "name": "getTokenBound", "inputs": [], "outputs": [{"name": "", "type": "address", "internalType": "address"}], "stateMutability": "view"},
  {"type": "function", "name": "isModuleBound", "inputs": [{"name": "module", "type": "address", "internalType": "address"}], "outputs": [{"name": "", "type": "bool", "internalType": "bool"}], "stateMutability": "view"},
  {"type": "function", "name": "removeModule", "inputs": [{"name": "module", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "transferred", "inputs": [{"name": "from", "type": "address", "internalType": "address"}, {"name": "to", "type": "address", "internalType": "address"}, {"name": "amount", "type": "uint256", "internalType": "uint256"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "unbindToken", "inputs": [{"name": "token", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
] as const;
