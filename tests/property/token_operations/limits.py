"""Rules, allotments, approvals and new counts."""

from dataclasses import replace

from hypothesis import strategies as st

from tests.property.machine import operation
from tests.property.model import settings as rules
from tests.property.model.settings import Limit, Path, Settings
from tests.property.model.token import LARGEST, UNLIMITED
from tests.property.rule_levels import CLASS_KEYS, COUNTRIES, LEVELS, encoded
from tests.property.token_operations.base import OnStage, names, rightful, wallets
from tests.property.token_stage import IDENTITIES, SPENDER

divided = st.sampled_from(
    (
        (0, 0),
        (1, 0),
        (4, 0),
        (5, 0),
        *((2, country) for country in COUNTRIES),
        *((3, number) for number in CLASS_KEYS[:3]),
        *((4, identity) for identity in IDENTITIES),
    )
)
SPENDS = -1
RULED = (*[int(Path.TRANSFER)] * 3, SPENDS, int(Path.MINT), int(Path.ARRIVAL), int(Path.DEPARTURE))
"""Paths that rules look at, the commonest more often; a transfer by a spender has no number."""
narrow = st.sampled_from(("tight", "tight", "divided"))
movements = st.lists(
    st.tuples(
        st.sampled_from(RULED),
        wallets,
        wallets,
        st.sampled_from(("ten", "hundred", "one", "free", "balance")),
    ),
    min_size=3,
    max_size=6,
)


