"""A token with everything behind it, as it is deployed: manager, engine, compliance, proxies."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import rlp  # type: ignore[import-untyped]
from eth_utils.crypto import keccak

from quantera.abi.surface import production, surfaces
from quantera.access import LocalRole, Profile, Role, Specification, assignments
from quantera.artifacts import load_all
from quantera.evm import ZERO_ADDRESS, Actor, AddressLike, Chain, Contract, Receipt

GERMANY = 276
FOREVER = 2**40 - 1
UNIT = 10**18
DAY = 86_400
LARGEST = 2**120 - 1
"""Largest balance and supply, in token units."""

COUNTRY_NOT_ALLOWED = 19
SUPPLY_CAP_EXCEEDED = 23
MAX_BALANCE_EXCEEDED = 24
WINDOW_VOLUME_EXCEEDED = 31

INFO = {
    "assetClass": "bond",
    "jurisdiction": "EU",
    "regulatoryFramework": "prospectus exemption",
    "minimumInvestment": 0,
    "fractionalAllowed": True,
}

NO_RULES: dict[str, Any] = {
    **dict.fromkeys(("rules", "ownPacks", "recipientPacks"), 0),
    "live": False,
    **dict.fromkeys(("supplyCap", "maxBalance", "minBalance", "minimumTicket"), 0),
    **dict.fromkeys(("windowVolume", "windowLength", "holderCap", "maxSharePips"), 0),
    "transferHours": (0x7F, 0, DAY, 0, 0, 0),
    "allowedCountries": [0] * 4,
    "restrictedCountries": [0] * 4,
    **{name: [] for name in ("countryCaps", "classCaps", "packLimits", "allotments")},
}


def rule_settings(rules: Iterable[int] = (), **changes: Any) -> dict[str, Any]:
    """`IRuleConfiguration.RuleSettings` with the rules of these codes on, and parameters."""
    return {**NO_RULES, "rules": sum(1 << code for code in rules), **changes}


def countries(*codes: int) -> list[int]:
    """Four words with a bit for each country."""
    words = [0] * 4
    for code in codes:
        words[code >> 8] |= 1 << (code & 0xFF)
    return words


def four_rules() -> dict[str, Any]:
    """Country allow, maximum balance, supply cap and a limit per 24 hours, all generous.

    All of it is this chain's allotment; to be configured once.
    """
    supply_cap, max_balance, window_volume = 10**9 * UNIT, 10**8 * UNIT, 10**7 * UNIT
    return rule_settings(
        (COUNTRY_NOT_ALLOWED, SUPPLY_CAP_EXCEEDED, MAX_BALANCE_EXCEEDED, WINDOW_VOLUME_EXCEEDED),
        allowedCountries=countries(GERMANY),
        supplyCap=supply_cap,
        maxBalance=max_balance,
        windowVolume=window_volume,
        windowLength=DAY,
        allotments=[(0, 0, supply_cap), (4, 0, max_balance), (5, 0, window_volume)],
    )


def record(
    identity: AddressLike,
    country: int = GERMANY,
    *,
    valid_until: int = FOREVER,
    flags: int = 0,
) -> int:
    """An investor's record word, without classes."""
    return int(str(identity), 16) | country << 160 | valid_until << 176 | flags << 236


@dataclass(frozen=True)
class TokenStack:
    """One token on one chain and who may act on it.

    Attributes:
        governor: holds every role of the manager.
        agent: agent of the token and of the registry.
        bridge: has the bridge's role in both.
        engine: compliance engine and identity registry, through the ABI of all its parts.
        compliance: the token's own compliance contract.
        token: the token, through the ABI of both its parts.
    """

    chain: Chain
    manager: Contract
    governor: Actor
    agent: Actor
    bridge: Actor
    engine: Contract
    compliance: Contract
    token: Contract

    def enter(self, wallets: Sequence[AddressLike], records: Sequence[int]) -> Receipt:
        """Write investors' records as the agent."""
        rows = list(zip(wallets, records, strict=True))
        receipt: Receipt = self.engine.writeRecords(rows, sender=self.agent)
        return receipt

    def investor(self, name: str, **facts: Any) -> Actor:
        """A registered wallet; its identity is named after it unless one is given."""
        wallet = self.chain.actor(name)
        identity = facts.pop("identity", None) or self.chain.actor(f"identity of {name}")
        self.enter([wallet], [record(identity, **facts)])
        return wallet

    def configure(self, settings: Mapping[str, Any]) -> Receipt:
        """Replace the token's rules."""
        receipt: Receipt = self.engine.configureRules(self.token, settings, sender=self.governor)
        return receipt

    def keep_positions(self) -> None:
        """Count holdings by identity; at once complete while nothing is issued."""
        self.engine.startCount(self.token, (False, False, 0, False), sender=self.governor)

    def second_token(self, name: str = "Second", **info: Any) -> "TokenStack":
        """Another token at the same engine."""
        token, compliance = deploy_token(self.manager, self.engine, name=name, **info)
        stack = replace(self, token=token, compliance=compliance)
        open_token(stack)
        return stack


