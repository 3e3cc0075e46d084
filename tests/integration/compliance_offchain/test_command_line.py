"""The commands end to end: a source, a KYC file, sanctions lists, a database and real chains."""

import csv
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from eth_account import Account

from quantera.compliance.record import InvestorRecord
from scripts.compliance import cli
from tests.integration.compliance_offchain.registries import Site

LISTS = Path(__file__).parents[2] / "unit" / "compliance_offchain" / "lists"
PASSWORD = "correct horse"
CHECKED = {"name": "Ada Quill", "birthDate": "1980-01-01", "kind": "individual"}


def day(shift: int) -> str:
    return (datetime.now(UTC) + timedelta(days=shift)).strftime("%Y-%m-%d")


def fresh(name: str, target: Path) -> None:
    """A list as if it had been published yesterday."""
    yesterday = datetime.now(UTC) - timedelta(days=1)
    text = (LISTS / name).read_text(encoding="utf-8")
    for old, form in (
        ("11/20/2026", "%m/%d/%Y"),
        ("2026-11-19T16:02:11.401+01:00", "%Y-%m-%dT00:00:00+00:00"),
        ("18/11/2026", "%d/%m/%Y"),
        ("2026-11-21T04:00:00.000-05:00", "%Y-%m-%dT00:00:00+00:00"),
    ):
        text = text.replace(old, yesterday.strftime(form))
    target.write_text(text, encoding="utf-8")


def person(number: int, **changes: Any) -> dict[str, Any]:
    return {
        "investorId": f"investor-{number}",
        **CHECKED,
        "residence": "DE",
        "wallets": [f"0x{0xC0FFEE00 + number:040x}"],
        "kycReference": f"kyc-{number}",
        "classes": {"EU": {"category": "professional"}},
        **changes,
    }


def answer(number: int, **changes: Any) -> dict[str, Any]:
    return {
        "reference": f"kyc-{number}",
        "status": "approved",
        "verifiedAt": day(-10),
        "validUntil": day(300),
        **changes,
    }


