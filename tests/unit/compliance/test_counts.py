"""Counting holdings that exist already, and those whose investor changes (CMP-03, CMP-04)."""

from typing import Any

import pytest

from quantera.evm import expect_revert
from tests.unit.compliance.world import FRANCE, GERMANY, Flag, Path, Rule, Settings, World

NOBODY = "0x" + 40 * "0"
UNITS = (1 << 120) - 1


@pytest.fixture
def issued(world: World) -> World:
    """Holdings from before positions were kept: two wallets of one investor, one of another."""
    world.mint(world.enter("first", GERMANY), 60)
    world.mint(world.enter("first's other", GERMANY, identity=world.identity("first")), 40)
    world.mint(world.enter("second", FRANCE), 30)
    return world


def pause(world: World, on: bool = True) -> None:
    world.token.setPaused(on, sender=world.actor("agent"))


def count_wallets(world: World, *names: str) -> Any:
    wallets = [world.actor(name) for name in names]
    return world.engine.countWallets(world.token, wallets, sender=world.actor("anybody"))


def moves(event: Any) -> list[tuple[str, str, int]]:
    """From, to and units of each lot of a `LotsMoved`."""
    args = event.args
    return [(args.fromIdentity, args.toIdentity, word & UNITS) for word in args.lots]


def lots(world: World, identity: Any) -> list[int]:
    """Units of an investor's lots."""
    return [word & UNITS for word in world.engine.lotsOf(world.token, identity)]


def finish(world: World) -> Any:
    return world.engine.finishCount(world.token, sender=world.actor("anybody"))


def counted(world: World) -> World:
    pause(world)
    world.count(holders=True, countries=True)
    count_wallets(world, "first", "first's other", "second")
    finish(world)
    pause(world, False)
    return world


