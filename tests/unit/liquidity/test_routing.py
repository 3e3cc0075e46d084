"""Which functions the pools' address has, and which extension answers each."""

import re
from pathlib import Path

import pytest

from quantera import artifacts
from quantera.evm import ZERO_ADDRESS, MemoryChain, expect_revert
from quantera.evm.abi import ContractAbi
from quantera.gas.pool_stack import CONTRACT, EXTENSIONS, deploy_pools
from quantera.toolchain.workspace import ROOT
from tests.unit.liquidity.conftest import Market

ROUTING = Path(ROOT) / "contracts" / "liquidity" / "LiquidityRouting.sol"
NAMED = {
    "isRegistry": "LiquidityRegistryExtension",
    "isBatches": "LiquidityBatchesExtension",
    "isPositions": "LiquidityPositionsExtension",
    "isStrategies": "LiquidityStrategiesExtension",
    "isLending": "LiquidityLendingExtension",
}
INHERITED = {"authority", "isConsumingScheduledOp", "setAuthority"}


def named(function: str) -> set[str]:
    body = ROUTING.read_text().split(f"function {function}", 1)[1].split("\n    }", 1)[0]
    found = set(re.findall(r"\.(\w+)\.selector", body))
    if "_isToken(" in body:
        found |= named("_isToken") | {"safeTransferFrom"}
    return found | named("_isGuards") if "_isGuards(" in body else found


def functions(contract: str) -> set[str]:
    abi = ContractAbi(contract, artifacts.load(contract).abi)
    return {item.name for item in abi.by_signature.values()} - INHERITED


@pytest.mark.parametrize("function", NAMED)
def test_the_lists_are_the_extensions_own_functions(function: str) -> None:
    assert named(function) == functions(NAMED[function]) - functions(CONTRACT)


def test_no_function_is_in_two_extensions() -> None:
    places = [functions(name) - functions(CONTRACT) for name in EXTENSIONS]
    for number, one in enumerate(places):
        for other in places[number + 1 :]:
            assert not one & other


def test_every_function_is_reached(market: Market) -> None:
    known = {item.name for item in market.pools.abi.by_signature.values()}
    assert set().union(*map(functions, EXTENSIONS)) <= known
    with expect_revert(""):
        market.stack.chain.call(market.pools, b"\x12\x34\x56\x78")


@pytest.mark.parametrize("place", range(6))
def test_extensions_have_code(market: Market, place: int) -> None:
    places = ("REGISTRY", "POSITIONS", "VIEWS", "BATCHES", "STRATEGIES", "LENDING")
    addresses = [getattr(market.pools, name)() for name in places]
    addresses[place] = market.alice
    with expect_revert("AddressWithoutCode", account=market.alice):
        market.stack.chain.deploy(CONTRACT, *addresses)


def test_set_up_needs_contracts() -> None:
    chain = MemoryChain()
    governor = chain.actor("governor")
    access = chain.deploy("QuanteraAccessManager", governor, 0, sender=governor)
    with expect_revert("AddressWithoutCode", account=governor):
        deploy_pools(access, governor)
    extension = chain.deploy("LiquidityRegistryExtension")
    with expect_revert("InvalidInitialization"):
        extension.initialize(access, access, sender=governor)
    with expect_revert("AddressWithoutCode"):
        chain.deploy(CONTRACT, ZERO_ADDRESS, *[extension] * 5)
