"""A model of lots, custody, freezes and limits, for the machine that moves them in any order."""

from collections import Counter, defaultdict

from quantera.compliance.lots import LotKey
from quantera.compliance.moments import DAY, add_months

INVESTORS = ("ann", "ben", "cid")
CUSTODIANS = ("pool", "bank")
NAMES = (*INVESTORS, *CUSTODIANS)
AFFILIATE = "ann"
RENEWED = frozenset({"506b", "506c", "RegS", "144A"})
RESTRICTED = frozenset({"506b", "506c", "144A"})
LOCK_UP = 2
HOLDING_MONTHS = 6
MAXIMUM = 320


class Model:
    """Lots in the order in which they are stored: which of one day goes first is part of it.

    Attributes:
        now: Unix seconds.
        lots: an investor's, wherever its units are.
        wallets: units in the wallet that an investor uses.
        frozen: units of it that must stay; may exceed it after an agent's act.
        closed: wallets that are frozen whole, an investor's first (0) and second (1).
        used: which of the two an investor uses.
        shares: units by custodian and investor.
        frozen_shares: units of them that must stay.
    """

    def __init__(self, now: int) -> None:
        self.now = now
        self.lots: dict[str, list[tuple[LotKey, int]]] = {name: [] for name in NAMES}
        self.wallets: Counter[str] = Counter()
        self.frozen: Counter[str] = Counter()
        self.closed: set[tuple[str, int]] = set()
        self.used: Counter[str] = Counter()
        self.shares: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.frozen_shares: defaultdict[str, Counter[str]] = defaultdict(Counter)

    @property
    def today(self) -> int:
        """Days since 1970."""
        return self.now // DAY

    def held(self, name: str) -> int:
        """Units of all lots."""
        return sum(units for _, units in self.lots[name])

    def free(self, name: str) -> int:
        """Units in the wallet that are not frozen."""
        return max(self.wallets[name] - self.frozen[name], 0)

    def is_closed(self, name: str) -> bool:
        """Whether the wallet that an investor uses is frozen whole."""
        return (name, self.used[name]) in self.closed

    def release_for(self, name: str, units: int) -> None:
        """What an agent moves is unfrozen as far as it must be."""
        self.frozen[name] -= max(units - self.free(name), 0)

    def holders(self) -> int:
        """Investors with a lot, in a wallet or in custody."""
        return sum(self.held(name) > 0 for name in INVESTORS)

    def too_much(self, name: str, units: int) -> bool:
        """Whether a sale would bring an investor above the maximum, with what is in custody."""
        return self.held(name) + units > MAXIMUM

    # -- lots -----------------------------------------------------------------------------------

    def locked(self, key: LotKey) -> bool:
        """Whether the lock-up or the holding period of restricted securities keeps a lot."""
        months = HOLDING_MONTHS if key.exemption in RESTRICTED else LOCK_UP
        return add_months(key.day * DAY, months) > self.now

    def saleable(self, name: str) -> int:
        """Units of lots that no rule keeps."""
        return sum(units for key, units in self.lots[name] if not self.locked(key))

    def add(self, name: str, key: LotKey, units: int) -> None:
        """Adds to the lot of its kind, or opens one."""
        for place, (held, before) in enumerate(self.lots[name]):
            if held == key:
                self.lots[name][place] = (key, before + units)
                return
        self.lots[name].append((key, units))

    def take(self, name: str, units: int, *, sale: bool) -> list[tuple[LotKey, int]]:
        """Oldest first; of a sale those that are locked stay."""
        lots, taken = self.lots[name], []
        while units:
            places = [
                n for n, (key, left) in enumerate(lots) if left and not (sale and self.locked(key))
            ]
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

    def hand_over(self, lots: list[tuple[LotKey, int]], to: str, seller: str | None) -> None:
        """What an affiliate sells of restricted securities starts anew."""
        for key, units in lots:
            anew = seller == AFFILIATE and key.exemption in RENEWED
            renewed = LotKey(self.today, "affiliate", key.exemption)
            self.add(to, renewed if anew else key, units)

    def sell(self, seller: str, to: str, units: int) -> None:
        """Lots change hands by a sale; to the same investor none do."""
        if seller != to:
            self.hand_over(self.take(seller, units, sale=True), to, seller)
