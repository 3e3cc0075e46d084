"""A node ends when its user does, however that happens, and says clearly why it cannot start."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quantera.evm import NodeChain
from quantera.evm.anvil import Anvil, AnvilError
from quantera.evm.rpc import Rpc, RpcError

HOLDS_A_NODE = """
import threading, time
from quantera.evm import NodeChain
kept = []
starter = threading.Thread(target=lambda: kept.append(NodeChain()))
starter.start(); starter.join()
print(kept[0].url, flush=True)
time.sleep(600)
"""


def answers(url: str) -> bool:
    host, port = url.removeprefix("http://").split(":")
    try:
        socket.create_connection((host, int(port)), timeout=1).close()
    except OSError:
        return False
    return True


def gone(url: str, seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not answers(url):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_node_ends_with_its_process(how: signal.Signals) -> None:
    """Even a node that a thread started which has long ended, and even after SIGKILL."""
    user = subprocess.Popen([sys.executable, "-c", HOLDS_A_NODE], stdout=subprocess.PIPE, text=True)
    assert user.stdout is not None
    with user.stdout:
        url = user.stdout.readline().strip()
    assert answers(url)
    user.send_signal(how)
    user.wait()
    assert gone(url)


def test_a_node_ends_when_closed_and_leaves_nothing() -> None:
    before = _children()
    with NodeChain() as node:
        url = node.url
        assert answers(url)
    assert gone(url, 1)
    assert _children() == before
    node.close()


def _children() -> set[str]:
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())


def test_a_port_in_use_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(AnvilError, match="in use"):
            Anvil(1, port=taken.getsockname()[1])


def test_a_missing_anvil_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    with pytest.raises(AnvilError, match=r"anvil.*not found"):
        Anvil(1)


def test_the_node_follows_the_rules_it_is_started_with() -> None:
    with Anvil(137) as anvil:
        rpc = Rpc(anvil.url)
        assert int(rpc("eth_chainId"), 16) == 137
        info = rpc("anvil_nodeInfo")
        assert info["hardFork"].lower() == "cancun"
        with pytest.raises(RpcError) as caught:
            rpc("eth_noSuchThing")
        assert caught.value.code == -32602
        rpc.close()
