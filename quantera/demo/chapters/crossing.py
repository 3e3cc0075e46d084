"""Transfers over each of the four protocols, and one that its destination refuses."""

from dataclasses import dataclass

from quantera import chains
from quantera.bridge.endpoints import TITLES
from quantera.bridge.messages import Message
from quantera.bridge.reasons import FIRST_OWN, text
from quantera.bridge.scoring import Protocol
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
    claimed = bridges.at(PARKED_ON).claim(message.encode(), sender=wallet)
    stage.page.sent("claim what was parked", PARKED_ON, claimed)
    stage.hand_on(Crossed((*(message for message, _ in carried), message)))
    if bridges.status(message, PARKED_ON) is not Status.CREDITED:
        raise DemoError("what was parked is not credited after its recipient was onboarded")
    stage.page.reason(f"claim {PARKED} {issued.symbol} by the {NEWCOMER}", PARKED_ON, 0)
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
    wanted = f"{WHOLE:,} {issued.symbol} over {title} to {there}"
    stage.page.reason(wanted, there, 0)
    for chain, token, held in zip((HOME, there), (here_token, there_token), before, strict=True):
        now = token.balanceOf(wallet)
        stage.page.balance(GERMAN_INSURER, chain, issued.symbol, DECIMALS, (held, now))
    return message, float(fee)


def _parked(stage: Stage, issued: Issued, bridges: Bridges) -> Message:
    stage.page.say(f"to somebody whom {PARKED_ON} does not know")
    message, sent, fee = bridges.send(
        (HOME, PARKED_ON), PARKED_OVER, (GERMAN_INSURER, NEWCOMER), PARKED * UNIT
    )
    title = TITLES[PARKED_OVER]
    stage.page.sent(f"send over {title}", HOME, sent)
    coin = chains.get(HOME).native_coin
    stage.page.fee(f"{title} to {PARKED_ON}", HOME, fee, coin.decimals, coin.symbol)
    status = bridges.arrived(message, PARKED_ON)
    code = bridges.reason(message, PARKED_ON)
    if status is not Status.PARKED or not 0 < code < FIRST_OWN:
        raise DemoError(f"not parked by the token's rules: {status.name.lower()}, {text(code)}")
    wanted = f"{PARKED} {issued.symbol} over {title} to the {NEWCOMER}: parked"
    stage.page.reason(wanted, PARKED_ON, code)
    return message
