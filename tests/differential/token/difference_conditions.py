"""When a catalogued difference may show: conditions on an operation, the model and a question."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.differential.token import cast
from tests.differential.token.model.compliance import ModularCompliance
from tests.differential.token.model.identities import World
from tests.differential.token.model.ledger import MAX_UINT256, Ledger
from tests.differential.token.model.registries import IdentityRegistryStorage
from tests.differential.token.model.roles import WithAgents
from tests.differential.token.model.token import Token
from tests.differential.token.operations import ZERO, Operation, flat
from tests.differential.token.semantics import semantics

LARGEST = 2**120 - 1
"""Largest amount, balance and supply of ours."""


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


def always(situation: Situation) -> bool:
    """No condition."""
    return True


def amount_out_of_range(situation: Situation) -> bool:
    """Some number among the arguments, or the supply with what is issued, is above 2^120 - 1."""
    numbers = [
        value for value in flat(situation.operation.arguments) if not isinstance(value, str | bool)
    ]
    if any(number > LARGEST for number in numbers):
        return True
    issues = situation.operation.function in {"mint", "batchMint"}
    return issues and situation.token.supply + sum(numbers) > LARGEST


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
        for value in flat(situation.operation.arguments)
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


def only_nothing_moves(situation: Situation) -> bool:
    """Nothing but an amount of zero is against it, or what modules say when they are told of it."""
    reasons = _reasons(situation)
    return "zero_amount" in reasons and reasons <= {"zero_amount", "not_registered", "counter"}


def nobody_is_told(situation: Situation) -> bool:
    """Nothing but a compliance contract bound to another token, and no module, is against it."""
    return not situation.token.compliance.modules and _reasons(situation) <= {
        "not_token",
        "zero_amount",
    }


def unlimited_allowance(situation: Situation) -> bool:
    """The spender's allowance is unlimited."""
    return _allowance(situation) == MAX_UINT256


def was_unlimited_allowance(situation: Situation) -> bool:
    """The spender's allowance was unlimited before what it has just spent."""
    amount = situation.operation.arguments[2]
    assert isinstance(amount, int)
    return _allowance(situation) + amount == MAX_UINT256


def spender_is_frozen(situation: Situation) -> bool:
    """Who spends an allowance is frozen, and its owner is somebody else."""
    caller, sender = situation.operation.caller, situation.operation.arguments[0]
    return caller != sender and caller in situation.token.frozen_wallets


def zero_address_takes_part(situation: Situation) -> bool:
    """The zero address is among the arguments."""
    return ZERO in flat(situation.operation.arguments)


def empty_batch(situation: Situation) -> bool:
    """The batch has no rows: its first array is empty, which is as far as T-REX reads."""
    return situation.operation.arguments[:1] == ((),)


def silent_identity_receives(situation: Situation) -> bool:
    """A wallet takes part whose identity, or an issuer its claim names, does not answer."""
    return any(
        _silent(situation, str(value))
        for value in flat(situation.operation.arguments)
        if isinstance(value, str)
    )


def asked_about_silent(situation: Situation) -> bool:
    """The question is about a wallet whose identity, or an issuer it names, does not answer."""
    return _silent(situation, _asked(situation))


def expired_claim_receives(situation: Situation) -> bool:
    """A wallet takes part whose identity has a claim with an expiry that has passed."""
    return any(
        _expired(situation, str(value))
        for value in flat(situation.operation.arguments)
        if isinstance(value, str)
    )


def asked_about_expired(situation: Situation) -> bool:
    """The question is about a wallet whose identity has a claim whose expiry has passed."""
    return _expired(situation, _asked(situation))


def recovers_to_itself(situation: Situation) -> bool:
    """The lost wallet is the new one as well."""
    lost, new = situation.operation.arguments[:2]
    return lost == new


def recovers_for_another_identity(situation: Situation) -> bool:
    """The identity named in a recovery is not the one the lost wallet is registered with."""
    lost, _, identity = situation.operation.arguments
    return situation.token.registry.storage.identity(str(lost)) != identity


def recovers_to_registered_wallet(situation: Situation) -> bool:
    """The new wallet is registered, with the identity that the recovery names."""
    _, new, identity = situation.operation.arguments
    return situation.token.registry.storage.identity(str(new)) == identity


def token_receives(situation: Situation) -> bool:
    """The token itself is among the wallets."""
    return "token" in flat(situation.operation.arguments)


def few_issuers_now(situation: Situation) -> bool:
    """Far fewer issuers are trusted than may be at a time: ours has no place left for a new one."""
    return len(situation.token.registry.issuers.issuers) < 10


def token_points_elsewhere(situation: Situation) -> bool:
    """The compliance contract is bound to a token that asks another one."""
    called = situation.model.contracts[situation.operation.contract]
    assert isinstance(called, ModularCompliance)
    return called.token_bound != situation.token.name or situation.token.compliance is not called


def caller_is_no_agent(situation: Situation) -> bool:
    """The caller is no agent of the contract that it calls."""
    called = situation.model.contracts[situation.operation.contract]
    assert isinstance(called, WithAgents)
    return situation.operation.caller not in called.agents


def agent_of_the_registry(situation: Situation) -> bool:
    """The account is an agent of the registry already."""
    return situation.operation.arguments[0] in situation.token.registry.agents


def registrys_agent_at_the_storage(situation: Situation) -> bool:
    """Nothing is against it but that an agent of the registry is none of its storage."""
    able = situation.operation.caller in situation.token.registry.agents
    return able and _reasons(situation) == {"not_agent"}


def _reasons(situation: Situation) -> set[str]:
    rows = semantics().conditions()
    failed = situation.model.every_refusal(situation.operation)
    return {rows[row].reason for row in failed if row in rows}


def _allowance(situation: Situation) -> int:
    sender = str(situation.operation.arguments[0])
    return situation.token.allowance(sender, situation.operation.caller)


def _asked(situation: Situation) -> str:
    found = re.search(r"\((\w+)", situation.question)
    return found.group(1) if found else ""


def _identity_of(situation: Situation, wallet: str) -> str:
    return situation.token.registry.storage.identity(wallet)


def _world(situation: Situation) -> World:
    world = situation.model.contracts["world"]
    assert isinstance(world, World)
    return world


def _silent(situation: Situation, wallet: str) -> bool:
    identity = _identity_of(situation, wallet)
    if identity in {ZERO, cast.IMPOSTOR}:
        return identity == cast.IMPOSTOR
    return not _world(situation).answers(identity)


def _expired(situation: Situation, wallet: str) -> bool:
    identity = _identity_of(situation, wallet)
    return any(
        owner == identity and claim.expiry is not None and claim.expiry <= situation.model.now
        for (owner, _, _), claim in _world(situation).claims.items()
    )


CONDITIONS: dict[str, DifferenceCondition] = {
    condition.__name__: condition
    for condition in (
        always,
        amount_out_of_range,
        sender_is_recipient,
        arrays_of_unequal_length,
        impostor_receives,
        asked_about_impostor,
        only_nothing_moves,
        nobody_is_told,
        unlimited_allowance,
        was_unlimited_allowance,
        spender_is_frozen,
        zero_address_takes_part,
        empty_batch,
        silent_identity_receives,
        asked_about_silent,
        expired_claim_receives,
        asked_about_expired,
        recovers_to_itself,
        recovers_for_another_identity,
        recovers_to_registered_wallet,
        token_receives,
        few_issuers_now,
        token_points_elsewhere,
        caller_is_no_agent,
        agent_of_the_registry,
        registrys_agent_at_the_storage,
    )
}
