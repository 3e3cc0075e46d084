"""The difference between what the evidence says and what the registries of all chains hold."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Literal, NamedTuple

from quantera.compliance.chain.protocol import FeeQuote, Snapshot
from quantera.compliance.eligibility import Assessment, Standing
from quantera.compliance.errors import ComplianceError
from quantera.compliance.evidence import pack_evidence
from quantera.compliance.quotas import QuotaMove
from quantera.compliance.record import (
    ATTESTER_MASK,
    CONTENT_MASK,
    FLAG_SANCTIONS_HOLD,
    HOLD_BIT,
    IDENTITY_MASK,
    VALID_UNTIL_MASK,
    valid_until_of,
    with_flags,
    with_valid_until,
)
from quantera.compliance.sources.rows import RowFault
from quantera.compliance.terms import FLAGS, AssetTerms, TermsKey, terms_differences

RowKind = Literal[
    "hold", "expiry", "change", "renewal", "add", "release", "removal", "evidence", "terms"
]
ROW_KINDS: tuple[RowKind, ...] = (
    "hold",
    "expiry",
    "change",
    "renewal",
    "add",
    "release",
    "removal",
    "evidence",
    "terms",
)
"""In the order in which they are applied: what protects goes first."""

_FORMAT = "quantera-compliance-plan-1"


class Row(NamedTuple):
    """One thing to write on one chain.

    `key` is a wallet, an identity for evidence, or token and identity for terms; `old` and `new`
    are packed words.
    """

    kind: RowKind
    key: str
    old: int
    new: int


class Refusal(NamedTuple):
    """An investor, wallet or row that is not written, with the reasons' codes or the fault."""

    subject: str
    why: str


@dataclass(slots=True)
class Desired:
    """What the evidence of all investors amounts to, kept small: words, not objects.

    Attributes:
        everywhere: identity's record and standing by wallet, for wallets used on all chains.
        only: the same per chain, for wallets named for one chain.
        evidence: evidence word by identity.
        assets: assets whose terms with investors are written.
        terms: word by token and identity, per chain; where the evidence says something.
        refused: investors that are not written, with why.
        standings: how many investors have which standing.
    """

    everywhere: dict[str, tuple[int, Standing]] = field(default_factory=dict)
    only: dict[str, dict[str, tuple[int, Standing]]] = field(default_factory=dict)
    evidence: dict[int, int] = field(default_factory=dict)
    assets: tuple[AssetTerms, ...] = ()
    terms: dict[str, dict[TermsKey, int]] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    standings: Counter[str] = field(default_factory=Counter)

    def add(self, assessment: Assessment) -> None:
        """Takes one investor in."""
        standing = assessment.standing
        investor = assessment.evidence.investor
        wanted = (assessment.record(), standing)
        for chain, address in investor.wallets:
            place = self.everywhere if chain is None else self.only.setdefault(chain, {})
            place[address] = wanted
        if standing == "eligible":
            self.evidence[assessment.profile.identity] = pack_evidence(assessment.profile)
        else:
            codes = ", ".join(f"{r.code} {r.text}" for r in assessment.reasons)
            self.refused.append(Refusal(investor.investor_id, codes))
        self._add_terms(assessment)
        self.standings[standing] += 1

    def _add_terms(self, assessment: Assessment) -> None:
        investor, profile = assessment.evidence.investor, assessment.profile
        if not (profile.headroom or profile.affiliate_of or profile.insider_of):
            return
        for asset in self.assets:
            chains = {chain for chain in asset.tokens if investor.wallets_on(chain)}
            eligible = assessment.standing == "eligible"
            word = asset.pack(profile, eligible=eligible, chains=len(chains))
            for chain, token in asset.tokens.items():
                own = word if chain in chains else word & FLAGS
                if own:
                    self.terms.setdefault(chain, {})[token.lower(), profile.identity] = own

    def on(self, chain: str) -> Iterable[tuple[str, tuple[int, Standing]]]:
        """Wallets of one chain; one named for the chain wins over the same one named for all."""
        own = self.only.get(chain)
        if own is None:
            return self.everywhere.items()
        return {**self.everywhere, **own}.items()


