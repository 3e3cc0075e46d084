"""What must hold at the end, read from the chains: supplies, ledgers, positions, logs, release."""

from itertools import groupby

from quantera import chains
from quantera.brokerage.replay import Replayer as BookReplayer
from quantera.compliance.replay.reading import replay
from quantera.demo import wording
from quantera.demo.bridges import Bridges
from quantera.demo.chapters.crossing import Crossed
from quantera.demo.chapters.delivery import Settled
from quantera.demo.chapters.margin import WHERE as BOOK_CHAIN
from quantera.demo.chapters.margin import Book
from quantera.demo.chapters.placing import HOME, Placed
from quantera.demo.chapters.sandwich import WHERE as POOL_CHAIN
from quantera.demo.chapters.sandwich import Pools
from quantera.demo.chapters.upgrading import CONTRACT, Upgraded, implementation_of
from quantera.demo.desk import Desk
from quantera.demo.issued import DECIMALS, Issued
from quantera.demo.stage import Stage
from quantera.evm import Contract
from quantera.evm.abi import AbiRegistry
from quantera.evm.receipts import Arguments, Event
from quantera.gas.bridge_stack import Status
from quantera.gas.brokerage_stack import CLEARING
from quantera.release.verify import verify


def tell(stage: Stage) -> None:
    """Check them all; what is broken is noted, and ends the story once everything is told."""
    checks = (
        _nothing_is_lost,
        _each_is_credited_once,
        _logs_rebuild_the_tokens,
        _settlement_holds_what_it_owes,
        _the_brokerage_holds_what_it_owes,
        _positions_sum_to_zero,
        _logs_rebuild_the_book,
        _pools_hold_what_they_owe,
        _the_sandwich_does_not_pay,
        _only_the_upgrade_changed_code,
        _the_release_is_as_planned,
    )
    for check in checks:
        stage.page.say(check.__name__.strip("_").replace("_", " "))
        check(stage)
    held = sum(one.holds for one in stage.invariants)
    stage.page.fact("invariants that hold", f"{held} of {len(stage.invariants)}")


def _nothing_is_lost(stage: Stage) -> None:
    issued, bridges = stage.take(Issued), stage.take(Bridges)
    supplies = {name: int(issued.token(name).totalSupply()) for name in stage.chains}
    away = 0
    for message in stage.take(Crossed).messages:
        there = chains.by_id(message.destination_chain_id).name
        if bridges.status(message, there) is not Status.CREDITED:
            away += message.amount
    placed = stage.take(Placed).units
    whole = " + ".join(wording.amount(units, DECIMALS) for units in supplies.values())
    stage.holds(
        "BRG-01",
        "supplies of all chains, with what is in flight or parked, are what was issued",
        sum(supplies.values()) + away == placed,
        f"{whole} + {wording.amount(away, DECIMALS)} in flight or parked = "
        f"{wording.amount(placed, DECIMALS)} issued",
    )


def _each_is_credited_once(stage: Stage) -> None:
    bridges, counts = stage.take(Bridges), []
    for message in stage.take(Crossed).messages:
        there = chains.by_id(message.destination_chain_id).name
        counts.append(
            sum(
                one.name == "MessageCredited" and one.args["id"] == message.id
                for _, one in _told(stage, there, bridges.at(there))
            )
        )
    stage.holds(
        "BRG-02",
        "a message is credited at most once",
        all(count <= 1 for count in counts),
        f"{len(counts)} messages, credited {sum(counts)} times",
    )


def _logs_rebuild_the_tokens(stage: Stage) -> None:
    issued, readers = stage.take(Issued), stage.take(Desk).readers()
    wrong, wallets = [], 0
    for name, reader in readers.items():
        state = replay(reader, [issued.address]).tokens[issued.address.lower()]
        token = issued.token(name)
        held = {wallet: units for wallet, units in state.balances.items() if units}
        wallets += len(held)
        supply = token.totalSupply()
        stored = {wallet: token.balanceOf(wallet) for wallet in held}
        if stored != held or sum(held.values()) != supply or state.supply != supply:
            wrong.append(name)
    stage.holds(
        "TOK-02",
        "balances rebuilt from logs alone are those stored, and add up to the supply",
        not wrong,
        f"{wallets} balances on {len(readers)} chains"
        + "".join(f", not on {one}" for one in wrong),
    )


def _settlement_holds_what_it_owes(stage: Stage) -> None:
    settled = stage.take(Settled)
    manager, cash = settled.manager, settled.cash
    has, holds = cash.balanceOf(manager), manager.heldOf(cash)
    collected = manager.collectedFees(cash)
    stage.holds(
        "SET-02",
        "settlement holds at least its holds and the fees that it has collected",
        has >= holds + collected,
        f"has {wording.amount(has, DECIMALS)}, holds {wording.amount(holds, DECIMALS)}, "
        f"fees {wording.amount(collected, DECIMALS)}",
    )
    fees = stage.take(Issued).released.at(HOME, CONTRACT)
    accrued = fees.lineOf(manager, cash).accrued
    stage.holds(
        "FEE-13",
        "what the fee structure says a collector owes is what it has collected and not paid",
        accrued == collected,
        f"accrued {wording.amount(accrued, DECIMALS)}, "
        f"collected {wording.amount(collected, DECIMALS)}",
    )


