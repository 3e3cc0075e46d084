"""Contracts, actors, the model beside them, and what all operations on the brokerage share."""

import copy
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from fractions import Fraction
from typing import Any, ClassVar

from hypothesis import strategies as st

from quantera.evm import Actor, Contract, Receipt
from quantera.evm.contract import Function
from quantera.gas.brokerage_stack import (
    ACTIVE,
    COLLATERAL,
    SETTLEMENT,
    TRADABLE,
    account_of,
    deploy_brokerage_stack,
)
from tests.property.brokerage import laws
from tests.property.brokerage.model.book import BROKERAGE, Answer
from tests.property.brokerage.model.desk import GOVERNOR
from tests.property.brokerage.model.ledger import EVERYTHING
from tests.property.brokerage.model.margin import Auctions
from tests.property.brokerage.model.numbers import BPS, DAY, VALUE, up
from tests.property.brokerage.model.prices import PLACES, Feed, FeedTerms, Outcome, Track
from tests.property.brokerage.model.records import CLEARING, Account, Grant, Line, Listed, Pool
from tests.property.brokerage.model.risk import Risk
from tests.property.brokerage.reading import Reader
from tests.property.machine import ChainMachine

INSTITUTIONS = ("anna", "bert", "cleo", "dora")
"""Anna and Bert are of one owner; Cleo's verification ends; Dora is rich."""
VAULT, OLGA, LENA, XAVER = "vault", "olga", "lena", "xaver"
"""Another wallet of Anna's, an operator, a verified lender, and somebody whom nobody verifies."""
PEOPLE = (*INSTITUTIONS, VAULT, OLGA, LENA, XAVER)
ACCOUNTS: tuple[Account, ...] = (("anna", 0), ("anna", 1), ("bert", 0), ("cleo", 0), ("dora", 0))
NO_ACCOUNT: Account = ("cleo", 9)
FAMILY = 7
"""The group of Anna and Bert, which issued the last collateral."""
VERIFIED_FOR = {"cleo": 2 * DAY}
USD, EUR, ETH, BTC, OIL, BOND = range(6)
ASSETS = (USD, EUR, ETH, BTC, OIL, BOND)
NO_ASSET = 60
LIVELY = (ETH, BTC, OIL)
"""Assets whose prices move, and positions are taken in."""
TOKENS = {USD: 6, EUR: 18, ETH: 18, BTC: 8, BOND: 18}
"""Decimals of assets that have a token; oil is an underlying alone."""
PRICES = {
    USD: VALUE,
    EUR: 108 * VALUE // 100,
    ETH: 2_000 * VALUE + 1,
    BTC: 40_000 * VALUE,
    OIL: 80 * VALUE,
    BOND: 97 * VALUE,
}
LIMIT = 2_000_000 * VALUE
FEE_RATE, AGREED_FEE = 10, 100
"""Basis points that the fee structure charges, and that institutions agree to at first."""
FUNDS = {USD: 10**13, EUR: 10**25, ETH: 10**22, BTC: 10**11, BOND: 10**24}

people = st.sampled_from(range(len(PEOPLE)))
accounts = st.sampled_from(range(len(ACCOUNTS)))
listed = st.sampled_from(ASSETS)
places = st.integers(0, 30)
moods = st.sampled_from(("right",) * 5 + ("operator", "stranger"))
"""Who acts for an account."""
shares = st.sampled_from((0, 1, 10, 100, 250, 500, 900, 999, 1_000, 1_001, 1_500, -1, -2))
"""Thousandths of what could be; below zero a single unit, or everything."""


def part(share: int, most: int) -> int:
    """An amount of about a share of what could be."""
    if share == -1:
        return 1
    if share == -2:
        return EVERYTHING
    return most * share // 1_000


