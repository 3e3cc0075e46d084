// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** The sentence of each reason code (ERC-1404). */
export const reasonTextsAbi = [
  {"type": "function", "name": "text", "inputs": [{"name": "code", "type": "uint8", "internalType": "uint8"}], "outputs": [{"name": "sentence", "type": "string", "internalType": "string"}], "stateMutability": "pure"},
] as const;
