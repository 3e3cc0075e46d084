"""Set-up, statement, documents, owner."""

import pytest

from quantera.evm import ZERO_ADDRESS, MemoryChain, Reverted, expect_revert
from quantera.gas.token_stack import deploy_token
from tests.stacks.token import GERMANY, deploy_stack, values
from tests.unit.token.conftest import Market


def test_what_it_says_of_itself(market: Market) -> None:
    token, engine = market.stack.token, market.stack.engine
    assert (token.name(), token.symbol(), token.decimals()) == ("Token", "TKN", 18)
    assert token.identityRegistry() == engine.address
    assert token.onchainID() == ZERO_ADDRESS
    assert token.tokenInfo().assetClass == "bond"
    assert token.version()
    assert engine.investorCountry(market.holder) == GERMANY


def test_it_starts_paused() -> None:
    stack = deploy_stack(MemoryChain())
    token, _ = deploy_token(stack.manager, stack.engine)
    assert token.paused()
    assert token.totalSupply() == 0


@pytest.mark.parametrize(
    ("options", "error"),
    [({"decimals": 19}, "DecimalsTooLarge"), ({"name": ""}, "EmptyString")],
)
def test_a_bad_set_up(market: Market, options: dict[str, object], error: str) -> None:
    stack = market.stack
    with expect_revert(error):
        deploy_token(stack.manager, stack.engine, **options)  # type: ignore[arg-type]


def test_an_engine_and_a_manager_have_code(market: Market) -> None:
    stack = market.stack
    with expect_revert("NotAnEngine"):
        deploy_token(stack.manager, market.stranger)
    with expect_revert("NotAnEngine"):
        stack.token.setIdentityRegistry(market.stranger, sender=stack.governor)


def test_setters_tell_both_events(market: Market) -> None:
    token, governor = market.stack.token, market.stack.governor
    token.setName("New", sender=governor)
    token.setSymbol("NEW", sender=governor)
    receipt = token.setOnchainID(market.stranger, sender=governor)
    plain = receipt.events.one("TokenInformation").args
    assert values(plain) == ("New", "NEW", 18, market.stranger)
    assert receipt.events.one("UpdatedTokenInformation").args.newOnchainID == market.stranger
    for function in (token.setName, token.setSymbol):
        with expect_revert("EmptyString"):
            function("", sender=governor)


def test_ownership_is_the_managers_for_ever(market: Market) -> None:
    token, manager = market.stack.token, market.stack.manager
    assert token.owner() == manager.address
    for call in (lambda: token.transferOwnership(market.stranger), token.renounceOwnership):
        with expect_revert("OwnershipFollowsAuthority", authority=manager):
            call()


def test_documents(market: Market) -> None:
    token, governor, chain = market.stack.token, market.stack.governor, market.stack.chain
    first, second = b"prospectus".ljust(32, b"\0"), b"terms".ljust(32, b"\0")
    for name in (first, second, first):
        receipt = token.setDocument(name, "ipfs://x", b"\1" * 32, sender=governor)
    assert receipt.events.one("DocumentUpdated")
    assert token.getAllDocuments() == [first, second]
    assert list(token.getDocument(first)) == ["ipfs://x", b"\1" * 32, chain.timestamp]
    token.removeDocument(first, sender=governor)
    assert token.getAllDocuments() == [second]
    token.removeDocument(second, sender=governor)
    assert token.getAllDocuments() == []
    assert list(token.getDocument(second)) == ["", bytes(32), 0]
    with expect_revert("InvalidDocument"):
        token.removeDocument(first, sender=governor)
    for name, uri in ((bytes(32), "x"), (first, "")):
        with expect_revert("InvalidDocument"):
            token.setDocument(name, uri, bytes(32), sender=governor)


def test_it_is_set_up_once(market: Market) -> None:
    stack = market.stack
    setup = (stack.engine, stack.compliance, ZERO_ADDRESS, "A", "B", 1)
    with pytest.raises(Reverted) as refused:
        stack.token.initialize(stack.manager, setup, ("", "", "", 0, True), sender=stack.governor)
    assert refused.value.name == "InvalidInitialization"
