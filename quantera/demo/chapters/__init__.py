"""The chapters, in the order in which they are told: one module for each."""

from collections.abc import Callable
from dataclasses import dataclass

from quantera.demo.chapters import (
    chains,
    checking,
    contracts,
    crossing,
    delivery,
    issue,
    margin,
    onboarding,
    placing,
    releasing,
    sandwich,
    transfers,
    upgrading,
)
from quantera.demo.stage import Stage


@dataclass(frozen=True)
class Scene:
    """One chapter to tell.

    Attributes:
        title: what happens in it.
        tell: makes it happen, and notes it on the stage's page.
    """

    title: str
    tell: Callable[[Stage], None]

    @property
    def key(self) -> str:
        """Name of its module."""
        return self.tell.__module__.rpartition(".")[2]


STORY: tuple[Scene, ...] = (
    Scene("Compile the contracts", contracts.tell),
    Scene("Start five chains with the real bridge protocols", chains.tell),
    Scene("Release the platform on all five", releasing.tell),
    Scene("Issue an asset on all five", issue.tell),
    Scene("Onboard investors of five jurisdictions", onboarding.tell),
    Scene("Place the issue with them", placing.tell),
    Scene("Transfer between investors, and try what is refused", transfers.tell),
    Scene("Cross to other chains over four protocols", crossing.tell),
    Scene("Deliver against payment in the best settlement asset", delivery.tell),
    Scene("Take a prime-brokerage account through call and liquidation", margin.tell),
    Scene("Sandwich a buyer in a pool with a dynamic fee", sandwich.tell),
    Scene("Upgrade through the delay", upgrading.tell),
    Scene("Check what must hold", checking.tell),
)
