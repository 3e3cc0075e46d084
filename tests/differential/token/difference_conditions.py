"""When a catalogued difference may show: conditions on an operation, the model and a question."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.differential.token import cast
from tests.differential.token.model.ledger import Ledger
from tests.differential.token.model.registries import IdentityRegistryStorage
from tests.differential.token.model.token import Token
from tests.differential.token.operations import Argument, Operation

MAX_UINT128 = 2**128 - 1


@dataclass(frozen=True)
class Situation:
    """What a condition looks at.

    Attributes:
        operation: what was done.
        model: T-REX's state before it; for state, after it.
        question: of a state, the question that was answered differently; else empty.
    """

    operation: Operation
    model: Ledger
    question: str = ""

    @property
    def token(self) -> Token:
        """The model's token."""
        found = self.model.contracts["token"]
        assert isinstance(found, Token)
        return found


DifferenceCondition = Callable[[Situation], bool]


def _flat(arguments: tuple[Argument, ...]) -> Iterator[str | int | bool]:
    for argument in arguments:
        if isinstance(argument, tuple):
            yield from _flat(argument)
        else:
            yield argument


def always(situation: Situation) -> bool:
    """No condition."""
    return True


def number_above_uint128(situation: Situation) -> bool:
    """Some number among the arguments needs more than 128 bits."""
    values = _flat(situation.operation.arguments)
    return any(not isinstance(value, str) and value > MAX_UINT128 for value in values)


def sender_is_recipient(situation: Situation) -> bool:
    """A forced transfer, or one of a batch, goes back to where it comes from."""
    senders, recipients = situation.operation.arguments[:2]
    if isinstance(senders, tuple) and isinstance(recipients, tuple):
        return any(left == right for left, right in zip(senders, recipients, strict=False))
    return senders == recipients


def arrays_of_unequal_length(situation: Situation) -> bool:
    """The operation's arrays differ in length."""
    arrays = [item for item in situation.operation.arguments if isinstance(item, tuple)]
    return len({len(array) for array in arrays}) > 1


def impostor_receives(situation: Situation) -> bool:
    """A wallet takes part whose identity keeps another issuer's claim."""
    identity_of = situation.token.registry.storage.identity
    return any(
        isinstance(value, str) and cast.IMPOSTOR in {value, identity_of(value)}
        for value in _flat(situation.operation.arguments)
    )


def asked_about_impostor(situation: Situation) -> bool:
    """The question is about a wallet that some storage has under the impostor's identity."""
    asked = re.search(r"\((\w+)", situation.question)
    storages = [
        contract
        for contract in situation.model.contracts.values()
        if isinstance(contract, IdentityRegistryStorage)
    ]
    return asked is not None and any(
        storage.identity(asked.group(1)) == cast.IMPOSTOR for storage in storages
    )


def lost_wallet_is_frozen(situation: Situation) -> bool:
    """The wallet that is recovered has frozen units or is frozen as a whole."""
    token, lost = situation.token, str(situation.operation.arguments[0])
    return token.frozen.get(lost, 0) > 0 or lost in token.frozen_wallets


CONDITIONS: dict[str, DifferenceCondition] = {
    condition.__name__: condition
    for condition in (
        always,
        number_above_uint128,
        sender_is_recipient,
        arrays_of_unequal_length,
        impostor_receives,
        asked_about_impostor,
        lost_wallet_is_frozen,
    )
}
