"""`ape run deploy plan|simulate|apply|resume|verify|status|rollback`: releases on many chains."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import click
from rich.console import Console

from quantera.release import ReleaseError
from quantera.release.campaign import Campaign
from quantera.release.campaign_command import (
    HandoverCommand,
    LaneFiles,
    LanesCommand,
    UpgradeCommand,
)
from quantera.release.command import RELEASES, Command

Parameters = ParamSpec("Parameters")


def _file(option: str, name: str, default: str, text: str) -> Callable[..., Callable[..., None]]:
    kind = click.Path(exists=True, dir_okay=False, path_type=Path)
    return click.option(
        option, name, type=kind, default=Path(default), show_default=True, help=text
    )


def _folder_for(option: str, default: str, text: str) -> Callable[..., Callable[..., None]]:
    kind = click.Path(file_okay=False, path_type=Path)
    return click.option(option, type=kind, default=Path(default), show_default=True, help=text)


def _out(default: str) -> Callable[..., Callable[..., None]]:
    kind = click.Path(dir_okay=False, path_type=Path)
    return click.option("--out", type=kind, default=Path(default), show_default=True)


_plan = _file("--plan", "plan_file", "release-plan.json", "The reviewed plan.")
_handover = _file("--handover", "handover_file", "handover.json", "The reviewed handover.")
_upgrade = _file("--upgrade", "upgrade_file", "upgrade.json", "The reviewed upgrade.")
_account = click.option(
    "--account", required=True, help="The deployer: an alias of `ape accounts list`."
)
_folder = click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=RELEASES,
    show_default=False,
    help="Where journals and locks are kept  [default: deployments/releases]",
)


def _command(folder: Path = RELEASES) -> Command:
    return Command(Console(), folder)


def _sentence(function: Callable[Parameters, int]) -> Callable[Parameters, None]:
    """Turns an expected failure into one sentence, and a result into the exit code."""

    @wraps(function)
    def run(*args: Parameters.args, **kwargs: Parameters.kwargs) -> None:
        try:
            code = function(*args, **kwargs)
        except ReleaseError as error:
            raise click.ClickException(str(error)) from error
        sys.exit(code)

    return run


@click.group(short_help="Release the contracts on many chains")
def cli() -> None:
    """Plan, simulate, carry out, verify and take back a release; see docs/release.md."""


@cli.command()
@_file(
    "--request", "request_file", "release.yaml", "What people decided: chains, roles, parameters."
)
@_out("release-plan.json")
@click.option("--founder", help="Alias of the founder's account, where it is at hand to sign.")
@_sentence
def plan(request_file: Path, out: Path, founder: str | None) -> int:
    """Rehearse a release, look at every chain, show what will be sent, and write it to a file."""
    return _command().plan(request_file, out, founder)


@cli.command()
@_plan
@_sentence
def simulate(plan_file: Path) -> int:
    """Carry the plan out on forks of its chains."""
    return _command().simulate(plan_file)


@cli.command()
@_plan
@_account
@_folder
@_sentence
def apply(plan_file: Path, account: str, folder: Path) -> int:
    """Carry the plan out: deploy on every chain, verify, and only then activate."""
    return _command(folder).apply(plan_file, account, resumes=False, adopt=False)


@cli.command()
@_plan
@_account
@_folder
@click.option(
    "--adopt", is_flag=True, help="Take up what stands there although its journal is lost."
)
@_sentence
def resume(plan_file: Path, account: str, folder: Path, adopt: bool) -> int:
    """Go on with a plan where an earlier run ended, however it ended."""
    return _command(folder).apply(plan_file, account, resumes=True, adopt=adopt)


@cli.command()
@_plan
@_sentence
def verify(plan_file: Path) -> int:
    """Compare code, storage, roles and wiring with the plan; exit status 1 on drift."""
    return _command().verify(plan_file)


@cli.command()
@_plan
@_folder_for("--out", "release-sources", "Folder for what explorers are sent.")
@click.option("--dry-run", is_flag=True, help="Check and write, and send nothing.")
@_sentence
def publish(plan_file: Path, out: Path, dry_run: bool) -> int:
    """Have the sources verified by explorers, once they compile to what was sent."""
    return _command().publish(plan_file, out, sends=not dry_run)


@cli.command()
@_plan
@_folder
@_sentence
def status(plan_file: Path, folder: Path) -> int:
    """Say how far a plan has got."""
    return _command(folder).status(plan_file)


@cli.command()
@_plan
@_account
@_folder
@_sentence
def rollback(plan_file: Path, account: str, folder: Path) -> int:
    """Take a plan back before its activation: closed, without roles, on every chain."""
    return _command(folder).rollback(plan_file, account)


_old_account = click.option(
    "--account", required=True, help="Who leaves: an alias of `ape accounts list`."
)


@cli.group()
def handover() -> None:
    """Give everything that an account may do to a Safe, and leave the account without it."""


@handover.command("plan")
@_plan
@click.option("--holder", required=True, help="Address of the account that leaves.")
@click.option("--to", "target", required=True, help="Address of who takes over.")
@click.option(
    "--externally-owned", is_flag=True, help="Whoever takes over may be a key without code."
)
@_out("handover.json")
@_sentence
def plan_handover(
    plan_file: Path, holder: str, target: str, externally_owned: bool, out: Path
) -> int:
    """Read who holds what, simulate the handover on forks, and write it to a file."""
    command = HandoverCommand(Console(), RELEASES)
    return command.plan(plan_file, out, holder, target, externally_owned=externally_owned)


@handover.command("apply")
@_plan
@_handover
@_old_account
@_folder
@_sentence
def apply_handover(plan_file: Path, handover_file: Path, account: str, folder: Path) -> int:
    """Give on every chain, and only then leave; the role matrix is read again at the end."""
    command = HandoverCommand(Console(), folder)
    return command.carry_out(plan_file, handover_file, account, resumes=False)


@handover.command("resume")
@_plan
@_handover
@_old_account
@_folder
@_sentence
def resume_handover(plan_file: Path, handover_file: Path, account: str, folder: Path) -> int:
    """Go on with a handover, after a delay or where it was interrupted."""
    command = HandoverCommand(Console(), folder)
    return command.carry_out(plan_file, handover_file, account, resumes=True)


@handover.command("status")
@_handover
@_folder
@_sentence
def status_of_handover(handover_file: Path, folder: Path) -> int:
    """Say how far a handover has got."""
    HandoverCommand(Console(), folder).status(Campaign.load(handover_file))
    return 0


@cli.command("propose-upgrade")
@_plan
@click.option("--contract", required=True, help="Which one, by its name in release.yaml.")
@click.option("--proposer", required=True, help="Address of a member of UPGRADER.")
@click.option("--call", default="0x", help="Call data that the proxy is sent with the upgrade.")
@_out("upgrade.json")
@_folder_for("--safe", "upgrade-safe", "Folder for the Safe's files.")
@_sentence
def propose_upgrade(
    *, plan_file: Path, contract: str, proposer: str, call: str, out: Path, safe: Path
) -> int:
    """Compare storage layouts, simulate on forks through the delay, and write proposals."""
    command = UpgradeCommand(Console(), RELEASES)
    return command.propose(plan_file, out, safe, entry=contract, proposer=proposer, call=call)


@cli.group()
def upgrade() -> None:
    """Carry out a proposed upgrade by a key, or take note of one that a Safe carried out."""


@upgrade.command("apply")
@_plan
@_upgrade
@_account
@_folder
@_sentence
def apply_upgrade(plan_file: Path, upgrade_file: Path, account: str, folder: Path) -> int:
    """Create what is new, propose, and upgrade when the delay is over."""
    command = UpgradeCommand(Console(), folder)
    return command.carry_out(plan_file, upgrade_file, account, resumes=False)


@upgrade.command("resume")
@_plan
@_upgrade
@_account
@_folder
@_sentence
def resume_upgrade(plan_file: Path, upgrade_file: Path, account: str, folder: Path) -> int:
    """Go on with an upgrade, after its delay or where it was interrupted."""
    command = UpgradeCommand(Console(), folder)
    return command.carry_out(plan_file, upgrade_file, account, resumes=True)


@upgrade.command("note")
@_plan
@_upgrade
@_sentence
def note_upgrade(plan_file: Path, upgrade_file: Path) -> int:
    """Write the plan to verify with, once a Safe has carried the upgrade out on every chain."""
    return UpgradeCommand(Console(), RELEASES).succeed(plan_file, upgrade_file)


_lanes = _file("--lanes", "lanes_file", "lanes.json", "The reviewed lanes.")


@cli.group()
def lanes() -> None:
    """Open the bridge's lanes from chains of a release to chains that were added later."""


