"""What the evidence of all investors amounts to, as the words that chains hold."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from quantera.compliance.eligibility import Assessment, Standing
from quantera.compliance.evidence import pack_evidence
from quantera.compliance.headroom import Grants, Place
from quantera.compliance.plan import Refusal
from quantera.compliance.terms import AssetTerms, TermsKey


@dataclass(slots=True)
class Desired:
    """What the evidence of all investors amounts to, kept small: words, not objects.

    Attributes:
        everywhere: identity's record and standing by wallet, for wallets used on all chains.
        only: the same per chain, for wallets named for one chain.
        evidence: evidence word by identity.
        assets: assets whose terms with investors are written.
        grants: headroom that the chains have given out already.
        terms: word by token and identity, per chain; where the evidence says something.
        refused: investors that are not written, with why.
        standings: how many investors have which standing.
    """

    everywhere: dict[str, tuple[int, Standing]] = field(default_factory=dict)
    only: dict[str, dict[str, tuple[int, Standing]]] = field(default_factory=dict)
    evidence: dict[int, int] = field(default_factory=dict)
    assets: tuple[AssetTerms, ...] = ()
    grants: Grants = field(default_factory=Grants)
    terms: dict[str, dict[TermsKey, int]] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    standings: Counter[str] = field(default_factory=Counter)

    def add(self, assessment: Assessment) -> None:
        """Takes one investor in."""
        standing = assessment.standing
        investor = assessment.evidence.investor
        wanted = (assessment.record(), standing)
        for chain, address in investor.wallets:
            place = self.everywhere if chain is None else self.only.setdefault(chain, {})
            place[address] = wanted
        if standing == "eligible":
            self.evidence[assessment.profile.identity] = pack_evidence(assessment.profile)
        else:
            codes = ", ".join(f"{r.code} {r.text}" for r in assessment.reasons)
            self.refused.append(Refusal(investor.investor_id, codes))
        self._add_terms(assessment)
        self.standings[standing] += 1

    def _add_terms(self, assessment: Assessment) -> None:
        investor, profile = assessment.evidence.investor, assessment.profile
        if not (profile.headroom or profile.affiliate_of or profile.insider_of):
            return
        eligible, places = assessment.standing == "eligible", []
        for asset in self.assets:
            flags, attested = asset.flags(profile), asset.attested(profile, eligible=eligible)
            for chain, token in asset.tokens.items():
                key = token.lower(), profile.identity
                if flags:
                    self.terms.setdefault(chain, {})[key] = flags
                if attested is not None and investor.wallets_on(chain):
                    places.append(Place(chain, token.lower(), attested))
        shares = self.grants.shares(profile.identity, places)
        for (chain, token, attested), share in zip(places, shares, strict=True):
            if share:
                own = self.terms.setdefault(chain, {})
                key = token, profile.identity
                own[key] = own.get(key, 0) | attested._replace(amount=share).word()

    def on(self, chain: str) -> Iterable[tuple[str, tuple[int, Standing]]]:
        """Wallets of one chain; one named for the chain wins over the same one named for all."""
        own = self.only.get(chain)
        if own is None:
            return self.everywhere.items()
        return {**self.everywhere, **own}.items()
