from collections.abc import Iterator

import pytest

from quantera import artifacts
from quantera.release import Plan, apply, campaign_run
from tests.integration.release.chains import (
    FragileJournal,
    LocalNode,
    Sources,
    few,
    planned,
    release,
    started,
)


@pytest.fixture(scope="session")
def whole_plan() -> Plan:
    """A release of everything on one chain."""
    with started(["ethereum"]) as nodes:
        return planned(nodes)


@pytest.fixture(scope="session")
def two_plan() -> Plan:
    """A release of everything on two chains."""
    with started(["polygon", "optimism"]) as nodes:
        return planned(nodes)


@pytest.fixture(scope="session")
def few_plan() -> Plan:
    """A release of few contracts on one chain."""
    with started(["ethereum"]) as nodes:
        return planned(nodes, blueprint=few())


@pytest.fixture
def node() -> Iterator[LocalNode]:
    """One chain on which nothing is released yet."""
    with started(["ethereum"]) as nodes:
        yield nodes["ethereum"]


@pytest.fixture
def nodes() -> Iterator[dict[str, LocalNode]]:
    """Two chains on which nothing is released yet."""
    with started(["polygon", "optimism"]) as found:
        yield found


@pytest.fixture
def sources(monkeypatch: pytest.MonkeyPatch) -> Sources:
    """Compiled contracts that can be changed."""
    found = Sources()
    monkeypatch.setattr(artifacts, "load", found.load)
    return found


@pytest.fixture
def newer(sources: Sources) -> None:
    """An extension whose source has changed."""
    sources.changed = True


@pytest.fixture
def fragile(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[FragileJournal]]:
    """A journal at whose entries a test ends the process, of releases and of campaigns."""
    monkeypatch.setattr(apply, "Journal", FragileJournal)
    monkeypatch.setattr(campaign_run, "Journal", FragileJournal)
    yield FragileJournal
    FragileJournal.lines, FragileJournal.torn = 10**9, False


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LocalNode, Plan]]:
    """A chain with a release of few contracts without delays."""
    with started(["ethereum"]) as nodes:
        plan = planned(nodes, blueprint=few(), profile="local")
        release(plan, nodes, tmp_path_factory.mktemp("journal")).apply()
        yield nodes["ethereum"], plan


@pytest.fixture
def site(released: tuple[LocalNode, Plan]) -> Iterator[tuple[LocalNode, Plan]]:
    """The same; what a test does to it is undone."""
    node, _ = released
    saved = node.rpc("evm_snapshot")
    yield released
    node.rpc("evm_revert", saved)
