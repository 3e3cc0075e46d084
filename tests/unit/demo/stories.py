"""A short story's record, with something of everything."""

from pathlib import Path

from quantera.demo.page import Page
from quantera.demo.record import Chapter, Invariant, Record, Series
from quantera.demo.story import RECORD

HASH = "0x" + "ab" * 32
OTHER = "0x" + "cd" * 32
NASTY = "</script><b>&"
"""What a page must not take for its own."""


def first() -> Chapter:
    page = Page("moving", "Move something")
    page.fact("moved", 12_345)
    page.operation("transfer", "ethereum", 144_099, HASH)
    page.operation("refused transfer", "polygon", 51_643, OTHER)
    page.operations("release", "polygon", 1_000_000, 12)
    page.reason("100 TKN to a stranger", "ethereum", 13)
    page.reason("100 TKN to a friend", "ethereum", 0)
    page.balance("seller", "ethereum", "TKN", 18, (20 * 10**18, 185 * 10**17))
    page.fee("delivery", "ethereum", 36_806_561_333_333, 18, "ETH")
    line = Series(name="price", x=(0.0, 1.0, 2.0), y=(1.0, 3.0, 2.0))
    level = Series(name="floor", x=(0.0, 2.0), y=(1.5, 1.5), kind="level")
    page.plot("Prices", ("hour", "dollars"), [line, level])
    bars = Series(name="gas", x=(0.0, 1.0), y=(5.0, 6.0), kind="bar")
    page.plot("Gas", ("chain", "gas"), [bars], labels=("ethereum", "polygon"))
    return page.closed(1.25)


def second() -> Chapter:
    page = Page("ending", f"End it {NASTY}")
    page.decision(f"go on {NASTY}", "off-chain", False, "it is late", "ACC-01")
    return page.closed(0.5)


def record(*, holds: bool = True) -> Record:
    return Record(
        commit="abc-dirty",
        chains={"ethereum": 1, "polygon": 137},
        chapters=(first(), second()),
        invariants=(
            Invariant(id="BRG-01", statement="nothing is lost", holds=holds, evidence="1 + 2 = 3"),
        ),
    )


def written(folder: Path) -> Path:
    """The folder with the record in it."""
    record().write(folder / RECORD)
    return folder
