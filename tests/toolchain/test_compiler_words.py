"""A compiler that breaks down is quoted: Ape alone says that an error occurred."""

from collections.abc import Iterator
from typing import Any

import pytest
from ape.exceptions import CompilerError
from ape_solidity.compiler import SolidityCompiler
from ape_solidity.exceptions import SolcCompileError
from solcx.exceptions import SolcError

from quantera.toolchain.ape_compiler import WholeProjectCompiler
from quantera.toolchain.workspace import ROOT


def test_what_it_said_is_in_the_message(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_arguments: Any, **_settings: Any) -> Iterator[Any]:
        raise SolcCompileError(SolcError(stderr_data="a share ended with status 137\n"))

    monkeypatch.setattr(SolidityCompiler, "compile", break_down)
    source = ROOT / "contracts" / "access" / "Roles.sol"
    with pytest.raises(CompilerError, match=r": a share ended with status 137$"):
        list(WholeProjectCompiler().compile([source]))
