"""Which functions the brokerage's address has, and which extension answers each."""

import re
from pathlib import Path

import pytest

from quantera import artifacts
from quantera.evm.abi import ContractAbi
from quantera.gas.brokerage_stack import EXTENSIONS
from quantera.toolchain.workspace import ROOT

ROUTING = Path(ROOT) / "contracts" / "brokerage" / "BrokerageRouting.sol"
LISTS = {
    "BrokerageAccountsExtension": "isAccounts",
    "BrokerageLendingExtension": "isLending",
    "BrokerageRiskExtension": "isRisk",
    "BrokeragePricesExtension": "isPrices",
    "BrokerageTradingExtension": "isTrading",
    "BrokerageLiquidationExtension": "isLiquidation",
    "BrokerageDefaultExtension": "isDefaults",
}
SHARED = {"authority", "isConsumingScheduledOp", "setAuthority"}


def body(function: str) -> str:
    return ROUTING.read_text().split(f"function {function}(", 1)[1].split("\n    }", 1)[0]


def named(function: str) -> set[str]:
    found = set(re.findall(r"\.(\w+)\.selector", body(function)))
    for inner in re.findall(r"(_\w+)\(selector\)", body(function)):
        found |= named(inner)
    return found


def functions(contract: str) -> set[str]:
    abi = ContractAbi(contract, artifacts.load(contract).abi)
    return {item.name for item in abi.by_signature.values()}


@pytest.mark.parametrize(("extension", "function"), LISTS.items())
def test_the_lists_are_the_extensions_abis(extension: str, function: str) -> None:
    assert named(function) == functions(extension) - SHARED


def test_the_views_are_named_nowhere() -> None:
    listed = set().union(*(named(function) for function in LISTS.values()))
    assert not listed & (functions("BrokerageViewsExtension") - SHARED)


def test_nothing_is_in_two_places() -> None:
    seen: dict[str, str] = {}
    for contract in ("PrimeBrokerage", *EXTENSIONS):
        for name in functions(contract) - SHARED:
            assert seen.setdefault(name, contract) == contract, name
