"""The officer's commands: preview, confirmation, carrying out, record."""

from collections.abc import Callable, Sequence

from rich.console import Console
from rich.table import Table

from quantera.compliance.errors import ComplianceError
from quantera.compliance.moments import iso, utc_now
from quantera.compliance.officer.desk import ActionReport, Desk, Outlook, Phase, begun, carry_out
from quantera.compliance.officer.order import Order, read_order, write_order
from quantera.compliance.officer.reasons import load_agent_reasons
from quantera.compliance.officer.request import Request, decide
from quantera.compliance.record import IDENTITY_MASK
from quantera.compliance.settings import Settings
from quantera.compliance.sources import open_source, validate_rows
from quantera.compliance.store import Store
from quantera.compliance.store.checks import CheckRecord

_FOLDER = "officer"


class OfficerCommands:
    """What an officer does from the command line; each returns its exit code.

    Args:
        settings: the configuration.
        console: where a person reads.
        agree: asks the officer whether to go on.
    """

    def __init__(self, settings: Settings, console: Console, agree: Callable[[str], bool]) -> None:
        self._settings = settings
        self._console = console
        self._agree = agree

    def act(self, request: Request, phase: Phase, *, sure: bool) -> int:
        """Shows what would happen, asks, does it, and records it.

        Returns 1 when something is refused, given up, or the officer does not agree.

        Raises:
            ComplianceError: the request cannot be understood, or asks two officers' work of one.
        """
        settings = self._settings
        key = settings.account("officer" if settings.officer else "sender")
        registries = settings.registries(key)
        folder = settings.folder / _FOLDER
        folder.mkdir(exist_ok=True)
        file = folder / f"{request.name}.json"
        if file.exists():
            order = read_order(file)
        else:
            rows = open_source(settings.location(), settings.table)
            found = (entry.investor for entry in validate_rows(rows, lambda _: None))
            order = decide(request, registries, found)
        desks = [
            Desk(registries[name], settings.chains[name].dual_control) for name in order.chains
        ]
        self._fits(desks, phase)
        if not order.operations:
            self._console.print("nothing to do: it is so on every chain already")
            return 0
        journal = file.with_suffix(".journal")
        if not begun(journal, phase):
            outlooks = [
                desk.outlook(operation, phase)
                for desk in desks
                for operation in order.on(desk.registry.chain)
            ]
            self._preview(order, phase, outlooks)
            if not sure and not self._agree(f"{order.verb} {phase}?"):
                return 1
            write_order(order, file)
        reports = carry_out(order, phase, desks, journal)
        self._record(request, order, phase, reports)
        return self._tell(reports, phase)

    @staticmethod
    def _fits(desks: Sequence[Desk], phase: Phase) -> None:
        for desk in desks:
            chain = desk.registry.chain
            if desk.dual is None and phase != "directly":
                raise ComplianceError(
                    f"{chain} has no desk for two officers: act directly there, by --chain"
                )
            if desk.dual is not None and phase == "directly":
                raise ComplianceError(
                    f"{chain} asks two officers: --propose there, then --execute by another one"
                )

    def _preview(self, order: Order, phase: Phase, outlooks: Sequence[Outlook]) -> None:
        reason = load_agent_reasons().by_code(order.reason)
        title = f"{order.verb} ({phase}): {reason.text if reason else order.reason}"
        table = Table("chain", "wallet", "effect", "now", title=title)
        for outlook in outlooks:
            operation = outlook.operation
            table.add_row(operation.chain, operation.wallet, operation.effect, told(outlook))
        self._console.print(table)

    def _record(
        self, request: Request, order: Order, phase: Phase, reports: Sequence[ActionReport]
    ) -> None:
        store = Store(self._settings.database)
        known = {entry.identity: entry for entry in store.investors().values()}
        keys = set()
        readers = self._settings.registries(None)
        for operation in order.operations:
            word = readers[operation.chain].record(operation.wallet)
            entry = known.get(word & IDENTITY_MASK)
            if entry is not None:
                keys.add(entry.key)
        details = {
            "verb": order.verb,
            "phase": phase,
            "reason": order.reason,
            "case": order.case,
            "asset": request.asset.symbol if request.asset else None,
            "transactions": {report.chain: report.done for report in reports},
            "refused": {r.chain: r.refused or r.error for r in reports if r.refused or r.error},
        }
        if request.asset is not None:
            store.put_asset(request.asset)
        passed = not details["refused"]
        asset = request.asset.id if request.asset else None
        checks = [
            CheckRecord(key, asset, "officer_action", "passed" if passed else "failed", details)
            for key in sorted(keys)
        ]
        if checks:
            store.record(checks, utc_now())

    def _tell(self, reports: Sequence[ActionReport], phase: Phase) -> int:
        for report in reports:
            self._console.print(f"{report.chain}: {phase}: {len(report.done)} done")
            for transaction in report.done:
                self._console.print(f"  {transaction}", markup=False)
            if report.refused:
                self._console.print(f"  refused: {report.refused}", markup=False)
            if report.error:
                self._console.print(f"  given up: {report.error}", markup=False)
        return int(any(report.refused or report.error for report in reports))


def told(outlook: Outlook) -> str:
    """An outlook in words."""
    ready = f"; proposed, ready at {iso(outlook.ready_at)}" if outlook.ready_at else ""
    return (f"refused: {outlook.refusal}" if outlook.refusal else "would pass") + ready


def officer_commands(
    settings: Settings, agree: Callable[[str], bool], console: Console | None = None
) -> OfficerCommands:
    """The officer's commands over a configuration."""
    return OfficerCommands(settings, console or Console(), agree)
