"""An implementation that speaks T-REX's ABI: T-REX itself, and whatever is compatible with it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from quantera.evm import Chain, Contract, Event, Reverted
from quantera.evm.abi import FunctionAbi
from tests.differential.token import operations
from tests.differential.token.operations import Argument, Observation, Operation, Outcome
from tests.differential.token.questions import QUESTIONS, REFUSED, Question
from tests.differential.token.world import World

WORD = 32
QUERIES_AT_ONCE = 40

ReasonsOf = Callable[[Reverted], frozenset[str]]
"""Which of the table's reasons an error of this implementation can stand for."""


class AbiSuite:
    """A suite behind handles whose functions have T-REX's names and types.

    Args:
        name: for reports.
        world: accounts, identities and issuers on the suite's chain.
        contracts: its contracts by role name, such as `token` or `spare_registry`.
        reasons_of: translates its errors to the table's reasons.
    """

    def __init__(
        self,
        name: str,
        world: World,
        contracts: Mapping[str, Contract],
        reasons_of: ReasonsOf,
    ) -> None:
        self.name = name
        self.world = world
        self.handles = dict(contracts)
        self.contracts = frozenset(contracts)
        self._reasons_of = reasons_of
        self._addresses = world.addresses | {
            role: handle.address for role, handle in contracts.items()
        }
        self._names = {address: role for role, address in self._addresses.items()}
        self._selectors = {
            function.selector: function.name
            for handle in contracts.values()
            for function in handle.abi.by_signature.values()
        }
        self._asked = self.questions()
        self._probe = self._prepared_probe()
        self._digests = self._probe.digests.encode()
        self._answers: dict[tuple[Question, bytes], Any] = {}
        self._seen: tuple[list[bytes], Observation] = ([b""] * len(self._asked), {})

    @property
    def chain(self) -> Chain:
        """The chain it is on."""
        return self.world.chain

    def apply(self, operation: Operation) -> Outcome:
        """Send an operation; see `TokenUnderTest.apply`."""
        handle = self.handles[operation.contract]
        function = self._function(operation.contract, operation.function)
        arguments = self._arguments(handle, function, operation.arguments)
        try:
            returned, logged = self.send(operation.caller, handle, function, arguments)
        except Reverted as error:
            return Outcome(False, reasons=self._reasons_of(error), refusal=refusal_text(error))
        events = tuple(self._event(event) for event in logged if event.address in self._names)
        return Outcome(True, self._named(returned), events)

    def send(
        self, caller: str, handle: Contract, function: FunctionAbi, arguments: Sequence[Any]
    ) -> tuple[Any, Sequence[Event]]:
        """Call or ask; what was returned, and what was logged.

        Raises:
            Reverted: the call was refused.
        """
        result = handle[function.signature](*arguments, sender=self._addresses[caller])
        return (result, ()) if function.is_view else (result.return_value, result.events)

    def questions(self) -> list[Question]:
        """What is asked of it: by default every question about its contracts."""
        return [question for question in QUESTIONS if question.contract in self.contracts]

    def observe(self) -> Observation:
        """Answers to every question; see `TokenUnderTest.observe`."""
        raw = self.chain.call(self._probe, self._digests)
        # Offset and length of the one array that is returned come first.
        digests = [raw[start : start + WORD] for start in range(2 * WORD, len(raw), WORD)]
        # Few answers change from one step to the next.
        before, known = self._seen
        changed = {
            question.key: self._read(question, digest)
            for question, digest, last in zip(self._asked, digests, before, strict=True)
            if digest != last
        }
        answers = {**known, **changed}
        self._seen = digests, answers
        return answers

    def address_of(self, role: str) -> str:
        """Address of an account, identity, issuer or contract of the suite."""
        return self._addresses[role]

    # -- encoding -------------------------------------------------------------------------------

    def _function(self, contract: str, name: str) -> FunctionAbi:
        overloads = self.handles[contract].abi.functions[name]
        if len(overloads) != 1:
            raise ValueError(f"{contract}.{name} is overloaded: T-REX has no overloads")
        return overloads[0]

    def _arguments(
        self, handle: Contract, function: FunctionAbi, arguments: Sequence[Argument]
    ) -> list[Any]:
        if function.name == "callModuleFunction":
            module, inner, inner_arguments = arguments
            assert isinstance(module, str)
            assert isinstance(inner, str)
            assert isinstance(inner_arguments, tuple)
            target = self._function(module, inner)
            data = target.encode(self._arguments(handle, target, inner_arguments))
            return [data, self._addresses[module]]
        return [
            self._encodable(kind, value)
            for kind, value in zip(function.inputs.types, arguments, strict=True)
        ]

    def _encodable(self, kind: str, value: Argument) -> Any:
        if kind.endswith("[]") and isinstance(value, tuple):
            return [self._encodable(kind[:-2], item) for item in value]
        if kind == "address" and isinstance(value, str):
            return self._addresses[value]
        return value

    def _query(self, question: Question) -> tuple[Contract, bytes]:
        handle = self.handles[question.contract]
        function = self._function(question.contract, question.function)
        return handle, function.encode(self._arguments(handle, function, question.arguments))

    def _prepared_probe(self) -> Contract:
        observer = self.chain.actor("observer")
        probe = self.chain.deploy("ViewBatchProbe", sender=observer)
        for start in range(0, len(self._asked), QUERIES_AT_ONCE):
            portion = self._asked[start : start + QUERIES_AT_ONCE]
            probe.add([self._query(question) for question in portion], sender=observer)
        return probe

    # -- decoding -------------------------------------------------------------------------------

    def _read(self, question: Question, digest: bytes) -> Any:
        """The answer that has this digest now; asked for once, remembered for good."""
        known = (question, digest)
        if known not in self._answers:
            handle, data = self._query(question)
            function = self._function(question.contract, question.function)
            try:
                answer = self._named(function.decode(self.chain.call(handle, data)))
            except Reverted:
                answer = REFUSED
            self._answers[known] = answer
        return self._answers[known]

    def _named(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._names.get(value, value)
        if isinstance(value, bytes):
            return self._selectors.get(value, "0x" + value.hex())
        if isinstance(value, list):
            return [self._named(item) for item in value]
        if isinstance(value, tuple):
            return tuple(self._named(item) for item in value)
        return value

    def _event(self, event: Event) -> operations.Event:
        values = tuple(_hashable(self._named(value)) for value in event.args.values())
        return operations.Event(self._names[event.address], event.name, values)


def _hashable(value: Any) -> Any:
    return tuple(_hashable(item) for item in value) if isinstance(value, list) else value


def refusal_text(error: Reverted) -> str:
    """What a revert says, in the table's words: a text, a panic, an error's name or `none`."""
    if error.name == "Error":
        return str(error.values["reason"])
    if error.name == "Panic":
        return f"Panic(0x{error.values['code']:02x})"
    if error.name:
        return error.name
    return "none" if not error.data else f"0x{error.data.hex()}"
