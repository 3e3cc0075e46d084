// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** How much of a token was traded, as attested from outside: rules on affiliates' sales compare with it. At the engine's address. Without a figure, or with one too old for the rule, the rule's other limit holds alone. */
export const iTradedVolumesAbi = [
  {"type": "error", "name": "VolumeFromFuture", "inputs": [{"name": "asOf", "type": "uint40", "internalType": "uint40"}, {"name": "timestamp", "type": "uint256", "internalType": "uint256"}]},
  {"type": "error", "name": "VolumeOutdated", "inputs": [{"name": "asOf", "type": "uint40", "internalType": "uint40"}, {"name": "present", "type": "uint40", "internalType": "uint40"}]},
  {"type": "event", "name": "WeeklyVolumePosted", "inputs": [{"name": "token", "type": "address", "internalType": "address", "indexed": true}, {"name": "units", "type": "uint128", "internalType": "uint128", "indexed": false}, {"name": "asOf", "type": "uint40", "internalType": "uint40", "indexed": false}, {"name": "by", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "function", "name": "postWeeklyVolume", "inputs": [{"name": "token", "type": "address", "internalType": "address"}, {"name": "units", "type": "uint128", "internalType": "uint128"}, {"name": "asOf", "type": "uint40", "internalType": "uint40"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "weeklyVolume", "inputs": [{"name": "token", "type": "address", "internalType": "address"}], "outputs": [{"name": "units", "type": "uint128", "internalType": "uint128"}, {"name": "asOf", "type": "uint40", "internalType": "uint40"}], "stateMutability": "view"},
] as const;
