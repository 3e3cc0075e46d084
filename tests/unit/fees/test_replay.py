"""The events are enough: whoever reads them alone knows the whole state."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from quantera.evm import Receipt
from quantera.evm.actors import to_address
from quantera.fees import charges
from tests.unit.fees.desk import UNIT, Desk
from tests.unit.fees.model import PERIOD

DAY = 86_400


class Replayer:
    """State from logs and the times of their blocks, and nothing else."""

    def __init__(self) -> None:
        self.time = 0
        self.accrued: Counter[tuple[str, str]] = Counter()
        self.charges: Counter[tuple[str, str]] = Counter()
        self.account_of: dict[str, str] = {}
        self.volumes: dict[str, dict[int, int]] = {}
        self.terms: dict[str, tuple[int, ...]] = {}
        self.promises: dict[tuple[str, str, str, int], tuple[int, int, bool]] = {}
        self.credits: Counter[tuple[str, str]] = Counter()
        self.prices: dict[tuple[str, str], tuple[int, int]] = {}
        self.recipients = ("", "")
        self.versions: list[tuple[int, int]] = []
        self.average = (0, 0)

    def read(self, receipts: Iterable[Receipt]) -> None:
        for receipt in receipts:
            self.time = receipt.timestamp
            for event in receipt.events:
                name = re.sub(r"(?<!^)(?=[A-Z])", "_", event.name).lower()
                handler = getattr(self, name, None)
                if handler is not None:
                    handler(event)

    def fee_charged(self, event: Any) -> None:
        charge = charges([event])[0]
        line = (charge.collector, to_address(charge.asset))
        self.accrued[line] += charge.total
        self.charges[line] = charge.serial
        account = to_address(charge.account)
        self.volumes.setdefault(account, {})[self.time // PERIOD] = charge.period_volume

    def detailed_fee_charged(self, event: Any) -> None:
        self.fee_charged(event)

    def service_promised(self, event: Any) -> None:
        self.accrued[event.collector, event.asset] -= event.premium
        self.promises[self.key(event)] = (event.premium, event.dueAt, False)

    def service_kept(self, event: Any) -> None:
        self.accrued[event.collector, event.asset] += self.promises.pop(self.key(event))[0]

    def service_missed(self, event: Any) -> None:
        premium, due, _ = self.promises[self.key(event)]
        self.promises[self.key(event)] = (premium, due, True)

    def premium_refunded(self, event: Any) -> None:
        _, due, _ = self.promises.pop(self.key(event))
        if event.outstanding:
            self.promises[self.key(event)] = (event.outstanding, due, True)
        self.credits[event.asset, event.payer] += event.refunded

    def fees_swept(self, event: Any) -> None:
        shares = (event.treasuryShare, event.partnerShare, event.insuranceShare)
        self.accrued[event.collector, event.asset] -= sum(shares)
        treasury, insurance = self.recipients
        for holder, share in zip((treasury, event.partner, insurance), shares, strict=True):
            self.credits[event.asset, holder] += share

    def credit_withdrawn(self, event: Any) -> None:
        self.credits[event.asset, event.holder] -= event.amount

    def account_refreshed(self, event: Any) -> None:
        self.account_of[event.wallet] = event.account

    def terms_set(self, event: Any) -> None:
        self.terms[event.account] = tuple(event.terms)

    def price_set(self, event: Any) -> None:
        self.prices[event.collector, event.asset] = (event.price, event.decimals)

    def recipients_set(self, event: Any) -> None:
        self.recipients = (event.treasury, event.insurance)

    def schedules_published(self, event: Any) -> None:
        self.versions.append((event.version, event.effectiveAt))

    def schedules_withdrawn(self, event: Any) -> None:
        self.versions = [item for item in self.versions if item[0] != event.version]

    def base_fee_sampled(self, event: Any) -> None:
        self.average = (event.average, self.time)

    @staticmethod
    def key(event: Any) -> tuple[str, str, str, int]:
        return (event.collector, event.asset, event.payer, event.serial)


def business(desk: Desk) -> list[Receipt]:
    """A month in which everything happens once."""
    stack, payer, governor = desk.stack, desk.payer, desk.stack.governor
    fees, chain, asset, collector = stack.fees, stack.chain, stack.asset, stack.collector
    asset.mint(collector, 10**9 * UNIT, sender=payer)
    wallet = stack.investor("wallet")
    done = [
        fees.setRecipients(stack.treasury, stack.insurance, sender=governor),
        fees.setSplit(collector, (chain.actor("partner"), 1_234, 567), sender=governor),
        fees.setTerms(wallet, (1, 250_000, 2**40 - 1, 8), sender=governor),
        fees.setPrice(collector, asset, 7, 8, sender=stack.pricer),
        desk.send(9_000_000 * UNIT, payer=wallet, urgency=1),
        desk.send(100_000 * UNIT, urgency=2, complexity=3),
        desk.send(200_000 * UNIT, urgency=3),
        desk.send(300_000 * UNIT, urgency=3, payer=wallet),
        desk.send(400_000 * UNIT, account=chain.actor("institution")),
        desk.send(500_000 * UNIT, urgency=1, account=chain.actor("institution")),
    ]
    chain.advance(600)
    done += [
        collector.report(asset, payer, 2, chain.timestamp, sender=payer),
        collector.report(asset, payer, 3, chain.timestamp - 1, sender=payer),
    ]
    chain.advance(1)
    done.append(collector.report(asset, wallet, 4, chain.timestamp, sender=payer))
    collector.setPaidBps(7_000, sender=payer)
    done += [
        fees.claimRefund(collector, asset, wallet, 4, sender=payer),
        fees.sweep(collector, asset, sender=payer),
        fees.withdraw(asset, payer, sender=stack.treasury),
    ]
    chain.set_base_fee(10**10)
    for account in (payer, governor):
        chain.set_balance(account, 10**30)
    done.append(fees.sampleBaseFee(sender=payer))
    chain.advance(30 * DAY)
    done += [
        desk.send(1_000_000 * UNIT, payer=wallet),
        desk.send(2_000_000 * UNIT),
        fees.revokeTerms(wallet, sender=governor),
        fees.sampleBaseFee(sender=payer),
    ]
    return done


def test_the_events_rebuild_the_state(desk: Desk) -> None:
    stack = desk.stack
    fees = stack.fees
    replayed = Replayer()
    receipts = business(desk)
    replayed.read(receipts)
    now = stack.chain.timestamp
    assert len(replayed.promises) == 3
    for (collector, asset), accrued in replayed.accrued.items():
        line = fees.lineOf(collector, asset)
        assert (line.accrued, line.charges) == (accrued, replayed.charges[collector, asset])
        assert (line.price, line.decimals) == replayed.prices[collector, asset]
    assert len(replayed.volumes) == 3
    for account, volumes in replayed.volumes.items():
        state = fees.accountState(account)
        number, passed = divmod(now, PERIOD)
        current, previous = volumes.get(number, 0), volumes.get(number - 1, 0)
        assert (state.period, state.current, state.previous) == (number, current, previous)
        assert state.volume == current + previous * (PERIOD - passed) // PERIOD
    for account, terms in replayed.terms.items():
        assert tuple(fees.accountState(account).terms) == terms
    for wallet, account in replayed.account_of.items():
        assert fees.accountOf(wallet) == account
    for key, promise in replayed.promises.items():
        assert tuple(fees.promiseOf(*key)) == promise
    for (asset, holder), units in replayed.credits.items():
        assert fees.creditOf(asset, holder) == units
    assert sum(replayed.credits.values()) == stack.asset.balanceOf(fees)
    assert fees.averageBaseFee() == replayed.average
