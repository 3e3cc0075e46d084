"""The token as a model: balances, freezes, allowances, record dates, and the code of a movement."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace

from tests.property.model.engine import Engine, Movement, Verdict
from tests.property.model.settings import Path

LARGEST = 2**120 - 1
UNLIMITED = 2**256 - 1
NOBODY, ITSELF = "nobody", "token"
"""The zero address and the token's own, as parties of a movement."""
DECIMALS = 1
WHOLE = 10**DECIMALS

PAUSED, SENDER_FROZEN, RECIPIENT_FROZEN, SPENDER_FROZEN, ZERO, SELF, TOO_LARGE = range(1, 8)
BALANCE, UNFROZEN, ALLOWANCE, FRACTION, MINIMUM = range(8, 13)


@dataclass
class Holder:
    """One wallet's holding."""

    balance: int = 0
    frozen: int = 0
    wallet_frozen: bool = False

    @property
    def unfrozen(self) -> int:
        """What may be sent."""
        return max(self.balance - self.frozen, 0)


@dataclass
class RecordDate:
    """A record date, and who held what at it once it has fallen."""

    falls_at: int
    balances: dict[str, int] | None = None


@dataclass
class Token:
    """The token with the engine behind it.

    Attributes:
        allowances: by owner and spender.
        minimum: smallest first position and primary purchase; zero for none.
        whole_units: nothing but multiples of `WHOLE` moves.
    """

    engine: Engine = field(default_factory=Engine)
    holders: dict[str, Holder] = field(default_factory=dict)
    allowances: dict[tuple[str, str], int] = field(default_factory=dict)
    supply: int = 0
    paused: bool = False
    minimum: int = 0
    whole_units: bool = False
    dates: list[RecordDate] = field(default_factory=list)
    now: int = 0

    def holder(self, wallet: str) -> Holder:
        """A wallet's holding."""
        return self.holders.setdefault(wallet, Holder())

    def balances(self) -> dict[str, int]:
        """Units by wallet."""
        return {wallet: holder.balance for wallet, holder in self.holders.items()}

    # -- what movements are asked ---------------------------------------------------------------

    def transfer_code(self, spender: str, sender: str, to: str, amount: int) -> int:
        """Code of a transfer, allowances apart."""
        return self.transfer_verdict(spender, sender, to, amount).code

    def transfer_verdict(self, spender: str, sender: str, to: str, amount: int) -> Verdict:
        """The same with what recording it needs."""
        code = self._holder_code(spender, sender, to, amount)
        return Verdict(code) if code else self._ask(Path.TRANSFER, spender, sender, to, amount)

    def spending_code(self, spender: str, sender: str, to: str, amount: int) -> int:
        """Code of a transfer that spends an allowance."""
        code = self.transfer_code(spender, sender, to, amount)
        short = self.allowances.get((sender, spender), 0) < amount
        return ALLOWANCE if short and (code == 0 or code > ALLOWANCE) else code

    def _holder_code(self, spender: str, sender: str, to: str, amount: int) -> int:
        giver, taker = self.holder(sender), self.holder(to)
        obstacles = (
            (PAUSED, self.paused),
            (SENDER_FROZEN, giver.wallet_frozen),
            (RECIPIENT_FROZEN, taker.wallet_frozen),
            (SPENDER_FROZEN, spender != sender and self.holder(spender).wallet_frozen),
            (ZERO, to == NOBODY),
            (SELF, to == ITSELF),
            (TOO_LARGE, amount > LARGEST),
            (BALANCE, amount > giver.balance),
            (UNFROZEN, amount > giver.unfrozen),
            (FRACTION, self._fraction(amount)),
            (MINIMUM, self._first_position_too_small(sender, to, amount)),
        )
        return next((code for code, met in obstacles if met), 0)

    def _fraction(self, amount: int) -> bool:
        return self.whole_units and amount % WHOLE != 0

    def _first_position_too_small(self, sender: str, to: str, amount: int) -> bool:
        if self.holder(to).balance or amount in {0, self.holder(sender).balance}:
            return False
        registry = self.engine.registry
        identity = registry.of(to).identity
        own = identity != "" and registry.of(sender).identity == identity
        return amount < self.minimum and not own

    def issue_verdict(self, to: str, amount: int, *, arrives: bool) -> Verdict:
        """Of an issuance by an agent, or of what arrives over the bridge."""
        taker = self.holder(to)
        obstacles = (
            (PAUSED, arrives and self.paused),
            (RECIPIENT_FROZEN, arrives and taker.wallet_frozen),
            (ZERO, to == NOBODY),
            (SELF, to == ITSELF),
            (TOO_LARGE, self.supply + amount > LARGEST),
            (FRACTION, self._fraction(amount)),
            (MINIMUM, not arrives and amount < self.minimum),
        )
        code = next((code for code, met in obstacles if met), 0)
        path = Path.ARRIVAL if arrives else Path.MINT
        return Verdict(code) if code else self._ask(path, "agent", "", to, amount)

    def departure_verdict(self, sender: str, amount: int) -> Verdict:
        """Of what leaves over the bridge."""
        giver = self.holder(sender)
        obstacles = (
            (PAUSED, self.paused),
            (SENDER_FROZEN, giver.wallet_frozen),
            (TOO_LARGE, amount > LARGEST),
            (BALANCE, amount > giver.balance),
            (UNFROZEN, amount > giver.unfrozen),
            (FRACTION, self._fraction(amount)),
        )
        code = next((code for code, met in obstacles if met), 0)
        return Verdict(code) if code else self._ask(Path.DEPARTURE, "bridge", sender, "", amount)

    def agent_verdict(self, path: Path, sender: str, to: str, amount: int) -> Verdict:
        """The engine's on an agent's burn, forced transfer or recovery."""
        return self._ask(path, "agent", sender, to, amount)

    def _ask(self, path: Path, spender: str, sender: str, to: str, amount: int) -> Verdict:
        return self.engine.decide(self.movement(path, spender, sender, to, amount), self.now)

    def movement(self, path: Path, spender: str, sender: str, to: str, amount: int) -> Movement:
        """A movement as the engine is told of it."""
        return Movement(
            path,
            spender,
            sender,
            to,
            amount,
            self.holder(sender).balance if sender else 0,
            self.holder(to).balance if to else 0,
            self.supply,
        )

    # -- moving ---------------------------------------------------------------------------------

    def move(self, movement: Movement, verdict: Verdict) -> None:
        """Record an allowed movement and change balances."""
        self.engine.record(movement, verdict)
        if movement.sender:
            self.holder(movement.sender).balance -= movement.amount
        else:
            self.supply += movement.amount
        if movement.recipient:
            self.holder(movement.recipient).balance += movement.amount
        else:
            self.supply -= movement.amount

    def release_for(self, wallet: str, amount: int) -> int:
        """Unfreeze what an agent's movement needs; how much that was."""
        holder = self.holder(wallet)
        released = max(amount - holder.unfrozen, 0)
        holder.frozen -= released
        return released

    def spend(self, spender: str, sender: str, amount: int) -> None:
        """Use an allowance up; an unlimited one stays."""
        if self.allowances[sender, spender] != UNLIMITED:
            self.allowances[sender, spender] -= amount

    def batch_code(self, sender: str, recipients: Sequence[str], amounts: Sequence[int]) -> int:
        """Code of the first refusal in a batch of transfers; the token is asked before the engine.

        What recipients hold is what they held before the batch.
        """
        trial = deepcopy(self)
        for to, amount in zip(recipients, amounts, strict=True):
            code = trial._holder_code(sender, sender, to, amount)
            if code:
                return code
            if to != sender:
                trial.holder(sender).balance -= amount
        return deepcopy(self).settle_batch(sender, recipients, amounts)

    def settle_batch(self, sender: str, recipients: Sequence[str], amounts: Sequence[int]) -> int:
        """Move a batch, or tell the engine's code for the first row that it refuses."""
        before = self.balances()
        for to, amount in zip(recipients, amounts, strict=True):
            movement = replace(
                self.movement(Path.TRANSFER, sender, sender, to, amount),
                recipient_wallet=before.get(to, 0),
            )
            verdict = self.engine.decide(movement, self.now)
            if verdict.code:
                return verdict.code
            self.move(movement, verdict)
        return 0

    # -- time -----------------------------------------------------------------------------------

    def advance(self, seconds: int) -> None:
        """Time passes; who holds when a record date falls is who held before."""
        self.now += seconds
        for date in self.dates:
            if date.balances is None and date.falls_at <= self.now:
                date.balances = {**self.balances(), "": self.supply}

    def pending_date(self) -> bool:
        """Whether a record date is scheduled that has not fallen."""
        return any(date.balances is None for date in self.dates)

    def held_at(self, wallet: str, number: int) -> int:
        """What a wallet held at a record date, or holds now where it has not fallen."""
        balances = self.dates[number - 1].balances
        return self.holder(wallet).balance if balances is None else balances.get(wallet, 0)
