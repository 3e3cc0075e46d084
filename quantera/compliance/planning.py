"""From the rows of a source to a plan: every investor judged, every check recorded."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from typing import Self

from quantera.compliance.assets import AssetPolicy
from quantera.compliance.bulk import without_collector
from quantera.compliance.catalogue import load_screening
from quantera.compliance.chain.protocol import RegistryReader
from quantera.compliance.costs import Costs
from quantera.compliance.desired import Desired
from quantera.compliance.difference import difference
from quantera.compliance.eligibility import Assessment, Assessor, EligibilityPolicy, Evidence
from quantera.compliance.errors import ProviderError
from quantera.compliance.headroom import Grants
from quantera.compliance.investor import Investor
from quantera.compliance.kyc.provider import KycProvider, KycResult
from quantera.compliance.plan import Plan, StandingAllotment
from quantera.compliance.quotas import Quota, QuotaMove, rebalance
from quantera.compliance.sanctions.ownership import Share, owned_by_listed
from quantera.compliance.sanctions.screening import Screener
from quantera.compliance.sources.rows import RawRow, RowFault, Validated, validate_rows
from quantera.compliance.store import Store
from quantera.compliance.store.checks import CheckRecord
from quantera.compliance.store.database import Registered
from quantera.compliance.terms import AssetTerms

_CHUNK = 2_000
# A batch writes most pages of the index by investor again, so few large ones cost least.
_PENDING_CHECKS = 100_000


@dataclass(slots=True)
class _Ownership:
    """Shares and listed persons met so far; investors are `id:…`, others `name:…`."""

    shares: list[Share] = field(default_factory=list)
    listed: dict[str, list[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    owned: dict[str, Assessment] = field(default_factory=dict)


class Evaluation:
    """Judges all investors of a source at one moment.

    Args:
        store: the compliance database.
        policy: what the issuer decides about standing.
        kyc: the provider.
        screener: index over the sanctions lists.
        now: Unix seconds.
    """

    def __init__(
        self,
        store: Store,
        policy: EligibilityPolicy,
        kyc: KycProvider,
        screener: Screener,
        now: int,
    ) -> None:
        self._store = store
        self._kyc = kyc
        self._now = now
        self._assessor = Assessor(policy, screener, now, store.reviews())
        with without_collector():
            self._registered = store.investors()
        self.faults: list[RowFault] = []

    @property
    def identities(self) -> set[int]:
        """Every identity that this register has given out and not erased."""
        return {entry.identity for entry in self._registered.values()}

    def assess(self, rows: Iterable[RawRow]) -> Iterator[Assessment]:
        """Judges the sound rows of a source, faults of the others going to `faults`.

        Bodies with owners come last, in the order of their rows: whether they are owned by listed
        persons is known only when everybody has been screened. Checks are recorded by the time this
        ends, however it ends.
        """
        ownership = _Ownership()
        valid = validate_rows(rows, self.faults.append)
        with _Recorder(self._store, self._now) as recorder:
            while chunk := list(islice(valid, _CHUNK)):
                assessments = self._chunk(chunk, ownership)
                recorder.add(assessments)
                yield from assessments
            late = self._owned(ownership)
            recorder.add(late)
            yield from late

    def _chunk(self, chunk: Sequence[Validated], ownership: _Ownership) -> list[Assessment]:
        investors = [entry.investor for entry in chunk]
        self._register(investors)
        kyc, answered = self._ask_kyc(investors)
        assessments = []
        for investor in investors:
            known = self._registered[investor.investor_id]
            reference = investor.kyc_reference
            evidence = Evidence(
                investor=investor,
                key=known.key,
                identity=known.identity,
                kyc=kyc.get(reference) if reference else None,
                kyc_answered=answered or not reference,
                matches=self._assessor.screen(investor),
            )
            assessment = self._assessor.assess(evidence)
            if self._note_owners(assessment, known, ownership):
                assessments.append(assessment)
        return assessments

    def _register(self, investors: Sequence[Investor]) -> None:
        new = [i.investor_id for i in investors if i.investor_id not in self._registered]
        if new:
            self._registered.update(self._store.register(new))

    def _ask_kyc(self, investors: Sequence[Investor]) -> tuple[Mapping[str, KycResult], bool]:
        references = list(dict.fromkeys(i.kyc_reference for i in investors if i.kyc_reference))
        found: dict[str, KycResult] = {}
        try:
            for start in range(0, len(references), self._kyc.batch):
                found.update(self._kyc.results(references[start : start + self._kyc.batch]))
        except ProviderError:
            return {}, False
        return found, True

    def _note_owners(
        self, assessment: Assessment, known: Registered, ownership: _Ownership
    ) -> bool:
        """Whether the judgement is final: nobody owns the investor as far as is known."""
        investor = assessment.evidence.investor
        own = f"id:{investor.investor_id}"
        if assessment.evidence.matches:
            lists = self._assessor.listed_on(known.key, assessment.evidence.matches)
            if lists:
                ownership.listed[own] = lists
        for owner in investor.owners:
            key = f"id:{owner.investor_id}" if owner.investor_id else f"name:{owner.name}"
            ownership.shares.append(Share(key, own, owner.percent, owner.control))
            if owner.name:
                ownership.names.add(owner.name)
        if investor.owners:
            ownership.owned[own] = assessment
        return not investor.owners

    def _owned(self, ownership: _Ownership) -> list[Assessment]:
        for name in ownership.names:
            lists = self._assessor.listed_on(None, self._assessor.screen_name(name))
            if lists:
                ownership.listed[f"name:{name}"] = lists
        found = defaultdict(list)
        parameters = load_screening().lists
        for verdict in owned_by_listed(ownership.shares, ownership.listed, parameters):
            found[verdict.owned].append(verdict)
        return [
            self._assessor.with_owners(assessment, found[key]) if key in found else assessment
            for key, assessment in ownership.owned.items()
        ]


class _Recorder:
    """Records checks beside the judging, which need not wait for the database's disk.

    Leaving it waits until all are recorded.

    Args:
        store: the compliance database.
        now: when they were made, Unix seconds.
    """

    def __init__(self, store: Store, now: int) -> None:
        self._store = store
        self._now = now
        self._pending: list[CheckRecord] = []
        self._thread = ThreadPoolExecutor(1)
        self._running: Future[int] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._thread:
            self._record()
            self._wait()

    def add(self, assessments: Sequence[Assessment]) -> None:
        """Takes in what was found; raises what kept earlier checks from being recorded."""
        for assessment in assessments:
            self._pending += assessment.checks
        if len(self._pending) >= _PENDING_CHECKS:
            self._record()

    def _record(self) -> None:
        self._wait()
        pending, self._pending = self._pending, []
        self._running = self._thread.submit(self._store.record, pending, self._now)

    def _wait(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            running.result()


@dataclass(frozen=True, slots=True)
class PlanSettings:
    """How a plan is made.

    Attributes:
        costs: gas figures.
        horizon: seconds ahead within which ends of validity are announced.
        release: whether holds that the evidence no longer asks for are lifted.
    """

    costs: Costs = field(default_factory=Costs)
    horizon: int = 30 * 86_400
    release: bool = False


def make_plan(
    evaluation: Evaluation,
    rows: Iterable[RawRow],
    readers: Sequence[RegistryReader],
    *,
    quotas: Iterable[Quota],
    assets: Iterable[AssetPolicy] = (),
    settings: PlanSettings,
    now: int,
) -> Plan:
    """Judges all investors and takes the difference to every chain's registry.

    Args:
        evaluation: judges the rows.
        rows: of one source.
        readers: one per chain.
        quotas: limits that are divided between the chains.
        assets: whose terms with investors are written.
        settings: how the plan is made.
        now: Unix seconds.

    Raises:
        SourceError: the source cannot be read.
        RegistryError: a chain cannot be reached.
    """
    with without_collector():
        snapshots = [reader.snapshot() for reader in readers]
        terms = tuple(AssetTerms.of(policy) for policy in assets)
        desired = Desired(assets=terms, grants=Grants(snapshots))
        for assessment in evaluation.assess(rows):
            desired.add(assessment)
        known = evaluation.identities
        chains = [
            difference(
                desired,
                snapshot,
                reader.fees(),
                now,
                known=known,
                holders=reader.holders,
                costs=settings.costs,
                horizon=settings.horizon,
                release=settings.release,
            )
            for reader, snapshot in zip(readers, snapshots, strict=True)
        ]
    divided = tuple(quotas)
    moves = tuple(rebalance(divided))
    return Plan(
        created_at=now,
        chains=tuple(chains),
        quota_moves=moves,
        refused=tuple(desired.refused),
        faults=tuple(evaluation.faults),
        standings=desired.standings,
        allotted=tuple(_standing(moves, divided)),
    )


def _standing(moves: Sequence[QuotaMove], quotas: Sequence[Quota]) -> Iterator[StandingAllotment]:
    """What each chain of a move had when it was decided."""
    parts = {(quota.asset, quota.limit): quota.parts for quota in quotas}
    places = ((m.asset, m.limit, chain) for m in moves for chain in (m.source, m.target))
    for asset, limit, chain in dict.fromkeys(places):
        yield StandingAllotment(asset, limit, chain, parts[asset, limit][chain].allotted)
