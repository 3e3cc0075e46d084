"""An asset at the bridge of one chain: its terms, its counterparts on other chains, its limits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quantera.access import LocalRole, Role
from quantera.assets.bridge_terms import AssetBridge, Bucket, Limited
from quantera.release.arguments import function_of
from quantera.release.blueprint import BRIDGE
from quantera.release.bridge_request import PROTOCOLS
from quantera.release.conditions import Condition, view_is
from quantera.release.managed import Managed

_LANE_OUT, _LANE_IN, _PROTOCOL_IN = range(3)
_SET_ASSET = "setAsset(address,(bool,bool,uint8,uint24,uint8,uint96,uint96))"
_SET_REMOTE = "setRemoteAsset(uint256,address,address)"
_RAISE = "raiseLimit(uint8,address,uint256,uint104,uint16)"
_SET_FEED = "setUsdFeed(address,address,uint32)"
GRANT = "grantLocalRole(uint8,address)"
ROLE = Role.BRIDGE_ADMIN
_THOUSAND = 1_000
_KNOWN_WORDS = (0, 2, 8)
"""Of what the bridge tells of an asset: regulated, shared decimals, listed."""
_LIMIT_WORDS = (0, 1)
"""Capacity and period; what is left of it changes with use."""


@dataclass(frozen=True)
class BridgedAsset:
    """One asset, the same on every chain.

    Attributes:
        bridge: address of the bridge.
        token: address of the asset.
        decimals: of the token, and of amounts in messages.
        keeps_lots: whether its lots go along.
        terms: what the issuer asks for.
        limits: with everything that the issuer left open.
    """

    bridge: str
    token: str
    decimals: int
    keeps_lots: bool
    terms: AssetBridge
    limits: Limited

    def listing(self, delay: int, chain: str) -> Iterator[Managed]:
        """Calls that list the asset on a chain that it comes to.

        Args:
            delay: seconds that the sender's calls wait.
            chain: its name.
        """
        yield self._call(delay, _SET_ASSET, self.token, self._listed())
        for protocol in range(len(PROTOCOLS)):
            yield self._raising(delay, _PROTOCOL_IN, protocol, self.limits.protocol)
        if feed := self.terms.feeds.get(chain):
            yield self._call(delay, _SET_FEED, self.token, feed.address, feed.max_age)

    def connecting(self, delay: int, others: Sequence[int]) -> Iterator[Managed]:
        """Calls that name its counterparts, with the lanes' limits.

        Args:
            delay: seconds that the sender's calls wait.
            others: ids of the other chains.
        """
        for chain_id in others:
            yield self._call(delay, _SET_REMOTE, chain_id, self.token, self.token)
            for kind in (_LANE_OUT, _LANE_IN):
                yield self._raising(delay, kind, chain_id, self.limits.lane)

    def listed(self, chain: str) -> Iterator[Condition]:
        """What holds once it is listed."""
        answer = (self._listed(), self.decimals, True, False)
        yield self._view("assetOf(address)", (self.token,), answer)
        for protocol in range(len(PROTOCOLS)):
            yield self._limit(_PROTOCOL_IN, protocol, self.limits.protocol)
        if feed := self.terms.feeds.get(chain):
            yield self._view("usdFeedOf(address)", (self.token,), (feed.address, feed.max_age))

    def known(self) -> Condition:
        """That a chain lists it, whatever its limits have become since."""
        function = function_of(BRIDGE, "assetOf(address)")
        answer = (self._listed(), self.decimals, True, False)
        says = "the bridge lists the asset with these decimals"
        return view_is(self.bridge, function, (self.token,), answer, says, words=_KNOWN_WORDS)

    def connected(self, others: Sequence[int]) -> Iterator[Condition]:
        """What holds once its counterparts are named."""
        for chain_id in others:
            asked = (chain_id, self.token)
            yield self._view("chainAssetRegistry(uint256,address)", asked, (self.token,))
            yield self._view("localAssetOf(uint256,address)", asked, (self.token,))
            for kind in (_LANE_OUT, _LANE_IN):
                yield self._limit(kind, chain_id, self.limits.lane)

    def admitted(self, token: str) -> Condition:
        """That the bridge may mint and burn the asset.

        Args:
            token: the token's contract, by the name of its ABI.
        """
        has = function_of(token, "hasLocalRole(uint8,address)")
        asked = (LocalRole.BRIDGE, self.bridge)
        return view_is(self.token, has, asked, (True,), "the bridge is BRIDGE of the token")

    def _listed(self) -> tuple[Any, ...]:
        return (
            True,
            self.keeps_lots,
            self.decimals,
            self.terms.credit_gas,
            self.terms.gas_per_lot // _THOUSAND,
            self.limits.attest_from,
            self.limits.delay_from,
        )

    def _call(self, delay: int, signature: str, *arguments: Any) -> Managed:
        function = function_of(BRIDGE, signature)
        says = f"{BRIDGE}.{function.name}"
        return Managed(self.bridge, function.encode(arguments), delay, says)

    def _raising(self, delay: int, kind: int, key: int, bucket: Bucket) -> Managed:
        return self._call(delay, _RAISE, kind, self.token, key, bucket.capacity, bucket.minutes)

    def _view(self, signature: str, asked: Sequence[Any], answer: Sequence[Any]) -> Condition:
        function = function_of(BRIDGE, signature)
        told = ", ".join(str(one) for one in asked if one != self.token)
        says = f"{BRIDGE}.{function.name} of the token{told and f' ({told})'}"
        return view_is(self.bridge, function, asked, answer, says)

    def _limit(self, kind: int, key: int, bucket: Bucket) -> Condition:
        function = function_of(BRIDGE, "limitOf(uint8,address,uint256)")
        word = ("to", "from", "over protocol")[kind]
        answer = (bucket.capacity, bucket.minutes, 0)
        says = f"the token's limit {word} {key}"
        asked = (kind, self.token, key)
        return view_is(self.bridge, function, asked, answer, says, words=_LIMIT_WORDS)
