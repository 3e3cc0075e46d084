"""Which files each source imports, found in one pass over the files.

ape-solidity checks the whole tree anew for every file that it adds to it, which takes longer the
more files there are: ten seconds for this project, twice in a compile. Reading and resolving the
import statements stays with it.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

from ape.managers.project import ProjectManager
from ape.utils.os import get_relative_path
from ape_solidity import compiler as ape_compiler
from ape_solidity._models import ImportStatementMetadata, SourceTree
from ape_solidity._utils import get_single_import_lines

Statements = dict[Path, list[ImportStatementMetadata]]


def _reached(direct: Statements, file: Path) -> set[ImportStatementMetadata]:
    """The statements that bring in each file that `file` imports, by itself or through others."""
    found: dict[tuple[Path | None, str | None], ImportStatementMetadata] = {}
    seen = set()
    waiting = [file]
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        for statement in direct[current]:
            # The same file by another remapping is another statement.
            found.setdefault((statement.path, statement.import_remap_key), statement)
            if statement.path:
                waiting.append(statement.path)
    return set(found.values())


class ImportTree(SourceTree):
    """The tree that ape-solidity makes, for projects whose imports lie on the disk."""

    known: ClassVar[Statements | None] = None

    @classmethod
    def from_source_files(
        cls,
        source_files: Iterable[Path],
        project: ProjectManager,
        statements: dict[tuple[Path, str], set[ImportStatementMetadata]] | None = None,
        dependency: ProjectManager | None = None,
    ) -> SourceTree:
        """As ape-solidity's, for the same arguments.

        Raises:
            ape.exceptions.CompilerError: an import statement cannot be read.
        """
        direct: Statements = {}
        known = {} if cls.known is None else cls.known
        waiting = list(source_files)
        while waiting:
            file = waiting.pop()
            if file in direct:
                continue
            if file not in known:
                known[file] = [
                    ImportStatementMetadata.parse_line(line, file, project, dependency=dependency)
                    for line in get_single_import_lines(file)
                ]
            direct[file] = known[file]
            waiting.extend(found.path for found in direct[file] if found.path)
        made = {
            (file, str(get_relative_path(file.absolute(), project.path))): _reached(direct, file)
            for file in direct
        }
        return cls.model_construct(import_statements={**(statements or {}), **made})


@contextmanager
def one_pass(statements: Statements) -> Iterator[None]:
    """Let ape-solidity make its trees as `ImportTree` does.

    Args:
        statements: what files are known to import, of one project in one state; what is read is
            added.
    """

    class Tree(ImportTree):
        known = statements

    module: Any = ape_compiler
    before = module.SourceTree
    module.SourceTree = Tree
    try:
        yield
    finally:
        module.SourceTree = before
