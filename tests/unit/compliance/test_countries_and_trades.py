"""Rules 19 to 22: countries, pre-approval, minimum ticket."""

import pytest

from quantera.evm import Actor, expect_revert
from tests.unit.compliance.world import (
    FRANCE,
    GERMANY,
    JAPAN,
    USA,
    Path,
    Rule,
    Settings,
    World,
)

LARGEST = 1023


def holder_of(world: World, units: int) -> Actor:
    sender = world.enter("sender")
    world.mint(sender, units)
    return sender


@pytest.mark.parametrize(
    ("country", "code"),
    [(GERMANY, 0), (FRANCE, 19), (JAPAN, 0), (LARGEST, 0), (LARGEST + 1, 19), (0, 19), (65535, 19)],
)
def test_country_allow(world: World, country: int, code: int) -> None:
    sender = holder_of(world, 10)
    world.configure(Settings(on=(Rule.COUNTRY_NOT_ALLOWED,), allowed=(GERMANY, JAPAN, LARGEST)))
    recipient = world.enter("recipient", country)
    for path in (Path.TRANSFER, Path.MINT, Path.CROSSCHAIN_MINT):
        giver = sender if path == Path.TRANSFER else None
        assert world.code(path, giver, recipient, 1) == code
    assert world.code(Path.FORCED, sender, recipient, 1) == 0


@pytest.mark.parametrize(
    ("country", "code"),
    [(GERMANY, 0), (USA, 20), (USA - 1, 0), (USA + 1, 0), (LARGEST + 1, 0), (0, 0)],
)
def test_country_restrict(world: World, country: int, code: int) -> None:
    sender = holder_of(world, 10)
    world.configure(Settings(on=(Rule.COUNTRY_RESTRICTED,), restricted=(USA,)))
    recipient = world.enter("recipient", country)
    assert world.code(Path.TRANSFER, sender, recipient, 1) == code
    assert world.code(Path.MINT, None, recipient, 1) == code


def test_the_senders_country_does_not_keep_it_in(world: World) -> None:
    sender = holder_of(world, 10)
    world.configure(Settings(on=(Rule.COUNTRY_NOT_ALLOWED,), allowed=(FRANCE,)))
    assert world.transfer(sender, world.enter("recipient", FRANCE), 1) == 0


def test_own_wallets_obey_the_country_too(world: World) -> None:
    sender = holder_of(world, 10)
    world.configure(Settings(on=(Rule.COUNTRY_NOT_ALLOWED,), allowed=(FRANCE,)))
    other = world.enter("other", GERMANY, identity=world.identity("sender"))
    assert world.transfer(sender, other, 1) == 19


@pytest.mark.parametrize(
    ("amount", "code"), [(99, 22), (100, 0), (101, 0), (0, 22), (1000, 0)], ids=str
)
def test_minimum_ticket(world: World, amount: int, code: int) -> None:
    sender = holder_of(world, 1000)
    recipient = world.enter("recipient")
    world.configure(Settings(on=(Rule.BELOW_MINIMUM_TICKET,), minimum_ticket=100))
    with world.chain.rollback():
        assert world.transfer(sender, recipient, amount) == code
    assert world.mint(recipient, amount) == code
    assert world.code(Path.CROSSCHAIN_MINT, None, recipient, amount) == 0
    assert world.code(Path.CROSSCHAIN_BURN, sender, None, amount) == code


def test_a_wallet_below_the_ticket_can_be_emptied(world: World) -> None:
    sender = holder_of(world, 99)
    recipient = world.enter("recipient")
    world.configure(Settings(on=(Rule.BELOW_MINIMUM_TICKET,), minimum_ticket=100))
    assert world.transfer(sender, recipient, 98) == 22
    assert world.transfer(sender, recipient, 99) == 0


def test_own_wallets_need_no_ticket(world: World) -> None:
    sender = holder_of(world, 1000)
    world.configure(Settings(on=(Rule.BELOW_MINIMUM_TICKET,), minimum_ticket=100))
    other = world.enter("other", identity=world.identity("sender"))
    assert world.transfer(sender, other, 1) == 0


