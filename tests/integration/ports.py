"""Ports for local chains, of which no two workers choose the same."""

import os
import socket

RANGE = 500
"""Ports that each worker has to itself."""
CHAINS = 5


def own_ports(first: int) -> int:
    """Where this worker's range begins, when the first worker's begins at `first`."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    return first + RANGE * worker


def five_free_ports(starts: range) -> int:
    """The first start from which five ports in a row are free."""
    return next(one for one in starts if all(_is_free(one + at) for at in range(CHAINS)))


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
