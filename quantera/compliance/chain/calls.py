"""Calldata of the registry's functions, and what its logs say."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from eth_abi.abi import decode, encode
from eth_utils.crypto import keccak

from quantera.compliance.attestation import Batch
from quantera.compliance.chain.protocol import RecordChange, Skipped

_ROWS = "(address,uint256)[]"
_BATCH = f"(address,uint256,uint256,uint256,{_ROWS})"
_MOVEMENT = "(address,address,address,uint256,uint256,uint256,uint256)"
_PATH_MINT = 1
_NOBODY = "0x" + "0" * 40

SIGNATURES = {
    "applyBatch": f"applyBatch({_BATCH},bytes)",
    "writeRecords": f"writeRecords({_ROWS})",
    "revokeVerification": "revokeVerification(address[])",
    "deleteIdentity": "deleteIdentity(address)",
    "writeEvidence": "writeEvidence(address,uint256)",
    "writeTerms": "writeTerms(address,address,uint256,uint256)",
    "termsOf": "termsOf(address,address)",
    "lastNonce": "lastNonce(address)",
    "recordOf": "recordOf(address)",
    "allotment": "allotment(address,uint8,uint256)",
    "sendAllotment": "sendAllotment(address,uint8,uint256,uint128,bytes32)",
    "receiveAllotment": "receiveAllotment(address,uint8,uint256,uint128,bytes32)",
    "preview": f"preview(address,uint8,{_MOVEMENT})",
    "balanceOf": "balanceOf(address)",
    "totalSupply": "totalSupply()",
    "detectTransferRestriction": "detectTransferRestriction(address,address,uint256)",
}
"""Functions called, by name; a test compares them with the compiled contracts."""

EVENTS = {
    "RecordWritten": "RecordWritten(address,uint256)",
    "EvidenceWritten": "EvidenceWritten(address,uint256)",
    "TermsWritten": "TermsWritten(address,address,uint256)",
    "AttestationSkipped": "AttestationSkipped(address,address,uint8)",
}
"""Events read, by name; a test compares them with the compiled contracts."""

TOPICS = {name: bytes(keccak(text.encode())) for name, text in EVENTS.items()}

_CAUSES = {
    1: "zero wallet or identity",
    2: "another identity is registered for the wallet",
    3: "bits that are not the issuer's to set",
    4: "another issuer's record is still valid",
}


def selector(name: str) -> bytes:
    """First four bytes of a function's calldata."""
    return bytes(keccak(SIGNATURES[name].encode())[:4])


def call(name: str, types: Sequence[str], *values: Any) -> bytes:
    """Calldata of one function."""
    return selector(name) + encode(types, values)


def apply_batch(batch: Batch, signature: bytes) -> bytes:
    """Calldata of `applyBatch`."""
    content = (batch.issuer, batch.nonce, batch.issued_at, batch.deadline, list(batch.rows))
    return call("applyBatch", [_BATCH, "bytes"], content, signature)


def write_records(rows: Iterable[tuple[str, int]]) -> bytes:
    """Calldata of `writeRecords`."""
    return call("writeRecords", [_ROWS], list(rows))


def revoke(wallets: Iterable[str]) -> bytes:
    """Calldata of `revokeVerification`."""
    return call("revokeVerification", ["address[]"], list(wallets))


def delete(wallet: str) -> bytes:
    """Calldata of `deleteIdentity`."""
    return call("deleteIdentity", ["address"], wallet)


def write_evidence(identity: int, word: int) -> bytes:
    """Calldata of `writeEvidence`."""
    return call("writeEvidence", ["address", "uint256"], f"0x{identity:040x}", word)


def write_terms(token: str, identity: int, previous: int, word: int) -> bytes:
    """Calldata of `writeTerms`, which writes `word` only where `previous` stands."""
    types = ["address", "address", "uint256", "uint256"]
    return call("writeTerms", types, token, f"0x{identity:040x}", previous, word)


def move_allotment(name: str, token: str, limit: tuple[int, int], amount: int, id_: bytes) -> bytes:
    """Calldata of `sendAllotment` or `receiveAllotment`.

    Args:
        name: which of the two.
        token: the token.
        limit: number and key.
        amount: in the limit's unit.
        id_: the message's id, 32 bytes, the same on both chains.
    """
    types = ["address", "uint8", "uint256", "uint128", "bytes32"]
    return call(name, types, token, *limit, amount, id_)


def preview_mint(token: str, recipient: str, amount: int, held: int, supply: int) -> bytes:
    """Calldata of the engine's `preview` of a mint.

    Args:
        token: the token.
        recipient: the wallet that receives.
        amount: token units.
        held: units in the wallet before.
        supply: the token's supply before.
    """
    movement = (_NOBODY, _NOBODY, recipient, amount, 0, held, supply)
    return call("preview", ["address", "uint8", _MOVEMENT], token, _PATH_MINT, movement)


def three_words(data: bytes) -> tuple[int, int, int]:
    """The three values that a view returned."""
    first, second, third = decode(["uint256", "uint256", "uint256"], data)
    return int(first), int(second), int(third)


def word(data: bytes) -> int:
    """The only value that a view returned."""
    (value,) = decode(["uint256"], data)
    return int(value)


def _log_words(log: Mapping[str, Any]) -> tuple[list[bytes], bytes]:
    topics = [bytes.fromhex(topic.removeprefix("0x")) for topic in log["topics"]]
    return topics, bytes.fromhex(log["data"].removeprefix("0x"))


def _address(topic: bytes) -> str:
    return f"0x{topic[12:].hex()}"


def record_changes(logs: Iterable[Mapping[str, Any]]) -> list[RecordChange]:
    """Records that `RecordWritten` logs state, in the order of the logs."""
    changes = []
    for log in logs:
        topics, data = _log_words(log)
        if topics[0] == TOPICS["RecordWritten"]:
            block = int(log["blockNumber"], 16)
            changes.append(RecordChange(block, _address(topics[1]), word(data)))
    return changes


def evidence_changes(logs: Iterable[Mapping[str, Any]]) -> list[tuple[int, int]]:
    """Identity and evidence word of `EvidenceWritten` logs, in the order of the logs."""
    changes = []
    for log in logs:
        topics, data = _log_words(log)
        if topics[0] == TOPICS["EvidenceWritten"]:
            changes.append((int.from_bytes(topics[1], "big"), word(data)))
    return changes


def terms_changes(logs: Iterable[Mapping[str, Any]]) -> list[tuple[tuple[str, int], int]]:
    """Token and identity, and the word, of `TermsWritten` logs, in the order of the logs."""
    changes = []
    for log in logs:
        topics, data = _log_words(log)
        if topics[0] == TOPICS["TermsWritten"]:
            key = (_address(topics[1]), int.from_bytes(topics[2], "big"))
            changes.append((key, word(data)))
    return changes


def skipped_rows(logs: Iterable[Mapping[str, Any]]) -> tuple[Skipped, ...]:
    """Rows that a batch left out."""
    rows = []
    for log in logs:
        topics, data = _log_words(log)
        if topics[0] == TOPICS["AttestationSkipped"]:
            cause = word(data)
            rows.append(Skipped(_address(topics[2]), _CAUSES.get(cause, f"cause {cause}")))
    return tuple(rows)
