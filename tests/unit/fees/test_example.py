"""The example of `docs/fees.md`: its figures are the contract's, and the text has them."""

import re
from datetime import UTC, datetime

from quantera.fees import explain
from quantera.toolchain.workspace import ROOT
from tests.unit.fees.desk import Desk

CASH = 10**6
GWEI = 10**9
MOMENT = int(datetime(2026, 3, 3, 18, 30, tzinfo=UTC).timestamp())
TEXT = (ROOT / "docs" / "fees.md").read_text()


def listed() -> dict[str, int]:
    """The table of the example: what, and units."""
    rows = re.findall(r"^\| ([\w`' ]+?) \| ([+−]?) ?([\d,]+) \|", TEXT, re.MULTILINE)  # noqa: RUF001
    return {name.strip("`"): int(units.replace(",", "")) for name, _, units in rows}


def test_the_example_of_the_documentation(desk: Desk) -> None:
    stack = desk.stack
    desk.charge(4_900_000 * CASH, decimals=6)
    stack.chain.set_base_fee(20 * GWEI)
    stack.fees.sampleBaseFee(sender=desk.payer)
    stack.chain.set_timestamp(MOMENT)
    deal = {"decimals": 6, "urgency": 2, "complexity": 1}
    quoted = desk.quote(1_234_567_891_011, 30 * GWEI, **deal)
    factors = quoted.parameters
    assert listed() == {
        "baseFee": factors.baseFee,
        "volumeDiscount": factors.volumeDiscount,
        "congestionPremium": quoted.congestionPremium,
        "timePremium": quoted.timePremium,
        "urgencyPremium": factors.urgencyPremium,
        "complexityFee": factors.complexityFee,
        "total": quoted.total,
    }
    stack.chain.set_base_fee(30 * GWEI)
    assert desk.charge(1_234_567_891_011, quoted.total, **deal).total == quoted.total
    words = explain(quoted, 6, "USDX").text()
    assert f"```text\n{words.splitlines()[0]}" in TEXT
    shown = TEXT.split("```text\n")[1].split("```")[0]
    lines = len(shown.strip().splitlines())
    assert "\n".join(words.splitlines()[:lines]) == shown.rstrip("\n")


def test_a_limit_and_a_waiver_in_words(desk: Desk) -> None:
    stack = desk.stack
    account = stack.fees.accountOf(desk.payer)
    stack.fees.setTerms(account, (0, 500_000, 2**40 - 1, 63), sender=stack.governor)
    small = explain(desk.quote(10**18), 18, "DAI")
    assert [line.text for line in small.lines] == [
        "base fee by the bands",
        "up to the least fee",
        "waived",
    ]
    assert sum(line.amount for line in small.lines) == small.total
    dear = explain(desk.quote(100 * 10**18, complexity=3), 18, "DAI")
    assert "down to the maximum in the code" in dear.text()
    desk.publish(capValue=10**8)
    capped = explain(desk.quote(10**24), 18, "DAI")
    assert "down to the schedule's cap" in capped.text()
