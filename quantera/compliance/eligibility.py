"""What an investor's evidence amounts to: the record to write on-chain, and the checks behind it.

The order is that of SPEC's compliance engine: KYC, sanctions, classes, geography; limits and the
asset's own rules are judged per asset in `engine`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal
from uuid import UUID

from quantera.compliance.catalogue import (
    JURISDICTIONS,
    Reason,
    Reasons,
    Screening,
    load_classes,
    load_packs,
    load_reasons,
    load_screening,
)
from quantera.compliance.evidence import whole_day
from quantera.compliance.investor import Investor
from quantera.compliance.kyc.provider import KycResult
from quantera.compliance.moments import DAY, add_days
from quantera.compliance.record import (
    FLAG_CUSTODIAN,
    FLAG_DISTRIBUTOR,
    FLAG_HIGH_RISK,
    FLAG_SANCTIONS_HOLD,
    FLAG_US_PERSON,
    pack_record,
)
from quantera.compliance.rules.deal import Profile
from quantera.compliance.sanctions.entry import SanctionsList
from quantera.compliance.sanctions.ownership import OwnedByListed
from quantera.compliance.sanctions.screening import Match, Screener, Subject
from quantera.compliance.store.checks import CheckRecord, Result

Standing = Literal["eligible", "held", "lapsed", "undecided"]
"""What is to become of the record: written, written with a hold, ended, or left as it is."""

_WRITTEN_REPRESENTATION = "written-representation"
_LOWEST_CLASS = 1
_UNTIL_FURTHER_NOTICE = (1 << 40) - 1


@dataclass(slots=True)
class Evidence:
    """All that is known of one investor before it is judged.

    Attributes:
        investor: the source's row.
        key: the investor in the database.
        identity: 160-bit identity on the chains.
        kyc: the provider's answer; None when the provider does not know the reference.
        kyc_answered: False when the provider could not be asked.
        matches: sanctions matches.
        owned: lists on which listed owners make the investor listed.
    """

    investor: Investor
    key: UUID
    identity: int
    kyc: KycResult | None
    kyc_answered: bool
    matches: Sequence[Match]
    owned: Sequence[OwnedByListed] = ()


@dataclass(slots=True)
class Assessment:
    """The judgement on one investor.

    Attributes:
        evidence: what it rests on.
        standing: what is to become of the record.
        profile: the attested facts, for the rules.
        reasons: why it is not plainly eligible, by code.
        checks: rows for `compliance_checks`.
    """

    evidence: Evidence
    standing: Standing
    profile: Profile
    reasons: tuple[Reason, ...]
    checks: tuple[CheckRecord, ...]

    def record(self, attester: int = 0) -> int:
        """The packed on-chain record."""
        p = self.profile
        flags = (
            (FLAG_US_PERSON if p.us_person else 0)
            | (FLAG_SANCTIONS_HOLD if p.sanctions_hold else 0)
            | (FLAG_HIGH_RISK if p.high_risk else 0)
            | (FLAG_DISTRIBUTOR if p.distributor else 0)
            | (FLAG_CUSTODIAN if p.custodian else 0)
        )
        return pack_record(p.identity, p.residence, p.valid_until, p.classes, flags, attester)


@dataclass(frozen=True, slots=True)
class EligibilityPolicy:
    """What the issuer decides about standing.

    Attributes:
        required_lists: sanctions lists without which nobody is judged.
        sanctioned_countries: ISO 3166-1 numeric codes under comprehensive sanctions.
        hold_on_review: whether a possible match holds a wallet until an officer clears it.
    """

    required_lists: tuple[str, ...] = ("OFAC", "EU", "UK", "UN")
    sanctioned_countries: frozenset[int] = frozenset()
    hold_on_review: bool = True


class Assessor:
    """Judges investors at one moment against one set of sanctions lists.

    Args:
        policy: the issuer's decisions.
        screener: index over the sanctions lists.
        now: Unix seconds.
        reviews: officers' decisions on possible matches, by investor, list and entry.
    """

    def __init__(
        self,
        policy: EligibilityPolicy,
        screener: Screener,
        now: int,
        reviews: Mapping[tuple[UUID, str, str], str],
    ) -> None:
        self._policy = policy
        self._screener = screener
        self._now = now
        self._reviews = reviews
        self._reasons: Reasons = load_reasons()
        self._screening: Screening = load_screening()
        self._classes = {
            table.id: {entry.name: entry.code for entry in table.classes}
            for table in load_classes().jurisdictions
        }
        self._packs = load_packs().by_country
        self._stale = self._stale_lists(screener.lists)
        self._versions = {content.list_id: content.digest[:16] for content in screener.lists}
        # What most checks say is one object, so that a store converts it once.
        self._of_kyc = cache(_codes)
        self._of_classes = cache(_of_classes)
        self._of_residence = cache(_of_residence)
        self._clean: Mapping[str, Any] = {"lists": self._versions}

    def _stale_lists(self, lists: Iterable[SanctionsList]) -> tuple[str, ...]:
        present = {content.list_id: content.published_at for content in lists}
        stale = []
        for name in self._policy.required_lists:
            published = present.get(name)
            limit = self._screening.by_id[name].max_age_days
            if published is None or self._now >= add_days(published, limit):
                stale.append(name)
        return tuple(stale)

    def screen(self, investor: Investor) -> list[Match]:
        """Sanctions matches of one investor."""
        born = investor.birth_date
        return self._screener.screen(
            Subject(
                names=(investor.name, *investor.aliases),
                individual=investor.kind == "individual",
                birth_year=None if born is None else born.year,
                documents=investor.documents,
                wallets=tuple(wallet.address for wallet in investor.wallets),
            )
        )

    def screen_name(self, name: str) -> list[Match]:
        """Sanctions matches of an owner known by name alone."""
        return self._screener.screen(Subject(names=(name,), individual=False)) + (
            self._screener.screen(Subject(names=(name,), individual=True))
        )

    def listed_on(self, key: UUID | None, matches: Iterable[Match]) -> list[str]:
        """Lists on which a decisive or confirmed match puts somebody, cleared ones left out."""
        lists = []
        for match in matches:
            word = key and self._reviews.get((key, match.list_id, match.reference))
            if word == "confirmed" or (match.decisive and word != "cleared"):
                lists.append(match.list_id)
        return list(dict.fromkeys(lists))

    def assess(self, evidence: Evidence) -> Assessment:
        """Judges one investor."""
        key, checks, reasons = evidence.key, [], []
        undecided = held = lapsed = False

        kyc_reason, kyc_result = self._kyc(evidence)
        if kyc_reason is not None:
            reasons.append(kyc_reason)
            undecided = kyc_result == "undecided"
            lapsed = not undecided
        said = self._of_kyc() if kyc_reason is None else self._of_kyc(kyc_reason.code)
        checks.append(CheckRecord(key, None, "kyc", kyc_result, said))

        listed, pending = self._sanctions(evidence)
        stale = self._stale and [self._reasons["SanctionsListStale"]]
        held = bool(listed) or (bool(pending) and self._policy.hold_on_review)
        undecided = undecided or bool(stale)
        found = [*listed, *pending, *(stale or [])]
        result: Result = (
            "failed" if listed else "review" if pending else "undecided" if stale else "passed"
        )
        said = self._clean
        if found or evidence.matches or evidence.owned:
            said = self._sanction_details(evidence, found)
        checks.append(CheckRecord(key, None, "sanctions", result, said))
        reasons += found

        classes, downgraded, until = self._classify(evidence.investor)
        if downgraded:
            reasons.append(self._reasons["ClassEvidenceExpired"])
        said = self._of_classes(classes)
        if downgraded:
            said = {**said, "downgraded": downgraded}
        checks.append(CheckRecord(key, None, "classification", "passed", said))

        residence = evidence.investor.residence
        banned = residence in self._policy.sanctioned_countries
        if banned:
            reasons.append(self._reasons["SanctionedCountry"])
            held = True
        said = self._of_residence(residence)
        outcome: Result = "failed" if banned else "passed"
        checks.append(CheckRecord(key, None, "geography", outcome, said))

        standing: Standing = "eligible"
        if held:
            standing = "held"
        elif undecided:
            standing = "undecided"
        elif lapsed:
            standing = "lapsed"
        profile = self._profile(evidence, classes, until, held)
        return Assessment(evidence, standing, profile, tuple(dict.fromkeys(reasons)), tuple(checks))

    def _kyc(self, evidence: Evidence) -> tuple[Reason | None, Result]:
        if not evidence.kyc_answered:
            return self._reasons["KycUnavailable"], "undecided"
        kyc = evidence.kyc
        if kyc is None:
            return self._reasons["KycMissing"], "failed"
        if kyc.status == "pending":
            return self._reasons["KycPending"], "review"
        if kyc.status == "rejected":
            return self._reasons["KycRejected"], "failed"
        if kyc.valid_until is None or self._now >= kyc.valid_until:
            return self._reasons["KycExpired"], "failed"
        return None, "passed"

    def _sanctions(self, evidence: Evidence) -> tuple[list[Reason], list[Reason]]:
        if not evidence.matches and not evidence.owned:
            return [], []
        lists = self.listed_on(evidence.key, evidence.matches)
        listed = [self._reasons[self._screening.by_id[name].reason] for name in lists]
        if evidence.owned:
            listed.append(self._reasons["SanctionsOwnership"])
        for match in evidence.matches:
            word = self._reviews.get((evidence.key, match.list_id, match.reference))
            if not match.decisive and word is None:
                return listed, [self._reasons["SanctionsReview"]]
        return listed, []

    def _sanction_details(self, evidence: Evidence, found: list[Reason]) -> dict[str, Any]:
        details: dict[str, Any] = {
            "lists": self._versions,
            **_codes(*(reason.code for reason in found)),
        }
        if evidence.matches:
            details["matches"] = [
                {"list": m.list_id, "entry": m.reference, "score": m.score, "by": m.by}
                for m in evidence.matches
            ]
        if evidence.owned:
            details["owned"] = [
                {"list": o.list_id, "percent": str(o.percent)} for o in evidence.owned
            ]
        if self._stale:
            details["stale"] = list(self._stale)
        return details

    def _classify(
        self, investor: Investor
    ) -> tuple[tuple[int, int, int, int, int], list[str], int]:
        codes = [0, 0, 0, 0, 0]
        downgraded: list[str] = []
        until = _UNTIL_FURTHER_NOTICE
        for jurisdiction, evidence in investor.classes.items():
            code = self._classes[jurisdiction][evidence.category]
            end = evidence.valid_until
            if end is not None and code > _LOWEST_CLASS:
                if self._now >= end:
                    code = _LOWEST_CLASS
                    downgraded.append(jurisdiction)
                else:
                    until = min(until, end)
            codes[JURISDICTIONS.index(jurisdiction)] = code
        us, eu, uk, sg, jp = codes
        return (us, eu, uk, sg, jp), downgraded, until

    def _profile(
        self, evidence: Evidence, classes: tuple[int, int, int, int, int], until: int, held: bool
    ) -> Profile:
        investor, kyc = evidence.investor, evidence.kyc
        valid = kyc is not None and kyc.status == "approved"
        end = kyc.valid_until if kyc is not None and valid else 0
        by_class = investor.classes
        us = by_class.get("US")
        verified = []
        for name in JURISDICTIONS:
            entry = by_class.get(name)
            verified.append(None if entry is None else whole_day(entry.verified_at))
        return Profile(
            investor_id=investor.investor_id,
            identity=evidence.identity,
            residence=investor.residence,
            pack=self._packs.get(investor.residence),
            valid_until=min(end or 0, until),
            verified_at=whole_day(kyc.verified_at) if kyc is not None and valid else None,
            classes=classes,
            class_verified_at=tuple(verified),
            written_representation=us is not None and us.method == _WRITTEN_REPRESENTATION,
            us_person=investor.us_person,
            sanctions_hold=held,
            high_risk=investor.high_risk or (kyc is not None and kyc.risk == "high"),
            distributor=investor.distributor,
            custodian=investor.custodian,
            holding_vehicle=investor.holding_vehicle,
            appropriateness_at={k: v - v % DAY for k, v in investor.appropriateness_at.items()},
            requested_at=investor.requested_at,
            opted_in_at=whole_day(investor.opted_in_at),
            foreign_notification_at=investor.foreign_notification_at,
            headroom={k: (v.amount, v.attested_at) for k, v in investor.headroom.items()},
            affiliate_of=frozenset(investor.affiliate_of),
            insider_of=frozenset(investor.insider_of),
        )

    def with_owners(self, assessment: Assessment, owned: Sequence[OwnedByListed]) -> Assessment:
        """The same investor judged again, now that listed owners are known."""
        return self.assess(replace(assessment.evidence, owned=tuple(owned)))


def _codes(*codes: int) -> Mapping[str, Any]:
    return {"codes": list(codes)} if codes else {}


def _of_classes(classes: tuple[int, ...]) -> Mapping[str, Any]:
    return {"classes": list(classes)}


def _of_residence(residence: int) -> Mapping[str, Any]:
    return {"residence": residence}
