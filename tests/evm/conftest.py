"""The interface's own tests run on both machines."""

import pytest

from quantera.evm import Chain


@pytest.fixture(params=["memory", "node"])
def either(request: pytest.FixtureRequest) -> Chain:
    """First the in-process chain, then the node."""
    name = {"memory": "chain", "node": "node"}[request.param]
    found: Chain = request.getfixturevalue(name)
    return found
