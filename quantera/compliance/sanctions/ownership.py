"""Bodies that count as listed because listed persons own or control them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from quantera.compliance.catalogue import ListParameters


@dataclass(frozen=True, slots=True)
class Share:
    """`owner` holds `percent` of `owned`; both are keys of the caller's choosing."""

    owner: str
    owned: str
    percent: Decimal
    control: bool = False


@dataclass(frozen=True, slots=True)
class OwnedByListed:
    """A body counts as listed on `list_id`: `percent` by `owners` together, or by their control."""

    owned: str
    list_id: str
    percent: Decimal
    owners: tuple[str, ...]
    controlled: bool


def _over(percent: Decimal, parameters: ListParameters) -> bool:
    threshold = parameters.ownership_percent
    return percent >= threshold if parameters.inclusive else percent > threshold


def _judge(owned: str, held: list[Share], parameters: ListParameters) -> OwnedByListed | None:
    controlled = parameters.control and any(share.control for share in held)
    percents = [share.percent for share in held]
    percent = sum(percents, Decimal(0)) if parameters.aggregate else max(percents)
    if not controlled and not _over(percent, parameters):
        return None
    owners = tuple(sorted({share.owner for share in held}))
    return OwnedByListed(owned, parameters.id, percent, owners, controlled)


def owned_by_listed(
    shares: Iterable[Share],
    listed: Mapping[str, Iterable[str]],
    parameters: Iterable[ListParameters],
) -> list[OwnedByListed]:
    """Bodies owned or controlled by listed persons, list by list, sorted by body and list.

    A body that counts as listed passes that on to what it owns, in full, as the 50 % rule has it.

    Args:
        shares: who owns what.
        listed: list ids on which each key is listed itself.
        parameters: threshold, aggregation and control of each list.
    """
    by_owned: dict[str, list[Share]] = defaultdict(list)
    by_owner: dict[str, list[str]] = defaultdict(list)
    for share in shares:
        by_owned[share.owned].append(share)
        by_owner[share.owner].append(share.owned)
    results = []
    for rules in parameters:
        direct = {key for key, ids in listed.items() if rules.id in ids}
        counted = set(direct)
        open_keys = list(direct)
        while open_keys:
            for owned in by_owner.get(open_keys.pop(), ()):
                if owned in counted:
                    continue
                held = [share for share in by_owned[owned] if share.owner in counted]
                if _judge(owned, held, rules):
                    counted.add(owned)
                    open_keys.append(owned)
        for owned in counted - direct:
            held = [share for share in by_owned[owned] if share.owner in counted]
            verdict = _judge(owned, held, rules)
            if verdict:
                results.append(verdict)
    return sorted(results, key=lambda item: (item.owned, item.list_id))
