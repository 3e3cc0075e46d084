"""What an issuer asks for: the asset's policy, its papers, its agents, and shares of chains.

policy:                    # as the compliance tools have it; see quantera.compliance.assets
id: 7f0c…
name: Example Bond 2031
symbol: EXB
assetType: debt
decimals: 18
prices: {EUR: "1000"}
terms: {supplyCap: 1000000}
packs: {EU: {route: EU-02}}
home: EU
jurisdictions: [EU]
framework: prospectus exemption
agents: ["0x…"]
shares: {ethereum: 60, polygon: 40}
bridge: {attest_from: 1000000000000000000000}
"""

from pathlib import Path
from typing import Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from quantera import quick_yaml
from quantera.assets.bridge_terms import AssetBridge, Limited
from quantera.assets.errors import AssetRequestError, RulePackError
from quantera.chains import Address
from quantera.compliance.assets import AssetPolicy
from quantera.compliance.catalogue import JURISDICTIONS, Jurisdiction
from quantera.compliance.pack_words import PackSetup, encode
from quantera.deployments import Slug

NOBODY = "0x" + "0" * 40
WHOLE = 100


class AssetRequest(BaseModel):
    """One asset.

    Attributes:
        policy: its terms and rule packs; without addresses of tokens, which it gets here.
        home: the jurisdiction of its issuer.
        jurisdictions: where it is offered; each needs a pack with an offer route.
        framework: the regulatory framework that the token tells.
        identity: the token's own ONCHAINID, or zero.
        agents: who mints, freezes and registers; one at least.
        shares: per cent of every global limit that a chain has of its own. Chains that are not
            named share the rest equally.
        offer: number under which limits of one offer are counted.
        settlement: whether it is admitted as a security to settlement.
        bridge: its limits at the bridge; nothing where it is never to leave a chain.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    policy: AssetPolicy
    home: Jurisdiction
    jurisdictions: tuple[Jurisdiction, ...] = Field(min_length=1)
    framework: str = Field(min_length=1, max_length=255)
    identity: Address = NOBODY
    agents: tuple[Address, ...] = Field(min_length=1)
    shares: dict[Slug, int] = Field(default_factory=dict)
    offer: int = Field(default=0, ge=0)
    settlement: bool = True
    bridge: AssetBridge | None = AssetBridge()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.policy.tokens:
            raise ValueError("the token's addresses are not known before it is issued")
        if len(set(self.agents)) != len(self.agents):
            raise ValueError("an agent is named twice")
        if any(share < 0 for share in self.shares.values()) or sum(self.shares.values()) > WHOLE:
            raise ValueError("shares are per cent, and 100 together at most")
        if self.bridge is not None:
            self.limits(self.bridge)
        return self

    def limits(self, bridge: AssetBridge) -> Limited:
        """The bridge's limits, with what the issuer left open.

        Raises:
            ValueError: something is left open, and the supply has no cap to take a part of.
        """
        cap = self.policy.terms.supply_cap
        if cap is None and (missing := bridge.missing()):
            raise ValueError(f"the supply has no cap: say {', '.join(missing)} of the bridge")
        return bridge.limited(cap or 0)

    def packs(self) -> dict[Jurisdiction, PackSetup]:
        """The rule packs as the chains take them.

        Raises:
            RulePackError: a jurisdiction has no pack or no offer route, or a value does not fit.
        """
        for jurisdiction in self.jurisdictions:
            pack = self.policy.packs.get(jurisdiction)
            if pack is None:
                raise RulePackError(jurisdiction, "the asset is offered there and has no pack")
            if pack.route is None:
                raise RulePackError(jurisdiction, "the pack names no offer route: nobody could buy")
        found = {}
        for jurisdiction in JURISDICTIONS:
            if jurisdiction in self.policy.packs:
                try:
                    found[jurisdiction] = encode(self.policy, jurisdiction, self.offer)
                except ValueError as error:
                    raise RulePackError(jurisdiction, str(error)) from error
        return found

    def share(self, chain: str, chains: tuple[str, ...]) -> int:
        """Per cent of every limit for a chain, of those that are issued on together."""
        if chain in self.shares:
            return self.shares[chain]
        unnamed = [name for name in chains if name not in self.shares]
        return (WHOLE - sum(self.shares.values())) // len(unnamed)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a request.

        Raises:
            AssetRequestError: it is missing, no YAML, or not valid.
        """
        try:
            return cls.model_validate(quick_yaml.load(path.read_text()))
        except OSError as error:
            raise AssetRequestError(f"{path.name} cannot be read: {error.strerror}") from error
        except (yaml.YAMLError, ValidationError) as error:
            raise AssetRequestError(f"{path.name} is no request for an asset: {error}") from error
