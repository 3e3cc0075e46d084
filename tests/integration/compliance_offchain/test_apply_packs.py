"""Evidence and terms applied to a real token that runs a US pack."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest
from eth_account import Account

from quantera.access import LocalRole
from quantera.compliance.apply import apply_plan
from quantera.compliance.assets import AssetPolicy
from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.costs import Costs
from quantera.compliance.desired import Desired
from quantera.compliance.difference import difference
from quantera.compliance.evidence import pack_evidence
from quantera.compliance.lots import EXEMPTIONS
from quantera.compliance.moments import DAY
from quantera.compliance.pack_words import encode
from quantera.compliance.plan import ChainPlan, Plan
from quantera.compliance.record import InvestorRecord
from quantera.compliance.rules.deal import Profile
from quantera.compliance.settings import LocalSigner
from quantera.compliance.steps import ChainReport
from quantera.compliance.terms import AssetTerms, headroom_of
from quantera.evm import Actor, NodeChain
from quantera.gas.token_stack import FOREVER, UNIT, TokenStack, deploy_stack, rule_settings
from tests.integration.compliance_offchain.applying import Nobody
from tests.unit.compliance_offchain.people import BEST_CLASSES, buyer, policy

VERIFICATION_TOO_OLD, ABOVE_HEADROOM, NO_HEADROOM = 42, 58, 59
DOLLAR = 10**8
_LOTS, _PACK_LIMIT = 5, 6


@dataclass
class Offer:
    """A token offered in the US at a dollar each, and one investor there."""

    stack: TokenStack
    investor: Actor
    identity: int
    asset: AssetPolicy
    registry: EvmRegistry
    issuer: Actor | None = None

    def profile(self, **changes: object) -> Profile:
        return buyer("US", identity=self.identity, **changes)

    def code(self, units: int = UNIT) -> int:
        """Why a sale of so much to the investor would be refused."""
        return self.registry.preview(self.stack.token.address, None, self.investor, units)

    def headroom(self) -> int:
        return headroom_of(self.registry.terms(self.stack.token.address, self.identity))

    def plan(self, profile: Profile) -> ChainPlan:
        terms = AssetTerms.of(self.asset)
        attested = terms.attested(profile, eligible=True)
        word = terms.flags(profile) | (attested.word() if attested else 0)
        desired = Desired(evidence={self.identity: pack_evidence(profile)}, assets=(terms,))
        if word:
            key = (self.stack.token.address.lower(), self.identity)
            desired.terms["polygon"] = {key: word}
        snapshot, fees = self.registry.snapshot(), self.registry.fees()
        return difference(
            desired, snapshot, fees, snapshot.timestamp,
            known=frozenset(), holders=set, costs=Costs(),
        )  # fmt: skip

    def issue_through_another_agent(self) -> None:
        """From now on; the first agent's nonces are the writer's alone."""
        other = self.stack.chain.actor("another agent")
        self.stack.token.grantLocalRole(LocalRole.AGENT, other, sender=self.stack.governor)
        self.issuer = other

    def issue(self, units: int) -> None:
        """The investor buys."""
        self.stack.token.mint(self.investor, units, sender=self.issuer or self.stack.agent)

    def apply(self, part: ChainPlan, journal: Path) -> ChainReport:
        (report,) = apply_plan(
            Plan(1, (part,), (), (), (), {}),
            {"polygon": self.registry},
            LocalSigner(Account.from_key(self.stack.agent.key)),
            journal,
            progress=Nobody(),
            costs=Costs(),
            poll=0.01,
            patience=10,
        )
        return report


def offer(node: NodeChain, route: str, classes: tuple[int, ...], exemption: str) -> Offer:
    stack = deploy_stack(node)
    engine, token, governor = stack.engine, stack.token, stack.governor
    engine.startCount(token, (True, False, 0, True), sender=governor)
    engine.configurePack(token, _LOTS, [EXEMPTIONS.index(exemption) << 16], sender=governor)
    asset = policy({"US": {"route": route}}, tokens={"polygon": token.address})
    setup = encode(asset, "US")
    engine.configurePack(token, 0, list(setup.words), sender=governor)
    stack.configure(
        rule_settings(
            set(setup.codes),
            ownPacks=1,
            recipientPacks=1,
            packLimits=list(setup.limits.items()),
            allotments=[(_PACK_LIMIT, key, value) for key, value in setup.limits.items()],
        )
    )
    investor = node.actor("investor")
    identity = int(str(node.actor("identity of investor")), 16)
    word = InvestorRecord(identity, 840, FOREVER, classes, 1).pack()  # type: ignore[arg-type]
    stack.enter([investor], [word])
    key = Account.from_key(stack.agent.key)
    registry = EvmRegistry("polygon", node.url, engine.address, key, tokens=[token.address])
    return Offer(stack, investor, identity, asset, registry)


@pytest.fixture
def node() -> Iterator[NodeChain]:
    with NodeChain(chain_id=137, serves=True) as made:
        yield made


def test_a_us_investor_is_refused_until_the_verification_date_is_written(
    node: NodeChain, tmp_path: Path
) -> None:
    made = offer(node, "US-01", BEST_CLASSES, "506c")
    today = node.timestamp - node.timestamp % DAY
    profile = made.profile(class_verified_at=(today,) * 5, verified_at=today)
    assert made.code() == VERIFICATION_TOO_OLD
    part = made.plan(profile)
    assert part.counts() == {"evidence": 1} and part.fee > 0
    report = made.apply(part, tmp_path / "journal")
    assert (report.written, report.refused, report.error) == (1, [], None)
    assert made.code() == 0
    assert made.plan(profile).rows == ()


def test_headroom_opens_sales_once_and_is_not_given_back(node: NodeChain, tmp_path: Path) -> None:
    made = offer(node, "US-08", (0, 0, 0, 0, 0), "CF")
    attested = node.timestamp - DAY
    profile = made.profile(headroom={"US": (Decimal(100), attested)})
    assert made.code() == NO_HEADROOM
    assert made.apply(made.plan(profile), tmp_path / "a").written == 2
    assert made.code(100 * UNIT) == 0 and made.code(100 * UNIT + 1) == ABOVE_HEADROOM
    made.stack.token.mint(made.investor, 30 * UNIT, sender=made.stack.agent)
    assert made.headroom() == 70 * DOLLAR
    assert made.plan(profile).rows == (), "the same attestation is not written again"

    insider = made.profile(headroom=profile.headroom, insider_of=frozenset({"NOTE"}))
    part = made.plan(insider)
    made.stack.token.mint(made.investor, 50 * UNIT, sender=made.stack.agent)
    report = made.apply(part, tmp_path / "b")
    assert report.written == 1 and made.plan(insider).rows == ()
    assert made.headroom() == 20 * DOLLAR, "bought between plan and apply, and still spent"
    transactions = node.nonce(made.stack.agent)
    assert made.apply(part, tmp_path / "b") == report
    assert node.nonce(made.stack.agent) == transactions

    newer = made.profile(headroom={"US": (Decimal(40), attested + 1)})
    made.apply(made.plan(newer), tmp_path / "c")
    assert made.headroom() == 40 * DOLLAR
    assert made.code(40 * UNIT) == 0 and made.code(40 * UNIT + 1) == ABOVE_HEADROOM


def buy_before(made: Offer, monkeypatch: pytest.MonkeyPatch, step: str, times: int) -> list[int]:
    """The investor buys a unit right before each of the first calls of a step of the writer.

    A transaction that is sent again, since it was not mined at the writer's first look, is no
    further call.
    """
    inner = getattr(made.registry, step)
    bought: list[int] = []
    sent: list[object] = []

    def outer(*args: object) -> object:
        again = step == "broadcast" and args in sent
        sent.append(args)
        if len(bought) < times and not again:
            bought.append(1)
            made.issue(UNIT)
        return inner(*args)

    monkeypatch.setattr(made.registry, step, outer)
    return bought


@pytest.mark.parametrize("step", ["trial", "prepare", "broadcast"])
@pytest.mark.parametrize(("times", "refused"), [(1, 0), (2, 0), (3, 1)])
def test_a_purchase_between_reading_and_writing_stays_spent(  # noqa: PLR0917 - three fixtures
    node: NodeChain,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    times: int,
    refused: int,
) -> None:
    """IDR-06: a word that was overtaken is merged anew; one overtaken thrice waits for a plan."""
    made = offer(node, "US-08", (0, 0, 0, 0, 0), "CF")
    buyer_ = made.profile(headroom={"US": (Decimal(100), node.timestamp - DAY)})
    made.apply(made.plan(buyer_), tmp_path / "a")
    insider = made.profile(headroom=buyer_.headroom, insider_of=frozenset({"NOTE"}))
    part = made.plan(insider)
    other = part.rows[0]._replace(key=part.rows[0].key[:-4] + "beef", old=0)
    part = replace(part, rows=(part.rows[0], other))
    writer = made.stack.agent
    made.issue_through_another_agent()
    with monkeypatch.context() as patch:
        bought = buy_before(made, patch, step, times)
        report = made.apply(part, tmp_path / "b")
    assert len(bought) == times and report.error is None
    assert made.headroom() == (100 - times) * DOLLAR
    assert len(report.refused) == refused and report.written == 2 - refused
    assert len(made.plan(insider).rows) == refused, "a new plan sees the row that was left out"
    transactions = node.nonce(writer)
    assert made.apply(part, tmp_path / "b") == report
    assert node.nonce(writer) == transactions
