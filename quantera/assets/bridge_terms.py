"""What an issuer asks of the bridge for an asset: limits and thresholds, low by default."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from quantera.chains import Address
from quantera.deployments import Slug

_DAY_MINUTES = 1_440
_MOST_THRESHOLD = 2**96
_MOST_CAPACITY = 2**104
_PARTS = 1_000
LANE_PARTS, PROTOCOL_PARTS = 10, 2
"""Thousandths of the supply's cap that a lane, and one protocol alone, may move in a day."""
ATTEST_PARTS, DELAY_PARTS = 1, 5
"""Thousandths from which on several protocols must agree, and a credit waits for the delay."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Bucket(_Part):
    """A limit that refills evenly.

    Attributes:
        capacity: most at once, in token units.
        minutes: in which it refills.
    """

    capacity: int = Field(ge=0, lt=_MOST_CAPACITY)
    minutes: int = Field(default=_DAY_MINUTES, gt=0, lt=2**16)


class Feed(_Part):
    """Where a chain finds the asset's price in USD; `max_age` in seconds."""

    address: Address
    max_age: int = Field(gt=0, lt=2**32)


class AssetBridge(_Part):
    """An asset's terms at the bridge, the same on all chains.

    What is not given is a part of the supply's cap, rounded down: an asset without a cap says all.

    Attributes:
        lane: what leaves for another chain, and what is credited from it.
        protocol: what is credited on the word of one protocol alone.
        attest_from: units from which on as many protocols must agree as the lane requires.
        delay_from: units from which on a credit waits for the lane's delay.
        credit_gas: gas for a credit without lots.
        gas_per_lot: gas for each lot, in whole thousands.
        feeds: prices in USD by chain, for the choice between protocols.
    """

    lane: Bucket | None = None
    protocol: Bucket | None = None
    attest_from: int | None = Field(default=None, ge=0, lt=_MOST_THRESHOLD)
    delay_from: int | None = Field(default=None, ge=0, lt=_MOST_THRESHOLD)
    credit_gas: int = Field(default=600_000, ge=200_000, le=2_600_000)
    gas_per_lot: int = Field(default=60_000, ge=0, lt=256_000, multiple_of=1_000)
    feeds: dict[Slug, Feed] = Field(default_factory=dict)

    def missing(self) -> list[str]:
        """What an asset without a cap of its supply must say."""
        given = (
            ("lane", self.lane),
            ("protocol", self.protocol),
            ("attest_from", self.attest_from),
            ("delay_from", self.delay_from),
        )
        return [name for name, value in given if value is None]

    def limited(self, supply_cap: int) -> "Limited":
        """With all limits spelled out; `supply_cap` in token units."""

        def part(thousandths: int) -> int:
            return supply_cap * thousandths // _PARTS

        return Limited(
            lane=self.lane or Bucket(capacity=part(LANE_PARTS)),
            protocol=self.protocol or Bucket(capacity=part(PROTOCOL_PARTS)),
            attest_from=part(ATTEST_PARTS) if self.attest_from is None else self.attest_from,
            delay_from=part(DELAY_PARTS) if self.delay_from is None else self.delay_from,
        )


class Limited(_Part):
    """Limits and thresholds of an asset; see `AssetBridge`."""

    lane: Bucket
    protocol: Bucket
    attest_from: int = Field(ge=0, lt=_MOST_THRESHOLD)
    delay_from: int = Field(ge=0, lt=_MOST_THRESHOLD)

    @model_validator(mode="after")
    def _one_protocol_moves_less_than_a_lane(self) -> Self:
        if self.protocol.capacity > self.lane.capacity:
            raise ValueError("one protocol alone may not move more than the whole lane")
        return self
