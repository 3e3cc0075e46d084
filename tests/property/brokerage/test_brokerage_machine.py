"""The brokerage against a model in exact numbers: what anybody can do, in any order."""

from collections.abc import Callable

from tests.property.brokerage.invariants import Invariants
from tests.property.brokerage.operations.liquidation import Liquidation
from tests.property.brokerage.operations.operators import Operators
from tests.property.brokerage.operations.prices import Prices
from tests.property.brokerage.operations.time import Time
from tests.property.machine import ChainMachine, Tally


class BrokerageMachine(Liquidation, Prices, Operators, Time, Invariants):
    """Everything together."""


def test_brokerage(fuzz: Callable[[type[ChainMachine]], Tally]) -> None:
    fuzz(BrokerageMachine)