class Desk:
    """A folder with everything that the commands need."""

    def __init__(self, folder: Path, two: dict[str, Site], monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.sites = two
        for name in ("sdn.xml", "eu.xml", "uk.xml", "un.xml"):
            fresh(name, folder / name)
        any_site = next(iter(two.values()))
        monkeypatch.setenv("DESK_PASSWORD", PASSWORD)
        for role, actor in (("issuer", any_site.issuer), ("sender", any_site.agent)):
            content = Account.encrypt(actor.key, PASSWORD, kdf="pbkdf2", iterations=1000)
            (folder / f"{role}.json").write_text(json.dumps(content))
        (folder / "note.yaml").write_text(
            yaml.safe_dump(
                {
                    "id": "00000000-0000-0000-0000-000000000007",
                    "name": "Note",
                    "symbol": "NOTE",
                    "assetType": "debt",
                    "decimals": 6,
                    "prices": {"EUR": 1},
                    "packs": {"EU": {"route": "EU-02"}},
                }
            )
        )
        key = {"passwordVariable": "DESK_PASSWORD"}
        self.config = folder / "compliance.yaml"
        self.config.write_text(
            yaml.safe_dump(
                {
                    "database": f"sqlite:///{folder / 'compliance.db'}",
                    "source": "investors.json",
                    "kyc": {"file": "kyc.json"},
                    "sanctions": {
                        "OFAC": "sdn.xml",
                        "EU": "eu.xml",
                        "UK": "uk.xml",
                        "UN": "un.xml",
                    },
                    "assets": ["note.yaml"],
                    "issuer": {"keystore": "issuer.json", **key},
                    "sender": {"keystore": "sender.json", **key},
                    "chains": {
                        name: {"url": site.node.url, "registry": site.engine.address}
                        for name, site in two.items()
                    },
                }
            )
        )

    def say(self, people: list[dict[str, Any]], answers: list[dict[str, Any]]) -> None:
        (self.folder / "investors.json").write_text(json.dumps(people))
        (self.folder / "kyc.json").write_text(json.dumps(answers))

    def run(self, *arguments: str, code: int = 0) -> Result:
        command, *rest = arguments
        result = CliRunner().invoke(cli, [command, "--config", str(self.config), *rest])
        assert result.exit_code == code, (result.output, result.exception)
        return result

    def update(self, name: str, code: int = 0) -> Result:
        """Plan and apply."""
        plan = str(self.folder / f"{name}.jsonl")
        self.run("plan", "--out", plan)
        return self.run("apply", "--plan", plan, code=code)


@pytest.fixture
def desk(tmp_path: Path, two: dict[str, Site], monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = Desk(tmp_path, two, monkeypatch)
    made.say([person(n) for n in range(3)], [answer(n) for n in range(3)])
    return made


def wallet(number: int) -> str:
    first: str = person(number)["wallets"][0]
    return first


def test_from_a_source_to_two_chains(desk: Desk) -> None:
    output = desk.update("first").output
    assert output.count("rows written") == 2 and " 0 refused" in output
    for site in desk.sites.values():
        assert set(site.records()) == {wallet(n) for n in range(3)}
        record = InvestorRecord.unpack(site.engine.recordOf(wallet(1)))
        assert record.residence == 276 and record.classes == (0, 3, 0, 0, 0)
        evidence = site.engine.evidenceOf(f"0x{record.identity:040x}")
        assert (
            evidence & 0xFFFFFF
            == (datetime.now(UTC).date() - datetime(1970, 1, 1).date()).days - 10
        )
    assert "0 discrepancies" in desk.run("reconcile").output
    plan = desk.folder / "again.jsonl"
    desk.run("plan", "--out", str(plan))
    head = json.loads(plan.read_text().splitlines()[0])
    assert all(chain["counts"] == {} for chain in head["chains"])


def test_nothing_personal_is_on_the_chains(desk: Desk) -> None:
    desk.update("first")
    for site in desk.sites.values():
        for number in range(site.node.block_number + 1):
            block = site.node.rpc("eth_getBlockByNumber", hex(number), True)
            for transaction in block["transactions"]:
                data = bytes.fromhex(transaction["input"][2:])
                for text in ("Ada", "Quill", "investor-1", "kyc-1"):
                    assert text.encode() not in data


def test_bad_rows_and_listed_people_stop_only_themselves(desk: Desk) -> None:
    desk.say(
        [
            person(0),
            person(1, residence="nowhere"),
            person(2, name="Borislav Mikhail Draganovich", birthDate="1958-12-10"),
            person(3),
        ],
        [answer(n) for n in (0, 1, 2)] + [answer(3, status="pending")],
    )
    plan = desk.folder / "p.jsonl"
    output = desk.run("plan", "--out", str(plan)).output
    assert "row 2 residence: UnknownCountry" in output
    assert "investor-2: 210" in output and "investor-3: 201" in output
    desk.run("apply", "--plan", str(plan))
    for site in desk.sites.values():
        assert set(site.records()) == {wallet(0)}


def test_a_listing_and_a_withdrawn_approval_reach_every_chain(desk: Desk) -> None:
    desk.update("first")
    desk.say(
        [
            person(0),
            person(1, name="Borislav Mikhail Draganovich", birthDate="1958-12-10"),
            person(2),
        ],
        [answer(0), answer(1), answer(2, status="rejected")],
    )
    desk.update("second")
    for site in desk.sites.values():
        assert InvestorRecord.unpack(site.engine.recordOf(wallet(1))).flags & 2
        assert not site.engine.canReceive(site.engine.address, wallet(1))
        assert InvestorRecord.unpack(site.engine.recordOf(wallet(2))).flags == 0


def test_watching_carries_a_revocation_over(desk: Desk) -> None:
    desk.update("first")
    desk.run("watch", "--once")
    here, there = desk.sites.values()
    here.engine.revokeVerification([wallet(1)], sender=here.agent)
    assert there.engine.isVerified(wallet(1))
    assert "differs" in desk.run("reconcile", code=1).output
    desk.run("watch", "--once")
    assert InvestorRecord.unpack(there.engine.recordOf(wallet(1))).valid_until == 0
    assert not there.engine.isVerified(wallet(1)) and there.engine.isVerified(wallet(2))
    assert "0 discrepancies" in desk.run("reconcile").output
    before = there.node.block_number
    desk.run("watch", "--once")
    assert there.node.block_number == before


def test_check_explains(desk: Desk) -> None:
    asked = ("check", "--investor", "investor-0", "--asset", "NOTE", "--amount")
    assert desk.run(*asked, "1.5").output.endswith("passes\n")
    desk.say([person(0, classes={"EU": {"category": "retail"}})], [answer(0, status="rejected")])
    bad = desk.run("check", "--investor", "investor-0", "--asset", "NOTE", "--amount", "1", code=1)
    for code in ("202", "70", "71", "81"):
        assert code in bad.output
    assert "does not pass" in bad.output
    for arguments, message in (
        (("--investor", "nobody", "--asset", "NOTE", "--amount", "1"), "220"),
        (("--investor", "investor-0", "--asset", "X", "--amount", "1"), "no asset X"),
        (("--investor", "investor-0", "--asset", "NOTE", "--amount", "1.2345678"), "multiple"),
        (("--investor", "investor-0", "--asset", "NOTE", "--amount", "much"), "no number"),
    ):
        assert message in desk.run("check", *arguments, code=1).output


def test_exports_reviews_and_erasure(desk: Desk) -> None:
    desk.update("first")
    register, decisions = desk.folder / "register.csv", desk.folder / "decisions.jsonl"
    desk.run("export", "register", "--out", str(register))
    rows = list(csv.DictReader(register.open()))
    assert len(rows) == 6 and {row["reference"] for row in rows} == {
        f"investor-{n}" for n in range(3)
    }
    desk.run("export", "decisions", "--format", "json", "--out", str(decisions), "--since", day(0))
    kinds = [json.loads(line)["checkType"] for line in decisions.read_text().splitlines()]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == dict.fromkeys(
        ("kyc", "sanctions", "classification", "geography"), 3
    )
    desk.run("export", "decisions", "--out", str(decisions), "--until", day(-1))
    assert len(decisions.read_text().splitlines()) == 1
    desk.run(
        "review", "--investor", "investor-1", "--list", "EU", "--entry", "n", "--decision",
        "cleared", "--officer", "officer-1", "--reason", "another birthday",
    )  # fmt: skip
    desk.run("erase", "--investor", "investor-1")
    desk.run("export", "register", "--out", str(register))
    rows = list(csv.DictReader(register.open()))
    assert {row["reference"] for row in rows} == {"investor-0", "", "investor-2"}
    desk.run("erase", "--investor", "investor-1", code=1)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"chains": {"atlantis": {"url": "x", "registry": "0x" + "1" * 40}}}, "no chain"),
        ({"kyc": {}}, "a file or a url"),
        ({"surprise": 1}, "not a configuration"),
        ({"sanctions": {"OFAC": "absent.xml"}}, "cannot be read"),
        ({"source": "absent.csv"}, "cannot be opened"),
    ],
)
def test_wrong_configurations_end_in_a_sentence(
    desk: Desk, change: dict[str, Any], message: str
) -> None:
    content = {**yaml.safe_load(desk.config.read_text()), **change}
    desk.config.write_text(yaml.safe_dump(content))
    result = desk.run("plan", "--out", str(desk.folder / "p"), code=1)
    assert message in result.output and "Traceback" not in result.output


