"""Rules 23 to 26 and 37: supply, balances, shares, and this chain's part of them."""

from typing import Any

import pytest

from tests.unit.compliance.world import Flag, Limit, Path, Rule, Settings, World


def capped(limit: Limit, global_value: int, local: int) -> dict[str, Any]:
    names = {Limit.SUPPLY: "supply_cap", Limit.MAX_BALANCE: "max_balance"}
    return {names[limit]: global_value, "allotments": ((limit, 0, local),)}


@pytest.mark.parametrize(
    ("local", "amount", "code"),
    [
        (1000, 399, 0),
        (1000, 400, 0),
        (1000, 401, 23),
        (800, 200, 0),
        (800, 201, 37),
        (800, 401, 23),
    ],
)
def test_supply_cap(world: World, local: int, amount: int, code: int) -> None:
    holder = world.enter("holder")
    world.mint(holder, 600)
    world.configure(Settings(on=(Rule.SUPPLY_CAP_EXCEEDED,), **capped(Limit.SUPPLY, 1000, local)))
    with world.chain.rollback():
        assert world.mint(holder, amount) == code
    assert world.code(Path.CROSSCHAIN_MINT, None, holder, amount) == code


def test_supply_cap_does_not_concern_transfers(world: World) -> None:
    holder = world.enter("holder")
    world.mint(holder, 600)
    world.configure(Settings(on=(Rule.SUPPLY_CAP_EXCEEDED,), supply_cap=100))
    assert world.transfer(holder, world.enter("recipient"), 600) == 0


class TestMaxBalance:
    @pytest.fixture
    def limited(self, world: World) -> World:
        world.count()
        self.rich = world.enter("rich", flags=Flag.CUSTODIAN)
        self.holder = world.enter("holder")
        world.mint(self.rich, 10_000)
        world.mint(self.holder, 60)
        return world

    def set(self, world: World, global_value: int = 100, local: int = 100) -> None:
        world.configure(
            Settings(
                on=(Rule.MAX_BALANCE_EXCEEDED,), **capped(Limit.MAX_BALANCE, global_value, local)
            )
        )

    @pytest.mark.parametrize(
        ("local", "amount", "code"),
        [(100, 39, 0), (100, 40, 0), (100, 41, 24), (80, 20, 0), (80, 21, 37), (80, 41, 24)],
    )
    def test_it_holds_at_the_unit(self, limited: World, local: int, amount: int, code: int) -> None:
        self.set(limited, 100, local)
        for path in (Path.TRANSFER, Path.MINT, Path.CROSSCHAIN_MINT):
            with limited.chain.rollback():
                giver = self.rich if path == Path.TRANSFER else None
                assert limited.code(path, giver, self.holder, amount) == code

    def test_fifty_wallets_of_one_identity_share_it(self, limited: World) -> None:
        self.set(limited)
        wallets = [
            limited.enter(f"wallet {i}", identity=limited.identity("holder")) for i in range(50)
        ]
        for wallet in wallets[:40]:
            assert limited.transfer(self.rich, wallet, 1) == 0
        for wallet in wallets[40:]:
            assert limited.transfer(self.rich, wallet, 1) == 24
        assert limited.position(limited.identity("holder")) == 100

    def test_own_moves_are_free(self, limited: World) -> None:
        limited.mint(self.holder, 1000)
        self.set(limited)
        other = limited.enter("other", identity=limited.identity("holder"))
        assert limited.transfer(self.holder, other, 1060) == 0
        assert limited.position(limited.identity("holder")) == 1060

    def test_a_custodian_has_none(self, limited: World) -> None:
        self.set(limited)
        assert limited.transfer(self.holder, self.rich, 60) == 0

    def test_agents_override_it(self, limited: World) -> None:
        self.set(limited)
        assert limited.code(Path.FORCED, self.rich, self.holder, 5000) == 0
        assert limited.position(limited.identity("holder")) == 5060
        assert limited.transfer(self.rich, self.holder, 1) == 24
        assert limited.transfer(self.holder, self.rich, 1) == 0

    @pytest.mark.parametrize(("amount", "code"), [(30, 0), (31, 37), (41, 24)])
    def test_an_investors_own_allotment_replaces_everybodys(
        self, limited: World, amount: int, code: int
    ) -> None:
        key = int(limited.identity("holder"), 16)
        limited.configure(
            Settings(
                on=(Rule.MAX_BALANCE_EXCEEDED,),
                max_balance=100,
                allotments=((Limit.MAX_BALANCE, 0, 70), (Limit.MAX_BALANCE, key, 20)),
            )
        )
        assert limited.transfer(self.rich, self.holder, amount) == code

    def test_an_own_allotment_falls_with_the_global_value(self, limited: World) -> None:
        key = int(limited.identity("holder"), 16)
        settings = Settings(
            on=(Rule.MAX_BALANCE_EXCEEDED,),
            max_balance=100,
            allotments=((Limit.MAX_BALANCE, key, 100),),
        )
        limited.configure(settings)
        limited.tighten(settings.but(max_balance=70, allotments=()))
        assert limited.transfer(self.rich, self.holder, 11) == 24
        assert limited.transfer(self.rich, self.holder, 10) == 0


