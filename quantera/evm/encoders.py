"""Encoders of single ABI types, put together once per type: a fraction of eth_abi's time.

eth_abi walks every value three times and looks up what is dynamic at each; here that is decided
when the encoder is made. The bytes, and what is refused, are eth_abi's.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from eth_abi.grammar import ABIType, BasicType, TupleType, parse

from quantera.evm.actors import padded

WORD = 32

_FALSE = bytes(WORD)
_TRUE = (1).to_bytes(WORD)


class Encoder(NamedTuple):
    """What encodes one value, and whether it goes behind the heads, at an offset told there."""

    encode: Callable[[Any], bytes]
    dynamic: bool


@cache
def encoder_of(kind: str) -> Encoder:
    """Encoder of a canonical type; it raises ValueError or TypeError for a value that does not fit.

    Raises:
        ValueError: a type that Solidity has no values of in an ABI, or not yet, as `fixed`.
    """
    return _of(parse(kind))


def joined(encoders: Iterable[Encoder]) -> Callable[[Sequence[Any]], bytes]:
    """Encoder of as many values as there are encoders: heads first, then what is dynamic."""
    parts = tuple(encoders)
    if not any(part.dynamic for part in parts):
        plain = tuple(part.encode for part in parts)
        return lambda values: b"".join(
            [encode(value) for encode, value in zip(plain, values, strict=True)]
        )

    def encode_all(values: Sequence[Any]) -> bytes:
        return _arranged(
            [encode(value) for (encode, _), value in zip(parts, values, strict=True)],
            [part.dynamic for part in parts],
        )

    return encode_all


def _arranged(encoded: list[bytes], dynamic: list[bool]) -> bytes:
    offset = sum(WORD if apart else len(part) for part, apart in zip(encoded, dynamic, strict=True))
    heads, tails = [], []
    for part, apart in zip(encoded, dynamic, strict=True):
        if apart:
            heads.append(offset.to_bytes(WORD))
            tails.append(part)
            offset += len(part)
        else:
            heads.append(part)
    return b"".join(heads + tails)


def _of(kind: ABIType) -> Encoder:
    if kind.arrlist:
        return _array(kind)
    if isinstance(kind, TupleType):
        return _tuple(kind)
    if not isinstance(kind, BasicType):
        raise ValueError(f"no encoder for {kind!r}")  # noqa: TRY004 -- as all refusals here
    static = _static(kind)
    if static is not None:
        return Encoder(static, dynamic=False)
    if kind.base not in _DYNAMIC:
        raise ValueError(f"no encoder for {kind!r}")
    return Encoder(_DYNAMIC[kind.base], dynamic=True)


def _static(kind: BasicType) -> Callable[[Any], bytes] | None:
    match kind.base, kind.sub:
        case ("uint" | "int") as base, int(bits):
            return _whole_number(base, bits)
        case "bytes", int(size):
            return _fixed_bytes(size)
        case "address", None:
            return padded
        case "bool", None:
            return _boolean
    return None


def _whole_number(base: str, bits: int) -> Callable[[Any], bytes]:
    signed = base == "int"
    least, limit = (-(1 << (bits - 1)), 1 << (bits - 1)) if signed else (0, 1 << bits)

    def encode(value: Any) -> bytes:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value < limit:
            raise ValueError(f"{value!r} is not a {base}{bits}")
        return value.to_bytes(WORD, signed=signed)

    return encode


def _boolean(value: Any) -> bytes:
    if value is True:
        return _TRUE
    if value is False:
        return _FALSE
    raise ValueError(f"{value!r} is not a bool")


def _fixed_bytes(size: int) -> Callable[[Any], bytes]:
    def encode(value: Any) -> bytes:
        if not isinstance(value, bytes | bytearray) or len(value) > size:
            raise ValueError(f"{value!r} is not a bytes{size}")
        return bytes(value).ljust(WORD, b"\0")

    return encode


def _byte_string(value: Any) -> bytes:
    if not isinstance(value, bytes | bytearray):
        raise ValueError(f"{value!r} is not bytes")  # noqa: TRY004 -- as all refusals here
    size = len(value)
    return size.to_bytes(WORD) + bytes(value) + bytes(-size % WORD)


def _text(value: Any) -> bytes:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not a string")  # noqa: TRY004 -- as all refusals here
    return _byte_string(value.encode())


_DYNAMIC: Final = {"bytes": _byte_string, "string": _text}


def _listed(value: Any) -> Sequence[Any]:
    if isinstance(value, list | tuple):
        return value
    if isinstance(value, str | bytes | bytearray) or not isinstance(value, Sequence):
        raise ValueError(f"{value!r} is not a list")  # noqa: TRY004 -- as all refusals here
    return value


def _tuple(kind: TupleType) -> Encoder:
    parts = [_of(part) for part in kind.components]
    encode = joined(parts)
    return Encoder(lambda value: encode(_listed(value)), any(part.dynamic for part in parts))


def _array(kind: ABIType) -> Encoder:
    encode, dynamic = _of(kind.item_type)
    sizes = kind.arrlist[-1]
    size = sizes[0] if sizes else None

    def elements(value: Any) -> bytes:
        listed = _listed(value)
        if size is not None and len(listed) != size:
            raise ValueError(f"{len(listed)} items where {size} were expected")
        encoded = [encode(each) for each in listed]
        found = _arranged(encoded, [True] * len(encoded)) if dynamic else b"".join(encoded)
        return len(encoded).to_bytes(WORD) + found if size is None else found

    return Encoder(elements, dynamic or size is None)
