"""What the token's state machine runs on, who takes part, and every answer that is compared."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from eth_abi.abi import encode
from eth_utils.crypto import keccak

from quantera.evm import ZERO_ADDRESS, Chain, Contract
from quantera.evm.abi import FunctionAbi
from tests.property.model.engine import Engine
from tests.property.model.records import FOREVER, Record
from tests.property.model.settings import Key, Limit, Limits, Path
from tests.property.model.token import DECIMALS, ITSELF, NOBODY, Token
from tests.property.rule_levels import (
    CLASS_KEYS,
    COUNTRIES,
    GERMANY,
    LEVELS,
    USA,
    encoded,
)
from tests.stacks.token import TokenStack, deploy_stack

IDENTITIES = ("id_a", "id_b", "id_c", "id_d")
"""Identity contracts that let every wallet manage them: who may be recovered is the agent's say."""
CUSTODY = "id_d"
WALLETS = {
    "a1": "id_a",
    "a2": "id_a",
    "b1": "id_b",
    "b2": "id_b",
    "c1": "id_c",
    "d1": "id_d",
    "new": "",
}
"""Wallets and the identity each is registered with at the beginning."""
SPENDER = "spender"
FUNDED = {"a1": 300, "b1": 250, "c1": 120, "d1": 100}
"""Units at the beginning."""


def first_record(identity: str) -> Record:
    """An investor's record at the beginning."""
    if not identity:
        return Record()
    country = USA if identity == "id_b" else GERMANY
    flags = frozenset({"custodian"}) if identity == CUSTODY else frozenset[str]()
    classes = (1, 1 if identity == "id_a" else 2, 0, 0, 0)
    return Record(identity, country, FOREVER, classes, flags)


@dataclass(frozen=True)
class Question:
    """A view, and how the model answers it."""

    contract: Contract
    function: FunctionAbi
    arguments: tuple[Any, ...]
    expected: Callable[[Token], tuple[Any, ...]]

    @property
    def text(self) -> str:
        """For people."""
        return f"{self.function.name}{self.arguments}"


