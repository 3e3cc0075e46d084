"""Who pays: what is missing is one sentence, and a key signs what a node would have been asked."""

import json
from pathlib import Path
from typing import Any

import pytest
from eth_account import Account
from pydantic import ValidationError

from quantera.bridge.accounts import KeyPayer, NodePayer, address, from_key_file, payer
from quantera.bridge.nodes import BridgeNode
from quantera.bridge.settings import AccountSettings, SettingsError
from quantera.evm import ZERO_ADDRESS
from tests.unit.bridge_offchain.answering import ABI, PLACES, install

KEY = bytes.fromhex("46" * 32)
ADDRESS = "0x" + "11" * 20
CALL = {"from": ADDRESS, "to": ADDRESS, "input": "0x1234", "value": "0x5", "gas": "0x5208"}


def key_file(folder: Path, password: str = "open") -> Path:
    path = folder / "key.json"
    path.write_text(json.dumps(Account.encrypt(KEY, password, kdf="pbkdf2", iterations=2)))
    return path


def test_a_key_signs_for_the_chain_with_room_for_a_rising_price(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent: list[str] = []

    def take(_url: str, raw: str) -> str:
        sent.append(raw)
        return "0xhash"

    answers: dict[str, Any] = {
        "eth_getBlockByNumber": lambda *_: {"baseFeePerGas": hex(100)},
        "eth_maxPriorityFeePerGas": lambda _: hex(7),
        "eth_getTransactionCount": lambda *_: hex(3),
        "eth_sendRawTransaction": take,
    }
    install(monkeypatch, answers)
    key = KeyPayer(Account.from_key(KEY))
    assert key.send(BridgeNode(PLACES[1], ABI), CALL) == "0xhash"
    assert Account.recover_transaction(sent[0]) == key.address
    assert sent[0].startswith("0x02")


def test_a_node_that_signs_is_asked_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = install(monkeypatch, {"eth_sendTransaction": lambda *_: "0xhash"})
    assert NodePayer(ADDRESS).send(BridgeNode(PLACES[0], ABI), CALL) == "0xhash"
    assert fake.asked == [(PLACES[0].url, "eth_sendTransaction", (CALL,))]


def test_an_address_is_told_without_the_key(tmp_path: Path) -> None:
    keystore = key_file(tmp_path)
    by_key = AccountSettings(keystore=keystore, password_variable="BRIDGE_PASSWORD")
    assert address(by_key) == str(Account.from_key(KEY).address)
    assert address(AccountSettings(unlocked=ADDRESS)) == ADDRESS
    assert address(None) == ZERO_ADDRESS
    keystore.write_text(json.dumps({"version": 3}))
    assert address(by_key) == ZERO_ADDRESS
    keystore.unlink()
    with pytest.raises(SettingsError, match="cannot be opened"):
        address(by_key)


def test_the_configured_account_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIDGE_PASSWORD", "open")
    keystore = key_file(tmp_path)
    by_key = AccountSettings(keystore=keystore, password_variable="BRIDGE_PASSWORD")
    assert payer(by_key).address == str(Account.from_key(KEY).address)
    assert payer(AccountSettings(unlocked=ADDRESS)).address == ADDRESS


def test_what_is_missing_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match="no account"):
        payer(None)
    monkeypatch.delenv("BRIDGE_PASSWORD", raising=False)
    with pytest.raises(SettingsError, match="no BRIDGE_PASSWORD"):
        from_key_file(key_file(tmp_path), "BRIDGE_PASSWORD")
    monkeypatch.setenv("BRIDGE_PASSWORD", "wrong")
    with pytest.raises(SettingsError, match="cannot be opened"):
        from_key_file(key_file(tmp_path), "BRIDGE_PASSWORD")
    with pytest.raises(SettingsError, match="cannot be opened"):
        from_key_file(tmp_path / "none.json", "BRIDGE_PASSWORD")


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"keystore": Path("key.json")},
        {"password_variable": "X"},
        {"keystore": Path("key.json"), "password_variable": "X", "unlocked": ADDRESS},
    ],
)
def test_an_account_is_of_one_kind(given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="say either"):
        AccountSettings(**given)
