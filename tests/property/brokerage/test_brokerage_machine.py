"""The brokerage against a model in exact numbers: what anybody can do, in any order."""

from collections import Counter
from collections.abc import Callable
from typing import ClassVar

import pytest

from tests.conftest import PROFILE
from tests.property.brokerage.invariants import Invariants
from tests.property.brokerage.operations.batches import Batches
from tests.property.brokerage.operations.fees import Fees
from tests.property.brokerage.operations.house import House
from tests.property.brokerage.operations.liquidation import Liquidation
from tests.property.brokerage.operations.operators import Operators
from tests.property.brokerage.operations.prices import Prices
from tests.property.brokerage.operations.time import Time
from tests.property.brokerage.replaying import Replayed
from tests.property.brokerage.stage import BrokerageStage
from tests.property.tally import PROFILES, Tally

AT_ONCE = 10
"""Sequences that Hypothesis draws in a batch, each unlike the others."""
LEAST = 5
"""How often each function goes through at least, where the profile asks for anything; of operations
it asks for more."""
NOT_OURS = {"initialize", "upgradeToAndCall", "setAuthority", "payFees"}
"""The manager's and the fee structure's own."""


class BrokerageMachine(Liquidation, Batches, Fees, Time, Invariants, Replayed):
    """Accounts and what becomes of them when prices move."""

    called: ClassVar[Counter[tuple[str, bool]]] = Counter()


class BrokerageDeskMachine(House, Operators, Batches, Prices, Fees, Time, Invariants, Replayed):
    """What officers set, and accounts under whatever they set."""

    called: ClassVar[Counter[tuple[str, bool]]] = Counter()


@pytest.mark.parametrize("machine", [BrokerageMachine, BrokerageDeskMachine])
def test_the_contract_answers_as_the_model_does(
    fuzz: Callable[..., Tally], machine: type[BrokerageStage]
) -> None:
    fuzz(machine, at_once=AT_ONCE)
    rare = {name for name, _ in machine.called if machine.called[name, True] < LEAST} - NOT_OURS
    assert not (PROFILES[PROFILE].least and rare), "functions that hardly ever went through"
