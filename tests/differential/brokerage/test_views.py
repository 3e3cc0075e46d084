"""What `quantera.risk` reads and the twin computes is what the contract tells, to the unit."""

from typing import Any

import pytest

from quantera.evm.abi import ContractAbi
from quantera.evm.codec import canonical_type
from quantera.gas.token_stack import merged
from quantera.risk import calls
from quantera.risk.calls import Function


@pytest.fixture(scope="module")
def abi() -> ContractAbi:
    return ContractAbi("PrimeBrokerage", merged("PrimeBrokerage"))


@pytest.mark.parametrize("function", [*calls.READS, *calls.WRITES], ids=lambda found: found.name)
def test_signatures_are_the_contracts(abi: ContractAbi, function: Function) -> None:
    found = abi.by_signature[function.signature]
    results: list[Any] = found.entry["outputs"]
    if function.returns != "()" or not results:
        assert function.returns == f"({','.join(canonical_type(item) for item in results)})"
