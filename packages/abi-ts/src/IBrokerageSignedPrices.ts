// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** Many prices under one signature, between two refreshes from the feeds. Their terms, digest, event and errors are in `IBrokeragePrices`. */
export const iBrokerageSignedPricesAbi = [
  {"type": "function", "name": "postPrices", "inputs": [{"name": "signer", "type": "address", "internalType": "address"}, {"name": "observedAt", "type": "uint40", "internalType": "uint40"}, {"name": "prices", "type": "bytes", "internalType": "bytes"}, {"name": "signature", "type": "bytes", "internalType": "bytes"}], "outputs": [], "stateMutability": "nonpayable"},
] as const;
