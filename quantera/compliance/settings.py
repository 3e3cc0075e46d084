"""The configuration file of `ape run compliance`: sources, providers, lists, assets and chains."""

import os
from pathlib import Path
from typing import Annotated, Literal

import yaml
from eth_account import Account
from eth_account.messages import SignableMessage
from eth_account.signers.local import LocalAccount
from pydantic import Field, ValidationError, field_validator, model_validator

from quantera import chains, quick_yaml
from quantera.compliance.assets import AssetPolicy, Token, load_policy
from quantera.compliance.catalogue import DataModel, load_screening
from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.eligibility import EligibilityPolicy
from quantera.compliance.errors import ComplianceError
from quantera.compliance.investor import Country
from quantera.compliance.kyc import FileKycProvider, HttpKycProvider, KycProvider
from quantera.compliance.sanctions.lists import read_list
from quantera.compliance.sanctions.screening import Screener

ListId = Literal["OFAC", "EU", "UK", "UN", "MAS", "MOF"]


class KycSettings(DataModel):
    """A provider: `file`, or `url` with the environment variable that holds its token."""

    file: Path | None = None
    url: str | None = None
    name: str = "http"
    token_variable: str | None = None

    @model_validator(mode="after")
    def _one_provider(self) -> "KycSettings":
        if (self.file is None) == (self.url is None):
            raise ValueError("a KYC provider has a file or a url")
        return self


class KeySettings(DataModel):
    """An encrypted key file and the environment variable that holds its password."""

    keystore: Path
    password_variable: str


class ChainSettings(DataModel):
    """One chain's registry; the endpoint stands in an environment variable or in the file.

    `dualControl` is where two officers sign, on chains whose agent is the access manager.
    """

    url: str | None = None
    url_variable: str | None = None
    registry: Token
    dual_control: Token | None = None
    from_block: int = Field(default=0, ge=0)
    confirmations: int = Field(default=1, ge=1)

    def endpoint(self) -> str:
        """The node's address.

        Raises:
            ComplianceError: neither given nor in the environment.
        """
        url = self.url or os.environ.get(self.url_variable or "")
        if not url:
            raise ComplianceError(f"set {self.url_variable or 'url'} to the chain's endpoint")
        return url


class EligibilitySettings(DataModel):
    """See `EligibilityPolicy`."""

    required_lists: tuple[ListId, ...] = ("OFAC", "EU", "UK", "UN")
    sanctioned_countries: frozenset[Country] = frozenset()
    hold_on_review: bool = True


class Settings(DataModel):
    """The whole file; paths are relative to it.

    The issuer signs attestations, the sender carries them and is the registries' agent, the officer
    acts on holders: the sender where no other key is named.
    """

    database: str
    source: str
    table: str = "investor_records"
    kyc: KycSettings
    sanctions: dict[ListId, Path]
    eligibility: EligibilitySettings = EligibilitySettings()
    assets: tuple[Path, ...] = ()
    chains: dict[str, ChainSettings] = Field(default_factory=dict)
    issuer: KeySettings | None = None
    sender: KeySettings | None = None
    officer: KeySettings | None = None
    bridge: KeySettings | None = None
    folder: Annotated[Path, Field(exclude=True)] = Path()

    @field_validator("chains")
    @classmethod
    def _chains_exist(cls, value: dict[str, ChainSettings]) -> dict[str, ChainSettings]:
        for name in value:
            try:
                chains.get(name)
            except chains.UnknownChainError as error:
                raise ValueError(str(error)) from error
        return value

    def _at(self, path: Path) -> Path:
        return self.folder / path

    def location(self) -> str:
        """Where the investor records are: a URL, or a path beside this file."""
        return self.source if "://" in self.source else str(self._at(Path(self.source)))

    def policy(self) -> EligibilityPolicy:
        """What the issuer decides about standing."""
        own = self.eligibility
        return EligibilityPolicy(own.required_lists, own.sanctioned_countries, own.hold_on_review)

    def provider(self) -> KycProvider:
        """The KYC provider."""
        if self.kyc.file is not None:
            return FileKycProvider(self._at(self.kyc.file))
        token = os.environ.get(self.kyc.token_variable) if self.kyc.token_variable else None
        return HttpKycProvider(self.kyc.url or "", token=token, name=self.kyc.name)

    def screener(self) -> Screener:
        """The index over all sanctions lists.

        Raises:
            ScreeningListError: a list is not in its publisher's format.
        """
        lists = [read_list(name, self._at(path)) for name, path in self.sanctions.items()]
        return Screener(lists, load_screening().matching)

    def policies(self) -> dict[str, AssetPolicy]:
        """Asset policies by symbol.

        Raises:
            PolicyError: a policy cannot be read.
        """
        read = [load_policy(self._at(path)) for path in self.assets]
        return {policy.symbol: policy for policy in read}

    def account(self, which: Literal["issuer", "sender", "officer", "bridge"]) -> LocalAccount:
        """A key, decrypted.

        Raises:
            ComplianceError: not configured, unreadable, or the password is missing or wrong.
        """
        key: KeySettings | None = getattr(self, which)
        if key is None:
            raise ComplianceError(f"the configuration names no key for the {which}")
        password = os.environ.get(key.password_variable)
        if password is None:
            raise ComplianceError(f"set {key.password_variable} to the password of the {which}")
        try:
            secret = Account.decrypt(self._at(key.keystore).read_text(), password)
        except (OSError, ValueError, TypeError) as error:
            raise ComplianceError(f"the key of the {which} cannot be read: {error}") from error
        account: LocalAccount = Account.from_key(secret)
        return account

    def registries(self, account: LocalAccount | None) -> dict[str, EvmRegistry]:
        """Every configured chain's registry, by chain name.

        Raises:
            ComplianceError: an endpoint is missing or cannot be reached.
        """
        tokens = self.policies().values()
        return {
            name: EvmRegistry(
                name,
                chain.endpoint(),
                chain.registry,
                account,
                tokens=[policy.tokens[name] for policy in tokens if name in policy.tokens],
                from_block=chain.from_block,
                confirmations=chain.confirmations,
            )
            for name, chain in self.chains.items()
        }


class LocalSigner:
    """Signs batches with an account's key.

    Args:
        account: whose key signs.
        issuer: the trusted issuer; the account itself unless an ONCHAINID claim issuer is named.
    """

    def __init__(self, account: LocalAccount, issuer: str | None = None) -> None:
        self._account = account
        self.issuer = issuer or account.address

    def sign(self, message: SignableMessage) -> bytes:
        """See `BatchSigner.sign`."""
        return bytes(self._account.sign_message(message).signature)


def load_settings(path: Path) -> Settings:
    """Reads a configuration file.

    Raises:
        ComplianceError: it cannot be read, or something in it is unknown.
    """
    try:
        content = quick_yaml.load(path.read_text(encoding="utf-8"))
        settings = Settings.model_validate(content)
    except OSError as error:
        raise ComplianceError(f"{path.name} cannot be read: {error.strerror}") from error
    except (yaml.YAMLError, ValidationError) as error:
        raise ComplianceError(f"{path.name} is not a configuration: {error}") from error
    return settings.model_copy(update={"folder": path.parent})
