"""What writing a plan costs: gas, fees, transactions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quantera.compliance.chain.protocol import FeeQuote
from quantera.compliance.errors import ComplianceError
from quantera.compliance.plan import SINGLE_KINDS, Row, by_agent


@dataclass(frozen=True, slots=True)
class Costs:
    """Gas of the registry's calls, for estimates and for sizing batches.

    Attributes:
        base: a transaction without rows, signature check included.
        row: one row, at its dearest (a record written for the first time).
        single: a call that handles one row (removal, evidence, terms), whole transaction.
        row_bytes: calldata of one row.
        limit: most gas of one transaction (EIP-7825).
        share: share of a block that one transaction may take, in hundredths.
    """

    base: int = 120_000
    row: int = 32_000
    single: int = 80_000
    row_bytes: int = 64
    limit: int = 16_777_216
    share: int = 50

    def rows_per_batch(self, block_gas_limit: int) -> int:
        """Rows that fit a transaction.

        Raises:
            ComplianceError: not even one does.
        """
        gas = min(self.limit, block_gas_limit * self.share // 100)
        rows = (gas - self.base) // self.row
        if rows < 1:
            raise ComplianceError(f"a block of {block_gas_limit} gas holds no batch")
        return rows


def estimate(rows: Sequence[Row], fees: FeeQuote, costs: Costs) -> tuple[int, int, int]:
    """Gas, fee in the native coin's smallest unit, and number of transactions of some rows."""
    counts = Counter(row.kind for row in rows)
    single = sum(counts[kind] for kind in SINGLE_KINDS)
    size = costs.rows_per_batch(fees.block_gas_limit)
    agent = sum(by_agent(row) for row in rows)
    attested = len(rows) - single - agent
    batches = -(-attested // size) + -(-agent // size)
    gas = batches * costs.base + (attested + agent) * costs.row + single * costs.single
    data = len(rows) * costs.row_bytes * fees.data_price
    return gas, gas * fees.gas_price + data, batches + single
