"""Transfers: every code of the token's own, in the catalogue's order, and TOK-01."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.evm import ZERO_ADDRESS, AddressLike, Reverted, expect_revert
from tests.stacks import token as tk
from tests.stacks.token import LARGEST, TokenStack, offer, offer_from, values
from tests.unit.token.conftest import HELD, Market

Preparation = Callable[[Market], None]


def freeze(account: str) -> Preparation:
    def act(market: Market) -> None:
        stack = market.stack
        stack.token.setAddressFrozen(getattr(market, account), True, sender=stack.agent)

    return act


def pause(market: Market) -> None:
    market.stack.token.pause(sender=market.stack.agent)


def freeze_part(market: Market) -> None:
    stack = market.stack
    stack.token.setFrozenTokens(market.holder, HELD, sender=stack.agent)


def whole_units(market: Market) -> None:
    stack = market.stack
    info = ("bond", "EU", "", 0, False)
    stack.token.setTokenInfo(info, sender=stack.governor)


def minimum(market: Market) -> None:
    stack = market.stack
    info = ("bond", "EU", "", 100, True)
    stack.token.setTokenInfo(info, sender=stack.governor)


def expire(account: str) -> Preparation:
    def act(market: Market) -> None:
        market.stack.engine.revokeVerification(
            [getattr(market, account)], sender=market.stack.agent
        )

    return act


def sanction(account: str) -> Preparation:
    def act(market: Market) -> None:
        wallet = getattr(market, account)
        word = market.stack.engine.recordOf(wallet) | tk.SANCTIONS_HOLD << 236
        market.stack.enter([wallet], [word])

    return act


def delete_recipient(market: Market) -> None:
    market.stack.engine.deleteIdentity(market.recipient, sender=market.stack.agent)


# In the order of the catalogue: with all of them in force the first one is told.
OBSTACLES: list[tuple[int, Preparation]] = [
    (tk.PAUSED, pause),
    (tk.SENDER_FROZEN, freeze("holder")),
    (tk.RECIPIENT_FROZEN, freeze("recipient")),
    (tk.UNFROZEN, freeze_part),
    (tk.FRACTION, whole_units),
    (tk.MINIMUM, minimum),
    (tk.UNVERIFIED, expire("recipient")),
    (tk.SENDER_SANCTIONED, sanction("holder")),
    (tk.RECIPIENT_SANCTIONED, sanction("recipient")),
]


@pytest.mark.parametrize(("code", "obstruct"), OBSTACLES)
def test_each_obstacle_has_its_code(market: Market, code: int, obstruct: Preparation) -> None:
    assert offer(market.stack, market.holder, market.recipient, 2) == 0
    with market.stack.chain.rollback():
        obstruct(market)
        if code == tk.MINIMUM:
            # The recipient holds by now; a newcomer would open a position.
            newcomer = market.stack.investor("newcomer")
            assert offer(market.stack, market.holder, newcomer, 2) == code
        else:
            assert offer(market.stack, market.holder, market.recipient, 2) == code
    assert offer(market.stack, market.holder, market.recipient, 2) == 0


@pytest.mark.parametrize("first", range(len(OBSTACLES)))
def test_the_first_code_of_the_catalogue_is_told(market: Market, first: int) -> None:
    # The minimum and whole units are two settings of one statement: the later would undo the other.
    later = [item for item in OBSTACLES[first:] if item[0] != tk.MINIMUM or first == 5]
    for _, obstruct in reversed(later):
        obstruct(market)
    assert offer(market.stack, market.holder, market.recipient, 2) == OBSTACLES[first][0]


def test_an_unregistered_recipient(market: Market) -> None:
    assert offer(market.stack, market.holder, market.stranger, 1) == tk.UNREGISTERED
    delete_recipient(market)
    assert offer(market.stack, market.holder, market.recipient, 1) == tk.UNREGISTERED


def test_the_zero_address_and_the_token_itself(market: Market) -> None:
    stack = market.stack
    assert offer(stack, market.holder, ZERO_ADDRESS, 1) == tk.ZERO
    stack.enter([stack.token], [tk.record(stack.chain.actor("identity of the token"))])
    assert offer(stack, market.holder, stack.token, 1) == tk.SELF


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        (0, 0),
        (1, 0),
        (HELD - 1, 0),
        (HELD, 0),
        (HELD + 1, tk.BALANCE),
        (LARGEST, tk.BALANCE),
        (LARGEST + 1, tk.TOO_LARGE),
        (2**256 - 1, tk.TOO_LARGE),
    ],
)
def test_amounts(market: Market, amount: int, code: int) -> None:
    stack = market.stack
    assert offer(stack, market.holder, market.recipient, amount) == code
    moved = amount if code == 0 else 0
    assert stack.token.balanceOf(market.recipient) == moved
    assert stack.token.balanceOf(market.holder) == HELD - moved
    assert stack.token.totalSupply() == HELD


def test_a_transfer_to_oneself_changes_nothing(market: Market) -> None:
    token = market.stack.token
    receipt = token.transfer(market.holder, HELD, sender=market.holder)
    assert receipt.events.one("Transfer").args.value == HELD
    assert token.balanceOf(market.holder) == HELD


def test_a_transfer_tells_itself_and_the_decision(market: Market) -> None:
    stack = market.stack
    receipt = stack.token.transfer(market.recipient, 3, sender=market.holder)
    assert receipt.return_value is True
    moved = receipt.events.one("Transfer").args
    assert (moved.from_, moved.to, moved.value) == (market.holder, market.recipient, 3)
    decision = receipt.events.one("TransferDecision").args
    assert decision.token == stack.token.address
    assert decision.packed & (2**128 - 1) == 3


class TestAllowances:
    """transferFrom."""

    def test_uses_the_allowance_up(self, market: Market) -> None:
        token = market.stack.token
        token.approve(market.spender, 5, sender=market.holder)
        args = (market.spender, market.holder, market.recipient)
        assert offer_from(market.stack, *args, 6) == tk.ALLOWANCE
        assert offer_from(market.stack, *args, 5) == 0
        assert token.allowance(market.holder, market.spender) == 0
        assert offer_from(market.stack, *args, 1) == tk.ALLOWANCE
        assert offer_from(market.stack, *args, 0) == 0

    def test_an_unlimited_one_stays(self, market: Market) -> None:
        token = market.stack.token
        token.approve(market.spender, 2**256 - 1, sender=market.holder)
        args = (market.spender, market.holder, market.recipient)
        assert offer_from(market.stack, *args, 5) == 0
        assert token.allowance(market.holder, market.spender) == 2**256 - 1

    def test_the_owner_needs_one_too(self, market: Market) -> None:
        owner = market.holder
        assert offer_from(market.stack, owner, owner, market.recipient, 1) == tk.ALLOWANCE

    def test_a_frozen_spender_moves_nothing(self, market: Market) -> None:
        market.stack.token.approve(market.spender, 5, sender=market.holder)
        args = (market.spender, market.holder, market.recipient, 5)
        with market.stack.chain.rollback():
            freeze("spender")(market)
            assert offer_from(market.stack, *args) == tk.SPENDER_FROZEN
        assert offer_from(market.stack, *args) == 0

    def test_nobodys_tokens_cannot_be_moved(self, market: Market) -> None:
        """The zero address has given no allowance, but nothing needs none."""
        assert offer_from(market.stack, market.spender, ZERO_ADDRESS, market.recipient, 0) == (
            tk.ZERO
        )

    def test_a_refusal_leaves_it_alone(self, market: Market) -> None:
        token = market.stack.token
        token.approve(market.spender, 5, sender=market.holder)
        assert offer_from(market.stack, market.spender, market.holder, market.stranger, 5) != 0
        assert token.allowance(market.holder, market.spender) == 5

    @pytest.mark.parametrize(
        ("obstruct", "code"),
        [
            (pause, tk.PAUSED),
            (freeze("spender"), tk.SPENDER_FROZEN),
            (freeze_part, tk.UNFROZEN),
            (whole_units, tk.ALLOWANCE),
            (expire("recipient"), tk.ALLOWANCE),
        ],
    )
    def test_its_code_has_its_place(self, market: Market, obstruct: Preparation, code: int) -> None:
        args = (market.spender, market.holder, market.recipient, 2)
        obstruct(market)
        assert offer_from(market.stack, *args) == code
        market.stack.token.approve(market.spender, 1, sender=market.holder)
        assert offer_from(market.stack, *args) == code

    def test_raised_and_lowered(self, market: Market) -> None:
        token, owner, spender = market.stack.token, market.holder, market.spender
        token.increaseAllowance(spender, 5, sender=owner)
        receipt = token.decreaseAllowance(spender, 2, sender=owner)
        assert receipt.events.one("Approval").args.value == 3
        with expect_revert(
            "AllowanceTooLow", owner=owner, spender=spender, allowance=3, decrease=4
        ):
            token.decreaseAllowance(spender, 4, sender=owner)
        with expect_revert("Panic"):
            token.increaseAllowance(spender, 2**256 - 1, sender=owner)
        with expect_revert("ZeroAddress"):
            token.approve(ZERO_ADDRESS, 1, sender=owner)


class TestAttempts:
    """attemptTransfer."""

    def test_moves_when_allowed(self, market: Market) -> None:
        receipt = market.stack.token.attemptTransfer(market.recipient, 5, sender=market.holder)
        assert receipt.return_value == 0
        assert market.stack.token.balanceOf(market.recipient) == 5
        assert not receipt.events.named("TransferAttemptRefused")

    @pytest.mark.parametrize(("code", "obstruct"), [OBSTACLES[i] for i in (0, 3, 6, 7)])
    def test_records_a_refusal(self, market: Market, code: int, obstruct: Preparation) -> None:
        stack = market.stack
        obstruct(market)
        receipt = stack.token.attemptTransfer(market.recipient, 5, sender=market.holder)
        assert receipt.return_value == code
        (event,) = receipt.events
        assert event.name == "TransferAttemptRefused"
        assert values(event.args) == (market.holder, market.recipient, 5, code)
        assert stack.token.balanceOf(market.holder) == HELD


class TestBatches:
    """batchTransfer."""

    def test_all_or_nothing(self, market: Market) -> None:
        token, other = market.stack.token, market.stack.investor("other")
        token.batchTransfer([market.recipient, other], [1, 2], sender=market.holder)
        assert [token.balanceOf(who) for who in (market.recipient, other)] == [1, 2]
        with expect_revert("TransferRefused", code=tk.UNREGISTERED):
            token.batchTransfer([market.recipient, market.stranger], [1, 2], sender=market.holder)
        assert token.balanceOf(market.recipient) == 1

    def test_needs_equal_lengths(self, market: Market) -> None:
        with expect_revert("LengthMismatch", first=1, other=2):
            market.stack.token.batchTransfer([market.recipient], [1, 2], sender=market.holder)


@dataclass(frozen=True)
class Try:
    """A transfer somebody tries; `approved` is the spender's allowance, none for a plain one."""

    sender: str
    to: str
    amount: int
    obstacles: frozenset[int]
    approved: int | None


