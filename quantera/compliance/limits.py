"""Reads the limits that are divided between the chains."""

from collections.abc import Iterable, Iterator, Mapping

from quantera.compliance.assets import AssetPolicy, compile_terms
from quantera.compliance.catalogue import JURISDICTIONS, load_classes
from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.errors import ComplianceError
from quantera.compliance.quotas import Allotment, Quota

_SUPPLY, _HOLDERS, _COUNTRY_HOLDERS, _CLASS_HOLDERS = range(4)
_CLASS_KEY_STEP = 16


def _limits(policy: AssetPolicy) -> Iterator[tuple[str, int, int]]:
    terms = compile_terms(policy.terms)
    if terms["supplyCap"] is not None:
        yield "SUPPLY", _SUPPLY, 0
    if terms["holderCap"] is not None:
        yield "HOLDERS", _HOLDERS, 0
    for country in terms["countryCaps"]:
        yield f"COUNTRY_HOLDERS:{country}", _COUNTRY_HOLDERS, country
    for jurisdiction, code in terms["classCaps"]:
        name = load_classes().name(JURISDICTIONS[jurisdiction], code)
        label = f"CLASS_HOLDERS:{JURISDICTIONS[jurisdiction]} {name}"
        yield label, _CLASS_HOLDERS, jurisdiction * _CLASS_KEY_STEP + code


def limit_of(policy: AssetPolicy, label: str) -> tuple[int, int]:
    """Number and key of a limit that a policy switches on, by the label of its quota.

    Raises:
        ComplianceError: the policy has no such limit.
    """
    for name, limit, key in _limits(policy):
        if name == label:
            return limit, key
    raise ComplianceError(f"{policy.symbol} has no limit {label}")


def read_quotas(
    policies: Iterable[AssetPolicy], registries: Mapping[str, EvmRegistry]
) -> list[Quota]:
    """Every limit that a policy switches on, with its parts on the chains that have the token.

    Raises:
        RegistryError: a chain cannot be reached or does not know the token.
    """
    quotas = []
    for policy in policies:
        for label, limit, key in _limits(policy):
            answers = {
                chain: registries[chain].allotment(token, limit, key)
                for chain, token in policy.tokens.items()
                if chain in registries
            }
            if answers:
                total = max(answer[0] for answer in answers.values())
                parts = {chain: Allotment(a[1], a[2]) for chain, a in answers.items()}
                quotas.append(Quota(policy.symbol, label, total, parts))
    return quotas
