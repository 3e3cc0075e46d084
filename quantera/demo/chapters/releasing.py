"""Plans the release for all five chains, carries it out at once, and verifies every chain."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from quantera import chains
from quantera.access import Role
from quantera.demo import wording
from quantera.demo.errors import DemoError
from quantera.demo.manifested import disagreement, manifests
from quantera.demo.record import Series
from quantera.demo.released import (
    AGENT,
    COMMITTEE,
    COMMITTEE_DELAY,
    GOVERNOR,
    QUICK,
    Released,
    journalled,
    spent,
)
from quantera.demo.stage import Stage, key_of
from quantera.deployments import DEPLOYMENTS
from quantera.devnet import protocols
from quantera.evm import ZERO_ADDRESS, Actor, actor_named
from quantera.release import LocalSigner, Node, Planner, Release, Request
from quantera.release.blueprint import FACTORY
from quantera.release.bridge_request import PROTOCOLS
from quantera.release.verify import verify

NAME = "quantera-story"
CONFIRMATIONS = 1
"""As the local verifiers count them."""
FOUNDER, DEPLOYER = "founder", "deployer"


def tell(stage: Stage) -> None:
    """Release.

    Raises:
        DemoError: a chain is not what was planned.
    """
    deployer = stage.funded(DEPLOYER)
    founder = key_of(actor_named(FOUNDER))
    nodes = {name: Node(name, chain.url) for name, chain in stage.chains.items()}
    for node in nodes.values():
        stage.held.callback(node.close)
    stage.page.say("planning")
    plan = Planner(
        request(stage, deployer),
        nodes,
        lambda message: bytes(founder.sign_message(message).signature),
    ).plan()
    plan.write(stage.folder / "release-plan.json")
    journals = stage.folder / "journals"
    release = Release(
        plan,
        nodes,
        LocalSigner(key_of(deployer)),
        journals,
        pace=QUICK,
        tell=lambda chain, step: stage.page.say(f"{chain}, {step}"),
        manifests=DEPLOYMENTS,
    )
    release.apply()
    stage.page.say("verifying")
    drift = [f"{one.chain}: {fact}" for one in verify(plan, nodes) for fact in one.drift]
    if drift:
        raise DemoError(f"not as planned: {'; '.join(drift[:3])}")
    stage.page.fact("manifests written, as the chains are", _manifests(stage, plan.addresses))
    stage.hand_on(Released(plan, nodes, journals, stage))
    _note(stage, plan.addresses, release.journal_path)


def request(stage: Stage, deployer: Actor) -> Request:
    """What is to be released: the platform, governed by one account that these chains know."""
    places = _places(stage)
    members: dict[str, list[Any]] = {role.name: [str(actor_named(GOVERNOR))] for role in Role}
    members[Role.UPGRADER.name].append(
        {"account": str(actor_named(COMMITTEE)), "delay": COMMITTEE_DELAY}
    )
    return Request.model_validate(
        {
            "name": NAME,
            "profile": "local",
            "founder": str(actor_named(FOUNDER)),
            "deployer": str(deployer),
            "roles": members,
            "parameters": {
                "treasury": str(actor_named("treasury")),
                "insurance": str(actor_named("insurance fund")),
                "currency": "USD",
                "agents": [str(actor_named(AGENT))],
                "pricers": [str(actor_named("pricer"))],
                "token_identity": ZERO_ADDRESS,
                "token_name": "Quantera Reference Note",
                "token_symbol": "QRN",
                "token_decimals": 18,
                "token_terms": ["bond", "EU", "prospectus exemption", 0, True],
            },
            "bridge": {"protocols": list(PROTOCOLS)},
            "chains": {
                name: {"rpc": chain.url, "finality": {"depth": 0}, "bridge": places[name]}
                for name, chain in stage.chains.items()
            },
        }
    )


def _places(stage: Stage) -> dict[str, dict[str, dict[str, Any]]]:
    """Where each protocol's contracts are, by chain, as a request says it."""
    folder, chains_ = stage.settings.folder, dict(stage.chains)
    installed = {kind: protocols.read(folder, kind, chains_) for kind in PROTOCOLS}
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for name in stage.chains:
        site = {kind: installed[kind].installation.sites[name].contracts for kind in PROTOCOLS}
        layerzero, axelar = site["layerzero"], site["axelar"]
        found[name] = {
            "ccip": {"contract": site["ccip"]["router"]},
            "layerzero": {
                "contract": layerzero["endpoint"],
                "send_library": layerzero["send_library"],
                "receive_library": layerzero["receive_library"],
                "verifiers": [layerzero["dvn_a"], layerzero["dvn_b"]],
                "confirmations": CONFIRMATIONS,
            },
            "wormhole": {"contract": site["wormhole"]["core"]},
            "axelar": {"contract": axelar["gateway"], "gas_service": axelar["gas_service"]},
        }
    return found


def _manifests(stage: Stage, addresses: Mapping[str, str]) -> int:
    """How many manifests the release has written.

    Raises:
        DemoError: a chain is not what one of them says, or there is none.
    """
    count = 0
    for name, chain in stage.chains.items():
        for manifest in manifests(name):
            # Others may be left of what was deployed there before.
            if addresses.get(manifest.contract) == manifest.address:
                count += 1
                if wrong := disagreement(manifest, chain):
                    raise DemoError(f"{name}: {manifest.contract}: {wrong}")
    if not count:
        raise DemoError("the release has written no manifest")
    return count


def _note(stage: Stage, addresses: dict[str, str], journal: Path) -> None:
    stage.page.fact("contracts on each chain", len(addresses))
    used = []
    for name in stage.chains:
        cost = spent(stage, name, journalled(journal, name))
        coin = chains.get(name).native_coin
        paid = wording.amount(cost.wei, coin.decimals, coin.symbol)
        stage.page.fact(f"{name}: paid for gas", paid)
        stage.page.operations("release", name, cost.gas, cost.transactions)
        used.append(float(cost.gas))
    for contract in (
        FACTORY,
        *(name for name in addresses if f"{name}.implementation" in addresses),
    ):
        stage.page.fact(f"{contract}, at the same address on every chain", addresses[contract])
    stage.page.plot(
        "Gas of the release",
        ("chain", "gas"),
        [Series(name="gas", x=tuple(map(float, range(len(used)))), y=tuple(used), kind="bar")],
        labels=tuple(stage.chains),
    )
