"""ABI coding of one parameter list, prepared once: own encoders, eth_abi's decoders, words apart.

Structs become named tuples (comparable to plain tuples), arrays become lists, addresses become
checksummed text; the encoder also takes actors, contract handles and, for structs, mappings.
"""

import keyword
import re
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from eth_abi.base import BaseCoder
from eth_abi.decoding import ContextFramesBytesIO, Fixed32ByteSizeDecoder, TupleDecoder
from eth_abi.exceptions import DecodingError
from eth_abi.registry import ABIRegistry, BaseEquals, registry

from quantera.evm.actors import checksummed
from quantera.evm.encoders import encoder_of, joined

WORD = 32

Shape = Callable[[Any], Any]


class CodingError(Exception):
    """Values do not fit their ABI types, or data is not what the types say."""


class _AddressDecoder(Fixed32ByteSizeDecoder):
    # eth_abi declares these on its base class as None alone.
    value_bit_size = 160  # type: ignore[assignment]
    is_big_endian = True  # type: ignore[assignment]
    decoder_fn = staticmethod(checksummed)  # type: ignore[assignment]

    @classmethod
    def from_type_str(cls, type_str: str, registry: ABIRegistry) -> BaseCoder:  # noqa: ARG003
        return cls()


@cache
def _registry() -> ABIRegistry:
    own: ABIRegistry = registry.copy()  # type: ignore[no-untyped-call]
    own.unregister("address")
    addresses = BaseEquals("address")  # type: ignore[no-untyped-call]
    own.register_decoder(addresses, _AddressDecoder, label="address")
    return own


def canonical_type(parameter: Mapping[str, Any]) -> str:
    """Type of an ABI parameter with tuples spelled out, as in signatures: `(address,uint256)[]`."""
    kind: str = parameter["type"]
    if not kind.startswith("tuple"):
        return kind
    inner = ",".join(canonical_type(part) for part in parameter["components"])
    return f"({inner}){kind.removeprefix('tuple')}"


def field_name(name: str, position: int) -> str:
    """Attribute name of an ABI parameter: no leading underscore, no keyword, never empty."""
    plain = name.lstrip("_") or f"value{position}"
    return f"{plain}_" if keyword.iskeyword(plain) else plain


@cache
def record_type(name: str, fields: tuple[str, ...]) -> type[tuple[Any, ...]]:
    """A named tuple for a struct or for several named results, one class per shape."""
    return namedtuple(name, fields)


def _record_name(parameter: Mapping[str, Any]) -> str:
    internal = str(parameter.get("internalType") or "")
    found = re.match(r"struct (?:\w+\.)*(\w+)", internal)
    return found.group(1) if found else "Struct"


def _struct_shapes(
    parameter: Mapping[str, Any],
) -> tuple[list[Mapping[str, Any]], type[tuple[Any, ...]]]:
    parts: list[Mapping[str, Any]] = parameter["components"]
    fields = tuple(field_name(part["name"], index) for index, part in enumerate(parts))
    if len(set(fields)) != len(fields):
        fields = tuple(f"value{index}" for index in range(len(parts)))
    return parts, record_type(_record_name(parameter), fields)


def _element(parameter: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**parameter, "type": parameter["type"].rpartition("[")[0]}


def _decoded_shape(parameter: Mapping[str, Any]) -> Shape | None:
    if parameter["type"].endswith("]"):
        inner = _decoded_shape(_element(parameter))
        return list if inner is None else lambda values: [inner(value) for value in values]
    if parameter["type"] != "tuple":
        return None
    parts, record = _struct_shapes(parameter)
    shapes = [_decoded_shape(part) for part in parts]
    return lambda values: record(
        *(
            value if shape is None else shape(value)
            for shape, value in zip(shapes, values, strict=True)
        )
    )


def _encodable_shape(parameter: Mapping[str, Any]) -> Shape | None:
    if parameter["type"].endswith("]"):
        inner = _encodable_shape(_element(parameter))
        return None if inner is None else lambda values: [inner(value) for value in values]
    if parameter["type"] != "tuple":
        return None
    parts, _ = _struct_shapes(parameter)
    names = [part["name"] for part in parts]
    shapes = [_encodable_shape(part) for part in parts]

    def ordered(value: Any) -> Any:
        if isinstance(value, Mapping):
            if set(value) != set(names):
                raise CodingError(f"a {_record_name(parameter)} has {names}, not {sorted(value)}")
            value = [value[name] for name in names]
        return tuple(
            part if shape is None else shape(part)
            for shape, part in zip(shapes, value, strict=True)
        )

    return ordered


