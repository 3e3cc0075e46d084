"""A chain with the engine behind its proxy, investors in its records, and a token that asks it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Any

from quantera import artifacts
from quantera.access import LocalRole, Profile, Role
from quantera.evm import ZERO_ADDRESS, Actor, AddressLike, Chain, Contract, Receipt
from tests.unit.access.system import System, close_setup, open_system

UNITS = 10**18
DAY = 86_400
GERMANY, FRANCE, JAPAN, SINGAPORE, UK, USA = 276, 250, 392, 702, 826, 840

ENGINE_PARTS = (
    "ComplianceEngine",
    "RuleConfigurationExtension",
    "RecordDeskProbe",
    "RulePackExtension",
    "PackDeskExtension",
)
ENGINE_ROLES = {
    Role.COMPLIANCE_ADMIN: (
        "registerToken",
        "configureRules",
        "configurePack",
        "startCount",
        "stopCount",
    ),
    Role.COMPLIANCE_OFFICER: ("tightenRules",),
    Role.AGENT_ADMIN: ("grantLocalRole",),
    Role.RISK_OFFICER: ("revokeLocalRole",),
    Role.PAUSER: ("pauseGroups",),
    Role.UNPAUSER: ("unpauseGroups",),
}


class Path(IntEnum):
    """`IComplianceEngine.Path`."""

    TRANSFER = 0
    MINT = 1
    BURN = 2
    FORCED = 3
    RECOVERY = 4
    CROSSCHAIN_MINT = 5
    CROSSCHAIN_BURN = 6


class Limit(IntEnum):
    """`IRuleConfiguration.Limit`."""

    SUPPLY = 0
    HOLDERS = 1
    COUNTRY_HOLDERS = 2
    CLASS_HOLDERS = 3
    MAX_BALANCE = 4
    WINDOW_VOLUME = 5
    PACK = 6


class Flag(IntEnum):
    """Flags of an investor's record."""

    US_PERSON = 1
    SANCTIONS_HOLD = 2
    HIGH_RISK = 4
    DISTRIBUTOR = 8
    CUSTODIAN = 16
    RELINKED = 32


class Jurisdiction(IntEnum):
    """Index of a jurisdiction's class and pack."""

    US = 0
    EU = 1
    UK = 2
    SG = 3
    JP = 4


class Rule(IntEnum):
    """Codes of the general rules that can be switched."""

    SENDER_NOT_VERIFIED = 15
    SPENDER_SANCTIONED = 18
    COUNTRY_NOT_ALLOWED = 19
    COUNTRY_RESTRICTED = 20
    PRE_APPROVAL_REQUIRED = 21
    BELOW_MINIMUM_TICKET = 22
    SUPPLY_CAP_EXCEEDED = 23
    MAX_BALANCE_EXCEEDED = 24
    BELOW_MIN_BALANCE = 25
    MAX_OWNERSHIP_EXCEEDED = 26
    HOLDER_CAP_REACHED = 27
    COUNTRY_HOLDER_CAP_REACHED = 28
    CLASS_HOLDER_CAP_REACHED = 29
    TRANSFER_WINDOW_CLOSED = 30
    WINDOW_VOLUME_EXCEEDED = 31


ALL_DAY = {
    "weekdays": 0x7F,
    "opensAt": 0,
    "closesAt": DAY,
    "utcOffset": 0,
    "closedFrom": 0,
    "closedUntil": 0,
}


def bitmap(countries: Iterable[int]) -> list[int]:
    """Four words with one bit for each country."""
    words = [0, 0, 0, 0]
    for country in countries:
        words[country >> 8] |= 1 << (country & 0xFF)
    return words


def record(
    identity: AddressLike,
    country: int = GERMANY,
    *,
    valid_until: int = 2**40 - 1,
    classes: dict[int, int] | None = None,
    flags: int = 0,
) -> int:
    """An investor's record word."""
    word = int(str(identity), 16) | country << 160 | valid_until << 176 | flags << 236
    for jurisdiction, class_ in (classes or {}).items():
        word |= class_ << (216 + 4 * jurisdiction)
    return word


