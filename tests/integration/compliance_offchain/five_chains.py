"""Five chains with real engines, and messages between them that are late, lost or repeated."""

import random
from collections import Counter
from dataclasses import dataclass, field

from quantera import chains
from quantera.compliance.quotas import Allotment, Quota, QuotaMove
from quantera.evm import Actor, MemoryChain, Reverted
from quantera.gas.token_stack import FOREVER, TokenStack, deploy_stack, rule_settings

SUPPLY, HOLDERS, COUNTRY_HOLDERS, CLASS_HOLDERS, MAX_BALANCE = range(5)
GERMANY, FRANCE = 276, 250
TOTALS = {
    (SUPPLY, 0): 1_000,
    (HOLDERS, 0): 15,
    (COUNTRY_HOLDERS, GERMANY): 8,
    (CLASS_HOLDERS, 1 * 16 + 2): 7,
}
MOST = 400
PEOPLE = 6
RULES = (23, 24, 27, 28, 29)
_STEPS = (
    *("mint", "mint", "burn", "burn", "transfer", "transfer", "depart", "arrive", "arrive"),
    *("give", "deliver", "deliver", "repeat", "lose"),
)


@dataclass(frozen=True)
class AllotmentMessage:
    """Part of an allotment on its way."""

    id: bytes
    target: str
    limit: tuple[int, int]
    amount: int


@dataclass(frozen=True)
class UnitsMessage:
    """Units on their way; the bridge delivers them once."""

    id: bytes
    target: str
    person: int
    amount: int


