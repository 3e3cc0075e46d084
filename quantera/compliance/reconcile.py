"""Compares the chains' registers with each other and the database, and limits with their parts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from quantera.compliance.chain.protocol import Snapshot
from quantera.compliance.quotas import Quota
from quantera.compliance.record import CONTENT_MASK, IDENTITY_MASK, differences


class Discrepancy(NamedTuple):
    """Something that should be equal and is not.

    `kind`: `differs` (records of one wallet), `missing` (on some chains only), `unknown`
    (an identity that the database never gave out), `quota`.
    """

    kind: str
    subject: str
    detail: str


def reconcile(
    snapshots: Sequence[Snapshot],
    known: AbstractSet[int],
    single: Iterable[tuple[str, str]],
    quotas: Iterable[Quota],
) -> list[Discrepancy]:
    """Every discrepancy, wallets first.

    Args:
        snapshots: every chain's register.
        known: identities that the database gave out.
        single: chain and wallet, for wallets that belong on certain chains alone.
        quotas: limits that are divided between the chains.
    """
    found: list[Discrepancy] = []
    only: dict[str, set[str]] = defaultdict(set)
    for chain, wallet in single:
        only[wallet].add(chain)
    for wallet in sorted({wallet for snapshot in snapshots for wallet in snapshot.records}):
        expected = only.get(wallet)
        words = {
            snapshot.chain: snapshot.records.get(wallet, 0)
            for snapshot in snapshots
            if expected is None or snapshot.chain in expected or wallet in snapshot.records
        }
        found += _compare(wallet, words, known)
    for quota in quotas:
        found += [Discrepancy("quota", quota.asset, fault) for fault in quota.faults()]
    return found


def _compare(wallet: str, words: dict[str, int], known: AbstractSet[int]) -> list[Discrepancy]:
    found = []
    strangers = [chain for chain, word in words.items() if word & IDENTITY_MASK not in known | {0}]
    if strangers:
        found.append(Discrepancy("unknown", wallet, f"identity on {', '.join(strangers)}"))
    missing = [chain for chain, word in words.items() if not word & IDENTITY_MASK]
    if missing and not strangers:
        found.append(Discrepancy("missing", wallet, f"not on {', '.join(missing)}"))
    (first, word), *others = [(c, w) for c, w in words.items() if w & IDENTITY_MASK]
    for chain, other in others:
        if (word ^ other) & CONTENT_MASK:
            fields = ", ".join(differences(word, other))
            found.append(Discrepancy("differs", wallet, f"{first} and {chain}: {fields}"))
    return found