class TestMinBalance:
    @pytest.fixture
    def limited(self, world: World) -> World:
        world.count()
        self.sender = world.enter("sender")
        self.recipient = world.enter("recipient")
        world.mint(self.sender, 100)
        world.configure(Settings(on=(Rule.BELOW_MIN_BALANCE,), min_balance=30))
        return world

    @pytest.mark.parametrize(
        ("amount", "code"),
        [(29, 25), (30, 0), (31, 0), (70, 0), (71, 25), (99, 25), (100, 0)],
    )
    def test_neither_side_is_left_below(self, limited: World, amount: int, code: int) -> None:
        assert limited.transfer(self.sender, self.recipient, amount) == code

    @pytest.mark.parametrize(("amount", "code"), [(29, 25), (30, 0)])
    def test_a_first_position_reaches_it(self, limited: World, amount: int, code: int) -> None:
        with limited.chain.rollback():
            assert limited.mint(self.recipient, amount) == code
        assert limited.code(Path.CROSSCHAIN_MINT, None, self.recipient, amount) == code

    @pytest.mark.parametrize(("amount", "code"), [(70, 0), (71, 25), (100, 0)])
    def test_a_departure_leaves_it_or_nothing(self, limited: World, amount: int, code: int) -> None:
        assert limited.code(Path.CROSSCHAIN_BURN, self.sender, None, amount) == code

    def test_custodians_may_hold_less(self, limited: World) -> None:
        custodian = limited.enter("custodian", flags=Flag.CUSTODIAN)
        assert limited.transfer(self.sender, custodian, 31) == 0
        assert limited.transfer(custodian, self.recipient, 30) == 0
        assert limited.position(limited.identity("custodian")) == 1

    def test_it_counts_the_identity_not_the_wallet(self, limited: World) -> None:
        other = limited.enter("other", identity=limited.identity("sender"))
        assert limited.transfer(self.sender, other, 95) == 0
        assert limited.transfer(self.sender, self.recipient, 5) == 25

    def test_nothing_leaves_nobody_below(self, limited: World) -> None:
        assert limited.transfer(self.sender, self.recipient, 0) == 0

    def test_a_preview_of_more_than_there_is_has_an_answer(self, limited: World) -> None:
        assert limited.preview(Path.TRANSFER, self.sender, self.recipient, 101) == 0


class TestMaxShare:
    @pytest.fixture
    def limited(self, world: World) -> World:
        world.count()
        self.sender = world.enter("sender")
        self.recipient = world.enter("recipient")
        world.mint(self.sender, 1000)
        world.configure(Settings(on=(Rule.MAX_OWNERSHIP_EXCEEDED,), max_share_pips=100_000))
        return world

    @pytest.mark.parametrize(("amount", "code"), [(99, 0), (100, 0), (101, 26)])
    def test_transfer(self, limited: World, amount: int, code: int) -> None:
        assert limited.transfer(self.sender, self.recipient, amount) == code

    @pytest.mark.parametrize(("amount", "code"), [(110, 0), (111, 0), (112, 26)])
    def test_an_issue_counts_in_its_own_supply(
        self, limited: World, amount: int, code: int
    ) -> None:
        assert limited.mint(self.recipient, amount) == code

    def test_a_custodian_may_hold_more(self, limited: World) -> None:
        custodian = limited.enter("custodian", flags=Flag.CUSTODIAN)
        assert limited.transfer(self.sender, custodian, 1000) == 0


def test_a_later_rule_goes_before_the_chains_allotment(world: World) -> None:
    """Code 37 stands at its place in the order, though the allotment is seen earlier."""
    world.count()
    sender, recipient = world.enter("sender"), world.enter("recipient")
    world.mint(sender, 100)
    settings = Settings(
        on=(Rule.MAX_BALANCE_EXCEEDED, Rule.MAX_OWNERSHIP_EXCEEDED),
        max_share_pips=1_000_000,
        **capped(Limit.MAX_BALANCE, 100, 10),
    )
    world.configure(settings)
    assert world.transfer(sender, recipient, 11) == 37
    world.configure(settings.but(max_share_pips=100_000, allotments=()))
    assert world.transfer(sender, recipient, 11) == 26
