"""`ape run deploy …` from the request to verification."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from quantera.evm import actor_named
from quantera.release import Plan, Planner, campaign_command, command, publication, urls
from quantera.release.ape_account import ApeSigner
from quantera.release.errors import NodeError, PlanError, ReleaseError
from quantera.release.upgrade import Upgrade
from quantera.toolchain import compiler_input
from scripts.deploy import cli
from tests.integration.release.chains import LocalNode, Sources, few
from tests.unit.release.requests import content

ALIAS = "TEST::0"


@pytest.fixture
def folder(node: LocalNode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    deployer = ApeSigner(ALIAS).address
    node.fund(deployer)
    request = content(
        profile="local",
        founder=deployer,
        deployer=deployer,
        chains={"ethereum": {"rpc": node.url, "finality": {"depth": 0}}},
    )
    (tmp_path / "release.yaml").write_text(yaml.safe_dump(request))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command, "Planner", partial(Planner, blueprint=few()))
    monkeypatch.setattr(command, "DEPLOYMENTS", tmp_path / "deployments")
    monkeypatch.setattr(compiler_input, "hash_of", lambda _name: "0" * 64)
    yield tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments), env={"COLUMNS": "250"})


def test_from_request_to_verification(node: LocalNode, folder: Path) -> None:
    releases = ("--folder", str(folder / "releases"))
    planned = run("plan", "--founder", ALIAS)
    assert planned.exit_code == 0, planned.output
    assert "release-plan.json: plan" in planned.output
    simulated = run("simulate")
    assert simulated.exit_code == 0, simulated.output
    assert run("status", *releases).output.count("not begun") == 1
    early = run("resume", "--account", ALIAS, *releases)
    assert "begin it with apply" in early.output
    applied = run("apply", "--account", ALIAS, *releases)
    assert applied.exit_code == 0, applied.output
    assert "ethereum: activate" in applied.output
    assert "quantera-1 is active on 1 chains" in applied.output
    again = run("apply", "--account", ALIAS, *releases)
    assert again.exit_code == 1
    assert "go on with it by resume" in again.output
    assert run("resume", "--account", ALIAS, *releases).exit_code == 0
    assert "active" in run("status", *releases).output
    assert run("verify").exit_code == 0
    back = run("rollback", "--account", ALIAS, *releases)
    assert "ethereum is active" in back.output
    assert len(list((folder / "deployments" / "local-ethereum").glob("*.json"))) == 4
    _tamper(node, folder)
    drifted = run("verify")
    assert drifted.exit_code == 1
    assert "code of DualControl" in drifted.output


def _tamper(node: LocalNode, folder: Path) -> None:
    plan: dict[str, Any] = yaml.safe_load((folder / "release-plan.json").read_text())
    node.rpc("anvil_setCode", plan["addresses"]["DualControl"], "0x00")


def test_handover_from_the_command_line(node: LocalNode, folder: Path) -> None:
    """The deployer is the administrator here, and goes."""
    releases = ("--folder", str(folder / "releases"))
    deployer, successor = ApeSigner(ALIAS).address, str(actor_named("safe"))
    request = yaml.safe_load((folder / "release.yaml").read_text())
    request["roles"] = {"ADMIN": [deployer], "GUARDIAN": [str(actor_named("guardian"))]}
    (folder / "release.yaml").write_text(yaml.safe_dump(request))
    assert run("plan", "--founder", ALIAS).exit_code == 0
    assert run("apply", "--account", ALIAS, *releases).exit_code == 0
    leaving = ("handover", "plan", "--holder", deployer, "--to", successor)
    assert "no code at" in run(*leaving).output
    assert "no address" in run(*leaving[:-1], successor.lower()).output
    planned = run(*leaving, "--externally-owned")
    assert planned.exit_code == 0, planned.output
    assert "grantRole" in planned.output
    assert "begin it with apply" in run("handover", "resume", "--account", ALIAS, *releases).output
    done = run("handover", "apply", "--account", ALIAS, *releases)
    assert done.exit_code == 0, done.output
    assert f"{deployer} holds nothing" in done.output
    assert "by resume" in run("handover", "apply", "--account", ALIAS, *releases).output
    assert "leave, done" in run("handover", "status", *releases).output
    assert run("verify").exit_code == 1
    assert run("verify", "--plan", "release-plan-handed-over.json").exit_code == 0


def test_an_upgrade_from_the_command_line(
    folder: Path, sources: Sources, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Proposed for a Safe and for a key, carried out by the key."""
    monkeypatch.setattr(campaign_command, "layout_faults", lambda _plan, _contract: [])
    monkeypatch.setattr(campaign_command, "Upgrade", partial(Upgrade, blueprint=few()))
    releases = ("--folder", str(folder / "releases"))
    deployer = ApeSigner(ALIAS).address
    request = yaml.safe_load((folder / "release.yaml").read_text())
    guardian = str(actor_named("guardian"))
    request["roles"] = {"ADMIN": [guardian], "GUARDIAN": [guardian], "UPGRADER": [deployer]}
    (folder / "release.yaml").write_text(yaml.safe_dump(request))
    assert run("plan", "--founder", ALIAS).exit_code == 0
    assert run("apply", "--account", ALIAS, *releases).exit_code == 0
    sources.changed = True
    contract = ("--contract", "DynamicFeeStructure")
    proposing = ("propose-upgrade", *contract, "--proposer", deployer)
    proposed = run(*proposing)
    assert proposed.exit_code == 0, proposed.output
    assert "Transaction Builder" in proposed.output
    assert "no hexadecimal" in run(*proposing, "--call", "0xz").output
    assert "not UPGRADER" in run("propose-upgrade", *contract, "--proposer", guardian).output
    assert "not upgraded" in run("upgrade", "note").output
    done = run("upgrade", "apply", "--account", ALIAS, *releases)
    assert done.exit_code == 0, done.output
    assert run("upgrade", "note").exit_code == 0
    assert run("verify").exit_code == 1
    assert run("verify", "--plan", "release-plan-upgraded.json").exit_code == 0


