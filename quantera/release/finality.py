"""Whether what a plan waits for can be called final."""

from quantera.chains import Finality as KnownFinality
from quantera.release.request import Finality

_LAG = 20
"""So many times what the chain data expect, and its final block is no measure any more."""


def finality_faults(wanted: Finality | None, known: KnownFinality | None) -> list[str]:
    """What is wrong with a request's finality for a public chain.

    Args:
        wanted: the request's own, if it has one.
        known: the chain data's, if they have the chain.
    """
    if wanted is None:
        return []
    if known is None:
        return [] if wanted.depth else ["a block counts as final at once: say a depth above 0"]
    if known.depth is None:
        return ["the chain has a tag for final blocks: a depth of the request's own is weaker"]
    if wanted.depth < known.depth:
        return [f"{wanted.depth} blocks are less than the {known.depth} of the chain data"]
    return []


def lag_faults(age: int, known: KnownFinality | None) -> list[str]:
    """What is wrong with a chain whose final block is so many seconds old.

    Args:
        age: seconds between the final block and the latest.
        known: the chain data's finality, if they have the chain.
    """
    if known is None or age <= _LAG * known.expected_seconds:
        return []
    expected = known.expected_seconds
    return [f"the final block is {age} s old, {expected} s are usual: the chain does not finalise"]
