"""Stress scenarios: a shock for each asset, in basis points of its price."""

from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict, Field

from quantera.brokerage.defaults import CASH, HORIZONS, LISTINGS

LEAST, MOST = -10_000, 32_767
"""A price falls by all of it at most; shocks are 16 bits on-chain."""


class Scenario(BaseModel):
    """Shocks by asset name, and what every asset that is not named moves by."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    shocks: Mapping[str, int] = Field(default_factory=dict)
    others: int = Field(default=0, ge=LEAST, le=MOST)

    def by_id(self, names: Sequence[str]) -> list[int]:
        """A shock for each asset, in the order of ids.

        Args:
            names: what the assets are called, by id.
        """
        return [self.shocks.get(name, self.others) for name in names]


def recorded() -> tuple[Scenario, ...]:
    """The worst hour, four hours and day on record, all assets at once."""
    found = []
    for place, hours in enumerate(HORIZONS):
        shocks = {each.name: -each.worst_bps[place] for each in (CASH, *LISTINGS)}
        found.append(Scenario(name=f"worst {hours} h on record", shocks=shocks))
    return tuple(found)


def uniform(cash: Sequence[str]) -> tuple[Scenario, ...]:
    """Everything but cash falls, or rises, by the same share.

    Args:
        cash: names of the assets that keep their price.
    """
    still = dict.fromkeys(cash, 0)
    moves = {
        "all fall by a tenth": -1_000,
        "all fall by a third": -3_333,
        "all rise by a third": 3_333,
    }
    return tuple(Scenario(name=name, shocks=still, others=by) for name, by in moves.items())


def by_name(scenarios: Sequence[Scenario], names: Sequence[str]) -> dict[str, list[int]]:
    """Shocks as `Reader.snapshot` takes them."""
    return {scenario.name: scenario.by_id(names) for scenario in scenarios}
