"""The settlement manager's state, rebuilt from its events alone.

`Replayer.feed` takes decoded events in their order, each with its block's time. What it then holds
is what the manager's views tell: a test compares the two. Balances are the tokens' own.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

DAY = 86_400
ONE_VALUE = 10**8
CRYPTO = 4
NO_FEED = "0x" + "00" * 20

EXECUTED = 2
ACSC = 2
INCEPTED, LOCKED, CLAIMED, RECLAIMED, CANCELLED = range(1, 6)
PAID = 2


class LogEvent(Protocol):
    """A decoded event."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def args(self) -> Mapping[str, Any]:
        """Its arguments by name."""


@dataclass
class Asset:
    """An admitted asset as its events tell it."""

    terms: Any
    decimals: int
    price: int = 0
    suspended: bool = False


@dataclass
class State:
    """Everything that the events have told so far; keys are addresses, ids and days."""

    assets: dict[str, Asset] = field(default_factory=dict)
    securities: dict[str, bool] = field(default_factory=dict)
    rates: dict[int, int] = field(default_factory=dict)
    participants: dict[str, tuple[str, int]] = field(default_factory=dict)
    exposures: dict[str, tuple[int, int]] = field(default_factory=dict)
    agreed: dict[str, int] = field(default_factory=dict)
    nonces: set[tuple[str, int]] = field(default_factory=set)
    filled: dict[bytes, int] = field(default_factory=dict)
    instructions: dict[bytes, int] = field(default_factory=dict)
    holds: dict[bytes, dict[str, Any]] = field(default_factory=dict)
    queued: dict[bytes, dict[str, Any]] = field(default_factory=dict)
    locks: dict[bytes, int] = field(default_factory=dict)
    cross_payments: dict[bytes, int] = field(default_factory=dict)
    netted: dict[tuple[bytes, str, int], int] = field(default_factory=dict)
    units: Counter[tuple[str, int]] = field(default_factory=Counter)
    movements: Counter[tuple[str, int]] = field(default_factory=Counter)
    values: Counter[tuple[int, int]] = field(default_factory=Counter)
    value_movements: Counter[tuple[int, int]] = field(default_factory=Counter)
    fees: Counter[str] = field(default_factory=Counter)
    ledger_final: int = 0
    legal_final: int = 0


