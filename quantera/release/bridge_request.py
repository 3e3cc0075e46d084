"""What people decide about the bridge of a release: protocols, lanes, and where they run.

bridge:
  protocols: [ccip, wormhole, axelar]
  lane: {delay: 86400}
chains:
  ethereum: {}
  elsewhere:
    bridge: {ccip: {contract: "0x…", number: 7}, …}
"""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from quantera.chains import Address
from quantera.deployments import Slug

ProtocolName = Literal["ccip", "layerzero", "wormhole", "axelar"]
PROTOCOLS: tuple[ProtocolName, ...] = ("ccip", "layerzero", "wormhole", "axelar")
"""In the order of the bridge's enumeration."""
LEAST_PROTOCOLS = 2
"""From the assets' thresholds on, and for every delivery, one protocol's word is not enough."""
LEAST_VERIFIERS = 2
_DAY = 86_400
_MOST_DELAY = 30 * _DAY
_MOST_TIER = 4
_NEVER = 2**64 - 1


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Endpoint(_Part):
    """One protocol on one chain, where the chain data do not say it or say something else.

    Attributes:
        contract: CCIP's router, LayerZero's endpoint, Wormhole's core or Axelar's gateway.
        gas_service: Axelar's.
        number: CCIP's selector, LayerZero's endpoint id or Wormhole's number of the chain.
        name: Axelar's name of the chain, case and all.
        send_library, receive_library: LayerZero's.
        verifiers: LayerZero's verifier networks (DVNs) on this chain, all of which must vouch;
            without any, those that the endpoint's own configuration names.
        confirmations: blocks of this chain that LayerZero's verifiers wait for; never fewer than
            the chain takes to be final by the chain data.
    """

    contract: Address | None = None
    gas_service: Address | None = None
    number: int | None = Field(default=None, gt=0, lt=2**64)
    name: str | None = Field(default=None, min_length=1, max_length=31)
    send_library: Address | None = None
    receive_library: Address | None = None
    verifiers: tuple[Address, ...] = ()
    confirmations: int | None = Field(default=None, gt=0, lt=2**64)

    @model_validator(mode="after")
    def _several(self) -> Self:
        if len(set(self.verifiers)) != len(self.verifiers):
            raise ValueError("a verifier is named twice")
        if self.verifiers and len(self.verifiers) < LEAST_VERIFIERS:
            raise ValueError("one verifier alone is what the theft of one key empties: name two")
        return self


class Lane(_Part):
    """Terms of every lane.

    Attributes:
        required: protocols that a credit from the asset's threshold on needs.
        control_required: protocols that an allotment or a delivery needs.
        delay: of credits from the asset's delay threshold on, in seconds.
    """

    required: int = Field(default=LEAST_PROTOCOLS, ge=LEAST_PROTOCOLS, le=len(PROTOCOLS))
    control_required: int = Field(default=LEAST_PROTOCOLS, ge=LEAST_PROTOCOLS, le=len(PROTOCOLS))
    delay: int = Field(default=_DAY, ge=0, le=_MOST_DELAY)


class Neighbour(_Part):
    """A chain on which this release is active already.

    Attributes:
        chain_id: of a chain that the chain data do not have.
        expected_seconds: until its blocks are final, where the chain data do not say it.
        bridge: as of the request's own chains.
    """

    chain_id: int | None = None
    expected_seconds: int | None = Field(default=None, gt=0)
    bridge: dict[ProtocolName, Endpoint] = Field(default_factory=dict)


Tier = Annotated[int, Field(ge=0, le=_MOST_TIER)]
_TIERS: dict[ProtocolName, Tier] = {"ccip": 3, "layerzero": 2, "wormhole": 3, "axelar": 2}
Dollars = Annotated[int, Field(ge=0, le=_NEVER)]


class BridgeRequest(_Part):
    """The lanes of a release.

    Attributes:
        protocols: which carry messages, on every lane.
        lane: terms of every lane.
        tiers: how much each protocol is trusted, more being better, up to 4.
        tier_floors: from which whole US dollars on a message needs tier 1, 2, 3 and 4.
        input_max_age: seconds after which attested inputs count for nothing.
        standing: chains of the release that are active already; lanes lead to them too.
    """

    protocols: tuple[ProtocolName, ...]
    lane: Lane = Lane()
    tiers: dict[ProtocolName, Tier] = Field(default_factory=lambda: dict(_TIERS))
    tier_floors: tuple[Dollars, Dollars, Dollars, Dollars] = (0, 10_000, 1_000_000, _NEVER)
    input_max_age: int = Field(default=3_600, gt=0, lt=2**32)
    standing: dict[Slug, Neighbour] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _several(self) -> Self:
        if len(set(self.protocols)) != len(self.protocols):
            raise ValueError("a protocol is named twice")
        if len(self.protocols) < LEAST_PROTOCOLS:
            raise ValueError("a lane of one protocol could never carry what two must bring")
        needed = max(self.lane.required, self.lane.control_required)
        if needed > len(self.protocols):
            raise ValueError(f"lanes require {needed} protocols and have {len(self.protocols)}")
        if missing := set(self.protocols) - self.tiers.keys():
            raise ValueError(f"tiers lack {', '.join(sorted(missing))}")
        if list(self.tier_floors) != sorted(self.tier_floors):
            raise ValueError("tier_floors fall: a higher tier is needed from a higher value on")
        return self
