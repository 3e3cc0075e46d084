"""The Solidity constants say what the catalogues say."""

import re
from pathlib import Path as FilePath
from typing import Any

import pytest
import yaml

from quantera.toolchain.workspace import ROOT
from tests.unit.compliance.world import GERMANY, Flag, Path, Settings, World

CODES = ROOT / "contracts" / "token" / "compliance" / "ReasonCodes.sol"
DATA = ROOT / "quantera" / "data" / "compliance"


def load(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((DATA / name).read_text())
    return content


def constants(path: FilePath) -> dict[str, int]:
    found = re.findall(r"uint8 internal constant (\w+) = (\d+);", path.read_text())
    return {name: int(value) for name, value in found}


def test_reason_codes_are_those_of_the_catalogue() -> None:
    wanted = {
        re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", reason["name"]).upper(): reason["code"]
        for group in load("reasons.yaml")["groups"]
        if group["where"] == "onchain"
        for reason in group["reasons"]
    }
    assert constants(CODES) == wanted


PACKS = load("jurisdictions.yaml")["jurisdictions"]
WITH_A_PACK = [
    (number, 1 << pack["index"]) for pack in PACKS for number in pack["countries"].values()
]
WITHOUT = [(number, 0) for number in (0, 4, 36, 124, 756, 894, 1023, 1024, 65535)]


@pytest.mark.parametrize(("country", "packs"), WITH_A_PACK + WITHOUT)
def test_a_country_runs_its_own_pack(world: World, country: int, packs: int) -> None:
    world.configure(Settings(recipient_packs=0b11111))
    holder = world.enter("holder", country)
    _, receipt = world.move(Path.MINT, None, holder, 1)
    decision = receipt.events.one("TransferDecision")
    assert decision.args.packed >> 176 & 0xFF == packs


def test_a_us_person_runs_the_us_pack_beside_that_of_the_residence(world: World) -> None:
    world.configure(Settings(recipient_packs=0b11111))
    holder = world.enter("holder", GERMANY, flags=Flag.US_PERSON)
    _, receipt = world.move(Path.MINT, None, holder, 1)
    assert receipt.events.one("TransferDecision").args.packed >> 176 & 0xFF == 0b00011


def test_a_pack_that_the_token_has_not_switched_on_does_not_run(world: World) -> None:
    world.configure(Settings(recipient_packs=0b11101))
    holder = world.enter("holder", GERMANY)
    _, receipt = world.move(Path.MINT, None, holder, 1)
    assert receipt.events.one("TransferDecision").args.packed >> 176 & 0xFF == 0