@lru_cache(maxsize=65536)
def _address_word(word: bytes) -> str:
    if word[:12] != bytes(12):
        raise CodingError(f"not an address: 0x{word.hex()}")
    return checksummed(word[12:])


def word_decoder(kind: str) -> Callable[[bytes], Any] | None:
    """Decoder of one 32-byte word, as strict as eth_abi's: padding must be what the ABI says."""
    if kind == "address":
        return _address_word
    if found := re.fullmatch(r"(u?int)(\d+)", kind):
        bits = int(found.group(2))
        if found.group(1) == "uint":
            limit = 1 << bits

            def unsigned(word: bytes) -> int:
                value = int.from_bytes(word)
                if value >= limit:
                    raise CodingError(f"not a {kind}: 0x{word.hex()}")
                return value

            return unsigned
        half = 1 << (bits - 1)

        def signed(word: bytes) -> int:
            value = int.from_bytes(word, signed=True)
            if not -half <= value < half:
                raise CodingError(f"not an {kind}: 0x{word.hex()}")
            return value

        return signed
    if kind == "bool":

        def boolean(word: bytes) -> bool:
            value = int.from_bytes(word)
            if value > 1:
                raise CodingError(f"not a bool: 0x{word.hex()}")
            return value == 1

        return boolean
    if found := re.fullmatch(r"bytes(\d+)", kind):
        size = int(found.group(1))
        padding = bytes(WORD - size)

        def fixed(word: bytes) -> bytes:
            if word[size:] != padding:
                raise CodingError(f"not a {kind}: 0x{word.hex()}")
            return word[:size]

        return fixed
    return None


class Codec:
    """Encoder and decoder of one list of ABI parameters.

    Attributes:
        types: canonical type of each parameter.
        fields: attribute name of each parameter.
    """

    __slots__ = (
        "_decode_rest",
        "_encode_all",
        "_input_shapes",
        "_output_shapes",
        "_word_decoders",
        "fields",
        "parameters",
        "types",
    )

    def __init__(self, parameters: Sequence[Mapping[str, Any]]) -> None:
        self.parameters = parameters
        self.types = [canonical_type(parameter) for parameter in parameters]
        self.fields = tuple(
            field_name(parameter.get("name", ""), index)
            for index, parameter in enumerate(parameters)
        )
        coders = _registry()
        decoders = [coders.get_decoder(kind) for kind in self.types]
        words = [word_decoder(kind) for kind in self.types]
        plain = [word for word in words if word is not None]
        static = len(plain) == len(words)
        self._word_decoders = plain if static else None
        self._encode_all = joined([encoder_of(kind) for kind in self.types])
        self._decode_rest = TupleDecoder(decoders=decoders)  # type: ignore[no-untyped-call]
        self._input_shapes = _shapes(parameters, _encodable_shape)
        self._output_shapes = _shapes(parameters, _decoded_shape)

    def encode(self, values: Sequence[Any]) -> bytes:
        """Encode one value per parameter.

        Raises:
            CodingError: wrong number of values, or one does not fit its type.
        """
        if len(values) != len(self.types):
            raise CodingError(f"{len(self.types)} values wanted ({self.types}), got {len(values)}")
        try:
            if self._input_shapes is not None:
                values = [
                    value if shape is None else shape(value)
                    for shape, value in zip(self._input_shapes, values, strict=True)
                ]
            return self._encode_all(values)
        except (ValueError, TypeError) as error:
            raise CodingError(f"{list(values)!r} does not fit {self.types}: {error}") from error

    def decode(self, data: bytes) -> list[Any]:
        """Decode to one value per parameter; what follows the last value is ignored.

        Raises:
            CodingError: the data is too short or not what the types say.
        """
        if self._word_decoders is not None:
            if len(data) < WORD * len(self._word_decoders):
                raise CodingError(f"{len(data)} bytes are too few for {self.types}")
            return [
                decode(data[index * WORD : index * WORD + WORD])
                for index, decode in enumerate(self._word_decoders)
            ]
        try:
            stream = ContextFramesBytesIO(data)  # type: ignore[no-untyped-call]
            values = list(self._decode_rest(stream))
        except (DecodingError, UnicodeDecodeError) as error:
            raise CodingError(f"0x{data.hex()} is not {self.types}: {error}") from error
        if self._output_shapes is None:
            return values
        return [
            value if shape is None else shape(value)
            for shape, value in zip(self._output_shapes, values, strict=True)
        ]


def _shapes(
    parameters: Sequence[Mapping[str, Any]], of: Callable[[Mapping[str, Any]], Shape | None]
) -> list[Shape | None] | None:
    shapes = [of(parameter) for parameter in parameters]
    return shapes if any(shape is not None for shape in shapes) else None
