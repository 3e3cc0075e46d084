"""Movements at the exact edge of what a rule allows, and what is used or counted only once."""

from dataclasses import replace

from hypothesis import strategies as st

from tests.property.machine import operation
from tests.property.model import settings as rules
from tests.property.model.records import CUSTODIAN, SANCTIONED
from tests.property.model.settings import Key, Limit, Path, Settings
from tests.property.model.token import WHOLE
from tests.property.rule_levels import LEVELS
from tests.property.token_operations.agents import Agents
from tests.property.token_operations.base import names, wallets
from tests.property.token_operations.limits import SPENDS, Limits
from tests.property.token_operations.register import Register
from tests.property.token_stage import SPENDER, first_record

beside = st.sampled_from((-1, 0, 1))
"""One below, at and above an edge."""


class Edges(Agents, Register, Limits):
    """Movements at the exact edge of what a rule allows."""

    def open_under(self, rule: int, level: str) -> None:
        """One rule runs, and the token is not paused."""
        self.open_with(replace(LEVELS[level], rules=frozenset({rule})))

    def open_with(self, settings: Settings) -> None:
        """These rules run, and the token is not paused."""
        self.apply_settings(settings)
        if self.model.paused:
            self.token.unpause(sender=self.agent)
            self.model.paused = False

    def known(self, drawn: str, *, but: str = "") -> str:
        """What was drawn, or a registered wallet."""
        registry = self.model.engine.registry
        able = [name for name in names if name != but and registry.of(name).identity]
        return self.fitting(drawn, able, wanted=True)

    def held_by(self, wallet: str) -> int:
        """Units of the identity under which a wallet's units count."""
        engine = self.model.engine
        return engine.position(engine.counted_identity(wallet))

    def alone(self) -> list[str]:
        """Registered wallets without which their identities hold nothing."""
        model = self.model
        return [
            name
            for name in names
            if model.engine.registry.of(name).identity
            and model.holder(name).balance == self.held_by(name)
        ]

    @operation(sender=wallets, to=wallets, off=beside)
    def leave_a_minimum(self, sender: str, to: str, off: int) -> None:
        self.open_under(rules.MIN_BALANCE, "tight")
        sender = self.holding(sender, "ten")
        left = self.model.engine.settings.min_balance + off
        amount = max(self.held_by(sender) - left, 0)
        self.send(Path.TRANSFER, sender, sender, self.known(to, but=sender), amount)

    @operation(to=wallets, off=beside)
    def reach_a_minimum(self, to: str, off: int) -> None:
        """With a first holding: what the wallet held is burned before."""
        self.open_under(rules.MIN_BALANCE, "tight")
        to = self.fitting(self.known(to), self.alone(), wanted=True)
        held = self.model.holder(to).balance
        if held:
            self.corrected(self.token.burn, Path.BURN, to, "", held)
        amount = self.model.engine.settings.min_balance + off - self.held_by(to)
        self.send(Path.MINT, "agent", "", to, max(amount, 1))

    @operation(to=wallets, off=beside, level=st.sampled_from(("tight", "divided")))
    def fill_a_limit(self, to: str, off: int, level: str) -> None:
        self.open_under(rules.MAX_BALANCE, level)
        to = self.known(to)
        identity = self.model.engine.registry.of(to).identity
        room = self.model.engine.limits.most_of(identity) - self.model.engine.position(identity)
        self.send(Path.MINT, "agent", "", to, max(room + off, 0))

    @operation(sender=wallets, to=wallets, late=st.sampled_from((None, None, -1, 0)))
    def use_an_approval_twice(self, sender: str, to: str, late: int | None) -> None:
        """Once it may; or not even once where its last second is over."""
        self.open_under(rules.APPROVAL, "loose")
        sender = self.holding(sender, "ten")
        to = self.known(to, but=sender)
        amount, now = 1, self.model.now
        parties = (self.address(sender), self.address(to), amount)
        self.engine.approveTransfer(self.token, *parties, now, now + 3_600, sender=self.agent)
        self.model.engine.approvals[sender, to, amount] = (now, now + 3_600)
        if late is not None:
            self.chain.advance(3_600 + late)
            self.model.advance(3_600 + late)
        self.send(Path.TRANSFER, sender, sender, to, amount)
        self.send(Path.TRANSFER, sender, sender, to, amount)

    @operation(
        rule=st.sampled_from((rules.HOLDERS, rules.COUNTRY_HOLDERS, rules.CLASS_HOLDERS)),
        sender=wallets,
        to=wallets,
        kept=st.sampled_from((0, 1)),
    )
    def make_room(self, rule: int, sender: str, to: str, kept: int) -> None:
        """With as many holders as there may be, one hands everything, or nearly, to a newcomer."""
        holder = self.model.holder
        able = [name for name in self.alone() if holder(name).unfrozen == self.held_by(name) > 1]
        sender = self.fitting(sender, able, wanted=True)
        others = [name for name in self.alone() if name != sender]
        to = self.fitting(self.known(to, but=sender), others, wanted=True)
        if holder(to).balance and to != sender:
            self.corrected(self.token.burn, Path.BURN, to, "", holder(to).balance)
        self.open_with(self.full_house(rule))
        amount = max(holder(sender).balance - kept, 0)
        self.send(Path.TRANSFER, sender, sender, to, amount)

    def full_house(self, rule: int) -> Settings:
        """One rule of holders, and every cap at what is counted now."""
        book, level = self.model.engine.book, LEVELS["tight"]
        caps: dict[Key, int] = {(Limit.HOLDERS, 0): book.holders()}
        for limit, key in level.limits:
            if limit is Limit.COUNTRY_HOLDERS:
                caps[limit, key] = book.by_country()[int(key)]
            elif limit is Limit.CLASS_HOLDERS:
                caps[limit, key] = book.by_class()[int(key)]
        return replace(
            level,
            rules=frozenset({rule}),
            limits=level.limits | caps,
            shares=level.shares | caps,
        )

    @operation(sender=wallets, to=wallets, bar=st.sampled_from(("", "frozen", "sanctioned")))
    def spend_for_another(self, sender: str, to: str, bar: str) -> None:
        """By a spender whom nothing bars, or one thing; between parties whom nothing does."""
        self.open_under(rules.SPENDER, "loose")
        model, registry = self.model, self.model.engine.registry
        free = [
            name
            for name in names
            if not model.holder(name).wallet_frozen
            and registry.of(name).until > model.now
            and SANCTIONED not in registry.of(name).flags
        ]
        to = self.fitting(to, free, wanted=True)
        able = [name for name in free if name != to and model.holder(name).unfrozen >= WHOLE]
        sender = self.fitting(sender, able, wanted=True)
        flags = frozenset({SANCTIONED}) if bar == "sanctioned" else frozenset[str]()
        record = replace(first_record("id_c"), flags=flags)
        self.stage.write(SPENDER, record)
        registry.write(SPENDER, record)
        self.freeze_spender(bar == "frozen")
        self.move_on(SPENDS, sender, to, WHOLE)
        self.freeze_spender(False)

    def freeze_spender(self, frozen: bool) -> None:
        self.token.setAddressFrozen(self.address(SPENDER), frozen, sender=self.agent)
        self.model.holder(SPENDER).wallet_frozen = frozen

    @operation(sender=wallets, to=wallets, held=st.booleans())
    def sell_under_a_hold(self, sender: str, to: str, held: bool) -> None:
        """By a holder whom a sanctions hold bars, or nothing."""
        self.open_with(replace(LEVELS["loose"], rules=frozenset()))
        registry = self.model.engine.registry
        sender = self.holding(sender, "ten")
        record = registry.of(sender)
        if record.identity:
            flags = record.flags | {SANCTIONED} if held else record.flags - {SANCTIONED}
            self.stage.write(sender, replace(record, flags=flags, relinked=False))
            registry.write(sender, replace(record, flags=flags, relinked=False))
        self.send(Path.TRANSFER, sender, sender, self.known(to, but=sender), 1)
        if record.identity:
            self.stage.write(sender, replace(record, relinked=False))
            registry.write(sender, replace(record, relinked=False))

    @operation(wallet=wallets, to=wallets, beyond=st.sampled_from((0, 1)))
    def keep_for_others(self, wallet: str, to: str, beyond: int) -> None:
        """An investor becomes a custodian or ceases to be one, and lets go of everything."""
        registry = self.model.engine.registry
        wallet = self.fitting(
            wallet, [name for name in names if self.model.holder(name).balance], wanted=True
        )
        record = registry.of(wallet)
        if record.identity:
            turned = replace(record, flags=record.flags ^ {CUSTODIAN}, relinked=False)
            self.stage.write(wallet, turned)
            registry.write(wallet, turned)
            self.engine.recount(self.token, self.address(wallet), sender=self.stranger)
            self.model.engine.recount(wallet)
        amount, to = self.model.holder(wallet).balance + beyond, self.known(to, but=wallet)
        if to != wallet:
            self.corrected(self.token.forcedTransfer, Path.FORCED, wallet, to, amount)