@dataclass(frozen=True)
class Settings:
    """`IRuleConfiguration.RuleSettings`, every rule off."""

    on: tuple[int, ...] = ()
    own_packs: int = 0
    recipient_packs: int = 0
    live: bool = False
    supply_cap: int = 0
    max_balance: int = 0
    min_balance: int = 0
    minimum_ticket: int = 0
    window_volume: int = 0
    window_length: int = 0
    holder_cap: int = 0
    max_share_pips: int = 0
    hours: dict[str, int] = field(default_factory=lambda: dict(ALL_DAY))
    allowed: tuple[int, ...] = ()
    restricted: tuple[int, ...] = ()
    country_caps: tuple[tuple[int, bool, int], ...] = ()
    class_caps: tuple[tuple[int, bool, int], ...] = ()
    pack_limits: tuple[tuple[int, int], ...] = ()
    allotments: tuple[tuple[int, int, int], ...] = ()

    def encode(self) -> dict[str, Any]:
        """As the contract takes it."""
        return {
            "rules": sum(1 << code for code in self.on),
            "ownPacks": self.own_packs,
            "recipientPacks": self.recipient_packs,
            "live": self.live,
            "supplyCap": self.supply_cap,
            "maxBalance": self.max_balance,
            "minBalance": self.min_balance,
            "minimumTicket": self.minimum_ticket,
            "windowVolume": self.window_volume,
            "windowLength": self.window_length,
            "holderCap": self.holder_cap,
            "maxSharePips": self.max_share_pips,
            "transferHours": self.hours,
            "allowedCountries": bitmap(self.allowed),
            "restrictedCountries": bitmap(self.restricted),
            "countryCaps": list(self.country_caps),
            "classCaps": list(self.class_caps),
            "packLimits": list(self.pack_limits),
            "allotments": list(self.allotments),
        }

    def but(self, **changes: Any) -> "Settings":
        """The same settings but for some."""
        return replace(self, **changes)


def merged_abi(names: Iterable[str]) -> list[dict[str, Any]]:
    """The functions, events and errors of several contracts at one address."""
    merged: dict[str, dict[str, Any]] = {}
    for name in names:
        for entry in artifacts.load(name).abi:
            kinds = ",".join(str(item) for item in entry.get("inputs", []))
            merged[f"{entry['type']} {entry.get('name')}({kinds})"] = entry
    return list(merged.values())


def deploy_packs(chain: Chain) -> Contract:
    """The extension of the packs and lots, with its own two."""
    desk, regional = chain.deploy("PackDeskExtension"), chain.deploy("RegionalPackExtension")
    return chain.deploy("RulePackExtension", desk, regional)


def open_engine(system: System, *, probe: bool = False) -> Contract:
    """The engine behind its proxy, with a stand-in for the registry.

    Args:
        system: the chain and who may act on it.
        probe: whether a stand-in takes the packs' place, which tells what it was handed.
    """
    chain = system.chain
    packs = chain.deploy("RulePackProbe") if probe else deploy_packs(chain)
    configuration = chain.deploy("RuleConfigurationExtension", packs)
    desk = chain.deploy("RecordDeskProbe")
    implementation = chain.deploy("ComplianceEngine", configuration, desk, packs)
    proxy = chain.deploy(
        "ManagedProxy", implementation, implementation.initialize.encode(system.manager)
    )
    parts = (*ENGINE_PARTS, "RulePackProbe") if probe else ENGINE_PARTS
    engine = chain.at(proxy, merged_abi(parts))
    for role, names in ENGINE_ROLES.items():
        selectors = [engine.abi.functions[name][0].selector for name in names]
        system.manager.setTargetFunctionRole(proxy, selectors, role, sender=system.deployer)
    return engine


