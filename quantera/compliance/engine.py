"""Judges a purchase or transfer of one asset: every rule that runs, with its code and why."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from quantera.compliance.assets import AssetPolicy, compile_packs, compile_terms
from quantera.compliance.catalogue import Jurisdiction, Reason, load_reasons, load_rules
from quantera.compliance.rules import eu, general, jp, sg, uk, us
from quantera.compliance.rules.deal import (
    NOTHING_KNOWN,
    Deal,
    Params,
    Profile,
    RuleCheck,
    State,
)

CHECKS: dict[str, tuple[RuleCheck, ...]] = {
    **us.CHECKS,
    **eu.CHECKS,
    **uk.CHECKS,
    **sg.CHECKS,
    **jp.CHECKS,
}
"""Every rule of a jurisdiction that is decided from a deal; UK-08 follows from other refusals."""

Outcome = Literal["refused", "reported", "unknown"]


class Finding(NamedTuple):
    """One rule's word on a deal.

    `refused` stops it, `reported` is a duty or notice, `unknown` can be told on-chain alone.
    """

    reason: Reason
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules say of one deal; `code` is the first refusal's, 0 when none refuses."""

    findings: tuple[Finding, ...]

    @property
    def code(self) -> int:
        """ERC-1404 code."""
        return next((f.reason.code for f in self.findings if f.outcome == "refused"), 0)

    @property
    def allowed(self) -> bool:
        """Whether no rule refuses."""
        return self.code == 0


_ALLOWED = Judgement(())


class _Step(NamedTuple):
    check: Callable[[Deal, Params], bool | None]
    params: Params
    found: Finding
    unknown: Finding


def _step(check: RuleCheck, params: Params) -> _Step:
    reason = load_reasons()[check.reason]
    refuses = reason.kind in ("bar", "flag") or (
        reason.kind == "guard" and params.get("refuse", True)
    )
    return _Step(
        check.check,
        params,
        Finding(reason, "refused" if refuses else "reported"),
        Finding(reason, "unknown"),
    )


def _idle(check: RuleCheck, params: Params) -> bool:
    if check.parameter is None:
        return False
    value = params[check.parameter]
    return value is None or value == {}


class AssetRules:
    """An asset's rules, ready to judge many deals."""

    def __init__(self, policy: AssetPolicy) -> None:
        terms = compile_terms(policy.terms)
        packs = compile_packs(policy)
        self.policy = policy
        self._unit = 10**policy.decimals
        self._prices = dict(policy.prices)
        self._packs = packs
        self._always = {
            primary: self._general(general.ALWAYS, terms, primary) for primary in (True, False)
        }
        self._between = {
            primary: self._general(general.BETWEEN_INVESTORS, terms, primary)
            for primary in (True, False)
        }
        self._recipient: dict[tuple[str | None, bool], list[_Step]] = {
            (pack, primary): self._of_pack(pack, "RI" if primary else "R")
            for pack in packs
            for primary in (True, False)
        }
        self._own = {
            primary: [s for pack in packs for s in self._of_pack(pack, "O" if primary else "OS")]
            for primary in (True, False)
        }
        self._no_route = Finding(load_reasons()["NoOfferRoute"], "refused")
        self._notice = Finding(load_reasons()["UkRefusalNoticeDue"], "reported")
        known = load_rules()
        self._unrouted = [
            pack for pack, rules in packs.items() if not any(known[r].route for r in rules)
        ]
        self._routes: dict[tuple[bool, bool, Jurisdiction | None, bool], tuple[_Step, ...]] = {}

    @staticmethod
    def _general(checks: Iterable[RuleCheck], terms: Params, primary: bool) -> list[_Step]:
        return [
            _step(check, terms)
            for check in checks
            if (check.side == "O" or not primary) and not _idle(check, terms)
        ]

    def _of_pack(self, pack: Jurisdiction, sides: str) -> list[_Step]:
        return [
            _step(check, params)
            for rule, params in self._packs[pack].items()
            for check in CHECKS.get(rule, ())
            if check.side in sides
        ]

    def _steps(
        self, primary: bool, own_move: bool, pack: Jurisdiction | None, us_person: bool
    ) -> tuple[_Step, ...]:
        steps = list(self._always[primary])
        if not own_move:
            steps += self._between[primary]
            steps += self._own[primary]
            packs = dict.fromkeys([pack, "US"] if us_person else [pack])
            steps += [s for p in packs for s in self._recipient.get((p, primary), ())]
        return tuple(steps)

    def deal(
        self,
        recipient: Profile,
        amount: int,
        now: int,
        sender: Profile | None = None,
        state: State = NOTHING_KNOWN,
        *,
        arranged: bool = False,
    ) -> Deal:
        """A deal in this asset; without a sender it is a mint or primary sale.

        Args:
            recipient: who receives.
            amount: token units.
            now: Unix seconds.
            sender: who gives.
            state: holdings and counters, as far as known.
            arranged: whether a settlement states the transfer's price.
        """
        return Deal(
            now=now,
            amount=amount,
            unit=self._unit,
            asset=self.policy.symbol,
            asset_type=self.policy.asset_type,
            prices=self._prices,
            recipient=recipient,
            sender=sender,
            state=state,
            arranged=arranged,
        )

    def judge(self, deal: Deal) -> Judgement:
        """Asks every rule that runs; findings come in the order of their codes."""
        recipient, sender = deal.recipient, deal.sender
        own_move = sender is not None and sender.identity == recipient.identity
        route = (sender is None, own_move, recipient.pack, recipient.us_person)
        steps = self._routes.get(route)
        if steps is None:
            steps = self._routes[route] = self._steps(*route)
        findings = []
        deal.locked.clear()
        if sender is None:
            for pack in self._unrouted:
                if recipient.pack == pack or (pack == "US" and recipient.us_person):
                    findings.append(self._no_route)
        for check, params, found, unknown in steps:
            verdict = check(deal, params)
            if verdict:
                findings.append(found)
            elif verdict is None:
                findings.append(unknown)
        if not findings:
            return _ALLOWED
        if "UK" in self._packs and any(f.outcome == "refused" for f in findings):
            findings.append(self._notice)
        findings.sort(key=_by_code)
        return Judgement(tuple(dict.fromkeys(findings)))


def _by_code(finding: Finding) -> Any:
    return finding.reason.code