def test_sources_from_the_command_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Checked and written; a local chain has no explorer, and what differs is not sent."""
    assert run("plan", "--founder", ALIAS).exit_code == 0
    checked: list[str] = []
    monkeypatch.setattr(publication, "_input", lambda name: {"contract": name})
    monkeypatch.setattr(command, "require_same", lambda _p, _c, one: checked.append(one.entry))
    written = run("publish", "--dry-run")
    assert written.exit_code == 0, written.output
    found = {file.stem for file in (folder / "release-sources" / "ethereum").glob("*.json")}
    assert found == set(checked)
    assert "DynamicFeeStructure.implementation" in found
    assert "local chain" in run("publish").output

    def differs(*_: object) -> None:
        raise PlanError("what is sent for DualControl compiles to other code")

    monkeypatch.setattr(command, "require_same", differs)
    assert "other code" in run("publish", "--dry-run").output


def test_publishing_asks_every_explorer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that refuses ends nothing, and the exit status tells."""
    assert run("plan", "--founder", ALIAS).exit_code == 0
    plan = Plan.load(folder / "release-plan.json")
    chain = plan.chains[0].model_copy(update={"local": False})
    plan.model_copy(update={"chains": (chain,)}).write(folder / "release-plan.json")
    monkeypatch.setattr(publication, "_input", lambda name: {"contract": name})
    monkeypatch.setattr(command, "require_same", lambda *_: None)

    class Stubborn:
        """Refuses one contract."""

        name = "Stubborn"

        def publish(self, submission: publication.Submission) -> str:
            if submission.entry == "DualControl":
                raise NodeError("Stubborn: DualControl: differs")
            return "verified"

    monkeypatch.setattr(command, "explorers_of", lambda _chain: [Stubborn()])
    done = run("publish")
    assert done.exit_code == 1
    assert "DualControl: differs" in done.output
    assert done.output.count("verified") == len(plan.addresses) - 1


def test_rollback_from_the_command_line(folder: Path) -> None:
    releases = ("--folder", str(folder / "releases"))
    assert run("plan", "--founder", ALIAS).exit_code == 0
    back = run("rollback", "--account", ALIAS, *releases)
    assert back.exit_code == 0, back.output
    assert "quantera-1 is abandoned" in back.output
    assert "abandoned" in run("status", *releases).output
    assert "was abandoned" in run("resume", "--account", ALIAS, *releases).output


def test_what_is_wrong_is_said_in_a_sentence(folder: Path) -> None:
    assert "not the founder" in run("plan", "--founder", "TEST::1").output
    assert "the founder must sign 0x" in run("plan").output
    assert "account nobody" in run("plan", "--founder", "nobody").output
    (folder / "release.yaml").write_text("name: [")
    assert run("plan").exit_code == 1


def test_where_nodes_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment comes before the request, and the message names the variable."""
    monkeypatch.setenv("QUANTERA_RPC_ARBITRUM_SEPOLIA", "https://one")
    assert urls.url_of("arbitrum-sepolia", "http://127.0.0.1:1") == "https://one"
    assert urls.url_of("polygon", "http://127.0.0.1:1") == "http://127.0.0.1:1"
    with pytest.raises(ReleaseError, match="set QUANTERA_RPC_POLYGON"):
        urls.url_of("polygon", "")
