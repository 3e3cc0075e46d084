"""The brokerage's functions that risk reports and the keeper call, and Multicall3's."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from eth_abi.abi import decode, encode
from eth_abi.grammar import TupleType, parse
from eth_utils.crypto import keccak

MULTICALL3 = "0xcA11bde05977b3631167028862bE2a173976CA11"
"""Where Multicall3 lies on all five chains."""
WORD = 32


def parts(types: str) -> list[str]:
    """The types within a tuple's."""
    kind = parse(types)
    if not isinstance(kind, TupleType):
        return [types]
    return [part.to_type_str() for part in kind.components]


@dataclass(frozen=True)
class Function:
    """One function: its signature, and its results as the types of a tuple."""

    signature: str
    returns: str = "()"

    @property
    def name(self) -> str:
        """Its name."""
        return self.signature.partition("(")[0]

    @property
    def selector(self) -> bytes:
        """First four bytes of its calldata."""
        return bytes(keccak(self.signature.encode())[:4])

    def call(self, *values: Any) -> bytes:
        """Its calldata."""
        inputs = self.signature[self.signature.index("(") :]
        return self.selector + (b"" if inputs == "()" else encode(parts(inputs), values))

    def results(self, answer: bytes) -> tuple[Any, ...]:
        """What an answer says."""
        return tuple(decode(parts(self.returns), answer))


_U, _LISTING = (
    "uint256",
    "(address,uint8,bool,bool,bool,uint16,uint8,uint16,uint16,uint16,address,{})",
)
_CAPS = "(uint128,uint128,uint128)"
_ORDER = "(uint256,uint8,uint8,uint32,uint128,uint128)"

AGGREGATE = Function("aggregate3((address,bool,bytes)[])", "((bool,bytes)[])")
BLOCK = Function("getBlockNumber()", "(uint256)")
TIME = Function("getCurrentBlockTimestamp()", "(uint256)")

ASSET_COUNT = Function("assetCount()", "(uint256)")
BOOK_TERMS = Function("bookTerms()", "(uint8,uint8,uint16,uint16,uint16,uint16,uint8)")
LIQUIDATION_TERMS = Function(
    "liquidationTerms()",
    f"(({','.join(['uint16'] * 6 + ['uint24'] * 4 + ['uint64'])}))",
)
STANDSTILL = Function("standstill()", "(uint32,uint40,uint40)")
ASSET = Function("assetOf(uint8)", f"({_LISTING.format(_CAPS)},uint8,bool)")
PRICE = Function("priceOf(uint8)", "(uint256,uint256,uint40,uint40)")
TRACK = Function("trackOf(uint8)", "(uint256,uint40,bool,int256,int24)")
POOL = Function("lendingPool(uint8)", f"(({','.join([_U] * 9 + ['int256'])}))")
SEIZURE_CAP = Function("seizureCapOf(uint8)", "(uint96,uint256)")
RISK = Function("accountRisk(uint256)", f"(({','.join([_U] * 14 + ['bool'])}))")
STRESS = Function("stress(uint256,int16[])", RISK.returns)
PORTFOLIO = Function(
    "portfolio(uint256)",
    "((uint8,uint256,uint256,uint256)[],(uint8,uint256,uint256)[],"
    "(uint8,int256,int256,int256,uint256,uint256)[])",
)
CALL = Function("marginCallOf(uint256)", "((bool,bool,uint40,uint40,uint40,uint40,uint32))")
BONUS = Function("auctionBonusOf(uint256)", "(uint256)")
CREDIT = Function("creditLineOf(address)", "(((uint256,uint16,uint16,uint16),uint256,bool))")
STATE = Function("accountOf(uint256)", "((uint80,uint80,uint80,uint256,uint256,bool,bool,bool))")
SHARES = Function("debtSharesOf(uint256,uint8)", "(uint256)")

READS = (
    ASSET_COUNT,
    BOOK_TERMS,
    LIQUIDATION_TERMS,
    STANDSTILL,
    ASSET,
    PRICE,
    TRACK,
    POOL,
    SEIZURE_CAP,
    RISK,
    STRESS,
    PORTFOLIO,
    CALL,
    BONUS,
    CREDIT,
    STATE,
    SHARES,
)
"""Views of the brokerage; a test compares them with the compiled contract."""

REFRESH = Function("refreshPrices(uint8[])")
ISSUE = Function("issueMarginCall(uint256)", "(uint40)")
CURE = Function("cureMarginCall(uint256)")
LIQUIDATE_POSITION = Function("liquidatePosition(uint256,uint8,uint128)")
LIQUIDATE = Function(f"liquidate({_ORDER})", "(uint256,uint256)")

WRITES = (REFRESH, ISSUE, CURE, LIQUIDATE_POSITION, LIQUIDATE)
"""Functions that the keeper sends; a test compares them with the compiled contract."""


def aggregate(target: str, calls: Sequence[bytes]) -> bytes:
    """Calldata that asks everything in one call; the two first answers are block and time."""
    own = [(MULTICALL3, False, each.call()) for each in (BLOCK, TIME)]
    return AGGREGATE.call([*own, *((target, True, data) for data in calls)])
