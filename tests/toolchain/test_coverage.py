"""What the tests reach: the recorder, the page, the check, and the command that runs them."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quantera import artifacts
from quantera.audit import coverage
from quantera.audit.coverage import CoverageError, Measured, Unreached, faults, page, parse
from quantera.audit.reached import Covered, Reached
from quantera.evm import MemoryChain, Reverted, expect_revert
from quantera.evm.reach import FOLDER_VARIABLE
from quantera.toolchain.workspace import ROOT

PROBE = "LedgerProbe"
REASON = "Nothing of the probe's tests is about who owns it."
CALLS = """
from quantera.evm import MemoryChain, expect_revert

def test_a_move():
    chain = MemoryChain()
    ledger = chain.deploy("LedgerProbe", 5, sender=chain.actor("owner"))
    ledger.move(chain.actor("other"), 1, sender=chain.actor("owner"))
    with expect_revert("NotEnough"):
        ledger.move(chain.actor("other"), 9, sender=chain.actor("owner"))
"""


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that chains made from now on write to."""
    folder = tmp_path / "records"
    monkeypatch.setenv(FOLDER_VARIABLE, str(folder))
    return folder


def covered(folder: Path, known: tuple[str, ...] = (PROBE,)) -> Covered:
    reached = Reached([artifacts.load(PROBE)])
    reached.read(folder, known)
    return reached.contracts[PROBE]


def test_nothing_is_kept_unless_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    assert MemoryChain().reach is None


def test_what_returned_and_what_was_refused_is_told_apart(records: Path) -> None:
    chain = MemoryChain()
    owner, other = chain.actors("owner", "other")
    ledger = chain.deploy(PROBE, 5, sender=owner)
    ledger["mint(address)"](other, sender=owner)
    assert ledger.balanceOf(other) == 1
    ledger.simulate.move(other, 1, sender=owner)
    for _ in range(2):
        with expect_revert("NotEnough"):
            ledger.withdraw(9, sender=owner)
    found = covered(records)
    assert found.returned == {"mint(address)", "balanceOf(address)", "move(address,uint256)"}
    assert found.refused == {"withdraw(uint256)"}
    assert found.seen == {"NotEnough(address,uint256,uint256)"}
    assert "OnlyOwner(address)" in found.errors_left
    assert "mint(address,uint256)" in found.functions_left, "an overload is a function of its own"
    (file,) = records.iterdir()
    assert len(file.read_text().splitlines()) == 5, "the ABI once, and each outcome once"


def test_a_plain_list_is_told_by_its_functions_and_a_probe_counts_for_nothing(
    records: Path,
) -> None:
    chain = MemoryChain()
    ledger = chain.deploy(PROBE, 5, sender=chain.actor("owner"))
    chain.at(ledger, artifacts.load(PROBE).abi).total()
    assert covered(records).returned == {"total()"}
    chain.at(ledger, [e for e in artifacts.load(PROBE).abi if e.get("name") == "OWNER"]).OWNER()
    assert covered(records).returned == {"total()"}, "a part of it may be of anything"
    reached = Reached([artifacts.load("TypesProbe")])
    reached.read(records, (PROBE, "TypesProbe"))
    assert not reached.contracts["TypesProbe"].returned


def test_an_error_that_was_passed_on_counts_for_the_only_contract_that_declares_it(
    records: Path,
) -> None:
    chain = MemoryChain()
    ledger = chain.deploy(PROBE, 5, sender=chain.actor("owner"))
    entry = {"type": "function", "name": "withdraw", "stateMutability": "nonpayable"}
    amount = [{"name": "amount", "type": "uint256"}]
    bare = chain.at(ledger, [{**entry, "inputs": amount, "outputs": []}])
    with pytest.raises(Reverted):
        bare.withdraw(9, sender=chain.actor("owner"))
    found = covered(records)
    assert found.seen == {"NotEnough(address,uint256,uint256)"}
    assert not found.refused


def test_a_creation_that_is_refused_counts_for_what_was_to_be_created(records: Path) -> None:
    chain = MemoryChain()
    with expect_revert("ERC1967InvalidImplementation"):
        chain.deploy("ManagedProxy", chain.actor("nobody"), bytes(4))
    reached = Reached([artifacts.load("ManagedProxy")])
    reached.read(records, ())
    assert reached.contracts["ManagedProxy"].seen == {"ERC1967InvalidImplementation(address)"}


