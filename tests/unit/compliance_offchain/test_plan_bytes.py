"""A register of fixed salts always gives the same plan and the same record of checks, byte by byte.

The two digests are those of the first implementation; whatever makes planning faster must keep
them. Investors come from the benchmark's generator and from rows that reach its corners: owners,
aliases, accents, wallets of single chains, listed names, lapsed evidence, faults.
"""

import hashlib
import io
import json
import random
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path

import pytest

from quantera.compliance import benchmark
from quantera.compliance.catalogue import load_screening
from quantera.compliance.desired import Desired
from quantera.compliance.eligibility import EligibilityPolicy
from quantera.compliance.kyc.file import FileKycProvider
from quantera.compliance.moments import DAY
from quantera.compliance.plan_file import write_plan
from quantera.compliance.planning import Evaluation, PlanSettings, make_plan
from quantera.compliance.record import HOLD_BIT
from quantera.compliance.sanctions.screening import Screener
from quantera.compliance.sources import open_source
from quantera.compliance.store import Store, database

PLAN = "bde23b63ead6dce1cf0e3744d714ec1fd65b9d158833fc18ee919daa8ec7b8c5"
CHECKS = "e49e2e00341d2551760390b4aaaba3c75c31a9b905dcb41e23cacb86470a0254"
CSV_INVESTORS = 400


def corner(number: int, **changes: object) -> dict[str, object]:
    return {
        "investorId": f"corner-{number}",
        "kind": "individual",
        "name": f"Corner Person {number}",
        "residence": "DE",
        "wallets": [f"0x{number + 1:040x}"],
        "kycReference": f"kyc-{number}",
        **changes,
    }


def corners(listed: list[str]) -> list[dict[str, object]]:
    body = {"kind": "organisation", "residence": "GB"}
    rows: list[dict[str, object]] = [corner(n, name=name) for n, name in enumerate(listed)]
    various: tuple[dict[str, object], ...] = (
        {"name": "Jürgen O\u2019Néill-Müller", "aliases": ["Jurgen Oneill", listed[0]]},
        {"name": "K\u0103t\u0103lin", "birthDate": "1971-02-03", "highRisk": True},
        {**body, "name": "Plain Holdings Limited", "distributor": True},
        {**body, "name": "Owned GmbH", "owners": [{"investorId": "corner-0", "percent": "51"}]},
        {**body, "name": "Part SA", "owners": [{"name": listed[1], "percent": 30},
                                               {"name": "Nobody Known", "percent": "12.5"}]},
        {"wallets": ["polygon:0x" + "ab" * 20, {"chain": "optimism", "address": "0x" + "cd" * 20}]},
        {"wallets": ["0x" + "ef" * 20, "arbitrum:0x" + "12" * 20], "custodian": True},
        {"classes": {"eu": {"category": "professional", "validUntil": "2020-01-01"}}},
        {"classes": {"US": {"category": "accredited", "verifiedAt": 1_790_000_000,
                            "method": "written-representation"}}, "residence": 840,
         "usPerson": True, "headroom": {"US": {"amount": "1234.5678", "attestedAt": "2026-09-01"}}},
        {"residence": "GB", "headroom": {"UK": {"amount": 9, "attestedAt": "2026-10-31T12:00:00Z"}},
         "appropriatenessAt": {"UK": "2026-02-02", "EU": "2026-03-03"}, "requestedAt": 1},
        {"affiliateOf": ["BENCH"], "insiderOf": ["BENCH", "OTHER"], "nationalities": ["FR", "JP"]},
        {"residence": "IR", "documents": ["P-123 456"], "foreignNotificationAt": "2026-04-04"},
        {"kycReference": "kyc-unknown"}, {"kycReference": None}, {"kycReference": "kyc-399"},
        {"residence": "Atlantis"}, {"wallets": []}, {"name": ""}, {"investorId": "corner-0"},
        {"wallets": ["0x" + "ef" * 20]}, {"wallets": ["0x" + "Ab" * 20]}, {"unknown": 1},
        {"classes": {"EU": {"category": "superb"}}}, {"birthDate": "yesterday"},
    )  # fmt: skip
    for changes in various:
        rows.append(corner(len(rows), **changes))
    return rows


@pytest.fixture
def fixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Store]]:
    """The plan's text, and the database after it."""
    numbers = count()
    monkeypatch.setattr(database, "new_salt", lambda: next(numbers).to_bytes(32, "big"))
    monkeypatch.setattr(benchmark, "_LISTED", {"OFAC": 300, "EU": 200, "UK": 100, "UN": 50})
    rng = random.Random(7)
    lists = benchmark.sanctions_lists(rng)
    screener = Screener(lists, load_screening().matching)
    source, kyc = benchmark.write_inputs(tmp_path, CSV_INVESTORS, rng)
    listed = [content.entries[9].names[0].text for content in lists]
    more = tmp_path / "more.json"
    more.write_text(json.dumps(corners(listed)), encoding="utf-8")
    store = Store(f"sqlite:///{tmp_path / 'compliance.db'}")
    policy = EligibilityPolicy(sanctioned_countries=frozenset({364}))

    def evaluation() -> Evaluation:
        return Evaluation(store, policy, FileKycProvider(kyc), screener, benchmark.NOW)

    desired = Desired()
    for assessment in evaluation().assess(chain(*map(open_source, (str(source), str(more))))):
        desired.add(assessment)
    registers = benchmark._registers(desired, rng)
    for wallet, word in registers[0].records.items():
        registers[0].records[wallet] = word & ~HOLD_BIT
    plan = make_plan(
        evaluation(),
        chain(*map(open_source, (str(source), str(more)))),
        registers,
        quotas=(),
        assets=(benchmark._policy(),),
        settings=PlanSettings(horizon=400 * DAY),
        now=benchmark.NOW,
    )
    text = io.StringIO()
    write_plan(plan, text)
    yield text.getvalue(), store
    store.close()


def test_the_plan_is_the_same_byte_by_byte(fixed: tuple[str, Store]) -> None:
    text, _ = fixed
    for part in ('"add"', '"expiry"', '"hold"', '"evidence"', '"terms"', "DuplicateWallet",
                 "WrongChecksum", "UnknownCountry", '"refused"', '"lapsing"'):  # fmt: skip
        assert part in text, part
    assert hashlib.sha256(text.encode()).hexdigest() == PLAN


def test_the_record_of_checks_is_the_same_byte_by_byte(fixed: tuple[str, Store]) -> None:
    _, store = fixed
    digest = hashlib.sha256()
    kinds = set()
    for check in store.checks():
        kinds.add((check.kind, check.result))
        entry = [check.identity, check.asset, check.kind, check.result, check.details]
        digest.update(json.dumps([*entry, check.checked_at.isoformat()]).encode())
    assert {("sanctions", "failed"), ("kyc", "review"), ("geography", "failed")} <= kinds
    assert digest.hexdigest() == CHECKS
