"""Transfers over each of the four protocols, and one that its destination refuses."""

from dataclasses import dataclass

from quantera import chains
from quantera.bridge.accounts import NodePayer
from quantera.bridge.command import remedies, remedy_line, tracked_line
from quantera.bridge.endpoints import TITLES
from quantera.bridge.messages import Message
from quantera.bridge.reasons import FIRST_OWN, text
from quantera.bridge.recovery import Action
from quantera.bridge.scoring import Protocol
from quantera.bridge.sending import Order, act, check
from quantera.demo import inputs
from quantera.demo.bridges import Bridges, connected
from quantera.demo.chapters.placing import HOME
from quantera.demo.desk import Desk
from quantera.demo.errors import DemoError
from quantera.demo.issued import DECIMALS, UNIT, Issued
from quantera.demo.people import GERMAN_INSURER, NEWCOMER
from quantera.demo.record import Series
from quantera.demo.stage import Stage
from quantera.gas.bridge_stack import Status

WAYS = {
    Protocol.CHAINLINK_CCIP: "polygon",
    Protocol.LAYERZERO: "avalanche",
    Protocol.WORMHOLE: "arbitrum",
    Protocol.AXELAR: "optimism",
}
"""Where each protocol carries to."""
GWEI = 10**9
WHOLE = 400
"""Tokens; from 500 on, a thousandth of the supply's cap, two protocols would have to agree."""
PARKED_OVER, PARKED_ON = Protocol.AXELAR, "polygon"
PARKED = 300


@dataclass(frozen=True)
class Crossed:
    """Everything that was sent."""

    messages: tuple[Message, ...]


def tell(stage: Stage) -> None:
    """Send over all four, park one, onboard its recipient, and claim it.

    Raises:
        DemoError: a message does not come to what it should.
    """
    issued = stage.take(Issued)
    bridges = connected(stage, issued)
    stage.hand_on(bridges)
    carried = [_carried(stage, issued, bridges, protocol) for protocol in WAYS]
    fees = [fee / GWEI for _, fee in carried]
    stage.page.plot(
        "Fees of the protocols at the source",
        ("protocol", "gwei"),
        [Series(name="fee", x=tuple(map(float, range(len(fees)))), y=tuple(fees), kind="bar")],
        labels=[TITLES[protocol] for protocol in WAYS],
    )
    message = _parked(stage, issued, bridges)
    stage.page.say("the recipient's check ends, and is written on all chains")
    inputs.write(stage.folder, newcomer="approved")
    stage.take(Desk).update("newcomer")
    token = issued.token(PARKED_ON)
    wallet = stage.funded(NEWCOMER)
    before = token.balanceOf(wallet)
    _claim(stage, bridges, message)
    stage.hand_on(Crossed((*(message for message, _ in carried), message)))
    if bridges.status(message, PARKED_ON) is not Status.CREDITED:
        raise DemoError("what was parked is not credited after its recipient was onboarded")
    wanted = f"claim {PARKED} {issued.symbol} by the {NEWCOMER}"
    stage.page.reason(wanted, PARKED_ON, bridges.reason(message, PARKED_ON))
    _follow(stage, bridges)
    after = token.balanceOf(wallet)
    stage.page.balance(NEWCOMER, PARKED_ON, issued.symbol, DECIMALS, (before, after))


