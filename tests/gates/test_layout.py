import json
import shutil
from pathlib import Path

import pytest

from tests.gates.tree import Tree

STORAGE = """type Word is uint256;

struct Record {
    string text;
    uint128 size;
}

library BoxStorage {
    /// @custom:storage-location erc7201:quantera.storage.Box
    struct Layout {
        Word word;
        mapping(address account => Record record) records;
        uint128 low;
        uint128 high;
    }

    bytes32 private constant PLACE =
        0x255174e09bc5e4e74a1497accfdc700c659bd7441970037907af76c428901200;

    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := PLACE
        }
    }
}
"""

BOX = """import { UUPSUpgradeable } from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";

import { BoxStorage } from "./BoxStorage.sol";

contract Box is UUPSUpgradeable {
    /// @custom:storage-location erc7201:quantera.storage.BoxSide
    struct Side {
        uint256 first;
        uint256 second;
    }

    bytes32 private constant SIDE =
        0xc48cdbb58aabfe768ee93a2d71c59ab7c98f16e293d47c640d936fe9b103f100;

    function low() external view returns (uint128) {
        return BoxStorage.load().low;
    }

    function _authorizeUpgrade(address) internal override { }
}
"""

EXTENSION = """import { BoxStorage } from "./BoxStorage.sol";

/// @custom:extension-of Box
contract BoxExtension {
    /// @custom:storage-location erc7201:quantera.storage.BoxBack
    struct Back {
        uint256 third;
    }

    bytes32 private constant BACK =
        keccak256(abi.encode(uint256(keccak256("quantera.storage.BoxBack")) - 1))
            & ~bytes32(uint256(0xff));

    function high() external view returns (uint128) {
        return BoxStorage.load().high;
    }
}
"""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """A contract, its extension, storage that both share and storage of each; all committed."""
    project = Tree(tmp_path_factory.mktemp("layout") / "tree")
    project.root.mkdir()
    project.as_project()
    project.solidity("contracts/BoxStorage.sol", STORAGE)
    project.solidity("contracts/Box.sol", BOX)
    project.solidity("contracts/BoxExtension.sol", EXTENSION)
    project.passes("layout", "--update")
    return project


@pytest.fixture
def box(prepared: Tree, tmp_path: Path) -> Tree:
    """A copy of the prepared tree, with what the analysis already knows of it."""
    root = tmp_path / "tree"
    shutil.copytree(prepared.root, root, symlinks=True)
    return Tree(root)


def test_the_committed_layout_is_the_union_of_contract_and_extension(box: Tree) -> None:
    layout = json.loads((box.root / "audits/storage-layouts/Box.json").read_text())
    assert {
        name: [member["label"] for member in members]
        for name, members in layout["namespaces"].items()
    } == {
        "erc7201:quantera.storage.Box": ["word", "records", "low", "high"],
        "erc7201:quantera.storage.BoxSide": ["first", "second"],
        "erc7201:quantera.storage.BoxBack": ["third"],
    }
    box.passes("layout")


# Each fault has a sentence of its own, so all are planted at once: a compile takes seconds.
INCOMPATIBLE = [
    (
        "BoxStorage.sol",
        "uint128 low;\n        uint128 high;",
        "uint128 high;\n        uint128 low;",
        ["Box cannot follow its committed layout", "Inserted `low`"],
    ),
    (
        "Box.sol",
        "uint256 first;\n        uint256 second;",
        "uint256 second;\n        uint256 first;",
        ["Box cannot follow its committed layout", "`first`"],
    ),
    ("BoxStorage.sol", "Word word;", "uint160 word;", ["Box cannot follow", "`word`"]),
    ("BoxStorage.sol", "string text;", "bytes text;", ["Box cannot follow", "`records`", "`text`"]),
    ("BoxExtension.sol", "uint256 third;", "bytes third;", ["Box cannot follow", "`third`"]),
]
STRAY = EXTENSION.replace("/// @custom:extension-of Box\n", "").replace("BoxBack", "BoxStray")
UNSAFE = [
    (
        "Box.sol",
        "    function low()",
        "    uint256 public stray;\n\n    function low()",
        ["Box keeps stray outside a namespace"],
    ),
    (
        "Box.sol",
        "    function low()",
        "    constructor() { _authorizeUpgrade(msg.sender); }\n\n    function low()",
        ["Contract `Box` has a constructor"],
    ),
    (
        "Box.sol",
        "    function low()",
        "    address private immutable OTHER = msg.sender;\n\n    function low()",
        ["Variable `OTHER` is immutable"],
    ),
    (
        "BoxExtension.sol",
        "    function high()",
        "    function end() external { selfdestruct(payable(msg.sender)); }\n\n    function high()",
        ["Use of selfdestruct is not allowed"],
    ),
    (
        "BoxExtension.sol",
        "    function high()",
        '    function pass() external { address(1).delegatecall(""); }\n\n    function high()',
        ["Use of delegatecall is not allowed"],
    ),
    (
        "Box.sol",
        "0xc48cdb",
        "0xc48cdc",
        ["Box does not place erc7201:quantera.storage.BoxSide at its ERC-7201 location"],
    ),
    (
        "BoxExtension.sol",
        "location erc7201:quantera.storage.BoxBack",
        "location erc7201:quantera.storage.Box",
        ["erc7201:quantera.storage.Box is also the place of BoxStorage.Layout"],
    ),
]


