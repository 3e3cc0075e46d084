// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** How a sender agrees to the platform's fee (`IBridgeFees`) for one message. */
export const iBridgePaidSendingAbi = [
  {"type": "function", "name": "sendPaying", "inputs": [{"name": "request", "type": "tuple", "internalType": "struct IUniversalBridge.SendRequest", "components": [{"name": "asset", "type": "address", "internalType": "address"}, {"name": "destinationChainId", "type": "uint256", "internalType": "uint256"}, {"name": "recipient", "type": "address", "internalType": "address"}, {"name": "units", "type": "uint256", "internalType": "uint256"}, {"name": "protocol", "type": "uint8", "internalType": "enum IUniversalBridge.BridgeProtocol"}]}, {"name": "protocols", "type": "uint8[]", "internalType": "enum IUniversalBridge.BridgeProtocol[]"}, {"name": "terms", "type": "tuple", "internalType": "struct IBridgePaidSending.FeeTerms", "components": [{"name": "maxFee", "type": "uint128", "internalType": "uint128"}, {"name": "urgency", "type": "uint8", "internalType": "uint8"}]}], "outputs": [{"name": "id", "type": "bytes32", "internalType": "bytes32"}], "stateMutability": "payable"},
] as const;