class Replayer:
    """Feeds events into a `State`; events that it does not know change nothing."""

    def __init__(self) -> None:
        self.state = State()
        self._locked: dict[bytes, tuple[str, int]] = {}
        self._asked: dict[bytes, tuple[str, int]] = {}

    def feed(self, events: Iterable[LogEvent], timestamp: int) -> None:
        """Take one transaction's events of the manager, in their order.

        Args:
            events: decoded.
            timestamp: the block's time in seconds.
        """
        batch = list(events)
        last = {
            (event.args["delivering"], event.args["paying"]): event.args["last"]
            for event in batch
            if event.name == "TradePartSettled"
        }
        for event in batch:
            handler = getattr(self, f"_on_{event.name}", None)
            if event.name == "TradeSettled":
                self._trade(event.args, timestamp, spent=all(last.values()))
            elif handler is not None:
                handler(event.args, timestamp)

    # -- admission --------------------------------------------------------------------------------

    def _on_AssetListed(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        known = self.state.assets.get(args["token"])
        found = Asset(args["terms"], args["decimals"])
        if known:
            found.suspended, found.price = known.suspended, known.price
        self.state.assets[args["token"]] = found

    def _on_SecurityListed(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        self.state.securities[args["token"]] = False

    def _on_AssetSuspended(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        token, suspended = args["token"], not args["resumed"]
        if token in self.state.securities:
            self.state.securities[token] = suspended
        else:
            self.state.assets[token].suspended = suspended

    def _on_PriceRefreshed(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        # The first price comes just before the listing that it belongs to.
        asset = self.state.assets.setdefault(args["token"], Asset(None, 0))
        asset.price = args["price"]

    def _on_CurrencyRateSet(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        self.state.rates[args["currency"]] = args["rate"]

    def _on_ParticipantSet(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        whose = args["institution"], args["jurisdictions"]
        self.state.participants[args["account"]] = whose

    def _on_InstitutionAttested(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        figures = args["tier1Value"], args["exposureValue"]
        self.state.exposures[args["institution"]] = figures

    # -- settling ---------------------------------------------------------------------------------

    def _trade(self, args: Mapping[str, Any], at: int, *, spent: bool) -> None:
        state = self.state
        if spent:
            state.nonces.add((args["deliverer"], args["deliveryNonce"]))
            state.nonces.add((args["receiver"], args["paymentNonce"]))
        self._leg(args["cash"], args["amount"], at)
        self._leg(args["security"], args["quantity"], at)

    def _leg(self, token: str, amount: int, at: int, movements: int = 1) -> None:
        asset = self.state.assets.get(token)
        if asset is None or asset.terms is None:
            return
        day = at // DAY
        self.state.units[token, day] += amount
        self.state.movements[token, day] += movements
        terms = asset.terms
        price = asset.price if terms.feed != NO_FEED else self.state.rates[terms.currency]
        home = terms.home, day
        self.state.values[home] += amount * price // 10**asset.decimals
        self.state.value_movements[home] += movements

    def _on_TradePartSettled(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        for side in ("delivering", "paying"):
            self.state.filled[args[side]] = args["filled"]

    def _on_PaymentSettled(self, args: Mapping[str, Any], at: int) -> None:  # noqa: N802
        self._leg(args["token"], args["amount"], at)

    def _on_NonceCancelled(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        self.state.nonces.add((args["party"], args["nonce"]))

    def _on_InstructionSubmitted(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        party = args["terms"].receiver if args["side"] else args["terms"].deliverer
        self.state.nonces.add((party, args["nonce"]))
        self.state.instructions[args["instruction"]] = 1

    def _on_InstructionStatusChanged(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        self.state.instructions[args["instruction"]] = args["status"]

    # -- waiting ----------------------------------------------------------------------------------

    def _on_HoldOrdered(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        self.state.holds[args["holdId"]] = dict(args["hold"]._asdict())

    def _on_HoldExecuted(self, args: Mapping[str, Any], at: int) -> None:  # noqa: N802
        hold = self.state.holds[args["holdId"]]
        hold["executed"] += args["amount"]
        if args["remaining"] == 0:
            hold["status"] = EXECUTED
        # A hold bound to a trade settles within it, which counts the leg.
        if hold["tradeId"] == bytes(32):
            self._leg(hold["token"], args["amount"], at)

    def _on_HoldReleased(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        self.state.holds[args["holdId"]]["status"] = args["status"]

    def _on_HoldRenewed(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        self.state.holds[args["holdId"]]["expiry"] = args["expiry"]

    def _on_PaymentQueued(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        self.state.queued[args["paymentId"]] = dict(args["payment"]._asdict())

    def _on_QueuedPaymentStatusChanged(self, args: Mapping[str, Any], at: int) -> None:  # noqa: N802
        payment = self.state.queued[args["paymentId"]]
        payment["status"] = args["status"]
        if args["status"] == ACSC:
            self._leg(payment["token"], payment["amount"], at)

    def _on_PaymentsNetted(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        key = args["cycle"], args["asset"], args["word"]
        self.state.netted[key] = self.state.netted.get(key, 0) | args["bits"]

    def _on_BatchNetted(self, args: Mapping[str, Any], at: int) -> None:  # noqa: N802
        self._leg(args["asset"], args["gross"], at, args["settled"])

    def _on_TransferIncepted(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        self.state.locks[args["id"]] = INCEPTED

    def _on_DeliveryLocked(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        self.state.locks[args["id"]] = LOCKED
        self._locked[args["id"]] = args["lock"].token, args["lock"].amount

    def _on_TokenClaimed(self, args: Mapping[str, Any], at: int) -> None:  # noqa: N802
        self.state.locks[args["id"]] = CLAIMED
        self._leg(*self._locked[args["id"]], at)

    def _on_TokenReclaimed(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        self.state.locks[args["id"]] = RECLAIMED

    def _on_TransferCancelled(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        self.state.locks[args["id"]] = CANCELLED

    def _on_CrossPaymentAsked(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        self._asked[args["id"]] = args["token"], args["amount"]

    def _on_CrossPaymentStatusChanged(self, args: Mapping[str, Any], at: int) -> None:  # noqa: N802
        self.state.cross_payments[args["id"]] = args["status"]
        if args["status"] == PAID:
            self._leg(*self._asked[args["id"]], at)

    # -- fees and finality ------------------------------------------------------------------------

    def _on_FeesAgreed(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        self.state.agreed[args["account"]] = args["mostBps"]

    def _on_FeeCollected(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        self.state.fees[args["asset"]] += args["amount"]

    def _on_FeesPaid(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        self.state.fees[args["asset"]] -= args["amount"]

    def _on_LedgerFinalityAttested(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        self.state.ledger_final = args["upTo"]

    def _on_LegalFinalityStated(self, args: Mapping[str, Any], _: int) -> None:  # noqa: N802
        self.state.legal_final = args["upTo"]
