// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** ERC-1643: documents attached to a security, each by name, address and hash. */
export const iERC1643Abi = [
  {"type": "event", "name": "DocumentRemoved", "inputs": [{"name": "name", "type": "bytes32", "internalType": "bytes32", "indexed": true}, {"name": "uri", "type": "string", "internalType": "string", "indexed": false}, {"name": "documentHash", "type": "bytes32", "internalType": "bytes32", "indexed": false}], "anonymous": false},
  {"type": "event", "name": "DocumentUpdated", "inputs": [{"name": "name", "type": "bytes32", "internalType": "bytes32", "indexed": true}, {"name": "uri", "type": "string", "internalType": "string", "indexed": false}, {"name": "documentHash", "type": "bytes32", "internalType": "bytes32", "indexed": false}], "anonymous": false},
  {"type": "function", "name": "getAllDocuments", "inputs": [], "outputs": [{"name": "names", "type": "bytes32[]", "internalType": "bytes32[]"}], "stateMutability": "view"},
  {"type": "function", "name": "getDocument", "inputs": [{"name": "name", "type": "bytes32", "internalType": "bytes32"}], "outputs": [{"name": "uri", "type": "string", "internalType": "string"}, {"name": "documentHash", "type": "bytes32", "internalType": "bytes32"}, {"name": "changedAt", "type": "uint256", "internalType": "uint256"}], "stateMutability": "view"},
  {"type": "function", "name": "removeDocument", "inputs": [{"name": "name", "type": "bytes32", "internalType": "bytes32"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "setDocument", "inputs": [{"name": "name", "type": "bytes32", "internalType": "bytes32"}, {"name": "uri", "type": "string", "internalType": "string"}, {"name": "documentHash", "type": "bytes32", "internalType": "bytes32"}], "outputs": [], "stateMutability": "nonpayable"},
] as const;
