"""Would a purchase or transfer pass, off-chain and on each chain, and why not."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quantera.compliance.catalogue import Reason, load_reasons
from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.eligibility import Assessment
from quantera.compliance.engine import AssetRules, Judgement
from quantera.compliance.errors import ComplianceError
from quantera.compliance.planning import Evaluation
from quantera.compliance.rules.deal import NOTHING_KNOWN, State
from quantera.compliance.sources.rows import RawRow
from quantera.compliance.store import Store
from quantera.compliance.store.checks import CheckRecord, Result


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was asked and what was found.

    Attributes:
        recipient: judgement on the investor.
        sender: judgement on the one who gives; None in a primary sale.
        judgement: the asset's rules.
        onchain: reason per chain; code 0 allows.
    """

    recipient: Assessment
    sender: Assessment | None
    judgement: Judgement
    onchain: Mapping[str, Reason]

    @property
    def allowed(self) -> bool:
        """Whether nothing refuses, off-chain or on any chain asked."""
        parties = [self.recipient] + ([self.sender] if self.sender else [])
        eligible = all(party.standing == "eligible" for party in parties)
        return (
            eligible
            and self.judgement.allowed
            and not any(reason.code for reason in self.onchain.values())
        )

    def lines(self) -> list[dict[str, Any]]:
        """One entry per finding: where, code, rule, text, citation and outcome."""
        found: list[dict[str, Any]] = []
        for where, party in (("recipient", self.recipient), ("sender", self.sender)):
            if party is not None:
                outcome = "reported" if party.standing == "eligible" else "refused"
                found += [_line(where, reason, outcome) for reason in party.reasons]
        found += [_line("rules", f.reason, f.outcome) for f in self.judgement.findings]
        for chain, reason in self.onchain.items():
            found.append(_line(chain, reason, "refused" if reason.code else "allowed"))
        return found


def _line(where: str, reason: Reason, outcome: str) -> dict[str, Any]:
    return {
        "where": where,
        "code": reason.code,
        "rule": reason.rule,
        "text": reason.text,
        "citation": reason.citation,
        "outcome": outcome,
    }


class Explainer:
    """Answers `check` for one asset.

    Args:
        evaluation: judges investors.
        rows: the source's rows, all of them: owners may stand anywhere.
        rules: the asset's rules.
        store: where the check is recorded.
        registries: chains to ask; the asset's tokens there.
        now: Unix seconds.
    """

    def __init__(
        self,
        evaluation: Evaluation,
        rows: list[RawRow],
        rules: AssetRules,
        store: Store,
        registries: Mapping[str, EvmRegistry],
        *,
        now: int,
    ) -> None:
        self._rules = rules
        self._store = store
        self._registries = registries
        self._now = now
        self._assessed = {a.evidence.investor.investor_id: a for a in evaluation.assess(rows)}

    def explain(
        self, investor: str, amount: int, sender: str | None = None, state: State = NOTHING_KNOWN
    ) -> Explanation:
        """Judges one purchase (or transfer from `sender`) and records the check.

        Args:
            investor: id in the source of who receives.
            amount: token units.
            sender: id in the source of who gives.
            state: holdings and counters, as far as known.

        Raises:
            ComplianceError: an investor is not in the source.
        """
        recipient = self._find(investor)
        giver = self._find(sender) if sender else None
        deal = self._rules.deal(
            recipient.profile, amount, self._now, giver.profile if giver else None, state
        )
        judgement = self._rules.judge(deal)
        onchain = self._ask_chains(recipient, giver, amount)
        explanation = Explanation(recipient, giver, judgement, onchain)
        policy = self._rules.policy
        self._store.put_asset(policy)
        details = {
            "code": judgement.code,
            "amount": str(amount),
            "findings": [[f.reason.code, f.outcome] for f in judgement.findings],
            "onchain": {chain: reason.code for chain, reason in onchain.items()},
        }
        result: Result = "passed" if explanation.allowed else "failed"
        key = recipient.evidence.key
        self._store.record([CheckRecord(key, policy.id, "rules", result, details)], self._now)
        return explanation

    def _find(self, investor: str) -> Assessment:
        found = self._assessed.get(investor)
        if found is None:
            reason = load_reasons()["InvestorUnknown"]
            raise ComplianceError(f"{reason.code} {reason.text}: {investor}")
        return found

    def _ask_chains(
        self, recipient: Assessment, giver: Assessment | None, amount: int
    ) -> dict[str, Reason]:
        reasons, answers = load_reasons(), {}
        for chain, registry in self._registries.items():
            token = self._rules.policy.tokens.get(chain)
            to = recipient.evidence.investor.wallets_on(chain)
            given = giver.evidence.investor.wallets_on(chain) if giver else [None]
            if token is None:
                continue
            if not to or not given:
                answers[chain] = reasons["WalletMissing"]
                continue
            answers[chain] = reasons.by_code(registry.preview(token, given[0], to[0], amount))
        return answers
