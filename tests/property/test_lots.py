"""Lots and custody against a model: every movement, in any order, and the logs that tell of it."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import invariant

from quantera.compliance.lots import EXEMPTIONS, SOURCES, LotKey, decode, decode_moved
from quantera.compliance.moments import DAY, add_months
from quantera.compliance.record import FLAG_CUSTODIAN, pack_record
from quantera.evm import ZERO_ADDRESS, Receipt
from quantera.toolchain.workspace import ROOT
from tests.property.machine import ChainMachine, Tally, operation
from tests.stacks.token import FOREVER, deploy_stack, rule_settings

NAMES = ("ann", "ben", "cid")
IDENTITIES = {"ann": 1, "ben": 2, "cid": 3, "pool": 9}
AFFILIATE = "ann"
RENEWED = frozenset({"506b", "506c", "RegS", "144A"})
USED = ("none", "506c", "RegS", "275")
LOCK_UP = 2
LOCKED_UP = 32
LOTS = 5
FIRST = 20

people = st.sampled_from(NAMES)
amounts = st.one_of(st.integers(1, 30), st.integers(60, 120))
exemptions = st.sampled_from(USED)


def identity(name: str) -> str:
    return f"0x{IDENTITIES[name]:040x}"


class Model:
    """Lots in the order in which they are stored: which of one day goes first is part of it."""

    def __init__(self) -> None:
        self.lots: dict[str, list[tuple[LotKey, int]]] = {name: [] for name in IDENTITIES}
        self.shares: Counter[str] = Counter()
        self.frozen: Counter[str] = Counter()
        self.wallets: Counter[str] = Counter()

    def held(self, name: str) -> int:
        return sum(units for _, units in self.lots[name])

    def add(self, name: str, key: LotKey, units: int) -> None:
        for place, (held, before) in enumerate(self.lots[name]):
            if held == key:
                self.lots[name][place] = (key, before + units)
                return
        self.lots[name].append((key, units))

    def free(self, name: str, after: int) -> int:
        """Units of lots acquired on that day or before."""
        return sum(units for key, units in self.lots[name] if key.day <= after)

    def take(self, name: str, units: int, after: int) -> list[tuple[LotKey, int]]:
        """Oldest first, of those acquired on that day or before."""
        lots, taken = self.lots[name], []
        while units:
            places = [n for n, (key, left) in enumerate(lots) if left and key.day <= after]
            place = min(places, key=lambda n: lots[n][0].day)
            key, left = lots[place]
            part = min(left, units)
            lots[place] = (key, left - part)
            taken.append((key, part))
            units -= part
        for place in reversed(range(len(lots))):
            if lots[place][1] == 0:
                last = lots.pop()
                if place < len(lots):
                    lots[place] = last
        return taken


class LotsMachine(ChainMachine):
    def deploy(self) -> None:
        self.stack = deploy_stack(self.chain)
        stack = self.stack
        self.pool = self.chain.deploy("TradeTermsProbe")
        self.carrier = self.chain.deploy("TradeTermsProbe")
        self.by_name: dict[str, Any] = {name: self.chain.actor(name) for name in NAMES}
        rows = [
            (actor, pack_record(IDENTITIES[name], 276, FOREVER, (0,) * 5, 0, 0))
            for name, actor in self.by_name.items()
        ]
        custodian = pack_record(IDENTITIES["pool"], 276, FOREVER, (0,) * 5, FLAG_CUSTODIAN, 0)
        stack.engine.writeRecords([*rows, (self.pool, custodian)], sender=stack.agent)
        stack.engine.writeTerms(stack.token, identity(AFFILIATE), 0, 1, sender=stack.agent)
        for target in (stack.engine, stack.token):
            target.grantLocalRole(1, self.carrier, sender=stack.governor)
        stack.engine.startCount(stack.token, (True, False, 0, True), sender=stack.governor)
        stack.engine.configurePack(stack.token, LOTS, [LOCK_UP], sender=stack.governor)
        stack.configure(rule_settings((LOCKED_UP,)))
        self.issued: list[tuple[str, LotKey]] = []
        for exemption in (*USED, "506c", "none"):
            terms = (0, 0, 0, EXEMPTIONS.index(exemption), 0)
            for name, actor in self.by_name.items():
                stack.token.mintUnderTerms(actor, FIRST, terms, sender=stack.agent)
                self.issued.append((name, LotKey(self.today, "issuer", exemption)))
            self.chain.advance(25 * DAY)
        for actor in self.by_name.values():
            stack.token.transfer(self.pool, FIRST, sender=actor)

    def start(self) -> None:
        """Everybody has a lot or two of each exemption and as much as one lot in the pool."""
        self.model = Model()
        self.told: dict[str, Counter[LotKey]] = {identity(n): Counter() for n in IDENTITIES}
        self.told_shares: Counter[str] = Counter()
        for name, key in self.issued:
            self.model.add(name, key, FIRST)
            self.told[identity(name)][key] += FIRST
        for name in NAMES:
            self.model.shares[name] = self.told_shares[identity(name)] = FIRST
            self.model.wallets[name] = (len(USED) + 1) * FIRST

    @property
    def today(self) -> int:
        return self.chain.timestamp // DAY

    def unlocked(self) -> int:
        """Last day of acquisition whose lock-up is over."""
        day = self.today
        while add_months(day * DAY, LOCK_UP) > self.chain.timestamp:
            day -= 1
        return day

    def listen(self, receipt: Receipt | None) -> bool:
        """Rebuild lots and shares from what a transaction told; whether it succeeded."""
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
            self.told_shares[event.args.investor.lower()] = event.args.units
        return True

    def hand_over(self, lots: list[tuple[LotKey, int]], to: str, seller: str | None) -> None:
        for key, units in lots:
            anew = seller == AFFILIATE and key.exemption in RENEWED
            self.model.add(
                to, LotKey(self.today, "affiliate", key.exemption) if anew else key, units
            )

    # ------------------------------------------------------------------ operations

    @operation(refusable=False, to=people, units=amounts, exemption=exemptions)
    def mint(self, to: str, units: int, exemption: str) -> None:
        terms = (0, 0, 0, EXEMPTIONS.index(exemption), 0)
        stack = self.stack
        done = self.act(
            stack.token.mintUnderTerms,
            self.by_name[to],
            units,
            terms,
            sender=stack.agent,
            refusal=None,
        )
        if self.listen(done):
            self.model.add(to, LotKey(self.today, "issuer", exemption), units)
            self.model.wallets[to] += units

    @operation(sender=people, to=people, units=amounts)
    def transfer(self, sender: str, to: str, units: int) -> None:
        model, own = self.model, sender == to
        short = units > model.wallets[sender]
        locked = not own and units > model.free(sender, self.unlocked())
        done = self.act(
            self.stack.token.transfer,
            self.by_name[to],
            units,
            sender=self.by_name[sender],
            refusal="TransferRefused" if short or locked else None,
        )
        if self.listen(done) and not own:
            self.hand_over(model.take(sender, units, self.unlocked()), to, sender)
            model.wallets[sender] -= units
            model.wallets[to] += units

    @operation(sender=people, units=amounts)
    def deposit(self, sender: str, units: int) -> None:
        short = units > self.model.wallets[sender]
        done = self.act(
            self.stack.token.transfer,
            self.pool,
            units,
            sender=self.by_name[sender],
            refusal="TransferRefused" if short else None,
        )
        if self.listen(done):
            self.model.wallets[sender] -= units
            self.model.shares[sender] += units

    @operation(seller=people, to=people, units=amounts)
    def release(self, seller: str, to: str, units: int) -> None:
        """The pool names whose units it moves; to the same investor it gives them back."""
        model, stack = self.model, self.stack
        share, own = model.shares[seller], seller == to
        short = units > share or units > share - model.frozen[seller]
        locked = not own and units > model.free(seller, self.unlocked())
        name = stack.engine.nameBeneficiary.encode(stack.token, self.pool, self.by_name[seller])
        move = stack.token.transfer.encode(self.by_name[to], units)
        done = self.act(
            self.pool.together,
            [stack.engine, stack.token],
            [name, move],
            sender=stack.agent,
            refusal="TransferRefused" if short or locked else None,
        )
        if self.listen(done):
            if not own:
                self.hand_over(model.take(seller, units, self.unlocked()), to, seller)
            model.shares[seller] -= units
            model.wallets[to] += units

    @operation(seller=people, to=people, units=amounts)
    def reassign(self, seller: str, to: str, units: int) -> None:
        model, stack = self.model, self.stack
        same, short = seller == to, units > model.shares[seller]
        done = self.act(
            stack.engine.reassignShare,
            stack.token,
            identity("pool"),
            identity(seller),
            identity(to),
            units,
            0,
            sender=stack.agent,
            refusal="CustodyInvestorInvalid" if same else "CustodyShareTooLow" if short else None,
        )
        if self.listen(done):
            self.hand_over(model.take(seller, units, self.today), to, None)
            model.shares[seller] -= units
            model.shares[to] += units

    @operation(refusable=False, investor=people, units=st.integers(0, 20))
    def freeze(self, investor: str, units: int) -> None:
        stack = self.stack
        arguments = (stack.token, identity("pool"), identity(investor), units, 0)
        if self.act(stack.engine.setFrozenShare, *arguments, sender=stack.agent, refusal=None):
            self.model.frozen[investor] = units

    @operation(holder=people, units=amounts)
    def burn(self, holder: str, units: int) -> None:
        short = units > self.model.wallets[holder]
        done = self.act(
            self.stack.token.burn,
            self.by_name[holder],
            units,
            sender=self.stack.agent,
            refusal="BalanceTooLow" if short else None,
        )
        if self.listen(done):
            self.model.take(holder, units, self.today)
            self.model.wallets[holder] -= units

    @operation(holder=people, to=people, units=amounts)
    def force(self, holder: str, to: str, units: int) -> None:
        short, same = units > self.model.wallets[holder], holder == to
        refusal = "SelfForcedTransfer" if same else "BalanceTooLow" if short else None
        done = self.act(
            self.stack.token.forcedTransfer,
            self.by_name[holder],
            self.by_name[to],
            units,
            sender=self.stack.agent,
            refusal=refusal,
        )
        if self.listen(done):
            self.hand_over(self.model.take(holder, units, self.today), to, None)
            self.model.wallets[holder] -= units
            self.model.wallets[to] += units

    @operation(holder=people, to=people, units=amounts)
    def cross(self, holder: str, to: str, units: int) -> None:
        """Leave for another chain and come back at once, perhaps to somebody else."""
        model, stack = self.model, self.stack
        if units > model.wallets[holder]:
            self.act(
                stack.token.crosschainBurn,
                self.by_name[holder],
                units,
                sender=stack.bridge,
                refusal="TransferRefused",
            )
            return
        words = stack.engine.lotsLeaving(stack.token, self.by_name[holder], units)
        young = any(decode(word).key.day > self.unlocked() for word in words)
        calls = [
            stack.token.crosschainBurn.encode(self.by_name[holder], units),
            stack.engine.announceArrival.encode(
                stack.token, identity(holder), self.by_name[to], units, words
            ),
            stack.token.crosschainMint.encode(self.by_name[to], units),
        ]
        done = self.act(
            self.carrier.together,
            [stack.token, stack.engine, stack.token],
            calls,
            sender=stack.agent,
            refusal="TransferRefused" if young and holder != to else None,
        )
        if self.listen(done):
            lots = model.take(holder, units, self.today)
            self.hand_over(lots, to, holder if holder != to else None)
            model.wallets[holder] -= units
            model.wallets[to] += units

    @operation(
        holder=people, older=st.integers(0, 5), younger=st.integers(0, 5), valid=st.booleans()
    )
    def merge(self, holder: str, older: int, younger: int, *, valid: bool) -> None:
        """Any two, or two that fit where there are such."""
        lots = self.model.lots[holder]
        pairs = [
            (n, m)
            for n, (old, _) in enumerate(lots)
            for m, (young, _) in enumerate(lots)
            if n != m and old[1:] == young[1:] and old.day <= young.day
        ]
        if valid and pairs:
            older, younger = pairs[(older + younger) % len(pairs)]
        fits = older != younger and max(older, younger) < len(lots)
        if fits:
            (first, _), (second, _) = lots[older], lots[younger]
            fits = first[1:] == second[1:] and first.day <= second.day
        done = self.act(
            self.stack.engine.mergeLots,
            self.stack.token,
            identity(holder),
            older,
            younger,
            sender=self.by_name[holder],
            refusal=None if fits else "LotsNotMergeable",
        )
        if self.listen(done):
            key, units = lots[younger]
            lots[younger] = (key, units + lots[older][1])
            last = lots.pop()
            if older < len(lots):
                lots[older] = last

    @operation(refusable=False, days=st.sampled_from([1, 20, 61]))
    def wait(self, days: int) -> None:
        self.chain.advance(days * DAY)

    # ------------------------------------------------------------------ what must hold

    def stored(self, name: str) -> list[tuple[LotKey, int]]:
        words = self.stack.engine.lotsOf(self.stack.token, identity(name))
        return [(lot.key, lot.units) for lot in map(decode, words)]

    @invariant()
    def lot_02_lots_are_the_models(self) -> None:
        for name in IDENTITIES:
            lots = self.stored(name)
            assert lots == self.model.lots[name], name
            assert len({key for key, _ in lots}) == len(lots) <= 64

    @invariant()
    def lot_01_lots_add_up_to_the_supply(self) -> None:
        total = sum(units for name in IDENTITIES for _, units in self.stored(name))
        assert total == self.stack.token.totalSupply()

    @invariant()
    def lot_04_shares_and_wallets_add_up_to_lots(self) -> None:
        stack, shares = self.stack, 0
        for name in NAMES:
            arguments = (stack.token, identity("pool"), identity(name))
            share = stack.engine.shareOf(*arguments)
            assert share == self.model.shares[name]
            wallet = stack.token.balanceOf(self.by_name[name])
            assert wallet == self.model.wallets[name]
            assert share + wallet == self.model.held(name)
            shares += share
        assert stack.token.balanceOf(self.pool) == shares + self.model.held("pool")

    @invariant()
    def the_logs_tell_it_all(self) -> None:
        for name in IDENTITIES:
            told = {key: units for key, units in self.told[identity(name)].items() if units}
            assert told == dict(self.model.lots[name])
            assert self.told_shares[identity(name)] == self.model.shares[name]


def test_lots(fuzz: Callable[[type[ChainMachine]], Tally]) -> None:
    tally = fuzz(LotsMachine)
    assert tally.steps


def test_numbers_are_those_of_the_contract() -> None:
    """The lists in Python and in `Lot.sol` name the same things in the same order."""
    text = (ROOT / "contracts/token/compliance/lots/Lot.sol").read_text()
    named = {"none": "NONE", "506b": "RULE_506B", "506c": "RULE_506C", "RegS": "REGULATION_S"}
    named |= {"144A": "RULE_144A", "CF": "CROWDFUNDING", "274": "SECTION_274"}
    named |= {"275": "SECTION_275", "QII": "QII", "small-number": "SMALL_NUMBER"}
    named |= {"professional": "PROFESSIONAL", "272": "SECTION_272"}
    named |= {"272A": "SECTION_272A", "272B": "SECTION_272B"}
    for number, exemption in enumerate(EXEMPTIONS):
        assert f"internal constant {named[exemption]} = {number};" in text
    assert f"internal constant EXEMPTIONS = {len(EXEMPTIONS)};" in text
    for number, source in enumerate(SOURCES):
        assert f"internal constant {source.upper()} = {number};" in text