def test_keys_need_their_password(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = str(desk.folder / "p.jsonl")
    desk.run("plan", "--out", plan)
    monkeypatch.setenv("DESK_PASSWORD", "wrong")
    assert "cannot be read" in desk.run("apply", "--plan", plan, code=1).output
    monkeypatch.delenv("DESK_PASSWORD")
    assert "set DESK_PASSWORD" in desk.run("apply", "--plan", plan, code=1).output


def test_terms_with_a_token_follow_the_source(desk: Desk) -> None:
    tokens = {name: f"0x{0xFACE + n:040x}" for n, name in enumerate(desk.sites)}
    note = yaml.safe_load((desk.folder / "note.yaml").read_text())
    (desk.folder / "note.yaml").write_text(yaml.safe_dump({**note, "tokens": tokens}))
    desk.say([person(0, insiderOf=["NOTE"]), person(1)], [answer(0), answer(1)])
    assert "terms" in desk.run("plan", "--out", str(desk.folder / "first.jsonl")).output
    desk.run("apply", "--plan", str(desk.folder / "first.jsonl"))
    for name, site in desk.sites.items():
        found = [
            site.engine.termsOf(
                tokens[name], f"0x{InvestorRecord.unpack(site.records()[wallet(n)]).identity:040x}"
            )
            for n in range(2)
        ]
        assert found == [2, 0]
    here = next(iter(desk.sites.values()))
    identity = f"0x{InvestorRecord.unpack(here.records()[wallet(0)]).identity:040x}"
    here.engine.writeTerms(tokens[here.name], identity, 2, 0, sender=here.agent)
    assert "terms: NOTE" in desk.run("reconcile", code=1).output
    desk.say([person(0), person(1)], [answer(0), answer(1)])
    desk.update("second")
    assert all(
        site.engine.termsOf(tokens[name], identity) == 0 for name, site in desk.sites.items()
    )
    assert "0 discrepancies" in desk.run("reconcile").output
