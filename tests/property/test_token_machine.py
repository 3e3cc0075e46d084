"""The token with its engine against a model of both: every movement, rule, count, limit and date.

Whatever is asked to move is first asked about: the views must give the model's code, and the
transaction must be refused with it, or accepted where it is zero (TOK-01, CMP-01). After each step
every balance, freeze, record, position, count and allotment is compared with the model's.
"""

from collections.abc import Callable
from typing import Any

from hypothesis.stateful import invariant

from tests.conftest import PROFILE
from tests.property.machine import ChainMachine, Tally
from tests.property.model.settings import Limit
from tests.property.model.token import ITSELF, NOBODY
from tests.property.token_operations.edges import Edges
from tests.property.token_operations.freezes import Freezes
from tests.property.token_operations.holders import Holders


class TokenMachine(Holders, Freezes, Edges):
    @invariant()
    def every_answer_is_the_models(self) -> None:
        assert self.stage.differences(self.model) == []

    @invariant()
    def tok_02_balances_add_up_to_the_supply(self) -> None:
        assert sum(self.model.balances().values()) == self.model.supply
        assert self.model.holder(NOBODY).balance == self.model.holder(ITSELF).balance == 0

    @invariant()
    def cmp_03_positions_add_up_to_the_supply(self) -> None:
        positions = self.model.engine.book.positions.values()
        assert sum(position.balance for position in positions) == self.model.supply

    @invariant()
    def cmp_04_counts_are_those_of_holders(self) -> None:
        book = self.model.engine.book
        assert all(book.position(identity).balance for identity in book.buckets)
        assert sum(book.by_country().values()) == book.holders()

    @invariant()
    def cmp_11_no_allotment_exceeds_its_global_value(self) -> None:
        limits = self.model.engine.limits
        for (limit, key), local in limits.allotments.items():
            if limit is not Limit.MAX_BALANCE or key == 0:
                assert local <= limits.global_value(limit, key), (limit, key)


CODES = frozenset({*range(32), 37, 190, 191})
"""Every code that the token and its engine give without packs, lots and external modules."""


def test_token(fuzz: Callable[[type[ChainMachine]], Any]) -> None:
    TokenMachine.codes.clear()
    tally: Tally = fuzz(TokenMachine)
    assert tally.sequences
    if PROFILE == "ci":
        assert set(TokenMachine.codes) == CODES
