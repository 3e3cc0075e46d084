"""A day's business of two collectors in two assets, against a ledger that knows no packing."""

from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import invariant

from quantera.access import LocalRole
from quantera.fees import charges
from quantera.gas.fee_stack import EXAMPLE, deploy_fee_stack
from tests.property.machine import ChainMachine, Tally, operation
from tests.unit.fees.model import Deal, Volume, congestion_pips, price, time_pips

UNIT = 10**18
DAY = 86_400
GRACE = 7 * DAY
COLLECTORS, ASSETS, PAYERS = ("first", "second"), ("cash", "bond"), ("ann", "bob")
ACCOUNT = "house"
SPLIT = (2_500, 1_000)

collectors, assets, payers = map(st.sampled_from, (COLLECTORS, ASSETS, PAYERS))
amounts = st.one_of(
    st.sampled_from([0, 1, 19, 20, 1_000 * UNIT, 5_000_000 * UNIT]), st.integers(0, 10**8 * UNIT)
)


class FeesMachine(ChainMachine):
    def deploy(self) -> None:
        self.stack = stack = deploy_fee_stack(self.chain)
        self.anyone = self.chain.actor("anyone")
        self.partner = self.chain.actor("partner")
        second = self.chain.deploy("FeeCollectorProbe", stack.fees)
        stack.fees.grantLocalRole(LocalRole.PRODUCT, second, sender=stack.governor)
        self.collectors = {"first": stack.collector, "second": second}
        self.assets = {"cash": stack.asset, "bond": self.chain.deploy("FeeAssetProbe")}
        for asset in self.assets.values():
            for collector in self.collectors.values():
                asset.mint(collector, 2**120, sender=self.anyone)
        house = self.chain.actor(ACCOUNT)
        self.payers = {name: stack.investor(name, house) for name in PAYERS}
        split = (self.partner, *SPLIT)
        stack.fees.setSplit(self.collectors["first"], split, sender=stack.governor)

    def start(self) -> None:
        self.volume = Volume()
        self.lines: Counter[tuple[str, str]] = Counter()
        self.serials: Counter[tuple[str, str]] = Counter()
        self.credits: Counter[tuple[str, str]] = Counter()
        # Premium, due time and whether it was reported as missed, by collector, asset and serial.
        self.promises: dict[tuple[str, str, int], list[Any]] = {}
        self.payer_of: dict[tuple[str, str, int], str] = {}
        self.collected: Counter[tuple[str, str]] = Counter()
        self.paid: Counter[tuple[str, str]] = Counter()

    def request(self, payer: str, asset: str, amount: int, urgency: int, level: int) -> Any:
        return self.stack.request(
            self.payers[payer],
            amount,
            asset=self.assets[asset],
            urgency=urgency,
            complexity=level,
        )

    @operation(
        refusable=True,
        collector=collectors,
        asset=assets,
        payer=payers,
        amount=st.one_of(amounts, amounts, amounts, st.just(2**128)),
        urgency=st.sampled_from([0, 1, 2, 3, 4]),
        level=st.integers(0, 3),
    )
    def charge(
        self, *, collector: str, asset: str, payer: str, amount: int, urgency: int, level: int
    ) -> None:
        self.charge_one(
            collector=collector,
            asset=asset,
            payer=payer,
            amount=amount,
            urgency=urgency,
            level=level,
        )

    def charge_one(
        self, *, collector: str, asset: str, payer: str, amount: int, urgency: int, level: int
    ) -> None:
        refusal = "AmountTooLarge" if amount >= 2**128 else None
        refusal = "LevelUnknown" if urgency > 3 else refusal
        request = self.request(payer, asset, amount, urgency, level)
        base_fee, now = self.chain.base_fee, self.chain.timestamp
        average, sampled_at = self.stack.fees.averageBaseFee()
        probe = self.collectors[collector]
        quoted = None
        if refusal is None:
            quoted = self.stack.fees.quote(probe, request, base_fee)
        receipt = self.act(
            probe.charge, request, 2**255, sender=self.payers[payer], refusal=refusal
        )
        if receipt is None or quoted is None:
            return
        deal = Deal(
            amount,
            urgency=urgency,
            complexity=level,
            volume=self.volume.at(now),
            congestion=congestion_pips(EXAMPLE, base_fee, average, now - sampled_at),
            time=time_pips(EXAMPLE, now),
        )
        fee = price(EXAMPLE, deal)
        charged = charges(receipt.events)[0]
        assert charged.total == fee.total == quoted.total
        assert quoted.refundable == fee.refundable
        self.volume.add(now, deal.value)
        key = (collector, asset)
        self.serials[key] += 1
        self.lines[key] += fee.total - fee.refundable
        self.collected[key] += fee.total
        assert charged.serial == self.serials[key]
        if fee.refundable:
            serial = (*key, charged.serial)
            self.promises[serial] = [fee.refundable, quoted.dueAt, False]
            self.payer_of[serial] = payer

    @operation(refusable=False, payer=payers, amount=st.integers(10**4, 10**7), late=st.booleans())
    def promise(self, payer: str, amount: int, late: bool) -> None:
        """An urgent deal of whole units, whose time is up at once or not."""
        self.charge_one(
            collector="first", asset="cash", payer=payer, amount=amount * UNIT, urgency=1, level=0
        )
        if late:
            self.chain.advance(14_401)
            newest = max(key for key in self.payer_of if key[:2] == ("first", "cash"))
            found = self.promises.get(newest)
            self.stack.collector.report(
                self.stack.asset,
                self.payers[payer],
                newest[2],
                self.chain.timestamp,
                sender=self.anyone,
            )
            if found is not None:
                found[2] = True

    def chosen(self, pick: int) -> tuple[str, str, int]:
        missed = sorted(key for key, found in self.promises.items() if found[2])
        known = [*missed, *missed, *sorted(self.payer_of)] or [("first", "cash", 1)]
        return known[pick % len(known)]

    @operation(refusable=False, pick=st.integers(0, 99), ago=st.integers(0, 3_600))
    def report(self, pick: int, ago: int) -> None:
        collector, asset, serial = key = self.chosen(pick)
        payer = self.payers[self.payer_of.get(key, "ann")]
        moment = self.chain.timestamp - ago
        found = self.promises.get(key)
        kept = found is not None and not found[2] and moment <= found[1]
        probe = self.collectors[collector]
        receipt = self.act(
            probe.report, self.assets[asset], payer, serial, moment, sender=payer, refusal=None
        )
        assert receipt is not None
        assert receipt.return_value == kept
        if kept and found is not None:
            self.lines[collector, asset] += found[0]
            del self.promises[key]
        elif found is not None:
            found[2] = True

    @operation(pick=st.integers(0, 99), paid_bps=st.sampled_from([10_000, 10_000, 5_000, 0]))
    def claim(self, pick: int, paid_bps: int) -> None:
        collector, asset, serial = key = self.chosen(pick)
        payer = self.payer_of.get(key, "ann")
        found = self.promises.get(key)
        refusal = None
        paid = 0
        if found is None:
            refusal = "PromiseUnknown"
        elif not found[2] and self.chain.timestamp <= found[1] + GRACE:
            refusal = "PromiseStillOpen"
        else:
            paid = found[0] * paid_bps // 10_000
            refusal = None if paid else "CollectorPaidNothing"
        self.collectors[collector].setPaidBps(paid_bps, sender=self.anyone)
        receipt = self.act(
            self.stack.fees.claimRefund,
            self.collectors[collector],
            self.assets[asset],
            self.payers[payer],
            serial,
            sender=self.anyone,
            refusal=refusal,
        )
        if receipt and found is not None:
            assert receipt.return_value == paid
            self.credits[payer, asset] += paid
            self.paid[collector, asset] += paid
            self.promises[key] = [found[0] - paid, found[1], True]
            if paid == found[0]:
                del self.promises[key]

    @operation(pick=st.integers(0, 9), paid_bps=st.sampled_from([10_000, 3_333, 0]))
    def sweep(self, pick: int, paid_bps: int) -> None:
        owing = sorted(key for key, units in self.lines.items() if units)
        known = [*owing, *owing, *owing, ("second", "bond")]
        key = collector, asset = known[pick % len(known)]
        paid = self.lines[key] * paid_bps // 10_000
        refusal = None if paid else "CollectorPaidNothing"
        if not self.lines[key]:
            refusal = "NothingAccrued"
        self.collectors[collector].setPaidBps(paid_bps, sender=self.anyone)
        receipt = self.act(
            self.stack.fees.sweep,
            self.collectors[collector],
            self.assets[asset],
            sender=self.anyone,
            refusal=refusal,
        )
        if receipt:
            assert receipt.return_value == paid
            self.lines[key] -= paid
            self.paid[key] += paid
            partner, insurance = (
                int(Fraction(paid * bps, 10_000)) if collector == "first" else 0 for bps in SPLIT
            )
            self.credits["partner", asset] += partner
            self.credits["insurance", asset] += insurance
            self.credits["treasury", asset] += paid - partner - insurance

    @operation(pick=st.integers(0, 19))
    def withdraw(self, pick: int) -> None:
        owed_to = sorted(key for key, units in self.credits.items() if units)
        known = [*owed_to, *owed_to, *owed_to, ("partner", "bond")]
        holder, asset = known[pick % len(known)]
        owed = self.credits[holder, asset]
        whom = self.payers.get(holder, self.chain.actor(holder))
        receipt = self.act(
            self.stack.fees.withdraw,
            self.assets[asset],
            self.anyone,
            sender=whom,
            refusal=None if owed else "NothingCredited",
        )
        if receipt:
            assert receipt.return_value == owed
            self.credits[holder, asset] = 0

    @operation(refusable=False, seconds=st.sampled_from([1, 1_800, 14_401, DAY, 8 * DAY, 30 * DAY]))
    def wait(self, seconds: int) -> None:
        self.chain.advance(seconds)

    @invariant()
    def fee_11_credits_are_covered(self) -> None:
        for name, asset in self.assets.items():
            owed = sum(units for (_, held), units in self.credits.items() if held == name)
            assert asset.balanceOf(self.stack.fees) == owed

    @invariant()
    def fee_13_lines_are_the_models(self) -> None:
        for (collector, asset), units in self.lines.items():
            line = self.stack.fees.lineOf(self.collectors[collector], self.assets[asset])
            assert (line.accrued, line.charges) == (units, self.serials[collector, asset])

    @invariant()
    def fee_12_every_unit_is_in_one_place(self) -> None:
        for key, units in self.collected.items():
            held = sum(found[0] for place, found in self.promises.items() if place[:2] == key)
            assert units == self.lines[key] + held + self.paid[key]

    @invariant()
    def fee_12_promises_are_the_models(self) -> None:
        for key, payer in self.payer_of.items():
            collector, asset, serial = key
            found = self.stack.fees.promiseOf(
                self.collectors[collector], self.assets[asset], self.payers[payer], serial
            )
            assert tuple(found) == tuple(self.promises.get(key, [0, 0, False]))

    @invariant()
    def fee_06_volume_is_the_models(self) -> None:
        state = self.stack.fees.accountState(self.chain.actor(ACCOUNT))
        assert state.volume == self.volume.at(self.chain.timestamp)


def test_fees(fuzz: Callable[[type[ChainMachine]], Tally]) -> None:
    fuzz(FeesMachine)
