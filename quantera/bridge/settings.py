"""The configuration file of `ape run bridge`: where the bridges are, and assets on each chain."""

import os
from pathlib import Path
from typing import Annotated, Literal

import yaml
from eth_utils.address import is_address, to_checksum_address
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from quantera import chains, quick_yaml
from quantera.bridge.nodes import Place

Name = Literal["ethereum", "polygon", "avalanche", "arbitrum", "optimism"]


class SettingsError(Exception):
    """The file cannot be used; the message says why in one sentence."""


def _address(value: str) -> str:
    if not is_address(value):
        raise ValueError(f"{value} is not an address")
    return to_checksum_address(value)


Address = Annotated[str, AfterValidator(_address)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ChainSettings(_Model):
    """One chain's bridge.

    Attributes:
        url: of a node that answers over a WebSocket, or
        url_variable: the environment variable that has it, since it may hold a key.
        bridge: address of the bridge.
        from_block: in which it was deployed; nothing is looked for before.
        confirmations: blocks on top of one before what it holds is believed.
        coin_usd: price of the chain's coin in USD with 8 decimals, to compare routes by.
    """

    url: str | None = None
    url_variable: str | None = None
    bridge: Address
    from_block: int = Field(default=0, ge=0)
    confirmations: int = Field(default=0, ge=0)
    coin_usd: int = Field(gt=0)

    @model_validator(mode="after")
    def _one_endpoint(self) -> "ChainSettings":
        if (self.url is None) == (self.url_variable is None):
            raise ValueError("say either url or url_variable")
        return self

    def endpoint(self) -> str:
        """The node's address.

        Raises:
            SettingsError: the environment does not have it.
        """
        if self.url is not None:
            return self.url
        found = os.environ.get(self.url_variable or "")
        if not found:
            raise SettingsError(f"the environment has no {self.url_variable}")
        return found


class AssetSettings(_Model):
    """An asset on one chain."""

    address: Address
    decimals: int = Field(ge=0, le=36)


class AccountSettings(_Model):
    """Who sends: a key file with the environment variable of its password, or the node's own.

    Attributes:
        keystore: the encrypted key file.
        password_variable: environment variable that holds its password.
        unlocked: address that a local node signs for without being asked.
    """

    keystore: Path | None = None
    password_variable: str | None = None
    unlocked: Address | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> "AccountSettings":
        key = (self.keystore is not None, self.password_variable is not None)
        if key not in {(True, True), (False, False)} or key[0] == (self.unlocked is not None):
            raise ValueError("say either keystore and password_variable, or unlocked")
        return self


class BridgeSettings(_Model):
    """The whole file.

    Attributes:
        chains: bridges by the chain's name.
        assets: by a name of the user's choice, then by the chain's name.
        tracking: where messages are tracked.
        account: who sends; commands that send nothing do without.
    """

    chains: dict[Name, ChainSettings] = Field(min_length=1)
    assets: dict[str, dict[Name, AssetSettings]] = {}
    tracking: Path = Path("bridge.db")
    account: AccountSettings | None = None

    @model_validator(mode="after")
    def _assets_are_on_known_chains(self) -> "BridgeSettings":
        for name, places in self.assets.items():
            if missing := places.keys() - self.chains.keys():
                raise ValueError(f"{name} is on {', '.join(sorted(missing))}, which has no bridge")
        return self

    def places(self) -> list[Place]:
        """Where the bridges can be reached, in the chains' order.

        Raises:
            SettingsError: an endpoint is not known.
        """
        return [
            Place(chain.name, self.chains[name].endpoint(), self.chains[name].bridge)
            for chain in chains.production()
            for name in self.chains
            if name == chain.name
        ]

    def coin_usd(self) -> dict[str, int]:
        """Prices of coins in USD with 8 decimals, by the chain's name."""
        return {name: chain.coin_usd for name, chain in self.chains.items()}

    def asset(self, name: str) -> dict[Name, AssetSettings]:
        """An asset on each chain that has it.

        Raises:
            SettingsError: the file has none of that name.
        """
        if name not in self.assets:
            known = ", ".join(sorted(self.assets)) or "none"
            raise SettingsError(f"no asset {name}; there are {known}")
        return self.assets[name]


def load(path: Path) -> BridgeSettings:
    """The file.

    Raises:
        SettingsError: it cannot be read, or says what cannot be.
    """
    try:
        return BridgeSettings.model_validate(quick_yaml.load(path.read_text()))
    except (OSError, yaml.YAMLError) as error:
        raise SettingsError(f"{path} cannot be read: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "it"
        raise SettingsError(f"{path}: {where}: {first['msg']}") from error
