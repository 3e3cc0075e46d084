"""Issues one asset on all five chains: created on all of them, then admitted, then opened."""

import yaml

from quantera.assets.command import deployment_of
from quantera.assets.planner import COMPLIANCE, TOKEN, AssetPlanner, entry_of
from quantera.assets.registry import AssetRegistry
from quantera.assets.request import AssetRequest
from quantera.demo import inputs
from quantera.demo.issued import Issued
from quantera.demo.released import AGENT, GOVERNOR, QUICK, Released, journalled, spent
from quantera.demo.stage import Stage, key_of
from quantera.evm import actor_named
from quantera.release import LocalSigner
from quantera.release.addresses import created_address
from quantera.release.blueprint import FACTORY
from quantera.release.campaign_run import CampaignRun
from quantera.release.journal import read


def tell(stage: Stage) -> None:
    """Issue it."""
    released = stage.take(Released)
    request = _request()
    sender = released.governor
    stage.page.say("checking it against five rule packs")
    planner = AssetPlanner(released.plan, released.nodes, request, str(sender), tuple(stage.chains))
    campaign = planner.campaign()
    CampaignRun(
        campaign,
        released.nodes,
        LocalSigner(key_of(actor_named(GOVERNOR))),
        released.journals,
        pace=QUICK,
        tell=lambda chain, step: stage.page.say(f"{chain}, {step}"),
    ).apply()
    journal = campaign.journal_path(released.journals)
    entries = read(journal)
    made = [
        deployment_of(campaign, site, released.nodes[site.name], request.policy.id, entries)
        for site in campaign.chains
    ]
    registry = AssetRegistry(f"sqlite:///{stage.folder / 'assets.db'}")
    try:
        registry.record(request.policy, made)
        recorded = registry.asset(request.policy.id)
    finally:
        registry.close()
    factory = released.plan.addresses[FACTORY]
    compliance = created_address(factory, entry_of(COMPLIANCE, request.policy.id))
    issued = Issued(released, request, campaign.subject, compliance)
    stage.hand_on(issued)
    stage.page.fact("asset", f"{recorded.name} ({recorded.symbol}), {len(made)} chains")
    stage.page.fact("token, at the same address on every chain", campaign.subject)
    stage.page.fact("contract", TOKEN)
    for name in stage.chains:
        cost = spent(stage, name, journalled(journal, name))
        stage.page.operations("issue the asset", name, cost.gas, cost.transactions)
        opened = issued.token(name).unpause(sender=released.agent)
        stage.page.sent("open the token", name, opened)


def _request() -> AssetRequest:
    content = yaml.safe_load(inputs.text(inputs.ASSET))
    return AssetRequest.model_validate({**content, "agents": [str(actor_named(AGENT))]})