@lanes.command("propose")
@_plan
@_file("--added", "added_file", "release-plan-added.json", "The plan of the added chains.")
@_file("--request", "request_file", "release.yaml", "The request for the added chains.")
@click.option("--proposer", required=True, help="Address of a member of BRIDGE_ADMIN.")
@_out("lanes.json")
@_folder_for("--safe", "lanes-safe", "Folder for the Safe's files.")
@_sentence
def propose_lanes(
    *, plan_file: Path, added_file: Path, request_file: Path, proposer: str, out: Path, safe: Path
) -> int:
    """Simulate the old chains' ends on forks through the delay, and write proposals."""
    files = LaneFiles(plan_file, added_file, request_file, out, safe)
    return LanesCommand(Console(), RELEASES).propose(files, proposer)


@lanes.command("apply")
@_lanes
@_account
@_folder
@_sentence
def apply_lanes(lanes_file: Path, account: str, folder: Path) -> int:
    """Propose the lanes by a key, and open them when the delay is over."""
    return LanesCommand(Console(), folder).carry_out(lanes_file, account, resumes=False)


@lanes.command("resume")
@_lanes
@_account
@_folder
@_sentence
def resume_lanes(lanes_file: Path, account: str, folder: Path) -> int:
    """Go on with lanes, after their delay or where it was interrupted."""
    return LanesCommand(Console(), folder).carry_out(lanes_file, account, resumes=True)


@lanes.command("rollback")
@_lanes
@_account
@_folder
@_sentence
def rollback_lanes(lanes_file: Path, account: str, folder: Path) -> int:
    """Cancel lanes that wait."""
    return LanesCommand(Console(), folder).take_back(lanes_file, account)
