"""The contracts and wallets on which lots are moved, and what their logs tell."""

from collections import Counter
from typing import Any

from hypothesis import strategies as st

from quantera.access import LocalRole
from quantera.compliance.lots import EXEMPTIONS, LotKey, decode_moved
from quantera.compliance.moments import DAY
from quantera.compliance.pack_words import encode
from quantera.compliance.record import FLAG_CUSTODIAN, pack_record
from quantera.evm import ZERO_ADDRESS, Actor, Contract, Receipt
from tests.property.lots_model import (
    AFFILIATE,
    CUSTODIANS,
    HOLDING_MONTHS,
    INVESTORS,
    LOCK_UP,
    MAXIMUM,
    NAMES,
    Model,
)
from tests.property.machine import ChainMachine
from tests.stacks.token import FOREVER, deploy_stack, rule_settings
from tests.unit.compliance_offchain.people import only, policy

USED = ("none", "506c", "RegS", "275")
LOCKED_UP, MAX_BALANCE, BALANCE_LIMIT = 32, 24, 4
US, LOTS = 0, 5
FIRST = 20

people = st.sampled_from(INVESTORS)
custodians = st.sampled_from(CUSTODIANS)
amounts = st.one_of(st.integers(1, 30), st.integers(60, 120))
exemptions = st.sampled_from(USED)


class LotsStage(ChainMachine):
    """A token that keeps lots under a lock-up, a US pack, a maximum balance and a holder count."""

    def deploy(self) -> None:
        self.stack = deploy_stack(self.chain)
        stack = self.stack
        self.desks: dict[str, Any] = {
            name: self.chain.deploy("TradeTermsProbe") for name in CUSTODIANS
        }
        self.carrier = self.chain.deploy("TradeTermsProbe")
        self.pairs = {n: (self.chain.actor(n), self.chain.actor(f"{n} two")) for n in INVESTORS}
        self.identities: dict[str, str] = {
            name: f"0x{90 + place:040x}" for place, name in enumerate(CUSTODIANS)
        }
        rows = []
        for name, pair in self.pairs.items():
            identity = self.chain.deploy("HostileIdentity")
            for wallet in pair:
                identity.plantKey(wallet, False, sender=pair[0])
                stack.token.approve(self.carrier, 2**256 - 1, sender=wallet)
            self.identities[name] = str(identity.address).lower()
            rows.append((pair[0], self.record(name, 0)))
        desks = [(desk, self.record(name, FLAG_CUSTODIAN)) for name, desk in self.desks.items()]
        stack.engine.writeRecords([*rows, *desks], sender=stack.agent)
        affiliate = self.identities[AFFILIATE]
        stack.engine.writeTerms(stack.token, affiliate, 0, 1, sender=stack.agent)
        for target in (stack.engine, stack.token):
            target.grantLocalRole(LocalRole.BRIDGE, self.carrier, sender=stack.governor)
            target.grantLocalRole(LocalRole.AGENT, self.carrier, sender=stack.governor)
        self.configure()
        self.issue_first_lots()

    def record(self, name: str, flags: int) -> int:
        """Somebody from Germany who never expires."""
        return pack_record(int(self.identities[name], 16), 276, FOREVER, (0,) * 5, flags, 0)

    def configure(self) -> None:
        """Count positions and holders, keep lots, switch the rules on."""
        stack = self.stack
        stack.engine.startCount(stack.token, (True, False, 0, True), sender=stack.governor)
        stack.engine.configurePack(stack.token, LOTS, [LOCK_UP], sender=stack.governor)
        setup = encode(policy(only("US-02", {"otherMonths": HOLDING_MONTHS})), "US")
        stack.engine.configurePack(stack.token, US, list(setup.words), sender=stack.governor)
        stack.configure(
            rule_settings(
                {LOCKED_UP, MAX_BALANCE, *setup.codes},
                ownPacks=1,
                maxBalance=MAXIMUM,
                allotments=[(BALANCE_LIMIT, 0, MAXIMUM)],
            )
        )

    def issue_first_lots(self) -> None:
        """Two of each exemption, some weeks apart, and as much as one of them in the pool."""
        self.issued: list[tuple[str, LotKey]] = []
        for exemption in (*USED, "506c", "none"):
            terms = (0, 0, 0, EXEMPTIONS.index(exemption), 0)
            for name, (wallet, _) in self.pairs.items():
                self.stack.token.mintUnderTerms(wallet, FIRST, terms, sender=self.stack.agent)
                day = self.chain.timestamp // DAY
                self.issued.append((name, LotKey(day, "issuer", exemption)))
            self.chain.advance(25 * DAY)
        for wallet, _ in self.pairs.values():
            self.stack.token.transfer(self.desks["pool"], FIRST, sender=wallet)

    def start(self) -> None:
        self.model = Model(self.chain.timestamp)
        self.told: dict[str, Counter[LotKey]] = {self.identities[n]: Counter() for n in NAMES}
        self.told_shares: Counter[tuple[str, str]] = Counter()
        pool = self.identities["pool"]
        for name, key in self.issued:
            self.model.add(name, key, FIRST)
            self.told[self.identities[name]][key] += FIRST
        for name in INVESTORS:
            self.model.shares["pool"][name] = FIRST
            self.told_shares[pool, self.identities[name]] = FIRST
            self.model.wallets[name] = (len(USED) + 1) * FIRST

    def wallet(self, name: str) -> Actor | Contract:
        """The wallet that somebody uses."""
        if name in self.desks:
            desk: Contract = self.desks[name]
            return desk
        return self.pairs[name][self.model.used[name]]

    def named(self, custodian: str, investor: str) -> bytes:
        """Calldata with which a custodian, or an agent, names whose units move next."""
        encoded: bytes = self.stack.engine.nameBeneficiary.encode(
            self.stack.token, self.desks[custodian], self.wallet(investor)
        )
        return encoded

    def listen(self, receipt: Receipt | None) -> bool:
        """Rebuild lots and shares from what a transaction told; whether it succeeded."""
        self.model.now = self.chain.timestamp
        if receipt is None:
            return False
        for event in receipt.events.named("LotsMoved"):
            for word in event.args.lots:
                lot, arrived = decode_moved(word)
                if event.args.fromIdentity != ZERO_ADDRESS:
                    self.told[event.args.fromIdentity.lower()][lot.key] -= lot.units
                if event.args.toIdentity != ZERO_ADDRESS:
                    self.told[event.args.toIdentity.lower()][arrived] += lot.units
        for event in receipt.events.named("CustodyShareChanged"):
            key = event.args.custodian.lower(), event.args.investor.lower()
            self.told_shares[key] = event.args.units
        return True
