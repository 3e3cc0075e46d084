"""Contracts, actors, the model beside them, and what all operations on the brokerage share."""

import copy
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from quantera.evm import Actor, Receipt
from quantera.evm.contract import Function
from quantera.gas.brokerage_stack import (
    ACTIVE,
    COLLATERAL,
    SETTLEMENT,
    TRADABLE,
    account_of,
    deploy_brokerage_stack,
)
from tests.property.brokerage.model.book import BROKERAGE, Answer
from tests.property.brokerage.model.desk import GOVERNOR
from tests.property.brokerage.model.ledger import EVERYTHING
from tests.property.brokerage.model.margin import Auctions
from tests.property.brokerage.model.numbers import DAY, VALUE
from tests.property.brokerage.model.records import CLEARING, Account, Line, Listed, Pool
from tests.property.brokerage.model.risk import Risk
from tests.property.brokerage.reading import Reader
from tests.property.machine import ChainMachine

INSTITUTIONS = ("anna", "bert", "cleo")
"""Anna and Bert are of one owner; Cleo's verification ends."""
VAULT, OLGA, LENA, XAVER = "vault", "olga", "lena", "xaver"
"""Another wallet of Anna's, an operator, a verified lender, and somebody whom nobody verifies."""
PEOPLE = (*INSTITUTIONS, VAULT, OLGA, LENA, XAVER)
ACCOUNTS: tuple[Account, ...] = (("anna", 0), ("anna", 1), ("bert", 0), ("cleo", 0))
NO_ACCOUNT: Account = ("cleo", 9)
FAMILY = 7
"""The group of Anna and Bert, which issued the last collateral."""
VERIFIED_FOR = {"cleo": 2 * DAY}
USD, EUR, ETH, BTC, OIL, BOND = range(6)
ASSETS = (USD, EUR, ETH, BTC, OIL, BOND)
NO_ASSET = 60
TOKENS = {USD: 6, EUR: 18, ETH: 18, BTC: 8, BOND: 0}
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
FUNDS = {USD: 10**13, EUR: 10**25, ETH: 10**22, BTC: 10**11, BOND: 10**6}

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

    # ------------------------------------------------------------------ how it begins

    def deploy(self) -> None:
        self.stack = deploy_brokerage_stack(self.chain)
        self.contract = self.stack.brokerage
        self.first = Risk(self.chain.timestamp)
        self.first.wallets = {(name, asset): 0 for name in (*PEOPLE, BROKERAGE) for asset in TOKENS}
        self.first.auctions = Auctions(*self.contract.liquidationTerms())
        self.actors: dict[str, Actor] = {GOVERNOR: self.stack.governor}
        self._verify()
        self._list()
        self._fund()
        self._lend()
        self._deposit()
        self.book = self.first
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
            group = FAMILY if name != "cleo" else 0
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
        facts = {
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
        return self.stack.asset(name, PRICES[asset], **facts)

    def _fund(self) -> None:
        for asset, amount in FUNDS.items():
            token = self.tokens[asset]
            for name in PEOPLE:
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
            for asset, amount in ((USD, 10**11), (ETH, 10**20)):
                self.first.deposit(account[0], account, asset, amount)
                self.contract.deposit(
                    self.number(account), asset, amount, sender=self.actors[account[0]]
                )

    def start(self) -> None:
        self.book = copy.copy(self.first)
        self.book.restore(self.first.save())
        self.steps_seen = 0
        self.changed = True
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
        if receipt is not None and answer.result is not None:
            assert receipt.return_value == answer.result, (receipt.return_value, answer.result)
        self.changed |= receipt is not None
        return receipt

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
