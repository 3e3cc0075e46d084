// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** Creates every contract of a release at an address that depends on this factory and a salt alone, so that it is the same on every chain whatever the code or the arguments are there (CREATE3). The factory itself is created by the keyless CREATE2 deployer `0x4e59b44847b379578588920cA78FbF26c0B4956C`, whose creation code and salt are all that its address depends on: the founder's address is part of them, nothing of the chain or of who sends it is. Nothing can be created before the chain is opened: that creates the chain's access manager, whose administrator is named in its creation code, and the founder signs that code for this chain. From then on the manager alone decides who creates. No key of an earlier release is needed on a chain that is added later: its manager has another administrator. */
export const iReleaseFactoryAbi = [
  {"type": "error", "name": "ChainAlreadyOpen", "inputs": [{"name": "manager", "type": "address", "internalType": "address"}]},
  {"type": "error", "name": "DeploymentFailed", "inputs": []},
  {"type": "error", "name": "FounderMissing", "inputs": []},
  {"type": "error", "name": "NotSignedByFounder", "inputs": [{"name": "founder", "type": "address", "internalType": "address"}]},
  {"type": "error", "name": "OpeningExpired", "inputs": [{"name": "deadline", "type": "uint256", "internalType": "uint256"}]},
  {"type": "error", "name": "SaltUsed", "inputs": [{"name": "salt", "type": "bytes32", "internalType": "bytes32"}, {"name": "created", "type": "address", "internalType": "address"}]},
  {"type": "event", "name": "ChainOpened", "inputs": [{"name": "manager", "type": "address", "internalType": "address", "indexed": true}, {"name": "creationHash", "type": "bytes32", "internalType": "bytes32", "indexed": true}], "anonymous": false},
  {"type": "event", "name": "ContractCreated", "inputs": [{"name": "salt", "type": "bytes32", "internalType": "bytes32", "indexed": true}, {"name": "created", "type": "address", "internalType": "address", "indexed": true}, {"name": "codeHash", "type": "bytes32", "internalType": "bytes32", "indexed": false}], "anonymous": false},
  {"type": "function", "name": "FOUNDER", "inputs": [], "outputs": [{"name": "", "type": "address", "internalType": "address"}], "stateMutability": "view"},
  {"type": "function", "name": "MANAGER_SALT", "inputs": [], "outputs": [{"name": "", "type": "bytes32", "internalType": "bytes32"}], "stateMutability": "view"},
  {"type": "function", "name": "addressOf", "inputs": [{"name": "salt", "type": "bytes32", "internalType": "bytes32"}], "outputs": [{"name": "", "type": "address", "internalType": "address"}], "stateMutability": "view"},
  {"type": "function", "name": "create", "inputs": [{"name": "salt", "type": "bytes32", "internalType": "bytes32"}, {"name": "creation", "type": "bytes", "internalType": "bytes"}, {"name": "firstCall", "type": "bytes", "internalType": "bytes"}], "outputs": [{"name": "created", "type": "address", "internalType": "address"}], "stateMutability": "nonpayable"},
  {"type": "function", "name": "open", "inputs": [{"name": "creation", "type": "bytes", "internalType": "bytes"}, {"name": "deadline", "type": "uint256", "internalType": "uint256"}, {"name": "signature", "type": "bytes", "internalType": "bytes"}], "outputs": [{"name": "manager", "type": "address", "internalType": "address"}], "stateMutability": "nonpayable"},
  {"type": "function", "name": "openingDigest", "inputs": [{"name": "creationHash", "type": "bytes32", "internalType": "bytes32"}, {"name": "deadline", "type": "uint256", "internalType": "uint256"}], "outputs": [{"name": "", "type": "bytes32", "internalType": "bytes32"}], "stateMutability": "view"},
] as const;
