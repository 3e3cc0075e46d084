"""Pins: every version is named once, and every place derived from it agrees."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from packaging.requirements import Requirement

from quantera.gates.gate import Gate, GateError, Outcome, command
from quantera.toolchain.compiler import foundry_config

PYTHON_LOCK = Path("requirements") / "develop.lock"
EXACT = re.compile(r"\d+\.\d+\.\d+(?:-[\w.]+)?")
ALIAS = re.compile(r"npm:(?:@[\w.-]+/)?[\w.-]+@")
"""A package under another name, such as a second version of one that is there already."""
LOCKED = re.compile(r"^(?P<name>[\w.-]+)(?:\[[\w,-]+\])?==(?P<version>[^\s;]+)[^\n]*\\?$", re.M)
HASHED = "--hash=sha256:"


def _json(file: Path) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads(file.read_text())
    except (OSError, json.JSONDecodeError) as error:
        raise GateError(f"{file.name} cannot be read: {error}") from error
    return content


def _npm(tree: Path) -> Iterator[str]:
    package, lock = _json(tree / "package.json"), _json(tree / "package-lock.json")
    wanted = {**package.get("dependencies", {}), **package.get("devDependencies", {})}
    packages = lock["packages"]
    for name, asked in wanted.items():
        version = ALIAS.sub("", asked, count=1)
        if not EXACT.fullmatch(version):
            yield f"package.json asks for {name} {version}, which is not one version"
        locked = packages.get(f"node_modules/{name}", {}).get("version")
        if locked != version:
            yield f"package-lock.json has {name} {locked}, package.json {version}"
    for place, entry in packages.items():
        if place and not entry.get("link") and "integrity" not in entry:
            yield f"package-lock.json has {place.removeprefix('node_modules/')} without its hash"


def _compiler(tree: Path) -> Iterator[str]:
    config = yaml.safe_load((tree / "ape-config.yaml").read_text())
    version, target = config["solidity"]["version"], config["solidity"]["evm_version"]
    npm = _json(tree / "package.json").get("devDependencies", {}).get("solc")
    if npm != version:
        yield f"package.json has solc {npm}, ape-config.yaml {version}"
    node = config.get("foundry", {}).get("evm_version")
    if node != target:
        yield f"ape-config.yaml compiles for {target} but starts its nodes as {node}"
    derived = tree / "foundry.toml"
    if not derived.is_file() or derived.read_text() != foundry_config():
        yield "foundry.toml is not what ape-config.yaml makes of it; run set-up"


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _python(tree: Path) -> Iterator[str]:
    project = tomllib.loads((tree / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    text = (tree / PYTHON_LOCK).read_text()
    locked = {_normal(found["name"]): found["version"] for found in LOCKED.finditer(text)}
    wanted = map(Requirement, (*project["dependencies"], *extras["toolkit"], *extras["develop"]))
    for requirement in wanted:
        if _normal(requirement.name) == _normal(project["name"]):
            continue
        version = locked.get(_normal(requirement.name))
        if version is None:
            yield f"{PYTHON_LOCK} lacks {requirement}"
        elif not requirement.specifier.contains(version, prereleases=True):
            yield f"{PYTHON_LOCK} has {requirement.name} {version}, pyproject.toml {requirement}"
    for block in re.split(r"\n(?=\S)", text):
        found = LOCKED.match(block)
        if found and HASHED not in block:
            yield f"{PYTHON_LOCK} has {found['name']} without its hash"


def check(tree: Path) -> Outcome:
    """Every place that names another version than the one it should follow."""
    try:
        return Outcome((*_compiler(tree), *_npm(tree), *_python(tree)))
    except (OSError, KeyError) as error:
        raise GateError(f"a file that pins versions cannot be read: {error!r}") from error


GATE = Gate(
    name="pins",
    question="Do compiler, packages and locks name the same versions everywhere?",
    remedy="make them agree and lock again",
    budget_seconds=3,
    check=check,
)

if __name__ == "__main__":
    command(GATE)()
