"""Carries what one chain made stricter to all others: revocations, holds, shorter validity."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quantera.compliance.chain.protocol import RecordChange, RegistryReader
from quantera.compliance.costs import Costs, estimate
from quantera.compliance.errors import ComplianceError
from quantera.compliance.plan import ChainPlan, Plan, Row, RowKind
from quantera.compliance.record import (
    CONTENT_MASK,
    FLAG_SANCTIONS_HOLD,
    HOLD_BIT,
    IDENTITY_MASK,
    valid_until_of,
    with_flags,
    with_valid_until,
)


@dataclass(frozen=True, slots=True)
class Tightening:
    """One chain made a wallet's record stricter.

    Attributes:
        chain: where.
        wallet: whose.
        identity: of the record.
        hold: whether a hold was set.
        valid_until: the new, earlier end; None when it did not change.
    """

    chain: str
    wallet: str
    identity: int
    hold: bool
    valid_until: int | None


def tightening(chain: str, change: RecordChange, before: int) -> Tightening | None:
    """What a change made stricter; None for anything else, a renewal or first entry included."""
    after = change.record
    identity = before & IDENTITY_MASK
    if not identity or after & IDENTITY_MASK != identity:
        return None
    hold = bool(after & HOLD_BIT) and not before & HOLD_BIT
    shorter = valid_until_of(after) < valid_until_of(before)
    if not hold and not shorter:
        return None
    return Tightening(
        chain, change.wallet, identity, hold, valid_until_of(after) if shorter else None
    )


def _followed(word: int, cause: Tightening) -> int:
    if cause.hold:
        word = with_flags(word, FLAG_SANCTIONS_HOLD)
    if cause.valid_until is not None and cause.valid_until < valid_until_of(word):
        word = with_valid_until(word, cause.valid_until)
    return word


class Watcher:
    """Follows the registries of all chains.

    What was seen up to which block is kept in a file, so that what happens while nobody watches is
    carried over at the next start.

    Args:
        readers: one per chain.
        cursor: the file.
        costs: gas figures.
    """

    def __init__(self, readers: Mapping[str, RegistryReader], cursor: Path, costs: Costs) -> None:
        self._readers = readers
        self._cursor = cursor
        self._costs = costs
        self._records: dict[str, dict[str, int]] = {name: {} for name in readers}
        self._seen = self._load()
        self._read = dict.fromkeys(readers, -1)

    def _load(self) -> dict[str, int]:
        if not self._cursor.exists():
            return {}
        try:
            content = json.loads(self._cursor.read_text())
            return {str(name): int(block) for name, block in content.items()}
        except (ValueError, AttributeError, TypeError) as error:
            raise ComplianceError(f"{self._cursor.name} is not a watcher's cursor") from error

    def look(self, now: int) -> Plan | None:
        """What must follow from everything since the last look; None when nothing must.

        Changes before the cursor only build up the state; without a cursor, watching starts now.

        Raises:
            RegistryError: a chain cannot be reached.
        """
        causes: list[Tightening] = []
        for name, reader in self._readers.items():
            block, changes = reader.changes(self._read[name])
            records = self._records[name]
            since = self._seen.get(name, block)
            for change in changes:
                if change.block > since:
                    cause = tightening(name, change, records.get(change.wallet, 0))
                    if cause is not None:
                        causes.append(cause)
                records[change.wallet] = change.record
            self._read[name] = block
        plan = self._plan(causes, now)
        return plan if not plan.empty else None

    def done(self) -> None:
        """What `look` found has been carried over: the cursor moves on."""
        self._seen = dict(self._read)
        draft = self._cursor.with_suffix(".new")
        draft.write_text(json.dumps(self._seen))
        draft.replace(self._cursor)

    def _plan(self, causes: list[Tightening], now: int) -> Plan:
        chains = []
        for name, reader in self._readers.items():
            wanted: dict[str, int] = {}
            records = self._records[name]
            for cause in causes:
                known = wanted.get(cause.wallet, records.get(cause.wallet, 0))
                if cause.chain != name and known & IDENTITY_MASK == cause.identity:
                    wanted[cause.wallet] = _followed(known, cause)
            rows = [
                _row(wallet, records[wallet], word)
                for wallet, word in sorted(wanted.items())
                if (word ^ records[wallet]) & CONTENT_MASK
            ]
            rows.sort(key=lambda row: row.kind != "hold")
            gas, fee, transactions = (
                estimate(rows, reader.fees(), self._costs) if rows else (0, 0, 0)
            )
            chains.append(
                ChainPlan(
                    chain=name,
                    block=self._read[name],
                    rows=tuple(rows),
                    lapsing=(),
                    conflicts=(),
                    foreign=0,
                    gas=gas,
                    fee=fee,
                    transactions=transactions,
                )
            )
        return Plan(now, tuple(chains), (), (), (), {})


def _row(wallet: str, old: int, new: int) -> Row:
    kind: RowKind = "hold" if new & HOLD_BIT and not old & HOLD_BIT else "expiry"
    return Row(kind, wallet, old, new & CONTENT_MASK)
