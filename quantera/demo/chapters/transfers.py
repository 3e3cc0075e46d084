"""One transfer that the rules let through, and three that they refuse, each with its reason."""

from quantera.demo.chapters.placing import HOME
from quantera.demo.errors import DemoError
from quantera.demo.issued import DECIMALS, UNIT, Issued
from quantera.demo.people import (
    BRITISH_FUND,
    FRENCH_SAVER,
    GERMAN_INSURER,
    NEWCOMER,
    US_FUND,
)
from quantera.demo.stage import Stage

ALLOWED = 1_500
REFUSED = (
    (GERMAN_INSURER, NEWCOMER, 100),
    (US_FUND, GERMAN_INSURER, 250),
    (BRITISH_FUND, FRENCH_SAVER, 50),
)
"""Seller, buyer, whole tokens."""


def tell(stage: Stage) -> None:
    """Transfer, and try what is not allowed.

    Raises:
        DemoError: the rules decide otherwise.
    """
    issued = stage.take(Issued)
    token = issued.token(HOME)
    seller, buyer = stage.funded(GERMAN_INSURER), stage.funded(BRITISH_FUND)
    wanted = f"{ALLOWED:,} {issued.symbol} from the {GERMAN_INSURER} to the {BRITISH_FUND}"
    decided = stage.page.reason(
        wanted, HOME, token.detectTransferRestriction(seller, buyer, ALLOWED * UNIT)
    )
    if not decided.allowed:
        raise DemoError(f"{wanted}: {decided.text}")
    before = [token.balanceOf(one) for one in (seller, buyer)]
    done = token.transfer(buyer, ALLOWED * UNIT, sender=seller)
    stage.page.sent("transfer", HOME, done)
    for name, wallet, held in zip(
        (GERMAN_INSURER, BRITISH_FUND), (seller, buyer), before, strict=True
    ):
        now = token.balanceOf(wallet)
        stage.page.balance(name, HOME, issued.symbol, DECIMALS, (held, now))
    rules = {_refused(stage, issued, *one) for one in REFUSED}
    if len(rules) != len(REFUSED):
        raise DemoError("the three refusals are not by three different rules")
    stage.page.fact("rules that refused", ", ".join(sorted(rules)))


def _refused(stage: Stage, issued: Issued, seller: str, buyer: str, whole: int) -> str:
    """Sends it on-chain, where the attempt is logged with its reason; the rule that refused."""
    token = issued.token(HOME)
    giver, taker = stage.funded(seller), stage.funded(buyer)
    held = token.balanceOf(giver)
    tried = token.attemptTransfer(taker, whole * UNIT, sender=giver)
    stage.page.sent("refused transfer, logged", HOME, tried)
    code: int = tried.events.of(token).one("TransferAttemptRefused").args["code"]
    wanted = f"{whole:,} {issued.symbol} from the {seller} to the {buyer}"
    decided = stage.page.reason(wanted, HOME, code)
    if token.balanceOf(giver) != held or decided.allowed:
        raise DemoError(f"{wanted}: it moved although it was refused")
    return decided.rule
