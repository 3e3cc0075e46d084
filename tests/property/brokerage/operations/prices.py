"""Prices from feeds and signed batches; what feeds say is the world's to choose."""

from hypothesis import strategies as st

from quantera.gas.brokerage_listing import packed_price
from quantera.gas.settlement_stack import sign
from tests.property.brokerage.model.desk import GOVERNOR
from tests.property.brokerage.model.prices import Feed
from tests.property.brokerage.stage import (
    ASSETS,
    BTC,
    ETH,
    LIVELY,
    NO_ASSET,
    OIL,
    XAVER,
    BrokerageStage,
)
from tests.property.machine import operation

moves = st.sampled_from((600, 650, 700, 750, 850, 950, 1_000, 1_010, 1_300, 1_490))
"""Thousandths of the price before."""
apart = st.sampled_from((0, 0, 0, 1, 5, 15, 40))
"""Thousandths between the two feeds."""


class Prices(BrokerageStage):
    """`IBrokeragePrices`."""

    def tell(self, asset: int, first: int, second: int, at: int) -> None:
        """Both feeds of an asset say something else."""
        for feed, answer in zip(self.feeds[asset], (first, second), strict=True):
            feed.tell(answer, at, sender=self.actors[XAVER])
        self.book.feeds[asset] = Feed(first, at), Feed(second, at)

    def quote_all(
        self, assets: tuple[int, ...], thousandths: int, *, between: int = 0, late: int = 0
    ) -> None:
        """Every feed speaks again, some of them of other prices."""
        for asset in ASSETS:
            low = self.quoted[asset]
            if asset in assets:
                low = max(low * thousandths // 1_000, 1_000)
            high = low + low * (between if asset in assets else 0) // 1_000
            self.quoted[asset] = low
            self.tell(asset, high, low, self.now - late)

    def fall(self, thousandths: int) -> None:
        """Collateral is worth less."""
        if thousandths:
            self.quote_all((ETH,), thousandths)
            self.refresh()

    @operation(
        assets=st.sampled_from(((ETH,), (ETH,), (ETH, BTC), (BTC,), (OIL,), (ETH, OIL))),
        thousandths=moves,
        between=apart,
        late=st.sampled_from((0,) * 15 + (90_000,)),
        unknown=st.sampled_from((False, False, True)),
    )
    def move_prices(
        self,
        assets: tuple[int, ...],
        thousandths: int,
        between: int,
        late: int,
        *,
        unknown: bool,
    ) -> None:
        """Feeds move, and everything is refreshed; with an asset that has no feeds, nothing is."""
        book = self.book
        self.quote_all(assets, thousandths, between=between, late=late)
        if unknown:
            refused = book.refresh_prices([*assets, NO_ASSET])
            self.send(
                self.contract.refreshPrices, [*assets, NO_ASSET], sender=XAVER, answer=refused
            )
        self.refresh()

    def refresh(self) -> None:
        """All assets' prices from their feeds, each as the model says."""
        answer = self.book.refresh_prices(ASSETS)
        receipt = self.act(
            self.contract.refreshPrices,
            list(ASSETS),
            sender=self.actors[XAVER],
            refusal=answer.refusal,
        )
        if receipt is not None:
            self.changed = True
            self.called["refreshPrices", True] += 1
            self.held = self.book.before
            event = receipt.events.of(self.contract).one("PricesRefreshed")
            assert list(event.assets[1::2]) == answer.result

    @operation(
        signer=st.sampled_from((GOVERNOR, GOVERNOR, GOVERNOR, XAVER)),
        key=st.sampled_from((GOVERNOR,) * 5 + (XAVER,)),
        asset=st.sampled_from(ASSETS),
        thousandths=st.sampled_from((900, 990, 1_000, 1_004, 1_030)),
        age=st.sampled_from((0, 0, 0, 30, 4_000)),
    )
    def post_prices(self, signer: str, key: str, asset: int, thousandths: int, age: int) -> None:
        """Of one asset and of oil, by the governor who is a pricer too."""
        book, at = self.book, self.now - age
        prices = [
            (one, book.assets[one].low * thousandths // 1_000, spread)
            for one, spread in ((asset, 7), (LIVELY[-1], 30))
        ]
        packed = b"".join(packed_price(*one) for one in prices)
        digest = self.contract.pricesDigest(at, packed)
        signature = sign(self.actors[key], digest)
        answer = book.post_prices(signer, at, prices, signed=signer == key)
        call = (self.actors[signer], at, packed, signature)
        receipt = self.act(
            self.contract.postPrices, *call, sender=self.actors[XAVER], refusal=answer.refusal
        )
        if receipt is not None:
            self.changed = True
            self.called["postPrices", True] += 1
            self.held = self.book.before
            event = receipt.events.of(self.contract).one("PricesPosted")
            assert event.head == answer.result << 40 | at, event
