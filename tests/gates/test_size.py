import random

import pytest

from tests.gates.tree import Tree

TEMPLATE = """contract Big {{
    function data() external pure returns (bytes memory) {{
        return hex"{content}";
    }}
}}
"""


def big(size: int) -> str:
    return TEMPLATE.format(content=random.Random(size).randbytes(size).hex())


@pytest.fixture
def quick(project: Tree) -> Tree:
    """Without the optimiser, which spends most of a minute on code of that size."""
    project.change("ape-config.yaml", "via_ir: true", "via_ir: false")
    project.change("ape-config.yaml", "optimize: true", "optimize: false")
    return project


def test_a_contract_above_the_limit_is_found_and_the_margin_printed(quick: Tree) -> None:
    quick.solidity("contracts/Big.sol", big(16_000))
    (row,) = [line for line in quick.run("size").said.splitlines() if " Big " in line]
    runtime, left = (int(cell.replace(",", "")) for cell in row.split("│")[2:4])
    assert 16_000 < runtime < 24_576
    assert runtime + left == 24_576

    quick.solidity("contracts/Big.sol", big(24_576))
    # What never reaches a chain may be as big as it likes.
    quick.solidity("contracts/testing/Huge.sol", big(24_577).replace("Big", "Huge"))
    answer = quick.run("size")
    assert answer.status == 1
    assert "size: Big has" in answer.said
    assert "bytes of runtime code, 24,576 is the limit" in answer.said
    assert "Huge" not in answer.said
