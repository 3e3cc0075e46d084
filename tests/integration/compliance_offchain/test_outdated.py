"""Plans that no longer fit: made from one state, applied to another, on real nodes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import pytest
from eth_account import Account

from quantera.compliance.apply import apply_plan
from quantera.compliance.assets import AssetPolicy
from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.costs import Costs
from quantera.compliance.desired import Desired
from quantera.compliance.difference import difference
from quantera.compliance.eligibility import Assessment, Evidence
from quantera.compliance.errors import PlanOutdatedError
from quantera.compliance.headroom import Grants
from quantera.compliance.investor import Investor
from quantera.compliance.moments import DAY
from quantera.compliance.outdated import HeadroomGuard
from quantera.compliance.plan import Plan, Row
from quantera.compliance.plan_file import read_plan
from quantera.compliance.record import (
    FLAG_SANCTIONS_HOLD,
    InvestorRecord,
    valid_until_of,
    with_flags,
    with_valid_until,
)
from quantera.compliance.rules.deal import Profile
from quantera.compliance.settings import LocalSigner
from quantera.compliance.steps import ChainReport
from quantera.compliance.terms import AssetTerms, headroom_of
from quantera.evm import NodeChain
from quantera.gas.token_stack import FOREVER, TokenStack, deploy_stack
from tests.integration.compliance_offchain.applying import Nobody
from tests.integration.compliance_offchain.registries import plan_of, save
from tests.unit.compliance_offchain.people import buyer, policy

DOLLAR = 10**8
ATTESTED = 1_790_000_000
WALLET = "0x" + "0a" * 20
IDENTITY = 77


@dataclass
class Office:
    """Somebody who plans and applies, over two chains with a token of its own on each.

    Attributes:
        stacks: engine and token by chain, shared by all offices.
        assets: what this office offers.
    """

    stacks: dict[str, TokenStack]
    assets: tuple[AssetPolicy, ...]
    registries: dict[str, EvmRegistry] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, stack in self.stacks.items():
            assert isinstance(stack.chain, NodeChain)
            key = Account.from_key(stack.agent.key)
            tokens = [asset.tokens[name] for asset in self.assets if name in asset.tokens]
            self.registries[name] = EvmRegistry(
                name, stack.chain.url, stack.engine.address, key, tokens=tokens
            )

    def plan(self, amount: int = 100, attested: int = ATTESTED) -> Plan:
        """To deal an investor's headroom out, from what the chains hold now."""
        snapshots = {name: reader.snapshot() for name, reader in self.registries.items()}
        terms = tuple(AssetTerms.of(asset) for asset in self.assets)
        desired = Desired(assets=terms, grants=Grants(snapshots.values()))
        desired.add(assessment(amount, attested))
        desired.evidence.clear()
        parts = [
            difference(
                desired, snapshot, self.registries[name].fees(), snapshot.timestamp,
                known=frozenset(), holders=set, costs=Costs(),
            )
            for name, snapshot in snapshots.items()
        ]  # fmt: skip
        return Plan(1, tuple(parts), (), (), (), {})

    def apply(self, plan: Plan, journal: Path) -> list[ChainReport]:
        signer = LocalSigner(Account.from_key(next(iter(self.stacks.values())).agent.key))
        return apply_plan(
            plan, self.registries, signer, journal,
            progress=Nobody(), costs=Costs(), poll=0.01, patience=20,
        )  # fmt: skip

    def dealt(self) -> int:
        """Headroom that stands on all chains for this office's tokens, in dollars."""
        words = (
            self.registries[name].terms(token, IDENTITY)
            for asset in self.assets
            for name, token in asset.tokens.items()
        )
        return sum(headroom_of(word) for word in words) // DOLLAR


def assessment(amount: int, attested: int) -> Assessment:
    row = {
        "investorId": "one",
        "kind": "individual",
        "name": "Ann Other",
        "residence": "US",
        "usPerson": True,
        "wallets": [WALLET],
        "headroom": {"US": {"amount": str(amount), "attestedAt": attested}},
    }
    investor = Investor.model_validate(row)
    profile: Profile = buyer(
        "US", identity=IDENTITY, headroom={"US": (Decimal(amount), attested)}, us_person=True
    )
    evidence = Evidence(investor, None, IDENTITY, None, True, ())  # type: ignore[arg-type]
    return Assessment(evidence, "eligible", profile, (), ())


def offer(symbol: str, tokens: dict[str, str]) -> AssetPolicy:
    return policy({"US": {"route": "US-08"}}, symbol=symbol, tokens=tokens)


