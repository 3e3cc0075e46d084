"""Why the pool refuses, under the reasons' names in the pool's first publication."""

from enum import StrEnum


class Reason(StrEnum):
    """Short reasons of the constant-fee pool; arithmetic that would leave its type has one too."""

    ALREADY_INITIALIZED = "AI"
    AMOUNT_ZERO = "AS"
    LOCKED = "LOK"
    PRICE_LIMIT = "SPL"
    TICK_ORDER = "TLU"
    TICK_TOO_LOW = "TLM"
    TICK_TOO_HIGH = "TUM"
    TICK_MISALIGNED = "TM"
    LIQUIDITY_PER_TICK = "LO"
    LIQUIDITY_BELOW_ZERO = "LS"
    LIQUIDITY_ABOVE_TYPE = "LA"
    EMPTY_POSITION = "NP"
    NO_LIQUIDITY_GIVEN = "M0"
    OBSERVATION_TOO_OLD = "OLD"
    ORACLE_EMPTY = "I"
    PRICE_OUT_OF_RANGE = "R"
    TICK_OUT_OF_RANGE = "T"
    PROTOCOL_SHARE = "FP"
    ARITHMETIC = "OVF"


class PoolRefusal(Exception):  # noqa: N818 - a refusal is an answer of the pool
    """The pool refuses an operation; nothing has changed.

    Attributes:
        reason: why.
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(f"{reason.name.lower().replace('_', ' ')} ({reason.value})")
        self.reason = reason


def require(holds: bool, reason: Reason) -> None:
    """Refuse for `reason` unless `holds`.

    Raises:
        PoolRefusal: it does not hold.
    """
    if not holds:
        raise PoolRefusal(reason)
