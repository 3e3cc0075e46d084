import pytest

from quantera.audit.slither import Finding
from quantera.audit.triage import Accepted, unexplained
from tests.gates.tree import Tree

SAFE = """contract Bank {
    mapping(address account => uint256 amount) private _balances;

    function put() external payable {
        _balances[msg.sender] += msg.value;
    }

    function take() external {
        uint256 amount = _balances[msg.sender];
        _balances[msg.sender] = 0;
        (bool sent,) = msg.sender.call{ value: amount }("");
        require(sent);
    }
}
"""
EFFECT = "        _balances[msg.sender] = 0;\n"
CALL = """        (bool sent,) = msg.sender.call{ value: amount }("");
        require(sent);
"""
ENTRY = """- check: reentrancy-eth
  where: Bank.take()
  reason: Planted by a test, which wants to see that a reason is enough.
"""


@pytest.fixture
def bank(project: Tree) -> Tree:
    project.copy("slither.config.json")
    project.write("audits/slither-triage.yaml", "[]\n")
    project.solidity("contracts/Bank.sol", SAFE)
    return project


def make_reentrant(bank: Tree) -> None:
    bank.change("contracts/Bank.sol", EFFECT + CALL, CALL + EFFECT)


def test_reentrancy_is_found_until_it_is_explained_and_its_entry_until_it_is_gone(
    bank: Tree,
) -> None:
    bank.passes("slither")

    make_reentrant(bank)
    bank.finds("slither", "contracts/Bank.sol:11", "reentrancy-eth (high)", "Bank.take()")

    bank.write("audits/slither-triage.yaml", ENTRY)
    bank.passes("slither")

    bank.change("contracts/Bank.sol", CALL + EFFECT, EFFECT + CALL)
    bank.finds("slither", "audits/slither-triage.yaml", "reentrancy-eth in Bank.take()", "0 now")


def test_an_entry_explains_no_other_place(bank: Tree) -> None:
    make_reentrant(bank)
    bank.write("audits/slither-triage.yaml", ENTRY.replace("take()", "leave()"))
    bank.finds("slither", "reentrancy-eth (high)", "Bank.take()")


def test_an_entry_explains_as_many_findings_as_it_says() -> None:
    found = Finding("unused-return", "Medium", "Bank.take()", "contracts/Bank.sol:11", "ignored")
    reason = "The returned value is the same constant in every implementation."
    once = Accepted(check="unused-return", where="Bank.take()", reason=reason)
    twice = once.model_copy(update={"count": 2})

    assert list(unexplained([found], [once])) == []
    assert list(unexplained([found, found], [twice])) == []
    assert len(list(unexplained([found, found], [once]))) == 2

    both = once.model_copy(update={"where": ("Bank.take()", "Bank.put()")})
    (gone,) = unexplained([found], [both])
    assert "accepts 1 unused-return in Bank.put(), but there are 0 now" in gone

    (stale,) = unexplained([found], [twice])
    assert "accepts 2 unused-return in Bank.take(), but there are 1 now" in stale


def test_a_comment_in_the_source_silences_nothing(bank: Tree) -> None:
    make_reentrant(bank)
    bank.change(
        "contracts/Bank.sol",
        "    function take()",
        "    // slither-disable-next-line reentrancy-eth\n    function take()",
    )
    bank.finds("slither", "reentrancy-eth (high)", "Bank.take()")


def test_contracts_for_tests_are_left_out(bank: Tree) -> None:
    bank.write("contracts/testing/HostileBank.sol", (bank.root / "contracts/Bank.sol").read_text())
    bank.change("contracts/testing/HostileBank.sol", "contract Bank", "contract HostileBank")
    bank.change("contracts/testing/HostileBank.sol", EFFECT + CALL, CALL + EFFECT)
    bank.passes("slither")


def test_an_entry_without_a_reason_is_refused(bank: Tree) -> None:
    bank.write("audits/slither-triage.yaml", "- {check: reentrancy-eth, where: Bank.take()}\n")
    answer = bank.ask("slither")
    assert answer.status == 2
    assert "reason" in answer.said


def test_contracts_that_do_not_compile_are_no_clean_bill(bank: Tree) -> None:
    bank.change("contracts/Bank.sol", "require(sent);", "require(sent)")
    answer = bank.run("slither")
    assert answer.status == 2
    assert "Expected ';'" in answer.said