AMOUNTS = [0, 1, 99, 100, HELD - 1, HELD, HELD + 1, LARGEST, LARGEST + 1]
TRIES = st.builds(
    Try,
    sender=st.sampled_from(["holder", "recipient", "stranger", "spender"]),
    to=st.sampled_from(["holder", "recipient", "stranger", "zero", "token"]),
    amount=st.sampled_from(AMOUNTS),
    obstacles=st.frozensets(st.sampled_from(range(len(OBSTACLES))), max_size=3),
    approved=st.sampled_from([None, 0, 99, HELD, 2**256 - 1]),
)


@given(tried=TRIES)
def test_a_transfer_reverts_iff_its_code_is_not_zero(market_session: Market, tried: Try) -> None:
    """TOK-01, which `offer` and `offer_from` compare, and TOK-02."""
    market, stack = market_session, market_session.stack
    with stack.chain.rollback():
        stack.token.transfer(market.recipient, 100, sender=market.holder)
        for number in sorted(tried.obstacles):
            OBSTACLES[number][1](market)
        goals: dict[str, AddressLike] = {"zero": ZERO_ADDRESS, "token": stack.token}
        recipient = goals[tried.to] if tried.to in goals else getattr(market, tried.to)
        owner = getattr(market, tried.sender)
        before = balances(stack, market)
        if tried.approved is None:
            code = offer(stack, owner, recipient, tried.amount)
        else:
            stack.token.approve(market.spender, tried.approved, sender=owner)
            code = offer_from(stack, market.spender, owner, recipient, tried.amount)
        after = balances(stack, market)
        assert sum(after) == sum(before) == stack.token.totalSupply()
        assert (after == before) or code == 0


def balances(stack: TokenStack, market: Market) -> list[int]:
    wallets = (market.holder, market.recipient, market.stranger, market.spender)
    return [stack.token.balanceOf(wallet) for wallet in wallets]


def test_each_code_has_a_sentence(market: Market) -> None:
    token = market.stack.token
    texts = {code: token.messageForTransferRestriction(code) for code in range(40)}
    assert len(set(texts.values())) == len(texts)
    assert token.messageForTransferRestriction(255) == ""


def test_an_unknown_function_is_refused(market: Market) -> None:
    with pytest.raises(Reverted):
        market.stack.chain.transact(market.stack.token, b"\x01\x02\x03\x04", market.stranger)
