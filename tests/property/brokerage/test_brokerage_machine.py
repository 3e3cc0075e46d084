"""The brokerage against a model in exact numbers: what anybody can do, in any order."""

from collections.abc import Callable

from tests.property.brokerage.invariants import Invariants
from tests.property.brokerage.operations.operators import Operators
from tests.property.brokerage.operations.time import Time
from tests.property.brokerage.operations.trading import Trading
from tests.property.machine import ChainMachine, Tally


class BrokerageMachine(Trading, Operators, Time, Invariants):
    """Everything together."""


def test_brokerage(fuzz: Callable[[type[ChainMachine]], Tally]) -> None:
    fuzz(BrokerageMachine)
