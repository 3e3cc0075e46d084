"""Pauses between looks at a chain."""

from itertools import islice

import pytest

from quantera.pauses import growing


@pytest.mark.parametrize(
    ("longest", "pauses"),
    [
        (2.0, [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 2.0, 2.0]),
        (0.02, [0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02]),
        (0.0, [0.0] * 8),
    ],
)
def test_pauses_grow_to_the_longest(longest: float, pauses: list[float]) -> None:
    assert list(islice(growing(longest), 8)) == pytest.approx(pauses)
