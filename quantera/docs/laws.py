"""`audits/rule-matrix.md`: from each rule to its law, its code on both sides, and its tests."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quantera.compliance.catalogue import Reason, Rule, load_reasons, load_rules
from quantera.docs.markdown import codes, table
from quantera.toolchain.workspace import ROOT

PAGE = Path("audits") / "rule-matrix.md"
CONSTANTS = "contracts/token/compliance/ReasonCodes.sol"
MODULES = ("engine.py", "rules/*.py", "pack_words/*.py")
TESTS = ("unit", "property", "differential", "integration/compliance_offchain")
"""Where a rule is tested; elsewhere its id may stand for other reasons."""
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
HEAD = """\
# From rule to law, code and test

Written by `python -m quantera.docs`. A rule of `quantera/data/compliance/rules.yaml` is told here
with its citation, the reason codes that it refuses or reports with, the contracts that decide by
them, the modules that decide the same off-chain, and the tests that name it. `read` says whether
the citation was read again on the catalogue's date; the others are from practice: check them
before going live. What code cannot see stands in the last column.
"""


class MatrixError(Exception):
    """A rule lacks its law, its code or its test; the message names all that do."""


@dataclass(frozen=True)
class Row:
    """One rule with where it is found; files are relative to the checkout."""

    rule: Rule
    reasons: tuple[Reason, ...]
    contracts: tuple[str, ...]
    modules: tuple[str, ...]
    tests: tuple[str, ...]

    def faults(self) -> Iterator[str]:
        """What it lacks."""
        name = self.rule.id
        if not self.rule.citation:
            yield f"{name} names no law"
        if not self.reasons:
            yield f"{name} has no reason code"
        if not self.modules and not self.contracts:
            yield f"{name} is decided by no code"
        if not self.tests:
            yield f"{name} is named by no test"


def constant(name: str) -> str:
    """A reason's name in Solidity."""
    return _CAPITAL.sub("_", name).upper()


def _texts(root: Path, *patterns: str) -> dict[str, str]:
    files = (file for pattern in patterns for file in sorted(root.glob(pattern)))
    return {str(file.relative_to(root)): file.read_text(encoding="utf-8") for file in files}


def _naming(texts: Mapping[str, str], words: Iterable[str]) -> tuple[str, ...]:
    wanted = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
    return tuple(file for file, text in texts.items() if wanted.search(text))


def rows(root: Path = ROOT) -> list[Row]:
    """Every rule of the jurisdictions' packs."""
    contracts = _texts(root, "contracts/token/**/*.sol")
    contracts.pop(CONSTANTS, None)
    modules = _texts(root, *(f"quantera/compliance/{where}" for where in MODULES))
    tests = _texts(root, *(f"tests/{kind}/**/*.py" for kind in TESTS))
    found = []
    for rule in load_rules().values():
        reasons = load_reasons().of_rule(rule.id)
        names = [f"ReasonCodes.{constant(one.name)}" for one in reasons]
        words = [f'"{rule.id}"', *(f'"{one.name}"' for one in reasons)]
        found.append(
            Row(
                rule,
                reasons,
                _naming(contracts, names) if names else (),
                _naming(modules, words),
                _naming(tests, [rule.id, *(one.name for one in reasons)]),
            )
        )
    return found


def page(root: Path = ROOT) -> str:
    """The page.

    Raises:
        MatrixError: a rule lacks its law, its code or its test.
    """
    found = rows(root)
    faults = [fault for row in found for fault in row.faults()]
    if faults:
        raise MatrixError("; ".join(faults))
    headings = ("rule", "law", "read", "codes", "contracts", "off-chain", "tests", "not seen")
    cells = (
        (
            f"{row.rule.id} {row.rule.title}",
            row.rule.citation,
            "yes" if row.rule.read else "no",
            ", ".join(f"{one.code} {one.name}" for one in row.reasons),
            codes(file.removeprefix("contracts/token/") for file in row.contracts)
            or "none: off-chain, or an event",
            codes(file.removeprefix("quantera/compliance/") for file in row.modules),
            codes(file.removeprefix("tests/") for file in row.tests),
            row.rule.cannot,
        )
        for row in found
    )
    return "\n".join([HEAD, *table(headings, cells)]) + "\n"
