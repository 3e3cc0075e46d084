"""A release carried out on an EVM in the process: what code, gas and state it must come to.

Code is compared with what creation leaves here, so that immutables, addresses and the chain's id
among them, and the metadata behind the code are the compiler's to the byte.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from eth_utils.crypto import keccak

from quantera.evm import ChainError, MemoryChain, Reverted
from quantera.release.addresses import KEYLESS_CODE, KEYLESS_DEPLOYER
from quantera.release.conditions import Condition, Question, code_is, compared, unmet
from quantera.release.errors import PlanError
from quantera.release.steps import Draft

_SIGNS_EVERYTHING = bytes.fromhex("631626ba7e60e01b60005260206000f3")
"""Answers ERC-1271 with yes: the founder's signature is checked on the chain, not here."""
_FUNDS = 10**24


class MemoryReader:
    """Answers conditions from an EVM in the process."""

    def __init__(self, chain: MemoryChain) -> None:
        self._chain = chain

    def answers(self, conditions: Sequence[Condition]) -> list[str]:
        """See `Reader.answers`."""
        return [self._answer(condition) for condition in conditions]

    def _answer(self, condition: Condition) -> str:
        match condition.question:
            case Question.CODE:
                return "0x" + keccak(self._chain.code(condition.address)).hex()
            case Question.STORAGE:
                slot = int(condition.data, 16)
                return f"0x{self._chain.storage(condition.address, slot):064x}"
        try:
            data = bytes.fromhex(condition.data[2:])
            result = "0x" + self._chain.call(condition.address, data).hex()
        except Reverted:
            return "reverted"
        return compared(condition, result)


@dataclass(frozen=True)
class Foreign:
    """A contract that others deployed.

    Attributes:
        code: its code.
        storage: of its storage what the release's calls touch.
    """

    code: bytes
    storage: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Rehearsed:
    """One transaction with what it cost and what code it left.

    Attributes:
        gas: of the whole transaction by Cancun's rules, without an L2's data.
        runtime_sizes: bytes of code by entry created.
    """

    draft: Draft
    gas: int
    conditions: tuple[Condition, ...]
    runtime_sizes: Mapping[str, int]


@dataclass(frozen=True)
class Rehearsal:
    """A whole release in the process.

    Attributes:
        codes: a condition for each entry created.
    """

    steps: tuple[Rehearsed, ...]
    codes: tuple[Condition, ...]


def rehearse(
    drafts: Sequence[Draft],
    *,
    chain_id: int,
    now: int,
    founder: str,
    deployer: str,
    addresses: Mapping[str, str],
    outside: Mapping[str, Foreign],
    inert: Sequence[Condition],
    active: Sequence[Condition],
) -> Rehearsal:
    """Carry out drafts, and ask for everything that they must come to.

    Args:
        drafts: the transactions in order; the last one activates.
        chain_id: of the chain that the release is for.
        now: Unix seconds there.
        founder: whose signature opens the chain; taken for given.
        deployer: who sends.
        addresses: of the entries created.
        outside: contracts that others deployed, by address.
        inert: what must hold before the last transaction.
        active: what must hold after it.

    Raises:
        PlanError: a transaction fails, or does not come to what it must.
    """
    chain = MemoryChain(chain_id, timestamp=now, exact=True)
    chain.set_code(KEYLESS_DEPLOYER, KEYLESS_CODE)
    for address, other in outside.items():
        chain.set_code(address, other.code)
        for slot, value in other.storage.items():
            chain.set_storage(address, slot, value)
    chain.set_code(founder, _SIGNS_EVERYTHING)
    chain.set_balance(deployer, _FUNDS)
    reader = MemoryReader(chain)
    steps, codes = [], []
    for number, draft in enumerate(drafts):
        if number == len(drafts) - 1:
            _require(f"before {draft.name}", unmet(reader, inert))
        try:
            gas = chain.transact(draft.to, draft.data, deployer).gas_used
        except ChainError as error:
            raise PlanError(f"{draft.name} fails in rehearsal: {error}") from error
        created = {entry: chain.code(addresses[entry]) for entry in draft.creates}
        own = [code_is(addresses[entry], code, entry) for entry, code in created.items()]
        if missing := [entry for entry, code in created.items() if not code]:
            raise PlanError(f"{draft.name} creates no {', '.join(missing)} where it must")
        codes += own
        conditions = (*own, *draft.conditions)
        _require(draft.name, unmet(reader, conditions))
        sizes = {entry: len(code) for entry, code in created.items()}
        steps.append(Rehearsed(draft, gas, conditions, sizes))
    _require("at the end", unmet(reader, [*codes, *active]))
    return Rehearsal(tuple(steps), tuple(codes))


def _require(when: str, failures: list[str]) -> None:
    if failures:
        raise PlanError(f"{when}, in rehearsal: {'; '.join(failures)}")
