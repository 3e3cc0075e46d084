"""Nodes that drop, limit, repeat, lie or reorganise: success or a clear stop, nothing lost."""

import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from quantera.release import Node, Pace, Plan, journal_path
from quantera.release.errors import NodeError, StoppedError
from quantera.release.journal import Prepared, read
from quantera.release.verify import verify_chain
from tests.integration.release.chains import (
    DEPLOYER,
    LocalNode,
    end_state,
    few,
    planned,
    release,
)
from tests.integration.release.faults import DROP, Fault, Nth, proxied

Ask = Callable[[dict[str, Any]], dict[str, Any]]


def _briefly(seconds: float) -> None:
    time.sleep(seconds / 20)


def _dropping() -> Fault:
    before, after = Nth(7), Nth(11)

    def exchange(pass_on: Callable[[], bytes]) -> Any:
        if before():
            return DROP
        answer = pass_on()
        return DROP if after() else answer

    return Fault(exchange=exchange)


def _limiting() -> Fault:
    limited, coded = Nth(3), Nth(29)

    def handle(request: dict[str, Any], ask: Ask) -> Any:
        if coded():
            error = {"code": -32005, "message": "daily request count exceeded"}
            return {"jsonrpc": "2.0", "id": request["id"], "error": error}
        return ask(request)

    def exchange(pass_on: Callable[[], bytes]) -> Any:
        return 429 if limited() else pass_on()

    return Fault(handle, exchange)


def _repeating() -> Fault:
    def handle(request: dict[str, Any], ask: Ask) -> Any:
        answer = ask(request)
        return ask(request) if request["method"] == "eth_sendRawTransaction" else answer

    return Fault(handle)


def _stale_nonces() -> Fault:
    """A balancer whose nodes lag: the nonce of a moment ago."""
    seen: list[str] = []
    stale = Nth(3)

    def handle(request: dict[str, Any], ask: Ask) -> Any:
        answer = ask(request)
        if request["method"] == "eth_getTransactionCount":
            seen.append(answer["result"])
            if stale() and len(seen) > 4:
                answer["result"] = seen[-4]
        return answer

    return Fault(handle)


def _late_receipts() -> Fault:
    late: dict[str, int] = {}

    def handle(request: dict[str, Any], ask: Ask) -> Any:
        answer = ask(request)
        if request["method"] == "eth_getTransactionReceipt":
            transaction = request["params"][0]
            late[transaction] = late.get(transaction, 0) + 1
            if late[transaction] < 3:
                answer["result"] = None
        return answer

    return Fault(handle)


def _lying_failures() -> Fault:
    """Every receipt says that the transaction failed."""

    def handle(request: dict[str, Any], ask: Ask) -> Any:
        answer = ask(request)
        if request["method"] == "eth_getTransactionReceipt" and answer["result"]:
            answer["result"]["status"] = "0x0"
        return answer

    return Fault(handle)


@pytest.mark.parametrize(
    "fault",
    [_dropping, _limiting, _repeating, _stale_nonces, _late_receipts, _lying_failures],
    ids=lambda fault: fault.__name__.strip("_"),
)
def test_rel_07_faults_end_in_success(
    node: LocalNode, few_plan: Plan, tmp_path: Path, fault: Callable[[], Fault]
) -> None:
    """REL-07: everything stands once, and is what was planned."""
    with proxied(node.url, fault()) as url:
        client = Node("ethereum", url, patience=10, sleep=_briefly)
        release(few_plan, {"ethereum": client}, tmp_path).apply()
    assert verify_chain(few_plan, few_plan.chains[0], node.node()).is_clean
    assert len(node.created(few_plan)) == len(set(node.created(few_plan)))
    assert node.nonce() == len(few_plan.chains[0].steps)


