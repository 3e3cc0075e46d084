"""What the views tell beside what the replayed state holds, each under a name."""

from collections.abc import Iterator
from typing import Any

from quantera.brokerage.assets import Asset, AssetFlag
from quantera.brokerage.financing import debt_units
from quantera.brokerage.positions import Position
from quantera.brokerage.replayed import CLEARING, State
from quantera.brokerage.rounding import BPS, down
from quantera.brokerage.valuation import Account, assess
from tests.differential.brokerage.stage import Stage

Pair = tuple[str, Any, Any]


def differences(stage: Stage) -> list[Pair]:
    """Name, view and replayed value of everything that differs."""
    pairs = [*_accounts(stage), *_assets(stage), *_institutions(stage), *_book(stage)]
    return [(name, seen, held) for name, seen, held in pairs if seen != held]


def _accounts(stage: Stage) -> Iterator[Pair]:
    book, state, now = stage.stack.brokerage, stage.replayer.state, stage.stack.chain.timestamp
    for number in stage.accounts:
        account = state.account(number)
        yield from _balances(stage, number, account)
        yield f"cash of {number}", book.cashOf(number), account.cash_value
        yield from _risk(stage, number, account)
        seen = book.accountOf(number)
        flags = seen.isOpen, seen.isRestricted, seen.isFrozen
        kept = number in state.accounts, number in state.restricted, number in state.frozen
        yield f"flags of {number}", flags, kept
        if number & 255:
            yield f"recorded {number}", seen.exposure, state.recorded.get(number, 0)
        yield f"impaired {number}", book.isImpaired(number), number in state.impaired
        call = book.marginCallOf(number)
        held = state.calls[number].live(now, state.standstill, state.liquidation)
        ends = held.ends(state.standstill, state.liquidation)
        mine = held.is_open, held.is_escalated, held.called_at, ends, held.cured_at
        yield f"call of {number}", tuple(call), (*mine, held.auction_start, held.nonce)
        line = state.line_of(number)
        terms = account.extra_initial, account.extra_maintenance
        days = line.facility_end_day, line.review_day
        yield f"terms of {number}", tuple(book.termsOf(number)), (*terms, *days)
        proposed, expiry = book.proposedTermsOf(number)
        offered, until = state.proposals.get(number, ((0, 0, 0, 0), 0))
        yield f"proposal to {number}", (tuple(proposed), expiry), (tuple(offered), until)
        for operator in (stage.lender, stage.liquidator):
            rights, until = state.operators.get((number, operator), (0, 0))
            usable = rights if now <= until else 0
            usable &= 0b1001 if line.locked_down else 0xFF
            seen = tuple(book.operatorOf(number, operator))
            yield f"operator of {number}", seen, (usable, until)


def _balances(stage: Stage, number: int, account: Account) -> Iterator[Pair]:
    book, state, now = stage.stack.brokerage, stage.replayer.state, stage.stack.chain.timestamp
    for listed in stage.listed:
        asset = listed.id
        where = f"{number} in {listed.asset.id}"
        yield (
            f"collateral of {where}",
            book.collateralOf(number, asset),
            account.collateral.get(asset, 0),
        )
        shares = account.debts.get(asset, 0)
        yield f"shares of {where}", book.debtSharesOf(number, asset), shares
        if asset in state.pools:
            index = state.pools[asset].index.current(now)
            yield f"debt of {where}", book.debtOf(number, asset), debt_units(shares, index)
        yield _position(stage, number, asset, account.positions.get(asset, Position()))
        claimed = state.claims[stage.liquidator, number, asset]
        yield f"claim on {where}", book.claimable(stage.liquidator, number, asset), claimed


def _position(stage: Stage, number: int, asset: int, held: Position) -> Pair:
    seen = stage.stack.brokerage.positionOf(number, asset)
    at = stage.replayer.state.changed_at.get((number, asset), 0) if held != Position() else 0
    found = seen.size, seen.entryValue, seen.changedAt
    return f"position of {number} in {asset}", found, (held.size, held.entry, at)


