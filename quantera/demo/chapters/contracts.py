"""Compiles what changed."""

from ape.exceptions import CompilerError

from quantera.demo.errors import DemoError
from quantera.demo.stage import Stage
from quantera.toolchain import compile as compile_contracts
from quantera.toolchain import compiler


def tell(stage: Stage) -> None:
    """Compile.

    Raises:
        DemoError: the contracts do not compile.
    """
    try:
        done = compile_contracts.ensure()
    except CompilerError as error:
        raise DemoError(f"the contracts do not compile: {error}") from error
    stage.page.fact("sources compiled", len(done.sources))
    stage.page.fact("compiler", compiler.settings().version)
