"""The difference between what the evidence says and what one chain's registry holds."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter

from quantera.compliance.chain.protocol import FeeQuote, Snapshot
from quantera.compliance.costs import Costs, estimate
from quantera.compliance.desired import Desired
from quantera.compliance.eligibility import Standing
from quantera.compliance.plan import ROW_KINDS, ChainPlan, Dealt, Refusal, Row, RowKind, by_agent
from quantera.compliance.record import (
    CONTENT_MASK,
    FLAG_SANCTIONS_HOLD,
    HOLD_BIT,
    IDENTITY_MASK,
    VALID_UNTIL_MASK,
    valid_until_of,
    with_flags,
    with_valid_until,
)
from quantera.compliance.terms import terms_differences, until_of

_ORDER = {kind: place for place, kind in enumerate(ROW_KINDS)}


def _wanted_word(old: int, record: int, standing: Standing, now: int, *, release: bool) -> int:
    """What a registered wallet's record should become."""
    if standing == "eligible":
        return record if release else record | (old & HOLD_BIT)
    if standing == "held":
        # The rest of a held record is left as it was: evidence that is missing ends nothing here.
        return with_flags(old, FLAG_SANCTIONS_HOLD)
    if standing == "lapsed" and valid_until_of(old) > now:
        return with_valid_until(old, now)
    return old


def _kind(old: int, new: int) -> RowKind:
    if old & HOLD_BIT and not new & HOLD_BIT:
        return "release"
    if new & HOLD_BIT and not old & HOLD_BIT:
        return "hold"
    if (old ^ new) & CONTENT_MASK & ~VALID_UNTIL_MASK == 0:
        return "renewal" if valid_until_of(new) > valid_until_of(old) else "expiry"
    return "change"


def _endings(
    wallets: Sequence[str],
    snapshot: Snapshot,
    now: int,
    holders: Callable[[Iterable[str]], set[str]],
) -> Iterator[Row]:
    """Wallets that no investor names any more are taken out; one that still holds only ends."""
    holding = holders(wallets) if wallets else set()
    for wallet in wallets:
        old = snapshot.records[wallet]
        if wallet not in holding:
            yield Row("removal", wallet, old, 0)
        elif valid_until_of(old) > now:
            yield Row("expiry", wallet, old, with_valid_until(old, now) & CONTENT_MASK)


def _dealt(desired: Desired, snapshot: Snapshot) -> Iterator[Dealt]:
    """What investors who are to have headroom anywhere have been given on this chain."""
    words = (item for own in desired.terms.values() for item in own.items())
    wanted = {key[1] for key, word in words if until_of(word)}
    for (token, identity), given in sorted(snapshot.grants.items()):
        if identity in wanted:
            for (place, until), amount in sorted(given.items()):
                yield Dealt(token.lower(), identity, place, until, amount)


def difference(
    desired: Desired,
    snapshot: Snapshot,
    fees: FeeQuote,
    now: int,
    *,
    known: frozenset[int] | set[int],
    holders: Callable[[Iterable[str]], set[str]],
    costs: Costs,
    horizon: int = 0,
    release: bool = False,
) -> ChainPlan:
    """What one chain's registry lacks.

    Args:
        desired: what the evidence amounts to.
        snapshot: the chain's register.
        fees: what gas costs there.
        now: Unix seconds.
        known: identities that this register has given out; others are left alone.
        holders: function from wallets to those of them that hold a token.
        costs: gas figures.
        horizon: seconds ahead within which an end of validity is announced.
        release: whether holds that the evidence no longer asks for are lifted; an officer may have
            set them for reasons that are not in the evidence.
    """
    rows: list[Row] = []
    conflicts: list[Refusal] = []
    lapsing: list[tuple[str, int]] = []
    wallets = dict(desired.on(snapshot.chain))
    registered, ahead = snapshot.records.get, now + horizon
    for wallet, (record, standing) in wallets.items():
        old = registered(wallet, 0)
        if standing == "eligible" and not (old ^ record) & CONTENT_MASK:
            if now <= valid_until_of(old) < ahead:
                lapsing.append((wallet, valid_until_of(old)))
            continue
        if not old & IDENTITY_MASK:
            if standing == "eligible":
                rows.append(Row("add", wallet, 0, record))
            continue
        if (old ^ record) & IDENTITY_MASK:
            conflicts.append(Refusal(wallet, "registered for another identity"))
            continue
        new = _wanted_word(old, record, standing, now, release=release)
        if (old ^ new) & CONTENT_MASK:
            rows.append(Row(_kind(old, new), wallet, old, new & CONTENT_MASK))
        elif now <= valid_until_of(old) < ahead:
            lapsing.append((wallet, valid_until_of(old)))
    others = [wallet for wallet in snapshot.records if wallet not in wallets]
    extra = [wallet for wallet in others if snapshot.records[wallet] & IDENTITY_MASK in known]
    foreign = sum(snapshot.records[wallet] & IDENTITY_MASK != 0 for wallet in others) - len(extra)
    rows += _endings(extra, snapshot, now, holders)
    for identity, word in desired.evidence.items():
        before = snapshot.evidence.get(identity, 0)
        if before != word:
            rows.append(Row("evidence", f"0x{identity:040x}", before, word))
    own = desired.terms.get(snapshot.chain, {})
    tokens = {
        a.tokens[snapshot.chain].lower() for a in desired.assets if snapshot.chain in a.tokens
    }
    ours = {key: words for key, words in snapshot.terms.items() if key[0] in tokens}
    rows += (Row("terms", *changed) for changed in terms_differences(own, ours, desired.evidence))
    rows.sort(key=itemgetter(1))
    rows.sort(key=lambda row: _ORDER[row.kind] << 1 | by_agent(row))
    gas, fee, transactions = estimate(rows, fees, costs)
    return ChainPlan(
        chain=snapshot.chain,
        block=snapshot.block,
        rows=tuple(rows),
        lapsing=tuple(sorted(lapsing)),
        conflicts=tuple(conflicts),
        foreign=foreign,
        gas=gas,
        fee=fee,
        transactions=transactions,
        dealt=tuple(_dealt(desired, snapshot)),
    )
