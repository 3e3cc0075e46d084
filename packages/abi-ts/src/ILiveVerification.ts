// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** What a decision asks in the mode that does not trust stored validity. At the engine's address. */
export const iLiveVerificationAbi = [
  {"type": "function", "name": "isVerifiedLive", "inputs": [{"name": "identity", "type": "address", "internalType": "address"}], "outputs": [{"name": "", "type": "bool", "internalType": "bool"}], "stateMutability": "view"},
] as const;
