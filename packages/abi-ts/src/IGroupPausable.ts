// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** Each contract divides its functions into at most 64 groups, named as bit masks. Pausing takes effect at once; lifting a pause is a loosening call and waits. */
export const iGroupPausableAbi = [
  {"type": "error", "name": "GroupPaused", "inputs": [{"name": "paused", "type": "uint64", "internalType": "uint64"}]},
  {"type": "event", "name": "GroupsPaused", "inputs": [{"name": "groups", "type": "uint64", "internalType": "uint64", "indexed": false}, {"name": "pausedNow", "type": "uint64", "internalType": "uint64", "indexed": false}, {"name": "by", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "GroupsUnpaused", "inputs": [{"name": "groups", "type": "uint64", "internalType": "uint64", "indexed": false}, {"name": "pausedNow", "type": "uint64", "internalType": "uint64", "indexed": false}, {"name": "by", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "function", "name": "pauseGroups", "inputs": [{"name": "groups", "type": "uint64", "internalType": "uint64"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "pausedGroups", "inputs": [], "outputs": [{"name": "", "type": "uint64", "internalType": "uint64"}], "stateMutability": "view"},
  {"type": "function", "name": "unpauseGroups", "inputs": [{"name": "groups", "type": "uint64", "internalType": "uint64"}], "outputs": [], "stateMutability": "nonpayable"},
] as const;
