"""What `ape run deploy handover …`, `upgrade …` and `lanes …` do, without parsing arguments."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from quantera.release import preview
from quantera.release.addresses import checksummed
from quantera.release.ape_account import ApeSigner
from quantera.release.campaign import Campaign
from quantera.release.campaign_run import DONE, UNDONE, CampaignRun
from quantera.release.conditions import unmet
from quantera.release.errors import ReleaseError
from quantera.release.handover import Handover
from quantera.release.journal import Reached, read
from quantera.release.layouts import layout_faults
from quantera.release.matrix import Matrix, issued, read_matrix, watched
from quantera.release.new_lanes import NewLanes, joined
from quantera.release.node import Node
from quantera.release.plan import Plan
from quantera.release.request import Request
from quantera.release.safe import write_batches
from quantera.release.simulate import simulate_campaign
from quantera.release.succession import succeeding, upgraded
from quantera.release.upgrade import Upgrade
from quantera.release.urls import opened, urls_of


class CampaignCommand:
    """Carries campaigns out for people.

    Args:
        console: where it writes.
        folder: of journals and locks.
    """

    def __init__(self, console: Console, folder: Path) -> None:
        self._console = console
        self._folder = folder

    def show(self, campaign: Campaign, out: Path) -> None:
        """Simulates a campaign on forks, shows it and writes it to a file."""
        simulated = simulate_campaign(campaign, urls_of(campaign.chains))
        campaign.write(out)
        self._console.print(preview.campaign(campaign, simulated))
        self._console.print(f"{out}: {campaign.kind} {campaign.digest()}")

    def apply(self, campaign: Campaign, account: str, *, resumes: bool) -> None:
        """Carries one out, or goes on with it."""
        begun = campaign.journal_path(self._folder).exists()
        if begun and not resumes:
            raise ReleaseError("this has been begun: go on with it by resume")
        if resumes and not begun:
            raise ReleaseError("this has not been begun: begin it with apply")
        with opened(urls_of(campaign.chains)) as nodes:
            self._run(campaign, nodes, account).apply()

    def undo(self, campaign: Campaign, account: str) -> None:
        """Takes one back before its final stage."""
        with opened(urls_of(campaign.chains)) as nodes:
            self._run(campaign, nodes, account).undo()

    def status(self, campaign: Campaign) -> None:
        """Says from the journal how far it has got."""
        entries = read(campaign.journal_path(self._folder))
        table = Table("chain", "done", title=campaign.kind)
        for site in campaign.chains:
            reached = [
                one.phase for one in entries if isinstance(one, Reached) and one.chain == site.name
            ]
            shown = [one for one in reached if one in {*campaign.stages, UNDONE, DONE}]
            table.add_row(site.title, ", ".join(shown) or "nothing")
        self._console.print(table)

    def _run(self, campaign: Campaign, nodes: Mapping[str, Node], account: str) -> CampaignRun:
        signer = ApeSigner(account)
        return CampaignRun(campaign, nodes, signer, self._folder, tell=self._tell)

    def _tell(self, chain: str, step: str) -> None:
        self._console.print(f"{chain}: {step}")


class HandoverCommand(CampaignCommand):
    """The subcommands of `handover`."""

    def plan(
        self, plan_file: Path, out: Path, holder: str, target: str, *, externally_owned: bool
    ) -> int:
        """Plans a handover, shows who holds what, and simulates it."""
        plan = Plan.load(plan_file)
        holder, target = checksummed(holder), checksummed(target)
        with opened(urls_of(plan.chains)) as nodes:
            planner = Handover(plan, nodes, holder, target, externally_owned=externally_owned)
            campaign = planner.plan()
            matrices = _matrices(plan, nodes, holder, target)
        self._console.print(preview.holdings(matrices, (holder, target)))
        self.show(campaign, out)
        return 0

    def carry_out(
        self, plan_file: Path, campaign_file: Path, account: str, *, resumes: bool
    ) -> int:
        """Carries a handover out; its end is proven by the role matrix, and planned from there."""
        plan, campaign = Plan.load(plan_file), Campaign.load(campaign_file)
        self.apply(campaign, account, resumes=resumes)
        holder, target = campaign.sender, campaign.subject
        with opened(urls_of(plan.chains)) as nodes:
            matrices = _matrices(plan, nodes, holder, target)
        self._console.print(preview.holdings(matrices, (holder, target)))
        for chain, matrix in matrices.items():
            if matrix.roles_of(holder) or matrix.local_roles_of(holder) or matrix.uncounted():
                raise ReleaseError(f"{chain}: the role matrix does not show {holder} without roles")
        successor = plan_file.with_name(f"{plan_file.stem}-handed-over.json")
        succeeding(plan, matrices).write(successor)
        self._console.print(f"{holder} holds nothing; verify with --plan {successor} from now on")
        return 0


class UpgradeCommand(CampaignCommand):
    """`propose-upgrade` and what follows it."""

    def propose(
        self, plan_file: Path, out: Path, safe: Path, *, entry: str, proposer: str, call: str
    ) -> int:
        """Plans an upgrade, simulates it, and writes it out for keys and for a Safe."""
        plan = Plan.load(plan_file)
        try:
            sent = bytes.fromhex(call.removeprefix("0x"))
        except ValueError as error:
            raise ReleaseError(f"--call is no hexadecimal: {call}") from error
        with opened(urls_of(plan.chains)) as nodes:
            upgrade = Upgrade(plan, nodes, entry, checksummed(proposer), layout_faults, sent)
            campaign = upgrade.campaign()
            self.show(campaign, out)
            written = write_batches(campaign, nodes, safe)
        self._console.print(f"{entry} will run {campaign.subject}; storage may follow")
        for path in written:
            self._console.print(f"{path}: for the Safe's Transaction Builder")
        return 0

    def carry_out(
        self, plan_file: Path, campaign_file: Path, account: str, *, resumes: bool
    ) -> int:
        """Carries a proposal out by a key, and plans from there."""
        plan, campaign = Plan.load(plan_file), Campaign.load(campaign_file)
        self.apply(campaign, account, resumes=resumes)
        successor = plan_file.with_name(f"{plan_file.stem}-upgraded.json")
        upgraded(plan, campaign).write(successor)
        self._console.print(f"upgraded; verify with --plan {successor} from now on")
        return 0

    def succeed(self, plan_file: Path, campaign_file: Path) -> int:
        """Writes the plan after an upgrade that a Safe carried out, where it holds."""
        plan, campaign = Plan.load(plan_file), Campaign.load(campaign_file)
        with opened(urls_of(campaign.chains)) as nodes:
            wrong = [
                f"{site.name}: {sentence}"
                for site in campaign.chains
                for sentence in unmet(nodes[site.name], site.holds)
            ]
        if wrong:
            raise ReleaseError(f"not upgraded: {'; '.join(wrong)}")
        successor = plan_file.with_name(f"{plan_file.stem}-upgraded.json")
        upgraded(plan, campaign).write(successor)
        self._console.print(f"upgraded; verify with --plan {successor} from now on")
        return 0


@dataclass(frozen=True)
class LaneFiles:
    """What lanes to added chains are made of, and where they are written.

    Attributes:
        plan: of the chains that stood before.
        added: of the added chains.
        request: of the added chains.
        lanes: the campaign.
        safe: folder for a Safe's files.
    """

    plan: Path
    added: Path
    request: Path
    lanes: Path
    safe: Path


class LanesCommand(CampaignCommand):
    """`propose-lanes` and what follows it."""

    def propose(self, files: LaneFiles, proposer: str) -> int:
        """Plans lanes to added chains, simulates them, and writes them out for keys and a Safe."""
        plan, added = Plan.load(files.plan), Plan.load(files.added)
        request = Request.load(files.request)
        with opened(urls_of((*plan.chains, *added.chains))) as nodes:
            campaign = NewLanes(plan, added, request, nodes, checksummed(proposer)).campaign()
            self.show(campaign, files.lanes)
            written = write_batches(campaign, nodes, files.safe)
        for path in written:
            self._console.print(f"{path}: for the Safe's Transaction Builder")
        successor = files.plan.with_name(f"{files.plan.stem}-joined.json")
        joined(plan, added, campaign).write(successor)
        self._console.print(
            f"verify with --plan {successor} from now on: it misses the lanes until they are open"
        )
        return 0

    def carry_out(self, campaign_file: Path, account: str, *, resumes: bool) -> int:
        """Opens the lanes by a key."""
        campaign = Campaign.load(campaign_file)
        self.apply(campaign, account, resumes=resumes)
        self._console.print(f"lanes are open on {len(campaign.chains)} chains")
        return 0

    def take_back(self, campaign_file: Path, account: str) -> int:
        """Cancels what is scheduled."""
        self.undo(Campaign.load(campaign_file), account)
        self._console.print("nothing waits any more; no lane was opened")
        return 0


def _matrices(plan: Plan, nodes: Mapping[str, Node], holder: str, target: str) -> dict[str, Matrix]:
    """Who holds what, in assets issued later too."""
    found = {}
    for chain in plan.chains:
        node = nodes[chain.name]
        contracts = watched(plan) | issued(plan, chain, node)
        found[chain.name] = read_matrix(node, contracts, chain.since, (holder, target))
    return found
