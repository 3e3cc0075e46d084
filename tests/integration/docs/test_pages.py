"""Every command block of the README and of `docs/` does what its page says."""

from pathlib import Path

from quantera.docs.blocks import Block, blocks, pages
from quantera.docs.session import BlockFailedError
from quantera.toolchain.workspace import ROOT
from tests.integration.docs.checkout import desk

USERS = "docs/users"
FIRST = tuple(
    f"{USERS}/{name}.md" for name in ("local", "release-manager", "engineer", "compliance-officer")
)
"""Pages on the desk in the order in which they lead to each other; any order of the others."""


def in_order() -> list[str]:
    found = pages()
    assert set(FIRST) <= set(found)
    return [*FIRST, *(page for page in found if page not in FIRST)]


def of(page: str) -> list[Block]:
    return blocks((ROOT / page).read_text(encoding="utf-8"), page)


def test_every_block_of_every_page(tmp_path: Path) -> None:
    faults = []
    with desk(tmp_path) as copy:
        session = copy.session()
        for page in in_order():
            try:
                for block in of(page):
                    session.run(block)
            except BlockFailedError as error:
                faults.append(str(error))
    assert not faults, "\n\n".join(faults)
