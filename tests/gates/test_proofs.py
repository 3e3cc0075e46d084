"""A proof fails on a broken library, and none counts that another compiler made."""

from pathlib import Path

import pytest

from quantera.audit.prove import OUT, compiled_by, expected
from quantera.toolchain import compiler, halmos
from quantera.toolchain.workspace import ROOT
from tests.gates.tree import Tree

LINE = "contracts/fees/FeeLine.sol"
ACCOUNT = "contracts/fees/FeeAccount.sol"
STATE = "contracts/fees/FeeState.sol"
ASSET = "contracts/settlement/storage/AssetWord.sol"
DAY = "contracts/settlement/storage/DayCounter.sol"
JURISDICTION = "contracts/settlement/storage/JurisdictionCounter.sol"
POOL = "contracts/liquidity/fees/PoolFeeState.sol"
INTERFACE = "contracts/interfaces/IDynamicFeeStructureAccounts.sol"

FAULTS = {
    "FeeLineProof.check_epoch": (LINE, "& ~(EPOCH_MASK << EPOCH_SHIFT)", "& ~EPOCH_MASK"),
    "FeeStateProof.check_epoch": (STATE, "(epoch(state) + 1) & EPOCH_MASK", "epoch(state) + 1"),
    "FeeAccountProof.check_plus": (ACCOUNT, "(value < room ? value : room)", "value"),
    "AssetWordProof.check_day": (ASSET, "type(uint16).max) << DAY", "type(uint8).max) << DAY"),
    "AssetWordProof.check_suspended_is_never_active": (ASSET, "(LISTED | SUSPENDED)", "LISTED"),
    "CountersProof.check_day": (DAY, "uint32(DayCounter", "uint40(DayCounter"),
    "CountersProof.check_jurisdiction": (JURISDICTION, "movements << 192", "movements << 191"),
    "PoolFeeStateProof.check_moved": (POOL, "sar(243", "shr(243"),
}


@pytest.fixture
def proving(project: Tree) -> Tree:
    """A tree with the proofs and what they are about."""
    project.copy("tests/proofs", LINE, ACCOUNT, STATE, ASSET, DAY, JURISDICTION, POOL, INTERFACE)
    return project


def test_each_proof_fails_on_a_library_with_its_fault(proving: Tree) -> None:
    for fault in FAULTS.values():
        proving.change(*fault)
    answer = proving.ask("proofs")
    assert answer.status == 1, answer.said
    for name in FAULTS:
        assert f"proofs: {name} does not hold for every input" in answer.said
    assert "FeeLineProof.check_price" not in answer.said
    pinned = compiler.settings()
    assert compiled_by(proving.root) == {(pinned.version, pinned.evm_version)}


def test_a_proof_of_code_for_another_target_does_not_count(proving: Tree) -> None:
    for file in (proving.root / "tests/proofs").glob("*.sol"):
        if file.stem != "FeeLineProof":
            file.unlink()
    proving.change("foundry.toml", 'evm_version = "cancun"', 'evm_version = "shanghai"')
    answer = proving.ask("proofs")
    assert answer.status == 2, answer.said
    assert "shanghai" in answer.said
    assert "not by the pinned compiler" in answer.said


def test_a_tree_without_proofs_is_not_proved(project: Tree) -> None:
    assert project.run("proofs").status == 2


def test_every_proof_has_a_name_of_its_own() -> None:
    names = expected(ROOT)
    assert set(FAULTS) <= names
    assert len({name.split(".")[0] for name in names}) == len(list(ROOT.glob("tests/proofs/*.sol")))
    assert OUT.parts[0] == ".quantera"


def test_what_cannot_be_installed_leaves_nothing(tmp_path: Path) -> None:
    lock = tmp_path / "halmos.lock"
    lock.write_text(f"halmos==0.3.3 --hash=sha256:{'0' * 64}\n")
    with pytest.raises(halmos.ToolError, match="installing halmos"):
        halmos.ensure(tmp_path / "halmos", lock)
    assert not (tmp_path / "halmos").exists()
