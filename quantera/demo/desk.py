"""The compliance desk: from the investors' file to the registries of all chains."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from quantera.compliance.apply import apply_plan
from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.costs import Costs
from quantera.compliance.limits import read_quotas
from quantera.compliance.moments import utc_now
from quantera.compliance.plan import Plan
from quantera.compliance.plan_file import write_plan
from quantera.compliance.planning import Evaluation, PlanSettings, make_plan
from quantera.compliance.settings import LocalSigner, Settings, load_settings
from quantera.compliance.sources import open_source
from quantera.compliance.store import Store
from quantera.demo import inputs
from quantera.demo.errors import DemoError
from quantera.demo.issued import Issued
from quantera.demo.released import AGENT
from quantera.demo.stage import Stage, key_of
from quantera.evm import actor_named

ISSUER = "KYC issuer"
TOPIC = 1
CONFIGURATION = "compliance.yaml"
_POLICY = "policy.yaml"


class _Quietly:
    """Listens to no progress."""

    def started(self, chain: str, rows: int) -> None:
        """See `Progress.started`."""

    def advanced(self, chain: str, rows: int) -> None:
        """See `Progress.advanced`."""


@dataclass(frozen=True)
class Desk:
    """Who onboards, with the files in the story's folder."""

    stage: Stage
    issued: Issued

    def update(self, name: str) -> Plan:
        """Plan from the files as they are now, and carry the plan out on all chains.

        Args:
            name: of the plan's file.

        Raises:
            DemoError: a row was refused by a chain, or a chain was given up.
        """
        settings = self._settings()
        plan = self._plan(settings, self.stage.folder / f"{name}.plan")
        self.stage.page.say(f"{sum(len(part.rows) for part in plan.chains)} rows on five chains")
        registries = settings.registries(key_of(actor_named(AGENT)))
        reports = apply_plan(
            plan,
            registries,
            LocalSigner(key_of(actor_named(ISSUER))),
            self.stage.folder / f"{name}.journal",
            progress=_Quietly(),
            costs=Costs(),
            poll=0.05,
            patience=300,
        )
        wrong = [
            f"{report.chain}: {report.error or report.refused[0].cause}"
            for report in reports
            if report.error or report.refused
        ]
        if wrong:
            raise DemoError(f"not all was written: {'; '.join(wrong)}")
        written = sum(report.written for report in reports)
        self.stage.page.fact("records written", f"{written} on {len(reports)} chains")
        for report in reports:
            self.stage.page.operations(
                f"write {report.written} rows", report.chain, report.gas_used, report.transactions
            )
        for refusal in plan.refused:
            # Each reason begins with its code.
            for code in (part.split()[0] for part in refusal.why.split(", ")):
                if code.isdecimal():
                    self.stage.page.reason(f"onboard {refusal.subject}", "off-chain", int(code))
        return plan

    def readers(self) -> dict[str, EvmRegistry]:
        """Registries of all chains, to read."""
        return self._settings().registries(None)

    def _plan(self, settings: Settings, path: Path) -> Plan:
        store, now = Store(settings.database), utc_now()
        readers = settings.registries(None)
        policies = list(settings.policies().values())
        plan = make_plan(
            Evaluation(store, settings.policy(), settings.provider(), settings.screener(), now),
            open_source(settings.location(), settings.table),
            list(readers.values()),
            quotas=read_quotas(policies, readers),
            assets=policies,
            settings=PlanSettings(Costs()),
            now=now,
        )
        if plan.faults:
            fault = plan.faults[0]
            raise DemoError(f"row {fault.row} {fault.field}: {fault.message}")
        with path.open("w", encoding="utf-8") as file:
            write_plan(plan, file)
        return plan

    def _settings(self) -> Settings:
        stage, issued = self.stage, self.issued
        policy = issued.request.policy.model_copy(
            update={"tokens": dict.fromkeys(stage.chains, issued.address.lower())}
        )
        content: dict[str, Any] = policy.model_dump(mode="json", by_alias=True)
        (stage.folder / _POLICY).write_text(yaml.safe_dump(content))
        registry = issued.released.plan.addresses["ComplianceEngine"]
        path = stage.folder / CONFIGURATION
        path.write_text(
            yaml.safe_dump(
                {
                    "database": f"sqlite:///{stage.folder / 'compliance.db'}",
                    "source": inputs.INVESTORS,
                    "kyc": {"file": inputs.KYC},
                    "sanctions": {"OFAC": inputs.LISTED},
                    "eligibility": {"requiredLists": ["OFAC"]},
                    "assets": [_POLICY],
                    "chains": {
                        name: {"url": chain.url, "registry": registry}
                        for name, chain in stage.chains.items()
                    },
                }
            )
        )
        return load_settings(path)