def _the_brokerage_holds_what_it_owes(stage: Stage) -> None:
    book = stage.take(Book)
    brokerage, cash, ether = book.brokerage, book.cash.asset, book.ether.asset
    pledged = brokerage.collateralOf(book.account, ether.id)
    lent = brokerage.lendingPool(cash.id).liquidity + brokerage.collateralOf(book.account, cash.id)
    has = ether.cash.balanceOf(brokerage), cash.cash.balanceOf(brokerage)
    stage.holds(
        "PB-01",
        "the brokerage holds at least its collateral and its pools' liquidity",
        has[0] >= pledged and has[1] >= lent,
        f"has {wording.amount(has[0], ether.decimals)} ether for "
        f"{wording.amount(pledged, ether.decimals)}, {wording.amount(has[1], cash.decimals)} "
        f"dollars for {wording.amount(lent, cash.decimals)}",
    )


def _positions_sum_to_zero(stage: Stage) -> None:
    book = stage.take(Book)
    ours = book.brokerage.positionOf(book.account, book.ether.id)
    clearing = book.brokerage.positionOf(CLEARING, book.ether.id)
    sizes, entries = ours.size + clearing.size, ours.entryValue + clearing.entryValue
    decimals = book.ether.asset.decimals
    stage.holds(
        "PB-11",
        "sizes and entries of positions sum to zero over accounts and clearing",
        sizes == 0 and entries == 0,
        f"{wording.amount(ours.size, decimals)} and {wording.amount(clearing.size, decimals)} "
        "ether",
    )


def _logs_rebuild_the_book(stage: Stage) -> None:
    book = stage.take(Book)
    brokerage, chain = book.brokerage, stage.chains[BOOK_CHAIN]
    replayer = BookReplayer()
    events = _told(stage, BOOK_CHAIN, brokerage)
    for block, logs in groupby(events, key=lambda one: one[0]):
        replayer.feed([event for _, event in logs], chain.time_of(block))
    account = replayer.state.account(book.account)
    cash, ether = book.cash.id, book.ether.id
    told = (
        account.collateral.get(ether, 0),
        account.positions[ether].size if ether in account.positions else 0,
        replayer.state.pools[cash].liquidity,
    )
    stored = (
        brokerage.collateralOf(book.account, ether),
        brokerage.positionOf(book.account, ether).size,
        brokerage.lendingPool(cash).liquidity,
    )
    stage.holds(
        "PB-17",
        "collateral, position and pool rebuilt from logs alone are those stored",
        told == stored,
        f"{len(events)} events; {told} rebuilt, {stored} stored",
    )


def _pools_hold_what_they_owe(stage: Stage) -> None:
    found = stage.take(Pools)
    pools = found.stack.pools
    owed: dict[str, int] = {}
    for venue in found.venues:
        told = pools.poolOf(venue.key)
        for token, units in ((told.tokenA, told.reserveA), (told.tokenB, told.reserveB)):
            owed[token] = owed.get(token, 0) + units
    chain = stage.chains[POOL_CHAIN]
    has = {token: chain.at(token, "PlainToken").balanceOf(pools) for token in owed}
    stage.holds(
        "LPO-02",
        "the pools hold at least what the liquidity of all ranges is worth",
        all(has[token] >= units for token, units in owed.items()),
        "; ".join(
            f"has {wording.amount(has[token], DECIMALS)} for {wording.amount(units, DECIMALS)}"
            for token, units in owed.items()
        ),
    )


def _the_sandwich_does_not_pay(stage: Stage) -> None:
    found = stage.take(Pools)
    told = [
        f"{result:,.2f} dollars with {venue.name}"
        for venue, result in zip(found.venues, found.results, strict=True)
    ]
    stage.holds(
        "LPO-40",
        "no swap against its block's net move gets a better price than the opening one: the "
        "attacker loses where the guard is",
        found.results[-1] < 0,
        "; ".join(told),
    )


def _only_the_upgrade_changed_code(stage: Stage) -> None:
    released, new = stage.take(Issued).released, stage.take(Upgraded)
    runs = {
        name: implementation_of(stage, name, released.at(name, CONTRACT)) for name in stage.chains
    }
    stage.holds(
        "ACC-10",
        "a proxy runs what was proposed through the access manager, on every chain",
        runs == dict(new),
        ", ".join(f"{name} {address}" for name, address in runs.items()),
    )


def _the_release_is_as_planned(stage: Stage) -> None:
    """But for what this story has changed since: the upgrade, and who may propose one."""
    released = stage.take(Issued).released
    drift = [fact for one in verify(released.plan, released.nodes) for fact in one.drift]
    expected = [fact for fact in drift if CONTRACT in fact or "UPGRADER" in fact]
    stage.holds(
        "REL-12",
        "verification finds what was changed since the release, and nothing else",
        len(expected) == len(drift) > 0,
        f"{len(drift)} differences: "
        + "; ".join(sorted({fact.partition(":")[0] for fact in drift})),
    )


def _told(stage: Stage, chain: str, contract: Contract) -> list[tuple[int, Event]]:
    """Everything that a contract has told, by its own ABI, with the numbers of the blocks."""
    node = stage.chains[chain]
    known = AbiRegistry(lambda: [contract.abi])
    found = []
    for one in node.logs_between(0, node.block_number, [contract.address]):
        told = known.decode_log(one.log.topics, one.log.data)
        if told is not None:
            found.append((one.block, Event(told[0], Arguments(told[1]), one.log.address)))
    return found