def _carried(
    stage: Stage, issued: Issued, bridges: Bridges, protocol: Protocol
) -> tuple[Message, float]:
    there, title = WAYS[protocol], TITLES[protocol]
    stage.page.say(f"{title}, {HOME} to {there}")
    here_token, there_token = issued.token(HOME), issued.token(there)
    wallet = stage.funded(GERMAN_INSURER)
    before = here_token.balanceOf(wallet), there_token.balanceOf(wallet)
    message, sent, fee = bridges.send(
        (HOME, there), protocol, (GERMAN_INSURER, GERMAN_INSURER), WHOLE * UNIT
    )
    stage.page.sent(f"send over {title}", HOME, sent)
    coin = chains.get(HOME).native_coin
    stage.page.fee(f"{title} to {there}", HOME, fee, coin.decimals, coin.symbol)
    status = bridges.arrived(message, there)
    if status is not Status.CREDITED:
        why = text(bridges.reason(message, there))
        raise DemoError(f"{title} to {there}: {status.name.lower()}: {why}")
    wanted = f"{WHOLE:,} {issued.symbol} from {HOME} over {title}"
    stage.page.reason(wanted, there, bridges.reason(message, there))
    for chain, token, held in zip((HOME, there), (here_token, there_token), before, strict=True):
        now = token.balanceOf(wallet)
        stage.page.balance(GERMAN_INSURER, chain, issued.symbol, DECIMALS, (held, now))
    return message, float(fee)


def _parked(stage: Stage, issued: Issued, bridges: Bridges) -> Message:
    stage.page.say(f"to somebody whom {PARKED_ON} does not know")
    foreseen = _preview(stage, issued, bridges)
    message, sent, fee = bridges.send(
        (HOME, PARKED_ON), PARKED_OVER, (GERMAN_INSURER, NEWCOMER), PARKED * UNIT
    )
    title = TITLES[PARKED_OVER]
    stage.page.sent(f"send over {title}", HOME, sent)
    coin = chains.get(HOME).native_coin
    stage.page.fee(f"{title} to {PARKED_ON}", HOME, fee, coin.decimals, coin.symbol)
    status = bridges.arrived(message, PARKED_ON)
    code = bridges.reason(message, PARKED_ON)
    if status is not Status.PARKED or code != foreseen or not 0 < code < FIRST_OWN:
        raise DemoError(f"not parked by the token's rules: {status.name.lower()}, {text(code)}")
    wanted = f"{PARKED} {issued.symbol} over {title} to the {NEWCOMER}: parked"
    stage.page.reason(wanted, PARKED_ON, code)
    return message


def _preview(stage: Stage, issued: Issued, bridges: Bridges) -> int:
    """What both ends say before it is sent; the code with which the destination would park it."""
    order = Order(
        HOME,
        PARKED_ON,
        issued.address,
        str(stage.funded(NEWCOMER)),
        PARKED * UNIT,
        (PARKED_OVER,),
    )
    with bridges.followed() as (_, nodes):
        checked = check(nodes, order, str(stage.funded(GERMAN_INSURER)))
    if checked.here:
        raise DemoError(f"{HOME} refuses to send it: {text(checked.here)}")
    stage.page.reason(f"{PARKED} {issued.symbol} to the {NEWCOMER}: foreseen", HOME, checked.here)
    wanted = f"{PARKED} {issued.symbol} to the {NEWCOMER}: foreseen"
    stage.page.reason(wanted, PARKED_ON, checked.there)
    return checked.there


def _claim(stage: Stage, bridges: Bridges, message: Message) -> None:
    """By what the bridge's own tools advise for a parked message."""
    with bridges.followed() as (tracker, nodes):
        tracked = tracker.get(message.id)
        if tracked is None:
            raise DemoError(f"no bridge has told of 0x{message.id.hex()}")
        for remedy in remedies(nodes, tracked):
            stage.page.fact("what can be done about what is parked", remedy_line(remedy))
        payer = NodePayer(str(stage.funded(NEWCOMER)))
        transaction = act(nodes, message, Action.CLAIM, payer)
    receipt = stage.chains[PARKED_ON].rpc("eth_getTransactionReceipt", transaction)
    gas = int(receipt["gasUsed"], 16)
    stage.page.operation("claim what was parked", PARKED_ON, gas, transaction)


def _follow(stage: Stage, bridges: Bridges) -> None:
    """Where every message has come to, as the tracker reads it from the bridges' events."""
    with bridges.followed() as (tracker, _):
        for tracked in tracker.all():
            stage.page.fact("message", tracked_line(tracked))
