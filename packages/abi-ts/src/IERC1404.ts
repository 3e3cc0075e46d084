// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** ERC-1404: a transfer's refusal as a code and a sentence, before it is sent. */
export const iERC1404Abi = [
  {"type": "function", "name": "detectTransferRestriction", "inputs": [{"name": "from", "type": "address", "internalType": "address"}, {"name": "to", "type": "address", "internalType": "address"}, {"name": "value", "type": "uint256", "internalType": "uint256"}], "outputs": [{"name": "code", "type": "uint8", "internalType": "uint8"}], "stateMutability": "view"},
  {"type": "function", "name": "messageForTransferRestriction", "inputs": [{"name": "code", "type": "uint8", "internalType": "uint8"}], "outputs": [{"name": "message", "type": "string", "internalType": "string"}], "stateMutability": "view"},
] as const;
