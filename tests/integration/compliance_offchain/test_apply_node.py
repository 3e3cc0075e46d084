"""Plans applied to the real registry on real nodes: signed, journalled, sent, refused."""

import json
from pathlib import Path

import pytest
from eth_account import Account
from eth_account.messages import _hash_eip191_message
from eth_utils.address import to_checksum_address

from quantera import artifacts
from quantera.access import Role
from quantera.compliance.apply import ChainApplier, apply_plan
from quantera.compliance.attestation import Batch, message
from quantera.compliance.chain import calls
from quantera.compliance.chain.protocol import Call
from quantera.compliance.errors import JournalError, RegistryError
from quantera.compliance.evidence import pack_evidence
from quantera.compliance.journal import Journal
from quantera.compliance.plan import Plan, Row
from quantera.compliance.record import CONTENT_MASK, FLAG_SANCTIONS_HOLD, InvestorRecord, with_flags
from quantera.compliance.steps import ChainReport
from quantera.evm.abi import ContractAbi
from tests.integration.compliance_offchain.applying import Nobody, costs_for
from tests.integration.compliance_offchain.registries import (
    FAR,
    PARTS,
    Site,
    adds,
    plan_of,
    wallet,
    word,
)
from tests.unit.compliance.world import merged_abi
from tests.unit.compliance_offchain.people import buyer


def carry_out(site: Site, plan: Plan, journal: Path, rows: int = 10) -> ChainReport:
    (report,) = apply_plan(
        plan,
        {site.name: site.registry()},
        site.signer,
        journal,
        progress=Nobody(),
        costs=costs_for(rows),
        poll=0.01,
        patience=10,
    )
    return report


def lines(journal: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in journal.read_text().splitlines()]


def content(records: dict[str, int]) -> dict[str, int]:
    return {key: value & CONTENT_MASK for key, value in records.items()}


def test_functions_and_events_are_those_of_the_compiled_contracts() -> None:
    abi = ContractAbi("engine", merged_abi((*PARTS, "ComplianceAwareToken")))
    token_only = {"detectTransferRestriction", "balanceOf", "totalSupply"}
    known = set(abi.by_signature)
    for name, signature in calls.SIGNATURES.items():
        if name not in token_only:
            assert signature in known, name
    token = ContractAbi("IERC1404", artifacts.load("IERC1404").abi)
    assert calls.SIGNATURES["detectTransferRestriction"] in token.by_signature
    topics = {event.topic for event in abi.events}
    assert set(calls.TOPICS.values()) <= topics


def test_the_digest_is_the_contracts(site: Site) -> None:
    batch = Batch(str(site.issuer), 7, 5, 9, ((to_checksum_address(wallet(1)), word(1)),))
    own = _hash_eip191_message(message(batch, site.node.chain_id, site.engine.address))
    rows = [(w, r) for w, r in batch.rows]
    theirs = site.engine.batchDigest(
        (batch.issuer, batch.nonce, batch.issued_at, batch.deadline, rows)
    )
    assert own == theirs


def test_records_arrive_as_planned_and_the_log_tells_them_back(site: Site, tmp_path: Path) -> None:
    plan = plan_of({site.name: adds(0, 25)})
    report = carry_out(site, plan, tmp_path / "j")
    assert (report.written, report.refused, report.transactions) == (25, [], 3)
    assert content(site.records()) == {wallet(n): word(n) for n in range(25)}
    stored = InvestorRecord.unpack(site.engine.recordOf(wallet(3)))
    assert stored.attester == 1 and stored.valid_until == FAR
    assert site.engine.isVerified(wallet(3))


def test_a_second_start_does_nothing(site: Site, tmp_path: Path) -> None:
    plan = plan_of({site.name: adds(0, 12)})
    first = carry_out(site, plan, tmp_path / "j")
    block, nonce = site.node.block_number, site.node.nonce(site.agent)
    again = carry_out(site, plan, tmp_path / "j")
    assert (site.node.block_number, site.node.nonce(site.agent)) == (block, nonce)
    assert again == first


def test_the_signed_transaction_is_on_disk_before_it_is_sent(site: Site, tmp_path: Path) -> None:
    journal = tmp_path / "j"
    seen: list[bool] = []
    registry = site.registry()
    send = registry.broadcast

    def watched(prepared: object) -> None:
        entry = lines(journal)[-1]
        seen.append(entry["event"] == "prepared" and entry["hash"] == prepared.hash)  # type: ignore[attr-defined]
        send(prepared)  # type: ignore[arg-type]

    registry.broadcast = watched  # type: ignore[method-assign]
    plan = plan_of({site.name: adds(0, 3)})
    apply_plan(
        plan,
        {site.name: registry},
        site.signer,
        journal,
        progress=Nobody(),
        costs=costs_for(2),
        poll=0.01,
    )
    assert seen and all(seen)