def test_a_node_that_is_gone_stops_the_chain(
    node: LocalNode, few_plan: Plan, tmp_path: Path
) -> None:
    """REL-06: the stop is clear, and the next run goes on."""
    sent = Nth(8)
    gone: list[bool] = []

    def handle(request: dict[str, Any], ask: Ask) -> Any:
        if request["method"] == "eth_sendRawTransaction" and sent():
            gone.append(True)
        return DROP if gone else ask(request)

    with proxied(node.url, Fault(handle)) as url:
        client = Node("ethereum", url, patience=0.5)
        with pytest.raises(NodeError, match="ethereum: the node does not answer"):
            release(few_plan, {"ethereum": client}, tmp_path).apply()
    release(few_plan, {"ethereum": node}, tmp_path).apply()
    assert node.nonce() == len(few_plan.chains[0].steps)


def test_rel_07_receipts_of_what_never_happened(
    node: LocalNode, few_plan: Plan, tmp_path: Path
) -> None:
    """REL-07: a node that takes nothing and reports success is not believed."""

    def handle(request: dict[str, Any], ask: Ask) -> Any:
        told: dict[str, Any] = {"jsonrpc": "2.0", "id": request["id"]}
        block = ask({**request, "method": "eth_getBlockByNumber", "params": ["latest", False]})
        here = {"blockNumber": block["result"]["number"], "blockHash": block["result"]["hash"]}
        match request["method"]:
            case "eth_sendRawTransaction":
                return {**told, "result": "0x" + "11" * 32}
            case "eth_getTransactionReceipt":
                return {**told, "result": {**here, "gasUsed": "0x5208", "status": "0x1"}}
            case "eth_getBlockByNumber":
                transactions = [entry.hash for entry in _prepared(few_plan, tmp_path)]
                block["result"]["transactions"] = transactions
                return block
        return ask(request)

    with proxied(node.url, Fault(handle)) as url:
        client = Node("ethereum", url, patience=5)
        with pytest.raises(StoppedError, match="says that it succeeded, but code of"):
            release(few_plan, {"ethereum": client}, tmp_path).apply()
    release(few_plan, {"ethereum": node}, tmp_path).apply()
    assert verify_chain(few_plan, few_plan.chains[0], node.node()).is_clean


def _prepared(plan: Plan, folder: Path) -> list[Prepared]:
    entries = read(journal_path(plan, folder))
    return [entry for entry in entries if isinstance(entry, Prepared)]


def test_rel_08_a_reorganisation_of_three_blocks(node: LocalNode, tmp_path: Path) -> None:
    """REL-08: what it took away is sent again, before anything counts as deployed."""
    node.rpc("anvil_mine", "0x5")
    plan = planned({"ethereum": node}, depth=4, blueprint=few())
    taken: list[str] = []

    def reorganise(_chain: str, step: str) -> None:
        if step == "wire 1" and not taken:
            taken.append(step)
            before = len(node.created(plan))
            node.rpc("anvil_reorg", 3, [])
            assert len(node.created(plan)) < before
        if taken:
            node.rpc("anvil_mine", "0x4")

    release(plan, {"ethereum": node}, tmp_path, tell=reorganise).apply()
    assert taken
    assert verify_chain(plan, plan.chains[0], node.node()).is_clean
    assert len(node.created(plan)) == len(set(node.created(plan)))


def test_a_nonce_used_elsewhere(node: LocalNode, few_plan: Plan, tmp_path: Path) -> None:
    """REL-07: the deployer's other transactions only move the nonce."""

    def interfere(_chain: str, step: str) -> None:
        if step in {"open", "create DualControl"}:
            node.rpc("anvil_impersonateAccount", DEPLOYER)
            node.rpc("eth_sendTransaction", {"from": DEPLOYER, "to": DEPLOYER, "value": "0x1"})

    release(few_plan, {"ethereum": node}, tmp_path, tell=interfere).apply()
    assert node.nonce() == len(few_plan.chains[0].steps) + 2
    assert verify_chain(few_plan, few_plan.chains[0], node.node()).is_clean


