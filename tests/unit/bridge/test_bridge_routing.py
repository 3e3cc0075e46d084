"""Which functions the bridge's address has, and which extension answers each."""

import re
from pathlib import Path

import pytest

from quantera import artifacts
from quantera.evm import ZERO_ADDRESS, expect_revert
from quantera.evm.abi import ContractAbi
from quantera.gas.bridge_stack import CONTRACT, BridgeEnds, deploy_bridge
from quantera.toolchain.workspace import ROOT
from tests.unit.bridge.conftest import HERE

ROUTING = Path(ROOT) / "contracts" / "bridge" / "BridgeRouting.sol"
EXTENSIONS = {
    ("isRecovery",): "BridgeRecoveryExtension",
    ("_setsTerms", "_pausesOrGrants", "_charges"): "BridgeConfigurationExtension",
}
INHERITED = {"authority", "isConsumingScheduledOp", "setAuthority"}


def named(function: str) -> set[str]:
    body = ROUTING.read_text().split(f"function {function}", 1)[1].split("\n    }", 1)[0]
    return set(re.findall(r"\.(\w+)\.selector", body))


def functions(contract: str) -> set[str]:
    abi = ContractAbi(contract, artifacts.load(contract).abi)
    return {item.name for item in abi.by_signature.values()} - INHERITED


@pytest.mark.parametrize("lists", EXTENSIONS)
def test_the_lists_are_the_extensions_abis(lists: tuple[str, ...]) -> None:
    assert set().union(*map(named, lists)) == functions(EXTENSIONS[lists])


def test_no_function_is_in_two_places() -> None:
    places = [functions(name) for name in (*EXTENSIONS.values(), "BridgeRoutesExtension", CONTRACT)]
    for number, one in enumerate(places):
        for other in places[number + 1 :]:
            assert not one & other


def test_extensions_have_code(ends: BridgeEnds) -> None:
    bridge = ends[HERE].bridge
    for place in range(3):
        addresses = [bridge.RECOVERY(), bridge.CONFIGURATION(), bridge.ROUTES()]
        addresses[place] = ZERO_ADDRESS
        with expect_revert("AddressWithoutCode", account=ZERO_ADDRESS):
            ends[HERE].chain.deploy(CONTRACT, *addresses)


def test_unknown_functions_are_refused(ends: BridgeEnds) -> None:
    with expect_revert(""):
        ends[HERE].chain.call(ends[HERE].bridge, b"\x12\x34\x56\x78")


def test_it_is_set_up_once(ends: BridgeEnds) -> None:
    end = ends[HERE]
    with expect_revert("InvalidInitialization"):
        end.bridge.initialize(end.stack.manager, sender=end.governor)
    for name in (end.bridge.RECOVERY(), end.bridge.CONFIGURATION(), end.bridge.ROUTES()):
        bare = end.chain.at(name, end.bridge)
        with expect_revert():
            bare.initialize(end.stack.manager, sender=end.governor)
    assert deploy_bridge(end.stack.manager).authority() == end.stack.manager
