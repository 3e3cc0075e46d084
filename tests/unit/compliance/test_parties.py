"""Codes 7 and 13 to 18: who may give and receive at all, on every path."""

import pytest

from quantera.evm import Actor, Contract, expect_revert
from tests.unit.compliance.world import UNITS, Flag, Path, Rule, Settings, World

RECEIVING = (Path.TRANSFER, Path.MINT, Path.FORCED, Path.RECOVERY, Path.CROSSCHAIN_MINT)
GIVING = (Path.TRANSFER, Path.BURN, Path.FORCED, Path.RECOVERY, Path.CROSSCHAIN_BURN)
DEALING = (Path.TRANSFER, Path.CROSSCHAIN_BURN)


def parties(world: World, path: Path) -> tuple[Actor | None, Actor | None]:
    """A holder of 100 units and a recipient, `None` where the path has none."""
    sender = world.enter("sender")
    recipient = world.enter("recipient")
    world.mint(sender, 100)
    return (sender if path in GIVING else None, recipient if path in RECEIVING else None)


@pytest.mark.parametrize("path", list(Path))
def test_verified_parties_may_move_on_every_path(world: World, path: Path) -> None:
    sender, recipient = parties(world, path)
    code, receipt = world.move(path, sender, recipient, 40)
    assert code == 0
    decision = receipt.events.one("TransferDecision").args
    assert decision.token == world.token.address
    assert decision.packed & (2**128 - 1) == 40
    assert decision.packed >> 160 & 0xFF == path
    zero = "0x" + 40 * "0"
    assert decision.fromIdentity == (world.identity("sender") if sender else zero)
    assert decision.toIdentity == (world.identity("recipient") if recipient else zero)


@pytest.mark.parametrize("path", RECEIVING)
def test_an_unregistered_wallet_receives_nothing(world: World, path: Path) -> None:
    sender, _ = parties(world, path)
    assert world.code(path, sender, world.actor("stranger"), 1) == 13


@pytest.mark.parametrize("path", RECEIVING)
@pytest.mark.parametrize(("left", "code"), [(-1, 14), (0, 14), (1, 0)])
def test_a_recipient_is_verified_until_the_last_second(
    world: World, path: Path, left: int, code: int
) -> None:
    sender, recipient = parties(world, path)
    world.enter("recipient", valid_until=world.chain.timestamp + left)
    assert world.code(path, sender, recipient, 1) == code


@pytest.mark.parametrize("path", GIVING)
def test_an_expired_sender_may_still_leave(world: World, path: Path) -> None:
    sender, recipient = parties(world, path)
    world.enter("sender", valid_until=1)
    assert world.code(path, sender, recipient, 1) == 0


@pytest.mark.parametrize("path", GIVING)
@pytest.mark.parametrize(("left", "verified"), [(-1, False), (0, False), (1, True)])
def test_a_token_may_ask_for_verified_senders(
    world: World, path: Path, left: int, verified: bool
) -> None:
    sender, recipient = parties(world, path)
    world.configure(Settings(on=(Rule.SENDER_NOT_VERIFIED,)))
    world.enter("sender", valid_until=world.chain.timestamp + left)
    expected = 15 if path in DEALING and not verified else 0
    assert world.code(path, sender, recipient, 1) == expected


@pytest.mark.parametrize("path", RECEIVING)
def test_a_sanctioned_recipient_is_refused(world: World, path: Path) -> None:
    sender, recipient = parties(world, path)
    world.enter("recipient", flags=Flag.SANCTIONS_HOLD)
    assert world.code(path, sender, recipient, 1) == 17


@pytest.mark.parametrize("path", GIVING)
def test_a_sanctioned_sender_cannot_deal_but_can_be_seized(world: World, path: Path) -> None:
    sender, recipient = parties(world, path)
    world.enter("sender", flags=Flag.SANCTIONS_HOLD)
    assert world.code(path, sender, recipient, 1) == (16 if path in DEALING else 0)


def test_the_sender_is_named_before_the_recipient(world: World) -> None:
    sender, recipient = parties(world, Path.TRANSFER)
    world.enter("sender", flags=Flag.SANCTIONS_HOLD)
    world.enter("recipient", flags=Flag.SANCTIONS_HOLD)
    assert world.code(Path.TRANSFER, sender, recipient, 1) == 16


@pytest.mark.parametrize(
    ("rules", "code"), [((), 0), ((Rule.SPENDER_SANCTIONED,), 18)], ids=["off", "on"]
)
def test_a_sanctioned_spender_is_refused_where_the_token_asks(
    world: World, rules: tuple[int, ...], code: int
) -> None:
    sender, recipient = parties(world, Path.TRANSFER)
    spender = world.enter("spender", flags=Flag.SANCTIONS_HOLD)
    world.configure(Settings(on=rules))
    assert world.code(Path.TRANSFER, sender, recipient, 1, spender) == code
    assert world.code(Path.TRANSFER, sender, recipient, 1, world.actor("stranger")) == 0


@pytest.mark.parametrize(("verified", "code"), [(True, 0), (False, 14)])
def test_live_verification_asks_the_claims_alone(world: World, verified: bool, code: int) -> None:
    sender, recipient = parties(world, Path.TRANSFER)
    world.configure(Settings(live=True))
    world.enter("recipient", valid_until=0 if verified else 2**40 - 1)
    world.engine.setLive(world.identity("recipient"), verified, sender=world.actor("registrar"))
    assert world.code(Path.TRANSFER, sender, recipient, 1) == code


@pytest.mark.parametrize(("amount", "code"), [(2**128 - 1, 0), (2**128, 7), (2**256 - 1, 7)])
def test_amounts_are_bounded(world: World, amount: int, code: int) -> None:
    recipient = world.enter("recipient")
    assert world.preview(Path.MINT, None, recipient, amount) == code


def test_only_registered_tokens_are_answered(world: World) -> None:
    unknown: Contract = world.chain.deploy("TokenProbe", world.engine)
    holder = world.enter("holder")
    arguments = (Path.MINT, holder, "0x" + 40 * "0", holder, UNITS)
    with expect_revert("TokenNotRegistered", token=unknown.address):
        unknown.move(*arguments, sender=holder)
    with expect_revert("TokenNotRegistered", token=unknown.address):
        unknown.preview(*arguments)