def _risk(stage: Stage, number: int, account: Account) -> Iterator[Pair]:
    """Every figure of the twin, to the unit."""
    state, now = stage.replayer.state, stage.stack.chain.timestamp
    seen = stage.stack.brokerage.accountRisk(number)
    found = assess(account, state.market(now))
    kept = found.maintenance(state.terms.gain_haircut_bps)
    terms = state.terms
    for name, told, mine in (
        ("gross", seen.grossValue, found.gross),
        ("adjusted", seen.adjustedValue, found.adjusted),
        ("power", seen.powerValue, found.power),
        ("maintenance", seen.maintenanceValue, kept),
        ("gain", seen.gainValue, found.gain),
        ("debt", seen.debtValue, found.debt),
        ("loss", seen.lossValue, found.loss),
        ("potential", seen.potentialValue, found.potential),
        ("exposure", seen.exposureValue, found.exposure),
        ("stale", seen.stale, bool(found.stale)),
        ("initial", seen.initialRatio, 150 + terms.extra_initial + account.extra_initial),
        (
            "maintained",
            seen.maintenanceRatio,
            125 + terms.extra_maintenance + account.extra_maintenance,
        ),
    ):
        yield f"{name} of {number}", told, mine
    if found.exposure:
        yield f"ratio of {number}", seen.ratioBps, down(kept * BPS, found.exposure)


def _assets(stage: Stage) -> Iterator[Pair]:
    book, state, now = stage.stack.brokerage, stage.replayer.state, stage.stack.chain.timestamp
    for listed in stage.listed:
        number, asset = listed.id, state.assets[listed.id]
        price = asset.low, asset.high, asset.updated_at, asset.updated_at + asset.max_age
        yield f"price of {number}", tuple(book.priceOf(number)), price
        limits = state.limits[number]
        yield from _listing(stage, number, asset)
        interest = limits.long, limits.short
        yield f"interest in {number}", tuple(book.openInterestOf(number)), interest
        clearing = state.account(CLEARING).positions.get(number, Position())
        yield _position(stage, CLEARING, number, clearing)
        window = state.windows[number]
        over = now >= window.start + state.liquidation.seizure_window
        taken = 0 if over else window.taken
        yield f"cap of {number}", tuple(book.seizureCapOf(number)), (window.cap, taken)
        if AssetFlag.SETTLEMENT in asset.flags:
            yield from _pool(stage, number)
            yield from _fund(stage, number)


def _listing(stage: Stage, number: int, asset: Asset) -> Iterator[Pair]:
    book, state, now = stage.stack.brokerage, stage.replayer.state, stage.stack.chain.timestamp
    limits = state.limits[number]
    seen, decimals, is_active = book.assetOf(number)
    uses = seen.isCollateral, seen.isTradable, seen.isSettlement, is_active
    flags = AssetFlag.COLLATERAL, AssetFlag.TRADABLE, AssetFlag.SETTLEMENT, AssetFlag.ACTIVE
    yield f"uses of {number}", uses, tuple(flag in asset.flags for flag in flags)
    risk = decimals, 60 * seen.maxAgeMinutes, seen.haircutBps, seen.exposureBps
    kept = asset.decimals, asset.max_age, asset.haircut(now), asset.exposure_bps
    yield f"risk of {number}", risk, kept
    caps = limits.cap, limits.institution_cap, limits.open_interest_cap
    yield f"caps of {number}", tuple(seen.caps), caps
    yield f"token of {number}", seen.token, limits.listing.token
    track = book.trackOf(number)
    rate = state.financing.get(number, 0)
    yield f"carry of {number}", (track.carry, track.ratePips), (asset.carry, rate)
    yield f"feeds of {number}", tuple(book.feedsOf(number)), tuple(state.feeds[number])


