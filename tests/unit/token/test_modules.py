"""The token and its compliance contract: when it is asked, what it is told, and in which state."""

from collections.abc import Iterator

import pytest

from quantera.evm import MemoryChain, expect_revert
from tests.stacks import token as tk
from tests.stacks.token import TokenStack, deploy_stack, offer
from tests.unit.token.conftest import HELD


@pytest.fixture(scope="module")
def modular_session() -> TokenStack:
    chain = MemoryChain()
    stack = deploy_stack(chain, chain.deploy("TokenComplianceProbe"))
    stack.token.mint(stack.investor("holder"), HELD, sender=stack.agent)
    stack.investor("recipient")
    return stack


@pytest.fixture
def modular(modular_session: TokenStack) -> Iterator[TokenStack]:
    """A token whose compliance contract has modules that allow everything."""
    with modular_session.chain.rollback():
        stranger = modular_session.chain.actor("stranger")
        modular_session.compliance.behave(True, False, False, sender=stranger)
        yield modular_session


def refuse(stack: TokenStack) -> None:
    stack.compliance.behave(True, True, False, sender=stack.chain.actor("stranger"))


def test_a_refusal_has_its_code(modular: TokenStack) -> None:
    holder, recipient, stranger = modular.chain.actors("holder", "recipient", "stranger")
    assert offer(modular, holder, recipient, 1) == 0
    refuse(modular)
    assert offer(modular, holder, recipient, 1) == tk.MODULES
    assert offer(modular, holder, stranger, 1) == tk.UNREGISTERED, "modules are asked last"
    for amount in (1, HELD + 1):
        assert not modular.token.canTransfer(holder, recipient, amount)
    for function, sender in (
        (modular.token.mint, modular.agent),
        (modular.token.crosschainMint, modular.bridge),
    ):
        with expect_revert("TransferRefused", code=tk.MODULES):
            function(recipient, 1, sender=sender)
        with expect_revert("TransferRefused", code=tk.UNREGISTERED):
            function(stranger, 1, sender=sender)
    with expect_revert("TransferRefused", code=tk.MODULES):
        modular.token.crosschainBurn(holder, 1, sender=modular.bridge)
    with expect_revert("TransferRefused", code=tk.MODULES):
        modular.token.batchTransfer([recipient], [1], sender=holder)


def test_an_attempt_that_modules_refuse_records_nothing_else(modular: TokenStack) -> None:
    holder, recipient = modular.chain.actors("holder", "recipient")
    refuse(modular)
    receipt = modular.token.attemptTransfer(recipient, 1, sender=holder)
    assert receipt.return_value == tk.MODULES
    assert [event.name for event in receipt.events] == ["TransferAttemptRefused"]


def test_agents_corrections_do_not_ask(modular: TokenStack) -> None:
    holder, recipient = modular.chain.actors("holder", "recipient")
    refuse(modular)
    modular.token.forcedTransfer(holder, recipient, 1, sender=modular.agent)
    modular.token.burn(recipient, 1, sender=modular.agent)


def test_it_is_told_after_balances_have_changed(modular: TokenStack) -> None:
    holder, recipient = modular.chain.actors("holder", "recipient")
    probe = modular.compliance
    modular.token.batchTransfer([recipient, recipient], [1, 2], sender=holder)
    assert (probe.transfers(), probe.senderBalanceSeen()) == (2, HELD - 3)
    modular.token.forcedTransfer(holder, recipient, 1, sender=modular.agent)
    modular.token.mint(recipient, 1, sender=modular.agent)
    modular.token.burn(recipient, 1, sender=modular.agent)
    modular.token.crosschainMint(recipient, 1, sender=modular.bridge)
    modular.token.crosschainBurn(recipient, 1, sender=modular.bridge)
    assert (probe.transfers(), probe.creations(), probe.destructions()) == (3, 2, 2)


def test_it_is_not_told_of_nothing(modular: TokenStack) -> None:
    """ERC-3643's compliance refuses to hear of zero; ERC-20 wants such transfers to pass."""
    holder, recipient = modular.chain.actors("holder", "recipient")
    assert offer(modular, holder, recipient, 0) == 0
    assert modular.compliance.transfers() == 0


def test_a_call_back_finds_nothing_half_done(modular: TokenStack) -> None:
    holder, recipient = modular.chain.actors("holder", "recipient")
    token, probe = modular.token, modular.compliance
    token.approve(probe, 2**256 - 1, sender=holder)
    again = token.transferFrom.encode(holder, recipient, HELD)
    probe.aim(token, again, sender=holder)
    with expect_revert("TransferRefused", code=tk.BALANCE):
        token.transfer(recipient, 1, sender=holder)


def test_without_modules_it_is_left_alone(modular: TokenStack) -> None:
    holder, recipient = modular.chain.actors("holder", "recipient")
    modular.compliance.behave(False, True, False, sender=holder)
    assert offer(modular, holder, recipient, 1) == 0
    assert modular.compliance.transfers() == 0


def test_only_the_bound_contract_switches_modules(modular: TokenStack) -> None:
    with expect_revert("ComplianceNotBound", compliance=modular.governor):
        modular.token.setExternalModules(True, sender=modular.governor)


def test_another_compliance_contract(modular: TokenStack) -> None:
    token, governor = modular.token, modular.governor
    other = modular.chain.deploy("TokenComplianceProbe")
    receipt = token.setCompliance(other, sender=governor)
    assert receipt.events.one("ComplianceAdded").args.compliance == other.address
    assert token.compliance() == token.complianceModule() == other.address
    assert other.getTokenBound() == token.address
    assert int(modular.compliance.getTokenBound(), 16) == 0
    other.behave(False, False, True, sender=governor)
    with expect_revert("ComplianceNotBound"):
        token.setCompliance(modular.governor, sender=governor)
    deaf = modular.chain.deploy("TokenComplianceProbe")
    deaf.behave(False, False, True, sender=governor)
    with expect_revert("ComplianceNotBound", compliance=deaf):
        token.setCompliance(deaf, sender=governor)


def test_the_real_one_is_bound_from_the_start() -> None:
    stack = deploy_stack(MemoryChain())
    assert stack.compliance.getTokenBound() == stack.token.address
    assert stack.token.compliance() == stack.compliance.address
    holder = stack.investor("holder")
    assert stack.compliance.canTransfer(holder, holder, 0)