def test_all_kinds_of_rows(site: Site, tmp_path: Path) -> None:
    carry_out(site, plan_of({site.name: adds(0, 6)}), tmp_path / "first")
    records = site.records()
    held = with_flags(word(1), FLAG_SANCTIONS_HOLD)
    evidence = pack_evidence(buyer())
    identity = InvestorRecord.unpack(word(0)).identity
    rows = [
        Row("hold", wallet(1), records[wallet(1)], held),
        Row("expiry", wallet(2), records[wallet(2)], word(2, until=5)),
        Row("change", wallet(3), records[wallet(3)], word(3, residence=826)),
        Row("renewal", wallet(4), records[wallet(4)], word(4, until=FAR + 5)),
        Row("removal", wallet(5), records[wallet(5)], 0),
        Row("evidence", f"0x{identity:040x}", 0, evidence),
    ]
    report = carry_out(site, plan_of({site.name: rows}), tmp_path / "second")
    assert report.refused == [] and report.written == 6
    after = content(site.records())
    assert after == {
        wallet(0): word(0),
        wallet(1): held,
        wallet(2): word(2, until=5),
        wallet(3): word(3, residence=826),
        wallet(4): word(4, until=FAR + 5),
    }
    assert not site.engine.isVerified(wallet(2)) and not site.engine.contains(wallet(5))
    assert site.registry().snapshot().evidence == {identity: evidence}


def test_an_agent_lifts_a_hold_that_the_issuer_cannot(site: Site, tmp_path: Path) -> None:
    held = with_flags(word(1), FLAG_SANCTIONS_HOLD)
    carry_out(site, plan_of({site.name: [Row("add", wallet(1), 0, held)]}), tmp_path / "a")
    old = site.records()[wallet(1)]
    carry_out(site, plan_of({site.name: [Row("change", wallet(1), old, word(1))]}), tmp_path / "b")
    assert content(site.records()) == {wallet(1): held}, "the registry keeps the hold"
    report = carry_out(
        site, plan_of({site.name: [Row("release", wallet(1), old, word(1))]}), tmp_path / "c"
    )
    assert report.refused == [] and content(site.records()) == {wallet(1): word(1)}
    # What an agent wrote, an agent renews.
    renewal = Row("renewal", wallet(1), site.records()[wallet(1)], word(1, until=FAR + 9))
    report = carry_out(site, plan_of({site.name: [renewal]}), tmp_path / "d")
    assert report.refused == [] and content(site.records()) == {wallet(1): renewal.new}


def test_a_row_that_the_registry_skips_stops_only_itself(site: Site, tmp_path: Path) -> None:
    stranger = word(99)
    site.engine.writeRecords([(wallet(4), stranger)], sender=site.agent)
    plan = plan_of({site.name: adds(0, 10)})
    report = carry_out(site, plan, tmp_path / "j")
    assert [(r.wallet, r.cause) for r in report.refused] == [
        (wallet(4), "another identity is registered for the wallet")
    ]
    assert report.written == 9 and len(site.records()) == 10
    assert content(site.records())[wallet(4)] == stranger
    again = carry_out(site, plan, tmp_path / "j")
    assert again == report


def test_a_row_that_reverts_a_call_stops_only_itself(site: Site, tmp_path: Path) -> None:
    zero = "0x" + "0" * 40
    rows = [
        Row("release", key, word(1), word(n))
        for n, key in enumerate([wallet(1), wallet(2), zero, wallet(3), wallet(4)])
    ]
    report = carry_out(site, plan_of({site.name: rows}), tmp_path / "j")
    assert [r.wallet for r in report.refused] == [zero]
    assert "ZeroRegistryAddress" in report.refused[0].cause
    assert report.written == 4
    assert set(site.records()) == {wallet(n) for n in (1, 2, 3, 4)}
    events = [line.get("event") for line in lines(tmp_path / "j")]
    assert events.count("split") == 2 and events.count("refused") == 1


def test_removals_of_wallets_that_are_gone_stop_only_themselves(site: Site, tmp_path: Path) -> None:
    carry_out(site, plan_of({site.name: adds(0, 2)}), tmp_path / "a")
    rows = [Row("removal", wallet(n), word(n), 0) for n in (0, 7, 1)]
    report = carry_out(site, plan_of({site.name: rows}), tmp_path / "b")
    assert [r.wallet for r in report.refused] == [wallet(7)] and site.records() == {}
    assert "WalletNotRegistered" in report.refused[0].cause


def test_a_chain_that_takes_no_rows_is_given_up_and_goes_on_later(
    site: Site, tmp_path: Path
) -> None:
    admin = site.system.members[Role.COMPLIANCE_ADMIN]
    site.engine.removeTrustedIssuer(site.issuer, sender=admin)
    plan = plan_of({site.name: adds(0, 20)})
    report = carry_out(site, plan, tmp_path / "j")
    assert report.error and "IssuerNotTrusted" in report.error and report.refused == []
    assert not any(line.get("event") in ("split", "refused") for line in lines(tmp_path / "j"))
    site.engine.addTrustedIssuer(site.issuer, [1], sender=admin)
    report = carry_out(site, plan, tmp_path / "j")
    assert report.error is None and report.written == 20


