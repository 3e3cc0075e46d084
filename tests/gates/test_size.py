import random

import pytest

from tests.gates.tree import Tree

TEMPLATE = """contract {name} {{
    function data() external pure returns (bytes memory) {{
        return hex"{content}";
    }}
}}
"""


def big(name: str, size: int) -> str:
    return TEMPLATE.format(name=name, content=random.Random(size).randbytes(size).hex())


@pytest.fixture
def quick(project: Tree) -> Tree:
    """Without the optimiser, which spends most of a minute on code of that size."""
    project.change("ape-config.yaml", "via_ir: true", "via_ir: false")
    project.change("ape-config.yaml", "optimize: true", "optimize: false")
    return project


def test_a_contract_above_the_limit_is_found_and_the_margin_printed(quick: Tree) -> None:
    quick.solidity("contracts/Fitting.sol", big("Fitting", 16_000))
    quick.solidity("contracts/Big.sol", big("Big", 24_576))
    # What never reaches a chain may be as big as it likes.
    quick.solidity("contracts/testing/Huge.sol", big("Huge", 24_577))
    answer = quick.run("size")
    assert answer.status == 1
    assert "size: Big has" in answer.said
    assert "bytes of runtime code, 24,576 is the limit" in answer.said
    assert "Huge" not in answer.said

    assert "size: Fitting has" not in answer.said
    (row,) = [line for line in answer.said.splitlines() if " Fitting " in line]
    runtime, left = (int(cell.replace(",", "")) for cell in row.split("│")[2:4])
    assert 16_000 < runtime < 24_576
    assert runtime + left == 24_576
