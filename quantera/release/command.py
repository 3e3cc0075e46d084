"""What `ape run deploy …` does, without its arguments' parsing."""

import json
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from quantera.deployments import DEPLOYMENTS
from quantera.release import preview
from quantera.release.ape_account import ApeSigner
from quantera.release.apply import Release, journal_path
from quantera.release.errors import NodeError, ReleaseError
from quantera.release.explorers import explorers_of
from quantera.release.journal import Done, Prepared, Reached, read
from quantera.release.plan import Plan
from quantera.release.planner import Planner
from quantera.release.publication import require_same, submissions
from quantera.release.request import Request
from quantera.release.simulate import simulate
from quantera.release.urls import opened, url_of, urls_of
from quantera.release.verify import verify

RELEASES = DEPLOYMENTS / "releases"


class Command:
    """The subcommands.

    Args:
        console: where they write.
        folder: of journals and locks.
    """

    def __init__(self, console: Console, folder: Path = RELEASES) -> None:
        self._console = console
        self._folder = folder

    def plan(self, request_file: Path, out: Path, founder: str | None) -> int:
        """Makes a plan, shows it, and writes it to a file."""
        request = Request.load(request_file)
        sign = None
        if founder is not None:
            signer = ApeSigner(founder)
            if signer.address != request.founder:
                raise ReleaseError(f"{founder} is {signer.address}, not the founder")
            sign = signer.sign_message
        urls = {name: url_of(name, chain.rpc) for name, chain in request.chains.items()}
        with opened(urls) as nodes:
            plan = Planner(request, nodes, sign).plan()
        plan.write(out)
        for table in preview.tables(plan):
            self._console.print(table)
        self._console.print(f"{out}: plan {plan.digest()}")
        return 0

    def simulate(self, plan_file: Path) -> int:
        """Carries a plan out on forks."""
        plan = Plan.load(plan_file)
        table = Table("chain", "transactions", "gas", title="on forks, verified")
        for done in simulate(plan, urls_of(plan.chains)):
            table.add_row(done.chain, str(done.transactions), f"{done.gas:,}")
        self._console.print(table)
        return 0

    def apply(self, plan_file: Path, account: str, *, resumes: bool, adopt: bool) -> int:
        """Carries a plan out, or goes on with it."""
        plan = Plan.load(plan_file)
        begun = journal_path(plan, self._folder).exists()
        if begun and not resumes:
            raise ReleaseError("this plan has been begun: go on with it by resume")
        if resumes and not (begun or adopt):
            raise ReleaseError("this plan has not been begun: begin it with apply")
        with opened(urls_of(plan.chains)) as nodes:
            Release(
                plan,
                nodes,
                ApeSigner(account),
                self._folder,
                tell=self._tell,
                manifests=DEPLOYMENTS,
                adopt=adopt,
            ).apply()
        self._console.print(f"{plan.name} is active on {len(plan.chains)} chains")
        return 0

    def rollback(self, plan_file: Path, account: str) -> int:
        """Takes back what is not active yet."""
        plan = Plan.load(plan_file)
        with opened(urls_of(plan.chains)) as nodes:
            Release(plan, nodes, ApeSigner(account), self._folder, tell=self._tell).roll_back()
        self._console.print(f"{plan.name} is abandoned: nothing of it is active anywhere")
        return 0

    def verify(self, plan_file: Path) -> int:
        """Compares the chains with a plan; 1 where one is not as planned."""
        plan = Plan.load(plan_file)
        with opened(urls_of(plan.chains)) as nodes:
            reports = verify(plan, nodes)
        self._console.print(preview.drift(reports))
        return 0 if all(report.is_clean for report in reports) else 1

    def publish(self, plan_file: Path, out: Path, *, sends: bool) -> int:
        """Writes what explorers need into a folder, checked by compiling it, and sends it."""
        plan = Plan.load(plan_file)
        table = Table("chain", "contract", "explorer", "result", title="sources")
        failed, same = 0, set[str]()
        for chain in plan.chains:
            if sends and chain.local:
                raise ReleaseError(f"{chain.name} is a local chain: no explorer has it")
            folder = out / chain.name
            folder.mkdir(parents=True, exist_ok=True)
            for one in submissions(plan, chain):
                if one.entry not in same:
                    require_same(plan, chain, one)
                    same.add(one.entry)
                    self._tell(chain.name, f"{one.entry} compiles to what was sent")
                (folder / f"{one.entry}.json").write_text(json.dumps(asdict(one)) + "\n")
                for explorer in explorers_of(chain.name) if sends else ():
                    try:
                        result = explorer.publish(one)
                    except NodeError as error:
                        result, failed = str(error), failed + 1
                    table.add_row(chain.name, one.entry, explorer.name, escape(result))
        self._console.print(table if sends else f"{out}: {len(same)} contracts, not sent")
        return 1 if failed else 0

    def status(self, plan_file: Path) -> int:
        """Says how far a plan has got, from its journal alone."""
        plan = Plan.load(plan_file)
        entries = read(journal_path(plan, self._folder))
        table = Table("chain", "phase", "done", "last", "sent and not known to be mined")
        for chain in plan.chains:
            own = [one for one in entries if getattr(one, "chain", "") == chain.name]
            phases = [one.phase for one in own if isinstance(one, Reached)]
            done = {one.step: one for one in own if isinstance(one, Done)}
            waiting = [
                one.hash for one in own if isinstance(one, Prepared) and one.step not in done
            ]
            table.add_row(
                chain.title,
                phases[-1] if phases else "begun" if own else "not begun",
                f"{len(done)} of {len(chain.steps)}",
                next(reversed(done), ""),
                "\n".join(waiting),
            )
        self._console.print(table)
        return 0

    def _tell(self, chain: str, step: str) -> None:
        self._console.print(f"{chain}: {step}")