class BrokerageStage(ChainMachine):
    """The model is a `Risk` book; every call is predicted by it, and changes it."""

    book: Risk
    called: ClassVar[Counter[tuple[str, bool]]] = Counter()
    """How often each function was accepted, and refused."""

    # ------------------------------------------------------------------ how it begins

    def deploy(self) -> None:
        self.stack = deploy_brokerage_stack(self.chain)
        self.contract = self.stack.brokerage
        self.first = Risk(self.chain.timestamp)
        self.first.wallets = {(name, asset): 0 for name in (*PEOPLE, BROKERAGE) for asset in TOKENS}
        terms = Auctions(*self.contract.liquidationTerms())
        self.first.auctions = replace(terms, fee=50, seizure_window=3_600)
        words = tuple(asdict(self.first.auctions).values())
        self.contract.setLiquidationTerms(words, sender=self.stack.governor)
        self.actors: dict[str, Actor] = {GOVERNOR: self.stack.governor}
        self.uptime = self.chain.deploy("HostileFeed", 0, 0)
        self.fees = self.chain.deploy("FeeStructureProbe", FEE_RATE)
        self.first.uptime = True, self.now
        self._verify()
        self._list()
        self._quote()
        self._fund()
        self._lend()
        self._deposit()
        self.book = self.first
        self._appoint()
        self._earn()
        self._expose()
        self.reader = Reader(self, self.chain.deploy("ViewConcatenationProbe"))

    def _verify(self) -> None:
        book, now = self.first, self.chain.timestamp
        for name in PEOPLE:
            self.actors[name] = self.chain.actor(name)
            if name in (XAVER, OLGA):
                continue
            facts: dict[str, Any] = {}
            if name in VERIFIED_FOR:
                facts["valid_until"] = now + VERIFIED_FOR[name]
            if name == VAULT:
                facts["identity"] = self.chain.actor("identity of anna")
            self.stack.verify(name, **facts)
            book.verified[name] = now + VERIFIED_FOR.get(name, 1 << 40)
            book.identities[name] = "anna" if name == VAULT else name
        self.contract.raiseGroupLimit(FAMILY, 3 * LIMIT // 2, sender=self.stack.governor)
        book.groups[FAMILY] = 3 * LIMIT // 2
        ends = now // DAY + 4
        for name in INSTITUTIONS:
            group = FAMILY if name in INSTITUTIONS[:2] else 0
            terms = (LIMIT, group, ends, ends)
            self.contract.admitInstitution(self.actors[name], terms, sender=self.stack.governor)
            book.lines[name] = Line(LIMIT, group, ends, ends)
            book.opened[name, 0] = True
        self.contract.openAccount(1, sender=self.actors["anna"])
        book.opened["anna", 1] = True

    def _list(self) -> None:
        made = {
            USD: self._listed("USD", USD, settlement=True, spread=5),
            EUR: self._listed("EUR", EUR, settlement=True, haircut=200, spread=10),
            ETH: self._listed("ETH", ETH, tradable=True, haircut=1_500, spread=20, exposure=900),
            BTC: self._listed("BTC", BTC, tradable=True, haircut=1_000, exposure=800),
            OIL: self._listed("OIL", OIL, tradable=True, spread=30, exposure=1_200),
            BOND: self._listed("BOND", BOND, haircut=500, issuer=FAMILY),
        }
        for asset in ASSETS:
            # What is written straight into the state has no cap on positions.
            self.contract.raiseCaps(asset, (2**128 - 1,) * 3, sender=self.stack.governor)
        self.tokens = {asset: made[asset].cash for asset in TOKENS}
        self.token_numbers = {
            asset: int(one.token.address, 16) if one.token else 0 for asset, one in made.items()
        }

    def _listed(
        self,
        name: str,
        asset: int,
        *,
        settlement: bool = False,
        tradable: bool = False,
        haircut: int = 0,
        exposure: int = 0,
        spread: int = 0,
        issuer: int = 0,
    ) -> Any:
        flags = ACTIVE | (COLLATERAL if asset in TOKENS else 0)
        flags |= TRADABLE if tradable else 0
        flags |= SETTLEMENT if settlement else 0
        decimals = TOKENS.get(asset, 18)
        facts: dict[str, Any] = {
            "decimals": decimals,
            "flags": flags,
            "haircut": haircut,
            "exposure": exposure,
            "spread": spread,
            "issuer_group": issuer,
            "age_minutes": 24 * 60,
        }
        self.first.assets[asset] = Listed(
            decimals=decimals,
            collateral=asset in TOKENS,
            tradable=tradable,
            settlement=settlement,
            low=PRICES[asset],
            spread_bps=spread,
            time=self.chain.timestamp,
            max_age=DAY,
            haircut_bps=haircut,
            exposure_bps=exposure,
        )
        self.first.issuers[asset] = issuer
        self.first.caps[asset] = (2**128 - 1,) * 3
        self.first.classes[asset] = 0
        if settlement:
            facts |= {"rate": 50_000, "reserve": 1_000}
            self.first.pools[asset] = Pool(
                time=self.chain.timestamp, rate_pips=50_000, reserve_bps=1_000
            )
            return self.stack.settlement_asset(name, PRICES[asset], **facts)
        if asset == BOND:
            facts["token"] = self.chain.deploy("HostileCollateral")
        return self.stack.asset(name, PRICES[asset], **facts)

    def _quote(self) -> None:
        """Two feeds for each asset, beside the price that it has."""
        book = self.first
        self.feeds: dict[int, tuple[Contract, Contract]] = {}
        band, agreement, most_move, window = 9_000, 200, 5_000, 30
        for asset in ASSETS:
            low = PRICES[asset]
            high = book.assets[asset].high
            pair = tuple(self.chain.deploy("FeedProbe", PLACES, one) for one in (low, high))
            self.feeds[asset] = pair[0], pair[1]
            signed = asset in LIVELY
            terms = (*pair, DAY // 60, DAY // 60, band, agreement, most_move, window, True, signed)
            self.contract.setFeeds(asset, terms, sender=self.stack.governor)
            book.feeds[asset] = Feed(low, self.now), Feed(high, self.now)
            # What stands is refreshed at once.
            spread = up((high - low) * BPS, low)
            book.assets[asset] = replace(book.assets[asset], spread_bps=spread)
            ages = DAY // 60, DAY // 60
            book.feed_terms[asset] = FeedTerms(
                ages, band, agreement, most_move, window, single=True, signed=signed
            )
            average, at, jumped, _, _ = self.contract.trackOf(asset)
            book.tracks[asset] = Track(average, at, jumped)
        self.contract.setSignedTerms((500, 5, 3_600), sender=self.stack.governor)
        book.signed_band_bps, book.signed_spacing, book.signed_max_age = 500, 5, 3_600
        book.pricers[GOVERNOR] = True

    def _fund(self) -> None:
        for asset, amount in FUNDS.items():
            token = self.tokens[asset]
            for name in (*PEOPLE, GOVERNOR):
                token.mint(self.actors[name], amount, sender=self.stack.governor)
                token.approve(self.contract, EVERYTHING, sender=self.actors[name])
                self.first.wallets[name, asset] = amount

    def _lend(self) -> None:
        for asset in (USD, EUR):
            amount = FUNDS[asset] // 20
            answer = self.first.supply(LENA, asset, amount)
            receipt = self.contract.supply(asset, amount, sender=self.actors[LENA])
            assert receipt.return_value == answer.result

    def _deposit(self) -> None:
        for account in ACCOUNTS:
            for asset, amount in ((USD, 2 * 10**10), (ETH, 55 * 10**18)):
                self.first.deposit(account[0], account, asset, amount)
                self.contract.deposit(
                    self.number(account), asset, amount, sender=self.actors[account[0]]
                )

    def _agreed(self, function: Function, *args: Any, sender: str, answer: Answer) -> None:
        assert not answer.causes, answer.causes
        receipt = function(*args, sender=self.actors[sender])
        assert answer.result in (None, receipt.return_value)

    def _appoint(self) -> None:
        """Olga may do everything, for longer than anybody waits; fees are agreed to."""
        for name in INSTITUTIONS:
            self.contract.agreeToFees(AGREED_FEE, sender=self.actors[name])
            self.first.agreed_fees[name] = AGREED_FEE
        for account in ACCOUNTS:
            grant = Grant(31, self.now + 90 * DAY)
            answer = self.first.set_operator(account[0], account, OLGA, grant)
            call = (self.number(account), self.actors[OLGA], grant.rights, grant.expiry)
            self._agreed(self.contract.setOperator, *call, sender=account[0], answer=answer)

    def _trade(self, account: Account, asset: int, size: int) -> None:
        listed, caller = self.first.assets[asset], account[0]
        price = self.first.trade_price(listed, self.first.spread(listed), buying=size > 0)
        answer = self.first.open_position(caller, account, asset, size, price)
        call = (self.number(account), asset, size, price)
        self._agreed(self.contract.openPosition, *call, sender=caller, answer=answer)

    def _earn(self) -> None:
        """Anna and Cleo make a profit with oil, which is cash."""
        earning: tuple[Account, ...] = (("anna", 0), ("cleo", 0))
        for account in earning:
            self._trade(account, OIL, 10**20)
        for asset, times in ((OIL, 13), (OIL, 10)):
            low = PRICES[asset] * times // 10
            self.chain.advance(60)
            self.first.now = self.now
            for feed in self.feeds[asset]:
                feed.tell(low, self.now, sender=self.stack.governor)
            self.first.feeds[asset] = (Feed(low, self.now), Feed(low, self.now))
            answer = self.first.refresh_prices([asset])
            assert answer.result == [Outcome.ACCEPTED]
            self.contract.refreshPrices([asset], sender=self.stack.governor)
            if times > 10:
                for account in earning:
                    self._trade(account, OIL, -(10**20))

    def _expose(self) -> None:
        """Everybody owes, and has a position."""
        for account, asset, amount in (
            (("anna", 0), EUR, 60_000 * 10**18),
            (("anna", 1), USD, 70_000 * 10**6),
            (("bert", 0), EUR, 60_000 * 10**18),
            (("cleo", 0), USD, 70_000 * 10**6),
        ):
            answer = self.first.borrow(account[0], account, asset, amount, account[0])
            call = (self.number(account), asset, amount, self.actors[account[0]])
            self._agreed(self.contract.borrow, *call, sender=account[0], answer=answer)
        self._trade(("anna", 0), ETH, 5 * 10**18)
        self._trade(("anna", 1), BTC, -(10**8))
        self._trade(("bert", 0), OIL, 10**20)
        self._trade(("cleo", 0), ETH, -(10**19))
        for name, asset, amount in (("cleo", BOND, 100 * 10**18), ("dora", USD, 4 * 10**11)):
            answer = self.first.deposit(name, (name, 0), asset, amount)
            paid = (self.number((name, 0)), asset, amount)
            self._agreed(self.contract.deposit, *paid, sender=name, answer=answer)

    def start(self) -> None:
        self.book = copy.copy(self.first)
        self.book.restore(self.first.save())
        self.steps_seen = 0
        self.quoted = dict(PRICES)
        self.changed = True
        self.held = self.book.before
        self.touched: set[Account] = set()
        self.indexes: dict[int, tuple[int, int, Fraction, int]] = {}

    # ------------------------------------------------------------------ what operations ask

    @property
    def now(self) -> int:
        """Seconds."""
        return self.chain.timestamp

    def _begin(self, name: str, arguments: Mapping[str, Any]) -> int:
        self.steps_seen += 1
        self.book.now = self.chain.timestamp
        return super()._begin(name, arguments)

    def number(self, account: Account) -> int:
        """An account's number in the contract."""
        if account == CLEARING:
            return 1
        return account_of(self.actors[account[0]], account[1])

    def send(self, function: Function, *args: Any, sender: str, answer: Answer) -> Receipt | None:
        """A call that the model has answered: refused for one of its causes, or with its result."""
        receipt = self.act(function, *args, sender=self.actors[sender], refusal=answer.refusal)
        self.called[function.abi.name, receipt is not None] += 1
        if receipt is not None and answer.result is not None:
            assert receipt.return_value == answer.result, (receipt.return_value, answer.result)
        self.changed |= receipt is not None
        if receipt is not None and self.book.before is not self.held:
            self.held = self.book.before
            subject = self.named(args)
            self.touched |= {subject} if subject else set(ACCOUNTS)
            laws.hold(self.book, ACCOUNTS, function.abi.name, sender, subject)
        return receipt

    def named(self, args: tuple[Any, ...]) -> Account | None:
        """The account that a call's first argument tells, alone or as the first of a tuple."""
        first = args[0] if args else None
        number = first[0] if isinstance(first, tuple) and first else first
        return next((one for one in ACCOUNTS if self.number(one) == number), None)

    def assets(self) -> tuple[int, ...]:
        """Assets that are listed."""
        return ASSETS

    def lenders(self) -> tuple[str, ...]:
        """Who may have lent."""
        return (*INSTITUTIONS, LENA)

    def token_number(self, asset: int) -> int:
        """Address of an asset's token, as a number; zero without one."""
        return self.token_numbers[asset]

    def caller(self, account: Account, mood: str) -> str:
        """Who acts: the institution, an operator, or somebody else."""
        return {"right": account[0], "operator": OLGA, "stranger": XAVER}[mood]

    def pick(self, place: int, found: Sequence[Any]) -> Any:
        """One of what there is."""
        return found[place % len(found)] if found else None
