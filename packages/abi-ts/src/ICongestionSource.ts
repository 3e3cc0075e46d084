// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** A signal of congestion for chains whose base fee says nothing, such as a sequencer's price per unit of L1 data. Only the ratio of the two readings matters, so their unit is the source's own. */
export const iCongestionSourceAbi = [
  {"type": "function", "name": "readings", "inputs": [{"name": "baseFee", "type": "uint256", "internalType": "uint256"}], "outputs": [{"name": "current", "type": "uint128", "internalType": "uint128"}, {"name": "average", "type": "uint128", "internalType": "uint128"}], "stateMutability": "view"},
] as const;
