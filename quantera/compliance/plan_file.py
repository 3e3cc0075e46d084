"""A plan as a file of JSON lines, which a person reviews before it is applied."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from quantera.compliance.errors import ComplianceError
from quantera.compliance.plan import (
    PLAN_FORMAT,
    ROW_KINDS,
    ChainPlan,
    Dealt,
    Plan,
    Refusal,
    Row,
    StandingAllotment,
)
from quantera.compliance.quotas import QuotaMove
from quantera.compliance.sources.rows import RowFault


def write_plan(plan: Plan, file: IO[str]) -> None:
    """Writes a plan as lines of JSON: a head, then one line per row and per refusal."""
    head = {
        "format": PLAN_FORMAT,
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
        for dealt in chain.dealt:
            file.write(json.dumps(["dealt", chain.chain, *dealt]) + "\n")
        for wallet, until in chain.lapsing:
            file.write(json.dumps(["lapsing", chain.chain, wallet, until]) + "\n")
        for conflict in chain.conflicts:
            file.write(json.dumps(["conflict", chain.chain, *conflict]) + "\n")
    for standing in plan.allotted:
        file.write(json.dumps(["allotted", *standing]) + "\n")
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
        if head["format"] != PLAN_FORMAT:
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
    dealt: dict[str, list[Dealt]] = {}
    refused, faults, allotted = [], [], []
    for kind, *rest in lines:
        match kind:
            case "row":
                chain, row_kind, key, old, new = rest
                if row_kind not in ROW_KINDS:
                    raise ValueError(f"unknown row {row_kind!r}")
                rows.setdefault(chain, []).append(Row(row_kind, key, int(old, 16), int(new, 16)))
            case "dealt":
                dealt.setdefault(rest[0], []).append(Dealt(*rest[1:]))
            case "allotted":
                allotted.append(StandingAllotment(*rest))
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
                dealt=tuple(dealt.get(c["chain"], ())),
            )
            for c in head["chains"]
        ),
        quota_moves=tuple(QuotaMove(**move) for move in head["quotaMoves"]),
        refused=tuple(refused),
        faults=tuple(faults),
        standings=head["standings"],
        allotted=tuple(allotted),
    )
