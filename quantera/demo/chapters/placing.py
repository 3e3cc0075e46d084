"""Primary issuance: the agent issues to investors whom their jurisdiction's exemption admits."""

from dataclasses import dataclass

from quantera.demo.errors import DemoError
from quantera.demo.issued import DECIMALS, UNIT, Issued, refusal_code
from quantera.demo.people import (
    BRITISH_FUND,
    FRENCH_SAVER,
    GERMAN_INSURER,
    JAPANESE_INSURER,
    SINGAPORE_OFFICE,
    US_FUND,
)
from quantera.demo.stage import Stage
from quantera.evm import Reverted

HOME = "ethereum"
PLACED = {
    US_FUND: 12_000,
    GERMAN_INSURER: 20_000,
    BRITISH_FUND: 8_000,
    SINGAPORE_OFFICE: 6_000,
    JAPANESE_INSURER: 4_000,
}
"""Whole tokens, all on Ethereum."""


@dataclass(frozen=True)
class Placed:
    """Units that were issued in all."""

    units: int


def tell(stage: Stage) -> None:
    """Issue to five investors, and not to a retail client.

    Raises:
        DemoError: the rules let the retail client buy.
    """
    issued = stage.take(Issued)
    token = issued.token(HOME)
    before = token.totalSupply()
    for investor, whole in PLACED.items():
        wallet, units = stage.funded(investor), whole * UNIT
        held = token.balanceOf(wallet)
        minted = token.mint(wallet, units, sender=issued.released.agent)
        stage.page.sent(f"issue to the {investor}", HOME, minted)
        now = token.balanceOf(wallet)
        stage.page.balance(investor, HOME, issued.symbol, DECIMALS, (held, now))
    supply = token.totalSupply()
    stage.page.balance("total supply", HOME, issued.symbol, DECIMALS, (before, supply))
    stage.page.fact("issued", f"{(supply - before) // UNIT:,} {issued.symbol}")
    stage.hand_on(Placed(supply - before))
    saver = stage.funded(FRENCH_SAVER)
    try:
        token.simulate.mint(saver, 5 * UNIT, sender=issued.released.agent)
    except Reverted as error:
        wanted = f"issue 5 {issued.symbol} to the {FRENCH_SAVER}"
        stage.page.reason(wanted, HOME, refusal_code(error))
    else:
        raise DemoError("a retail client could have bought")
