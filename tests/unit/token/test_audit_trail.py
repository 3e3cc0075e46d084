"""What the logs tell: each decision that moved value, each refused attempt, each agent's reason."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from quantera.evm import ZERO_ADDRESS, Receipt
from tests.stacks.token import TokenStack, record, rule_settings, values
from tests.unit.token.conftest import HELD, Market

TRANSFER, MINT, BURN, FORCED, RECOVERY, ARRIVAL, DEPARTURE = range(7)
REASON = 42


@dataclass(frozen=True)
class Decision:
    """A `TransferDecision`, unpacked."""

    token: str
    from_identity: str
    to_identity: str
    amount: int
    version: int
    path: int
    code: int
    packs: int


def decisions(receipt: Receipt) -> list[Decision]:
    found = []
    for event in receipt.events.named("TransferDecision"):
        word = event.args.packed
        found.append(
            Decision(
                event.args.token,
                event.args.fromIdentity,
                event.args.toIdentity,
                amount=word & (2**128 - 1),
                version=word >> 128 & (2**32 - 1),
                path=word >> 160 & 0xFF,
                code=word >> 168 & 0xFF,
                packs=word >> 176 & 0xFF,
            )
        )
        assert word >> 184 == 0
    return found


def identity(stack: TokenStack, wallet: str) -> str:
    address: str = stack.engine.identity(wallet)
    return address


Move = Callable[[Market], Receipt]


def _approved(market: Market) -> Receipt:
    token = market.stack.token
    token.approve(market.spender, 5, sender=market.holder)
    receipt: Receipt = token.transferFrom(market.holder, market.recipient, 5, sender=market.spender)
    return receipt


def _call(function: str, *arguments: Any, by: str) -> Move:
    def act(market: Market) -> Receipt:
        stack = market.stack
        sender = getattr(stack, by) if hasattr(stack, by) else getattr(market, by)
        named = [getattr(market, it) if isinstance(it, str) else it for it in arguments]
        receipt: Receipt = getattr(stack.token, function)(*named, sender=sender)
        return receipt

    return act


MOVES: dict[str, tuple[Move, int]] = {
    "transfer": (_call("transfer", "recipient", 5, by="holder"), TRANSFER),
    "transferFrom": (_approved, TRANSFER),
    "attempt": (_call("attemptTransfer", "recipient", 5, by="holder"), TRANSFER),
    "mint": (_call("mint", "recipient", 5, by="agent"), MINT),
    "burn": (_call("burn", "holder", 5, by="agent"), BURN),
    "force": (_call("forcedTransfer", "holder", "recipient", 5, by="agent"), FORCED),
    "arrive": (_call("crosschainMint", "recipient", 5, by="bridge"), ARRIVAL),
    "depart": (_call("crosschainBurn", "holder", 5, by="bridge"), DEPARTURE),
}


@pytest.mark.parametrize("counted", [False, True])
@pytest.mark.parametrize("name", MOVES)
def test_a_decision_is_told_once(market: Market, counted: bool, name: str) -> None:
    stack = market.stack
    move, path = MOVES[name]
    if counted:
        stack.token.pause(sender=stack.agent)
        stack.engine.startCount(stack.token, (False, False, 0, False), sender=stack.governor)
        stack.engine.countWallets(stack.token, [market.holder], sender=stack.agent)
        stack.engine.finishCount(stack.token, sender=stack.agent)
        stack.token.unpause(sender=stack.agent)
    stack.configure(rule_settings())
    (told,) = decisions(move(market))
    assert told == Decision(
        stack.token.address,
        ZERO_ADDRESS if path in {MINT, ARRIVAL} else identity(stack, market.holder),
        ZERO_ADDRESS if path in {BURN, DEPARTURE} else identity(stack, market.recipient),
        amount=5,
        version=stack.engine.ruleSetVersion(stack.token),
        path=path,
        code=0,
        packs=0,
    )


def test_a_batch_tells_each_of_its_decisions(market: Market) -> None:
    stack = market.stack
    other = stack.investor("other")
    receipt = stack.token.batchTransfer([market.recipient, other], [1, 2], sender=market.holder)
    told = [(it.to_identity, it.amount, it.path) for it in decisions(receipt)]
    assert told == [
        (identity(stack, market.recipient), 1, TRANSFER),
        (identity(stack, other), 2, TRANSFER),
    ]


def test_a_recovery_tells_its_decision_and_its_reason(market: Market) -> None:
    stack = market.stack
    known = stack.chain.deploy("HostileIdentity")
    new = stack.chain.actor("new wallet")
    known.plantKey(new, False, sender=new)
    stack.enter([market.holder], [record(known)])
    receipt = stack.token.recoveryAddressWithReason(
        market.holder, new, known, REASON, sender=stack.agent
    )
    (told,) = decisions(receipt)
    assert (told.path, told.amount) == (RECOVERY, HELD)
    assert (told.from_identity, told.to_identity) == (known.address, known.address)
    action = receipt.events.one("AgentAction").args
    selector = stack.token.recoveryAddress.selector
    assert values(action) == (stack.agent, market.holder, selector, REASON, HELD)


def test_the_version_is_that_of_the_rules_that_decided(market: Market) -> None:
    stack = market.stack
    before = stack.engine.ruleSetVersion(stack.token)
    for _ in range(2):
        stack.configure(rule_settings())
    receipt = stack.token.transfer(market.recipient, 1, sender=market.holder)
    assert [it.version for it in decisions(receipt)] == [before + 2]


ACTIONS: list[tuple[str, tuple[Any, ...], str, int]] = [
    ("setAddressFrozen", (True,), "setAddressFrozen", 1),
    ("setAddressFrozen", (False,), "setAddressFrozen", 0),
    ("freezePartialTokens", (5,), "freezePartialTokens", 5),
    ("setFrozenTokens", (7,), "setFrozenTokens", 7),
]


@pytest.mark.parametrize(("function", "arguments", "action", "amount"), ACTIONS)
def test_a_freeze_names_its_agent(
    market: Market, function: str, arguments: tuple[Any, ...], action: str, amount: int
) -> None:
    token, agent = market.stack.token, market.stack.agent
    receipt = getattr(token, function)(market.holder, *arguments, sender=agent)
    told = receipt.events.one("AgentAction").args
    selector = getattr(token, action).selector
    assert values(told) == (agent, market.holder, selector, 0, amount)


@pytest.mark.parametrize("frozen", [0, 5])
def test_freezing_and_releasing_nothing_is_told_as_trex_tells_it(
    market: Market, frozen: int
) -> None:
    token, agent, holder = market.stack.token, market.stack.agent, market.holder
    token.setFrozenTokens(holder, frozen, sender=agent)
    receipt = token.freezePartialTokens(holder, 0, sender=agent)
    assert values(receipt.events.one("TokensFrozen").args) == (holder, 0)
    receipt = token.unfreezePartialTokens(holder, 0, sender=agent)
    assert values(receipt.events.one("TokensUnfrozen").args) == (holder, 0)
    receipt = token.setFrozenTokens(holder, frozen, sender=agent)
    names = [event.name for event in receipt.events]
    assert names == ["Frozen", "AgentAction"]


def test_a_statement_is_logged_in_full(market: Market) -> None:
    info = ("fund unit", "EU,GB", "RegS", 250, False)
    token, governor = market.stack.token, market.stack.governor
    receipt = token.setTokenInfo(info, sender=governor)
    assert values(receipt.events.one("TokenInfoUpdated").args.info._asdict()) == info
