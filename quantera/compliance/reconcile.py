"""Compares the chains' registers with each other and the database, and limits with their parts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from quantera.compliance.assets import AssetPolicy
from quantera.compliance.chain.protocol import Snapshot
from quantera.compliance.quotas import Quota
from quantera.compliance.record import CONTENT_MASK, IDENTITY_MASK, differences
from quantera.compliance.terms import FLAGS


class Discrepancy(NamedTuple):
    """Something that should be equal and is not.

    `kind`: `differs` (records of one wallet), `missing` (on some chains only), `unknown`
    (an identity that the database never gave out), `evidence` and `terms` (of one identity, on some
    chains only or not alike; headroom is spent on each chain and not compared), `quota`.
    """

    kind: str
    subject: str
    detail: str


def reconcile(
    snapshots: Sequence[Snapshot],
    known: AbstractSet[int],
    single: Iterable[tuple[str, str]],
    quotas: Iterable[Quota],
    assets: Iterable[AssetPolicy] = (),
) -> list[Discrepancy]:
    """Every discrepancy, wallets first.

    Args:
        snapshots: every chain's register.
        known: identities that the database gave out.
        single: chain and wallet, for wallets that belong on certain chains alone.
        quotas: limits that are divided between the chains.
        assets: whose tokens' terms with investors are compared.
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
    found += _evidence(snapshots, known)
    for asset in assets:
        found += _terms(asset, snapshots, known)
    for quota in quotas:
        found += [Discrepancy("quota", quota.asset, fault) for fault in quota.faults()]
    return found


def _evidence(snapshots: Sequence[Snapshot], known: AbstractSet[int]) -> list[Discrepancy]:
    identities = {identity for snapshot in snapshots for identity in snapshot.evidence} & known
    found = []
    for identity in sorted(identities):
        words = {s.chain: s.evidence.get(identity, 0) for s in snapshots}
        if len(set(words.values())) > 1:
            detail = ", ".join(f"{chain} {word:#x}" for chain, word in words.items())
            found.append(Discrepancy("evidence", f"0x{identity:040x}", detail))
    return found


def _terms(
    asset: AssetPolicy, snapshots: Sequence[Snapshot], known: AbstractSet[int]
) -> list[Discrepancy]:
    flags: dict[int, dict[str, int]] = defaultdict(dict)
    tokens = {chain: token.lower() for chain, token in asset.tokens.items()}
    for snapshot in snapshots:
        for (token, identity), words in snapshot.terms.items():
            if token == tokens.get(snapshot.chain) and identity in known:
                flags[identity][snapshot.chain] = words[-1] & FLAGS
    found = []
    for identity, by_chain in sorted(flags.items()):
        own = {s.chain: by_chain.get(s.chain, 0) for s in snapshots if s.chain in tokens}
        if len(set(own.values())) > 1:
            detail = ", ".join(f"{chain} {word:#x}" for chain, word in own.items())
            found.append(Discrepancy("terms", f"{asset.symbol} 0x{identity:040x}", detail))
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
