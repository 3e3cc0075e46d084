"""The officer's verbs on real nodes: at once, and by two officers through the delay."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from quantera import artifacts
from quantera.compliance.officer import calls
from quantera.compliance.officer.reasons import load_agent_reasons
from quantera.compliance.store import Store
from quantera.evm.abi import ContractAbi
from quantera.gas.token_stack import TokenStack, merged
from tests.integration.compliance_offchain.tokens import (
    DELAY,
    DIRECT,
    DUAL,
    UNIT,
    Market,
    OfficerDesk,
    market,
)

NOTE = ("--asset", "NOTE")


@pytest.fixture(scope="module")
def shared() -> Iterator[Market]:
    with market() as made:
        yield made


@pytest.fixture
def made(shared: Market) -> Iterator[Market]:
    with shared.direct.chain.rollback(), shared.guarded.chain.rollback():
        yield shared


@pytest.fixture
def desk(made: Market, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OfficerDesk:
    """The agent's own desk."""
    return OfficerDesk(tmp_path / "agent", made, made.direct.agent, monkeypatch)


@pytest.fixture
def officers(
    made: Market, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[OfficerDesk, OfficerDesk]:
    """Two officers, each with a folder and a key."""
    return (
        OfficerDesk(tmp_path / "first", made, made.first, monkeypatch),
        OfficerDesk(tmp_path / "second", made, made.second, monkeypatch),
    )


def ada(stack: TokenStack) -> str:
    return str(stack.chain.actor("ada"))


def ben(stack: TokenStack) -> str:
    return str(stack.chain.actor("ben"))


def actions(stack: TokenStack, since: int) -> list[tuple[str, int, int]]:
    """Subject, reason and amount of every action after a block."""
    found = []
    topic = next(e.topic for e in stack.token.abi.events if e.name == "AgentAction")
    asked = {
        "address": str(stack.token.address),
        "topics": [f"0x{topic.hex()}"],
        "fromBlock": hex(since + 1),
    }
    for log in stack.chain.rpc("eth_getLogs", asked):  # type: ignore[attr-defined]
        data = bytes.fromhex(log["data"][2:])
        subject = f"0x{log['topics'][2][26:]}"
        found.append(
            (subject, int.from_bytes(data[:32], "big"), int.from_bytes(data[32:64], "big"))
        )
    return found


def test_the_calls_are_the_contracts() -> None:
    for contract, signatures in (
        (merged("ComplianceAwareToken"), calls.TOKEN_SIGNATURES),
        (merged("ComplianceEngine"), calls.REGISTRY_SIGNATURES),
        (artifacts.load("DualControl").abi, calls.DESK_SIGNATURES),
        (artifacts.load("QuanteraAccessManager").abi, calls.MANAGER_SIGNATURES),
    ):
        known = ContractAbi("contract", contract).by_signature
        assert set(signatures.values()) <= set(known)


def test_a_wallet_is_frozen_with_a_reason_and_released(made: Market, desk: OfficerDesk) -> None:
    stack, since = made.direct, made.direct.chain.block_number
    on = (*NOTE, "--chain", DIRECT, "--wallet", ada(stack))
    output = desk.run("freeze", *on, "--reason", "CourtOrder", "--case", "A-1").output
    assert "a court ordered it" in output and "would pass" in output
    assert stack.token.isFrozen(ada(stack))
    assert not made.guarded.token.isFrozen(ada(stack)), "only where it was asked for"
    desk.run("unfreeze", *on, "--reason", "3", "--case", "A-2")
    assert not stack.token.isFrozen(ada(stack))
    assert actions(stack, since) == [(ada(stack).lower(), 3, 1), (ada(stack).lower(), 3, 0)]


def test_part_of_a_holding(made: Market, desk: OfficerDesk) -> None:
    stack = made.direct
    on = (*NOTE, "--chain", DIRECT, "--wallet", ada(stack), "--reason", "Pledge")
    desk.run("freeze", *on, "--amount", "30", "--case", "P-1")
    desk.run("freeze", *on, "--amount", "20.5", "--case", "P-2")
    assert stack.token.getFrozenTokens(ada(stack)) == 505 * UNIT // 10
    desk.run("unfreeze", *on, "--amount", "50.5", "--case", "P-3")
    assert stack.token.getFrozenTokens(ada(stack)) == 0
    output = desk.run("unfreeze", *on, "--amount", "1", "--case", "P-4", code=1).output
    assert "0 units are frozen" in output


def test_the_same_order_again_does_nothing(made: Market, desk: OfficerDesk) -> None:
    stack = made.direct
    move = (*NOTE, "--chain", DIRECT, "--from", ada(stack), "--to", ben(stack), "--amount", "5")
    words = (*move, "--reason", "CorrectionOfError", "--case", "F-1")
    first = desk.run("force-transfer", *words).output
    block = stack.chain.block_number
    assert desk.run("force-transfer", *words).output.splitlines()[-1] in first
    assert stack.chain.block_number == block
    assert stack.token.balanceOf(ben(stack)) == 105 * UNIT
    # Another case is another order.
    desk.run("force-transfer", *words[:-1], "F-2")
    assert stack.token.balanceOf(ben(stack)) == 110 * UNIT


def test_all_wallets_of_an_investor(made: Market, desk: OfficerDesk) -> None:
    stack, spare = made.direct, str(made.direct.chain.actor("ada spare"))
    words = (*NOTE, "--investor", "investor-1", "--chain", DIRECT, "--reason", "1", "--case", "S-1")
    desk.run("freeze", *words)
    assert stack.token.isFrozen(ada(stack)) and stack.token.isFrozen(spare)
    assert "nothing to do" in desk.run("freeze", *words[:-1], "S-2").output


def test_a_preview_and_a_no(made: Market, desk: OfficerDesk) -> None:
    stack = made.direct
    words = (*NOTE, "--chain", DIRECT, "--wallet", ada(stack), "--reason", "1", "--case", "N-1")
    output = desk.run("freeze", *words, code=1, answer="n\n").output
    assert "wallet open -> frozen" in output
    assert not stack.token.isFrozen(ada(stack))
    desk.run("freeze", *words, answer="y\n")
    assert stack.token.isFrozen(ada(stack))


def test_a_revocation_reaches_the_register(made: Market, desk: OfficerDesk) -> None:
    stack = made.direct
    assert stack.engine.isVerified(ada(stack))
    words = ("--wallet", ada(stack), "--chain", DIRECT, "--reason", "EvidenceWithdrawn")
    desk.run("revoke", *words, "--case", "R-1")
    assert not stack.engine.isVerified(ada(stack))
    assert stack.token.detectTransferRestriction(ada(stack), ben(stack), 1) == 0, "it may sell"
    assert stack.token.detectTransferRestriction(ben(stack), ada(stack), 1) == 14


def test_recovery_of_an_attested_identity(made: Market, desk: OfficerDesk) -> None:
    stack, spare = made.direct, str(made.direct.chain.actor("ada spare"))
    token = stack.token
    token.setFrozenTokens(ada(stack), 30 * UNIT, sender=stack.agent)
    token.setAddressFrozen(ada(stack), True, sender=stack.agent)
    words = (*NOTE, "--chain", DIRECT, "--lost", ada(stack), "--new", spare)
    desk.run("recover", *words, "--reason", "KeyLost", "--case", "K-1")
    assert token.balanceOf(spare) == 100 * UNIT and token.balanceOf(ada(stack)) == 0
    assert token.getFrozenTokens(spare) == 30 * UNIT and token.isFrozen(spare)
    assert not stack.engine.isVerified(ada(stack)) and stack.engine.isVerified(spare)


def test_recovery_through_an_identity_contract(made: Market, desk: OfficerDesk) -> None:
    stack = made.direct
    new = stack.chain.actor("new wallet")
    identity = stack.chain.deploy("HostileIdentity")
    identity.plantKey(new, False, sender=new)
    lost = stack.investor("lost wallet", identity=identity)
    stack.token.mint(lost, 7, sender=stack.agent)
    words = (*NOTE, "--chain", DIRECT, "--lost", str(lost), "--new", str(new))
    desk.run("recover", *words, "--reason", "KeyStolen", "--case", "K-2")
    assert stack.token.balanceOf(new) == 7 and not stack.engine.contains(lost)


def test_recovery_to_somebody_else_is_refused(made: Market, desk: OfficerDesk) -> None:
    stack = made.direct
    words = (*NOTE, "--chain", DIRECT, "--lost", ada(stack), "--new", ben(stack))
    output = desk.run("recover", *words, "--reason", "KeyLost", "--case", "K-3", code=1).output
    assert "for the same investor first" in output
    assert stack.token.balanceOf(ada(stack)) == 100 * UNIT


def test_a_refusal_says_why_and_stops_the_chain(made: Market, desk: OfficerDesk) -> None:
    stack, stranger = made.direct, str(made.direct.chain.actor("stranger"))
    words = (*NOTE, "--chain", DIRECT, "--from", ada(stack), "--to", stranger, "--amount", "1")
    output = desk.run(
        "force-transfer", *words, "--reason", "CourtOrder", "--case", "X-1", code=1
    ).output
    assert "the recipient is not registered" in " ".join(output.split())
    assert stack.token.balanceOf(ada(stack)) == 100 * UNIT


@pytest.mark.parametrize(
    ("verb", "changed", "message"),
    [
        ("freeze", {"--reason": "Inheritance"}, "no reason to freeze"),
        ("freeze", {"--reason": "99"}, "no reason to freeze"),
        ("freeze", {"--chain": "arbitrum"}, "no chain arbitrum"),
        ("freeze", {"--asset": "NOPE"}, "no asset NOPE"),
        ("freeze", {"--wallet": "0x12"}, "20-byte address"),
        ("freeze", {"--investor": "investor-1"}, "not both"),
        ("freeze", {"--wallet": None, "--investor": "nobody"}, "no investor nobody"),
        ("freeze", {"--chain": DUAL}, "asks two officers"),
        ("freeze", {"--propose": ""}, "has no desk"),
        ("freeze", {"--amount": "1e30"}, "are above"),
    ],
)
def test_wrong_requests_end_in_a_sentence(
    made: Market, desk: OfficerDesk, verb: str, changed: dict[str, str | None], message: str
) -> None:
    options: dict[str, str | None] = {
        "--asset": "NOTE",
        "--chain": DIRECT,
        "--wallet": ada(made.direct),
        "--reason": "CourtOrder",
        "--case": "W-1",
        **changed,
    }
    words = [w for k, v in options.items() if v is not None for w in (k, v) if w]
    output = desk.run(verb, *words, code=1).output
    assert message in " ".join(output.split()) and "Traceback" not in output


def test_two_officers_force_a_transfer_after_the_delay(
    made: Market, officers: tuple[OfficerDesk, OfficerDesk]
) -> None:
    first, second = officers
    stack, token = made.guarded, made.guarded.token
    move = (*NOTE, "--chain", DUAL, "--from", ada(stack), "--to", ben(stack), "--amount", "9")
    words = (*move, "--reason", "CourtOrder", "--case", "D-1")
    since = stack.chain.block_number
    first.run("force-transfer", *words, "--propose")
    assert token.balanceOf(ben(stack)) == 100 * UNIT
    early = second.run("force-transfer", *words, "--execute", code=1).output
    assert "AccessManagerNotReady" in early
    stack.chain.advance(DELAY)
    stack.chain.mine()
    own = first.run("force-transfer", *words, "--execute", code=1).output
    assert token.balanceOf(ben(stack)) == 100 * UNIT, own
    second.run("force-transfer", *words, "--execute")
    assert token.balanceOf(ben(stack)) == 109 * UNIT
    assert actions(stack, since) == [(ada(stack).lower(), 3, 9 * UNIT)]
    # Proposing and executing again, each from its own journal, does nothing.
    block = stack.chain.block_number
    first.run("force-transfer", *words, "--propose")
    second.run("force-transfer", *words, "--execute")
    assert stack.chain.block_number == block


def test_a_proposal_is_withdrawn_by_the_other_officer(
    made: Market, officers: tuple[OfficerDesk, OfficerDesk]
) -> None:
    first, second = officers
    stack = made.guarded
    words = (*NOTE, "--chain", DUAL, "--wallet", ada(stack), "--reason", "1", "--case", "D-2")
    first.run("freeze", *words, "--propose")
    second.run("freeze", *words, "--cancel")
    stack.chain.advance(DELAY)
    stack.chain.mine()
    output = second.run("freeze", *words, "--execute", code=1).output
    assert not stack.token.isFrozen(ada(stack)), output


def test_a_guardian_stops_a_proposal(
    made: Market, officers: tuple[OfficerDesk, OfficerDesk]
) -> None:
    first, second = officers
    stack = made.guarded
    words = ("--wallet", ada(stack), "--chain", DUAL, "--reason", "14", "--case", "D-3")
    first.run("revoke", *words, "--propose")
    data = stack.engine.revokeVerificationWithReason.encode([ada(stack)], 14)
    stack.manager.cancel(made.dual, stack.engine, data, sender=stack.governor)
    stack.chain.advance(DELAY)
    stack.chain.mine()
    second.run("revoke", *words, "--execute", code=1)
    assert stack.engine.isVerified(ada(stack))


def test_what_the_agent_could_not_do_is_not_even_proposed(
    made: Market, officers: tuple[OfficerDesk, OfficerDesk]
) -> None:
    first, _ = officers
    stack, stranger = made.guarded, str(made.guarded.chain.actor("stranger"))
    words = (*NOTE, "--chain", DUAL, "--from", ada(stack), "--to", stranger, "--amount", "1")
    block = stack.chain.block_number
    output = first.run(
        "force-transfer", *words, "--reason", "3", "--case", "D-4", "--propose", code=1
    ).output
    assert "not registered" in " ".join(output.split())
    assert stack.chain.block_number == block


def test_actions_are_recorded_under_the_investor(made: Market, desk: OfficerDesk) -> None:
    store = Store(desk.database)
    entry = store.register(["investor-9"])["investor-9"]
    stack = made.direct
    identity = f"0x{entry.identity:040x}"
    holder = stack.investor("known holder", identity=identity)
    words = (*NOTE, "--chain", DIRECT, "--wallet", str(holder), "--reason", "5", "--case", "Z-1")
    desk.run("freeze", *words)
    (check,) = store.checks(investor=entry.key)
    assert (check.kind, check.result) == ("officer_action", "passed")
    assert check.details["reason"] == load_agent_reasons()["SuspiciousActivity"].code
    assert check.details["case"] == "Z-1" and len(check.details["transactions"][DIRECT]) == 1
    store.close()
    out = desk.folder / "decisions.jsonl"
    desk.run_plain("export", "decisions", "--format", "json", "--out", str(out))
    (line,) = [json.loads(text) for text in out.read_text().splitlines()]
    assert line["checkType"] == "officer_action"


def test_holdings_and_history_for_a_regulator(made: Market, desk: OfficerDesk) -> None:
    stack = made.direct
    words = (*NOTE, "--chain", DIRECT, "--wallet", ada(stack), "--reason", "5", "--case", "H-1")
    desk.run("freeze", *words)
    stack.token.attemptTransfer(ben(stack), 5, sender=stack.chain.actor("ada"))
    out = desk.folder / "out.jsonl"
    desk.run_plain("export", "holdings", "--format", "json", "--out", str(out))
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    assert len(rows) == 4 and {row["balance"] for row in rows} == {str(100 * UNIT)}
    assert [r["walletFrozen"] for r in rows if r["wallet"] == ada(stack).lower()].count(True) == 1
    desk.run_plain("export", "history", "--format", "json", "--out", str(out))
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    here = [row for row in rows if row["chain"] == DIRECT]
    minted = [row for row in here if row["path"] == "MINT"]
    assert {row["to"] for row in minted} == {ada(stack).lower(), ben(stack).lower()}
    assert all(row["asset"] == "NOTE" and row["kind"] == "allowed" for row in minted)
    (frozen,) = [row for row in here if row["kind"] == "agent"]
    assert (frozen["from"], frozen["code"]) == (ada(stack).lower(), 5)
    assert frozen["reason"] == load_agent_reasons()["SuspiciousActivity"].text
    (refused,) = [row for row in here if row["kind"] == "refused"]
    assert (refused["code"], refused["amount"]) == (2, "5")
    assert refused["reason"] == "the sender's wallet is frozen"
    assert any(row["details"].get("event") == "LocalRoleGranted" for row in here if row["details"])
    desk.run_plain("export", "history", "--out", str(out), "--since", "2099-01-01")
    assert len(out.read_text().splitlines()) == 1
