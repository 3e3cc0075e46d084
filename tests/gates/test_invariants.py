"""An invariant's id in the contract, in the catalogue and in the tests: none without the others."""

import pytest

from quantera.audit.invariants import collect
from tests.gates.tree import Tree

CONTRACT = """/// @custom:invariant XYZ-01 balances add up
/// @custom:invariant XYZ-02 nobody is paid twice
contract Ledger { }
"""
TOOL = '''"""A machine.

Invariant XYZ-03: it does what a chain does.
"""
'''
CATALOGUE = """# Invariants

| id | invariant | enforced by |
|---|---|---|
| XYZ-01 | Balances add up. | `_shift` |
| XYZ-02 | Nobody is paid twice. | a bitmap |
| XYZ-03 | It does what a chain does. | comparison |
"""
TESTS = '''"""XYZ-03, and rule US-01, which is no invariant."""


def test_xyz_01_balances_add_up():
    pass


class Machine:
    def xyz_02_nobody_is_paid_twice(self):
        pass
'''


@pytest.fixture
def stated(tree: Tree) -> Tree:
    tree.solidity("contracts/Ledger.sol", CONTRACT)
    tree.write("quantera/machine.py", TOOL)
    tree.write("audits/invariants.md", CATALOGUE)
    tree.write("tests/test_ledger.py", TESTS)
    tree.write("audits/invariant-tests.md", collect(tree.root).table())
    return tree


def test_what_stands_in_all_places_passes(stated: Tree) -> None:
    assert stated.run("invariants").said == "invariants: nothing found\n"
    table = (stated.root / "audits/invariant-tests.md").read_text()
    assert "| XYZ-03 | `quantera/machine.py` | `tests/test_ledger.py` |" in table


@pytest.mark.parametrize(
    ("file", "before", "after", "words"),
    [
        ("contracts/Ledger.sol", "XYZ-02", "XYZ-04", "XYZ-04 is stated"),
        ("contracts/Ledger.sol", "XYZ-02", "XYZ-04", "XYZ-02 has a row|no NatSpec states it"),
        ("contracts/Ledger.sol", "XYZ-02", "XYZ-03", "XYZ-03 is stated more than once"),
        ("quantera/machine.py", "XYZ-03", "XYZ", "XYZ-03 has a row|no NatSpec states it"),
        ("audits/invariants.md", "| XYZ-01 ", "| ", "XYZ-01 is stated|has no row"),
        ("audits/invariants.md", "| XYZ-02 ", "| XYZ-01 ", "XYZ-01 has 2 rows"),
        ("tests/test_ledger.py", "xyz_02_", "", "XYZ-02 has a row|no test names it"),
        ("tests/test_ledger.py", "US-01", "XYZ-09", "XYZ-09 is named in tests/test_ledger.py"),
        ("audits/invariant-tests.md", "XYZ-01", "XYZ-11", "out of date"),
    ],
)
def test_what_lacks_somewhere_is_found(
    stated: Tree, file: str, before: str, after: str, words: str
) -> None:
    stated.change(file, before, after)
    stated.finds("invariants", *words.split("|"))
