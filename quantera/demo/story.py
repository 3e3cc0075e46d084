"""The demo's steps, told one after the other."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field

import ape
from ape.exceptions import CompilerError
from rich import box
from rich.console import Console
from rich.table import Column, Table

from quantera import deployments, devnet
from quantera.demo import records
from quantera.demo.contracts import DEPLOYED
from quantera.demo.site import Site
from quantera.devnet import DevnetError, Running, Settings
from quantera.toolchain import compile as compile_contracts
from quantera.toolchain.workspace import ROOT


class DemoError(Exception):
    """The demo cannot go on; the message is one sentence that says why."""


@dataclass
class Story:
    """What the steps hand on to each other.

    Attributes:
        settings: where the local chains listen.
        keep: whether they are left running.
        held: what has to be ended with the demo, in whatever way that ends.
    """

    settings: Settings
    keep: bool
    console: Console
    held: ExitStack
    running: Running | None = None
    sites: list[Site] = field(default_factory=list)


@dataclass(frozen=True)
class Step:
    """One sentence of the story and what it does; `run` may answer what it has to show."""

    title: str
    run: Callable[[Story], str]


def _compile(_story: Story) -> str:
    try:
        done = compile_contracts.ensure()
    except CompilerError as error:
        raise DemoError(f"the contracts do not compile: {error}") from error
    return f"{len(done.sources)} changed" if done.sources else "nothing changed"


def _start(story: Story) -> str:
    try:
        story.running = story.held.enter_context(devnet.launch(story.settings))
    except DevnetError as error:
        raise DemoError(str(error)) from error
    project = ape.Project(ROOT)
    story.sites = [Site(local, project) for local in story.running.chains.values()]
    return ", ".join(story.running.chains)


def _deploy(story: Story) -> str:
    for site in story.sites:
        with site.connected():
            for planned in DEPLOYED:
                site.deployed[planned.contract] = planned.deploy(site)
    return f"{len(DEPLOYED)} contracts on each of {len(story.sites)} chains"


def _record(story: Story) -> str:
    written = []
    for site in story.sites:
        with site.connected():
            written += [
                deployments.write(records.describe(site, planned.contract)) for planned in DEPLOYED
            ]
    return f"{len(written)} files, {deployments.DEPLOYMENTS.name}/{deployments.LOCAL_PREFIX}*/"


def _check(story: Story) -> str:
    for site in story.sites:
        folder = deployments.DEPLOYMENTS / f"{deployments.LOCAL_PREFIX}{site.local.name}"
        with site.connected():
            for planned in DEPLOYED:
                manifest = deployments.read(folder / f"{planned.contract}.json")
                handle = site.project.get_contract(planned.contract).at(manifest.address)
                wrong = records.disagreement(manifest) or planned.check(site, handle)
                if wrong:
                    raise DemoError(f"{site.local.name}: {planned.contract}: {wrong}")
    return "every contract answers as its manifest says"


STEPS: tuple[Step, ...] = (
    Step("Compile the contracts", _compile),
    Step("Start five local chains", _start),
    Step("Deploy on each, behind proxies", _deploy),
    Step("Write the local manifests", _record),
    Step("Ask the deployed contracts", _check),
)


def _show(story: Story) -> None:
    unbroken = [Column(name, no_wrap=True) for name in ("chain", "contract", "address")]
    table = Table(*unbroken, box=box.SIMPLE_HEAD, pad_edge=False)
    for site in story.sites:
        for planned in DEPLOYED:
            table.add_row(site.local.name, planned.contract, site.address(planned.contract))
        table.add_section()
    story.console.print(table)


def tell(settings: Settings, *, keep: bool = False, console: Console | None = None) -> None:
    """Run every step, show the addresses, and end the chains unless they are to be kept.

    Raises:
        DemoError: a step failed; no process is left.
    """
    console = console or Console()
    with ExitStack() as held:
        story = Story(settings, keep, console, held)
        for number, step in enumerate(STEPS, start=1):
            title = f"[{number}/{len(STEPS)}] {step.title}"
            begun = time.monotonic()
            with console.status(title):
                said = step.run(story)
            console.print(f"{title}: {said} ({time.monotonic() - begun:.1f} s)", markup=False)
        _show(story)
        if keep and story.running is not None:
            story.running.keep()
            console.print("The chains stay: `ape run devnet status` shows them, `down` ends them.")