def test_a_caller_without_the_role_is_given_up(site: Site, tmp_path: Path) -> None:
    carry_out(site, plan_of({site.name: adds(0, 1)}), tmp_path / "a")
    stranger = site.node.actor("stranger")
    registry = site.registry()
    registry._account = Account.from_key(stranger.key)
    row = Row("removal", wallet(0), word(0), 0)
    (report,) = apply_plan(
        plan_of({site.name: [row]}),
        {site.name: registry},
        site.signer,
        tmp_path / "b",
        progress=Nobody(),
        costs=costs_for(5),
        poll=0.01,
    )
    assert report.error and "LocalRoleMissing" in report.error


def test_a_transaction_that_another_one_displaced_is_prepared_again(
    site: Site, tmp_path: Path
) -> None:
    plan = plan_of({site.name: adds(0, 4)})
    journal = tmp_path / "j"
    registry = site.registry()
    lost: list[object] = []

    def lose(prepared: object) -> None:
        # The node forgets it, and somebody uses the account's nonce for something else.
        if not lost:
            lost.append(prepared)
            site.node.transact(site.node.actor("stranger"), b"", sender=site.agent)
            return
        type(registry).broadcast(registry, prepared)  # type: ignore[arg-type]

    registry.broadcast = lose  # type: ignore[method-assign]
    apply_plan(
        plan,
        {site.name: registry},
        site.signer,
        journal,
        progress=Nobody(),
        costs=costs_for(9),
        poll=0.01,
    )
    assert lost and content(site.records()) == {wallet(n): word(n) for n in range(4)}
    prepared = [line for line in lines(journal) if line.get("event") == "prepared"]
    assert len(prepared) == 2 and prepared[0]["nonce"] != prepared[1]["nonce"]


def test_a_batch_whose_time_ran_out_is_replaced_at_its_own_nonce(
    site: Site, tmp_path: Path
) -> None:
    plan = plan_of({site.name: adds(0, 4)})
    journal = tmp_path / "j"
    registry = site.registry()
    registry.broadcast = lambda prepared: None  # type: ignore[method-assign]  # noqa: ARG005
    (report,) = apply_plan(
        plan,
        {site.name: registry},
        site.signer,
        journal,
        progress=Nobody(),
        costs=costs_for(9),
        poll=0.01,
        patience=0.2,
    )
    assert report.error and "not mined" in report.error and site.records() == {}
    site.node.advance(10_000_000_000 - site.node.timestamp)
    site.node.mine()
    report = carry_out(site, plan, journal)
    assert report.error is None and report.written == 4
    prepared = [line for line in lines(journal) if line.get("event") == "prepared"]
    assert len(prepared) == 2 and prepared[0]["nonce"] == prepared[1]["nonce"]
    assert prepared[0]["hash"] != prepared[1]["hash"]


def test_nothing_counts_before_its_confirmations(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    polls: list[float] = []

    def mine(seconds: float) -> None:
        polls.append(seconds)
        site.node.mine()

    monkeypatch.setattr("quantera.compliance.settling.time.sleep", mine)
    with Journal(tmp_path / "j", "p") as journal:
        registry = site.registry(confirmations=3)
        applier = ChainApplier(registry, site.signer, journal, costs_for(9), poll=0.0)
        report = applier.run(plan_of({site.name: adds(0, 1)}).chains[0], Nobody())
    assert report.written == 1 and report.transactions == 1 and len(polls) == 2


def test_replayed_calldata_is_refused_by_the_registry(site: Site, tmp_path: Path) -> None:
    carry_out(site, plan_of({site.name: adds(0, 2)}), tmp_path / "j")
    block = site.node.rpc("eth_getBlockByNumber", "latest", True)
    data = bytes.fromhex(block["transactions"][0]["input"][2:])
    reason = site.registry().trial(Call(data, 5_000_000))
    assert reason is not None and "BatchReplayed" in reason


def test_journals_of_other_plans_and_damaged_ones_are_refused(site: Site, tmp_path: Path) -> None:
    journal = tmp_path / "j"
    carry_out(site, plan_of({site.name: adds(0, 1)}), journal)
    with pytest.raises(JournalError, match="another plan"):
        carry_out(site, plan_of({site.name: adds(0, 2)}), journal)
    with pytest.raises(RegistryError, match="no registry for avalanche"):
        carry_out(site, plan_of({"avalanche": adds(0, 1)}), tmp_path / "k")


def test_two_chains_are_written_at_once(two: dict[str, Site], tmp_path: Path) -> None:
    plan = plan_of({name: adds(0, 30) for name in two})
    reports = apply_plan(
        plan,
        {name: site.registry() for name, site in two.items()},
        next(iter(two.values())).signer,
        tmp_path / "j",
        progress=Nobody(),
        costs=costs_for(7),
        poll=0.01,
    )
    assert {r.chain: r.written for r in reports} == dict.fromkeys(two, 30)
    for site in two.values():
        assert content(site.records()) == {wallet(n): word(n) for n in range(30)}
