"""What `ape run compliance` does, with tables and progress bars for a person."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as RichProgress
from rich.table import Table

from quantera import chains
from quantera.compliance.apply import Progress, apply_plan
from quantera.compliance.assets import AssetPolicy
from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.costs import Costs
from quantera.compliance.engine import AssetRules
from quantera.compliance.errors import ComplianceError, PlanOutdatedError
from quantera.compliance.explain import Explainer
from quantera.compliance.export import (
    DECISION_COLUMNS,
    REGISTER_COLUMNS,
    Format,
    decision_rows,
    register_rows,
    write_rows,
)
from quantera.compliance.limits import read_quotas
from quantera.compliance.moments import DAY, iso, parse_end, parse_start, utc_now
from quantera.compliance.outdated import require_allotments
from quantera.compliance.plan import ROW_KINDS, Plan
from quantera.compliance.plan_file import read_plan, write_plan
from quantera.compliance.planning import Evaluation, PlanSettings, make_plan
from quantera.compliance.rebalance_command import carry_moves
from quantera.compliance.reconcile import reconcile
from quantera.compliance.replay.reading import replay
from quantera.compliance.replay.replayer import Replayer
from quantera.compliance.replay.report import (
    HISTORY_COLUMNS,
    HOLDING_COLUMNS,
    history_rows,
    holding_rows,
)
from quantera.compliance.settings import LocalSigner, Settings, load_settings
from quantera.compliance.sources import RawRow, open_source, validate_rows
from quantera.compliance.steps import ChainReport
from quantera.compliance.store import Store
from quantera.compliance.watch import Watcher


class _Bars(Progress):
    """One progress bar per chain."""

    def __init__(self, bars: RichProgress) -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def started(self, chain: str, rows: int) -> None:
        self._tasks[chain] = self._bars.add_task(chain, total=rows)

    def advanced(self, chain: str, rows: int) -> None:
        self._bars.advance(self._tasks[chain], rows)


class Commands:
    """The commands, each returning its exit code.

    Args:
        settings: the configuration.
        console: where a person reads.
    """

    def __init__(self, settings: Settings, console: Console) -> None:
        self._settings = settings
        self._console = console
        self._costs = Costs()

    def _store(self) -> Store:
        return Store(self._settings.database)

    def _rows(self) -> list[RawRow]:
        return list(open_source(self._settings.location(), self._settings.table))

    def _evaluation(self, store: Store, now: int) -> Evaluation:
        own = self._settings
        return Evaluation(store, own.policy(), own.provider(), own.screener(), now)

    def _readers(self) -> dict[str, EvmRegistry]:
        return self._settings.registries(None)

    def plan(self, out: Path, horizon: int, *, release: bool) -> int:
        """Makes a plan, writes it and shows it; 0 also when there is nothing to do."""
        now, readers = utc_now(), self._readers()
        plan = make_plan(
            self._evaluation(self._store(), now),
            open_source(self._settings.location(), self._settings.table),
            list(readers.values()),
            quotas=read_quotas(self._settings.policies().values(), readers),
            assets=self._settings.policies().values(),
            settings=PlanSettings(self._costs, horizon * DAY, release),
            now=now,
        )
        with out.open("w", encoding="utf-8") as file:
            write_plan(plan, file)
        self._show(plan)
        self._console.print(f"written to {out}: digest {plan.digest()}")
        return 0

    def _show(self, plan: Plan) -> None:
        table = Table("chain", *ROW_KINDS, "lapsing", "conflicts", "gas", "cost", title="plan")
        for part in plan.chains:
            counts, coin = part.counts(), chains.get(part.chain).native_coin
            table.add_row(
                part.chain,
                *(str(counts[kind]) for kind in ROW_KINDS),
                str(len(part.lapsing)),
                str(len(part.conflicts)),
                f"{part.gas:,}",
                f"{Decimal(part.fee) / 10**coin.decimals:.6f} {coin.symbol}",
            )
        self._console.print(table)
        for move in plan.quota_moves:
            self._console.print(
                f"quota {move.asset} {move.limit}:"
                f" {move.amount} from {move.source} to {move.target}"
            )
        for refusal in plan.refused:
            self._console.print(f"not eligible: {refusal.subject}: {refusal.why}", markup=False)
        for fault in plan.faults:
            where = f"row {fault.row}" + (f" {fault.field}" if fault.field else "")
            self._console.print(f"{where}: {fault.fault}: {fault.message}", markup=False)

    def apply(self, plan_file: Path) -> int:
        """Carries a plan out, its quota moves after its rows.

        Returns 1 when a row was refused, a chain was given up or a move stopped.

        Raises:
            PlanOutdatedError: somebody has changed what it was made from; nothing has been done.
            ComplianceError: as for any command, and where allotments are to be moved without a key
                of the bridge's role; nothing has been done then.
        """
        plan = read_plan(plan_file)
        moves_journal = plan_file.with_suffix(".moves.journal")
        if plan.quota_moves:
            self._settings.account("bridge")
            if not moves_journal.exists():
                require_allotments(plan, self._settings.policies(), self._readers())
        code = self._carry_out(plan, plan_file.with_suffix(".journal"))
        if not plan.quota_moves:
            return code
        moves = plan.quota_moves, plan.digest(), moves_journal
        return max(code, carry_moves(self._settings, self._console, *moves))

    def _carry_out(self, plan: Plan, journal: Path) -> int:
        signer = LocalSigner(self._settings.account("issuer"))
        registries = self._settings.registries(self._settings.account("sender"))
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with RichProgress(*columns, TimeElapsedColumn(), console=self._console) as bars:
            reports = apply_plan(
                plan,
                registries,
                signer,
                journal,
                progress=_Bars(bars),
                costs=self._costs,
            )
        return self._tell(reports)

    def _tell(self, reports: list[ChainReport]) -> int:
        for report in reports:
            self._console.print(
                f"{report.chain}: {report.written} rows written in {report.transactions}"
                f" transactions, {report.gas_used:,} gas, {len(report.refused)} refused"
            )
            for row in report.refused:
                self._console.print(f"  {row.wallet}: {row.cause}", markup=False)
            if report.error:
                self._console.print(f"  given up: {report.error}", markup=False)
        return int(any(report.refused or report.error for report in reports))

    def check(self, investor: str, asset: str, amount: str, sender: str | None) -> int:
        """Explains one purchase or transfer; 1 when something refuses."""
        policy = self._settings.policies().get(asset)
        if policy is None:
            raise ComplianceError(f"no asset {asset} is configured")
        now, store = utc_now(), self._store()
        explainer = Explainer(
            self._evaluation(store, now),
            self._rows(),
            AssetRules(policy),
            store,
            self._readers(),
            now=now,
        )
        found = explainer.explain(investor, units(policy, amount), sender)
        table = Table("where", "code", "rule", "outcome", "text", "citation")
        for line in found.lines():
            table.add_row(
                line["where"],
                str(line["code"]),
                line["rule"],
                line["outcome"],
                line["text"],
                line["citation"],
            )
        self._console.print(table)
        self._console.print("passes" if found.allowed else "does not pass")
        return int(not found.allowed)

    def watch(self, every: float, *, once: bool) -> int:
        """Watches until stopped; with `once` a single look, 1 when it could not be carried over."""
        folder, watcher = self._settings.folder, self._watcher()
        while True:
            plan = watcher.look(utc_now())
            code = 0
            if plan is not None:
                self._show(plan)
                try:
                    code = self._carry_out(plan, folder / f"watch-{plan.digest()[:16]}.journal")
                except PlanOutdatedError as error:
                    # Somebody was faster: from the cursor on, everything is looked at again.
                    self._console.print(str(error), markup=False)
                    watcher, code = self._watcher(), 1
            if code == 0:
                watcher.done()
            if once:
                return code
            time.sleep(every)

    def _watcher(self) -> Watcher:
        return Watcher(self._readers(), self._settings.folder / "compliance.cursor", self._costs)

    def reconcile(self) -> int:
        """Shows every discrepancy; 1 when there is one."""
        readers, store = self._readers(), self._store()
        valid = validate_rows(self._rows(), lambda _: None)
        single = [
            (wallet.chain, wallet.address)
            for entry in valid
            for wallet in entry.investor.wallets
            if wallet.chain
        ]
        found = reconcile(
            [reader.snapshot() for reader in readers.values()],
            {entry.identity for entry in store.investors().values()},
            single,
            read_quotas(self._settings.policies().values(), readers),
            self._settings.policies().values(),
        )
        for item in found:
            self._console.print(f"{item.kind}: {item.subject}: {item.detail}", markup=False)
        self._console.print(f"{len(found)} discrepancies at {iso(utc_now())}")
        return int(bool(found))

    def export(
        self, what: str, form: Format, out: Path, since: str | None, until: str | None
    ) -> int:
        """Writes the register, the holdings, the on-chain history or the recorded checks."""
        store = self._store()
        start, end = _moment(since, parse_start), _moment(until, parse_end)
        references = {e.identity: name for name, e in store.investors().items()}
        rows: Iterator[dict[str, Any]]
        match what:
            case "register":
                snapshots = [reader.snapshot() for reader in self._readers().values()]
                rows, columns = register_rows(snapshots, references), REGISTER_COLUMNS
            case "decisions":
                rows, columns = decision_rows(store.checks(start, end)), DECISION_COLUMNS
            case "holdings":
                rows, columns = self._holdings(references), HOLDING_COLUMNS
            case _:
                rows, columns = self._history(start, end), HISTORY_COLUMNS
        with out.open("w", encoding="utf-8", newline="") as file:
            count = write_rows(rows, columns, file, form)
        self._console.print(f"{count} rows written to {out}")
        return 0

    def _holdings(self, references: Mapping[int, str]) -> Iterator[dict[str, Any]]:
        for name, assets, replayer in self._replayed():
            yield from holding_rows(name, replayer, assets, references)

    def _history(self, since: int | None, until: int | None) -> Iterator[dict[str, Any]]:
        for name, assets, replayer in self._replayed():
            yield from history_rows(name, replayer, assets, since, until)

    def _replayed(self) -> Iterator[tuple[str, dict[str, str], Replayer]]:
        policies = self._settings.policies().values()
        for name, reader in self._readers().items():
            assets = {p.tokens[name].lower(): p.symbol for p in policies if name in p.tokens}
            yield name, assets, replay(reader, assets)

    def review(
        self,
        investor: str,
        list_id: str,
        entry: str,
        decision: str,
        *,
        officer: str,
        reason: str,
    ) -> int:
        """Records an officer's word on a possible match."""
        store = self._store()
        known = store.investors().get(investor)
        if known is None:
            raise ComplianceError(f"no investor {investor} is on file")
        store.review(known.key, list_id, entry, decision, officer=officer, reason=reason)
        self._console.print(f"{investor}: {list_id} {entry} {decision}")
        return 0

    def erase(self, investor: str) -> int:
        """Deletes an investor's salt."""
        self._store().erase(investor)
        self._console.print(json.dumps({"erased": investor}))
        return 0


def _moment(text: str | None, parse: Callable[[str], int]) -> int | None:
    if text is None:
        return None
    try:
        return parse(text)
    except ValueError as error:
        raise ComplianceError(f"{text} is no date or time: {error}") from error


def units(policy: AssetPolicy, amount: str) -> int:
    """Token units of an amount in whole tokens.

    Raises:
        ComplianceError: no number, not positive, or finer than the token's decimals.
    """
    try:
        units = Decimal(amount) * 10**policy.decimals
    except InvalidOperation as error:
        raise ComplianceError(f"{amount} is no number") from error
    if units != units.to_integral_value() or units <= 0:
        raise ComplianceError(f"{amount} is no positive multiple of 10^-{policy.decimals}")
    return int(units)


def commands(config: Path) -> Commands:
    """The commands over a configuration file.

    Raises:
        ComplianceError: the file cannot be read or is wrong.
    """
    return Commands(load_settings(config), Console())
