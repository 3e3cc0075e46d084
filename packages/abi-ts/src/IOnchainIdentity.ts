// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** What the registry asks of an ONCHAINID identity (ERC-734 keys, ERC-735 claims). */
export const iOnchainIdentityAbi = [
  {"type": "function", "name": "getClaim", "inputs": [{"name": "claimId", "type": "bytes32", "internalType": "bytes32"}], "outputs": [{"name": "topic", "type": "uint256", "internalType": "uint256"}, {"name": "scheme", "type": "uint256", "internalType": "uint256"}, {"name": "issuer", "type": "address", "internalType": "address"}, {"name": "signature", "type": "bytes", "internalType": "bytes"}, {"name": "data", "type": "bytes", "internalType": "bytes"}, {"name": "uri", "type": "string", "internalType": "string"}], "stateMutability": "view"},
  {"type": "function", "name": "keyHasPurpose", "inputs": [{"name": "key", "type": "bytes32", "internalType": "bytes32"}, {"name": "purpose", "type": "uint256", "internalType": "uint256"}], "outputs": [{"name": "exists", "type": "bool", "internalType": "bool"}], "stateMutability": "view"},
] as const;