def test_a_process_that_is_killed_loses_nothing(records: Path) -> None:
    ending = f"{CALLS}\ntest_a_move()\nimport os\nos._exit(9)\n"
    done = subprocess.run([sys.executable, "-c", ending], cwd=ROOT, check=False)
    assert done.returncode == 9
    assert covered(records).returned == {"move(address,uint256)"}


LEFT = Covered(
    "Bank",
    functions={"take()", "give()", "close()"},
    errors={"0x01": "Empty()", "0x02": "Shut(uint8)"},
    returned={"give()"},
    refused={"take()"},
    seen={"Empty()"},
)
WHOLE = Covered("Other", functions={"a()"}, returned={"a()"})
EXCUSED = [
    Unreached(contracts=("Bank",), functions=("close()", "take()"), reason=REASON),
    Unreached(contracts=("Bank",), errors=("Shut(uint8)",), reason=REASON),
]


def test_the_page_says_what_is_left_and_is_read_back() -> None:
    text = page([LEFT, WHOLE], ("tests/unit",))
    assert "| `Bank` | 1 of 3 | 1 | 1 of 2 |" in text
    assert "- function `take()`: only refused" in text
    assert "- function `close()`: never called" in text
    assert "## `Other`" not in text
    assert parse(text) == {
        "Bank": Measured(3, 2, ["close()", "take()"], ["Shut(uint8)"]),
        "Other": Measured(1, 0),
    }


def test_every_gap_needs_a_reason_and_every_reason_a_gap() -> None:
    measured = parse(page([LEFT, WHOLE], ()))
    assert list(faults(measured, [LEFT, WHOLE], EXCUSED)) == []
    (gap,) = faults(measured, [LEFT, WHOLE], EXCUSED[:1])
    assert gap.startswith("Bank: no test reaches the error Shut(uint8)")
    wrong = Unreached(contracts=("Bank",), functions=("give()",), reason=REASON)
    (excess,) = faults(measured, [LEFT, WHOLE], [*EXCUSED, wrong])
    assert excess.endswith("excuses the function give() of Bank, which needs no excuse")


def test_a_contract_that_changed_must_be_measured_again() -> None:
    measured = parse(page([LEFT, WHOLE], ()))
    more = Covered("Other", functions={"a()", "b()"})
    for declared in ([LEFT, more], [LEFT], [LEFT, WHOLE, Covered("New")]):
        (told,) = faults(measured, declared, EXCUSED)
        assert "run the tests again with --run" in told


def test_a_triage_without_reason_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "triage.yaml"
    file.write_text("- {contracts: [Bank], errors: [Empty()]}\n")
    with pytest.raises(CoverageError, match="reason"):
        coverage.load_triage(file)


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The command with its files in a folder, and with the probe for the only contract."""
    monkeypatch.setattr(coverage, "PAGE", tmp_path / "coverage.md")
    monkeypatch.setattr(coverage, "TRIAGE", tmp_path / "coverage-triage.yaml")
    monkeypatch.setattr(coverage, "RECORDS", tmp_path / "reach")
    monkeypatch.setattr(coverage, "deployable", lambda _tree: [artifacts.load(PROBE)])
    (tmp_path / "coverage-triage.yaml").write_text("[]\n")
    (tmp_path / "test_calls.py").write_text(CALLS)
    return tmp_path


def ask(*arguments: str | Path) -> Result:
    return CliRunner().invoke(coverage.main, [str(argument) for argument in arguments])


def test_the_command_measures_and_checks(command: Path) -> None:
    assert "write it with --run" in ask("--check").output
    done = ask("--run", command / "test_calls.py", "--deselect", "nothing")
    assert done.exit_code == 1
    assert "LedgerProbe: no test reaches the error OnlyOwner(address)" in done.output
    text = (command / "coverage.md").read_text()
    said = parse(text)[PROBE]
    assert "move(address,uint256)" not in said.functions_left
    assert "mint(address)" in said.functions_left
    lines = [f"- contracts: [{PROBE}]", f"  reason: {REASON}", "  functions:"]
    lines += [f"    - {name}" for name in said.functions_left]
    lines += ["  errors:", *(f"    - {name}" for name in said.errors_left)]
    (command / "coverage-triage.yaml").write_text("\n".join(lines) + "\n")
    checked = ask("--check")
    assert (checked.exit_code, checked.output) == (0, "")


def test_tests_that_fail_measure_nothing(command: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage, "WORKERS", 0)
    (command / "test_calls.py").write_text(f"{CALLS}    assert False\n")
    done = ask("--run", command / "test_calls.py")
    assert done.exit_code == 1
    assert "tests failed" in done.output
    assert not (command / "coverage.md").exists()
