"""A copy of the checkout in which pages are run, and the network that their desk stands on."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from quantera.docs.session import Session
from quantera.toolchain.workspace import NODE_MODULES, ROOT, environment
from tests.integration.docs.given import PRELUDES
from tests.integration.guide.test_guide import copy_to
from tests.integration.ports import five_free_ports, own_ports

FIRST_PORT = own_ports(27_000)
MORE = ("docs", "packages")
MORE_FILES = (
    "Makefile",
    "README.md",
    "LICENSE",
    "ape_console_extras.py",
    "package-lock.json",
    ".gitignore",
)
TYPED = "ComplianceAwareToken"
"""The contract whose ABI the pages' TypeScript imports."""
WIDTH = "120"


@dataclass
class Copy:
    """The copied checkout."""

    root: Path
    variables: dict[str, str] = field(default_factory=dict)
    typescript: Path | None = None

    def session(self) -> Session:
        """A terminal at its root."""
        return Session(self.root, self.variables, PRELUDES, self.typescript)


def _commit(root: Path) -> None:
    """Make it a repository: plans name the commit that they were made from."""
    author = ("-c", "user.name=Reader", "-c", "user.email=reader@example.invalid")
    for words in (("init", "--quiet"), ("add", "."), (*author, "commit", "--quiet", "-m", "Copy")):
        subprocess.run(["git", *words], cwd=root, check=True)


def copied(folder: Path) -> Copy:
    """The tree with everything that pages name, in a folder of its own."""
    root = copy_to(folder / "checkout")
    for name in MORE:
        shutil.copytree(ROOT / name, root / name)
    for name in MORE_FILES:
        shutil.copy(ROOT / name, root)
    (root / "deployments").mkdir()
    shutil.copy(ROOT / "deployments" / "manifest.schema.json", root / "deployments")
    _commit(root)
    variables = {
        **environment(),
        "PYTHONPATH": str(root),
        "COLUMNS": WIDTH,
        "QUANTERA_DEVNET_FOLDER": str(folder / "devnet"),
        "QUANTERA_DEVNET_PORT": str(five_free_ports(range(FIRST_PORT, FIRST_PORT + 490, 5))),
    }
    return Copy(root, variables)


def with_typescript(copy: Copy) -> Copy:
    """The copy with a project as an integrator has it: our package and viem."""
    project = copy.root.parent / "project"
    packages = project / "node_modules"
    ours = packages / "@quantera" / "abi"
    ours.mkdir(parents=True)
    shutil.copy(copy.root / "packages" / "abi-ts" / "package.json", ours)
    (packages / "viem").symlink_to(NODE_MODULES / "viem")
    (project / "package.json").write_text('{"private": true, "type": "module"}\n')
    source = copy.root / "packages" / "abi-ts" / "src" / f"{TYPED}.ts"
    compiler = NODE_MODULES / "typescript" / "bin" / "tsc"
    flags = ("--declaration", "--target", "es2022", "--module", "nodenext")
    subprocess.run(
        ["node", compiler, *flags, "--outDir", ours / "dist", source], cwd=project, check=True
    )
    copy.typescript = project
    return copy


@contextmanager
def desk(folder: Path) -> Iterator[Copy]:
    """A copy whose local chains end with the block, whatever the pages did."""
    copy = with_typescript(copied(folder))
    try:
        yield copy
    finally:
        subprocess.run(
            ["ape", "run", "devnet", "down"],
            cwd=copy.root,
            env={**os.environ, **copy.variables},
            check=True,
            capture_output=True,
        )
