// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** What the registry asks of an ONCHAINID claim issuer. */
export const iClaimIssuerAbi = [
  {"type": "function", "name": "isClaimValid", "inputs": [{"name": "identity", "type": "address", "internalType": "address"}, {"name": "claimTopic", "type": "uint256", "internalType": "uint256"}, {"name": "signature", "type": "bytes", "internalType": "bytes"}, {"name": "data", "type": "bytes", "internalType": "bytes"}], "outputs": [{"name": "valid", "type": "bool", "internalType": "bool"}], "stateMutability": "view"},
] as const;