@pytest.mark.parametrize("faults", [INCOMPATIBLE, UNSAFE], ids=["incompatible", "unsafe"])
def test_an_upgrade_that_would_break_is_found(
    box: Tree, faults: list[tuple[str, str, str, list[str]]]
) -> None:
    box.solidity("contracts/Stray.sol", STRAY.replace("contract BoxExtension", "contract Stray"))
    for file, before, after, _ in faults:
        box.change(f"contracts/{file}", before, after)
    stray = ["Stray has namespaced storage, but neither upgrades itself nor says whose"]
    box.finds_all("layout", stray, *(words for _, _, _, words in faults), apart=True)


def test_initialisation_is_judged_over_a_contract_and_its_extension(box: Tree) -> None:
    managed = "AccessManagedUpgradeable"
    path = f"@openzeppelin/contracts-upgradeable/access/manager/{managed}.sol"
    box.change("contracts/Box.sol", "import {", f'import {{ {managed} }} from "{path}";\nimport {{')
    box.change("contracts/Box.sol", "is UUPSUpgradeable", f"is {managed}, UUPSUpgradeable")
    box.finds("layout", "Box: contracts/Box.sol", "Missing initializer")

    head = f'import {{ {managed} }} from "{path}";\nimport {{'
    box.change("contracts/BoxExtension.sol", "import {", head)
    box.change("contracts/BoxExtension.sol", "BoxExtension {", f"BoxExtension is {managed} {{")
    box.change(
        "contracts/BoxExtension.sol",
        "    function high()",
        "    function initialize(address manager) external initializer {\n"
        "        __AccessManaged_init(manager);\n    }\n\n    function high()",
    )
    answer = box.ask("layout")
    assert "Missing initializer" not in answer.said
    assert "Box may follow its committed layout" in answer.said


def test_only_a_compatible_layout_is_written_unless_that_is_accepted(box: Tree) -> None:
    committed = box.root / "audits/storage-layouts/Box.json"
    first = committed.read_text()

    box.change("contracts/BoxStorage.sol", "uint128 high;", "uint128 high;\n        uint8 more;")
    box.finds("layout", "Box may follow its committed layout, but the file does not say so")
    box.passes("layout", "--update")
    grown = committed.read_text()
    assert grown != first

    box.change("contracts/BoxStorage.sol", "uint128 low;\n", "")
    box.change("contracts/Box.sol", ".load().low", ".load().high")
    box.finds("layout", "Deleted `low`", options=("--update",))
    assert committed.read_text() == grown
    box.passes("layout", "--update", "--accept-incompatible")
    box.passes("layout")


def test_files_and_contracts_belong_together(box: Tree) -> None:
    committed = box.root / "audits/storage-layouts"
    (committed / "Box.json").rename(committed / "Crate.json")
    box.finds("layout", "Box has no committed layout")
    box.finds("layout", "Crate.json", "not behind a proxy any more")


def test_an_edit_elsewhere_does_not_move_the_committed_layout(box: Tree) -> None:
    box.solidity("contracts/Another.sol", "struct Before { uint256 a; }\ncontract Another { }\n")
    box.change("contracts/BoxStorage.sol", "type Word", "type Unused is uint8;\ntype Word")
    box.passes("layout")
