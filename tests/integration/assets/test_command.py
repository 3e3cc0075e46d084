"""`ape run asset …` from the request to the registry."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from quantera.access import Role
from quantera.release import Plan
from quantera.release.ape_account import ApeSigner
from scripts.asset import cli
from tests.integration.release.chains import LocalNode, ledger, planned, release, started
from tests.unit.assets.requests import ASSET, content

ALIAS = "TEST::0"
CHAINS = ("ethereum", "polygon")


@pytest.fixture(scope="module")
def released(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[dict[str, LocalNode], Plan]]:
    """Two chains on which one of Ape's test accounts holds every role."""
    sender = ApeSigner(ALIAS).address
    with started(CHAINS) as nodes:
        roles = {role.name: [sender] for role in Role}
        plan = planned(nodes, blueprint=ledger(), profile="local", roles=roles)
        release(plan, nodes, tmp_path_factory.mktemp("journal")).apply()
        for local in nodes.values():
            local.fund(sender)
        yield nodes, plan


@pytest.fixture
def desk(
    released: tuple[dict[str, LocalNode], Plan], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Path, dict[str, LocalNode]]]:
    """A folder with the release's plan and a request."""
    monkeypatch.chdir(tmp_path)
    nodes, plan = released
    saved = {name: local.rpc("evm_snapshot") for name, local in nodes.items()}
    plan.write(tmp_path / "release-plan.json")
    (tmp_path / "asset.yaml").write_text(yaml.safe_dump(content()))
    yield tmp_path, nodes
    for name, local in nodes.items():
        local.rpc("evm_revert", saved[name])


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments), env={"COLUMNS": "250"})


def test_from_request_to_registry(desk: tuple[Path, dict[str, LocalNode]]) -> None:
    """One chain first, and another later; what stands is shown, compared and not issued twice."""
    folder, nodes = desk
    releases = ("--folder", str(folder / "releases"))
    sender = ("--sender", ApeSigner(ALIAS).address)
    assert "no asset" in run("add-chain", "--chains", "polygon", *sender, *releases).output
    created = run("create", "--chains", "ethereum", *sender, *releases)
    assert created.exit_code == 0, created.output
    assert "Transaction Builder" in created.output
    assert run("verify").exit_code == 1
    assert "not issued" in run("record").output
    assert "begin it with apply" in run("resume", "--account", ALIAS, *releases).output
    applied = run("apply", "--account", ALIAS, *releases)
    assert applied.exit_code == 0, applied.output
    assert "is registered on 1 chains" in applied.output
    assert run("resume", "--account", ALIAS, *releases).exit_code == 0
    assert "too late" in run("rollback", "--account", ALIAS, *releases).output
    assert "as issued" in run("verify").output
    assert run("record").exit_code == 0
    again = run("create", "--chains", "ethereum", *sender, *releases)
    assert "has code already" in again.output
    assert "stands on ethereum" in run("add-chain", "--chains", "ethereum", *sender).output
    added = run("add-chain", "--chains", "polygon", *sender, *releases)
    assert added.exit_code == 0, added.output
    assert run("apply", "--account", ALIAS, *releases).exit_code == 0
    shown = run("show", str(ASSET))
    assert shown.exit_code == 0
    assert shown.output.count("0x") == 2
    assert "137" in shown.output
    changed = {**content(), "policy": {**content()["policy"], "symbol": "OTHER"}}
    (folder / "asset.yaml").write_text(yaml.safe_dump(changed))
    assert "stands on" in run("add-chain", "--chains", "polygon", *sender).output
    nodes["polygon"].rpc("anvil_setCode", token(shown), "0x00")
    assert run("verify").exit_code == 1


def token(shown: Result) -> str:
    """The asset's address in a table."""
    return next(word for word in shown.output.split() if word.startswith("0x"))


def test_rolled_back_before_its_admission(desk: tuple[Path, dict[str, LocalNode]]) -> None:
    folder, nodes = desk
    releases = ("--folder", str(folder / "releases"))
    sender = ApeSigner(ALIAS).address
    both = ("--chains", "ethereum, polygon", "--sender", sender)
    assert run("create", *both, *releases).exit_code == 0
    nodes["polygon"].rpc("anvil_setBalance", sender, hex(10**9))
    assert "balance is too low" in run("apply", "--account", ALIAS, *releases).output
    nodes["polygon"].fund(sender)
    back = run("rollback", "--account", ALIAS, *releases)
    assert back.exit_code == 0, back.output
    assert "was undone" in run("resume", "--account", ALIAS, *releases).output
    assert "no asset" in run("show", str(ASSET)).output


def test_what_is_wrong_is_said_in_a_sentence(desk: tuple[Path, dict[str, LocalNode]]) -> None:
    folder, _ = desk
    both = ("--chains", "ethereum,polygon", "--sender", ApeSigner("TEST::1").address)
    assert "is not ADMIN" in run("create", *both).output
    assert "no address" in run("create", *both[:3], both[3].lower()).output
    assert "none is named" in run("create", "--chains", " ,", *both[2:]).output
    assert "no chain nowhere" in run("create", "--chains", "nowhere", *both[2:]).output
    (folder / "asset.yaml").write_text(yaml.safe_dump({**content(), "jurisdictions": ["US"]}))
    assert "US: the asset is offered there" in run("create", *both).output
    (folder / "asset.yaml").write_text("policy: [")
    assert run("create", *both).exit_code == 1