@dataclass(frozen=True, slots=True)
class ChainPlan:
    """What is to be done on one chain.

    Attributes:
        chain: the chain's name.
        block: block of the snapshot that the difference was taken against.
        rows: what to write, in the order of `ROW_KINDS` and then of their keys.
        lapsing: wallets whose record ends within the horizon, with the second.
        conflicts: wallets registered for another identity.
        foreign: wallets of identities that this register did not give out; left alone.
        gas: estimated for all rows.
        fee: estimated, in the native coin's smallest unit.
        transactions: how many.
    """

    chain: str
    block: int
    rows: tuple[Row, ...]
    lapsing: tuple[tuple[str, int], ...]
    conflicts: tuple[Refusal, ...]
    foreign: int
    gas: int
    fee: int
    transactions: int

    def counts(self) -> Counter[str]:
        """Rows by kind."""
        return Counter(row.kind for row in self.rows)


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole difference.

    Attributes:
        created_at: Unix seconds.
        chains: per chain.
        quota_moves: allotments to move between chains.
        refused: investors that are not written, with why.
        faults: rows of the source that were not understood.
        standings: how many investors have which standing.
    """

    created_at: int
    chains: tuple[ChainPlan, ...]
    quota_moves: tuple[QuotaMove, ...]
    refused: tuple[Refusal, ...]
    faults: tuple[RowFault, ...]
    standings: Mapping[str, int]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to do."""
        return not self.quota_moves and not any(chain.rows for chain in self.chains)

    def digest(self) -> str:
        """SHA-256 over everything that applying the plan would do."""
        digest = hashlib.sha256(_FORMAT.encode())
        for chain in self.chains:
            digest.update(f"|{chain.chain}|".encode())
            for row in chain.rows:
                digest.update(f"{row.kind},{row.key},{row.new:x};".encode())
        for move in self.quota_moves:
            digest.update(repr(move).encode())
        if self.quota_moves:
            # The same move, planned again another day, is another message between the chains.
            digest.update(f"|{self.created_at}".encode())
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Costs:
    """Gas of the registry's calls, for estimates and for sizing batches.

    Attributes:
        base: a transaction without rows, signature check included.
        row: one row, at its dearest (a record written for the first time).
        single: a call that handles one row (removal, evidence, terms), whole transaction.
        row_bytes: calldata of one row.
        limit: most gas of one transaction (EIP-7825).
        share: share of a block that one transaction may take, in hundredths.
    """

    base: int = 120_000
    row: int = 32_000
    single: int = 80_000
    row_bytes: int = 64
    limit: int = 16_777_216
    share: int = 50

    def rows_per_batch(self, block_gas_limit: int) -> int:
        """Rows that fit a transaction.

        Raises:
            ComplianceError: not even one does.
        """
        gas = min(self.limit, block_gas_limit * self.share // 100)
        rows = (gas - self.base) // self.row
        if rows < 1:
            raise ComplianceError(f"a block of {block_gas_limit} gas holds no batch")
        return rows


SINGLE_KINDS: frozenset[RowKind] = frozenset({"removal", "evidence", "terms"})
"""Kinds that the registry takes one at a time."""


def estimate(rows: Sequence[Row], fees: FeeQuote, costs: Costs) -> tuple[int, int, int]:
    """Gas, fee in the native coin's smallest unit, and number of transactions of some rows."""
    counts = Counter(row.kind for row in rows)
    single = sum(counts[kind] for kind in SINGLE_KINDS)
    size = costs.rows_per_batch(fees.block_gas_limit)
    agent = sum(by_agent(row) for row in rows)
    attested = len(rows) - single - agent
    batches = -(-attested // size) + -(-agent // size)
    gas = batches * costs.base + (attested + agent) * costs.row + single * costs.single
    data = len(rows) * costs.row_bytes * fees.data_price
    return gas, gas * fees.gas_price + data, batches + single


def _wanted_word(old: int, record: int, standing: Standing, now: int, *, release: bool) -> int:
    """What a registered wallet's record should become."""
    if standing == "eligible":
        return record if release else record | (old & HOLD_BIT)
    if standing == "held":
        # The rest of a held record is left as it was: evidence that is missing ends nothing here.
        return with_flags(old, FLAG_SANCTIONS_HOLD)
    if standing == "lapsed" and valid_until_of(old) > now:
        return with_valid_until(old, now)
    return old


def _kind(old: int, new: int) -> RowKind:
    if old & HOLD_BIT and not new & HOLD_BIT:
        return "release"
    if new & HOLD_BIT and not old & HOLD_BIT:
        return "hold"
    if (old ^ new) & CONTENT_MASK & ~VALID_UNTIL_MASK == 0:
        return "renewal" if valid_until_of(new) > valid_until_of(old) else "expiry"
    return "change"


def by_agent(row: Row) -> bool:
    """Whether an agent must write the row: the registry keeps issuers from what agents wrote."""
    if row.kind == "release":
        return True
    written_by_agent = row.old & IDENTITY_MASK != 0 and row.old & ATTESTER_MASK == 0
    return written_by_agent and row.kind not in SINGLE_KINDS


_ORDER = {kind: place for place, kind in enumerate(ROW_KINDS)}


def difference(
    desired: Desired,
    snapshot: Snapshot,
    fees: FeeQuote,
    now: int,
    *,
    known: frozenset[int] | set[int],
    holders: Callable[[Iterable[str]], set[str]],
    costs: Costs,
    horizon: int = 0,
    release: bool = False,
) -> ChainPlan:
    """What one chain's registry lacks.

    Args:
        desired: what the evidence amounts to.
        snapshot: the chain's register.
        fees: what gas costs there.
        now: Unix seconds.
        known: identities that this register has given out; others are left alone.
        holders: function from wallets to those of them that hold a token.
        costs: gas figures.
        horizon: seconds ahead within which an end of validity is announced.
        release: whether holds that the evidence no longer asks for are lifted; an officer may have
            set them for reasons that are not in the evidence.
    """
    rows: list[Row] = []
    conflicts: list[Refusal] = []
    lapsing: list[tuple[str, int]] = []
    wallets = dict(desired.on(snapshot.chain))
    for wallet, (record, standing) in wallets.items():
        old = snapshot.records.get(wallet, 0)
        if not old & IDENTITY_MASK:
            if standing == "eligible":
                rows.append(Row("add", wallet, 0, record))
            continue
        if (old ^ record) & IDENTITY_MASK:
            conflicts.append(Refusal(wallet, "registered for another identity"))
            continue
        new = _wanted_word(old, record, standing, now, release=release)
        if (old ^ new) & CONTENT_MASK:
            rows.append(Row(_kind(old, new), wallet, old, new & CONTENT_MASK))
        elif now <= valid_until_of(old) < now + horizon:
            lapsing.append((wallet, valid_until_of(old)))
    extra = [
        wallet
        for wallet, old in snapshot.records.items()
        if wallet not in wallets and old & IDENTITY_MASK in known
    ]
    foreign = sum(
        1
        for wallet, old in snapshot.records.items()
        if old & IDENTITY_MASK and wallet not in wallets and old & IDENTITY_MASK not in known
    )
    holding = holders(extra) if extra else set()
    for wallet in extra:
        old = snapshot.records[wallet]
        if wallet not in holding:
            rows.append(Row("removal", wallet, old, 0))
        elif valid_until_of(old) > now:
            rows.append(Row("expiry", wallet, old, with_valid_until(old, now) & CONTENT_MASK))
    for identity, word in desired.evidence.items():
        before = snapshot.evidence.get(identity, 0)
        if before != word:
            rows.append(Row("evidence", f"0x{identity:040x}", before, word))
    own = desired.terms.get(snapshot.chain, {})
    tokens = {
        a.tokens[snapshot.chain].lower() for a in desired.assets if snapshot.chain in a.tokens
    }
    ours = {key: words for key, words in snapshot.terms.items() if key[0] in tokens}
    rows += (Row("terms", *changed) for changed in terms_differences(own, ours, desired.evidence))
    rows.sort(key=lambda row: (_ORDER[row.kind], by_agent(row), row.key))
    gas, fee, transactions = estimate(rows, fees, costs)
    return ChainPlan(
        chain=snapshot.chain,
        block=snapshot.block,
        rows=tuple(rows),
        lapsing=tuple(sorted(lapsing)),
        conflicts=tuple(conflicts),
        foreign=foreign,
        gas=gas,
        fee=fee,
        transactions=transactions,
    )


def write_plan(plan: Plan, file: IO[str]) -> None:
    """Writes a plan as lines of JSON: a head, then one line per row and per refusal."""
    head = {
        "format": _FORMAT,
        "createdAt": plan.created_at,
        "digest": plan.digest(),
        "standings": dict(plan.standings),
        "quotaMoves": [move._asdict() for move in plan.quota_moves],
        "chains": [
            {
                "chain": c.chain,
                "block": c.block,
                "foreign": c.foreign,
                "gas": c.gas,
                "fee": c.fee,
                "transactions": c.transactions,
                "counts": dict(c.counts()),
            }
            for c in plan.chains
        ],
    }
    file.write(json.dumps(head) + "\n")
    for chain in plan.chains:
        for row in chain.rows:
            file.write(
                f'["row","{chain.chain}","{row.kind}","{row.key}","{row.old:x}","{row.new:x}"]\n'
            )
        for wallet, until in chain.lapsing:
            file.write(json.dumps(["lapsing", chain.chain, wallet, until]) + "\n")
        for conflict in chain.conflicts:
            file.write(json.dumps(["conflict", chain.chain, *conflict]) + "\n")
    for refusal in plan.refused:
        file.write(json.dumps(["refused", *refusal]) + "\n")
    for fault in plan.faults:
        entry = ["fault", fault.row, fault.field, fault.fault, fault.message]
        file.write(json.dumps(entry) + "\n")


def read_plan(path: Path) -> Plan:
    """Reads a plan that `write_plan` wrote.

    Raises:
        ComplianceError: not a plan, or changed since it was written.
    """
    try:
        with path.open(encoding="utf-8") as file:
            head = json.loads(file.readline())
            lines = [json.loads(line) for line in file]
        if head["format"] != _FORMAT:
            raise ComplianceError(f"{path.name} is of another format")
        plan = _assemble(head, lines)
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise ComplianceError(f"{path.name} is not a plan: {error}") from error
    if plan.digest() != head["digest"]:
        raise ComplianceError(f"{path.name} was changed after it was written")
    return plan


def _assemble(head: Mapping[str, Any], lines: Iterable[Sequence[Any]]) -> Plan:
    rows: dict[str, list[Row]] = {}
    lapsing: dict[str, list[tuple[str, int]]] = {}
    conflicts: dict[str, list[Refusal]] = {}
    refused, faults = [], []
    for kind, *rest in lines:
        match kind:
            case "row":
                chain, row_kind, key, old, new = rest
                if row_kind not in _ORDER:
                    raise ValueError(f"unknown row {row_kind!r}")
                rows.setdefault(chain, []).append(Row(row_kind, key, int(old, 16), int(new, 16)))
            case "lapsing":
                lapsing.setdefault(rest[0], []).append((rest[1], rest[2]))
            case "conflict":
                conflicts.setdefault(rest[0], []).append(Refusal(rest[1], rest[2]))
            case "refused":
                refused.append(Refusal(*rest))
            case "fault":
                faults.append(RowFault(*rest))
            case _:
                raise ValueError(f"unknown line {kind!r}")
    return Plan(
        created_at=head["createdAt"],
        chains=tuple(
            ChainPlan(
                chain=c["chain"],
                block=c["block"],
                rows=tuple(rows.get(c["chain"], ())),
                lapsing=tuple(lapsing.get(c["chain"], ())),
                conflicts=tuple(conflicts.get(c["chain"], ())),
                foreign=c["foreign"],
                gas=c["gas"],
                fee=c["fee"],
                transactions=c["transactions"],
            )
            for c in head["chains"]
        ),
        quota_moves=tuple(QuotaMove(**move) for move in head["quotaMoves"]),
        refused=tuple(refused),
        faults=tuple(faults),
        standings=head["standings"],
    )
