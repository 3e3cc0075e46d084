"""A transaction's gas taken apart adds up to what it paid, call by call."""

from collections.abc import Iterator

import pytest
from click.testing import CliRunner

from quantera.evm import NodeChain
from quantera.gas.floor import OTHERS, TRACED, Line, Split, measured, pages, split
from quantera.gas.floor.__main__ import listing, main, table
from quantera.gas.floor.least import CALLED, LOGS, OPERANDS, PROXIES, SELECTION, SLOTS
from quantera.gas.floor.split import ALL
from quantera.gas.token_stack import UNIT, deploy_stack, four_rules


@pytest.fixture(scope="module")
def node() -> Iterator[NodeChain]:
    with NodeChain(options=TRACED) as made:
        yield made


def test_a_plain_transfer_is_two_slots_and_a_log(node: NodeChain) -> None:
    token = node.deploy("PlainToken", "Coin", 6)
    giver, taker = node.actors("giver", "taker")
    for account in (giver, taker):
        token.mint(account, 10, sender=giver)
    receipt = token.transfer(taker, 1, sender=giver)
    parts = split(node, receipt, {"token": token})
    assert parts.gas("token", SLOTS) == 2 * 5_000
    assert parts.gas("token", LOGS) == 375 * 4 + 8 * 32
    assert parts.gas("token", SELECTION) == 31
    # Two arguments; two keys hashed from an account and a number, of which the second finds the
    # number written; two slots written.
    arguments, hashes, written = 2 * 6, 2 * 5 + (5 + 9) + (2 + 5 + 3), 2 * 6
    assert parts.gas("token", OPERANDS) >= arguments + hashes + written
    assert (parts.refunded, parts.used) == (0, receipt.gas_used)
    assert parts.state < parts.floor < parts.used


def test_calls_through_proxies_add_up(node: NodeChain) -> None:
    """Every call is counted once, in the contract that makes it."""
    stack = deploy_stack(node)
    stack.engine.startCount(stack.token, (False, False, 0, False), sender=stack.governor)
    stack.configure(four_rules())
    giver, taker = stack.investor("giver"), stack.investor("taker")
    for account in (giver, taker):
        stack.token.mint(account, 10 * UNIT, sender=stack.agent)
    receipt = stack.token.transfer(taker, UNIT, sender=giver)
    contracts = {"token": stack.token, "engine": stack.engine}
    parts = split(node, receipt, contracts)
    assert parts.refunded == 0
    assert not parts.gas(OTHERS, ALL)
    # Its proxy reaches its implementation, and that the engine; the engine's reaches its own.
    assert parts.gas("token", CALLED) == 2 * 2_600
    assert parts.gas("engine", CALLED) == 2_600
    # Each passes what it is given on, and the one word of the answer back.
    given, asked = 3, 9
    for owner, words in (("token", given), ("engine", asked)):
        copies = 9 + 3 * words + 9 + 3
        assert parts.gas(owner, PROXIES) == copies + 3 + 10 + 14 + 4 + 3 * words
    # Where the engine is nobody's, all that it does counts as others'.
    alone = split(node, receipt, {"token": stack.token})
    assert alone.gas(OTHERS, ALL) > sum(line.gas for line in parts.lines if line.owner == "engine")
    assert alone.spent == parts.spent
    assert alone.refunded == 0
    assert parts.floor < alone.floor < parts.used


def _parts() -> Split:
    return Split(
        used=1_100,
        data=400,
        spent=710,
        lines=[
            Line("bridge", SLOTS, "SLOAD", 300),
            Line("bridge", OPERANDS, "operands of SLOAD", 3),
            Line(OTHERS, ALL, "as they are", 300),
            Line("bridge", SLOTS, "SSTORE", 50),
        ],
    )


def test_the_table_shows_what_is_above_the_floor() -> None:
    parts = _parts()
    assert (parts.refunded, parts.state, parts.floor) == (10, 1_040, 1_043)
    names, amounts = (list(column.cells) for column in table({"one": parts}).columns)
    assert dict(zip(names, amounts, strict=True)) == {
        "transaction and data": "400",
        "bridge: slots": "350",
        "bridge: operands and memory": "3",
        "others: all": "300",
        "given back": "-10",
        "before anything is computed": "1,040",
        "floor": "1,043",
        "measured": "1,100",
        "above the floor": "5.5%",
    }


def test_the_list_adds_up_to_the_floor() -> None:
    lines = list(listing(_parts()))
    amounts = [int(line[:9].replace(",", "")) for line in lines]
    assert sum(amounts[:-1]) == amounts[-1] == _parts().floor
    assert lines[2] == "        3  bridge, operands and memory: operands of SLOAD"


@pytest.mark.parametrize(
    ("wanted", "verdict"),
    [
        (1_100, "holds"),
        (1_099, "not met: 5.4% above the floor"),
        (1_042, "cannot: 1 below the floor"),
        (1_039, "cannot: 1 less than is paid before anything is computed"),
    ],
)
def test_a_limit_holds_or_not(monkeypatch: pytest.MonkeyPatch, wanted: int, verdict: str) -> None:
    monkeypatch.setattr(pages, "WANTED", {"bridge.send.ccip": wanted})
    *_, told = pages.verdicts({"bridge.send.ccip": _parts()})
    assert told == f"| send.ccip | {wanted:,} | 1,043 | 1,074 | 1,100 | {verdict} |"


def test_rows_of_the_page_add_up() -> None:
    parts = _parts()
    gas = [row(parts) for row in pages.ROWS.values()]
    assert sum(gas[:9]) == gas[9] == parts.state
    assert sum(gas[9:14]) == gas[14] == parts.floor


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ((), "above the floor"),
        (("--opcodes",), "bridge, slots: SSTORE"),
        (("--tables",), "| **floor** | 1,043 |"),
    ],
)
def test_the_command_prints_sums_or_lines(
    monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], shown: str
) -> None:
    monkeypatch.setattr(measured, "splits", lambda only: {f"{only}.send.ccip": _parts()})
    printed = CliRunner().invoke(main, [*options, "--only", "bridge"])
    assert printed.exit_code == 0
    assert shown in printed.output
    assert "send.ccip" in printed.output
