"""Random operations steered to what was seen too rarely: every function is seen both ways."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

from tests.differential.token import drawing
from tests.differential.token.chooser import Chooser, Draw, Drawing
from tests.differential.token.coverage import Coverage
from tests.differential.token.drawing import draw_operation
from tests.differential.token.model.ledger import MAX_UINT256, Ledger
from tests.differential.token.operations import ZERO, Argument, Operation
from tests.differential.token.quantera_suite import comparable

Outcomes = tuple[bool, bool]
BOTH: Outcomes = (True, True)

NEVER_ACCEPTED = frozenset({"init", "transferred", "created", "destroyed"})
"""Refused to everybody but the one that calls them for itself."""
NOT_COUNTED = ("World.", "CountryAllow", "MaxBalance", "SupplyLimit", "TimeTransfers")
"""The world refuses nothing, and modules are T-REX's own code in both suites."""

FEW = 25
"""So many functions are left: they are drawn more often than not."""

TRADES = frozenset({"transfer", "transferFrom", "batchTransfer"})
ALLOWANCES = frozenset({"approve", "increaseAllowance", "decreaseAllowance"})
VIEWS = frozenset({"isAgent", "getTrustedIssuerClaimTopics"})


def expected(function: str) -> Outcomes | None:
    """Whether a function must be seen accepted and refused; nothing where it is not counted."""
    if function.startswith(NOT_COUNTED):
        return None
    return function.partition(".")[2] not in NEVER_ACCEPTED, True


@dataclass
class Steering:
    """Draws, half of the time or more, what has been seen too rarely.

    Attributes:
        coverage: what was seen.
        least: how often each function is to be seen accepted and refused.
        drawings: for each function, what draws it, perhaps among others.
        aims: what is steered to; it stays while Hypothesis searches, which must not depend on
            what changes meanwhile.
    """

    coverage: Coverage
    least: int = 0
    drawings: Mapping[str, Drawing] = field(default_factory=lambda: drawing.BY_FUNCTION)
    aims: dict[str, Outcomes] = field(default_factory=dict)

    def aim(self) -> None:
        """Look at what is lacking now."""
        self.aims = self.lacking()

    def lacking(self) -> dict[str, Outcomes]:
        """Functions with what they still lack: to be accepted, to be refused."""
        found = {}
        for function in self.drawings:
            wanted = expected(function)
            if wanted is None:
                continue
            lacks = (
                wanted[0] and self.coverage.accepted[function] < self.least,
                wanted[1] and self.coverage.refused[function] < self.least,
            )
            if any(lacks):
                found[function] = lacks
        return found

    def missing(self) -> list[str]:
        """A sentence for each function that was seen too rarely."""
        return [
            f"{function} was accepted {self.coverage.accepted[function]} times, "
            f"refused {self.coverage.refused[function]}"
            for function in self.lacking()
        ]

    def draw(self, draw: Draw, ledger: Ledger) -> Operation:
        """One random operation that both implementations can be sent."""
        if self.aims and draw(st.integers(0, 3)) >= (2 if len(self.aims) > FEW else 1):
            function = draw(st.sampled_from(sorted(self.aims)))
            operation = self.drawings[function](Chooser(draw, ledger))
            if not self.aims[function][0]:
                operation = spoiled(operation)
            if comparable(operation):
                return operation
        operation = draw_operation(draw, ledger)
        while not comparable(operation):
            operation = draw_operation(draw, ledger)
        return operation


def spoiled(operation: Operation) -> Operation:
    """The same operation so that it must be refused: by a stranger, of too much, for nobody."""
    function, arguments = operation.function, operation.arguments
    if function in TRADES:
        return replace(operation, arguments=(*arguments[:-1], _too_much(arguments[-1])))
    if function in ALLOWANCES:
        return replace(operation, arguments=(ZERO, *arguments[1:]))
    if function in VIEWS:
        return replace(operation, arguments=(ZERO,))
    return replace(operation, caller="stranger")


def _too_much(amounts: Argument) -> Argument:
    if isinstance(amounts, tuple):
        return tuple(MAX_UINT256 for _ in amounts) or (MAX_UINT256,)
    return MAX_UINT256