class Limits(OnStage):
    """Rules, allotments, approvals and new counts."""

    @operation(
        rule=st.sampled_from((*rules.RULES, *[rules.SENDER_NOT_VERIFIED] * 2)),
        level=narrow,
        rows=movements,
    )
    def move_under_a_rule(
        self, rule: int, level: str, rows: list[tuple[int, str, str, str]]
    ) -> None:
        """Set one rule, and have several things move at once."""
        self.moves_under(frozenset({rule}), level, rows)

    @operation(
        on=st.lists(st.sampled_from(rules.RULES), unique=True, min_size=2, max_size=4),
        level=narrow,
        rows=movements,
    )
    def move_under_rules(
        self, on: list[int], level: str, rows: list[tuple[int, str, str, str]]
    ) -> None:
        """Set some rules, and have several things move at once."""
        self.moves_under(frozenset(on), level, rows)

    def moves_under(
        self, on: frozenset[int], level: str, rows: list[tuple[int, str, str, str]]
    ) -> None:
        self.set_rules(on, level)
        if self.model.paused:
            self.token.unpause(sender=self.agent)
            self.model.paused = False
        registry = self.model.engine.registry
        known = [name for name in names if registry.of(name).identity]
        for path, sender, to, edge in rows:
            giver = self.holding(sender, edge)
            taker = self.fitting(to, known, wanted=edge != "one")
            self.move_on(path, giver, taker, self.amount(edge, giver))

    def move_on(self, path: int, sender: str, to: str, amount: int) -> None:
        match path:
            case Path.MINT | Path.ARRIVAL:
                self.send(Path(path), "agent", "", to, amount)
            case Path.DEPARTURE:
                self.send(Path.DEPARTURE, "bridge", sender, "", amount)
            case Path.TRANSFER:
                self.send(Path.TRANSFER, sender, sender, to, amount)
            case _:
                self.model.allowances[sender, SPENDER] = UNLIMITED
                spender = self.actors[SPENDER]
                self.token.approve(spender, UNLIMITED, sender=self.actors[sender])
                self.send(Path.TRANSFER, SPENDER, sender, to, amount)

    def set_rules(self, on: frozenset[int], level: str) -> None:
        """Configure rules with the parameters of a level."""
        self.apply_settings(replace(LEVELS[level], rules=on))

    def apply_settings(self, settings: Settings) -> None:
        """Configure rules and their parameters."""
        differences = self.model.engine.limits.differences(settings.limits, settings.shares)
        self.engine.configureRules(self.token, encoded(settings, differences), sender=self.governor)
        self.model.engine.configure(settings)

    @operation(
        on=st.lists(st.sampled_from(rules.RULES), unique=True, max_size=4),
        level=st.sampled_from(tuple(LEVELS)),
        rightly=rightful,
    )
    def configure(self, on: list[int], level: str, rightly: bool) -> None:
        settings = replace(LEVELS[level], rules=frozenset(on))
        differences = self.model.engine.limits.differences(settings.limits, settings.shares)
        if self.act(
            self.engine.configureRules,
            self.token,
            encoded(settings, differences),
            sender=self.by(self.governor, rightly),
            refusal=None if rightly else "AccessManagedUnauthorized",
        ):
            self.model.engine.configure(settings)

    @operation(
        minimum=st.sampled_from((0, 0, 30, LARGEST + 1, LARGEST + 1)),
        whole=st.sampled_from((False, False, True)),
    )
    def describe(self, minimum: int, whole: bool) -> None:
        info = ("bond", "EU", "exemption", minimum, not whole)
        if self.act(
            self.token.setTokenInfo,
            info,
            sender=self.governor,
            refusal=None if minimum <= LARGEST else "AmountTooLarge",
        ):
            self.model.minimum, self.model.whole_units = minimum, whole

    @operation(at=divided, amount=st.sampled_from((0, 1, 10, 100)))
    def send_allotment(self, at: tuple[int, int | str], amount: int) -> None:
        limit, key = Limit(at[0]), at[1]
        limits = self.model.engine.limits
        used = self.model.engine.used(limit, key, self.model.supply)
        local = limits.allotment(limit, key)
        refusal = None
        if used is None:
            refusal = "LimitNotMovable"
        elif local < used + amount:
            refusal = "AllotmentInUse"
        elif local - amount > limits.global_value(limit, key):
            refusal = "AllotmentOutOfRange"
        self.messages += 1
        if self.act(
            self.engine.sendAllotment,
            *(self.token, int(limit), self.number(key), amount, self.messages.to_bytes(32)),
            sender=self.bridge,
            refusal=refusal,
        ):
            limits.allotments[limit, key] = local - amount

    @operation(at=divided, amount=st.sampled_from((0, 1, 10, 100)), again=st.booleans())
    def receive_allotment(self, at: tuple[int, int | str], amount: int, again: bool) -> None:
        limit, key = Limit(at[0]), at[1]
        engine = self.model.engine
        local = engine.limits.allotment(limit, key)
        message = min(engine.received) if again and engine.received else self.messages + 1
        refusal = None
        if message in engine.received:
            refusal = "MessageAlreadyReceived"
        elif limit is Limit.WINDOW_VOLUME or (limit is Limit.MAX_BALANCE and key == 0):
            refusal = "LimitNotMovable"
        elif local + amount > engine.limits.global_value(limit, key):
            refusal = "AllotmentOutOfRange"
        self.messages += 1
        if self.act(
            self.engine.receiveAllotment,
            *(self.token, int(limit), self.number(key), amount, message.to_bytes(32)),
            sender=self.bridge,
            refusal=refusal,
        ):
            engine.limits.allotments[limit, key] = local + amount
            engine.received.add(message)

    def number(self, key: int | str) -> int:
        return int(self.address(key), 16) if isinstance(key, str) else key

    @operation(
        sender=wallets,
        to=st.sampled_from((*names, "")),
        amount=st.sampled_from((10, 100, 1)),
        lasts=st.sampled_from((100_000, 100_000, 0, 3_600)),
        rightly=rightful,
    )
    def approve_transfer(
        self, sender: str, to: str, amount: int, lasts: int, rightly: bool
    ) -> None:
        now = self.model.now
        refusal = "NotTokenAgent" if not rightly else None if lasts else "ApprovalPeriodInvalid"
        if self.act(
            self.engine.approveTransfer,
            *(self.token, self.address(sender), self.address(to), amount, now, now + lasts),
            sender=self.by(self.agent, rightly),
            refusal=refusal,
        ):
            self.model.engine.approvals[sender, to, amount] = (now, now + lasts)

    @operation(sender=wallets, known=st.booleans())
    def revoke_approval(self, sender: str, known: bool) -> None:
        approvals = self.model.engine.approvals
        if known and not approvals:
            until = self.model.now + 3_600
            parties = (self.address(sender), self.address(names[0]))
            self.engine.approveTransfer(self.token, *parties, 10, 0, until, sender=self.agent)
            approvals[sender, names[0], 10] = (0, until)
        key = min(approvals) if known else (sender, sender, 3)
        if self.act(
            self.engine.revokeApproval,
            *(self.token, self.address(key[0]), self.address(key[1]), key[2]),
            sender=self.agent,
            refusal=None if key in approvals else "ApprovalUnknown",
        ):
            del approvals[key]

    @operation(stopped=st.booleans(), asked=wallets)
    def count_again(self, stopped: bool, asked: str) -> None:
        token, model = self.token, self.model
        before = model.paused
        if stopped and not before:
            token.pause(sender=self.agent)
        frozen = before or stopped or model.supply == 0
        receipt = self.act(
            self.engine.startCount,
            *(token, (True, True, 0b11, False)),
            sender=self.governor,
            refusal=None if frozen else "TokenNotPaused",
        )
        if receipt and model.supply:
            # Not even an agent issues anything while a count runs.
            model.engine.counting = True
            code = model.issue_verdict(asked, 30, arrives=False).code
            self.act_with_code(token.mint, self.address(asked), 30, sender=self.agent, code=code)
            model.engine.counting = False
            seen = [self.address(wallet) for wallet in names]
            self.engine.countWallets(token, [*seen, seen[0]], sender=self.stranger)
            self.engine.finishCount(token, sender=self.stranger)
        if receipt:
            model.engine.count_again({name: model.holder(name).balance for name in names})
        if stopped and not before:
            token.unpause(sender=self.agent)
