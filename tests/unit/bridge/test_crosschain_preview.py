"""What a preview says of units that leave or arrive is what the token then does."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from quantera.evm import ZERO_ADDRESS, Actor, Contract, MemoryChain, Reverted
from quantera.gas.token_stack import (
    COUNTRY_NOT_ALLOWED,
    LARGEST,
    SUPPLY_CAP_EXCEEDED,
    UNIT,
    TokenStack,
    countries,
    deploy_stack,
    rule_settings,
)

HELD = 100 * UNIT
PAUSED, SENDER_FROZEN, RECIPIENT_FROZEN, ZERO, SELF, TOO_LARGE = 1, 2, 3, 5, 6, 7
BALANCE, UNFROZEN, NOT_WHOLE, UNREGISTERED, MODULE = 8, 9, 11, 13, 39


@dataclass(frozen=True)
class Scene:
    stack: TokenStack
    probe: Contract
    holder: Actor

    def leave(self, units: int, holder: str | None = None) -> int:
        """The code of a burn, which the preview has said before."""
        return self._agree("leavingCode", "crosschainBurn", holder or self.holder, units)

    def arrive(self, units: int, holder: str | None = None) -> int:
        """The code of a mint, which the preview has said before."""
        return self._agree("arrivingCode", "crosschainMint", holder or self.holder, units)

    def _agree(self, view: str, function: str, holder: str, units: int) -> int:
        stack = self.stack
        said: int = self.probe.function(view)(stack.token, holder, units)
        try:
            stack.token.function(function)(holder, units, sender=stack.bridge)
        except Reverted as error:
            assert error.name == "TransferRefused", error
            assert error.values["code"] == said != 0
        else:
            assert said == 0
        return said


def made(chain: MemoryChain, **info: Any) -> Scene:
    stack = deploy_stack(chain, **info)
    holder = stack.investor("holder")
    stack.token.mint(holder, HELD, sender=stack.agent)
    return Scene(stack, chain.deploy("CrosschainPreviewProbe"), holder)


@pytest.fixture(scope="module")
def scene_module() -> Scene:
    return made(MemoryChain())


@pytest.fixture
def scene(scene_module: Scene) -> Iterator[Scene]:
    with scene_module.stack.chain.rollback():
        yield scene_module


def test_allowed(scene: Scene) -> None:
    assert scene.leave(HELD) == 0
    assert scene.arrive(HELD) == 0


@pytest.mark.parametrize("way", [Scene.leave, Scene.arrive])
def test_paused(scene: Scene, way: Callable[[Scene, int], int]) -> None:
    scene.stack.token.pause(sender=scene.stack.agent)
    assert way(scene, UNIT) == PAUSED


def test_frozen_wallet(scene: Scene) -> None:
    scene.stack.token.setAddressFrozen(scene.holder, True, sender=scene.stack.agent)
    assert scene.leave(UNIT) == SENDER_FROZEN
    assert scene.arrive(UNIT) == RECIPIENT_FROZEN


def test_frozen_units(scene: Scene) -> None:
    scene.stack.token.freezePartialTokens(scene.holder, HELD - 1, sender=scene.stack.agent)
    assert scene.leave(2) == UNFROZEN
    assert scene.leave(1) == 0


def test_more_frozen_than_held(scene: Scene) -> None:
    scene.stack.token.setFrozenTokens(scene.holder, HELD + 1, sender=scene.stack.agent)
    assert scene.leave(1) == UNFROZEN


def test_balance(scene: Scene) -> None:
    assert scene.leave(HELD + 1) == BALANCE


def test_nobody(scene: Scene) -> None:
    assert scene.leave(1, ZERO_ADDRESS) == ZERO
    assert scene.arrive(1, ZERO_ADDRESS) == ZERO


def test_the_token_itself(scene: Scene) -> None:
    assert scene.arrive(1, scene.stack.token.address) == SELF


def test_amounts_that_no_token_holds(scene: Scene) -> None:
    assert scene.leave(LARGEST + 1) == TOO_LARGE
    assert scene.arrive(LARGEST - HELD + 1) == TOO_LARGE
    assert scene.arrive(LARGEST - HELD) == 0


def test_whole_units() -> None:
    scene = made(MemoryChain(), fractionalAllowed=False)
    assert scene.leave(UNIT + 1) == NOT_WHOLE
    assert scene.arrive(UNIT + 1) == NOT_WHOLE
    assert scene.leave(UNIT) == scene.arrive(UNIT) == 0


def test_rules_of_the_engine(scene: Scene) -> None:
    assert scene.arrive(1, scene.stack.chain.actor("stranger")) == UNREGISTERED
    scene.stack.configure(
        rule_settings(
            (COUNTRY_NOT_ALLOWED, SUPPLY_CAP_EXCEEDED),
            allowedCountries=countries(1),
            supplyCap=HELD,
            allotments=[(0, 0, HELD)],
        )
    )
    assert scene.arrive(1) == COUNTRY_NOT_ALLOWED


def test_external_modules(scene: Scene) -> None:
    stack = scene.stack
    module = stack.chain.deploy("ComplianceModuleProbe")
    data = stack.compliance.addModule.encode(module)
    stack.manager.execute(stack.compliance, data, sender=stack.governor)
    module.setLimit(1, sender=stack.governor)
    assert scene.leave(1) == scene.arrive(1) == 0
    assert scene.leave(2) == scene.arrive(2) == MODULE