@pytest.fixture
def stacks() -> Iterator[dict[str, TokenStack]]:
    """Two chains, the investor registered on both."""
    with NodeChain(chain_id=137, serves=True) as one, NodeChain(chain_id=10, serves=True) as two:
        made = {"polygon": deploy_stack(one), "optimism": deploy_stack(two)}
        word = InvestorRecord(IDENTITY, 840, FOREVER, (0,) * 5, 1).pack()
        for stack in made.values():
            stack.engine.writeRecords([(WALLET, word)], sender=stack.agent)
        yield made


@pytest.fixture
def offices(stacks: dict[str, TokenStack]) -> tuple[Office, Office]:
    """Each offers an asset that the other does not know of."""
    note = offer("NOTE", {"polygon": str(stacks["polygon"].token.address)})
    bond = offer("BOND", {"optimism": str(stacks["optimism"].token.address)})
    return Office(stacks, (note,)), Office(stacks, (bond,))


def test_the_second_of_two_plans_from_one_state_is_refused(
    offices: tuple[Office, Office], tmp_path: Path
) -> None:
    one, two = offices
    first, second = one.plan(), two.plan()
    assert not any(report.refused for report in one.apply(first, tmp_path / "a"))
    assert one.dealt() == 100
    with pytest.raises(PlanOutdatedError, match="dealt out on polygon since"):
        two.apply(second, tmp_path / "b")
    assert two.dealt() == 0, "nothing of it was done"
    assert two.plan().chains[1].counts()["terms"] == 0, "a new plan has nothing left to deal"
    two.apply(two.plan(40, ATTESTED + DAY), tmp_path / "c")
    assert two.dealt() == 40, "a later attestation is dealt out anew"


def test_a_plan_survives_the_file_and_goes_on_over_its_own_headroom(
    offices: tuple[Office, Office], tmp_path: Path
) -> None:
    one, _ = offices
    one.apply(one.plan(), tmp_path / "a")
    higher = read_plan(save(one.plan(60), tmp_path / "plan"))
    assert [dealt.amount for dealt in higher.chains[0].dealt] == [100 * DOLLAR]
    reports = one.apply(higher, tmp_path / "b")
    assert one.apply(higher, tmp_path / "b") == reports and one.dealt() == 60


def test_another_office_deals_out_while_a_plan_runs(
    offices: tuple[Office, Office], tmp_path: Path
) -> None:
    """The row is left out, and stops only itself."""
    one, two = offices
    second = two.plan()
    guard = HeadroomGuard(second, two.registries, age=0)
    (row,) = (row for row in second.chains[1].rows if row.kind == "terms")
    assert guard.refusal(row) is None
    one.apply(one.plan(), tmp_path / "a")
    assert "dealt out on polygon" in str(guard.refusal(row))
    flags = Row("terms", row.key, 0, 2)
    assert guard.refusal(flags) is None


def test_a_purchase_since_is_no_other_plan(
    offices: tuple[Office, Office], stacks: dict[str, TokenStack], tmp_path: Path
) -> None:
    one, _ = offices
    one.apply(one.plan(), tmp_path / "a")
    lower = one.plan(90)
    stack = stacks["polygon"]
    word = one.registries["polygon"].terms(str(stack.token.address), IDENTITY)
    spent = word - (30 * DOLLAR << 32)
    identity = f"0x{IDENTITY:040x}"
    stack.engine.writeTerms(stack.token, identity, word, spent, sender=stack.agent)
    one.apply(lower, tmp_path / "b")
    assert one.dealt() == 70


def test_an_older_record_is_not_written_over_a_newer_one(
    offices: tuple[Office, Office], stacks: dict[str, TokenStack], tmp_path: Path
) -> None:
    """The plan renews a record; an officer has put it under a hold since."""
    one, _ = offices
    engine, agent = stacks["polygon"].engine, stacks["polygon"].agent
    old = int(engine.recordOf(WALLET))
    new = with_valid_until(old, valid_until_of(old) - 1)
    plan = plan_of({"polygon": [Row("expiry", WALLET, old, new)]})
    engine.writeRecords([(WALLET, with_flags(old, FLAG_SANCTIONS_HOLD))], sender=agent)
    with pytest.raises(PlanOutdatedError, match="1 of 1 rows on polygon"):
        one.apply(plan, tmp_path / "a")
    assert int(engine.recordOf(WALLET)) == with_flags(old, FLAG_SANCTIONS_HOLD)
