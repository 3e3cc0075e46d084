"""A stage whose token keeps lots: dated lots of any exemption, custodians, affiliates."""

from dataclasses import dataclass
from typing import Any

from quantera.compliance.lots import EXEMPTIONS, LotKey, MovedLot, decode, decode_moved
from quantera.compliance.moments import DAY, add_months
from quantera.compliance.pack_words.layout import money
from quantera.compliance.record import FLAG_CUSTODIAN, pack_record
from quantera.compliance.rules.deal import US, Profile
from quantera.evm import Actor, MemoryChain, Receipt
from tests.stacks.token import FOREVER, deploy_stack, rule_settings
from tests.unit.compliance_offchain.people import buyer, only, policy, with_class
from tests.unit.packs.stage import HEADROOM_MONTHS, Stage

LOTS = 5
"""Stands in a pack's place for the parameters of lots."""

AFFILIATE = 1
LOT_LOCKED = 32
SELLER = 9


@dataclass
class Market(Stage):
    """What the tests of lots, custody and the rules on lots share."""

    # ------------------------------------------------------------------ set-up

    def keep_lots(
        self,
        *,
        holders: bool = False,
        countries: bool = False,
        classes: int = 0,
    ) -> None:
        """Keep positions and lots; at once complete while nothing is issued."""
        self.stack.engine.startCount(
            self.stack.token, (holders, countries, classes, True), sender=self.stack.governor
        )

    def lot_rules(self, *, lock_up: int = 0, exemption: str = "none", locks: bool = True) -> None:
        """Set the lock-up in months and the exemption of lots that no pack names one for."""
        word = lock_up | EXEMPTIONS.index(exemption) << 16
        self.stack.engine.configurePack(self.stack.token, LOTS, [word], sender=self.stack.governor)
        if locks:
            self.stack.configure(rule_settings((LOT_LOCKED,)))

    def enter(self, profile: Profile, wallet: str | None = None, *, group: int = 0) -> Actor:
        """As the stage does; the headroom is the US one, and affiliates are marked."""
        actor = super().enter(profile, wallet)
        terms = (AFFILIATE if profile.affiliate_of else 0) | group << 8
        headroom = profile.headroom.get("US")
        if headroom is not None:
            amount, attested = headroom
            terms |= money(amount) << 32 | add_months(attested, HEADROOM_MONTHS) << 104
        identity = f"0x{profile.identity:040x}"
        before = self.stack.engine.termsOf(self.stack.token, identity)
        self.stack.engine.writeTerms(
            self.stack.token, identity, before, terms, sender=self.stack.agent
        )
        return actor

    def custodian(self, name: str, identity: int) -> Actor:
        """A custodial holder."""
        actor = self.stack.chain.actor(name)
        word = pack_record(identity, 276, FOREVER, (0,) * 5, FLAG_CUSTODIAN, 0)
        self.stack.enter([actor], [word])
        return actor

    # ------------------------------------------------------------------ lots

    def issue_lot(
        self, to: Actor, units: int, exemption: str = "none", on: int | None = None
    ) -> int:
        """Issue a lot on the day of a moment; its day."""
        if on is not None:
            self.at(on)
        terms = (0, 0, 0, EXEMPTIONS.index(exemption), 0)
        self.stack.token.mintUnderTerms(to, units, terms, sender=self.stack.agent)
        return self.stack.chain.timestamp // DAY

    def lots(self, identity: Any) -> dict[LotKey, int]:
        """Units by day, source and exemption; the keys are unique (LOT-02)."""
        number = identity if isinstance(identity, str) else f"0x{int(identity):040x}"
        words = self.stack.engine.lotsOf(self.stack.token, number)
        found = {lot.key: lot.units for lot in map(decode, words)}
        assert len(found) == len(words) <= 64
        assert all(found.values())
        return found

    def held(self, identity: Any) -> int:
        """Units of all lots of an identity."""
        return sum(self.lots(identity).values())

    def share(self, custodian: int, investor: int) -> int:
        """Units that a custodian holds for an investor."""
        units: int = self.stack.engine.shareOf(
            self.stack.token, f"0x{custodian:040x}", f"0x{investor:040x}"
        )
        return units

    def name(self, custodian: Actor, wallet: Actor | str) -> bytes:
        """Calldata with which a custodian names whose units it moves."""
        encoded: bytes = self.stack.engine.nameBeneficiary.encode(
            self.stack.token, custodian, wallet
        )
        return encoded

    def desk(self, identity: int) -> Any:
        """A custodian that is a contract, so that it can name and move in one transaction."""
        contract = self.stack.chain.deploy("TradeTermsProbe")
        word = pack_record(identity, 276, FOREVER, (0,) * 5, FLAG_CUSTODIAN, 0)
        self.stack.enter([contract], [word])
        return contract

    def release(self, desk: Any, beneficiary: Any, to: Any, units: int) -> Receipt:
        """A custodian names whose units it moves, and moves them."""
        receipt: Receipt = desk.together(
            [self.stack.engine, self.stack.token],
            [self.name(desk, beneficiary), self.stack.token.transfer.encode(to, units)],
            sender=self.stack.chain.actor("anybody"),
        )
        return receipt

    def arrive(
        self, identity: int, to: Actor, units: int, words: list[int] | None = None
    ) -> Receipt:
        """The bridge announces lots and lets units arrive, in one transaction."""
        desk = self.bridge
        calls = [self.stack.token.crosschainMint.encode(to, units)]
        targets = [self.stack.token]
        if words is not None:
            data = self.stack.engine.announceArrival.encode(
                self.stack.token, f"0x{identity:040x}", to, units, words
            )
            calls.insert(0, data)
            targets.insert(0, self.stack.engine)
        receipt: Receipt = desk.together(targets, calls, sender=self.stack.chain.actor("anybody"))
        return receipt

    @property
    def bridge(self) -> Any:
        """A contract with the bridge's role at the token and the engine."""
        found = self.__dict__.get("_bridge")
        if found is None:
            found = self.stack.chain.deploy("TradeTermsProbe")
            self.__dict__["_bridge"] = found
        for target in (self.stack.engine, self.stack.token):
            if not target.hasLocalRole(1, found):
                target.grantLocalRole(1, found, sender=self.stack.governor)
        return found


