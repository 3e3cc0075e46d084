"""A run that dies anywhere is finished by the next one without doing anything twice."""

import itertools
import json
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from quantera.compliance.apply import apply_plan
from quantera.compliance.journal import Journal
from quantera.compliance.plan import Plan, Row
from quantera.compliance.record import CONTENT_MASK
from tests.integration.compliance_offchain import applying
from tests.integration.compliance_offchain.registries import (
    Site,
    addresses,
    adds,
    plan_of,
    save,
    wallet,
    word,
)

MODULE = "tests.integration.compliance_offchain.applying"


def written(site: Site) -> Counter[str]:
    """How often each wallet's record was written."""
    _, changes = site.registry().changes(0)
    return Counter(change.wallet for change in changes)


def start(arguments: list[str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", MODULE, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


@pytest.mark.long
def test_sigkill_at_any_moment(two: dict[str, Site], tmp_path: Path) -> None:
    rng = random.Random(20261122)
    count, rows = 60, 4
    plan = plan_of({name: adds(0, count) for name in two})
    journal = tmp_path / "journal"
    arguments = [
        str(save(plan, tmp_path / "plan")),
        str(journal),
        str(addresses(two, tmp_path / "sites")),
        str(rows),
    ]
    for site in two.values():
        # A transaction is sent and not mined for a while: the moment that matters most.
        site.node.rpc("evm_setIntervalMining", 1)
    kills = 0
    try:
        for _ in range(40):
            process = start(arguments)
            seen = journal.stat().st_size if journal.exists() else 0
            deadline = time.monotonic() + 60
            # Imports take seconds: the clock starts with the first new line of the journal.
            while process.poll() is None and time.monotonic() < deadline:
                if kills >= 6 or (journal.exists() and journal.stat().st_size > seen):
                    break
                time.sleep(0.005)
            if kills < 6 and process.poll() is None:
                time.sleep(rng.random() * 1.2)
            if kills < 6 and process.poll() is None:
                process.send_signal(signal.SIGKILL)
                kills += 1
            output, _ = process.communicate(timeout=180)
            if process.returncode == 0:
                break
            assert process.returncode == -signal.SIGKILL, output.decode()
    finally:
        for site in two.values():
            site.node.rpc("evm_setAutomine", True)
    assert process.returncode == 0 and kills >= 3, kills
    for site in two.values():
        assert written(site) == Counter({wallet(n): 1 for n in range(count)})
        records = {k: v & CONTENT_MASK for k, v in site.records().items()}
        assert records == {wallet(n): word(n) for n in range(count)}
        assert site.engine.lastNonce(site.issuer) >= count // rows
        assert site.node.nonce(site.agent) == count // rows, "one transaction for each batch"


class _Killed(BaseException):
    """Stands for the end of the process at a chosen moment."""


class _Fatal:
    """Ends the run at the n-th event, before or after it takes effect."""

    def __init__(self, moment: int) -> None:
        self.left = moment
        self.passed: list[str] = []

    def wrap(self, target: Any, name: str) -> None:
        inner = getattr(target, name)

        def outer(*args: Any, **kwargs: Any) -> Any:
            self._tick(f"before {name}")
            result = inner(*args, **kwargs)
            self._tick(f"after {name}")
            return result

        setattr(target, name, outer)

    def _tick(self, what: str) -> None:
        self.passed.append(what)
        self.left -= 1
        if self.left == 0:
            raise _Killed(what)


def run(
    site: Site, plan: Plan, journal: Path, fatal: _Fatal, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = site.registry()
    for name in (
        "trial",
        "prepare",
        "broadcast",
        "outcome",
        "used_nonces",
        "last_batch_nonce",
        "terms",
    ):
        fatal.wrap(registry, name)
    original = Journal.write

    def write(self: Journal, entry: dict[str, Any]) -> None:
        fatal._tick("before write")
        original(self, entry)
        fatal._tick("after write")

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "write", write)
        apply_plan(
            plan,
            {site.name: registry},
            site.signer,
            journal,
            progress=applying.Nobody(),
            costs=applying.costs_for(2),
            poll=0.001,
        )


def test_death_at_every_single_event(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every call and every journal line, the moment before and the moment after."""
    investor = f"0x{0xB0000000:040x}"
    rows = [
        *adds(0, 3),
        Row("evidence", investor, 0, 5),
        Row("terms", f"{wallet(8)}/{investor}", 0, 7 << 104 | 9 << 32),
    ]
    plan = plan_of({site.name: rows})
    moments: set[str] = set()
    for moment in itertools.count(1):
        with site.node.rollback():
            journal = tmp_path / f"journal-{moment}"
            fatal = _Fatal(moment)
            try:
                run(site, plan, journal, fatal, monkeypatch)
                survived = True
            except _Killed:
                survived = False
                moments.add(fatal.passed[-1])
                # A second death on the way back, at another place, then peace.
                again = _Fatal(moment // 2 + 1)
                try:
                    run(site, plan, journal, again, monkeypatch)
                except _Killed:
                    run(site, plan, journal, _Fatal(10**9), monkeypatch)
            assert written(site) == Counter({wallet(n): 1 for n in range(3)}), fatal.passed[-1]
            assert site.node.nonce(site.agent) == 4, fatal.passed[-1]
            assert site.engine.evidenceOf(investor) == 5
            assert site.engine.termsOf(wallet(8), investor) == 7 << 104 | 9 << 32
            done = [json.loads(line) for line in journal.read_text().splitlines()]
            assert sum(entry.get("event") == "done" for entry in done) == 4
            if survived:
                break
    assert {"before broadcast", "after broadcast", "before write", "after write"} <= moments
    assert moment > 40


def test_death_while_rows_are_refused(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal's other states: a batch cut in two, a row refused, a row left out."""
    nobody = "0x" + "0" * 40
    released = [nobody, wallet(1), wallet(2)]
    rows = [
        Row("add", wallet(0), 0, word(0)),
        Row("add", wallet(9), 0, word(9)),
        *(Row("release", key, word(n), word(n)) for n, key in enumerate(released)),
    ]
    plan = plan_of({site.name: rows})
    site.engine.writeRecords([(wallet(9), word(5))], sender=site.agent)
    before = written(site)
    states: set[str] = set()
    for moment in itertools.count(1):
        with site.node.rollback():
            journal, survived = tmp_path / f"journal-{moment}", False
            for left in (moment, moment // 2 + 1, 10**9):
                try:
                    run(site, plan, journal, _Fatal(left), monkeypatch)
                    survived = left == moment
                    break
                except _Killed:
                    said = journal.read_text().splitlines() if journal.exists() else []
                    states |= {json.loads(line).get("event", "plan") for line in said[-1:]}
            lines = [json.loads(line) for line in journal.read_text().splitlines()]
            refused = [line["key"] for line in lines if line.get("event") == "refused"]
            skipped = [row for line in lines for row in line.get("skipped", ())]
            assert refused == [nobody], moment
            assert [row[0] for row in skipped] == [wallet(9)], moment
            expected = Counter({wallet(n): 1 for n in range(3)}) + before
            assert written(site) == expected, moment
            if survived:
                break
    assert states == {"plan", "size", "prepared", "done", "split", "refused"}


def test_a_line_that_a_crash_cut_short_is_dropped(site: Site, tmp_path: Path) -> None:
    plan, journal = plan_of({site.name: adds(0, 4)}), tmp_path / "j"
    settings: dict[str, Any] = {
        "progress": applying.Nobody(),
        "costs": applying.costs_for(2),
        "poll": 0.01,
    }
    apply_plan(plan, {site.name: site.registry()}, site.signer, journal, **settings)
    whole = journal.read_bytes()
    for cut in range(len(whole) - 1, 0, -97):
        journal.write_bytes(whole[:cut])
        (report,) = apply_plan(plan, {site.name: site.registry()}, site.signer, journal, **settings)
        assert report.error is None
        # What was prepared is found on the chain; only a step whose line is lost is sent again.
    assert {k: v & CONTENT_MASK for k, v in site.records().items()} == {
        wallet(n): word(n) for n in range(4)
    }