def _pool(stage: Stage, number: int) -> Iterator[Pair]:
    book, state, now = stage.stack.brokerage, stage.replayer.state, stage.stack.chain.timestamp
    pool, seen = state.pools[number], book.lendingPool(number)
    index, reserves = pool.accrued(now)
    yield (
        f"pool {number}",
        tuple(seen),
        (
            *(index, pool.index.rate_pips, pool.index.reserve_bps, pool.liquidity),
            *(debt_units(pool.debt_shares, index), pool.debt_shares, pool.lender_shares),
            *(pool.worth(now), reserves, pool.book_units),
        ),
    )
    owed = sum(account.debts.get(number, 0) for account in state.accounts.values())
    yield f"all shares of debt in {number}", seen.totalDebtShares, owed
    lent = state.lent[number, stage.lender]
    yield f"lent in {number}", book.lenderSharesOf(number, stage.lender), lent
    yield f"fees in {number}", book.collectedFees(number), pool.fees


def _fund(stage: Stage, number: int) -> Iterator[Pair]:
    book, state = stage.stack.brokerage, stage.replayer.state
    found = state.funds[number]
    fund = found.fund
    told = fund.units, fund.shares, fund.first_loss, found.epoch
    yield (
        f"fund {number}",
        tuple(book.defaultFundOf(number)),
        (*told, found.assessment_start, fund.assessable),
    )
    for owner in stage.institutions:
        own = found.of(owner)
        kept = own.shares, own.noticed, own.floor, own.withdrawable_at
        seen, units = book.contributionOf(number, owner)
        yield f"contribution of {owner}", tuple(seen), kept
        yield f"worth of {owner}", units, fund.units_down(own.shares)


def _institutions(stage: Stage) -> Iterator[Pair]:
    book, state, now = stage.stack.brokerage, stage.replayer.state, stage.stack.chain.timestamp
    total = 0
    for owner in stage.institutions:
        line, seen = state.lines[owner], book.creditLineOf(owner)
        terms = line.limit, line.group, line.facility_end_day, line.review_day
        yield f"line of {owner}", tuple(seen.terms), terms
        exposed = institution_exposure(state, int(owner, 16), now)
        total += exposed
        yield f"exposure of {owner}", seen.exposure, exposed
        yield f"lockdown of {owner}", book.isLockedDown(owner), line.locked_down
        yield f"fees of {owner}", book.agreedFees(owner), state.agreed_fees.get(owner, 0)
        for nonce in range(0, 500, 7):
            spent = (owner, nonce) in state.nonces
            yield f"nonce {nonce}", book.isGrantNonceSpent(owner, nonce), spent
    yield "exposure of all", book.totalExposure(), total
    for group in (1, 2):
        seen = tuple(book.groupOf(group))
        yield (
            f"group {group}",
            seen,
            (state.group_limits.get(group, 0), state.group_exposure(group)),
        )


def institution_exposure(state: State, institution: int, now: int) -> int:
    """Sub-account 0 as it stands, the others as recorded, value."""
    main = assess(state.account(institution << 8), state.market(now)).exposure
    others = (
        value
        for number, value in state.recorded.items()
        if number >> 8 == institution and number & 255
    )
    return main + sum(others)


def _book(stage: Stage) -> Iterator[Pair]:
    book, state = stage.stack.brokerage, stage.replayer.state
    yield "clearing's cash", book.clearingCash(), state.clearing_cash
    yield "standstill", tuple(book.standstill()), tuple(vars(state.standstill).values())
    yield "liquidations", tuple(book.liquidationTerms()), tuple(vars(state.liquidation).values())
    terms, told = state.terms, tuple(book.bookTerms())
    yield (
        "book terms",
        told,
        (
            *(terms.extra_initial, terms.extra_maintenance, terms.concentration_milli),
            *(terms.concentration_add_on_milli, terms.gain_haircut_bps),
            *(state.trade_spread_bps, terms.cash_asset),
        ),
    )
    yield "match band", book.matchBand(), state.match_band_bps
    yield "grace", book.graceOf(0), state.graces.get(0) or 4 * 3_600
    sizes: dict[int, int] = {}
    for account in state.accounts.values():
        for asset, position in account.positions.items():
            sizes[asset] = sizes.get(asset, 0) + position.size
    yield "sums of sizes", {asset: size for asset, size in sizes.items() if size}, {}
    fund = state.fund_terms
    periods = fund.notice_period, fund.assessment_period, fund.assessment_limit_bps
    yield "fund terms", tuple(book.fundTerms()), periods
