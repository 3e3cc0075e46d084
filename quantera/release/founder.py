"""The founder's signature that opens a chain (EIP-712)."""

from typing import Any

from eth_account import Account
from eth_account.messages import SignableMessage, encode_typed_data
from eth_utils.crypto import keccak

from quantera.evm.codec import Codec
from quantera.release.connection import RefusalError
from quantera.release.node import Node

VALIDITY_SECONDS = 30 * 86_400
_MAGIC = "1626ba7e"
_VALID = Codec([{"name": "digest", "type": "bytes32"}, {"name": "signature", "type": "bytes"}])


def message(chain_id: int, factory: str, creation: bytes, deadline: int) -> SignableMessage:
    """What the founder signs: that a chain may be opened with this access manager.

    Args:
        chain_id: of the chain.
        factory: the release's factory.
        creation: the access manager's creation code with its arguments.
        deadline: until when the signature is good, in Unix seconds.
    """
    domain = {
        "name": "Quantera ReleaseFactory",
        "version": "1",
        "chainId": chain_id,
        "verifyingContract": factory,
    }
    types = {
        "Opening": [
            {"name": "creationHash", "type": "bytes32"},
            {"name": "deadline", "type": "uint256"},
        ]
    }
    told = {"creationHash": keccak(creation), "deadline": deadline}
    return encode_typed_data(domain, types, told)


def digest(signable: SignableMessage) -> bytes:
    """The 32 bytes that a key signs."""
    return keccak(b"\x19" + signable.version + signable.header + signable.body)


def signed_by(node: Node, founder: str, signable: SignableMessage, signature: str) -> bool:
    """Whether a signature is the founder's: a key's, or a contract's on the chain (ERC-1271)."""
    account: Any = Account
    try:
        raw = bytes.fromhex(signature[2:])
        if account.recover_message(signable, signature=raw) == founder:
            return True
    except Exception:  # noqa: BLE001 -- whatever is wrong with it, it is no key's signature
        raw = bytes.fromhex(signature[2:])
    if not node.code(founder):
        return False
    data = "0x" + _MAGIC + _VALID.encode([digest(signable), raw]).hex()
    try:
        return node.call(founder, data).startswith("0x" + _MAGIC)
    except RefusalError:
        return False
