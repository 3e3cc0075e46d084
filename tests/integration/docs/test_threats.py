"""The threat model names what there is: roles, parties, contracts, invariants, files."""

import re
from pathlib import Path

import pytest

from quantera.access import LocalRole, Role
from quantera.audit.invariants import collect
from quantera.bridge.endpoints import SHORT_NAMES
from quantera.bridge.scoring import Protocol
from quantera.docs import reference
from quantera.toolchain.workspace import ROOT

PAGE = ROOT / "audits" / "threat-model.md"
PARTIES = (
    *("Chainlink CCIP", "LayerZero", "Wormhole", "Axelar", "price feeds", "sanctions lists"),
    *("KYC providers and trusted issuers", "issuers of settlement assets"),
    *("nodes and RPC providers", "the chains and their sequencers", "compiler and packages"),
)


def section(text: str, title: str) -> str:
    """What stands below a heading, up to the next of its level."""
    level = title.partition(" ")[0]
    return re.split(rf"^{level} ", text.partition(f"\n{title}\n")[2], flags=re.MULTILINE)[0]


def rows(text: str) -> list[str]:
    """The first cells of a section's tables."""
    return re.findall(r"^\| ([^|]+?) \|", text, re.MULTILINE)


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def test_every_role_has_its_trust_assumption(page: str) -> None:
    told = rows(section(page, "## Trust assumption of every role").partition("\n### ")[0])
    wanted = [role.name for role in Role] + [role.name for role in LocalRole]
    assert told == ["role", *wanted]


def test_every_external_party_has_its_own(page: str) -> None:
    told = rows(section(page, "### External parties"))
    assert set(PARTIES) | {"party"} == set(told)
    assert len(Protocol) == len(SHORT_NAMES) == 4, "a protocol more is a party more"


def test_every_deployed_contract_has_its_tree(page: str) -> None:
    trees = re.findall(r"^### (\w+)$", section(page, "## Attack trees"), re.MULTILINE)
    assert set(trees) == {one.name for one in reference.contracts()} | {"Python"}
    for name in trees:
        assert section(page, f"### {name}").strip().startswith("- "), name


def test_every_invariant_and_file_exists(page: str) -> None:
    known = set(collect().rows)
    named = set(re.findall(r"\b[A-Z]{2,4}-\d{2}\b", page))
    assert named <= known, named - known
    files = re.findall(r"`(tests/[\w/.]+)`", page)
    assert len(files) > 20
    assert [file for file in files if not (ROOT / file).exists()] == []


def test_every_line_of_the_trees_has_a_stop(page: str) -> None:
    """A leaf without an invariant, a test, a gate or a stated assumption would be a finding."""
    stop = re.compile(r"[A-Z]{2,4}-\d{2}|tests/|gate `|trust assumption|journals|Nothing to attack")
    lines = section(page, "## Attack trees").splitlines()
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        is_leaf = line.lstrip().startswith("- ") and not (
            line.startswith("- ") and after.startswith("  - ")
        )
        assert not is_leaf or stop.search(line), line


def test_links_lead_somewhere() -> None:
    pages = [ROOT / "README.md", *ROOT.glob("docs/**/*.md"), *ROOT.glob("audits/*.md")]
    lost = []
    for file in pages:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", file.read_text(encoding="utf-8")):
            if "://" not in target and not (file.parent / Path(target)).exists():
                lost.append(f"{file.relative_to(ROOT)}: {target}")
    assert lost == []
