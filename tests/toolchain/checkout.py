"""A copy of the checkout with small lock files: the same set-up in seconds."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quantera.toolchain.workspace import ROOT

# What the compiler's preparation imports, and what it links and wraps.
PYTHON_PACKAGES = {
    "annotated-types",
    "certifi",
    "charset-normalizer",
    "idna",
    "packaging",
    "py-solc-x",
    "pydantic",
    "pydantic-core",
    "pyyaml",
    "requests",
    "typing-extensions",
    "typing-inspection",
    "urllib3",
}
NODE_PACKAGES = {
    "solc",
    "@foundry-rs/anvil-linux-amd64",
    "@foundry-rs/cast-linux-amd64",
    "@foundry-rs/forge-linux-amd64",
}
TOOLS = ("node", "npm", "git", "make")
COPIED = ("Makefile", "ape-config.yaml", ".npmrc", "pyproject.toml")
NOWHERE = "http://127.0.0.1:9/"
PARTS = (".venv", "node_modules", ".quantera/solc")


def _small_python_lock(text: str) -> str:
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)
    kept = [block for block in blocks if block.split("==")[0] in PYTHON_PACKAGES]
    assert len(kept) == len(PYTHON_PACKAGES), "the lock lacks a package that the test keeps"
    return "".join(kept)


def _with_dependencies(packages: dict[str, Any], names: set[str]) -> set[str]:
    seen: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += packages[f"node_modules/{name}"].get("dependencies", {})
    return seen


def _small_node_files(package: dict[str, Any], lock: dict[str, Any]) -> tuple[str, str]:
    kept = _with_dependencies(lock["packages"], NODE_PACKAGES)
    pinned = {**package["dependencies"], **package["devDependencies"]}
    small = {
        "name": "small",
        "private": True,
        "dependencies": {n: pinned[n] for n in NODE_PACKAGES},
    }
    packages = {
        path: {key: value for key, value in entry.items() if key != "dev"}
        for path, entry in lock["packages"].items()
        if any(
            path == f"node_modules/{n}" or f"node_modules/{n}/node_modules" in path for n in kept
        )
    }
    head = {"name": "small", "lockfileVersion": lock["lockfileVersion"], "requires": True}
    return json.dumps(small), json.dumps({**head, "packages": {"": small, **packages}})


def copy_to(folder: Path) -> Path:
    """Copy what set-up needs to `folder`, with small locks, and return it."""
    (folder / "quantera").mkdir(parents=True)
    shutil.copy(ROOT / "quantera" / "__init__.py", folder / "quantera")
    shutil.copytree(
        ROOT / "quantera" / "toolchain",
        folder / "quantera" / "toolchain",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    for name in COPIED:
        shutil.copy(ROOT / name, folder)
    requirements = folder / "requirements"
    requirements.mkdir()
    shutil.copy(ROOT / "requirements" / "bootstrap.lock", requirements)
    lock = (ROOT / "requirements" / "develop.lock").read_text()
    (requirements / "develop.lock").write_text(_small_python_lock(lock))
    package, node_lock = _small_node_files(
        json.loads((ROOT / "package.json").read_text()),
        json.loads((ROOT / "package-lock.json").read_text()),
    )
    (folder / "package.json").write_text(package)
    (folder / "package-lock.json").write_text(node_lock)
    return folder


def machine(folder: Path, tools: tuple[str, ...] = TOOLS, **changes: str) -> dict[str, str]:
    """The environment of somebody who has just cloned, on a machine with these tools alone."""
    links = folder / "tools"
    links.mkdir(parents=True, exist_ok=True)
    for tool in tools:
        found = shutil.which(tool)
        assert found, f"this machine has no {tool}"
        if not (links / tool).exists():
            (links / tool).symlink_to(found)
    ours = {"SOLCX_BINARY_PATH", "APE_DATA_FOLDER", "IPYTHONDIR", "QUANTERA_SOLC_CACHE"}
    kept = {key: value for key, value in os.environ.items() if key not in ours}
    return {**kept, "PATH": str(links), **changes}


def unreachable_registries(folder: Path) -> dict[str, str]:
    """Registries that refuse the connection, and no cache that could stand in for them."""
    home = folder / "home"
    return machine(
        folder,
        HOME=str(home),
        PIP_INDEX_URL=NOWHERE,
        UV_INDEX_URL=NOWHERE,
        UV_DEFAULT_INDEX=NOWHERE,
        npm_config_registry=NOWHERE,
        PIP_CACHE_DIR=str(home / "pip"),
        UV_CACHE_DIR=str(home / "uv"),
        npm_config_cache=str(home / "npm"),
        PIP_CONFIG_FILE=os.devnull,
        npm_config_userconfig=str(home / "none"),
        npm_config_globalconfig=str(home / "no-other"),
        UV_NO_CONFIG="1",
    )


def base_python() -> str:
    """The interpreter that the virtual environment was made from: what a user's `python3` is."""
    return str(Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info.minor}")


def start(checkout: Path, environment: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [base_python(), "-m", "quantera.toolchain.setup"],
        cwd=checkout,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(checkout: Path, environment: dict[str, str]) -> tuple[int, list[str]]:
    """Run set-up; its exit status, and what it said after its progress."""
    process = start(checkout, environment)
    _, errors = process.communicate(timeout=300)
    return process.returncode, said(errors)


def said(errors: str) -> list[str]:
    progress = re.compile(r"set-up: (creating \S+ from|preparing the compiler$|waiting for)")
    return [line for line in errors.splitlines() if not progress.match(line)]


def complete_node(checkout: Path) -> None:
    """Have set-up take node_modules for complete, where a test is about Python alone."""
    (checkout / "node_modules").mkdir()
    key = hashlib.sha256((checkout / "package-lock.json").read_bytes()).hexdigest()
    (checkout / "node_modules" / ".quantera-stamp").write_text(key)


def is_complete(checkout: Path) -> bool:
    return all((checkout / part / ".quantera-stamp").is_file() for part in PARTS)


def half_installed(checkout: Path) -> list[str]:
    """Parts that are there without the stamp that is written last."""
    return [
        part
        for part in PARTS
        if (checkout / part).exists() and not (checkout / part / ".quantera-stamp").is_file()
    ]


def processes_in(checkout: Path) -> Iterator[str]:
    """Command lines of processes that work in the checkout or on it."""
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            where = str((entry / "cwd").readlink())
            line = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if where.startswith(str(checkout)) and int(entry.name) != os.getpid():
            yield line
