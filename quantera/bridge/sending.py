"""Sending with checks at both ends, and acting on messages that are stuck.

Nothing is sent that a bridge says it would refuse. What is paid above a fee can be withdrawn, so
the value is the quote with some room for a price that rises in between.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import tenacity

from quantera import chains
from quantera.bridge.accounts import ROOM_PERCENT, Payer
from quantera.bridge.messages import Message
from quantera.bridge.nodes import BridgeNode, Nodes
from quantera.bridge.platform_fee import PlatformFee, platform_fee
from quantera.bridge.reasons import text
from quantera.bridge.recovery import Action
from quantera.bridge.scoring import Protocol
from quantera.evm.actors import ZERO_ADDRESS, to_address

FEE_ROOM_PERCENT = 10
RECEIPT_SECONDS = 120


class RefusedError(Exception):
    """A bridge would refuse, or did; the message says at which end and why."""


@dataclass(frozen=True)
class Order:
    """A transfer to send.

    Attributes:
        source: name of the chain.
        destination: name of the chain.
        asset: its address at the source.
        recipient: who shall be credited.
        units: in the asset's smallest unit at the source.
        protocols: over which; more than one send the same message over each.
        most_fee: most units of the platform's fee asset that the sender pays; zero agrees to none.
        level: service level that it buys of the platform, 0 to 3.
    """

    source: str
    destination: str
    asset: str
    recipient: str
    units: int
    protocols: tuple[Protocol, ...]
    most_fee: int = 0
    level: int = 0

    def request(self, protocol: Protocol) -> dict[str, Any]:
        """`SendRequest` over one of them."""
        return {
            "asset": to_address(self.asset),
            "destinationChainId": chains.get(self.destination).chain_id,
            "recipient": to_address(self.recipient),
            "units": self.units,
            "protocol": protocol,
        }


@dataclass(frozen=True)
class Checked:
    """What both ends say of an order before it is sent.

    Attributes:
        here: reason against it at the source, 0 for none.
        there: reason for which it would be parked at the destination now, 0 for none.
        required: how many protocols must carry it.
        fee: of all its protocols, in wei of the source's coin.
        message: what would cross.
        platform: the platform's own fee for its protocols and level; nothing where none is charged.
    """

    here: int
    there: int
    required: int
    fee: int
    message: bytes
    platform: PlatformFee | None


def check(nodes: Nodes, order: Order, sender: str) -> Checked:
    """Ask both ends."""
    source = nodes[order.source]
    first = order.request(order.protocols[0])
    told = source.view("previewBridge", first, to_address(sender))
    here = told.reason
    there = 0
    if told.message:
        there = nodes[order.destination].view("previewCredit", told.message)
    fee = sum(
        source.view("quoteSend", order.request(protocol), to_address(sender))
        for protocol in order.protocols
        if here == 0
    )
    platform = None
    if told.feeAsset != ZERO_ADDRESS:
        count = len(order.protocols)
        platform = platform_fee(source, first, sender, count, order.level)
    return Checked(here, there, told.required, fee, told.message, platform)


def send(nodes: Nodes, order: Order, payer: Payer, *, park: bool = False) -> bytes:
    """Send; the message's id.

    Args:
        nodes: the bridges.
        order: what to send.
        payer: who sends and pays.
        park: send although it would be parked at the destination now.

    Raises:
        RefusedError: one of the ends would refuse it, the platform's fee is more than the order
            agrees to, or its transaction failed.
    """
    checked = check(nodes, order, payer.address)
    if checked.here:
        raise RefusedError(f"{order.source} refuses: {text(checked.here)}")
    if checked.required > len(order.protocols):
        raise RefusedError(f"the amount needs {checked.required} protocols")
    if checked.there and not park:
        raise RefusedError(f"{order.destination} would park it: {text(checked.there)}")
    if checked.platform and checked.platform.units > order.most_fee:
        asked = f"{checked.platform.units} units of {checked.platform.asset}"
        raise RefusedError(f"the platform's fee is {asked}; agree to that much or do not send")
    node = nodes[order.source]
    data = _call(node, order, paying=checked.platform is not None)
    receipt = transact(node, payer, data, _with_room(checked.fee, FEE_ROOM_PERCENT))
    return _id_of(node, receipt)


def _call(node: BridgeNode, order: Order, *, paying: bool) -> bytes:
    request, over = order.request(order.protocols[0]), list(order.protocols)
    if paying:
        terms = (order.most_fee, order.level)
        return node.function("sendPaying").encode([request, over, terms])
    if len(over) == 1:
        return node.function("send").encode([request])
    return node.function("sendOver").encode([request, over])


def act(
    nodes: Nodes,
    message: Message,
    action: Action,
    payer: Payer,
    *,
    protocol: Protocol | None = None,
    recipient: str | None = None,
) -> str:
    """Do something about a message; the transaction's hash.

    Raises:
        RefusedError: there is no such call, something is missing for it, or it failed.
    """
    encoded = message.encode()
    arguments: list[Any]
    source = nodes[chains.by_id(message.source_chain_id).name]
    destination = nodes[chains.by_id(message.destination_chain_id).name]
    match action:
        case Action.CLAIM | Action.RELEASE:
            node, arguments, fee = destination, [encoded], 0
        case Action.REDIRECT:
            if recipient is None:
                raise RefusedError("say to whom it shall go")
            node, arguments, fee = destination, [encoded, to_address(recipient), 0], 0
        case Action.RESEND | Action.RETURN:
            if protocol is None:
                raise RefusedError("say over which protocol")
            node = source if action is Action.RESEND else destination
            fee = node.view("quoteMessage", encoded, protocol)
            arguments = [encoded, protocol]
        case _:
            raise RefusedError(f"{action} is nothing that a bridge does")
    data = node.function(_CALLS[action]).encode(arguments)
    receipt = transact(node, payer, data, _with_room(fee, FEE_ROOM_PERCENT))
    return str(receipt["transactionHash"])


_CALLS = {
    Action.CLAIM: "claim",
    Action.RELEASE: "release",
    Action.REDIRECT: "redirect",
    Action.RESEND: "resend",
    Action.RETURN: "returnHome",
}


def transact(node: BridgeNode, payer: Payer, data: bytes, value: int) -> dict[str, Any]:
    """Send a call to a bridge and wait until it is in a block.

    Raises:
        Reverted: it would be refused; nothing is sent.
        RefusedError: it failed in its block, or came into none in time.
    """
    call: dict[str, Any] = {
        "from": payer.address,
        "to": to_address(node.place.bridge),
        "input": "0x" + data.hex(),
        "value": hex(value),
    }
    estimate = int(node.ask("eth_estimateGas", call), 16)
    sent = payer.send(node, call | {"gas": hex(_with_room(estimate, ROOM_PERCENT))})
    receipt = _receipt(node, sent)
    if receipt is None:
        raise RefusedError(f"{sent} is in no block of {node.place.chain} yet")
    if int(receipt["status"], 16) != 1:
        raise RefusedError(f"{sent} failed on {node.place.chain}")
    return receipt


@tenacity.retry(
    stop=tenacity.stop_after_delay(RECEIPT_SECONDS),
    wait=tenacity.wait_exponential(multiplier=0.05, max=2),
    retry=tenacity.retry_if_result(lambda receipt: receipt is None),
    retry_error_callback=lambda _: None,
)
def _receipt(node: BridgeNode, sent: str) -> dict[str, Any] | None:
    found: dict[str, Any] | None = node.ask("eth_getTransactionReceipt", sent)
    return found


def _with_room(amount: int, percent: int) -> int:
    return amount + -(-amount * percent // 100)


def _id_of(node: BridgeNode, receipt: dict[str, Any]) -> bytes:
    block = int(receipt["blockNumber"], 16)
    sent: Sequence[bytes] = [
        told.args["id"]
        for told in node.told(block, block)
        if told.name == "MessageSent" and told.transaction == receipt["transactionHash"]
    ]
    if len(sent) != 1:
        raise RefusedError(f"{receipt['transactionHash']} sent {len(sent)} messages")
    return sent[0]
