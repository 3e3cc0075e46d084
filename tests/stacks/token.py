"""A token with everything behind it for tests, and what tests of it and its registry share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from coincurve import PrivateKey

from quantera.evm import Actor, AddressLike, MemoryChain, NodeChain, Receipt, Reverted
from quantera.gas.token_stack import (
    DAY,
    FOREVER,
    GERMANY,
    LARGEST,
    UNIT,
    TokenStack,
    countries,
    deploy_stack,
    four_rules,
    record,
    rule_settings,
)

__all__ = [
    "DAY",
    "FOREVER",
    "GERMANY",
    "LARGEST",
    "UNIT",
    "Attester",
    "MemoryChain",
    "NodeChain",
    "TokenStack",
    "countries",
    "deploy_stack",
    "four_rules",
    "offer",
    "offer_from",
    "record",
    "rule_settings",
    "sign",
    "values",
]

PAUSED, SENDER_FROZEN, RECIPIENT_FROZEN, SPENDER_FROZEN, ZERO, SELF, TOO_LARGE = range(1, 8)
BALANCE, UNFROZEN, ALLOWANCE, FRACTION, MINIMUM, UNREGISTERED, UNVERIFIED = range(8, 15)
SENDER_SANCTIONED, RECIPIENT_SANCTIONED = 16, 17
MODULES = 39
SANCTIONS_HOLD = 2


def values(arguments: Mapping[str, Any]) -> tuple[Any, ...]:
    """An event's arguments in order."""
    return tuple(arguments.values())


def sign(signer: Actor, digest: bytes) -> bytes:
    """65-byte signature over a digest."""
    raw = PrivateKey(signer.key).sign_recoverable(digest, hasher=None)
    return raw[:64] + bytes([raw[64] + 27])


def offer(stack: TokenStack, sender: AddressLike, to: AddressLike, amount: int) -> int:
    """Transfer, and assert TOK-01 on the way: the view's code is the refusal's, or zero."""
    expected: int = stack.token.detectTransferRestriction(sender, to, amount)
    return _agree(expected, stack.token.transfer, to, amount, sender=sender)


def offer_from(
    stack: TokenStack, spender: Actor, owner: AddressLike, to: AddressLike, amount: int
) -> int:
    """The same for `transferFrom`."""
    expected: int = stack.token.detectTransferRestrictionFrom(spender, owner, to, amount)
    return _agree(expected, stack.token.transferFrom, owner, to, amount, sender=spender)


def _agree(expected: int, function: Any, *arguments: Any, sender: AddressLike) -> int:
    try:
        function(*arguments, sender=sender)
    except Reverted as error:
        assert error.name == "TransferRefused", error
        assert error.values["code"] == expected != 0
    else:
        assert expected == 0
    return expected


@dataclass(frozen=True)
class Attester:
    """A trusted issuer that signs batches, and somebody who carries them to the registry."""

    stack: TokenStack
    issuer: Actor
    carrier: Actor
    topic: int = 7

    @classmethod
    def trusted(cls, stack: TokenStack, name: str = "issuer") -> "Attester":
        """Have the registry trust an account as issuer."""
        issuer, carrier = stack.chain.actors(name, "carrier")
        stack.engine.addTrustedIssuer(issuer, [cls.topic], sender=stack.governor)
        return cls(stack, issuer, carrier)

    def batch(
        self,
        rows: Iterable[tuple[AddressLike, int]],
        nonce: int = 1,
        *,
        issued_at: int | None = None,
        deadline: int | None = None,
    ) -> tuple[Any, ...]:
        """A batch as `applyBatch` takes it; signed now and good for a day unless said otherwise."""
        now = self.stack.chain.timestamp
        start = now if issued_at is None else issued_at
        end = now + DAY if deadline is None else deadline
        return self.issuer, nonce, start, end, list(rows)

    def signature(self, batch: tuple[Any, ...], signer: Actor | None = None) -> bytes:
        """The issuer's, or somebody else's, signature over a batch."""
        return sign(signer or self.issuer, self.stack.engine.batchDigest(batch))

    def bring(self, batch: tuple[Any, ...], signature: bytes | None = None) -> Receipt:
        """Bring a batch to the registry."""
        receipt: Receipt = self.stack.engine.applyBatch(
            batch, signature or self.signature(batch), sender=self.carrier
        )
        return receipt
