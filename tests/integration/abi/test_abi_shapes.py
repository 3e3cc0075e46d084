"""Every shape an ABI can take, through the generated Python, against a real node."""

import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from eth_typing import ChecksumAddress
from hexbytes import HexBytes
from web3 import Web3
from web3.types import LogReceipt

from quantera import artifacts
from quantera.abi import generate
from quantera.abi.runtime import PanicError, ReasonError, UnknownError
from quantera.abi.surface import Surface, surfaces
from quantera.evm.anvil import Anvil
from quantera.toolchain.workspace import ROOT, STATE

SHAPES = "contracts/testing/abi/"
CHAIN_ID = 31338


def shapes() -> list[Surface]:
    return surfaces(
        artifact
        for artifact in artifacts.load_all().values()
        if artifact.source_id.startswith(SHAPES)
    )


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    root = tmp_path_factory.mktemp("shapes")
    generate.write(generate.render(shapes(), {}, "1.2.3"), root)
    (root / generate.PYTHON_PACKAGE).rename(root / "abi_shapes")
    sys.path.insert(0, str(root))
    yield importlib.import_module("abi_shapes")
    sys.path.remove(str(root))


@dataclass(frozen=True)
class Probe:
    """The probe through its generated class, which no type checker knows here."""

    w3: Web3
    kind: Any
    handle: Any
    holder: ChecksumAddress

    def trip(self, label: str = "north") -> Any:
        structs = self.kind.structs
        leg = structs.Leg(
            from_=structs.Point(-1, 2), path=[structs.Point(3, -4)], tag=b"\x01\x02\x03\x04"
        )
        return structs.Trip(owner=self.holder, legs=[leg, leg], side=1, label=label)

    def send(self, write: Any) -> Any:
        return self.w3.eth.wait_for_transaction_receipt(write.transact({"from": self.holder}))


@pytest.fixture(scope="module")
def probe(package: ModuleType) -> Iterator[Probe]:
    with Anvil(CHAIN_ID) as node:
        w3 = Web3(Web3.HTTPProvider(node.url))
        holder = w3.eth.accounts[0]

        def deploy(name: str, *arguments: object) -> ChecksumAddress:
            artifact = artifacts.load(name)
            contract = w3.eth.contract(abi=artifact.abi, bytecode=artifact.creation_code)
            sent = contract.constructor(*arguments).transact({"from": holder})
            address = w3.eth.wait_for_transaction_receipt(sent)["contractAddress"]
            assert address is not None
            return address

        address = deploy("AbiProbe", deploy("AbiProbeExtension"))
        yield Probe(w3, package.AbiProbe, package.AbiProbe.at(w3, address), holder)


def test_structs_go_in_and_come_out_typed(probe: Probe) -> None:
    trip = probe.trip()
    assert probe.handle.functions.store(trip).call({"from": probe.holder})[1] == "north"
    probe.send(probe.handle.functions.store(trip))
    assert probe.handle.functions.latest().call() == trip
    assert probe.handle.functions.points(1).call() == [probe.kind.structs.Point(3, -4)]


def test_nested_arrays_and_keyword_names(probe: Probe) -> None:
    rows = [[b"\x01" * 32, b"\x02" * 32], [b"\x03" * 32, b"\x04" * 32]]
    assert probe.handle.functions.grid(from_=probe.holder, rows=rows).call() == (rows, probe.holder)
    assert probe.handle.functions.grid(probe.holder, []).call() == ([], probe.holder)
    assert probe.handle.functions.lambda_(self_=2**255).call() >= 2**255


def test_an_event_with_a_struct_and_a_hashed_text(probe: Probe) -> None:
    trip = probe.trip("west")
    receipt = probe.send(probe.handle.functions.store(trip))
    (log,) = probe.handle.receipt_logs(receipt, probe.kind.events.Stored)
    assert log.event == probe.kind.events.Stored(
        from_=probe.holder, label=bytes(Web3.keccak(text="west")), trip=trip
    )
    assert log.address == probe.handle.address
    assert probe.kind.decode_log(receipt["logs"][0]) == log
    assert probe.handle.receipt_logs(receipt, probe.kind.events.Noted_bytes32) == []


def test_overloads_are_told_apart(probe: Probe) -> None:
    events = probe.kind.events
    amounts = [*probe.handle.functions.list_().call(), 5]
    by_number = probe.send(probe.handle.functions.note_uint256(5))
    by_tag = probe.send(probe.handle.functions.note_bytes32(b"\x07" * 32))
    (number,) = probe.handle.receipt_logs(by_number, events.Noted_uint256_uint256)
    assert number.event == events.Noted_uint256_uint256(lambda_=len(amounts), amounts=amounts)
    (tag,) = probe.handle.logs(events.Noted_bytes32, by_tag["blockNumber"], by_tag["blockNumber"])
    assert tag.event == events.Noted_bytes32(tag=b"\x07" * 32)


