"""`python -m quantera.compliance.benchmark`: checks per second, and a plan for 100,000 investors.

Everything is made up from a fixed seed: investors with realistic spreads of names, countries and
classes, sanctions lists as long as the published ones, and registers of five chains that already
hold nine of ten investors. Reading the CSV, validation, KYC from a file, screening, the record of
every check in SQLite and the difference to five chains are all inside the measured time; making
the inputs is not.
"""

import csv
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import click

from quantera import chains
from quantera.compliance.assets import AssetPolicy
from quantera.compliance.catalogue import country_codes, load_packs, load_screening
from quantera.compliance.chain.protocol import FeeQuote, RecordChange, Snapshot
from quantera.compliance.desired import Desired
from quantera.compliance.eligibility import Assessor, EligibilityPolicy, Evidence
from quantera.compliance.engine import AssetRules
from quantera.compliance.kyc.file import FileKycProvider
from quantera.compliance.plan import Plan
from quantera.compliance.planning import Evaluation, PlanSettings, make_plan
from quantera.compliance.rules.deal import State
from quantera.compliance.sanctions.entry import ListedEntry, ListedName, SanctionsList
from quantera.compliance.sanctions.screening import Screener
from quantera.compliance.sources import open_source, validate_rows
from quantera.compliance.store import Store

SEED = 20_261_122
NOW = 1_795_305_600
_LISTED = {"OFAC": 17_000, "EU": 5_500, "UK": 4_800, "UN": 1_000}
_CONSONANTS = "bdfghjklmnprstvwz"
_VOWELS = "aeiou"
_COMMON = ["john", "maria", "mohammed", "wei", "anna", "james", "fatima", "ivan", "yuki", "peter"]
_COUNTRIES = ["US", "DE", "FR", "GB", "SG", "JP", "ES", "IT", "NL", "CH", "BR", "AU"]
_CLASSES = {
    "US": ["accredited", "qib", "non-accredited"],
    "EU": ["professional", "eligible-counterparty", "retail"],
    "UK": ["professional", "certified-high-net-worth", "retail"],
    "SG": ["accredited", "institutional"],
    "JP": ["qii", "professional"],
}


def _word(rng: random.Random) -> str:
    pairs = (rng.choice(_CONSONANTS) + rng.choice(_VOWELS) for _ in range(rng.randint(3, 4)))
    return "".join(pairs)


def _person(rng: random.Random) -> str:
    first = rng.choice(_COMMON) if rng.random() < 0.5 else _word(rng)
    middle = [_word(rng)] if rng.random() < 0.3 else []
    return " ".join([first, *middle, _word(rng)]).title()


def sanctions_lists(rng: random.Random) -> list[SanctionsList]:
    """Lists as long as the published ones, two to four names an entry."""
    lists = []
    for list_id, size in _LISTED.items():
        entries = []
        for number in range(size):
            names = tuple(ListedName(_person(rng)) for _ in range(rng.randint(3, 4)))
            year = rng.randint(1940, 2000)
            entries.append(
                ListedEntry(list_id, f"{list_id}-{number}", "individual", names, ((year, year),))
            )
        lists.append(SanctionsList(list_id, NOW - 86_400, tuple(entries), "0" * 64))
    return lists


