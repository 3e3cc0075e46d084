"""How long to wait between two looks at a chain."""

from collections.abc import Iterator

FIRST_SECONDS = 0.05


def growing(longest: float) -> Iterator[float]:
    """Pauses in seconds without end, each twice the one before, up to `longest`.

    A chain that mines at once is not kept waiting, and a slow one is not asked all the time.
    """
    pause = min(FIRST_SECONDS, longest)
    while True:
        yield pause
        pause = min(2 * pause, longest)
