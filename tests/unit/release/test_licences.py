"""Production code is compiled from what its licences allow, all the way down its imports."""

from pathlib import Path

import pytest

from quantera import artifacts
from quantera.release import licences
from quantera.release.blueprint import Blueprint
from quantera.release.licences import licence_faults, licence_of, sources_of
from quantera.toolchain.workspace import ROOT


def test_everything_that_is_released_may_be() -> None:
    assert licence_faults(Blueprint.load().contracts) == []


def test_imports_are_followed_whatever_their_form(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    files = {
        "a.sol": '// SPDX-License-Identifier: MIT\nimport "./deep/b.sol";\n'
        'import { X, Y } from "contracts/c.sol";\nimport {\n  Z\n} from "./d.sol";\n',
        "deep/b.sol": '/* SPDX-License-Identifier: MIT */\nimport * as A from "../a.sol";\n',
        "contracts/c.sol": "// nothing is said\n",
        "d.sol": "// SPDX-License-Identifier: BUSL-1.1\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    found = {
        path.relative_to(tmp_path).as_posix() for path in sources_of([tmp_path / "a.sol"], tmp_path)
    }
    assert found == set(files)
    assert licence_of(tmp_path / "deep/b.sol") == "MIT"


def test_what_may_not_be_released_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Licences that allow no production, and sources that say nothing."""
    contract = next(iter(Blueprint.load().contracts))
    source = ROOT / artifacts.load(contract).source_id
    for licence, said in (("BUSL-1.1", "under BUSL-1.1"), ("", "under no licence")):
        monkeypatch.setattr(licences, "licence_of", lambda _path, licence=licence: licence)
        faults = licence_faults([contract])
        assert any(str(source.relative_to(ROOT)) in fault and said in fault for fault in faults)


def test_the_walk_finds_what_the_compiler_is_given() -> None:
    """Not one source less: the compiler's own list of a contract with many imports."""
    from quantera.toolchain import compiler_input  # noqa: PLC0415 -- takes Ape, and seconds

    given = set(compiler_input.of_contract("ComplianceAwareToken")["sources"])
    source = ROOT / artifacts.load("ComplianceAwareToken").source_id
    walked = {path.relative_to(ROOT).as_posix() for path in sources_of([source])}
    assert walked == given