@dataclass
class World:
    """The parts, and the ways in which tests use them."""

    system: System
    engine: Contract
    token: Contract

    @property
    def chain(self) -> Chain:
        return self.system.chain

    @property
    def admin(self) -> Actor:
        return self.system.members[Role.COMPLIANCE_ADMIN]

    @property
    def officer(self) -> Actor:
        return self.system.members[Role.COMPLIANCE_OFFICER]

    @property
    def bridge(self) -> Actor:
        return self.system.locals[LocalRole.BRIDGE]

    def actor(self, name: str) -> Actor:
        return self.chain.actor(name)

    def enter(self, name: str, country: int = GERMANY, **facts: Any) -> Actor:
        """A registered wallet; its identity is named after it unless one is given."""
        wallet = self.chain.actor(name)
        identity = facts.pop("identity", None) or self.chain.actor(f"identity of {name}")
        word = record(identity, country, **facts)
        self.engine.setRecord(wallet, word, sender=self.actor("registrar"))
        return wallet

    def identity(self, name: str) -> Actor:
        """The identity that `enter` gives to a wallet of that name."""
        return self.chain.actor(f"identity of {name}")

    def configure(self, settings: Settings) -> Receipt:
        receipt: Receipt = self.engine.configureRules(
            self.token, settings.encode(), sender=self.admin
        )
        return receipt

    def tighten(self, settings: Settings) -> Receipt:
        receipt: Receipt = self.engine.tightenRules(
            self.token, settings.encode(), sender=self.officer
        )
        return receipt

    def count(
        self,
        *,
        holders: bool = False,
        countries: bool = False,
        classes: int = 0,
        lots: bool = False,
    ) -> Receipt:
        """Start a count; complete at once while nothing has been issued."""
        receipt: Receipt = self.engine.startCount(
            self.token, (holders, countries, classes, lots), sender=self.admin
        )
        return receipt

    def preview(
        self,
        path: Path,
        sender: AddressLike | None,
        recipient: AddressLike | None,
        amount: int,
        spender: AddressLike | None = None,
    ) -> int:
        code: int = self.token.preview(
            path,
            spender or sender or ZERO_ADDRESS,
            sender or ZERO_ADDRESS,
            recipient or ZERO_ADDRESS,
            amount,
        )
        return code

    def move(
        self,
        path: Path,
        sender: AddressLike | None,
        recipient: AddressLike | None,
        amount: int,
        spender: AddressLike | None = None,
    ) -> tuple[int, Receipt]:
        """Settle a movement; CMP-01 and CMP-02 are asserted on the way."""
        expected = self.preview(path, sender, recipient, amount, spender)
        receipt: Receipt = self.token.move(
            path,
            spender or sender or ZERO_ADDRESS,
            sender or ZERO_ADDRESS,
            recipient or ZERO_ADDRESS,
            amount,
            sender=self.actor("anybody"),
        )
        code: int = receipt.return_value
        assert code == expected, f"settle gave {code}, preview {expected}"
        said = receipt.events.of(self.engine)
        assert bool(said) == (code == 0), "a refusal left a trace, or an admission none"
        return code, receipt

    def code(self, *movement: Any, **options: Any) -> int:
        """Settle and tell the code alone."""
        return self.move(*movement, **options)[0]

    def transfer(self, sender: AddressLike, recipient: AddressLike, amount: int) -> int:
        return self.code(Path.TRANSFER, sender, recipient, amount)

    def mint(self, recipient: AddressLike, amount: int) -> int:
        return self.code(Path.MINT, None, recipient, amount)

    def position(self, identity: AddressLike) -> int:
        balance: int = self.engine.positionOf(self.token, identity).balance
        return balance

    def holders(self) -> int:
        count: int = self.engine.holders(self.token)
        return count


def open_world(chain: Chain, profile: Profile = Profile.LOCAL, *, probe: bool = False) -> World:
    """An engine after set-up with one registered token that has no rules; see `open_engine`."""
    system = open_system(chain, profile)
    engine = open_engine(system, probe=probe)
    token = chain.deploy("TokenProbe", engine)
    engine.registerToken(token, sender=system.members[Role.COMPLIANCE_ADMIN])
    system.grant_local(engine)
    close_setup(system)
    return World(system, engine, token)
