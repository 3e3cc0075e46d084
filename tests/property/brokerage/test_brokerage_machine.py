"""The brokerage against a model in exact numbers: what anybody can do, in any order.

Drawn from a fixed seed: the machines are new, and what they see of each operation is not counted
against the numbers that the other suites must reach.
"""

import pytest

from tests.property.brokerage.invariants import Invariants
from tests.property.brokerage.operations.debt import Debt
from tests.property.brokerage.operations.house import House
from tests.property.brokerage.operations.liquidation import Liquidation
from tests.property.brokerage.operations.operators import Operators
from tests.property.brokerage.operations.prices import Prices
from tests.property.brokerage.operations.time import Time
from tests.property.machine import ChainMachine, explore
from tests.property.tally import PROFILES

SEED = 20_261_126


class BrokerageMachine(Liquidation, Time, Invariants):
    """Accounts and what becomes of them when prices move."""


class BrokerageDeskMachine(House, Operators, Debt, Prices, Time, Invariants):
    """What officers set, and accounts under whatever they set."""


@pytest.mark.parametrize("machine", [BrokerageMachine, BrokerageDeskMachine])
def test_the_contract_answers_as_the_model_does(machine: type[ChainMachine]) -> None:
    explore(machine, PROFILES["quick"], seed=SEED)
