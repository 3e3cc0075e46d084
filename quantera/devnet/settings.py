"""Where the five local chains listen and keep their state, and how fast they run."""

import os
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from quantera import chains
from quantera.chains import Chain
from quantera.toolchain.workspace import STATE

DEFAULT_BASE_PORT = 18545
PORT_VARIABLE = "QUANTERA_DEVNET_PORT"
FOLDER_VARIABLE = "QUANTERA_DEVNET_FOLDER"


class Settings(BaseModel):
    """One network of five chains.

    Attributes:
        base_port: Ethereum's port; the others follow in the order of `chains.production()`.
        folder: state, logs and the lock that says that a network runs here.
        pace: how many times faster than the real chain blocks come without transactions; a
            transaction is mined at once in any case.
        protocols: bridge protocols to install, by name; see `quantera.devnet.protocols`.
        relayers: whether a relayer runs for each of them.
        finality: whether relayers wait until a block would be final on the public chain.
    """

    model_config = ConfigDict(frozen=True)

    base_port: int = Field(default=DEFAULT_BASE_PORT, ge=1024, le=65531)
    folder: Path = STATE / "devnet"
    pace: float = Field(default=1, gt=0)
    protocols: tuple[str, ...] = ()
    relayers: bool = True
    finality: Literal["instant", "real"] = "instant"

    @classmethod
    def from_environment(cls, base_port: int | None = None) -> Self:
        """Settings as the environment has them; an argument that is given wins.

        Raises:
            ValueError: the port is not one that can be used.
        """
        port = base_port if base_port is not None else os.environ.get(PORT_VARIABLE)
        given = {"base_port": port, "folder": os.environ.get(FOLDER_VARIABLE)}
        return cls.model_validate({key: value for key, value in given.items() if value})

    def ports(self) -> list[tuple[Chain, int]]:
        """Each chain with the port it listens on."""
        return [(chain, self.base_port + at) for at, chain in enumerate(chains.production())]

    def block_seconds(self, chain: Chain) -> float:
        """Seconds between two blocks of `chain` here."""
        return chain.timing.block_time_ms / 1000 / self.pace
