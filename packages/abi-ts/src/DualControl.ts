// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** See `IDualControl`. Holds nothing and is not upgradeable: another one takes its place in the role. */
export const dualControlAbi = [
  {"type": "constructor", "inputs": [{"name": "manager", "type": "address", "internalType": "address"}], "stateMutability": "nonpayable"},
  {"type": "error", "name": "AccessManagedInvalidAuthority", "inputs": [{"name": "authority", "type": "address", "internalType": "address"}]},
  {"type": "error", "name": "AccessManagedRequiredDelay", "inputs": [{"name": "caller", "type": "address", "internalType": "address"}, {"name": "delay", "type": "uint32", "internalType": "uint32"}]},
  {"type": "error", "name": "AccessManagedUnauthorized", "inputs": [{"name": "caller", "type": "address", "internalType": "address"}]},
  {"type": "error", "name": "NotProposed", "inputs": [{"name": "operationId", "type": "bytes32", "internalType": "bytes32"}]},
  {"type": "error", "name": "OfficerConcealed", "inputs": []},
  {"type": "error", "name": "SecondOfficerNeeded", "inputs": [{"name": "operationId", "type": "bytes32", "internalType": "bytes32"}, {"name": "proposer", "type": "address", "internalType": "address"}]},
  {"type": "event", "name": "AuthorityUpdated", "inputs": [{"name": "authority", "type": "address", "internalType": "address", "indexed": false}], "anonymous": false},
  {"type": "event", "name": "Confirmed", "inputs": [{"name": "operationId", "type": "bytes32", "internalType": "bytes32", "indexed": true}, {"name": "nonce", "type": "uint32", "internalType": "uint32", "indexed": false}, {"name": "proposer", "type": "address", "internalType": "address", "indexed": true}, {"name": "officer", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "Proposed", "inputs": [{"name": "operationId", "type": "bytes32", "internalType": "bytes32", "indexed": true}, {"name": "nonce", "type": "uint32", "internalType": "uint32", "indexed": false}, {"name": "proposer", "type": "address", "internalType": "address", "indexed": true}, {"name": "target", "type": "address", "internalType": "address", "indexed": true}, {"name": "data", "type": "bytes", "internalType": "bytes", "indexed": false}], "anonymous": false},
  {"type": "event", "name": "Withdrawn", "inputs": [{"name": "operationId", "type": "bytes32", "internalType": "bytes32", "indexed": true}, {"name": "nonce", "type": "uint32", "internalType": "uint32", "indexed": false}, {"name": "proposer", "type": "address", "internalType": "address", "indexed": true}, {"name": "officer", "type": "address", "internalType": "address", "indexed": true}], "anonymous": false},
  {"type": "function", "name": "authority", "inputs": [], "outputs": [{"name": "", "type": "address", "internalType": "address"}], "stateMutability": "view"},
  {"type": "function", "name": "confirm", "inputs": [{"name": "target", "type": "address", "internalType": "address"}, {"name": "data", "type": "bytes", "internalType": "bytes"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "isConsumingScheduledOp", "inputs": [], "outputs": [{"name": "", "type": "bytes4", "internalType": "bytes4"}], "stateMutability": "view"},
  {"type": "function", "name": "propose", "inputs": [{"name": "target", "type": "address", "internalType": "address"}, {"name": "data", "type": "bytes", "internalType": "bytes"}], "outputs": [{"name": "operationId", "type": "bytes32", "internalType": "bytes32"}], "stateMutability": "nonpayable"},
  {"type": "function", "name": "proposerOf", "inputs": [{"name": "operationId", "type": "bytes32", "internalType": "bytes32"}], "outputs": [{"name": "", "type": "address", "internalType": "address"}], "stateMutability": "view"},
  {"type": "function", "name": "setAuthority", "inputs": [{"name": "newAuthority", "type": "address", "internalType": "address"}], "outputs": [], "stateMutability": "nonpayable"},
  {"type": "function", "name": "withdraw", "inputs": [{"name": "target", "type": "address", "internalType": "address"}, {"name": "data", "type": "bytes", "internalType": "bytes"}], "outputs": [], "stateMutability": "nonpayable"},
] as const;
