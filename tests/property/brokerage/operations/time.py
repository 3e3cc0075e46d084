"""Time and prices, which nobody can refuse."""

from hypothesis import strategies as st

from tests.property.brokerage.stage import BrokerageStage
from tests.property.machine import operation


class Time(BrokerageStage):
    """What happens without a call."""

    @operation(refusable=False, seconds=st.sampled_from((1, 60, 3_600, 20_000)))
    def wait(self, seconds: int) -> None:
        """Time passes."""
        self.chain.advance(seconds)
        self.book.now = self.chain.timestamp
        self.changed = True
