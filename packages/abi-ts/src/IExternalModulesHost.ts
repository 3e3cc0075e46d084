// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** The token's side of `ITokenCompliance`: one switch in the word that each transfer reads anyway. */
export const iExternalModulesHostAbi = [
  {"type": "function", "name": "setExternalModules", "inputs": [{"name": "active", "type": "bool", "internalType": "bool"}], "outputs": [], "stateMutability": "nonpayable"},
] as const;
