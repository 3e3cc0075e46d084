"""What is to be done on every chain: rows to write, moves of allotments, and who is left out."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from quantera.compliance.quotas import QuotaMove
from quantera.compliance.record import ATTESTER_MASK, IDENTITY_MASK
from quantera.compliance.sources.rows import RowFault

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


SINGLE_KINDS: frozenset[RowKind] = frozenset({"removal", "evidence", "terms"})
"""Kinds that the registry takes one at a time."""


PLAN_FORMAT = "quantera-compliance-plan-1"
"""First word of a plan's file and of what its digest covers."""


class Row(NamedTuple):
    """One thing to write on one chain.

    `key` is a wallet, an identity for evidence, or token and identity for terms; `old` and `new`
    are packed words.
    """

    kind: RowKind
    key: str
    old: int
    new: int


def by_agent(row: Row) -> bool:
    """Whether an agent must write the row: the registry keeps issuers from what agents wrote."""
    if row.kind == "release":
        return True
    written_by_agent = row.old & IDENTITY_MASK != 0 and row.old & ATTESTER_MASK == 0
    return written_by_agent and row.kind not in SINGLE_KINDS


class Dealt(NamedTuple):
    """Headroom that a place had been given when a plan was made, in terms of `terms.Attested`.

    `token` is in lower case, `amount` has 8 decimals.
    """

    token: str
    identity: int
    jurisdiction: int
    until: int
    amount: int


class StandingAllotment(NamedTuple):
    """A chain's allotment of a limit that a plan moves, when the plan was made."""

    asset: str
    limit: str
    chain: str
    allotted: int


class Refusal(NamedTuple):
    """An investor, wallet or row that is not written, with the reasons' codes or the fault."""

    subject: str
    why: str


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
        dealt: what investors to whom the plan deals out headroom had been given here before.
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
    dealt: tuple[Dealt, ...] = ()

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
        allotted: what the chains of the moves had when they were decided.
    """

    created_at: int
    chains: tuple[ChainPlan, ...]
    quota_moves: tuple[QuotaMove, ...]
    refused: tuple[Refusal, ...]
    faults: tuple[RowFault, ...]
    standings: Mapping[str, int]
    allotted: tuple[StandingAllotment, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to do."""
        return not self.quota_moves and not any(chain.rows for chain in self.chains)

    def digest(self) -> str:
        """SHA-256 over everything that applying the plan would do, and what it rests on."""
        digest = hashlib.sha256(PLAN_FORMAT.encode())
        for chain in self.chains:
            digest.update(f"|{chain.chain}|".encode())
            for row in chain.rows:
                digest.update(f"{row.kind},{row.key},{row.new:x};".encode())
            for dealt in chain.dealt:
                digest.update(repr(tuple(dealt)).encode())
        for standing in self.allotted:
            digest.update(repr(tuple(standing)).encode())
        for move in self.quota_moves:
            digest.update(repr(move).encode())
        if self.quota_moves:
            # The same move, planned again another day, is another message between the chains.
            digest.update(f"|{self.created_at}".encode())
        return digest.hexdigest()
