"""What a transaction must cost at least, whatever program does what it does.

The floor of a transaction is what it pays for itself and its data, for every account and slot that
it touches first, every slot that it writes, every call, hash and log, for what contracts of others
do as they do it; and the least computing without which none of that can be asked for or decided:
operands, memory, the choice of a function, the conditions, the fields of packed words. The first
part and operands and memory follow from a trace (`least`), conditions and fields are listed
(`conditions`). Where more than one way leads to the same, the cheapest counts.
"""

from quantera.gas.floor.least import Line
from quantera.gas.floor.split import OTHERS, TRACED, Split, split

__all__ = ["OTHERS", "TRACED", "Line", "Split", "split"]
