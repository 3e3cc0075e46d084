"""Which functions the manager's address has, and which extension answers each."""

import re
from pathlib import Path

import pytest

from quantera import artifacts
from quantera.evm import ZERO_ADDRESS, MemoryChain, expect_revert
from quantera.evm.abi import ContractAbi
from quantera.gas.settlement_stack import deploy_manager
from quantera.toolchain.workspace import ROOT
from tests.unit.settlement.conftest import Market

ROUTING = Path(ROOT) / "contracts" / "settlement" / "SettlementRouting.sol"
EXTENSIONS = {
    "isTrades": "SettlementTradesExtension",
    "isCustody": "SettlementCustodyExtension",
    "": "SettlementRegistryExtension",
}


def named(function: str) -> set[str]:
    body = ROUTING.read_text().split(f"function {function}", 1)[1].split("\n    }", 1)[0]
    return set(re.findall(r"\.(\w+)\.selector", body))


def functions(contract: str) -> set[str]:
    abi = ContractAbi(contract, artifacts.load(contract).abi)
    return {item.name for item in abi.by_signature.values()}


@pytest.mark.parametrize("function", ["isTrades", "isCustody"])
def test_the_lists_are_the_extensions_abis(function: str) -> None:
    assert named(function) == functions(EXTENSIONS[function]) - {
        "authority",
        "isConsumingScheduledOp",
        "setAuthority",
    }


def test_no_function_is_in_two_places() -> None:
    inherited = {"authority", "isConsumingScheduledOp", "setAuthority"}
    places = [functions(name) - inherited for name in EXTENSIONS.values()]
    places.append(functions("SettlementAssetManager") - inherited)
    for number, one in enumerate(places):
        for other in places[number + 1 :]:
            assert not one & other


def test_every_function_is_reached(market: Market) -> None:
    known = {item.name for item in market.manager.abi.by_signature.values()}
    assert set().union(*map(functions, EXTENSIONS.values())) <= known
    with expect_revert(""):
        market.stack.chain.call(market.manager, b"\x12\x34\x56\x78")


@pytest.mark.parametrize("place", range(3))
def test_extensions_have_code(market: Market, place: int) -> None:
    addresses = [market.manager.REGISTRY(), market.manager.TRADES(), market.manager.CUSTODY()]
    addresses[place] = ZERO_ADDRESS
    with expect_revert("AddressWithoutCode", account=ZERO_ADDRESS):
        market.stack.chain.deploy("SettlementAssetManager", *addresses)


def test_it_is_set_up_once() -> None:
    chain = MemoryChain()
    governor = chain.actor("governor")
    access = chain.deploy("QuanteraAccessManager", governor, 1, sender=governor)
    manager = deploy_manager(access)
    with expect_revert("InvalidInitialization"):
        manager.initialize(access, b"USD", sender=governor)
    with expect_revert("TermsInvalid", cause="code"):
        deploy_manager(access, bytes(3))
    for name in (manager.REGISTRY(), manager.TRADES(), manager.CUSTODY()):
        bare = chain.at(name, manager)
        with expect_revert():
            bare.initialize(access, b"USD", sender=governor)
