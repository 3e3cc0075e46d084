"""What agents do: issue, redeem, force, freeze, pause, and their batches."""

from typing import Any

import pytest

from quantera.access import LocalRole
from quantera.evm import ZERO_ADDRESS, expect_revert
from tests.stacks import token as tk
from tests.stacks.token import LARGEST, offer, values
from tests.unit.token.conftest import HELD, Market

REASON = 42


class TestMinting:
    def test_issues(self, market: Market) -> None:
        stack = market.stack
        receipt = stack.token.mint(market.recipient, 5, sender=stack.agent)
        assert values(receipt.events.one("Transfer").args) == (ZERO_ADDRESS, market.recipient, 5)
        assert stack.token.totalSupply() == HELD + 5
        assert stack.token.balanceOf(market.recipient) == 5

    def test_pause_and_freezes_do_not_stop_agents(self, market: Market) -> None:
        token, agent = market.stack.token, market.stack.agent
        token.pause(sender=agent)
        token.setAddressFrozen(market.recipient, True, sender=agent)
        token.mint(market.recipient, 5, sender=agent)
        token.burn(market.holder, 5, sender=agent)
        token.forcedTransfer(market.holder, market.recipient, 5, sender=agent)
        assert token.balanceOf(market.recipient) == 10

    @pytest.mark.parametrize(
        ("amount", "code"),
        [(LARGEST - HELD, 0), (LARGEST - HELD + 1, tk.TOO_LARGE), (2**256 - 1, tk.TOO_LARGE)],
    )
    def test_supply_ends_at_120_bits(self, market: Market, amount: int, code: int) -> None:
        token, agent = market.stack.token, market.stack.agent
        if code:
            with expect_revert("TransferRefused", code=code):
                token.mint(market.recipient, amount, sender=agent)
        else:
            token.mint(market.recipient, amount, sender=agent)
            assert token.totalSupply() == LARGEST
            assert token.balanceOf(market.holder) == HELD
            assert token.getFrozenTokens(market.recipient) == 0

    def test_refuses_whom_transfers_refuse(self, market: Market) -> None:
        """TOK-03."""
        token, agent = market.stack.token, market.stack.agent
        for to, code in (
            (ZERO_ADDRESS, tk.ZERO),
            (token, tk.SELF),
            (market.stranger, tk.UNREGISTERED),
        ):
            with expect_revert("TransferRefused", code=code):
                token.mint(to, 1, sender=agent)
        market.stack.engine.revokeVerification([market.recipient], sender=agent)
        with expect_revert("TransferRefused", code=tk.UNVERIFIED):
            token.mint(market.recipient, 1, sender=agent)

    def test_in_batches(self, market: Market) -> None:
        token, agent = market.stack.token, market.stack.agent
        token.batchMint([market.holder, market.recipient], [1, 2], sender=agent)
        assert token.totalSupply() == HELD + 3
        with expect_revert("LengthMismatch", first=2, other=1):
            token.batchMint([market.holder, market.recipient], [1], sender=agent)


class TestBurning:
    def test_redeems(self, market: Market) -> None:
        token, agent = market.stack.token, market.stack.agent
        receipt = token.burn(market.holder, HELD, sender=agent)
        assert values(receipt.events.one("Transfer").args) == (market.holder, ZERO_ADDRESS, HELD)
        assert token.totalSupply() == token.balanceOf(market.holder) == 0
        with expect_revert("BalanceTooLow", holder=market.holder, balance=0, amount=1):
            token.burn(market.holder, 1, sender=agent)

    def test_not_from_nobody(self, market: Market) -> None:
        with expect_revert("TransferRefused", code=tk.ZERO):
            market.stack.token.burn(ZERO_ADDRESS, 0, sender=market.stack.agent)

    @pytest.mark.parametrize(("amount", "left"), [(300, 700), (301, 699), (HELD, 0)])
    def test_releases_what_it_needs(self, market: Market, amount: int, left: int) -> None:
        token, agent = market.stack.token, market.stack.agent
        token.freezePartialTokens(market.holder, 700, sender=agent)
        receipt = token.burn(market.holder, amount, sender=agent)
        assert token.getFrozenTokens(market.holder) == left
        released = [event.args.amount for event in receipt.events.named("TokensUnfrozen")]
        assert released == ([700 - left] if left != 700 else [])

    def test_in_batches(self, market: Market) -> None:
        token, agent = market.stack.token, market.stack.agent
        token.batchBurn([market.holder, market.holder], [1, 2], sender=agent)
        assert token.totalSupply() == HELD - 3
        with expect_revert("LengthMismatch"):
            token.batchBurn([market.holder], [1, 2], sender=agent)