class TestBackfill:
    def test_positions_are_what_was_held(self, issued: World) -> None:
        counted(issued)
        assert issued.position(issued.identity("first")) == 100
        assert issued.position(issued.identity("second")) == 30
        assert issued.holders() == 2
        assert issued.engine.countryHolders(issued.token, GERMANY).counted == 1
        assert issued.transfer(issued.actor("first"), issued.actor("second"), 60) == 0
        assert issued.position(issued.identity("second")) == 90

    def test_it_needs_a_paused_token(self, issued: World) -> None:
        with expect_revert("TokenNotPaused", token=issued.token.address):
            issued.count()

    def test_before_the_issue_it_is_complete_at_once(self, world: World) -> None:
        receipt = world.count(holders=True)
        assert receipt.events.one("CountFinished").args.units == 0
        status = world.engine.countStatus(world.token)
        assert (status.kept, status.running, status.epoch) == (True, False, 1)

    @pytest.mark.parametrize("missing", ["first", "first's other", "second"])
    def test_it_ends_only_when_the_sum_is_the_supply(self, issued: World, missing: str) -> None:
        pause(issued)
        issued.count()
        names = {"first", "first's other", "second"} - {missing}
        count_wallets(issued, *sorted(names))
        with expect_revert("CountIncomplete", supply=130):
            finish(issued)
        count_wallets(issued, missing)
        finish(issued)

    def test_a_wallet_counts_once(self, issued: World) -> None:
        pause(issued)
        issued.count()
        count_wallets(issued, "first", "first")
        count_wallets(issued, "first")
        assert issued.engine.countStatus(issued.token).counted == 60

    @pytest.mark.parametrize("path", list(Path), ids=lambda path: path.name)
    def test_nothing_moves_meanwhile(self, issued: World, path: Path) -> None:
        pause(issued)
        issued.count()
        giver = None if path in (Path.MINT, Path.CROSSCHAIN_MINT) else issued.actor("first")
        taker = None if path in (Path.BURN, Path.CROSSCHAIN_BURN) else issued.actor("second")
        assert issued.code(path, giver, taker, 1) == 190

    def test_an_unregistered_holder_must_be_registered_first(self, issued: World) -> None:
        stranger = issued.actor("stranger")
        issued.token.grant(stranger, 7, sender=stranger)
        pause(issued)
        issued.count()
        with expect_revert("WalletNotRegistered", wallet=stranger):
            count_wallets(issued, "stranger")

    def test_a_wallet_taken_out_of_the_register_counts_under_what_it_was(
        self, issued: World
    ) -> None:
        registrar = issued.actor("registrar")
        issued.engine.setRecord(issued.actor("second"), 0, sender=registrar)
        counted(issued)
        assert issued.position(issued.identity("second")) == 30
        assert issued.code(Path.BURN, issued.actor("second"), None, 30) == 0
        assert issued.position(issued.identity("second")) == 0

    def test_a_new_count_starts_from_nothing(self, issued: World) -> None:
        counted(issued)
        issued.transfer(issued.actor("first"), issued.actor("second"), 60)
        counted(issued)
        assert issued.position(issued.identity("first")) == 40
        assert issued.position(issued.identity("second")) == 90
        assert issued.holders() == 2
        assert issued.engine.countryHolders(issued.token, FRANCE).counted == 1

    def test_rules_that_run_stay_countable(self, issued: World) -> None:
        counted(issued)
        issued.configure(Settings(on=(Rule.HOLDER_CAP_REACHED,), holder_cap=9))
        pause(issued)
        with expect_revert("CountInUse", code=27):
            issued.count()
        with expect_revert("CountNeeded", code=27):
            issued.engine.stopCount(issued.token, sender=issued.admin)

    def test_it_can_be_given_up(self, issued: World) -> None:
        pause(issued)
        issued.count()
        issued.engine.stopCount(issued.token, sender=issued.admin)
        assert issued.transfer(issued.actor("first"), issued.actor("second"), 1) == 0
        with expect_revert("NoCountRunning"):
            issued.engine.stopCount(issued.token, sender=issued.admin)

    def test_nothing_is_counted_while_no_count_runs(self, issued: World) -> None:
        with expect_revert("NoCountRunning"):
            count_wallets(issued, "first")
        with expect_revert("NoCountRunning"):
            finish(issued)

    def test_lots_are_entered_once_and_with_a_ledger_of_their_own(self, issued: World) -> None:
        pause(issued)
        issued.count(lots=True)
        receipt = count_wallets(issued, "first", "second", "first's other")
        entered = [moved for event in receipt.events.named("LotsMoved") for moved in moves(event)]
        first, second = (issued.identity(name) for name in ("first", "second"))
        assert entered == [(NOBODY, first, 60), (NOBODY, second, 30), (NOBODY, first, 40)]
        finish(issued)
        issued.count(lots=True)
        again = count_wallets(issued, "first", "second", "first's other")
        assert not again.events.named("LotsMoved")
        assert lots(issued, first) == [100]
        finish(issued)
        issued.engine.stopCount(issued.token, sender=issued.admin)
        issued.count(lots=True)
        assert lots(issued, first) == [], "switched on anew they start from nothing"


