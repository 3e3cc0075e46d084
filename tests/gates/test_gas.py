"""The gas gate on planted operations: raw transactions whose gas anybody can add up."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from quantera.evm import NodeChain, Receipt
from quantera.gas import snapshot
from quantera.gas.operation import Operation, Subject
from quantera.gas.registry import DuplicateOperationError, operations
from quantera.gas.snapshot import Entry
from quantera.gates import gas
from quantera.gates.gate import command
from tests.gates.tree import Answer

TRANSFER = 21_000
WRITE_SLOT = bytes.fromhex("6001600055")
LOOP = bytes.fromhex("5b600056")


def empty(chain: NodeChain) -> NodeChain:
    return chain


def broken(chain: NodeChain) -> NodeChain:
    create(LOOP)(chain)
    return chain


def create(code: bytes) -> Callable[[NodeChain], Receipt]:
    def send(chain: NodeChain) -> Receipt:
        return chain.transact(None, code, chain.actor("deployer"))

    return send


def pay(chain: NodeChain) -> Receipt:
    return chain.transact(chain.actor("holder"), b"", chain.actor("payer"), value=1)


def pay_with_note(chain: NodeChain) -> Receipt:
    return chain.transact(chain.actor("holder"), b"\x01" * 20, chain.actor("payer"), value=1)


def operation(identifier: str = "coin.pay", limit: int = 30_000, **changes: object) -> Operation:
    fields: dict[str, object] = {
        "ours": Subject(empty, pay),
        "conditions": "native coin to a funded account",
        "peers": {"with a note": Subject(empty, pay_with_note)},
    }
    return Operation(id=identifier, limit=limit, **{**fields, **changes})  # type: ignore[arg-type]


@pytest.fixture
def ask(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[list[Operation], Mapping[str, Entry]], Answer]:
    """Run the gate on planted operations and a planted committed file."""

    def run(planted: list[Operation], committed: Mapping[str, Entry]) -> Answer:
        monkeypatch.setattr(gas, "operations", lambda: tuple(planted))
        monkeypatch.setattr(gas, "artifacts", lambda _tree: {})
        snapshot.write(committed, tmp_path / snapshot.FILE.name)
        done = CliRunner().invoke(command(gas.GATE), ["--tree", str(tmp_path)])
        return Answer(done.exit_code, done.output)

    return run


COMMITTED = {
    "coin.pay": Entry(
        gas=TRANSFER,
        limit=30_000,
        peers={"with a note": TRANSFER + 20 * 16},
        conditions="native coin to a funded account",
    )
}
Ask = Callable[[list[Operation], Mapping[str, Entry]], Answer]


def changed(**changes: object) -> dict[str, Entry]:
    return {"coin.pay": COMMITTED["coin.pay"].model_copy(update=changes)}


def test_what_is_committed_passes(ask: Ask) -> None:
    answer = ask([operation()], COMMITTED)
    assert answer.status == 0, answer.said
    assert "21,000" in answer.said


def test_up_to_one_percent_passes_and_more_does_not(ask: Ask) -> None:
    assert ask([operation()], changed(gas=20_800)).status == 0
    answer = ask([operation()], changed(gas=20_700))
    assert answer.status == 1
    assert "gas: coin.pay uses 21,000 gas, the committed figure is 20,700 (+1.4%)" in answer.said
    answer = ask([operation()], changed(gas=22_000))
    assert "coin.pay uses 21,000 gas, the committed figure is 22,000 (-4.5%)" in answer.said


def test_a_limit_breach_is_found_even_when_it_is_committed(ask: Ask) -> None:
    answer = ask([operation(limit=20_999)], changed(limit=20_999))
    assert answer.status == 1
    assert "gas: coin.pay uses 21,000 gas, 1 above its limit of 20,999" in answer.said


@pytest.mark.parametrize(
    ("planted", "committed", "sentence"),
    [
        (
            [operation(), operation("coin.gift")],
            COMMITTED,
            "coin.gift is measured, but not in the committed file",
        ),
        ([], COMMITTED, "coin.pay is in the committed file, but was not measured"),
        ([operation()], changed(limit=40_000), "coin.pay has the limit 30,000"),
        ([operation()], changed(conditions="on Sundays"), "coin.pay has other conditions"),
        (
            [operation()],
            changed(peers={"with a note": TRANSFER}),
            "coin.pay (with a note) uses 21,320 gas, the committed figure is 21,000 (+1.5%)",
        ),
        (
            [operation()],
            changed(peers={}),
            "coin.pay has a peer with a note that is only measured",
        ),
    ],
)
def test_any_other_difference_is_found(
    ask: Ask, planted: list[Operation], committed: Mapping[str, Entry], sentence: str
) -> None:
    answer = ask(planted, committed)
    assert answer.status == 1
    assert f"gas: {sentence}" in answer.said


@pytest.mark.parametrize(
    "subject", [Subject(empty, create(LOOP)), Subject(broken, pay)], ids=["measured", "deploying"]
)
def test_a_transaction_beyond_the_limit_of_every_chain_is_found(ask: Ask, subject: Subject) -> None:
    answer = ask([operation(ours=subject, peers={})], COMMITTED)
    assert answer.status == 1
    assert "it needs more than 16,777,216 gas, a transaction's limit (EIP-7825)" in answer.said


def test_every_operation_starts_cold(ask: Ask) -> None:
    """Two operations on one set-up that write the same slot cost the same."""
    planted = [
        operation(name, ours=Subject(empty, create(WRITE_SLOT)), peers={}, limit=100_000)
        for name in ("slot.first", "slot.second")
    ]
    answer = ask(planted, {})
    # 21,000 + 32,000 for a creation, 5 bytes of calldata (one zero), one word of creation code,
    # two pushes and a write of a slot that was zero and cold.
    cost = 53_000 + 4 * 16 + 4 + 2 + 2 * 3 + 22_100
    assert answer.said.count(f"{cost:,}") == 2


def test_ids_are_unique(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quantera.gas.registry._all", lambda: [operation(), operation()])
    with pytest.raises(DuplicateOperationError, match=r"coin\.pay"):
        operations()
