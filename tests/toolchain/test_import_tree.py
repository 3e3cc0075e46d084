"""The tree of imports that a compile starts from is ape-solidity's, made faster."""

from pathlib import Path

import ape
import pytest
from ape.exceptions import CompilerError
from ape_solidity import compiler as ape_compiler
from ape_solidity._models import SourceTree

from quantera.toolchain.ape_compiler import WholeProjectCompiler
from quantera.toolchain.import_tree import ImportTree, Statements, one_pass
from quantera.toolchain.workspace import ROOT

FOLDER = ROOT / "contracts" / "settlement"


def test_it_finds_what_ape_finds() -> None:
    project = ape.Project(ROOT)
    files = sorted(FOLDER.rglob("*.sol"))
    theirs = SourceTree.from_source_files(files, project)
    ours = ImportTree.from_source_files(files, project)
    assert len(files) > 10
    assert ours.model_dump() == theirs.model_dump()
    assert ours.get_remappings_used(files) == theirs.get_remappings_used(files)
    assert all(ours.get_imported_paths(file) == theirs.get_imported_paths(file) for file in files)


def _write(folder: Path, **sources: str) -> list[Path]:
    contracts = folder / "contracts"
    contracts.mkdir()
    for name, text in sources.items():
        (contracts / f"{name}.sol").write_text(text)
    return [contracts / f"{name}.sol" for name in sources]


def test_files_that_import_each_other_import_themselves(tmp_path: Path) -> None:
    files = _write(
        tmp_path,
        One='import { Two } from "./Two.sol";',
        Two='import { One } from "./One.sol";\nimport { Three } from "./Three.sol";',
        Three="",
    )
    tree = ImportTree.from_source_files(files, ape.Project(tmp_path)).model_dump()
    everything = [f"contracts/{name}.sol" for name in ("One", "Three", "Two")]
    assert tree["import_statements"] == {
        "contracts/One.sol": everything,
        "contracts/Three.sol": [],
        "contracts/Two.sol": everything,
    }


def test_a_statement_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    files = _write(tmp_path, Broken="import Nothing;")
    with pytest.raises(CompilerError, match=r"import Nothing.*Broken\.sol"):
        ImportTree.from_source_files(files, ape.Project(tmp_path))


def test_the_compiler_uses_it_and_leaves_ape_as_it_was() -> None:
    before = vars(ape_compiler)["SourceTree"]
    with one_pass({}):
        assert issubclass(vars(ape_compiler)["SourceTree"], ImportTree)
    assert vars(ape_compiler)["SourceTree"] is before
    file = FOLDER / "SettlementAssetManager.sol"
    imports = WholeProjectCompiler().get_imports([file], project=ape.Project(ROOT))
    assert "contracts/settlement/parts/Payments.sol" in imports[str(file.relative_to(ROOT))]
    assert vars(ape_compiler)["SourceTree"] is before


def test_a_file_is_read_once(tmp_path: Path) -> None:
    files = _write(tmp_path, One='import { Two } from "./Two.sol";', Two="")
    project = ape.Project(tmp_path)
    statements: Statements = {}
    with one_pass(statements):
        first = vars(ape_compiler)["SourceTree"].from_source_files(files, project)
        assert set(statements) == set(files)
        files[0].write_text("import Nothing;")
        again = vars(ape_compiler)["SourceTree"].from_source_files(files, project)
    assert again.model_dump() == first.model_dump()
    with pytest.raises(CompilerError), one_pass({}):
        vars(ape_compiler)["SourceTree"].from_source_files(files, project)
