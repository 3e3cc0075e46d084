"""Every command block of the README and of `docs/` does what its page says."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from quantera.docs.blocks import Block, blocks, pages
from quantera.docs.session import BlockFailedError, Session
from quantera.toolchain.workspace import ROOT
from tests.integration.docs.checkout import copied, desk

LOCAL = "docs/users/local.md"
"""The page that sets the desk up."""
DESKS = {
    "release": ("docs/users/release-manager.md", "docs/users/engineer.md"),
    "investors": ("docs/users/compliance-officer.md", "docs/users/integrator.md"),
}
"""The pages on it in their order, each group on a desk of its own: two are tested at a time."""


def of(page: str) -> list[Block]:
    return blocks((ROOT / page).read_text(encoding="utf-8"), page)


def faults(session: Session, chosen: Iterable[str]) -> list[str]:
    found = []
    for page in chosen:
        try:
            for block in of(page):
                session.run(block)
        except BlockFailedError as error:
            found.append(str(error))
    return found


@pytest.mark.long
@pytest.mark.parametrize("named", DESKS.values(), ids=DESKS)
def test_every_block_of_the_pages_on_a_desk(named: tuple[str, ...], tmp_path: Path) -> None:
    with desk(tmp_path) as copy:
        found = faults(copy.session(), (LOCAL, *named))
    assert not found, "\n\n".join(found)


@pytest.mark.long
def test_every_block_of_every_other_page(tmp_path: Path) -> None:
    on_a_desk = {LOCAL, *(page for named in DESKS.values() for page in named)}
    assert on_a_desk < set(pages())
    found = faults(copied(tmp_path).session(), (p for p in pages() if p not in on_a_desk))
    assert not found, "\n\n".join(found)