class Stage:
    """The token, its engine with everything counted, and the questions that are asked of them.

    Args:
        chain: a fresh chain.
    """

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self.stack: TokenStack = deploy_stack(chain, decimals=DECIMALS)
        self.addresses = {
            "": ZERO_ADDRESS,
            NOBODY: ZERO_ADDRESS,
            ITSELF: self.stack.token.address,
            **{name: self._identity() for name in IDENTITIES},
            **{name: str(chain.actor(name)) for name in (*WALLETS, SPENDER, "stranger")},
        }
        engine, token = self.stack.engine, self.stack.token
        engine.startCount(token, (True, True, 0b11, False), sender=self.stack.governor)
        for wallet, identity in WALLETS.items():
            if identity:
                self.write(wallet, first_record(identity))
        for wallet, amount in FUNDED.items():
            token.mint(self.addresses[wallet], amount, sender=self.stack.agent)
        # No rule runs, but every limit is known, with a share that can be moved.
        start = replace(LEVELS["divided"], rules=frozenset())
        engine.configureRules(
            token,
            encoded(start, Limits().differences(start.limits, start.shares)),
            sender=self.stack.governor,
        )
        self._settings = start
        self.questions = list(self._questions())
        self._probe = chain.deploy("ViewBatchProbe")
        queries = [
            (each.contract.address, each.function.encode(each.arguments)) for each in self.questions
        ]
        for first in range(0, len(queries), 40):
            self._probe.add(queries[first : first + 40], sender=self.stack.governor)
        self._digests = self._probe.digests.encode()

    def write(self, wallet: str, record: Record) -> None:
        """Write a wallet's record as the agent."""
        word = record.word(self.addresses[record.identity])
        self.stack.engine.writeRecords([(self.addresses[wallet], word)], sender=self.stack.agent)

    def model(self) -> Token:
        """The model as everything stands at the beginning of a sequence."""
        engine = Engine()
        for wallet, identity in WALLETS.items():
            if identity:
                engine.registry.write(wallet, first_record(identity))
        engine.configure(self._settings)
        model = Token(engine, now=self.chain.timestamp)
        for wallet, amount in FUNDED.items():
            model.move(
                model.movement(Path.MINT, "agent", "", wallet, amount),
                model.issue_verdict(wallet, amount, arrives=False),
            )
        return model

    def differences(self, model: Token) -> list[str]:
        """A sentence for each answer that is not the model's."""
        raw = self.chain.call(self._probe, self._digests)
        found = []
        for number, question in enumerate(self.questions):
            expected = question.expected(model)
            if raw[64 + 32 * number : 96 + 32 * number] != _digest(question.function, expected):
                answer = self.chain.call(
                    question.contract, question.function.encode(question.arguments)
                )
                given = question.function.decode(answer)
                found.append(f"{question.text}: {given}, the model says {expected}")
        return found

    # -- inside ---------------------------------------------------------------------------------

    def _identity(self) -> str:
        identity = self.chain.deploy("HostileIdentity")
        identity.plantKey(ZERO_ADDRESS, True, sender=self.stack.governor)
        return identity.address

    def _questions(self) -> Iterator[Question]:
        token, engine = self.stack.token, self.stack.engine

        def of_token(name: str, *arguments: Any) -> Callable[..., Question]:
            return lambda expected: Question(token, _view(token, name), arguments, expected)

        def of_engine(name: str, *arguments: Any) -> Callable[..., Question]:
            given = (token.address, *arguments)
            return lambda expected: Question(engine, _view(engine, name), given, expected)

        yield of_token("totalSupply")(lambda it: (it.supply,))
        yield of_token("paused")(lambda it: (it.paused,))
        for wallet in (*WALLETS, SPENDER, NOBODY, ITSELF):
            yield from self._of_wallet(wallet)
        for identity in IDENTITIES:
            yield of_engine("positionOf", self.addresses[identity])(_position(identity))
        yield of_engine("holders")(lambda it: (it.engine.book.holders(),))
        keys: tuple[Key, ...] = (
            (Limit.SUPPLY, 0),
            (Limit.HOLDERS, 0),
            (Limit.MAX_BALANCE, 0),
            (Limit.WINDOW_VOLUME, 0),
            *((Limit.COUNTRY_HOLDERS, country) for country in COUNTRIES),
            *((Limit.CLASS_HOLDERS, number) for number in CLASS_KEYS),
            *((Limit.MAX_BALANCE, identity) for identity in IDENTITIES),
        )
        for limit, key in keys:
            number = int(self.addresses[key], 16) if isinstance(key, str) else key
            yield of_engine("allotment", int(limit), number)(_allotment(limit, key))

    def _of_wallet(self, wallet: str) -> Iterator[Question]:
        token, engine, address = self.stack.token, self.stack.engine, self.addresses[wallet]
        for name, expected in (
            ("balanceOf", lambda it: (it.holder(wallet).balance,)),
            ("getFrozenTokens", lambda it: (it.holder(wallet).frozen,)),
            ("isFrozen", lambda it: (it.holder(wallet).wallet_frozen,)),
        ):
            yield Question(token, _view(token, name), (address,), expected)
        yield Question(engine, _view(engine, "recordOf"), (address,), self._record(wallet))

    def _record(self, wallet: str) -> Callable[[Token], tuple[Any, ...]]:
        def expected(model: Token) -> tuple[Any, ...]:
            record = model.engine.registry.of(wallet)
            return (record.word(self.addresses[record.identity]),)

        return expected


def _view(contract: Contract, name: str) -> FunctionAbi:
    (found,) = contract.abi.functions[name]
    return found


def _position(identity: str) -> Callable[[Token], tuple[Any, ...]]:
    def expected(model: Token) -> tuple[Any, ...]:
        position = model.engine.book.position(identity)
        return position.balance, position.volume, position.window_end

    return expected


def _allotment(limit: Limit, key: int | str) -> Callable[[Token], tuple[Any, ...]]:
    def expected(model: Token) -> tuple[Any, ...]:
        limits = model.engine.limits
        used = model.engine.used(limit, key, model.supply)
        return limits.global_value(limit, key), limits.allotment(limit, key), used or 0

    return expected


@lru_cache(maxsize=100_000)
def _digest(function: FunctionAbi, values: tuple[Any, ...]) -> bytes:
    return keccak(encode(["bool", "bytes"], [True, function.outputs.encode(values)]))