@cache
def specification() -> Specification:
    """Who may call what, read once: every set-up maps roles by it."""
    return Specification.load()


@cache
def _merged() -> dict[str, list[dict[str, Any]]]:
    found = surfaces(production(load_all().values()))
    return {surface.name: surface.abi for surface in found}


def merged(contract: str) -> list[dict[str, Any]]:
    """ABI of a contract with its extensions; all are merged once."""
    return list(_merged()[contract])


def deploy_engine(manager: Contract) -> Contract:
    """The compliance engine with its extensions behind its proxy."""
    chain = manager.chain
    desk, regional = chain.deploy("PackDeskExtension"), chain.deploy("RegionalPackExtension")
    packs = chain.deploy("RulePackExtension", desk, regional)
    rules = chain.deploy("RuleConfigurationExtension", packs)
    registry = chain.deploy("IdentityRegistryExtension", chain.deploy("ReasonTexts"))
    implementation = chain.deploy("ComplianceEngine", rules, registry, packs)
    proxy = chain.deploy(
        "ManagedProxy", implementation, implementation.function("initialize").encode(manager)
    )
    return chain.at(proxy, merged("ComplianceEngine"))


def deploy_compliance(manager: Contract, engine: AddressLike, token: AddressLike) -> Contract:
    """A token's compliance contract behind its proxy, for a token that may not exist yet."""
    chain = manager.chain
    implementation = chain.deploy("TokenCompliance")
    data = implementation.function("initialize").encode(manager, engine, token)
    return chain.at(chain.deploy("ManagedProxy", implementation, data), "TokenCompliance")


def deploy_token(
    manager: Contract,
    engine: AddressLike,
    compliance: Contract | None = None,
    *,
    name: str = "Token",
    decimals: int = 18,
    **info: Any,
) -> tuple[Contract, Contract]:
    """A token with its extension, and its compliance contract, each behind its proxy.

    The token is paused, and the engine does not know it yet.

    Args:
        manager: the chain's access manager.
        engine: the chain's compliance engine.
        compliance: instead of the contract that is deployed for the token.
        name: of the token.
        decimals: of the token.
        **info: fields of `TokenInfo` that differ from `INFO`.
    """
    chain = manager.chain
    creator = chain.actor("token creator")
    abi = merged("ComplianceAwareToken")
    extension = chain.deploy("ComplianceAwareTokenExtension")
    implementation = chain.deploy("ComplianceAwareToken", extension)
    if compliance is None:
        seed = rlp.encode([bytes.fromhex(creator.removeprefix("0x")), chain.nonce(creator)])
        compliance = deploy_compliance(manager, engine, keccak(seed)[12:])
    setup = (engine, compliance, ZERO_ADDRESS, name, "TKN", decimals)
    first_call = chain.at(implementation, abi).function("initialize")
    data = first_call.encode(manager, setup, {**INFO, **info})
    proxy = chain.deploy("ManagedProxy", implementation, data, sender=creator)
    return chain.at(proxy, abi), compliance


def open_token(stack: TokenStack) -> None:
    """Map the token's roles, make it known to the engine, and lift its pause."""
    _wire(stack.manager, stack.governor, stack.token, "ComplianceAwareToken")
    if stack.compliance.abi.name == "TokenCompliance":
        _wire(stack.manager, stack.governor, stack.compliance, "TokenCompliance")
    stack.token.grantLocalRole(LocalRole.AGENT, stack.agent, sender=stack.governor)
    stack.token.grantLocalRole(LocalRole.BRIDGE, stack.bridge, sender=stack.governor)
    stack.engine.registerToken(stack.token, sender=stack.governor)
    stack.token.unpause(sender=stack.agent)


def deploy_stack(chain: Chain, compliance: Contract | None = None, **info: Any) -> TokenStack:
    """A token without rules, open for transfers.

    Args:
        chain: where.
        compliance: instead of a compliance contract of its own.
        **info: `name`, `decimals`, and fields of `TokenInfo` that differ from `INFO`.
    """
    governor, agent, bridge = chain.actors("governor", "agent", "bridge")
    manager = chain.deploy("QuanteraAccessManager", governor, Profile.LOCAL, sender=governor)
    for role in Role:
        manager.grantRole(role, governor, 0, sender=governor)
    engine = deploy_engine(manager)
    _wire(manager, governor, engine, "ComplianceEngine")
    for local, account in ((LocalRole.AGENT, agent), (LocalRole.BRIDGE, bridge)):
        engine.grantLocalRole(local, account, sender=governor)
    token, own = deploy_token(manager, engine, compliance, **info)
    stack = TokenStack(chain, manager, governor, agent, bridge, engine, own, token)
    open_token(stack)
    manager.completeSetup(sender=governor)
    return stack


def _wire(manager: Contract, governor: Actor, target: Contract, name: str) -> None:
    for item in assignments(specification(), name):
        manager.setTargetFunctionRole(target, item.selectors, item.role, sender=governor)
