"""`check` on a real token: what the chain says, what the evidence says, and why not."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import create_engine, text

from quantera.compliance.store import Store
from tests.integration.compliance_offchain.tokens import (
    DIRECT,
    DUAL,
    UNIT,
    Market,
    OfficerDesk,
    market,
)

COLUMNS = ["id", "investor_id", "asset_id", "check_type", "result", "details", "checked_at"]


@pytest.fixture(scope="module")
def shared() -> Iterator[Market]:
    with market() as made:
        yield made


class CheckDesk(OfficerDesk):
    """A desk with KYC answers for Ada and Ben, and without sanctions lists."""

    def prepare(self, made: Market, **status: str) -> None:
        """Writes who is approved."""
        people, answers = [], []
        for number, name in enumerate(("ada", "ben"), 1):
            people.append(
                {
                    "investorId": f"investor-{number}",
                    "kind": "individual",
                    "name": f"{name} quill",
                    "residence": "DE",
                    "wallets": [str(made.direct.chain.actor(name))],
                    "kycReference": name,
                }
            )
            soon = (datetime.now(UTC) + timedelta(days=90)).strftime("%Y-%m-%d")
            answers.append(
                {
                    "reference": name,
                    "status": status.get(name, "approved"),
                    "verifiedAt": "2026-01-01",
                    "validUntil": soon,
                }
            )
        (self.folder / "investors.json").write_text(json.dumps(people))
        (self.folder / "kyc.json").write_text(json.dumps(answers))
        content: dict[str, Any] = yaml.safe_load(self.config.read_text())
        content["eligibility"] = {"requiredLists": []}
        self.config.write_text(yaml.safe_dump(content))

    def check(self, *words: str, code: int = 0) -> str:
        """What the command says about one whole token."""
        asked = ("check", "--asset", "NOTE", "--amount", "1", *words)
        return " ".join(self.run_plain(*asked, code=code).output.split())


@pytest.fixture
def desk(shared: Market, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CheckDesk]:
    monkeypatch.setenv("COLUMNS", "200")
    with shared.direct.chain.rollback(), shared.guarded.chain.rollback():
        made = CheckDesk(tmp_path / "desk", shared, shared.direct.agent, monkeypatch)
        made.prepare(shared)
        yield made


def test_both_sides_allow(shared: Market, desk: CheckDesk) -> None:
    output = desk.check("--investor", "investor-1")
    assert output.endswith("passes") and "does not" not in output
    for chain in (DIRECT, DUAL):
        assert f"{chain} │ 0 │" in output, output
    transfer = desk.check("--investor", "investor-1", "--from", "investor-2")
    assert transfer.endswith("passes") and "does not" not in transfer


def test_the_chain_refuses_what_the_evidence_allows(shared: Market, desk: CheckDesk) -> None:
    stack = shared.direct
    ada = stack.chain.actor("ada")
    stack.token.setAddressFrozen(ada, True, sender=stack.agent)
    words = ("--investor", "investor-1", "--from", "investor-2")
    output = desk.check(*words, code=1)
    assert f"{DIRECT} │ 3 │ GEN-02" in output and "the recipient's wallet is frozen" in output
    assert f"{DUAL} │ 0 │" in output and output.endswith("does not pass")
    # What would pass on-chain and only there is said as well.
    stack.token.setAddressFrozen(ada, False, sender=stack.agent)
    desk.prepare(shared, ada="rejected")
    output = desk.check(*words, code=1)
    assert "recipient │ 202" in output and f"{DIRECT} │ 0 │" in output
    assert output.endswith("does not pass")


def test_a_purchase_is_refused_on_chain_before_registration(
    shared: Market, desk: CheckDesk
) -> None:
    stack = shared.direct
    stack.engine.deleteIdentity(stack.chain.actor("ada"), sender=stack.agent)
    output = desk.check("--investor", "investor-1", code=1)
    assert f"{DIRECT} │ 13 │ GEN-08" in output, output


def test_too_little_to_give_is_told_by_the_chain(shared: Market, desk: CheckDesk) -> None:
    words = ("check", "--asset", "NOTE", "--amount", "101", "--investor", "investor-1")
    output = desk.run_plain(*words, "--from", "investor-2", code=1).output
    assert f"{DIRECT} │ 8 │ GEN-05" in " ".join(output.split())
    assert shared.direct.token.balanceOf(shared.direct.chain.actor("ben")) == 100 * UNIT


def test_the_check_is_recorded_in_the_columns_of_the_data_model(
    shared: Market, desk: CheckDesk
) -> None:
    desk.check("--investor", "investor-1")
    store = Store(desk.database)
    (check,) = [entry for entry in store.checks() if entry.kind == "rules"]
    assert check.result == "passed" and str(check.asset).endswith("0007")
    assert check.details["onchain"] == {DIRECT: 0, DUAL: 0}
    assert check.details["amount"] == str(UNIT)
    store.close()
    engine = create_engine(desk.database)
    with engine.connect() as connection:
        names = [row[1] for row in connection.execute(text("PRAGMA table_info(compliance_checks)"))]
    engine.dispose()
    assert names == COLUMNS
