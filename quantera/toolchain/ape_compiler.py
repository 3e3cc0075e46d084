"""Ape's Solidity compiler, made to answer the same for a contract whatever else is compiled."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ape.exceptions import CompilerError
from ape.managers.project import ProjectManager
from ape_solidity.compiler import SolidityCompiler
from ape_solidity.exceptions import SolcCompileError
from ethpm_types import ContractType
from packaging.version import Version
from pydantic import PrivateAttr

from quantera.toolchain.import_tree import Statements, one_pass


class WholeProjectCompiler(SolidityCompiler):
    """Gives the compiler all configured remappings, and asks code of the requested files alone.

    For one state of the sources: what a file imports is read once.
    """

    _requested: frozenset[str] = frozenset()
    _statements: Statements = PrivateAttr(default_factory=dict)

    def compile(
        self,
        contract_filepaths: Iterable[Path],
        project: ProjectManager | None = None,
        settings: dict[str, Any] | None = None,
    ) -> Iterator[ContractType]:
        """As Ape's own, for paths inside `project`, which is compiled where it lies.

        Ape's own copies the whole project to a temporary folder first. The compiler's input holds
        every source, so that a copy protects nothing here.
        """
        root = (project or self.local_project).path
        paths = list(contract_filepaths)
        self._requested = frozenset(str(path.relative_to(root)) for path in paths)
        try:
            with one_pass(self._statements):
                yield from self._compile(paths, project=project, settings=settings)
        except SolcCompileError as error:
            # Ape keeps what a compiler that broke down said for its debug level.
            said = (error.solc_error.stderr_data or "").strip()
            raise CompilerError(f"{error}: {said}" if said else str(error)) from error

    def standard_input(self, path: Path, project: ProjectManager | None = None) -> dict[str, Any]:
        """The compiler's whole input that yields the code of the contracts in one source."""
        root = (project or self.local_project).path
        self._requested = frozenset({str(path.relative_to(root))})
        with one_pass(self._statements):
            (content,) = self.get_standard_input_json([path], project=project).values()
        return dict(content)

    def get_imports(
        self, contract_filepaths: Iterable[Path], project: ProjectManager | None = None
    ) -> dict[str, list[str]]:
        """Each source, imported ones too, with everything it imports directly or through others."""
        with one_pass(self._statements):
            imports: dict[str, list[str]] = super().get_imports(contract_filepaths, project=project)
        return imports

    def get_standard_input_json_from_settings(
        self,
        settings: dict[Version, dict[str, Any]],
        version_map: dict[Version, set[Path]],
        project: ProjectManager | None = None,
    ) -> dict[Version, dict[str, Any]]:
        """The compiler's input as Ape makes it, but for remappings and requested outputs."""
        inputs: dict[Version, dict[str, Any]] = super().get_standard_input_json_from_settings(
            settings, version_map, project=project
        )
        config = self.get_config(project=project or self.local_project)
        remappings = sorted(str(entry) for entry in config.import_remapping)
        for content in inputs.values():
            # They are part of the metadata whose hash ends a contract's code.
            content["settings"]["remappings"] = remappings
            # Ape also asks for every source's syntax tree (""): twenty megabytes that nobody reads.
            content["settings"]["outputSelection"] = {
                source: {"*": outputs["*"]}
                for source, outputs in content["settings"]["outputSelection"].items()
                if source in self._requested
            }
        return inputs