def test_an_extension_answers_under_the_main_contract(probe: Probe, package: ModuleType) -> None:
    structs, events = probe.kind.structs, probe.kind.events
    span = structs.Span(structs.Point(-3, 4), structs.Point(1, 1))
    receipt = probe.send(probe.handle.functions.measure(span))
    (log,) = probe.handle.receipt_logs(receipt, events.Measured)
    assert log.event == events.Measured(span=span, length=7)
    nowhere = structs.Span(structs.Point(1, 1), structs.Point(1, 1))
    with pytest.raises(probe.kind.errors.Mismatch_int24_int24_int24_int24) as refused:
        probe.handle.functions.measure(nowhere).call()
    assert refused.value.span == nowhere
    assert not hasattr(package, "AbiProbeExtension")


def test_a_custom_error_carries_its_arguments(probe: Probe) -> None:
    nameless = probe.trip("")
    write = probe.handle.functions.store(nameless)
    for refuse in (write.call, write.transact, write.estimate_gas, write.build_transaction):
        with pytest.raises(probe.kind.errors.TripRefused) as refused:
            refuse({"from": probe.holder})
        assert (refused.value.from_, refused.value.trip) == (probe.holder, nameless)
    assert str(refused.value).startswith(f"TripRefused(from_='{probe.holder}', trip=")


def test_errors_that_are_not_custom(probe: Probe) -> None:
    fail = probe.handle.functions.fail
    with pytest.raises(ReasonError) as words:
        fail(0).call()
    assert words.value.reason == "in words"
    with pytest.raises(PanicError) as panic:
        fail(1).call()
    assert panic.value.code == 1
    with pytest.raises(UnknownError) as nothing:
        fail(2).call()
    assert nothing.value.data == b""
    with pytest.raises(probe.kind.errors.Closed):
        fail(3).call()


def test_revert_data_that_lies(package: ModuleType, probe: Probe) -> None:
    selector = probe.kind.errors.TripRefused.SELECTOR
    for data in (b"", b"\x01", b"\xde\xad\xbe\xef", selector, selector + b"\xff" * 64):
        assert package.decode_error(data).data == data
        assert probe.kind.decode_error("0x" + data.hex()).data == data


def test_logs_that_are_none_of_ours(probe: Probe) -> None:
    topic = probe.kind.events.Stored.TOPIC
    receipt = probe.send(probe.handle.functions.store(probe.trip()))
    log: LogReceipt = receipt["logs"][0]
    assert probe.kind.decode_log(log) is not None
    fewer: dict[str, Any] = {**log, "topics": [HexBytes(topic)]}
    assert probe.kind.decode_log(fewer) is None
    assert probe.kind.decode_log({**log, "data": HexBytes(b"\xff" * 32)}) is None
    assert probe.kind.decode_log({**log, "topics": []}) is None


def test_another_contracts_logs_in_the_same_transaction_are_left_out(probe: Probe) -> None:
    receipt = probe.send(probe.handle.functions.note_uint256(1))
    own = receipt["logs"][0]
    stranger = list(probe.w3.eth.accounts)[1]
    mixed: Any = {"logs": [{**own, "address": stranger}, own]}
    event = probe.kind.events.Noted_uint256_uint256
    assert [log.address for log in probe.handle.receipt_logs(mixed, event)] == [
        probe.handle.address
    ]


def test_call_data_is_what_the_plain_contract_encodes(probe: Probe) -> None:
    plain = probe.handle.contract.encode_abi("note(uint256)", args=[9])
    assert probe.handle.functions.note_uint256(9).data == plain
    assert probe.handle.functions.note_uint256(9).function.abi["name"] == "note"


@pytest.mark.long
def test_the_generated_python_is_strictly_typed_and_formatted(package: ModuleType) -> None:
    folder = Path(str(package.__file__)).parent
    ruff = ("ruff", "format", "--isolated", "--line-length", "100", "--check", str(folder))
    cache = str(STATE / "mypy-integrator")
    mypy = ("mypy", "--strict", "--config-file", os.devnull, "--cache-dir", cache, str(folder))
    for tool in (ruff, mypy):
        done = subprocess.run(
            [sys.executable, "-m", *tool], capture_output=True, text=True, check=False, cwd=ROOT
        )
        assert done.returncode == 0, done.stdout + done.stderr