class TestForcedTransfers:
    def test_moves_with_agent_and_reason(self, market: Market) -> None:
        token, agent = market.stack.token, market.stack.agent
        receipt = token.forcedTransferWithReason(
            market.holder, market.recipient, 5, REASON, sender=agent
        )
        assert token.balanceOf(market.recipient) == 5
        forced = receipt.events.one("ForcedTransfer").args
        assert values(forced) == (market.holder, market.recipient, 5)
        action = receipt.events.one("AgentAction").args
        assert (action.agent, action.subject, action.reason) == (agent, market.holder, REASON)
        assert action.action == token.forcedTransfer.selector
        assert token.forcedTransfer.simulate(market.holder, market.recipient, 1, sender=agent)

    @pytest.mark.parametrize(
        ("frozen", "amount", "left"),
        [(0, 5, 0), (HELD, 5, HELD - 5), (HELD + 500, 5, HELD + 495), (HELD + 500, HELD, 500)],
    )
    def test_releases_before_it_moves(
        self, market: Market, frozen: int, amount: int, left: int
    ) -> None:
        token, agent = market.stack.token, market.stack.agent
        token.setFrozenTokens(market.holder, frozen, sender=agent)
        receipt = token.forcedTransfer(market.holder, market.recipient, amount, sender=agent)
        assert token.getFrozenTokens(market.holder) == left
        names = [event.name for event in receipt.events]
        if frozen:
            assert receipt.events.one("Frozen").args.amount == left
            assert names.index("Frozen") < names.index("Transfer")
        else:
            assert "Frozen" not in names

    @pytest.mark.parametrize("goal", ["zero", "token", "unregistered", "self", "too much"])
    def test_refusals(self, market: Market, goal: str) -> None:
        """Tokens sent to the zero address would stay in the supply (TOK-02)."""
        token, agent, holder = market.stack.token, market.stack.agent, market.holder
        expected: dict[str, tuple[Any, int, str, dict[str, Any]]] = {
            "zero": (ZERO_ADDRESS, 1, "TransferRefused", {"code": tk.ZERO}),
            "token": (token, 1, "TransferRefused", {"code": tk.SELF}),
            "unregistered": (market.stranger, 1, "TransferRefused", {"code": tk.UNREGISTERED}),
            "self": (holder, 1, "SelfForcedTransfer", {"holder": holder}),
            "too much": (market.recipient, HELD + 1, "BalanceTooLow", {"balance": HELD}),
        }
        to, amount, error, values = expected[goal]
        with expect_revert(error, **values):
            token.forcedTransfer(holder, to, amount, sender=agent)
        with expect_revert(error, **values):
            token.batchForcedTransfer([holder], [to], [amount], sender=agent)

    def test_in_batches(self, market: Market) -> None:
        token, agent, holder = market.stack.token, market.stack.agent, market.holder
        token.batchForcedTransfer([holder] * 2, [market.recipient] * 2, [1, 2], sender=agent)
        assert token.balanceOf(market.recipient) == 3
        for lengths in ((1, 2, 2), (2, 1, 2), (2, 2, 1)):
            froms, tos, amounts = ([holder], [market.recipient], [1])
            with expect_revert("LengthMismatch"):
                token.batchForcedTransfer(
                    froms * lengths[0], tos * lengths[1], amounts * lengths[2], sender=agent
                )


