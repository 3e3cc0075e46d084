"""Events of margin calls, liquidations, defaults, funds and terms."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import replace
from enum import IntEnum
from typing import Any

from quantera.brokerage.financing import debt_units, shares_repaid
from quantera.brokerage.margin import LiquidationTerms, MarginCall
from quantera.brokerage.replayed import FundState, FundTerms, Pool, State
from quantera.brokerage.rounding import up
from quantera.brokerage.waterfall import bear_alone

Args = Mapping[str, Any]


class Layer(IntEnum):
    """`DefaultLayer`, in its order."""

    CASH = 0
    CONTRIBUTION = 1
    FIRST_LOSS = 2
    MUTUAL_FUND = 3
    LENDERS = 4


class MarginHandlers(ABC):
    """What `Replayer` does with them."""

    state: State
    _loss = 0
    """What is left of the default that is being declared, in units."""

    @staticmethod
    @abstractmethod
    def _settle(pool: Pool) -> None:
        """Count interest up to now."""

    # -- calls ------------------------------------------------------------------------------------

    def _on_MarginCallIssued(self, args: Args) -> None:  # noqa: N802
        before = self.state.calls[args["account"]]
        self.state.calls[args["account"]] = MarginCall(
            is_open=True, called_at=self.state.time, deadline=args["deadline"], nonce=before.nonce
        )

    def _on_MarginCallEscalated(self, args: Args) -> None:  # noqa: N802
        state, number = self.state, args["account"]
        call = state.calls[number].escalated(state.time)
        state.calls[number] = call.auctioned(state.time, state.standstill, state.liquidation)

    def _on_MarginCallCured(self, args: Args) -> None:  # noqa: N802
        number = args["account"]
        self.state.calls[number] = self.state.calls[number].cured(self.state.time)

    def _on_StandstillBegan(self, _: Args) -> None:  # noqa: N802
        self.state.standstill = replace(self.state.standstill, since=self.state.time)

    def _on_StandstillEnded(self, args: Args) -> None:  # noqa: N802
        # A pause ends now; of an outage one learns when it is over, and it leaves a pause as it is.
        clock, ended = self.state.standstill, args["endedAt"]
        since = 0 if ended == self.state.time else clock.since
        self.state.standstill = replace(clock, total=args["total"], ended_at=ended, since=since)

    def _on_GraceSet(self, args: Args) -> None:  # noqa: N802
        kind, grace = args.values()
        self.state.graces[kind] = grace

    # -- liquidations -----------------------------------------------------------------------------

    def _on_LiquidationTermsSet(self, args: Args) -> None:  # noqa: N802
        self.state.liquidation = LiquidationTerms(*args["terms"])

    def _on_SeizureCapSet(self, args: Args) -> None:  # noqa: N802
        self.state.windows[args["assetId"]].cap = args["capValue"]

    def _liquidated(self, number: int) -> None:
        state = self.state
        call = state.calls[number]
        if call.is_open:
            call = call.auctioned(state.time, state.standstill, state.liquidation)
        state.calls[number] = replace(call, nonce=(call.nonce + 1) % (1 << 32))
        state.touched.add(number)

    def _on_Liquidated(self, args: Args) -> None:  # noqa: N802
        state, number = self.state, args["account"]
        account, pool = state.account(number), state.pools[args["debtAsset"]]
        self._repay(number, args["debtAsset"], args["repaid"])
        pool.liquidity += args["repaid"]
        fund = state.funds[args["debtAsset"]]
        fund.fund = replace(fund.fund, first_loss=fund.fund.first_loss + args["fee"])
        taken = args["collateral"]
        account.collateral[taken] -= args["seized"]
        if not account.collateral[taken]:
            del account.collateral[taken]
        self._count(taken, args["seized"])
        self._liquidated(number)

    def _count(self, asset: int, seized: int) -> None:
        window = self.state.windows[asset]
        if not window.cap or not self.state.liquidation.seizure_window:
            return
        if self.state.time >= window.start + self.state.liquidation.seizure_window:
            window.start, window.taken = self.state.time, 0
        found = self.state.assets[asset]
        window.taken += up(seized * found.low, found.one)

    def _on_PositionLiquidated(self, args: Args) -> None:  # noqa: N802
        self._liquidated(args["account"])

    _on_PositionTakenOver = _on_PositionLiquidated  # noqa: N815

    def _on_SeizureClaimable(self, args: Args) -> None:  # noqa: N802
        self.state.claims[self._claim(args)] += args["units"]

    def _on_SeizureClaimed(self, args: Args) -> None:  # noqa: N802
        self.state.claims[self._claim(args)] -= args["units"]

    @staticmethod
    def _claim(args: Args) -> tuple[str, int, int]:
        return args["liquidator"], args["account"], args["assetId"]

    def _repay(self, number: int, asset: int, units: int) -> None:
        """Shares that go with units: all where nothing is left, rounded down otherwise."""
        account, pool = self.state.account(number), self.state.pools[asset]
        index = pool.index.current(self.state.time)
        shares = account.debts[asset]
        burnt = shares
        if units < debt_units(shares, index):
            burnt = shares_repaid(units, index)
        pool.debt_shares -= burnt
        account.debts[asset] = shares - burnt
        if shares == burnt:
            del account.debts[asset]

    # -- defaults and funds -----------------------------------------------------------------------

    def _on_DefaultDeclared(self, args: Args) -> None:  # noqa: N802
        state, number, asset = self.state, args["account"], args["assetId"]
        self._repay(number, asset, args["owed"])
        self._loss = args["owed"]
        state.defaulted.add(number)
        state.touched.add(number)
        self._settle(state.pools[asset])

    def _on_CashApplied(self, args: Args) -> None:  # noqa: N802
        self.state.account(args["account"]).cash_value -= args["value"]

    def _on_DefaultBorne(self, args: Args) -> None:  # noqa: N802
        state, asset, units = self.state, args["assetId"], args["units"]
        layer, pool, fund = Layer(args["layer"]), state.pools[asset], state.funds[asset]
        if layer is Layer.CASH:
            pool.book_units -= units
        else:
            self._assess(fund)
        if layer not in (Layer.CASH, Layer.LENDERS):
            pool.liquidity += units
            self._bear(layer, fund, args["account"], units)
        self._loss -= units
        self._settle(pool)

    def _bear(self, layer: Layer, fund: FundState, account: int, units: int) -> None:
        if layer is Layer.CONTRIBUTION:
            institution = f"0x{account >> 8:040x}"
            wallet = next(w for w in fund.contributions if w.lower() == institution)
            own = fund.of(wallet)
            fund.fund, own.shares, _ = bear_alone(fund.fund, own.shares, self._loss)
            own.noticed = min(own.noticed, own.shares)
        elif layer is Layer.FIRST_LOSS:
            fund.fund = replace(fund.fund, first_loss=fund.fund.first_loss - units)
        else:
            left, rest = fund.fund.units - units, fund.fund.assessable - units
            fund.fund = replace(fund.fund, units=left, assessable=rest)

    def _assess(self, fund: FundState) -> None:
        terms = self.state.fund_terms
        if self.state.time >= fund.assessment_start + terms.assessment_period:
            fund.assessment_start = self.state.time
            fund.fund = fund.fund.assessed(terms.assessment_limit_bps)

    def _on_FundExhausted(self, args: Args) -> None:  # noqa: N802
        fund = self.state.funds[args["assetId"]]
        fund.epoch = args["epoch"]
        fund.fund = replace(fund.fund, shares=0)

    def _on_FundContributed(self, args: Args) -> None:  # noqa: N802
        fund = self.state.funds[args["assetId"]]
        units, shares = fund.fund.units + args["units"], fund.fund.shares + args["shares"]
        fund.fund = replace(fund.fund, units=units, shares=shares)
        fund.of(args["institution"]).shares += args["shares"]

    def _on_FundNoticeGiven(self, args: Args) -> None:  # noqa: N802
        own = self.state.funds[args["assetId"]].of(args["institution"])
        own.noticed, own.withdrawable_at = args["shares"], args["withdrawableAt"]

    def _on_FundWithdrawn(self, args: Args) -> None:  # noqa: N802
        fund = self.state.funds[args["assetId"]]
        units, shares = fund.fund.units - args["units"], fund.fund.shares - args["shares"]
        assessable = min(fund.fund.assessable, units)
        fund.fund = replace(fund.fund, units=units, shares=shares, assessable=assessable)
        own = fund.of(args["institution"])
        own.shares -= args["shares"]
        own.noticed = own.withdrawable_at = 0

    def _on_FirstLossFunded(self, args: Args) -> None:  # noqa: N802
        fund = self.state.funds[args["assetId"]]
        fund.fund = replace(fund.fund, first_loss=fund.fund.first_loss + args["units"])

    def _on_FirstLossWithdrawn(self, args: Args) -> None:  # noqa: N802
        fund = self.state.funds[args["assetId"]]
        fund.fund = replace(fund.fund, first_loss=fund.fund.first_loss - args["units"])

    def _on_FundFloorSet(self, args: Args) -> None:  # noqa: N802
        self.state.funds[args["assetId"]].of(args["institution"]).floor = args["units"]

    def _on_FundTermsSet(self, args: Args) -> None:  # noqa: N802
        terms = args["noticePeriod"], args["assessmentPeriod"], args["assessmentLimitBps"]
        self.state.fund_terms = FundTerms(*terms)

    # -- terms of accounts ------------------------------------------------------------------------

    def _on_TermsProposed(self, args: Args) -> None:  # noqa: N802
        self.state.proposals[args["account"]] = args["terms"], args["expiry"]

    def _on_TermsWithdrawn(self, args: Args) -> None:  # noqa: N802
        self.state.proposals.pop(args["account"], None)

    def _on_TermsChanged(self, args: Args) -> None:  # noqa: N802
        self.state.proposals.pop(args["account"], None)
        initial, maintenance, end, review = args["terms"]
        account = self.state.account(args["account"])
        account.extra_initial, account.extra_maintenance = initial, maintenance
        line = self.state.line_of(args["account"])
        line.facility_end_day, line.review_day = end, review

    def _on_Impaired(self, args: Args) -> None:  # noqa: N802
        self.state.impaired.add(args["account"])

    def _on_ImpairmentRemoved(self, args: Args) -> None:  # noqa: N802
        self.state.impaired.discard(args["account"])
