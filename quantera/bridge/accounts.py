"""Who signs what the commands send: a key file, or the node itself on local chains."""

import json
import os
from pathlib import Path
from typing import Any, Protocol

from eth_account import Account
from eth_account.signers.local import LocalAccount
from eth_utils.address import to_checksum_address

from quantera.bridge.nodes import BridgeNode
from quantera.bridge.settings import AccountSettings, SettingsError
from quantera.evm.actors import ZERO_ADDRESS

ROOM_PERCENT = 20
"""Gas above the node's estimate: what a call needs changes until it is mined."""
PRICE_FACTOR = 2
"""The fee cap is that many times the base fee, which may rise before the next block."""


class Payer(Protocol):
    """An account that sends transactions."""

    @property
    def address(self) -> str:
        """Its address."""
        ...

    def send(self, node: BridgeNode, call: dict[str, Any]) -> str:
        """Send a call with its gas; the transaction's hash."""
        ...


class NodePayer:
    """An account that a local node signs for."""

    def __init__(self, address: str) -> None:
        self.address = address

    def send(self, node: BridgeNode, call: dict[str, Any]) -> str:
        """See `Payer.send`."""
        sent: str = node.ask("eth_sendTransaction", call)
        return sent


class KeyPayer:
    """An account whose key is at hand."""

    def __init__(self, account: LocalAccount) -> None:
        self._account = account
        self.address = str(account.address)

    def send(self, node: BridgeNode, call: dict[str, Any]) -> str:
        """See `Payer.send`."""
        head = node.ask("eth_getBlockByNumber", "latest", False)
        tip = int(node.ask("eth_maxPriorityFeePerGas"), 16)
        fields = {
            "type": 2,
            "chainId": node.place.facts.chain_id,
            "nonce": int(node.ask("eth_getTransactionCount", self.address, "pending"), 16),
            "to": call["to"],
            "data": call["input"],
            "value": int(call["value"], 16),
            "gas": int(call["gas"], 16),
            "maxPriorityFeePerGas": tip,
            "maxFeePerGas": PRICE_FACTOR * int(head["baseFeePerGas"], 16) + tip,
        }
        signed = self._account.sign_transaction(fields)
        sent: str = node.ask("eth_sendRawTransaction", "0x" + signed.raw_transaction.hex())
        return sent


def from_key_file(path: Path, password_variable: str) -> KeyPayer:
    """The account of an encrypted key file.

    Raises:
        SettingsError: the file or its password cannot be had, or do not fit.
    """
    password = os.environ.get(password_variable)
    if password is None:
        raise SettingsError(f"the environment has no {password_variable}")
    try:
        key = Account.decrypt(json.loads(path.read_text()), password)
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path} cannot be opened: {error}") from error
    return KeyPayer(Account.from_key(key))


def address(settings: AccountSettings | None) -> str:
    """Address of the configured account, without its key; zero where no address is told.

    Raises:
        SettingsError: the key file cannot be read.
    """
    if settings is None:
        return ZERO_ADDRESS
    if settings.unlocked is not None:
        return settings.unlocked
    path = settings.keystore or Path()
    try:
        told = str(json.loads(path.read_text()).get("address", "")).removeprefix("0x")
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path} cannot be opened: {error}") from error
    return to_checksum_address("0x" + told) if told else ZERO_ADDRESS


def payer(settings: AccountSettings | None) -> Payer:
    """The account that the configuration names.

    Raises:
        SettingsError: it names none, or its key cannot be had.
    """
    if settings is None:
        raise SettingsError("the configuration names no account to send from")
    if settings.unlocked is not None:
        return NodePayer(settings.unlocked)
    return from_key_file(settings.keystore or Path(), settings.password_variable or "")
