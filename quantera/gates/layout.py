"""Storage layouts: an upgrade must find every variable where the version before it left it.

`audits/storage-layouts/<Contract>.json` holds, for each contract behind a proxy, the union of the
ERC-7201 namespaces that it and its extensions use; OpenZeppelin's upgrades-core judges whether
today's may follow it, and whether the implementations are fit for a proxy at all. An extension
names its contract with `@custom:extension-of` in its NatSpec.
"""

import hashlib
import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from quantera.audit.compilation import AnalysisError, build_info
from quantera.gates.gate import Gate, GateError, Outcome, ask, tool, tree_option
from quantera.toolchain.compiler import executable
from quantera.toolchain.workspace import node

COMMITTED = Path("audits") / "storage-layouts"
SCRIPT = Path(__file__).with_suffix(".cjs")

Layout = dict[str, Any]


@dataclass(frozen=True)
class Extracted:
    """What upgrades-core says of the tree: a layout per contract behind a proxy, and faults."""

    layouts: dict[str, Layout]
    faults: tuple[str, ...]


def extract(tree: Path) -> Extracted:
    """Layouts of all contracts behind proxies, from a compile without code.

    Raises:
        GateError: the contracts do not compile, or upgrades-core refuses to read them.
    """
    try:
        info = build_info(tree)
    except AnalysisError as error:
        raise GateError(str(error)) from error
    version = hashlib.sha256(SCRIPT.read_bytes()).hexdigest()[:12]
    # Beside the folder, in which Slither takes every file for a compile's result.
    answer = info.folder.with_name(f"{info.folder.name}-layouts-{version}.json")
    if not answer.is_file():
        said = tool([node(), SCRIPT, "extract", info.file, executable(), tree], tree, accept=(0,))
        answer.write_text(said.stdout)
    content = json.loads(answer.read_text())
    unsafe = [
        f"{name}: {fault}"
        for name, found in content["contracts"].items()
        for fault in found["unsafe"]
    ]
    return Extracted(
        layouts={name: found["layout"] for name, found in content["contracts"].items()},
        faults=(*content["problems"], *unsafe),
    )


def incompatibilities(before: Layout, after: Layout) -> list[str]:
    """Why storage written under `before` cannot be read under `after`; empty when it can."""
    done = subprocess.run(
        [node(), SCRIPT, "compare"],
        input=json.dumps({"before": before, "after": after}),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise GateError(f"upgrades-core cannot compare: {done.stderr.strip()}")
    faults: list[str] = json.loads(done.stdout)
    return faults


def _committed(tree: Path) -> dict[str, Layout]:
    return {file.stem: json.loads(file.read_text()) for file in (tree / COMMITTED).glob("*.json")}


def _differences(committed: dict[str, Layout], layouts: dict[str, Layout]) -> Iterator[str]:
    for name, layout in sorted(layouts.items()):
        before = committed.get(name)
        if before is None:
            yield f"{name} has no committed layout in {COMMITTED}"
        elif before != layout:
            broken = incompatibilities(before, layout)
            yield from (f"{name} cannot follow its committed layout: {why}" for why in broken)
            if not broken:
                yield f"{name} may follow its committed layout, but the file does not say so yet"
    for name in sorted(committed.keys() - layouts.keys()):
        yield f"{COMMITTED / name}.json describes a contract that is not behind a proxy any more"


def check(tree: Path) -> Outcome:
    """Unsafe implementations, and layouts that differ from the committed ones."""
    found = extract(tree)
    return Outcome((*found.faults, *_differences(_committed(tree), found.layouts)))


def update(tree: Path, *, accept_incompatible: bool) -> Outcome:
    """Write today's layouts, unless that would break with a committed one."""
    found = extract(tree)
    committed = _committed(tree)
    refused = [
        f"{name} cannot follow its committed layout: {why}"
        for name, layout in sorted(found.layouts.items())
        if name in committed and not accept_incompatible
        for why in incompatibilities(committed[name], layout)
    ]
    if refused:
        return Outcome(tuple(refused))
    folder = tree / COMMITTED
    folder.mkdir(parents=True, exist_ok=True)
    for name, layout in found.layouts.items():
        (folder / f"{name}.json").write_text(json.dumps(layout, indent=2) + "\n")
    for name in committed.keys() - found.layouts.keys():
        (folder / f"{name}.json").unlink()
    return Outcome(found.faults)


GATE = Gate(
    name="layout",
    question="May every contract behind a proxy be upgraded to what the tree holds?",
    remedy="keep the order and types of stored variables; `python -m quantera.gates.layout "
    "--update` writes compatible layouts, and `--accept-incompatible` is for contracts that no "
    "chain has yet",
    budget_seconds=40,
    check=check,
)


@click.command(GATE.name, help=GATE.question)
@tree_option
@click.option(
    "--update", "updating", is_flag=True, help="Write the layouts if they are compatible."
)
@click.option("--accept-incompatible", is_flag=True, help="With --update: write them in any case.")
@click.pass_context
def main(context: click.Context, tree: Path, updating: bool, accept_incompatible: bool) -> None:
    """The gate's command line."""
    if updating:
        context.exit(ask(GATE, lambda: update(tree, accept_incompatible=accept_incompatible)))
    context.exit(ask(GATE, lambda: check(tree)))


if __name__ == "__main__":
    main()
