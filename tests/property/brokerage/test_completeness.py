"""No function that changes state is without a handler in the brokerage's machines."""

import re
from pathlib import Path

from quantera.gas.brokerage_stack import CONTRACT
from quantera.gas.token_stack import merged

OPERATIONS = Path(__file__).parent / "operations"
READING = ("view", "pure")


def handled() -> set[str]:
    """Functions that the operations call."""
    text = "".join(file.read_text() for file in OPERATIONS.glob("*.py"))
    return set(re.findall(r"contract\.(\w+)", text))


def test_every_function_that_changes_state_has_a_handler() -> None:
    """INV-04: an operation for each, so that a new one cannot go unseen."""
    changing = {
        entry["name"]
        for entry in merged(CONTRACT)
        if entry["type"] == "function" and entry["stateMutability"] not in READING
    }
    assert changing - handled() == set()