class TestChangedIdentity:
    """A wallet that holds units gets another identity, or loses it."""

    def relink(self, world: World, name: str, identity: str) -> None:
        world.enter(name, identity=world.actor(identity))

    def test_a_seller_leaves_the_identity_it_counted_under(self, issued: World) -> None:
        counted(issued)
        self.relink(issued, "second", "someone")
        _, receipt = issued.move(Path.TRANSFER, issued.actor("second"), issued.actor("first"), 10)
        decision = receipt.events.one("TransferDecision").args
        assert decision.fromIdentity == issued.identity("second")
        assert issued.position(issued.identity("second")) == 20
        assert issued.position(issued.actor("someone")) == 0

    def test_a_recipients_units_must_be_moved_first(self, issued: World) -> None:
        counted(issued)
        self.relink(issued, "second", "someone")
        first, second = issued.actor("first"), issued.actor("second")
        assert issued.transfer(first, second, 10) == 191
        receipt = issued.engine.moveHoldings(issued.token, second, sender=issued.actor("anybody"))
        moved = receipt.events.one("HoldingsMoved").args
        assert (moved.fromIdentity, moved.toIdentity, moved.units) == (
            issued.identity("second"),
            issued.actor("someone"),
            30,
        )
        assert issued.position(issued.identity("second")) == 0
        assert issued.position(issued.actor("someone")) == 30
        assert issued.holders() == 2
        assert issued.transfer(first, second, 10) == 0
        assert issued.position(issued.actor("someone")) == 40

    def test_an_empty_wallet_has_nothing_to_move(self, issued: World) -> None:
        counted(issued)
        issued.transfer(issued.actor("second"), issued.actor("first"), 30)
        self.relink(issued, "second", "someone")
        with expect_revert("NothingToMove"):
            issued.engine.moveHoldings(
                issued.token, issued.actor("second"), sender=issued.actor("anybody")
            )
        assert issued.transfer(issued.actor("first"), issued.actor("second"), 5) == 0
        assert issued.position(issued.actor("someone")) == 5

    def test_a_second_change_follows_the_first(self, issued: World) -> None:
        counted(issued)
        second = issued.actor("second")
        self.relink(issued, "second", "someone")
        issued.engine.moveHoldings(issued.token, second, sender=issued.actor("anybody"))
        self.relink(issued, "second", "another")
        assert issued.transfer(second, issued.actor("first"), 10) == 0
        assert issued.position(issued.actor("someone")) == 20
        issued.engine.moveHoldings(issued.token, second, sender=issued.actor("anybody"))
        assert issued.position(issued.actor("someone")) == 0
        assert issued.position(issued.actor("another")) == 20

    def test_a_wallet_taken_out_can_be_emptied_by_agents_alone(self, issued: World) -> None:
        counted(issued)
        issued.engine.setRecord(issued.actor("second"), 0, sender=issued.actor("registrar"))
        assert issued.code(Path.FORCED, issued.actor("second"), issued.actor("first"), 10) == 0
        assert issued.position(issued.identity("second")) == 20
        with expect_revert("NothingToMove"):
            issued.engine.moveHoldings(
                issued.token, issued.actor("second"), sender=issued.actor("anybody")
            )

    def test_recovery_to_a_wallet_of_the_same_identity_moves_no_position(
        self, issued: World
    ) -> None:
        counted(issued)
        rescue = issued.enter("rescue", identity=issued.identity("second"))
        issued.engine.setRecord(issued.actor("second"), 0, sender=issued.actor("registrar"))
        assert issued.code(Path.RECOVERY, issued.actor("second"), rescue, 30) == 0
        assert issued.position(issued.identity("second")) == 30

    def test_a_new_custodian_flag_is_honoured_when_holdings_move(self, issued: World) -> None:
        counted(issued)
        issued.enter("second", identity=issued.actor("vault"), flags=Flag.CUSTODIAN)
        issued.engine.moveHoldings(
            issued.token, issued.actor("second"), sender=issued.actor("anybody")
        )
        assert issued.holders() == 1

    def test_lots_move_with_the_holdings(self, issued: World) -> None:
        pause(issued)
        issued.count(lots=True)
        count_wallets(issued, "first", "second", "first's other")
        finish(issued)
        self.relink(issued, "second", "someone")
        receipt = issued.engine.moveHoldings(
            issued.token, issued.actor("second"), sender=issued.actor("anybody")
        )
        former, present = issued.identity("second"), issued.actor("someone")
        assert moves(receipt.events.one("LotsMoved")) == [(former, present, 30)]
        assert (lots(issued, former), lots(issued, present)) == ([], [30])

    def test_holdings_stay_where_their_lots_cannot_move(self, probed: World) -> None:
        probed.count(lots=True)
        holder = probed.enter("holder")
        probed.mint(holder, 30)
        self.relink(probed, "holder", "someone")
        probed.engine.configurePack(probed.token, 0, [33], sender=probed.admin)
        with expect_revert("HoldingsRefused", code=33):
            probed.engine.moveHoldings(probed.token, holder, sender=probed.actor("anybody"))
        probed.engine.configurePack(probed.token, 0, [0], sender=probed.admin)
        receipt = probed.engine.moveHoldings(probed.token, holder, sender=holder)
        context = receipt.events.one("PacksSettled").args.context
        assert (context.path, context.fromIdentity, context.toIdentity, context.amount) == (
            Path.RECOVERY,
            probed.identity("holder"),
            probed.actor("someone"),
            30,
        )


def test_counts_need_kept_positions(world: World) -> None:
    holder = world.enter("holder")
    for call in (world.engine.recount, world.engine.moveHoldings):
        with expect_revert("PositionsNotKept"):
            call(world.token, holder, sender=holder)