def write_inputs(folder: Path, count: int, rng: random.Random) -> tuple[Path, Path]:
    """A CSV of investors and the KYC file that belongs to it."""
    source, kyc = folder / "investors.csv", folder / "kyc.json"
    packs = load_packs().by_country
    countries = {country: packs.get(country_codes()[country]) for country in _COUNTRIES}
    header = ["investorId", "kind", "name", "birthDate", "residence", "usPerson", "wallets"]
    header += ["kycReference", "optedInAt", "requestedAt", "insiderOf"]
    header += [f"classes.{j}.{f}" for j in _CLASSES for f in ("category", "verifiedAt")]
    results = []
    with source.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, header)
        writer.writeheader()
        for number in range(count):
            country = rng.choice(_COUNTRIES)
            row = {
                "investorId": f"investor-{number}",
                "kind": "individual",
                "name": _person(rng),
                "birthDate": f"{rng.randint(1940, 2004)}-{rng.randint(1, 12):02d}-15",
                "residence": country,
                "usPerson": "true" if country == "US" else "false",
                "wallets": f"0x{rng.getrandbits(160):040x}",
                "kycReference": f"kyc-{number}",
                "optedInAt": "2026-01-10",
                "requestedAt": "2026-01-10",
                "insiderOf": "BENCH" if number % 20 == 0 else "",
            }
            pack = countries[country]
            if pack:
                row[f"classes.{pack}.category"] = rng.choice(_CLASSES[pack])
                row[f"classes.{pack}.verifiedAt"] = f"2026-{rng.randint(1, 11):02d}-01"
            writer.writerow(row)
            results.append(
                {
                    "reference": f"kyc-{number}",
                    "status": "approved" if rng.random() < 0.98 else "pending",
                    "verifiedAt": "2026-03-01",
                    "validUntil": f"2027-{rng.randint(1, 12):02d}-28",
                }
            )
    kyc.write_text(json.dumps(results), encoding="utf-8")
    return source, kyc


@dataclass(slots=True)
class RememberedRegistry:
    """A chain's register in memory: the benchmark measures the difference, not a node."""

    chain: str
    chain_id: int
    registry: str
    records: dict[str, int]
    evidence: dict[int, int]

    def snapshot(self) -> Snapshot:
        """See `RegistryReader.snapshot`."""
        return Snapshot(self.chain, 1, NOW, self.records, self.evidence)

    def changes(self, after: int) -> tuple[int, list[RecordChange]]:
        """See `RegistryReader.changes`."""
        return after, []

    def holders(self, wallets: Iterable[str]) -> set[str]:
        """See `RegistryReader.holders`."""
        return set(wallets)

    def fees(self) -> FeeQuote:
        """See `RegistryReader.fees`."""
        return FeeQuote(10**9, 0, 30_000_000)

    def timestamp(self) -> int:
        """See `RegistryReader.timestamp`."""
        return NOW

    def last_batch_nonce(self, _: str) -> int:
        """See `RegistryReader.last_batch_nonce`."""
        return 0


def _registers(desired: Desired, rng: random.Random) -> list[RememberedRegistry]:
    registers = []
    for chain in chains.production():
        records = {}
        for wallet, (record, _) in desired.everywhere.items():
            luck = rng.random()
            if luck < 0.9:
                # One in ten of those registered has a record that ended earlier.
                records[wallet] = record - (1 << 176) * 86_400 if luck < 0.09 else record
        evidence = {i: word for i, word in desired.evidence.items() if rng.random() < 0.9}
        registers.append(
            RememberedRegistry(chain.name, chain.chain_id, f"0x{1:040x}", records, evidence)
        )
    return registers


def _policy() -> AssetPolicy:
    return AssetPolicy.model_validate(
        {
            "id": str(UUID(int=1)),
            "name": "Benchmark Note",
            "symbol": "BENCH",
            "assetType": "debt",
            "decimals": 18,
            "tokens": {chain.name: f"0x{2:040x}" for chain in chains.production()},
            "prices": {"USD": "1000", "EUR": "920", "GBP": "790", "SGD": "1340", "JPY": "150000"},
            "terms": {
                "minimumInvestment": 10**18,
                "maxBalance": 10**24,
                "holderCap": 2_000_000,
                "countriesRestricted": ["KP", "IR"],
            },
            "packs": {
                "US": {"route": "US-01"},
                "EU": {"route": "EU-02"},
                "UK": {"route": "UK-01"},
                "SG": {"route": "SG-04"},
                "JP": {"route": "JP-01"},
            },
        }
    )


def _seconds() -> float:
    return time.process_time()


def _peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _say(text: str) -> None:
    click.echo(text)


