"""The brokerage against a model in exact numbers: what anybody can do, in any order."""

from collections.abc import Callable

from tests.property.brokerage.invariants import Invariants
from tests.property.brokerage.operations.debt import Debt
from tests.property.brokerage.operations.house import House
from tests.property.brokerage.operations.liquidation import Liquidation
from tests.property.brokerage.operations.operators import Operators
from tests.property.brokerage.operations.prices import Prices
from tests.property.brokerage.operations.time import Time
from tests.property.machine import ChainMachine, Tally


class BrokerageMachine(Liquidation, Time, Invariants):
    """Accounts and what becomes of them when prices move."""


class BrokerageDeskMachine(House, Operators, Debt, Prices, Time, Invariants):
    """What officers set, and accounts under whatever they set."""


def test_brokerage(fuzz: Callable[[type[ChainMachine]], Tally]) -> None:
    fuzz(BrokerageMachine)


def test_brokerage_desk(fuzz: Callable[[type[ChainMachine]], Tally]) -> None:
    fuzz(BrokerageDeskMachine)
