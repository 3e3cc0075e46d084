"""A compiler that breaks down is quoted: Ape alone says that an error occurred."""

from typing import Any, Never

import pytest
from ape.exceptions import CompilerError
from ape_solidity import compiler as ape_compiler
from solcx.exceptions import SolcError

from quantera.toolchain.ape_compiler import WholeProjectCompiler
from quantera.toolchain.workspace import ROOT


def test_what_it_said_is_in_the_message(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_arguments: Any, **_settings: Any) -> Never:
        raise SolcError(stderr_data="a share ended with status 137\n")

    monkeypatch.setattr(ape_compiler, "compile_standard", break_down)
    source = ROOT / "contracts" / "access" / "Roles.sol"
    with pytest.raises(CompilerError, match=r": a share ended with status 137$"):
        list(WholeProjectCompiler().compile([source]))
