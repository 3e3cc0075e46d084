"""Positions as ERC-721 tokens."""

from quantera.evm import ZERO_ADDRESS, expect_revert
from tests.unit.liquidity.conftest import RANGE, Market, told

ONE = 10**18


def test_minting(market: Market) -> None:
    request = market.stack.added(market.key, *RANGE, ONE)
    receipt = market.pools.mint(request, market.alice, sender=market.bob)
    token, *amounts = receipt.return_value
    assert token == 1
    assert market.pools.ownerOf(token) == market.alice
    assert market.pools.balanceOf(market.alice) == 1
    assert market.pools.positionOf(token) == (token, *RANGE, ONE, market.alice)
    added = receipt.events.one("LiquidityAdded")
    assert (added.position, added.sender) == (token.to_bytes(32), market.bob)
    assert (added.amountA, added.amountB) == tuple(amounts)
    assert market.mint(*RANGE, ONE) == 2
    with expect_revert("TransferToZeroAddress"):
        market.pools.mint(request, ZERO_ADDRESS, sender=market.bob)


def test_names(market: Market) -> None:
    token = market.mint(*RANGE, ONE)
    assert market.pools.name() == "Quantera liquidity position"
    assert market.pools.symbol() == "QLP"
    assert market.pools.tokenURI(token).endswith('position 1"}')
    with expect_revert("TokenDoesNotExist"):
        market.pools.tokenURI(9)
    for interface in (0x01FFC9A7, 0x80AC58CD, 0x5B5E139F):
        assert market.pools.supportsInterface(interface.to_bytes(4))
    assert not market.pools.supportsInterface(b"\xff" * 4)


def test_who_owns_decides(market: Market) -> None:
    token = market.mint(*RANGE, ONE)
    with expect_revert("PositionNotAllowed"):
        market.remove(token, 1, market.alice, sender=market.alice)
    with expect_revert("NotOwnerNorApproved"):
        market.pools.transferFrom(market.bob, market.alice, token, sender=market.alice)
    market.pools.transferFrom(market.bob, market.alice, token, sender=market.bob)
    with expect_revert("PositionNotAllowed"):
        market.remove(token, 1, market.bob)
    market.remove(token, 1, market.alice, sender=market.alice)


def test_approvals(market: Market) -> None:
    token = market.mint(*RANGE, ONE)
    market.pools.approve(market.alice, token, sender=market.bob)
    market.remove(token, 1, market.alice, sender=market.alice)
    market.pools.transferFrom(market.bob, market.bob, token, sender=market.alice)
    with expect_revert("PositionNotAllowed"):
        market.remove(token, 1, market.alice, sender=market.alice)
    market.pools.setApprovalForAll(market.alice, True, sender=market.bob)
    market.remove(token, 1, market.alice, sender=market.alice)
    market.pools.setApprovalForAll(market.alice, False, sender=market.bob)
    with expect_revert("PositionNotAllowed"):
        market.pools.collect(
            market.key, token.to_bytes(32), market.alice, 1, 1, sender=market.alice
        )


def test_increasing(market: Market) -> None:
    token = market.mint(*RANGE, ONE)
    request = market.stack.added(market.key, *RANGE, ONE)
    receipt = market.pools.increase(request, token, sender=market.bob)
    assert receipt.return_value == market.pools.quoteAdd(market.key, *RANGE, ONE)
    assert market.pools.positionOf(token).liquidity == 2 * ONE
    with expect_revert("PositionNotAllowed"):
        market.pools.increase(request, token, sender=market.alice)
    with expect_revert("PositionUnknown"):
        market.pools.increase(request, 77, sender=market.bob)
    bare = int.from_bytes(market.position(*RANGE))
    with expect_revert("PositionUnknown"):
        market.pools.increase(request, bare, sender=market.bob)
    other = market.stack.added(market.key, RANGE[0], RANGE[1] + 60, ONE)
    with expect_revert("RangeInvalid"):
        market.pools.increase(other, token, sender=market.bob)
    market.pools.pauseGroups(2, sender=market.stack.governor)
    with expect_revert("GroupPaused"):
        market.pools.increase(request, token, sender=market.bob)


def test_closing(market: Market) -> None:
    token = market.mint(*RANGE, ONE)
    with expect_revert("PositionNotEmpty"):
        market.pools.close(token, sender=market.bob)
    market.remove(token, ONE, ZERO_ADDRESS)
    with expect_revert("PositionNotEmpty"):
        market.pools.close(token, sender=market.bob)
    market.pools.collect(
        market.key, token.to_bytes(32), market.bob, 2**128 - 1, 2**128 - 1, sender=market.bob
    )
    with expect_revert("PositionNotAllowed"):
        market.pools.close(token, sender=market.alice)
    receipt = market.pools.close(token, sender=market.bob)
    assert told(receipt, "Transfer") == (market.bob, ZERO_ADDRESS, token)
    assert market.pools.balanceOf(market.bob) == 0
    assert market.pools.positionOf(token) == (0, 0, 0, 0, ZERO_ADDRESS)
    with expect_revert("PositionUnknown"):
        market.pools.close(token, sender=market.bob)
    with expect_revert("PositionUnknown"):
        market.pools.close(2**64, sender=market.bob)


def test_a_token_that_was_left_stands_for_nothing(market: Market) -> None:
    token = market.mint(*RANGE, ONE)
    market.remove(token, ONE, market.bob)
    request = market.stack.added(market.key, *RANGE, ONE)
    with expect_revert("PositionUnknown"):
        market.pools.increase(request, token, sender=market.bob)
    market.pools.close(token, sender=market.bob)
    assert market.mint(*RANGE, ONE) == token + 1
