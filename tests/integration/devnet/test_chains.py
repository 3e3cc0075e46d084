"""What five running chains are like: their ids, their rules, their pace."""

import time
from pathlib import Path

import pytest

from quantera import chains
from quantera.devnet import Running
from quantera.evm.anvil import Anvil
from quantera.evm.rpc import Rpc, RpcError

# PUSH1 1, CLZ, STOP: Osaka's opcode, which Polygon, Avalanche and the rest need not know.
OSAKA_CODE = "0x60011e00"
# TLOAD of slot 0: Cancun's.
CANCUN_CODE = "0x5f5c00"
TRANSACTION_LIMIT = 16_777_216


@pytest.fixture(params=chains.PRODUCTION)
def rpc(request: pytest.FixtureRequest, running: Running) -> Rpc:
    return Rpc(running.chains[request.param].url)


def block(rpc: Rpc) -> int:
    return int(rpc("eth_blockNumber"), 16)


def test_each_chain_has_its_real_id(running: Running) -> None:
    told = {name: int(Rpc(local.url)("eth_chainId"), 16) for name, local in running.chains.items()}
    assert told == {chain.name: chain.chain_id for chain in chains.production()}


def test_rules_are_cancun(rpc: Rpc) -> None:
    anywhere = "0x00000000000000000000000000000000000000c0"
    call = {"to": anywhere, "gas": "0xffff"}
    assert rpc("eth_call", call, "latest", {anywhere: {"code": CANCUN_CODE}}) == "0x"
    with pytest.raises(RpcError, match=r"OpcodeNotFound|InvalidFEOpcode|NotActivated"):
        rpc("eth_call", call, "latest", {anywhere: {"code": OSAKA_CODE}})


def test_no_transaction_is_taken_above_the_gas_limit_of_one(rpc: Rpc) -> None:
    payer = rpc("eth_accounts")[0]
    transfer = {"from": payer, "to": payer, "gas": hex(TRANSACTION_LIMIT)}
    assert rpc("eth_sendTransactionSync", transfer)["status"] == "0x1"
    with pytest.raises(RpcError, match="gas"):
        rpc("eth_sendTransactionSync", transfer | {"gas": hex(TRANSACTION_LIMIT + 1)})


def test_a_transaction_is_mined_at_once(running: Running) -> None:
    # Ethereum's blocks come every 12 s here too: nobody waits for one.
    rpc = Rpc(running.chains["ethereum"].url)
    payer = rpc("eth_accounts")[0]
    begun = time.monotonic()
    receipt = rpc("eth_sendTransactionSync", {"from": payer, "to": payer})
    assert receipt["status"] == "0x1"
    assert time.monotonic() - begun < 3


def test_blocks_come_at_the_pace_of_each_chain(running: Running) -> None:
    nodes = {name: Rpc(local.url) for name, local in running.chains.items()}
    before = {name: block(rpc) for name, rpc in nodes.items()}
    seconds = 4.5
    time.sleep(seconds)
    grown = {name: block(rpc) - before[name] for name, rpc in nodes.items()}
    for name, blocks in grown.items():
        expected = seconds * 1000 / chains.get(name).timing.block_time_ms
        assert expected / 2 - 1 <= blocks <= expected + 2, f"{name} made {blocks} blocks"
    assert grown["arbitrum"] > grown["polygon"] > 0


def test_many_arbitrum_blocks_share_a_second(running: Running) -> None:
    rpc = Rpc(running.chains["arbitrum"].url)
    while block(rpc) < 10:
        time.sleep(0.1)
    latest = block(rpc)
    times = [
        rpc("eth_getBlockByNumber", hex(number), False)["timestamp"]
        for number in range(latest - 8, latest + 1)
    ]
    assert len(set(times)) < len(times)


def test_a_long_run_writes_nothing_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    with Anvil(1) as node:
        rpc = Rpc(node.url)
        rpc("anvil_mine", hex(1500))
        rpc.close()
    # anvil puts the states of blocks that are no longer in memory on the disk.
    assert list(tmp_path.rglob("*")) == []
