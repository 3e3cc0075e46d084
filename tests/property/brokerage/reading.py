"""Views asked many at a time, and what the model says that they answer, word for word."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quantera.evm import Contract
from tests.property.brokerage.model import lending
from tests.property.brokerage.model.book import NOTHING
from tests.property.brokerage.model.numbers import BPS, down
from tests.property.brokerage.model.records import CLEARING, Account
from tests.property.brokerage.model.risk import Risk

if TYPE_CHECKING:
    from tests.property.brokerage.stage import BrokerageStage

WORD = 32
MODULUS = 1 << 256
Words = tuple[int, ...]


@dataclass(frozen=True)
class Question:
    """A view's call and what the model says of its answer."""

    name: str
    data: bytes
    expected: Callable[[Risk], Words]


def bits(found: Iterable[int]) -> int:
    """A bit for each."""
    return sum(1 << place for place in set(found))


class Reader:
    """What is asked about each subject; worked out once."""

    def __init__(self, stage: "BrokerageStage", probe: Contract) -> None:
        self.stage, self.probe, self.contract = stage, probe, stage.contract
        self.known: dict[Any, list[Question]] = {}

    def ask(self, name: str, *args: Any, expected: Callable[[Risk], Words]) -> list[Question]:
        """A question, where the contract has the view by now."""
        if name not in self.contract.abi.functions:
            return []
        data = getattr(self.contract, name).encode(*args)
        label = f"{name}{args[1:] if args else ()}"
        return [Question(label, _question(self.contract, data), expected)]

    def compare(self, book: Risk, subjects: Iterable[Any]) -> None:
        """Ask about the subjects, and hold each answer against the model's."""
        questions = [one for subject in subjects for one in self.about(subject)]
        asked = _list([question.data for question in questions])
        selector = self.probe.answers.selector
        raw = self.probe.chain.call(self.probe, selector + asked)[2 * WORD :]
        words = [int.from_bytes(raw[at : at + WORD]) for at in range(0, len(raw), WORD)]
        at = 0
        for question in questions:
            expected = question.expected(book)
            end = at + len(expected)
            found = tuple(word if word < MODULUS // 2 else word - MODULUS for word in words[at:end])
            assert found == expected, (question.name, found, expected)
            at = end
        assert at == len(words)

    def about(self, subject: Any) -> list[Question]:
        """The questions about a subject."""
        if subject not in self.known:
            kind, what = subject
            ways: dict[str, Callable[[Any], list[Question]]] = {
                "account": self.about_account,
                "state": self.about_state,
                "holding": self.about_holding,
                "asset": self.about_asset,
                "institution": self.about_institution,
                "balances": self.about_balances,
            }
            self.known[subject] = ways[kind](what)
        return self.known[subject]

    # ------------------------------------------------------------------ accounts

    def about_account(self, account: Account) -> list[Question]:
        """What an account risks, which is worked out of all that it has and owes."""
        number = self.stage.number(account)
        return self.ask("accountRisk", number, expected=lambda book: risk_words(book, account))

    def about_state(self, account: Account) -> list[Question]:
        """An account's sets, terms and call."""
        number = self.stage.number(account)
        found = self.ask("accountOf", number, expected=lambda book: account_words(book, account))
        found += self.ask("termsOf", number, expected=lambda book: terms_words(book, account))
        found += self.ask("marginCallOf", number, expected=lambda book: call_words(book, account))
        found += self.ask(
            "auctionBonusOf", number, expected=lambda book: (book.bonus(book.call_of(account)),)
        )
        found += self.ask(
            "isImpaired", number, expected=lambda book: (bool(book.impaired.get(account)),)
        )
        return found

    def about_holding(self, key: tuple[Account, int]) -> list[Question]:
        """What an account has and owes of an asset."""
        account, asset = key
        number = self.stage.number(account)
        found = self.ask(
            "collateralOf", number, asset, expected=lambda book: (book.collateral.get(key, 0),)
        )
        found += self.ask(
            "debtSharesOf", number, asset, expected=lambda book: (book.debts.get(key, 0),)
        )
        found += self.ask("debtOf", number, asset, expected=lambda book: (book.debt(*key),))
        token = self.stage.token_number(asset)
        found += self.ask(
            "crossMarginPosition",
            number,
            asset,
            expected=lambda book: position_words(book, account, asset, token),
        )
        return found

    # ------------------------------------------------------------------ assets, institutions

    def about_asset(self, asset: int) -> list[Question]:
        """An asset's pool, price and sums."""
        found: list[Question] = []
        if asset in self.stage.book.pools:
            found += self.ask("lendingPool", asset, expected=lambda book: pool_words(book, asset))
            found += self.ask(
                "collectedFees", asset, expected=lambda book: (book.pools[asset].fees,)
            )
            found += self.ask("defaultFundOf", asset, expected=lambda book: fund_words(book, asset))
        for lender in self.stage.lenders():
            found += self.ask(
                "lenderSharesOf",
                asset,
                self.stage.actors[lender],
                expected=lambda book, who=lender: (book.lent.get((asset, who), 0),),  # type: ignore[misc]  # a default binds the loop's value
            )
        if asset in self.stage.tokens:
            found += self.ask(
                "totalCollateralUp", asset, expected=lambda book: (book.total_collateral(asset),)
            )
        found += self.ask("openInterestOf", asset, expected=lambda book: book.open_interest(asset))
        found += self.ask("priceOf", asset, expected=lambda book: price_words(book, asset))
        if asset in self.stage.book.feed_terms:
            found += self.ask("trackOf", asset, expected=lambda book: track_words(book, asset))
        found += self.ask("haircutOf", asset, expected=lambda book: haircut_words(book, asset))
        found += self.ask("seizureCapOf", asset, expected=lambda book: window_words(book, asset))
        number = self.stage.number(CLEARING)
        token = self.stage.token_number(asset)
        found += self.ask(
            "crossMarginPosition",
            number,
            asset,
            expected=lambda book: position_words(book, CLEARING, asset, token),
        )
        return found

    def about_institution(self, name: str) -> list[Question]:
        """A credit line, what is exposed on it, and the book's sums."""
        who = self.stage.actors[name]
        found = self.ask("creditLineOf", who, expected=lambda book: line_words(book, name))
        found += self.ask(
            "recordedExposures", who, expected=lambda book: exposure_words(book, name)
        )
        found += self.ask(
            "enterpriseAccount", who, expected=lambda book: spec_words(book, name, who)
        )
        found += self.ask(
            "isLockedDown", who, expected=lambda book: (book.lines[name].locked_down,)
        )
        found += self.ask(
            "totalExposure", expected=lambda book: (sum(map(book.exposed, book.lines)),)
        )
        found += self.ask(
            "standstill",
            expected=lambda book: (book.clock.total, book.clock.ended_at, book.clock.since),
        )
        found += self.ask("clearingCash", expected=lambda book: (book.clearing_cash,))
        for asset in self.stage.book.pools:
            found += self.ask(
                "contributionOf",
                asset,
                who,
                expected=lambda book, of=asset: contribution_words(book, of, name),  # type: ignore[misc]  # a default binds the loop's value
            )
        return found

    def about_balances(self, _: object) -> list[Question]:
        """What the contract holds of each token."""
        return [
            Question(
                f"balanceOf {asset}",
                _question(token, token.balanceOf.encode(self.contract)),
                lambda book, of=asset: (book.wallets["brokerage", of],),  # type: ignore[misc]  # a default binds the loop's value
            )
            for asset, token in self.stage.tokens.items()
        ]


# -------------------------------------------------------------------- what the model says


def account_words(book: Risk, account: Account) -> Words:
    """`AccountState`."""
    return (
        bits(book.held(account)),
        bits(book.standing(account)),
        bits(book.owing(account)),
        book.counted(account),
        book.cash.get(account, 0),
        bool(book.opened.get(account)),
        bool(book.restricted.get(account)),
        bool(book.frozen.get(account)),
    )


def risk_words(book: Risk, account: Account) -> Words:
    """`AccountRisk`."""
    found, ratios = book.value(account), book.ratios(account)
    kept = book.maintained(found)
    exposure = found.exposure
    return (
        found.gross,
        found.adjusted,
        found.power,
        kept,
        book.cash.get(account, 0),
        found.gain,
        found.debt,
        found.loss,
        found.potential,
        exposure,
        book.counted(account),
        down(kept * BPS, exposure) if exposure else -1,
        *ratios,
        bool(found.stale),
    )


def terms_words(book: Risk, account: Account) -> Words:
    """`AccountTerms`."""
    terms = book.terms_of(account)
    return terms.initial, terms.maintenance, terms.ends, terms.review


def call_words(book: Risk, account: Account) -> Words:
    """`MarginCall`."""
    call = book.call_of(account)
    return (
        call.is_open,
        call.is_escalated,
        call.called_at,
        book.ends(call),
        call.cured_at,
        call.auction_start,
        call.nonce,
    )


def position_words(book: Risk, account: Account, asset: int, token: int) -> Words:
    """`CrossMarginPosition`."""
    position, listed = book.positions.get((account, asset), NOTHING), book.assets[asset]
    return (
        token,
        position.size,
        book.margin_of(position.size, asset),
        book.marked(position.size, listed),
        book.changed.get((account, asset), 0),
    )


def pool_words(book: Risk, asset: int) -> Words:
    """`PoolState`."""
    pool = book.touched(asset)
    return (
        pool.index,
        pool.rate_pips,
        pool.reserve_bps,
        pool.liquidity,
        lending.owed(pool.debt_shares, pool.index),
        pool.debt_shares,
        pool.lender_shares,
        book.worth_down(asset),
        pool.reserves,
        pool.book_units,
    )


def fund_words(book: Risk, asset: int) -> Words:
    """`DefaultFund`."""
    fund = book.fund(asset)
    return (
        fund.units,
        fund.shares,
        fund.first_loss,
        fund.epoch,
        fund.assessment_start,
        fund.assessable,
    )


def contribution_words(book: Risk, asset: int, name: str) -> Words:
    """`Contribution`, and what it is worth."""
    mine = book.contribution(asset, name)
    worth = book.fund(asset).units_down(mine.shares)
    return mine.shares, mine.noticed, mine.floor, mine.withdrawable_at, worth


def price_words(book: Risk, asset: int) -> Words:
    """Low, high, since when it counts and until when."""
    listed = book.assets[asset]
    return listed.low, listed.high, listed.time, listed.time + listed.max_age


def track_words(book: Risk, asset: int) -> Words:
    """The time-weighted price and the financing."""
    track, terms = book.tracks.get(asset), book.feed_terms.get(asset)
    if track is None or terms is None:
        return 0, 0, 0, book.assets[asset].carry, 0
    return (
        track.average,
        track.refreshed_at,
        track.jumped,
        book.assets[asset].carry,
        terms.rate_pips,
    )


def haircut_words(book: Risk, asset: int) -> Words:
    """The haircut of now, and the last ramp."""
    listed = book.assets[asset]
    now_bps, ramp = listed.haircut(book.now), book.ramps.get(asset)
    if ramp is None:
        return now_bps, now_bps, 0, 0
    return now_bps, book.goes_to(listed), ramp.begun, ramp.ends


def window_words(book: Risk, asset: int) -> Words:
    """An asset's cap on taken value, and what is taken."""
    window = book.window(asset)
    return window.cap, window.taken


def line_words(book: Risk, name: str) -> Words:
    """`CreditState`."""
    line = book.lines[name]
    return line.limit, line.group, line.ends, line.review, book.exposed(name), True


def exposure_words(book: Risk, name: str) -> Words:
    """Exposure of an institution, and of its group as recorded."""
    group = book.lines[name].group
    together = book.exposed_together(group) if group else 0
    return book.exposed(name), together


def spec_words(book: Risk, name: str, who: str) -> Words:
    """`EnterpriseAccount`."""
    owned = [one for one in book.opened if one[0] == name]
    exposed = sum(book.value(one).exposure for one in owned)
    return int(str(who), 16), book.lines[name].limit, exposed, book.is_verified(name)


def _question(target: Contract, data: bytes) -> bytes:
    """`Query` in the ABI's encoding."""
    padding = bytes(-len(data) % WORD)
    head = int(target.address, 16).to_bytes(WORD) + (2 * WORD).to_bytes(WORD)
    return head + len(data).to_bytes(WORD) + data + padding


def _list(questions: list[bytes]) -> bytes:
    """A list of them."""
    at, offsets = WORD * len(questions), list[bytes]()
    for question in questions:
        offsets.append(at.to_bytes(WORD))
        at += len(question)
    head = WORD.to_bytes(WORD) + len(questions).to_bytes(WORD)
    return head + b"".join(offsets) + b"".join(questions)
