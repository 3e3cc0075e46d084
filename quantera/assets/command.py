"""What `ape run asset …` does, without its arguments' parsing."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from eth_utils.crypto import keccak
from rich.console import Console
from rich.table import Table

from quantera.assets.errors import AlreadyDeployedError, AssetError, AssetRequestError
from quantera.assets.planner import TOKEN, AssetPlanner, entry_of, token_address
from quantera.assets.registry import AssetRegistry, Deployment
from quantera.assets.request import AssetRequest
from quantera.release.addresses import checksummed, salt_of
from quantera.release.blueprint import FACTORY
from quantera.release.campaign import Campaign, Site
from quantera.release.campaign_command import CampaignCommand
from quantera.release.conditions import unmet
from quantera.release.errors import PlanError
from quantera.release.journal import Done, Entry, read
from quantera.release.node import Node
from quantera.release.plan import Plan
from quantera.release.safe import write_batches
from quantera.release.urls import opened, urls_of

_CREATED = "0x" + keccak(text="ContractCreated(bytes32,address,bytes32)").hex()


@dataclass(frozen=True)
class Files:
    """What a command reads and writes.

    Attributes:
        plan: of the release.
        request: for the asset.
        campaign: the planned issue.
        safe: folder for a Safe's files.
    """

    plan: Path
    request: Path
    campaign: Path
    safe: Path


class AssetCommand:
    """The subcommands.

    Args:
        console: where they write.
        folder: of journals and locks.
        database: SQLAlchemy URL of the registry.
    """

    def __init__(self, console: Console, folder: Path, database: str) -> None:
        self._console = console
        self._folder = folder
        self._database = database
        self._campaigns = CampaignCommand(console, folder)

    def create(self, files: Files, chains: Sequence[str], sender: str) -> int:
        """Plans the issue of a new asset, simulates it, and writes it out."""
        plan, request = Plan.load(files.plan), AssetRequest.load(files.request)
        return self._plan(files, plan, request, tuple(chains), sender)

    def add_chain(self, files: Files, chains: Sequence[str], sender: str) -> int:
        """Plans an issued asset's way to further chains; they begin without any limit."""
        plan, request = Plan.load(files.plan), AssetRequest.load(files.request)
        registry = AssetRegistry(self._database)
        try:
            recorded = registry.asset(request.policy.id)
        finally:
            registry.close()
        for name in chains:
            if plan.chain(name).chain_id in recorded.deployments:
                raise AlreadyDeployedError(f"{request.policy.name} stands on {name} already")
        told = (request.policy.name, request.policy.symbol, request.policy.asset_type)
        if told != (recorded.name, recorded.symbol, recorded.kind):
            raise AssetRequestError(f"{request.policy.id} is registered as another asset")
        expected = token_address(plan, request.policy.id)
        if any(one.address != expected for one in recorded.deployments.values()):
            raise AssetRequestError("the asset was issued by another release: its address differs")
        names = {chain.chain_id: chain.name for chain in plan.chains}
        if unknown := recorded.deployments.keys() - names.keys():
            shown = ", ".join(str(chain_id) for chain_id in sorted(unknown))
            raise AssetRequestError(f"the plan lacks chains on which the asset stands: {shown}")
        standing = tuple(names[chain_id] for chain_id in recorded.deployments)
        return self._plan(files, plan, request, tuple(chains), sender, standing)

    def _plan(  # noqa: PLR0917 -- what both commands have in hand
        self,
        files: Files,
        plan: Plan,
        request: AssetRequest,
        chains: tuple[str, ...],
        sender: str,
        standing: tuple[str, ...] = (),
    ) -> int:
        if not chains:
            raise AssetRequestError("on which chains? none is named")
        checksummed(sender)
        places = [plan.chain(name) for name in (*standing, *chains)]
        with opened(urls_of(places)) as nodes:
            planner = AssetPlanner(plan, nodes, request, sender, chains, standing)
            campaign = planner.campaign()
            self._campaigns.show(campaign, files.campaign)
            for path in write_batches(campaign, nodes, files.safe):
                self._console.print(f"{path}: for the Safe's Transaction Builder")
        self._console.print(f"{request.policy.name} at {campaign.subject} on {', '.join(chains)}")
        return 0

    def apply(self, files: Files, account: str, *, resumes: bool) -> int:
        """Carries an issue out by a key, and records it once it is active everywhere."""
        campaign, request = Campaign.load(files.campaign), AssetRequest.load(files.request)
        self._campaigns.apply(campaign, account, resumes=resumes)
        return self._record(campaign, request, read(campaign.journal_path(self._folder)))

    def record(self, files: Files) -> int:
        """Records an issue that a Safe carried out, where it holds on every chain."""
        campaign, request = Campaign.load(files.campaign), AssetRequest.load(files.request)
        if wrong := self._drift(campaign):
            raise AssetError(f"not issued: {'; '.join(wrong)}")
        return self._record(campaign, request, [])

    def verify(self, files: Files) -> int:
        """Compares the chains with what was issued; 1 where one is not so."""
        wrong = self._drift(Campaign.load(files.campaign))
        for sentence in wrong:
            self._console.print(sentence, markup=False)
        if not wrong:
            self._console.print("as issued")
        return 1 if wrong else 0

    def roll_back(self, files: Files, account: str) -> int:
        """Takes back what is admitted nowhere yet."""
        campaign = Campaign.load(files.campaign)
        self._campaigns.undo(campaign, account)
        self._console.print("rolled back: nobody can mint or move it anywhere")
        return 0

    def show(self, asset: UUID) -> int:
        """Says where an asset stands."""
        registry = AssetRegistry(self._database)
        try:
            recorded = registry.asset(asset)
        finally:
            registry.close()
        table = Table("chain id", "address", "block", "gas", title=recorded.name)
        for one in recorded.deployments.values():
            table.add_row(str(one.chain_id), one.address, str(one.block), f"{one.gas:,}")
        self._console.print(table)
        return 0

    def _drift(self, campaign: Campaign) -> list[str]:
        with opened(urls_of(campaign.chains)) as nodes:
            return [
                f"{site.name}: {sentence}"
                for site in campaign.chains
                for sentence in unmet(nodes[site.name], site.holds)
            ]

    def _record(self, campaign: Campaign, request: AssetRequest, entries: Sequence[Entry]) -> int:
        with opened(urls_of(campaign.chains)) as nodes:
            made = [
                deployment_of(campaign, site, nodes[site.name], request.policy.id, entries)
                for site in campaign.chains
                if site.stage("create") is not None
            ]
        registry = AssetRegistry(self._database)
        try:
            registry.record(request.policy, made)
        finally:
            registry.close()
        self._console.print(f"{request.policy.name} is registered on {len(made)} chains")
        return 0


def deployment_of(
    campaign: Campaign, site: Site, node: Node, asset: UUID, entries: Sequence[Entry]
) -> Deployment:
    """What the registry keeps of an asset on one chain.

    Args:
        campaign: its issue.
        site: the chain.
        node: of the chain.
        asset: its id.
        entries: of the journal; empty where another sent the transactions.

    Raises:
        PlanError: the transaction that created the token is not found.
    """
    done = [
        one.hash
        for one in entries
        if isinstance(one, Done) and (one.chain, one.step) == (site.name, "create") and one.hash
    ]
    salt = "0x" + salt_of(entry_of(TOKEN, asset)).hex()
    factory = campaign.addresses[FACTORY]
    transaction = done[-1] if done else node.created_in(factory, [_CREATED, salt])
    receipt = node.ask("eth_getTransactionReceipt", transaction) if transaction else None
    if transaction is None or receipt is None:
        raise PlanError(f"{site.name}: what created {campaign.subject} is not found")
    return Deployment(
        chain_id=site.chain_id,
        address=campaign.subject,
        transaction=transaction,
        block=int(receipt["blockNumber"], 16),
        gas=int(receipt["gasUsed"], 16),
    )
