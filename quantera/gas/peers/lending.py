"""What peers take for what the brokerage does: withdraw, borrow and liquidate, on equal portfolios.

Collateral of 100,000 US dollars in each of one, four or eight plain ERC-20s, one asset borrowed,
a minute between two operations, feeds that read one slot. Morpho Blue knows one collateral only.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from quantera.evm import Actor, NodeChain, Receipt
from quantera.evm.contract import Contract
from quantera.gas.operation import Subject
from quantera.gas.peers.aave import MAX_UINT, VALUE, AaveMarket, aave_market
from quantera.gas.peers.morpho import MorphoMarket, morpho_market

ONE = 10**18
SIZES = (1, 4, 8)
HOLDING = 100_000 * ONE
LOW, HIGH = HOLDING * 39 // 100, HOLDING * 79 // 100
"""Debt against each collateral: of one who stays healthy, and of one who does not."""
LENT = 10_000_000 * ONE
MINUTE = 60
FALLEN = VALUE * 9 // 10


@dataclass(frozen=True)
class AaveStage:
    """A pool with one borrower for each number of collaterals, and one about to be liquidated."""

    market: AaveMarket
    tokens: list[Contract]
    borrowers: dict[int, Actor]
    risky: Actor
    liquidator: Actor

    @property
    def cash(self) -> Contract:
        """What is borrowed."""
        return self.tokens[-1]


@dataclass(frozen=True)
class MorphoStage:
    """A market with a borrower, and one about to be liquidated."""

    market: MorphoMarket
    borrower: Actor
    risky: Actor
    liquidator: Actor


def _tokens(node: NodeChain, count: int, users: Sequence[Actor]) -> list[Contract]:
    tokens = [node.deploy("PlainToken", f"Asset {place}", 18) for place in range(count)]
    for token in tokens:
        for user in users:
            token.mint(user, LENT, sender=user)
    return tokens


def _approve(tokens: Sequence[Contract], users: Sequence[Actor], spender: Contract) -> None:
    for token in tokens:
        for user in users:
            token.approve(spender, MAX_UINT, sender=user)


def aave_stage(node: NodeChain) -> AaveStage:
    """Everything on Aave v3."""
    borrowers = {size: node.actor(f"borrower of {size}") for size in SIZES}
    risky, lender, liquidator = node.actors("risky", "lender", "liquidator")
    everyone = [*borrowers.values(), risky, lender, liquidator]
    tokens = _tokens(node, max(SIZES) + 1, everyone)
    market = aave_market(node, tokens)
    _approve(tokens, everyone, market.pool)
    market.supply(lender, tokens[-1], LENT)
    for size, user in (*borrowers.items(), (max(SIZES), risky)):
        for token in tokens[:size]:
            market.supply(user, token, HOLDING)
        market.borrow(user, tokens[-1], size * (HIGH if user == risky else LOW))
    node.advance(MINUTE)
    return AaveStage(market, tokens, borrowers, risky, liquidator)


def aave_fallen(node: NodeChain) -> AaveStage:
    """The same after every collateral lost a tenth."""
    stage = aave_stage(node)
    for token in stage.tokens[:-1]:
        stage.market.set_price(token, FALLEN)
    return stage


def morpho_stage(node: NodeChain) -> MorphoStage:
    """Everything on Morpho Blue."""
    users = node.actors("borrower", "risky", "lender", "liquidator")
    borrower, risky, lender, liquidator = users
    loan, collateral = _tokens(node, 2, users)
    market = morpho_market(node, loan, collateral)
    _approve((loan, collateral), users, market.morpho)
    market.set_price(VALUE, 18, 18)
    market.lend(lender, LENT)
    for user, debt in ((borrower, LOW), (risky, HIGH)):
        market.deposit(user, HOLDING)
        market.borrow(user, debt)
    node.advance(MINUTE)
    return MorphoStage(market, borrower, risky, liquidator)


def morpho_fallen(node: NodeChain) -> MorphoStage:
    """The same after the collateral lost a tenth."""
    stage = morpho_stage(node)
    stage.market.set_price(FALLEN, 18, 18)
    return stage


def _aave_withdraw(size: int, stage: AaveStage) -> Receipt:
    return stage.market.withdraw(stage.borrowers[size], stage.tokens[0], ONE)


def _aave_borrow(size: int, stage: AaveStage) -> Receipt:
    return stage.market.borrow(stage.borrowers[size], stage.cash, ONE)


def _aave_liquidate(stage: AaveStage) -> Receipt:
    return stage.market.liquidate(
        stage.liquidator, stage.risky, stage.tokens[0], stage.cash, HOLDING // 2
    )


def _morpho_withdraw(stage: MorphoStage) -> Receipt:
    return stage.market.withdraw(stage.borrower, ONE)


def _morpho_borrow(stage: MorphoStage) -> Receipt:
    return stage.market.borrow(stage.borrower, ONE)


def _morpho_liquidate(stage: MorphoStage) -> Receipt:
    return stage.market.liquidate(stage.liquidator, stage.risky, HOLDING // 2)


def withdrawing(collaterals: int) -> Mapping[str, Subject]:
    """Peers' withdrawal with a health check over so many collaterals."""
    peers = {"aave v3": Subject(aave_stage, partial(_aave_withdraw, collaterals))}
    if collaterals == 1:
        peers["morpho blue"] = Subject(morpho_stage, _morpho_withdraw)
    return peers


def borrowing(collaterals: int) -> Mapping[str, Subject]:
    """Peers' borrowing with a health check over so many collaterals."""
    peers = {"aave v3": Subject(aave_stage, partial(_aave_borrow, collaterals))}
    if collaterals == 1:
        peers["morpho blue"] = Subject(morpho_stage, _morpho_borrow)
    return peers


def liquidating() -> Mapping[str, Subject]:
    """Peers' partial liquidation: Aave with eight collaterals, Morpho with its one."""
    return {
        "aave v3": Subject(aave_fallen, _aave_liquidate),
        "morpho blue": Subject(morpho_fallen, _morpho_liquidate),
    }
