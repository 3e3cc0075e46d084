"""No bridge transaction that is measured costs less than its floor."""

from quantera.gas.floor import measured
from quantera.gas.floor.conditions import CONDITIONS, FIELDS


def test_nothing_costs_less_than_its_floor() -> None:
    found = measured.splits()
    assert found.keys() == measured.TRANSACTIONS.keys()
    for name, parts in found.items():
        assert parts.state < parts.floor < parts.used, name
        assert {line.owner for line in parts.lines} == {"bridge", "token", "engine", "others"}
        for owner in ("bridge", "token", "engine"):
            kinds = {line.kind for line in parts.lines if line.owner == owner}
            assert {CONDITIONS, FIELDS} <= kinds, name
