"""A transaction's gas taken apart adds up to what it paid, call by call."""

from collections.abc import Iterator

import pytest
from click.testing import CliRunner

from quantera.evm import NodeChain
from quantera.gas import floor
from quantera.gas.floor import OTHERS, TRACED, Split, split, table
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
    assert parts.state["token"]["slots"] == 2 * 5_000
    assert parts.state["token"]["logs"] == 375 * 4 + 8 * 32
    assert (parts.refunded, parts.used) == (0, receipt.gas_used)
    assert parts.floor == parts.data + sum(parts.state["token"].values())


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
    assert OTHERS not in parts.state
    # Its proxy reaches its implementation, and that the engine; the engine's reaches its own.
    assert parts.state["token"]["calls"] == 2 * 2_600
    assert parts.state["engine"]["calls"] == 2_600
    # Where the engine is nobody's, all that it does counts as others'.
    alone = split(node, receipt, {"token": stack.token})
    engine = sum(parts.state["engine"].values()) + parts.computing["engine"]
    assert alone.state[OTHERS]["all"] == engine
    assert alone.refunded == 0


def test_the_table_shows_what_is_above_the_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = Split(used=1_100, data=400)
    parts.state["bridge"]["slots"] = 600
    parts.computing["bridge"] = 100
    assert (parts.floor, parts.refunded) == (1_000, 0)
    names, amounts = (list(column.cells) for column in table({"one": parts}).columns)
    assert dict(zip(names, amounts, strict=True)) == {
        "transaction and data": "400",
        "bridge: slots": "600",
        "given back": "0",
        "floor": "1,000",
        "computing": "100",
        "above the floor": "10.0%",
    }
    monkeypatch.setattr(floor, "sends", lambda: {"one": parts})
    printed = CliRunner().invoke(floor.main)
    assert printed.exit_code == 0
    assert "above the floor" in printed.output
