// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** The calls run one after the other as the caller's own, in one transaction; margin and limits are looked at after the last one. All happen or none does: the first call that fails takes everything back, with its own error. While a batch runs, only its account can be acted for; its account cannot be liquidated or called, no other batch can run, and what asks nothing of the account's margin goes on as usual. */
export const iBrokerageBatchAbi = [
  {"type": "error", "name": "BatchEmpty", "inputs": []},
  {"type": "error", "name": "BatchOfOther", "inputs": [{"name": "account", "type": "uint256", "internalType": "uint256"}, {"name": "other", "type": "uint256", "internalType": "uint256"}]},
  {"type": "error", "name": "BatchRunning", "inputs": [{"name": "account", "type": "uint256", "internalType": "uint256"}]},
  {"type": "function", "name": "batch", "inputs": [{"name": "account", "type": "uint256", "internalType": "uint256"}, {"name": "calls", "type": "bytes[]", "internalType": "bytes[]"}], "outputs": [{"name": "results", "type": "bytes[]", "internalType": "bytes[]"}], "stateMutability": "nonpayable"},
] as const;
