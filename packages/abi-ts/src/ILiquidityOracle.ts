// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** From when anybody first asks for it, a pool remembers the sum of its ticks times seconds, at most one entry a second, in a ring that anybody may grow. Answers are those of a Uniswap v3 pool that was made in that second; seconds are counted modulo 2^32, as there. A pool that nobody asked spares its traders a slot. */
export const iLiquidityOracleAbi = [
  {"type": "error", "name": "ObservationTooOld", "inputs": [{"name": "oldest", "type": "uint32", "internalType": "uint32"}, {"name": "asked", "type": "uint32", "internalType": "uint32"}]},
  {"type": "error", "name": "ObservationsNotKept", "inputs": [{"name": "id", "type": "bytes32", "internalType": "bytes32"}]},
  {"type": "error", "name": "WindowZero", "inputs": []},
  {"type": "event", "name": "ObservationsGrown", "inputs": [{"name": "id", "type": "bytes32", "internalType": "bytes32", "indexed": true}, {"name": "before", "type": "uint16", "internalType": "uint16", "indexed": false}, {"name": "afterwards", "type": "uint16", "internalType": "uint16", "indexed": false}], "anonymous": false},
  {"type": "function", "name": "growObservations", "inputs": [{"name": "id", "type": "bytes32", "internalType": "bytes32"}, {"name": "wanted", "type": "uint16", "internalType": "uint16"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "meanTick", "inputs": [{"name": "id", "type": "bytes32", "internalType": "bytes32"}, {"name": "window", "type": "uint32", "internalType": "uint32"}], "outputs": [{"name": "", "type": "int24", "internalType": "int24"}], "stateMutability": "view"},
  {"type": "function", "name": "observationAt", "inputs": [{"name": "id", "type": "bytes32", "internalType": "bytes32"}, {"name": "index", "type": "uint256", "internalType": "uint256"}], "outputs": [{"name": "second", "type": "uint32", "internalType": "uint32"}, {"name": "tickCumulative", "type": "int56", "internalType": "int56"}, {"name": "secondsPerLiquidityX128", "type": "uint160", "internalType": "uint160"}, {"name": "written", "type": "bool", "internalType": "bool"}], "stateMutability": "view"},
  {"type": "function", "name": "observe", "inputs": [{"name": "id", "type": "bytes32", "internalType": "bytes32"}, {"name": "secondsAgos", "type": "uint32[]", "internalType": "uint32[]"}], "outputs": [{"name": "tickCumulatives", "type": "int56[]", "internalType": "int56[]"}, {"name": "secondsPerLiquidityX128", "type": "uint160[]", "internalType": "uint160[]"}], "stateMutability": "view"},
] as const;