def test_a_nonce_taken_from_a_signed_transaction(
    node: LocalNode, few_plan: Plan, tmp_path: Path
) -> None:
    """REL-07: a transaction that can never be mined is replaced by one with another nonce."""
    stolen: list[bool] = []

    def handle(request: dict[str, Any], ask: Ask) -> Any:
        if request["method"] == "eth_sendRawTransaction" and not stolen:
            stolen.append(True)
            node.rpc("anvil_impersonateAccount", DEPLOYER)
            node.rpc("eth_sendTransaction", {"from": DEPLOYER, "to": DEPLOYER, "value": "0x1"})
        return ask(request)

    with proxied(node.url, Fault(handle)) as url:
        client = Node("ethereum", url, patience=5)
        release(few_plan, {"ethereum": client}, tmp_path).apply()
    nonces = [entry.nonce for entry in _prepared(few_plan, tmp_path)]
    assert nonces == list(range(len(few_plan.chains[0].steps) + 1))


def test_a_stuck_transaction_is_replaced(node: LocalNode, few_plan: Plan, tmp_path: Path) -> None:
    """REL-07: with the same nonce and an eighth more, so that at most one of the two counts."""
    node.rpc("evm_setAutomine", False)
    sent: list[str] = []

    def handle(request: dict[str, Any], ask: Ask) -> Any:
        answer = ask(request)
        if request["method"] == "eth_sendRawTransaction" and request["params"][0] not in sent:
            sent.append(request["params"][0])
            if len(sent) == 3:
                node.rpc("evm_mine")
                node.rpc("evm_setAutomine", True)
        return answer

    quick = Pace(poll=0.02, bump_after=0.3, patience=20, looks=4, final_patience=20)
    with proxied(node.url, Fault(handle)) as url:
        client = Node("ethereum", url, patience=5)
        release(few_plan, {"ethereum": client}, tmp_path, pace=quick).apply()
    waited = [entry for entry in _prepared(few_plan, tmp_path) if entry.step == "factory"]
    assert [entry.nonce for entry in waited] == [0, 0, 0]
    for dear, dearer in pairwise(waited):
        assert dearer.max_fee * 100 >= dear.max_fee * 112
        assert dearer.tip * 100 >= dear.tip * 112
    assert node.nonce() == len(few_plan.chains[0].steps)


def test_gas_that_is_too_dear_stops_the_chain(
    node: LocalNode, few_plan: Plan, tmp_path: Path
) -> None:
    node.rpc("anvil_setNextBlockBaseFeePerGas", hex(10**12))
    node.rpc("evm_mine")
    with pytest.raises(StoppedError, match="above max_fee_gwei"):
        release(few_plan, {"ethereum": node}, tmp_path).apply()
    assert node.nonce() == 0


def test_somebody_elses_waiting_transaction_stops_the_chain(
    node: LocalNode, few_plan: Plan, tmp_path: Path
) -> None:
    node.rpc("evm_setAutomine", False)
    node.rpc("anvil_impersonateAccount", DEPLOYER)
    node.rpc("eth_sendTransaction", {"from": DEPLOYER, "to": DEPLOYER, "value": "0x1"})
    with pytest.raises(StoppedError, match="wait that are not ours"):
        release(few_plan, {"ethereum": node}, tmp_path).apply()
    assert not _prepared(few_plan, tmp_path)


def test_what_would_fail_is_not_sent(node: LocalNode, few_plan: Plan, tmp_path: Path) -> None:
    """REL-06: the stop names the step and the chain's own reason, and a later run goes on."""
    step = next(step for step in few_plan.chains[0].steps if step.name == "open")
    saved = node.rpc("evm_snapshot")
    node.rpc("evm_setNextBlockTimestamp", 2**40)
    node.rpc("evm_mine")
    with pytest.raises(StoppedError, match=f"{step.name}: it would fail: OpeningExpired"):
        release(few_plan, {"ethereum": node}, tmp_path).apply()
    node.rpc("evm_revert", saved)
    release(few_plan, {"ethereum": node}, tmp_path).apply()
    assert end_state(node, few_plan)["transactions"] == len(few_plan.chains[0].steps)
