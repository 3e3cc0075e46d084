"""The brokerage's positions: opening, closing and matching them, and the view of an account."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from quantera.evm import Actor, NodeChain, Receipt
from quantera.gas.brokerage_stack import (
    ACTIVE,
    COLLATERAL,
    DAY,
    MAX_UNITS,
    TRADABLE,
    VALUE,
    Asset,
    BrokerageStack,
    account_of,
    deploy_brokerage_stack,
)
from quantera.gas.operation import Operation, Subject
from quantera.gas.settlement_stack import sign

MINUTE = 60
EACH = 100_000
"""Whole tokens of each collateral, at one dollar."""
PLENTY = 10**7
SIZE = 1_000
"""Whole tokens of a position."""
NO_LIMIT = 2**256 - 1


@dataclass(frozen=True)
class Floor:
    """Two institutions that trade, a minute after their last operations.

    Attributes:
        buyer: has the collaterals, and the positions.
        seller: has the first collateral, and a short position in each underlying.
        assets: the collaterals; positions are in the last ones of them, or in others.
        orders: signed orders of both for the first underlying, and their signatures.
    """

    stack: BrokerageStack
    buyer: Actor
    seller: Actor
    assets: tuple[Asset, ...]
    underlyings: tuple[Asset, ...]
    orders: list[Any] = field(default_factory=list)


def _asset(stack: BrokerageStack, name: str) -> Asset:
    asset = stack.asset(name, VALUE, haircut=1_000, flags=COLLATERAL | TRADABLE | ACTIVE)
    caps = (MAX_UNITS, MAX_UNITS, MAX_UNITS)
    stack.brokerage.raiseCaps(asset.id, caps, sender=stack.governor)
    return asset


def _trade(stack: BrokerageStack, who: Actor, asset: Asset, size: int) -> Receipt:
    limit = NO_LIMIT if size > 0 else 0
    receipt: Receipt = stack.brokerage.openPosition(
        account_of(who), asset.id, size * asset.one, limit, sender=who
    )
    return receipt


def _floor(chain: NodeChain, collaterals: int, positions: int, apart: bool = False) -> Floor:
    stack = deploy_brokerage_stack(chain)
    cash = stack.settlement_asset("Dollar", VALUE, decimals=6, exposure=0)
    stack.brokerage.setCashAsset(cash.id, sender=stack.governor)
    stack.supply(cash, PLENTY * cash.one)
    buyer, seller = stack.institution("buyer"), stack.institution("seller")
    assets = tuple(_asset(stack, f"Asset {number}") for number in range(collaterals))
    others = tuple(_asset(stack, f"Other {n}") for n in range(max(positions, 1))) if apart else ()
    for asset in assets:
        stack.deposit(buyer, asset, EACH * asset.one)
    stack.deposit(seller, assets[0], EACH * assets[0].one)
    underlyings = others or assets
    for asset in underlyings:
        _trade(stack, seller, asset, -SIZE)
    for asset in underlyings[:positions]:
        _trade(stack, buyer, asset, SIZE)
    chain.advance(MINUTE)
    return Floor(stack, buyer, seller, assets, underlyings)


def new_position(chain: NodeChain) -> Floor:
    """One collateral, no position."""
    return _floor(chain, 1, 0, apart=True)


def old_position(chain: NodeChain) -> Floor:
    """One collateral, one position."""
    return _floor(chain, 1, 1, apart=True)


def signed_orders(chain: NodeChain) -> Floor:
    """The same with signed orders of both, none of whose nonces is the first of its word."""
    floor = _floor(chain, 1, 1, apart=True)
    brokerage, asset = floor.stack.brokerage, floor.underlyings[0]
    for who, sign_, limit in ((floor.buyer, 1, NO_LIMIT), (floor.seller, -1, 0)):
        brokerage.cancelOrderNonce(1, sender=who)
        order = {
            "account": account_of(who),
            "assetId": asset.id,
            "size": sign_ * SIZE * asset.one,
            "limitPrice": limit,
            "counterparty": 0,
            "signer": who,
            "nonce": 2,
            "expiry": chain.timestamp + DAY,
        }
        floor.orders.extend((order, sign(who, brokerage.orderDigest(order))))
    return floor


def of_eight(apart: bool) -> Callable[[NodeChain], Floor]:
    """Eight collaterals and eight positions, in the same assets or in others."""

    def set_up(chain: NodeChain) -> Floor:
        return _floor(chain, 8, 8, apart)

    return set_up


def _open(floor: Floor) -> Receipt:
    return _trade(floor.stack, floor.buyer, floor.underlyings[0], SIZE)


def _close(floor: Floor, share: int) -> Receipt:
    asset = floor.underlyings[0]
    receipt: Receipt = floor.stack.brokerage.closePosition(
        account_of(floor.buyer), asset.id, SIZE * asset.one // share, 0, sender=floor.buyer
    )
    return receipt


def _match(floor: Floor) -> Receipt:
    asset = floor.underlyings[0]
    receipt: Receipt = floor.stack.brokerage.matchTrade(
        *floor.orders, SIZE * asset.one, VALUE, sender=floor.stack.chain.actor("carrier")
    )
    return receipt


def _view(floor: Floor) -> Receipt:
    """The view as a transaction of its own."""
    brokerage = floor.stack.brokerage
    data = brokerage.function("accountRisk").encode(account_of(floor.buyer))
    return floor.stack.chain.transact(brokerage.address, data, floor.buyer)


COLD = (
    "sub-account 0 with one collateral, verified by the compliance engine; others hold positions "
    "in the asset; prices stored; a minute after the last operation"
)
SAME, APART = of_eight(apart=False), of_eight(apart=True)

OPERATIONS = (
    Operation(
        id="brokerage.open.new",
        limit=110_000,
        conditions=f"the account's first position; {COLD}",
        ours=Subject(new_position, _open),
    ),
    Operation(
        id="brokerage.open.existing",
        limit=110_000,
        conditions=f"as much again of its one position; {COLD}",
        ours=Subject(old_position, _open),
    ),
    Operation(
        id="brokerage.close.half",
        conditions=f"half of its one position, without profit; {COLD}",
        ours=Subject(old_position, lambda floor: _close(floor, 2)),
    ),
    Operation(
        id="brokerage.close.all",
        conditions=f"all of its one position, without profit; {COLD}",
        ours=Subject(old_position, lambda floor: _close(floor, 1)),
    ),
    Operation(
        id="brokerage.match",
        conditions=f"two signed orders, brought by a third party, of accounts that have positions; "
        f"nonces in words in use; {COLD}",
        ours=Subject(signed_orders, _match),
    ),
    Operation(
        id="brokerage.account_view.8_and_8",
        limit=95_000,
        conditions="accountRisk as a transaction; eight collaterals, and positions in the same "
        "eight assets",
        ours=Subject(SAME, _view),
    ),
    Operation(
        id="brokerage.account_view.8_and_8_apart",
        conditions="the same with positions in eight other assets",
        ours=Subject(APART, _view),
    ),
)
