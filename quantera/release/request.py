"""The release request: which chains, whose roles, which parameters. Reviewed and kept by people.

name: quantera-1
profile: production
founder: "0x…"
deployer: "0x…"
roles:
ADMIN: ["0x…"]
GUARDIAN: [{account: "0x…"}]
UPGRADER: [{account: "0x…", delay: 259200}]
parameters: {treasury: "0x…", insurance: "0x…", currency: USD, …}
chains:
ethereum: {}
polygon: {max_fee_gwei: 900, parameters: {treasury: "0x…"}}
"""

from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from quantera import quick_yaml
from quantera.access import Role
from quantera.chains import Address
from quantera.deployments import Slug
from quantera.release.bridge_request import BridgeRequest, Endpoint, ProtocolName
from quantera.release.errors import BlueprintError


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Member(_Part):
    """One account of a role; `delay` in seconds, never below what the manager enforces."""

    account: Address
    delay: int = Field(default=0, ge=0, lt=2**32)


class Finality(_Part):
    """Instead of the chain data's: a block counts as final `depth` blocks later."""

    depth: int = Field(ge=0)


class Opening(_Part):
    """The founder's signature that opens one chain; `deadline` in Unix seconds."""

    deadline: int = Field(gt=0)
    signature: str = Field(pattern=r"^0x([0-9a-f]{2})+$")


class ChainRequest(_Part):
    """What is particular to one chain.

    Attributes:
        chain_id: of a chain that the chain data does not have; else the chain data's.
        rpc: address of a node on this machine; for any other chain it stands in the environment as
            `QUANTERA_RPC_<NAME>`, so that no key of a provider gets into a file.
        max_fee_gwei: no transaction offers more for a unit of gas.
        bridge: the bridge's protocols there, where the chain data do not say it.
        expected_seconds: until a block is final, of a chain that the chain data do not have.
    """

    chain_id: int | None = None
    rpc: str = Field(default="", pattern=r"^(http://(127\.0\.0\.1|localhost):\d+)?$")
    finality: Finality | None = None
    opening: Opening | None = None
    max_fee_gwei: Decimal = Field(default=Decimal(500), gt=0)
    bridge: dict[ProtocolName, Endpoint] = Field(default_factory=dict)
    expected_seconds: int | None = Field(default=None, gt=0)
    parameters: dict[str, Any] = Field(default_factory=dict)


class Request(_Part):
    """Everything that people decide about a release.

    Attributes:
        bridge: lanes between the chains; without it the bridge stands and connects nothing.
    """

    name: Slug
    profile: Literal["production", "local"]
    founder: Address
    deployer: Address
    roles: dict[str, tuple[Member, ...]]
    parameters: dict[str, Any] = Field(default_factory=dict)
    prices: dict[str, Decimal] = Field(default_factory=dict)
    chains: dict[Slug, ChainRequest] = Field(min_length=1)
    bridge: BridgeRequest | None = None

    @field_validator("roles", mode="before")
    @classmethod
    def _accounts_alone(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        return {
            role: [{"account": one} if isinstance(one, str) else one for one in members]
            for role, members in given.items()
        }

    @model_validator(mode="after")
    def _governed(self) -> Self:
        for role, members in self.roles.items():
            if role not in Role.__members__:
                raise ValueError(f"{role} is none of {', '.join(Role.__members__)}")
            accounts = [member.account for member in members]
            if len(set(accounts)) != len(accounts):
                raise ValueError(f"{role} names an account twice")
        for needed in (Role.ADMIN, Role.GUARDIAN):
            if not self.roles.get(needed.name):
                raise ValueError(f"{needed.name} needs a member: without one nothing is governed")
        if self.profile == "production":
            holding = [role for role, members in self.roles.items() if self._in(members)]
            if holding:
                raise ValueError(
                    f"the deployer would keep {', '.join(holding)}; in production it keeps no role"
                )
        return self

    @model_validator(mode="after")
    def _bridged(self) -> Self:
        if self.bridge is None:
            if named := [name for name, chain in self.chains.items() if chain.bridge]:
                raise ValueError(f"{', '.join(named)} has protocols, and no bridge is asked for")
        elif both := self.bridge.standing.keys() & self.chains.keys():
            raise ValueError(f"{', '.join(sorted(both))} cannot be both released and standing")
        return self

    def _in(self, members: tuple[Member, ...]) -> bool:
        return any(member.account == self.deployer for member in members)

    def members(self) -> dict[Role, tuple[Member, ...]]:
        """Members by role, in the order of the roles."""
        return {role: self.roles[role.name] for role in Role if self.roles.get(role.name)}

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a request.

        Raises:
            BlueprintError: it is missing, no YAML, or not valid.
        """
        try:
            return cls.model_validate(quick_yaml.load(path.read_text()))
        except (OSError, yaml.YAMLError, ValueError) as error:
            raise BlueprintError(f"{path.name}: {error}") from error