def measure_checks(folder: Path, screener: Screener, count: int) -> float:
    """Complete checks per second of processor time on one core.

    Each is KYC, screening against all lists, classes, geography, limits and every rule of the
    asset's packs for a primary sale.
    """
    source, kyc = write_inputs(folder, count, random.Random(SEED + 1))
    faults: list[object] = []
    investors = [v.investor for v in validate_rows(open_source(str(source)), faults.append)]
    provider = FileKycProvider(kyc)
    results = provider.results([i.kyc_reference or "" for i in investors])
    rules = AssetRules(_policy())
    assessor = Assessor(EligibilityPolicy(), screener, NOW, {})
    state = State(balance=0, total_supply=10**26, holders=100_000)
    started = _seconds()
    codes: dict[int, int] = {}
    for number, investor in enumerate(investors):
        evidence = Evidence(
            investor=investor,
            key=UUID(int=number),
            identity=number + 1,
            kyc=results.get(investor.kyc_reference or ""),
            kyc_answered=True,
            matches=assessor.screen(investor),
        )
        assessment = assessor.assess(evidence)
        judgement = rules.judge(rules.deal(assessment.profile, 150 * 10**18, NOW, state=state))
        codes[judgement.code] = codes.get(judgement.code, 0) + 1
    spent = _seconds() - started
    if faults or len(codes) < 3:
        raise click.ClickException(f"the benchmark's own inputs are wrong: {faults[:1]} {codes}")
    _say(f"  codes given: {dict(sorted(codes.items()))}")
    return len(investors) / spent


def measure_plan(folder: Path, screener: Screener, count: int) -> tuple[Plan, float, float]:
    """A plan for five chains; seconds by the clock, and without the registers' making."""
    rng = random.Random(SEED + 2)
    source, kyc = write_inputs(folder, count, rng)
    store = Store(f"sqlite:///{folder / 'compliance.db'}")

    def evaluation() -> Evaluation:
        return Evaluation(store, EligibilityPolicy(), FileKycProvider(kyc), screener, NOW)

    desired = Desired()
    for assessment in evaluation().assess(open_source(str(source))):
        desired.add(assessment)
    registers = _registers(desired, rng)
    del desired
    started, clock = _seconds(), time.perf_counter()
    rows = open_source(str(source))
    plan = make_plan(
        evaluation(),
        rows,
        registers,
        quotas=(),
        assets=(_policy(),),
        settings=PlanSettings(),
        now=NOW,
    )
    spent = _seconds() - started
    elapsed = time.perf_counter() - clock
    store.close()
    return plan, elapsed, spent


@click.command()
@click.option("--investors", default=100_000, show_default=True, help="Size of the plan.")
@click.option("--checks", default=20_000, show_default=True, help="Number of single checks.")
def main(investors: int, checks: int) -> None:
    """Measure single checks and a plan, and fail where a limit is missed."""
    rng = random.Random(SEED)
    lists = sanctions_lists(rng)
    names = sum(len(entry.names) for content in lists for entry in content.entries)
    screener = Screener(lists, load_screening().matching)
    _say(f"sanctions lists: {sum(_LISTED.values())} entries, {names} names, seed {SEED}")
    with tempfile.TemporaryDirectory(prefix="quantera-benchmark-") as name:
        folder = Path(name)
        rate = measure_checks(folder, screener, checks)
        _say(f"checks: {rate:,.0f} per second of one core ({checks} checks; limit 10,000)")
        plan, elapsed, spent = measure_plan(folder, screener, investors)
    rows = sum(len(chain.rows) for chain in plan.chains)
    peak = _peak_bytes() / 10**9
    _say(
        f"plan: {investors} investors, 5 chains, {rows} rows in {elapsed:.1f} s"
        f" ({spent:.1f} s of processor; limit 20 s), peak {peak:.2f} GB (limit 1 GB)"
    )
    for chain in plan.chains:
        _say(f"  {chain.chain}: {dict(chain.counts())}, {chain.transactions} transactions")
    missed = rate < 10_000 or (investors == 100_000 and (elapsed > 20 or peak > 1))
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