class TestFreezing:
    def test_a_wallet(self, market: Market) -> None:
        token, agent = market.stack.token, market.stack.agent
        receipt = token.setAddressFrozenWithReason(market.holder, True, REASON, sender=agent)
        assert values(receipt.events.one("AddressFrozen").args) == (market.holder, True, agent)
        assert receipt.events.one("AgentAction").args.reason == REASON
        assert token.isFrozen(market.holder)
        assert offer(market.stack, market.holder, market.recipient, 1) == tk.SENDER_FROZEN
        token.batchSetAddressFrozen([market.holder], [False], sender=agent)
        assert offer(market.stack, market.holder, market.recipient, 1) == 0
        with expect_revert("LengthMismatch"):
            token.batchSetAddressFrozen([market.holder], [], sender=agent)

    def test_a_part(self, market: Market) -> None:
        """TOK-04: a holder's own transfer never touches the frozen part."""
        token, agent = market.stack.token, market.stack.agent
        receipt = token.freezePartialTokens(market.holder, 400, sender=agent)
        assert values(receipt.events.one("TokensFrozen").args) == (market.holder, 400)
        assert values(receipt.events.one("Frozen").args) == (market.holder, 400)
        assert offer(market.stack, market.holder, market.recipient, 601) == tk.UNFROZEN
        assert offer(market.stack, market.holder, market.recipient, 600) == 0
        assert token.getFrozenTokens(market.holder) == token.balanceOf(market.holder) == 400
        receipt = token.unfreezePartialTokens(market.holder, 150, sender=agent)
        assert values(receipt.events.one("TokensUnfrozen").args) == (market.holder, 150)
        assert values(receipt.events.one("Frozen").args) == (market.holder, 250)

    def test_partial_freezes_keep_the_bound_of_erc3643(self, market: Market) -> None:
        token, agent, holder = market.stack.token, market.stack.agent, market.holder
        token.freezePartialTokens(holder, HELD - 1, sender=agent)
        for amount in (2, LARGEST, 2**256 - 1):
            with expect_revert("FreezeExceedsBalance", holder=holder, balance=HELD):
                token.freezePartialTokens(holder, amount, sender=agent)
        token.freezePartialTokens(holder, 1, sender=agent)
        with expect_revert("UnfreezeExceedsFrozen", holder=holder, frozen=HELD, amount=HELD + 1):
            token.unfreezePartialTokens(holder, HELD + 1, sender=agent)

    def test_erc7943_may_freeze_more_than_there_is(self, market: Market) -> None:
        token, agent, holder = market.stack.token, market.stack.agent, market.holder
        token.setFrozenTokens(holder, LARGEST, sender=agent)
        assert offer(market.stack, holder, market.recipient, 1) == tk.UNFROZEN
        token.mint(holder, 5, sender=agent)
        assert token.balanceOf(holder) == HELD + 5
        assert token.getFrozenTokens(holder) == LARGEST
        with expect_revert("AmountTooLarge", amount=LARGEST + 1, maximum=LARGEST):
            token.setFrozenTokens(holder, LARGEST + 1, sender=agent)
        receipt = token.setFrozenTokensWithReason(holder, 0, REASON, sender=agent)
        assert receipt.events.one("TokensUnfrozen").args.amount == LARGEST
        assert receipt.events.one("AgentAction").args.reason == REASON
        assert offer(market.stack, holder, market.recipient, 1) == 0

    def test_in_batches(self, market: Market) -> None:
        token, agent, holder = market.stack.token, market.stack.agent, market.holder
        token.batchFreezePartialTokens([holder, holder], [1, 2], sender=agent)
        assert token.getFrozenTokens(holder) == 3
        token.batchUnfreezePartialTokens([holder, holder], [1, 1], sender=agent)
        assert token.getFrozenTokens(holder) == 1
        for function in (token.batchFreezePartialTokens, token.batchUnfreezePartialTokens):
            with expect_revert("LengthMismatch"):
                function([holder], [1, 1], sender=agent)


class TestPausing:
    def test_once_each_way(self, market: Market) -> None:
        token, agent = market.stack.token, market.stack.agent
        with expect_revert("ExpectedPause"):
            token.unpause(sender=agent)
        receipt = token.pause(sender=agent)
        assert receipt.events.one("Paused").args.userAddress == agent
        assert token.paused()
        with expect_revert("EnforcedPause"):
            token.pause(sender=agent)
        receipt = token.unpause(sender=agent)
        assert receipt.events.one("Unpaused").args.userAddress == agent
        assert not token.paused()


class TestAgents:
    """ERC-3643's agents are holders of the local role."""

    def test_added_and_removed(self, market: Market) -> None:
        token, governor, clerk = market.stack.token, market.stack.governor, market.stranger
        assert not token.isAgent(clerk)
        receipt = token.addAgent(clerk, sender=governor)
        assert receipt.events.one("AgentAdded").args.agent == clerk
        assert token.isAgent(clerk)
        assert token.hasLocalRole(LocalRole.AGENT, clerk)
        token.pause(sender=clerk)
        with expect_revert("AlreadyAgent", account=clerk):
            token.addAgent(clerk, sender=governor)
        receipt = token.removeAgent(clerk, sender=governor)
        assert receipt.events.one("AgentRemoved").args.agent == clerk
        with expect_revert("NotAgent", account=clerk):
            token.removeAgent(clerk, sender=governor)
        with expect_revert("LocalRoleMissing"):
            token.unpause(sender=clerk)
        with expect_revert("LocalRoleForNobody"):
            token.addAgent(ZERO_ADDRESS, sender=governor)

    def test_both_families_of_events_are_told(self, market: Market) -> None:
        token, governor, clerk = market.stack.token, market.stack.governor, market.stranger
        for function, standard, own in (
            (token.grantLocalRole, "AgentAdded", "LocalRoleGranted"),
            (token.revokeLocalRole, "AgentRemoved", "LocalRoleRevoked"),
        ):
            receipt = function(LocalRole.BRIDGE, clerk, sender=governor)
            assert [event.name for event in receipt.events] == [own]
            receipt = function(LocalRole.AGENT, clerk, sender=governor)
            assert [event.name for event in receipt.events] == [own, standard]
            # Nothing changes the second time.
            assert not function(LocalRole.AGENT, clerk, sender=governor).events