def moved(receipt: Receipt) -> list[tuple[str, str, list[MovedLot]]]:
    """From, to and lots of each `LotsMoved`."""
    return [
        (e.args.fromIdentity, e.args.toIdentity, [decode_moved(word) for word in e.args.lots])
        for e in receipt.events.named("LotsMoved")
    ]


def open_market() -> Market:
    """A market without packs and without lots yet, on a chain of its own."""
    return Market(deploy_stack(MemoryChain()))


def us(code: int = 5, **changes: Any) -> Profile:
    """An investor of the United States with a US class."""
    return buyer("US", **{"classes": with_class(US, code), **changes})


def abroad(**changes: Any) -> Profile:
    """An investor outside all packs, without a US class."""
    return buyer(None, **{"classes": with_class(US, 0), **changes})


def run_rules(market: Market, *rules: tuple[str, dict[str, Any] | bool], **changes: Any) -> None:
    """Put some rules of one pack in force, and nothing else.

    Args:
        market: where.
        *rules: ids, and their parameters or True.
        **changes: `limits`, `allotments` and `own` as `Stage.run` takes them; the rest is the
            asset's.
    """
    (rule, parameters), *others = rules
    names = ("limits", "allotments", "own")
    options = {name: changes.pop(name) for name in names if name in changes}
    market.run(policy(only(rule, parameters, **dict(others)), **changes), switches=(), **options)


def sale(market: Market, exemption: str, units: int = 100) -> Actor:
    """A seller outside all packs (identity `SELLER`) with one lot of today."""
    seller = market.enter(abroad(identity=SELLER))
    market.issue_lot(seller, units, exemption)
    return seller
