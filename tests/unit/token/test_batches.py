"""A batch does what its transfers would do one after the other, or nothing."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.evm import ZERO_ADDRESS, Actor, AddressLike, MemoryChain, Reverted, expect_revert
from tests.stacks import token as tk
from tests.stacks.token import DAY, TokenStack, countries, deploy_stack, rule_settings
from tests.unit.token.conftest import HELD, Market

Preparation = Callable[["Trade"], None]


@dataclass(frozen=True)
class Trade:
    """A token that counts, with limits in reach of a holder of 1,000 units."""

    stack: TokenStack
    holder: Actor

    def wallet(self, name: str) -> AddressLike:
        goals: dict[str, AddressLike] = {"zero": ZERO_ADDRESS, "token": self.stack.token}
        return goals[name] if name in goals else self.stack.chain.actor(name)


FRANCE = 250
RULES = rule_settings(
    (19, 24, 31),
    allowedCountries=countries(tk.GERMANY, FRANCE),
    maxBalance=400,
    windowVolume=700,
    windowLength=DAY,
    allotments=[(4, 0, 400), (5, 0, 700)],
)


@pytest.fixture(scope="module")
def trade() -> Trade:
    stack = deploy_stack(MemoryChain())
    stack.keep_positions()
    holder = stack.investor("holder")
    stack.investor("German")
    stack.investor("French", country=FRANCE)
    stack.investor("Japanese", country=392)
    stack.investor("second wallet", identity=stack.chain.actor("identity of holder"))
    stack.token.mint(holder, HELD, sender=stack.agent)
    stack.configure(RULES)
    return Trade(stack, holder)


def nothing(trade: Trade) -> None:
    """No obstacle."""


def freeze_part(trade: Trade) -> None:
    trade.stack.token.setFrozenTokens(trade.holder, 600, sender=trade.stack.agent)


def freeze_german(trade: Trade) -> None:
    german = trade.wallet("German")
    trade.stack.token.setAddressFrozen(german, True, sender=trade.stack.agent)


def freeze_sender(trade: Trade) -> None:
    trade.stack.token.setAddressFrozen(trade.holder, True, sender=trade.stack.agent)


def pause(trade: Trade) -> None:
    trade.stack.token.pause(sender=trade.stack.agent)


def minimum(trade: Trade) -> None:
    trade.stack.token.setTokenInfo(("", "", "", 100, True), sender=trade.stack.governor)


def record_date(trade: Trade) -> None:
    chain = trade.stack.chain
    falls_at = chain.timestamp + 100
    trade.stack.token.scheduleRecordDate(falls_at, sender=trade.stack.agent)
    chain.advance(100)


def hold_sender(trade: Trade) -> None:
    stack = trade.stack
    stack.enter([trade.holder], [stack.engine.recordOf(trade.holder) | tk.SANCTIONS_HOLD << 236])


PREPARATIONS = [
    nothing,
    freeze_part,
    freeze_german,
    freeze_sender,
    pause,
    minimum,
    record_date,
    hold_sender,
]
NAMES = ["German", "French", "Japanese", "second wallet", "holder", "stranger", "zero", "token"]
LIKELY = ["German", "French", "second wallet", "holder"]
AMOUNTS = [0, 1, 50, 99, 100, 101, 200, 300, 399, 400, 401, 700, 701, HELD, HELD + 1, 2**120]
LIKELY_AMOUNTS = [0, 1, 50, 100, 101]
ROWS = st.lists(
    st.tuples(
        st.one_of(*[st.sampled_from(LIKELY)] * 9, st.sampled_from(NAMES)),
        st.one_of(*[st.sampled_from(LIKELY_AMOUNTS)] * 9, st.sampled_from(AMOUNTS)),
    ),
    min_size=1,
    max_size=4,
)


def holdings(trade: Trade) -> list[object]:
    token, engine = trade.stack.token, trade.stack.engine
    wallets = [trade.wallet(name) for name in LIKELY]
    identities = [engine.identity(wallet) for wallet in wallets]
    return [
        *(token.balanceOf(wallet) for wallet in wallets),
        *(engine.positionOf(token, identity) for identity in identities),
        *(token.getFrozenTokens(wallet) for wallet in wallets),
    ]


def one_by_one(trade: Trade, rows: list[tuple[str, int]]) -> set[int]:
    """Codes of the transfers that are refused; nothing stays done after the first."""
    refused = set()
    for name, amount in rows:
        try:
            trade.stack.token.transfer(trade.wallet(name), amount, sender=trade.holder)
        except Reverted as error:
            refused.add(int(error.values["code"]))
    return refused


@given(rows=ROWS, prepare=st.sampled_from(PREPARATIONS))
def test_it_is_its_transfers(
    trade: Trade, rows: list[tuple[str, int]], prepare: Preparation
) -> None:
    chain, token = trade.stack.chain, trade.stack.token
    wallets = [trade.wallet(name) for name, _ in rows]
    amounts = [amount for _, amount in rows]
    with chain.rollback():
        prepare(trade)
        before = holdings(trade)
        with chain.rollback():
            refused = one_by_one(trade, rows)
            wanted = holdings(trade)
        if refused:
            with pytest.raises(Reverted) as error:
                token.batchTransfer(wallets, amounts, sender=trade.holder)
            # The token's own codes are looked for in all rows before the engine is asked.
            assert error.value.name == "TransferRefused"
            assert holdings(trade) == before
        else:
            receipt = token.batchTransfer(wallets, amounts, sender=trade.holder)
            assert holdings(trade) == wanted
            moved = [(it.args.to, it.args.value) for it in receipt.events.named("Transfer")]
            assert moved == list(zip(map(str, wallets), amounts, strict=True))
            if prepare is record_date:
                assert token.balanceOfAt(trade.holder, 1) == HELD


def test_the_code_is_the_refused_transfers(trade: Trade) -> None:
    cases = [
        ([("German", 1), ("German", HELD)], tk.BALANCE),
        ([("German", 1), ("token", 1)], tk.SELF),
        ([("German", 1), ("stranger", 1)], tk.UNREGISTERED),
        ([("German", 1), ("Japanese", 1)], 19),
        ([("Japanese", 1), ("German", 1)], 19),
        ([("German", 400), ("German", 1)], 24),
        ([("German", 400), ("French", 301)], 31),
    ]
    for rows, code in cases:
        wallets = [trade.wallet(name) for name, _ in rows]
        amounts = [amount for _, amount in rows]
        with expect_revert("TransferRefused", code=code):
            trade.stack.token.batchTransfer(wallets, amounts, sender=trade.holder)


def test_every_balance_changes(market: Market) -> None:
    stack = market.stack
    other = stack.investor("other")
    wallets = [market.recipient, market.holder, other, market.recipient]
    stack.token.batchTransfer(wallets, [10, 5, 2, 1], sender=market.holder)
    held = [stack.token.balanceOf(who) for who in (market.holder, market.recipient, other)]
    assert held == [HELD - 13, 11, 2]
    # What comes back to the sender is not there twice.
    with expect_revert("TransferRefused", code=tk.BALANCE, amount=HELD - 13):
        wallets = [market.recipient, market.holder]
        stack.token.batchTransfer(wallets, [1, HELD - 13], sender=market.holder)


def test_a_frozen_recipient_stops_it(trade: Trade) -> None:
    with trade.stack.chain.rollback():
        freeze_german(trade)
        wallets = [trade.wallet("French"), trade.wallet("German")]
        with expect_revert("TransferRefused", code=tk.RECIPIENT_FROZEN, to=wallets[1]):
            trade.stack.token.batchTransfer(wallets, [1, 1], sender=trade.holder)


def test_a_sender_that_may_not_is_refused_at_its_first(trade: Trade) -> None:
    with trade.stack.chain.rollback():
        hold_sender(trade)
        german = trade.wallet("German")
        with expect_revert("TransferRefused", code=tk.SENDER_SANCTIONED, amount=1):
            trade.stack.token.batchTransfer([german, german], [1, 2], sender=trade.holder)


def test_a_recipient_named_twice_is_a_newcomer_once(market: Market) -> None:
    stack = market.stack
    stack.token.setTokenInfo(("", "", "", 100, True), sender=stack.governor)
    recipient = market.recipient
    stack.token.batchTransfer([recipient, recipient], [100, 1], sender=market.holder)
    assert stack.token.balanceOf(recipient) == 101
    newcomer = stack.investor("newcomer")
    with expect_revert("TransferRefused", code=tk.MINIMUM, amount=1):
        stack.token.batchTransfer([newcomer, newcomer], [1, 100], sender=market.holder)


def test_an_empty_batch_moves_nothing(market: Market) -> None:
    receipt = market.stack.token.batchTransfer([], [], sender=market.holder)
    assert list(receipt.events) == []


@pytest.mark.parametrize("lengths", [(2, 1, 1), (1, 2, 1), (1, 1, 2), (1, 0, 1)])
def test_the_engine_compares_lengths_itself(market: Market, lengths: tuple[int, int, int]) -> None:
    stack = market.stack
    wallets, balances, amounts = (
        [market.recipient] * lengths[0],
        [0] * lengths[1],
        [1] * lengths[2],
    )
    with expect_revert("LengthMismatch", first=lengths[0]):
        stack.engine.settleBatch(
            market.holder, market.holder, HELD, wallets, balances, amounts, sender=stack.token
        )
