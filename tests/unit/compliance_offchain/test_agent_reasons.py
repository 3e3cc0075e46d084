"""Why agents act: the catalogue, and orders that are named by their case."""

from pathlib import Path
from typing import get_args

import pytest

from quantera.compliance.errors import CatalogueError, ComplianceError
from quantera.compliance.officer.order import (
    Operation,
    Order,
    order_name,
    read_order,
    write_order,
)
from quantera.compliance.officer.reasons import (
    AgentReason,
    AgentReasons,
    Verb,
    load_agent_reasons,
)


def reason(code: int, name: str) -> AgentReason:
    return AgentReason(code=code, name=name, verbs=("freeze",), text="t", citation="c")


def order(**changes: object) -> Order:
    operation = Operation(
        chain="polygon", target="0x1", data="00ff", wallet="0x2", effect="open -> frozen"
    )
    fields = {
        "verb": "freeze",
        "subject": "NOTE 0x2",
        "reason": 3,
        "case": "A-1",
        "operations": (operation,),
        **changes,
    }
    return Order.model_validate(fields)


def test_every_verb_has_reasons_and_every_reason_a_code_of_one_byte() -> None:
    catalogue = load_agent_reasons()
    for verb in get_args(Verb):
        assert any(verb in entry.verbs for entry in catalogue.values()), verb
    assert all(1 <= entry.code <= 255 for entry in catalogue.values())
    assert catalogue.by_code(0) is None, "0 is no reason"


@pytest.mark.parametrize("other", [reason(1, "B"), reason(2, "A")])
def test_codes_and_names_are_unique(other: AgentReason) -> None:
    with pytest.raises(CatalogueError):
        AgentReasons((reason(1, "A"), other))


def test_names_and_codes_are_looked_up_for_their_verb_alone() -> None:
    catalogue = load_agent_reasons()
    assert catalogue.for_verb("freeze", "CourtOrder") is catalogue.for_verb("freeze", "3")
    for given in ("Inheritance", "0", "256", "nothing"):
        with pytest.raises(ComplianceError, match="no reason to freeze"):
            catalogue.for_verb("freeze", given)


def test_an_order_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "order.json"
    write_order(order(), path)
    assert read_order(path) == order() and read_order(path).digest() == order().digest()
    path.write_text("{}")
    with pytest.raises(ComplianceError, match="not an order"):
        read_order(path)


def test_another_case_is_another_order() -> None:
    assert order(case="A-2").digest() != order().digest()
    names = {order_name("freeze", "s", 3, case) for case in ("a", "b")}
    names |= {order_name("unfreeze", "s", 3, "a"), order_name("freeze", "s", 4, "a")}
    assert len(names) == 4
