// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LibString } from "solady/utils/LibString.sol";

import { BridgeMessages } from "../../bridge/BridgeMessages.sol";
import { AxelarMessages } from "../../bridge/lanes/AxelarMessages.sol";
import { CcipMessages } from "../../bridge/lanes/CcipMessages.sol";
import { LayerZeroMessages } from "../../bridge/lanes/LayerZeroMessages.sol";
import { WormholeMessages } from "../../bridge/lanes/WormholeMessages.sol";
import { Departures } from "../../bridge/parts/Departures.sol";
import { IAxelarGasService } from "../../bridge/protocols/IAxelarGasService.sol";
import { IAxelarGateway } from "../../bridge/protocols/IAxelarGateway.sol";
import { ICcipRouter } from "../../bridge/protocols/ICcipRouter.sol";
import { ILayerZeroEndpoint } from "../../bridge/protocols/ILayerZeroEndpoint.sol";
import { IWormholeCore } from "../../bridge/protocols/IWormholeCore.sol";

/// @title LaneMessagesProbe
/// @notice What the lanes tell the protocols' contracts, beside what the compiler would tell them. The probe takes the
/// place of those contracts, and of a token: it answers with the hash of what it was called with, or with what it was
/// told to.
contract LaneMessagesProbe {
    bytes4 private constant GENERIC_ARGUMENTS = 0x181dcf10;
    bytes6 private constant GAS_OPTION = 0x000301001101;
    address private constant WRAPPED = address(0xC01);

    string private _name;
    bytes private _answer;
    bool private _fails;

    /// @notice Name of the chain, as the bridge keeps it.
    function setName(string calldata name) external {
        _name = name;
    }

    /// @notice What it answers from now on, and whether it reverts with it.
    function setAnswer(bytes calldata answer, bool fails) external {
        (_answer, _fails) = (answer, fails);
    }

    fallback(bytes calldata asked) external payable returns (bytes memory) {
        bytes memory answer = _answer;
        if (_fails) {
            assembly ("memory-safe") {
                revert(add(answer, 32), mload(answer))
            }
        }
        if (answer.length != 0) return answer;
        // As long as the longest answer that a lane waits for.
        return abi.encode(keccak256(asked), msg.value, 0, 0);
    }

    /// @notice On-ramp of a router: the probe again, and none for chain zero.
    function getOnRamp(uint64 chain) external view returns (address) {
        return chain == 0 ? address(0) : address(this);
    }

    /// @notice Wrapped coin of a router.
    function getWrappedNative() external pure returns (address) {
        return WRAPPED;
    }

    function ccip(bytes calldata message, uint64 chain, address bridge, uint256 gasLimit)
        external
        returns (bytes32 priced, bytes32 sent, bytes32 price, bytes32 sending)
    {
        bytes memory copy = BridgeMessages.copied(message);
        (uint256 place, uint256 size) = CcipMessages.wrap(copy, chain, bridge, gasLimit);
        priced = bytes32(CcipMessages.fee(address(this), place, size));
        CcipMessages.submit(address(this), 0, place, size);
        sent = _answered();
        _requireWhole(copy, message);
        ICcipRouter.OutgoingMessage memory outgoing = ICcipRouter.OutgoingMessage({
            receiver: abi.encode(bridge),
            data: message,
            tokenAmounts: new ICcipRouter.TokenAmount[](0),
            feeToken: address(0),
            extraArgs: abi.encodeWithSelector(GENERIC_ARGUMENTS, gasLimit, true)
        });
        sending = keccak256(abi.encodeCall(ICcipRouter.ccipSend, (chain, outgoing)));
        outgoing.feeToken = WRAPPED;
        price = keccak256(abi.encodeCall(ICcipRouter.getFee, (chain, outgoing)));
    }

    function layerZero(bytes calldata message, uint32 chain, address bridge, uint128 gasLimit)
        external
        returns (bytes32 priced, bytes32 sent, bytes32 price, bytes32 sending)
    {
        bytes memory copy = BridgeMessages.copied(message);
        (uint256 place, uint256 size) = LayerZeroMessages.wrap(copy, chain, bridge, gasLimit);
        priced = bytes32(LayerZeroMessages.fee(address(this), place, size));
        LayerZeroMessages.submit(address(this), 0, place, size);
        sent = _answered();
        _requireWhole(copy, message);
        ILayerZeroEndpoint.Parameters memory parameters = ILayerZeroEndpoint.Parameters({
            dstEid: chain,
            receiver: bytes32(uint256(uint160(bridge))),
            message: message,
            options: abi.encodePacked(GAS_OPTION, gasLimit),
            payInLzToken: false
        });
        price = keccak256(abi.encodeCall(ILayerZeroEndpoint.quote, (parameters, address(this))));
        // LayerZero's own function.
        // solhint-disable-next-line check-send-result
        sending = keccak256(abi.encodeCall(ILayerZeroEndpoint.send, (parameters, address(this))));
    }

    function wormhole(bytes calldata message, uint16 chain) external returns (bytes32 sent, bytes32 sending) {
        bytes memory copy = BridgeMessages.copied(message);
        bool published = WormholeMessages.publish(copy, address(this), 0, chain);
        assert(published);
        sent = _answered();
        _requireWhole(copy, message);
        sending = keccak256(abi.encodeCall(IWormholeCore.publishMessage, (0, abi.encodePacked(chain, message), 1)));
    }

    function axelar(bytes calldata message, address bridge, uint256 gasLimit, address payer)
        external
        returns (bytes32[3] memory told, bytes32[3] memory meant)
    {
        bytes memory copy = BridgeMessages.copied(message);
        AxelarMessages.wrap(copy, _name, bridge);
        told[0] = bytes32(AxelarMessages.fee(copy, address(this), gasLimit));
        AxelarMessages.pay(copy, address(this), 0, gasLimit, payer);
        told[1] = _answered();
        AxelarMessages.submit(copy, address(this));
        told[2] = _answered();
        _requireWhole(copy, message);
        string memory there = LibString.toHexString(bridge);
        meant[0] = keccak256(abi.encodeCall(IAxelarGasService.estimateGasFee, (_name, there, message, gasLimit, "")));
        meant[1] = keccak256(
            abi.encodeCall(IAxelarGasService.payGas, (address(this), _name, there, message, gasLimit, false, payer, ""))
        );
        meant[2] = keccak256(abi.encodeCall(IAxelarGateway.callContract, (_name, there, message)));
    }

    /// @notice Whether an account takes a message as Axelar's gateway.
    function call(address gateway, bytes calldata message) external {
        AxelarMessages.submit(BridgeMessages.copied(message), gateway);
    }

    /// @notice Whether the probe, as Wormhole's core, took a message.
    function publish(bytes calldata message) external returns (bool) {
        return WormholeMessages.publish(BridgeMessages.copied(message), address(this), 0, 1);
    }

    /// @notice What a burn by the probe, as a token, gives; its lots, the first of them if fewer are wanted.
    function burn(uint256 most) external returns (address identity, uint256[] memory lots) {
        uint256 count;
        (identity, count) = Departures.burn(address(this), msg.sender, 1);
        lots = new uint256[](count < most ? count : most);
        uint256 place;
        assembly ("memory-safe") {
            place := add(lots, 32)
        }
        // Memory was written since, and no call was made.
        Departures.copyLots(place, lots.length);
    }

    function _answered() private pure returns (bytes32 first) {
        assembly ("memory-safe") {
            returndatacopy(0, 0, 32)
            first := mload(0)
        }
    }

    /// @dev What is around a message leaves its bytes and its length alone.
    function _requireWhole(bytes memory copy, bytes calldata message) private pure {
        assert(keccak256(copy) == keccak256(message));
    }
}
