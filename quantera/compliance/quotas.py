"""Limits that are divided between chains: who has too much, who too little, what to move."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from quantera.compliance.errors import ComplianceError


class QuotaMove(NamedTuple):
    """Part of a limit's allotment to move from one chain to another, in the limit's unit."""

    asset: str
    limit: str
    source: str
    target: str
    amount: int


@dataclass(frozen=True, slots=True)
class Allotment:
    """One chain's part of a limit and how much of it is used."""

    allotted: int
    used: int


@dataclass(frozen=True, slots=True)
class Quota:
    """A limit over all chains.

    Attributes:
        asset: the asset's symbol.
        limit: the limit's name on-chain, with its key, such as `COUNTRY_HOLDERS:276`.
        total: global value.
        parts: allotment and use by chain.
    """

    asset: str
    limit: str
    total: int
    parts: Mapping[str, Allotment]

    def faults(self) -> list[str]:
        """What is wrong with it, in sentences; empty when allotments and uses are sound."""
        found = []
        allotted = sum(part.allotted for part in self.parts.values())
        if allotted > self.total:
            found.append(f"{self.asset} {self.limit}: allotted {allotted} of {self.total}")
        for chain, part in sorted(self.parts.items()):
            if part.used > part.allotted:
                found.append(
                    f"{self.asset} {self.limit}: {chain} uses {part.used} of {part.allotted}"
                )
        return found


def targets(quota: Quota) -> dict[str, int]:
    """Allotments that leave every chain its use and share the rest by use, at least equally small.

    The free part is shared in proportion to use plus one, rounded down; what rounding leaves goes
    to the chains in the order of their names. The sum never exceeds what is allotted now.

    Raises:
        ComplianceError: more is used than is allotted in all.
    """
    allotted = sum(part.allotted for part in quota.parts.values())
    used = sum(part.used for part in quota.parts.values())
    free = allotted - used
    if free < 0:
        raise ComplianceError(f"{quota.asset} {quota.limit}: {used} used of {allotted} allotted")
    weights = {chain: part.used + 1 for chain, part in sorted(quota.parts.items())}
    weight = sum(weights.values())
    shares = {chain: free * own // weight for chain, own in weights.items()}
    left = free - sum(shares.values())
    for chain in list(shares)[:left]:
        shares[chain] += 1
    return {chain: quota.parts[chain].used + share for chain, share in shares.items()}


def rebalance(quotas: Iterable[Quota], tolerance_percent: int = 20) -> list[QuotaMove]:
    """Moves that bring allotments to their targets, for quotas where a chain runs short.

    A quota is left alone while every chain's free part is at least `tolerance_percent` of its
    target's: moving costs a bridge message.
    """
    moves = []
    for quota in quotas:
        aims = targets(quota)
        short = any(
            (part.allotted - part.used) * 100 < (aims[chain] - part.used) * tolerance_percent
            for chain, part in quota.parts.items()
        )
        if short:
            moves += _moves(quota, aims)
    return moves


def _moves(quota: Quota, aims: Mapping[str, int]) -> list[QuotaMove]:
    surplus = {
        chain: part.allotted - aims[chain]
        for chain, part in sorted(quota.parts.items())
        if part.allotted > aims[chain]
    }
    moves = []
    for chain, part in sorted(quota.parts.items()):
        need = aims[chain] - part.allotted
        for giver in list(surplus):
            if need <= 0:
                break
            amount = min(need, surplus[giver])
            moves.append(QuotaMove(quota.asset, quota.limit, giver, chain, amount))
            need -= amount
            surplus[giver] -= amount
            if not surplus[giver]:
                del surplus[giver]
    return moves
