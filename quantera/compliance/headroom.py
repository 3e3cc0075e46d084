"""How an attested headroom is dealt out to tokens and chains, which together never exceed it.

No chain knows what is bought on another, and no token what is bought of another, so an attestation
is dealt out once: every token whose packs ask for a headroom, on every chain where the investor has
a wallet, gets an equal share, rounded down. A token or chain that joins later gets an equal part of
what was never dealt out, which is nothing but the rounding until a new attestation is dealt out
anew. What a place was given stays its own even when the investor leaves it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from quantera.compliance.chain.protocol import Snapshot
from quantera.compliance.terms import Attested


class Place(NamedTuple):
    """One token on one chain (token in lower case), and what was attested in its terms."""

    chain: str
    token: str
    attested: Attested


Given = Mapping[tuple[str, str], Mapping[tuple[int, int], int]]
"""By chain and token: what was given out at first, by jurisdiction and end of the attestation."""


class Grants:
    """What the registries of all chains have given out, by investor.

    Args:
        snapshots: one per chain.
    """

    def __init__(self, snapshots: Iterable[Snapshot] = ()) -> None:
        self._by_identity: dict[int, dict[tuple[str, str], Mapping[tuple[int, int], int]]] = {}
        for snapshot in snapshots:
            for (token, identity), given in snapshot.grants.items():
                self._by_identity.setdefault(identity, {})[snapshot.chain, token] = given

    def shares(self, identity: int, places: Sequence[Place]) -> list[int]:
        """What each place may have given out in all, 8 decimals, in the order of the places.

        An amount that was corrected downwards under the same date lowers every place's share
        in proportion.

        Args:
            identity: the investor.
            places: where it can spend; one jurisdiction and one attested amount.
        """
        if not places:
            return []
        given = self._by_identity.get(identity, {})
        amount = places[0].attested.amount
        ends = {(place.attested.place, place.attested.until) for place in places}
        dealt = sum(given[where][end] for where in given for end in ends & given[where].keys())
        own = [_own(given, place) for place in places]
        fresh = own.count(None)
        share = max(0, amount - dealt) // fresh if fresh else 0
        lowered = [_lowered(part, amount, dealt) for part in own]
        return [share if part is None else part for part in lowered]


def _own(given: Given, place: Place) -> int | None:
    attested = place.attested
    return given.get((place.chain, place.token), {}).get((attested.place, attested.until))


def _lowered(part: int | None, amount: int, dealt: int) -> int | None:
    return part if part is None or dealt <= amount else part * amount // dealt