@dataclass
class World:
    """Five chains, one token on each, six investors with the same wallets everywhere."""

    rng: random.Random
    stacks: dict[str, TokenStack] = field(default_factory=dict)
    allotments: list[AllotmentMessage] = field(default_factory=list)
    units: list[UnitsMessage] = field(default_factory=list)
    old: list[AllotmentMessage] = field(default_factory=list)
    messages: int = 0
    seen: Counter[str] = field(default_factory=Counter)
    renumbers: bool = False

    def __post_init__(self) -> None:
        names = [chain.name for chain in chains.production()]
        for place, name in enumerate(names):
            stack = deploy_stack(MemoryChain(chains.get(name).chain_id))
            self.stacks[name] = stack
            for number, person in enumerate(self.people(stack)):
                country = GERMANY if number % 2 else FRANCE
                word = int(str(stack.chain.actor(f"identity {number}")), 16) | country << 160
                word |= FOREVER << 176 | (2 if number < 4 else 1) << 220
                stack.enter([person], [word])
            stack.engine.startCount(stack.token, (True, True, 1 << 1, False), sender=stack.governor)
            stack.configure(self.settings(place, len(names), stack))

    @staticmethod
    def settings(place: int, count: int, stack: TokenStack) -> dict[str, object]:
        """Every limit on, each divided as evenly as whole numbers allow."""

        def part(total: int) -> int:
            return total // count + (1 if place < total % count else 0)

        own = [
            (MAX_BALANCE, int(str(stack.chain.actor(f"identity {n}")), 16), part(MOST))
            for n in range(PEOPLE)
        ]
        return rule_settings(
            RULES,
            supplyCap=TOTALS[SUPPLY, 0],
            holderCap=TOTALS[HOLDERS, 0],
            maxBalance=MOST,
            countryCaps=[(GERMANY, True, TOTALS[COUNTRY_HOLDERS, GERMANY])],
            classCaps=[(18, True, TOTALS[CLASS_HOLDERS, 18])],
            allotments=[*((*limit, part(total)) for limit, total in TOTALS.items()), *own],
        )

    @staticmethod
    def people(stack: TokenStack) -> list[Actor]:
        """The investors' wallets."""
        return [stack.chain.actor(f"wallet {n}") for n in range(PEOPLE)]

    def limits(self) -> dict[tuple[int, int], int]:
        """Global value of every limit, those of single investors included."""
        stack = next(iter(self.stacks.values()))
        people = range(PEOPLE)
        own = {
            (MAX_BALANCE, int(str(stack.chain.actor(f"identity {n}")), 16)): MOST for n in people
        }
        return {**TOTALS, **own}

    # ------------------------------------------------------------------ steps

    def step(self) -> None:
        """One thing happens somewhere."""
        name = self.rng.choice(_STEPS)
        if name == "repeat" and not self.old:
            return
        try:
            getattr(self, name)()
            self.seen[name] += 1
        except Reverted:
            self.seen[f"{name} refused"] += 1

    def _somewhere(self) -> tuple[str, TokenStack]:
        name = self.rng.choice(sorted(self.stacks))
        return name, self.stacks[name]

    def mint(self) -> None:
        _, stack = self._somewhere()
        person = self.rng.choice(self.people(stack))
        stack.token.mint(person, self.rng.choice((1, 20, 70, 150)), sender=stack.agent)

    def burn(self) -> None:
        _, stack = self._somewhere()
        person = self.rng.choice(self.people(stack))
        stack.token.burn(person, self.rng.choice((1, 20)), sender=stack.agent)

    def transfer(self) -> None:
        _, stack = self._somewhere()
        giver, taker = self.rng.sample(self.people(stack), 2)
        held = stack.token.balanceOf(giver)
        amount = self.rng.choice((held, 1, 15))
        stack.token.transfer(taker, amount, sender=giver)

    def depart(self) -> None:
        """Units leave for another chain."""
        source, stack = self._somewhere()
        number = self.rng.randrange(PEOPLE)
        person = self.people(stack)[number]
        amount = self.rng.choice((1, 10, stack.token.balanceOf(person)))
        stack.token.crosschainBurn(person, amount, sender=stack.bridge)
        target = self.rng.choice([name for name in self.stacks if name != source])
        self.units.append(UnitsMessage(self._id(), target, number, amount))

    def arrive(self) -> None:
        """Units arrive; what the chain refuses waits."""
        if self.units:
            place = self.rng.randrange(len(self.units))
            message = self.units[place]
            stack = self.stacks[message.target]
            person = self.people(stack)[message.person]
            stack.token.crosschainMint(person, message.amount, sender=stack.bridge)
            self.units.pop(place)

    def give(self) -> None:
        """Part of an allotment leaves for another chain."""
        source, _ = self._somewhere()
        target = self.rng.choice([name for name in self.stacks if name != source])
        limit = self.rng.choice(sorted(self.limits()))
        self.send(source, target, limit, self.rng.choice((1, 2, 40)))

    def send(self, source: str, target: str, limit: tuple[int, int], amount: int) -> None:
        """The first half of a move."""
        stack, id_ = self.stacks[source], self._id()
        stack.engine.sendAllotment(stack.token, *limit, amount, id_, sender=stack.bridge)
        self.allotments.append(AllotmentMessage(id_, target, limit, amount))

    def deliver(self) -> None:
        """Some message, not the oldest, arrives."""
        if self.allotments:
            message = self.allotments.pop(self.rng.randrange(len(self.allotments)))
            self._receive(message)
            self.old.append(message)

    def repeat(self) -> None:
        """A message that arrived before arrives again, as a relayer or an attacker has it."""
        message = self.rng.choice(self.old)
        id_ = self._id() if self.renumbers else message.id
        self._receive(AllotmentMessage(id_, message.target, message.limit, message.amount))

    def lose(self) -> None:
        """A message is lost for now; relayers find it again at the end."""
        if self.allotments and self.rng.random() < 0.3:
            self.allotments.append(self.allotments.pop(0))

    def _receive(self, message: AllotmentMessage) -> None:
        stack = self.stacks[message.target]
        words = stack.token, *message.limit, message.amount, message.id
        stack.engine.receiveAllotment(*words, sender=stack.bridge)

    def _id(self) -> bytes:
        self.messages += 1
        return self.messages.to_bytes(32, "big")

    # ------------------------------------------------------------------ looking

    def quotas(self) -> list[Quota]:
        """Every limit with its parts, as the chains show them."""
        found = []
        for (limit, key), total in self.limits().items():
            parts = {}
            for name, stack in self.stacks.items():
                shown = stack.engine.allotment(stack.token, limit, key)
                assert shown.globalValue == total
                parts[name] = Allotment(shown.local, shown.used)
            found.append(Quota("NOTE", f"{limit}:{key}", total, parts))
        return found

    def flying(self, limit: tuple[int, int]) -> int:
        """Part of a limit that is on its way."""
        return sum(m.amount for m in self.allotments if m.limit == limit)

    def check(self, *, whole: bool = False) -> None:
        """Nothing passes its global value, whatever is under way."""
        limits = self.limits()
        for quota in self.quotas():
            limit, key = map(int, quota.limit.split(":"))
            assert quota.faults() == []
            allotted = sum(part.allotted for part in quota.parts.values())
            assert allotted + self.flying((limit, key)) == limits[limit, key] or (
                not whole and allotted + self.flying((limit, key)) < limits[limit, key]
            ), (quota.limit, allotted)
            assert sum(part.used for part in quota.parts.values()) <= limits[limit, key]
        supply = sum(stack.token.totalSupply() for stack in self.stacks.values())
        assert supply <= TOTALS[SUPPLY, 0]
        for number in range(PEOPLE):
            held = [s.token.balanceOf(self.people(s)[number]) for s in self.stacks.values()]
            assert sum(held) <= MOST, (number, held)
        for name, stack in self.stacks.items():
            holders = {n for n, p in enumerate(self.people(stack)) if stack.token.balanceOf(p)}
            assert stack.engine.holders(stack.token) == len(holders), name

    def move(self, moves: list[QuotaMove]) -> None:
        """Carries out what `rebalance` says, messages waiting as others do."""
        for entry in moves:
            limit, key = map(int, entry.limit.split(":"))
            self.send(entry.source, entry.target, (limit, key), entry.amount)
