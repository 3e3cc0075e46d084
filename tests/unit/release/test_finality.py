"""What a plan may call final on a public chain."""

import pytest

from quantera import chains
from quantera.release.finality import finality_faults, lag_faults
from quantera.release.request import Finality


@pytest.mark.parametrize(
    ("chain", "depth", "said"),
    [
        ("polygon", None, ""),
        ("polygon", 500, ""),
        ("polygon", 501, ""),
        ("polygon", 499, "499 blocks are less than the 500"),
        ("ethereum", None, ""),
        ("ethereum", 10_000, "has a tag"),
        ("", 0, "final at once"),
        ("", 1, ""),
    ],
)
def test_a_request_may_wait_longer_and_never_less(chain: str, depth: int | None, said: str) -> None:
    wanted = None if depth is None else Finality(depth=depth)
    known = chains.get(chain).timing.finality if chain else None
    assert said in "; ".join(finality_faults(wanted, known))
    assert bool(finality_faults(wanted, known)) is bool(said)


def test_a_chain_that_does_not_finalise_is_told() -> None:
    known = chains.get("ethereum").timing.finality
    usual = known.expected_seconds
    assert lag_faults(20 * usual, known) == []
    assert "does not finalise" in lag_faults(20 * usual + 1, known)[0]
    assert lag_faults(10**9, None) == []