class TestPreApproval:
    @pytest.fixture
    def asked(self, world: World) -> World:
        self.agent = world.actor("agent")
        world.token.setAgent(self.agent, True, sender=self.agent)
        self.sender = holder_of(world, 1000)
        self.recipient = world.enter("recipient")
        self.now = world.chain.timestamp
        world.configure(Settings(on=(Rule.PRE_APPROVAL_REQUIRED,)))
        return world

    def approve(
        self, world: World, amount: int = 10, begins: int = 0, ends: int = 100, to: object = None
    ) -> None:
        world.engine.approveTransfer(
            world.token,
            self.sender,
            to or self.recipient,
            amount,
            self.now + begins,
            self.now + ends,
            sender=self.agent,
        )

    def test_it_is_used_up_by_one_transfer(self, asked: World) -> None:
        assert asked.transfer(self.sender, self.recipient, 10) == 21
        self.approve(asked)
        assert asked.transfer(self.sender, self.recipient, 10) == 0
        assert asked.transfer(self.sender, self.recipient, 10) == 21

    @pytest.mark.parametrize("amount", [9, 11])
    def test_it_is_for_the_exact_amount(self, asked: World, amount: int) -> None:
        self.approve(asked)
        assert asked.transfer(self.sender, self.recipient, amount) == 21

    def test_it_is_for_these_two_wallets(self, asked: World) -> None:
        self.approve(asked)
        assert asked.transfer(self.sender, asked.enter("somebody else"), 10) == 21

    @pytest.mark.parametrize(("wait", "code"), [(49, 21), (50, 0), (99, 0), (100, 21)])
    def test_it_holds_from_its_first_second_to_its_last(
        self, asked: World, wait: int, code: int
    ) -> None:
        self.approve(asked, begins=50, ends=100)
        asked.chain.set_timestamp(self.now + wait)
        assert asked.transfer(self.sender, self.recipient, 10) == code

    def test_a_refused_transfer_leaves_it(self, asked: World) -> None:
        self.approve(asked)
        asked.configure(
            Settings(on=(Rule.PRE_APPROVAL_REQUIRED, Rule.BELOW_MINIMUM_TICKET), minimum_ticket=11)
        )
        assert asked.transfer(self.sender, self.recipient, 10) == 22
        asked.configure(Settings(on=(Rule.PRE_APPROVAL_REQUIRED,)))
        assert asked.transfer(self.sender, self.recipient, 10) == 0

    def test_it_can_be_withdrawn_once(self, asked: World) -> None:
        self.approve(asked)
        movement = (asked.token, self.sender, self.recipient, 10)
        asked.engine.revokeApproval(*movement, sender=self.agent)
        assert asked.engine.approvalOf(*movement) == (0, 0)
        assert asked.transfer(self.sender, self.recipient, 10) == 21
        with expect_revert("ApprovalUnknown"):
            asked.engine.revokeApproval(*movement, sender=self.agent)

    def test_moves_to_another_chain_need_one_to_nobody(self, asked: World) -> None:
        assert asked.code(Path.CROSSCHAIN_BURN, self.sender, None, 10) == 21
        self.approve(asked, to="0x" + 40 * "0")
        assert asked.code(Path.CROSSCHAIN_BURN, self.sender, None, 10) == 0

    def test_own_wallets_and_agents_paths_need_none(self, asked: World) -> None:
        other = asked.enter("other", identity=asked.identity("sender"))
        assert asked.transfer(self.sender, other, 10) == 0
        assert asked.mint(self.recipient, 10) == 0
        assert asked.code(Path.FORCED, self.sender, self.recipient, 10) == 0

    def test_only_agents_of_the_token_approve(self, asked: World) -> None:
        stranger = asked.actor("stranger")
        movement = (asked.token, self.sender, self.recipient, 10)
        with expect_revert("NotTokenAgent", caller=stranger):
            asked.engine.approveTransfer(*movement, 0, self.now + 1, sender=stranger)
        with expect_revert("NotTokenAgent", caller=stranger):
            asked.engine.revokeApproval(*movement, sender=stranger)

    @pytest.mark.parametrize(("begins", "ends"), [(10, 10), (11, 10), (-10, 0), (-10, -1)])
    def test_its_period_must_lie_ahead(self, asked: World, begins: int, ends: int) -> None:
        with expect_revert("ApprovalPeriodInvalid"):
            self.approve(asked, begins=begins, ends=ends)
