"""The fee structure with everything behind it, as it is deployed: manager, registry, proxies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quantera.access import LocalRole, Profile, Role, assignments
from quantera.evm import ZERO_ADDRESS, Actor, AddressLike, Chain, Contract, Receipt
from quantera.gas.token_stack import deploy_engine, merged, record, specification

NAME = "DynamicFeeStructure"
UNCAPPED = 2**64 - 1
VALUE = 10**8
"""One unit of the reference currency, in units of value."""

PRODUCTS = ("DEFAULT", "TOKEN", "BRIDGE", "SETTLEMENT", "BROKERAGE", "POOL")

NO_SCHEDULE: dict[str, Any] = {
    "bandValues": [0] * 3,
    "bandRatePips": [0] * 4,
    "tierVolumes": [0] * 4,
    "tierDiscountBps": [0] * 4,
    "urgencyPips": [0] * 3,
    "serviceSeconds": [0] * 3,
    "complexityValues": [0] * 3,
    **dict.fromkeys(("minComplexity", "floorValue", "capValue"), 0),
    **dict.fromkeys(("congestionKinkPips", "congestionFullPips"), 0),
    **dict.fromkeys(("congestionKinkPremiumPips", "congestionMaxPremiumPips"), 0),
    "openHours": bytes(24),
    "closedHours": bytes(24),
    **dict.fromkeys(("closedWeekdays", "holidaysFrom"), 0),
    "holidays": [0, 0],
}

EXAMPLE: dict[str, Any] = {
    **NO_SCHEDULE,
    "bandValues": [1_000_000 * VALUE, 10_000_000 * VALUE, 100_000_000 * VALUE],
    "bandRatePips": [500, 300, 200, 100],
    "tierVolumes": [5_000_000, 25_000_000, 100_000_000, 500_000_000],
    "tierDiscountBps": [500, 1_000, 2_000, 3_000],
    "urgencyPips": [100_000, 250_000, 500_000],
    "serviceSeconds": [14_400, 3_600, 600],
    "complexityValues": [1 * VALUE, 5 * VALUE, 20 * VALUE],
    "floorValue": VALUE // 2,
    "capValue": 50_000 * VALUE,
    "congestionKinkPips": 2_000_000,
    "congestionFullPips": 6_000_000,
    "congestionKinkPremiumPips": 100_000,
    "congestionMaxPremiumPips": 500_000,
    "openHours": bytes([10] * 7 + [0] * 10 + [10] * 7),
    "closedHours": bytes([25] * 24),
    "closedWeekdays": 0b1100000,
    # 25 December 2026 and 1 January 2027, counted from the first.
    "holidaysFrom": 20_812,
    "holidays": [1 | 1 << 7, 0],
}
"""The schedule of `docs/fees.md`."""


def schedule(**changes: Any) -> dict[str, Any]:
    """`EXAMPLE` with other fields."""
    return {**EXAMPLE, **changes}


@dataclass(frozen=True)
class FeeStack:
    """A fee structure on one chain, and who may act on it.

    Attributes:
        governor: holds every role of the manager.
        pricer: has the local role PRICER.
        registry: the identity registry.
        fees: the fee structure, through the ABI of both its parts.
        collector: a product contract that charges for everybody.
        asset: what it charges in; 18 decimals, worth one unit of the reference currency.
    """

    chain: Chain
    manager: Contract
    governor: Actor
    agent: Actor
    pricer: Actor
    treasury: Actor
    insurance: Actor
    registry: Contract
    fees: Contract
    collector: Contract
    asset: Contract

    def request(self, payer: AddressLike, amount: int, **changes: Any) -> dict[str, Any]:
        """`IDynamicFeeStructure.FeeRequest` of a settlement in the asset."""
        return {
            "product": PRODUCTS.index("SETTLEMENT"),
            "payer": payer,
            "asset": self.asset,
            "amount": amount,
            "price": VALUE,
            "decimals": 18,
            "urgency": 0,
            "complexity": 0,
            "account": ZERO_ADDRESS,
            **changes,
        }

    def publish(
        self, schedules: Mapping[str, Any] | Sequence[Mapping[str, Any]], effective_at: int = 0
    ) -> Receipt:
        """Publish schedules, one for all products or one for each."""
        rows = [schedules] * len(PRODUCTS) if isinstance(schedules, Mapping) else list(schedules)
        receipt: Receipt = self.fees.publishSchedules(
            rows, effective_at or self.chain.timestamp, sender=self.governor
        )
        return receipt

    def investor(self, name: str, identity: AddressLike | None = None) -> Actor:
        """A wallet that the registry knows; its identity is named after it unless given."""
        wallet = self.chain.actor(name)
        owner = identity or self.chain.actor(f"identity of {name}")
        self.registry.writeRecords([(wallet, record(owner))], sender=self.agent)
        return wallet


def deploy_fees(
    manager: AddressLike,
    chain: Chain,
    registry: AddressLike,
    treasury: AddressLike,
    insurance: AddressLike,
) -> Contract:
    """The fee structure with its extension behind its proxy."""
    implementation = chain.deploy(NAME, chain.deploy("FeeAdministrationExtension"))
    abi = merged(NAME)
    first_call = chain.at(implementation, abi).function("initialize")
    data = first_call.encode(manager, registry, treasury, insurance)
    return chain.at(chain.deploy("ManagedProxy", implementation, data), abi)


def deploy_fee_stack(
    chain: Chain, *, schedules: Mapping[str, Any] | None = EXAMPLE, set_up: bool = True
) -> FeeStack:
    """A fee structure that charges by one schedule, with one product contract.

    Args:
        chain: where.
        schedules: of all products; none published when there are none.
        set_up: whether the manager's set-up is completed.
    """
    governor, agent, pricer = chain.actors("governor", "agent", "pricer")
    treasury, insurance = chain.actors("treasury", "insurance")
    manager = chain.deploy("QuanteraAccessManager", governor, Profile.LOCAL, sender=governor)
    for role in Role:
        manager.grantRole(role, governor, 0, sender=governor)
    registry = deploy_engine(manager)
    fees = deploy_fees(manager, chain, registry, treasury, insurance)
    for target, name in ((registry, "ComplianceEngine"), (fees, NAME)):
        for item in assignments(specification(), name):
            manager.setTargetFunctionRole(target, item.selectors, item.role, sender=governor)
    collector = chain.deploy("FeeCollectorProbe", fees)
    asset = chain.deploy("FeeAssetProbe")
    registry.grantLocalRole(LocalRole.AGENT, agent, sender=governor)
    fees.grantLocalRole(LocalRole.PRODUCT, collector, sender=governor)
    fees.grantLocalRole(LocalRole.PRICER, pricer, sender=governor)
    stack = FeeStack(
        chain,
        manager,
        governor,
        agent,
        pricer,
        treasury,
        insurance,
        registry,
        fees,
        collector,
        asset,
    )
    if schedules is not None:
        stack.publish(schedules)
    if set_up:
        manager.completeSetup(sender=governor)
    return stack


__all__ = [
    "EXAMPLE",
    "NO_SCHEDULE",
    "PRODUCTS",
    "UNCAPPED",
    "VALUE",
    "ZERO_ADDRESS",
    "FeeStack",
    "deploy_fee_stack",
    "deploy_fees",
    "schedule",
]
