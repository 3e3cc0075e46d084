"""LayerZero's settings of an application: who must vouch for a message on a path, and when."""

from collections.abc import Sequence
from dataclasses import dataclass

from eth_utils.crypto import keccak

from quantera.evm.codec import Codec, CodingError
from quantera.release.arguments import foreign
from quantera.release.connection import RefusalError
from quantera.release.errors import RefusedError
from quantera.release.node import Node

VERIFIERS = 2
"""Kind of the setting."""
_NIL = 255
"""Stands for none: zero would stand for the default."""
_SETTINGS = Codec(
    [
        {
            "name": "settings",
            "type": "tuple",
            "components": [
                {"name": "confirmations", "type": "uint64"},
                {"name": "requiredDVNCount", "type": "uint8"},
                {"name": "optionalDVNCount", "type": "uint8"},
                {"name": "optionalDVNThreshold", "type": "uint8"},
                {"name": "requiredDVNs", "type": "address[]"},
                {"name": "optionalDVNs", "type": "address[]"},
            ],
        }
    ]
)
CONFIG = "getConfig(address,address,uint32,uint32)(bytes)"
SET_CONFIG = "setConfig(address,address,(uint32,uint32,bytes)[])"
_PARAMETERS = Codec(
    [
        {"name": "oapp", "type": "address"},
        {"name": "lib", "type": "address"},
        {
            "name": "params",
            "type": "tuple[]",
            "components": [
                {"name": "eid", "type": "uint32"},
                {"name": "configType", "type": "uint32"},
                {"name": "config", "type": "bytes"},
            ],
        },
    ]
)


@dataclass(frozen=True)
class Verifiers:
    """Who must vouch for a message.

    Attributes:
        confirmations: blocks on top of the message's, on its source.
        required: all of them.
        optional: and `threshold` of these.
    """

    confirmations: int
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    threshold: int = 0

    @property
    def needed(self) -> int:
        """How many of them it takes."""
        return len(self.required) + self.threshold

    def as_set(self) -> bytes:
        """As an application sets them."""
        counts = [len(self.required) or _NIL, len(self.optional) or _NIL]
        return self._encoded(counts)

    def as_told(self) -> bytes:
        """As the library tells what holds then."""
        return self._encoded([len(self.required), len(self.optional)])

    def _encoded(self, counts: Sequence[int]) -> bytes:
        lists = [list(self.required), list(self.optional)]
        return _SETTINGS.encode([(self.confirmations, *counts, self.threshold, *lists)])

    @classmethod
    def told(cls, data: bytes) -> "Verifiers":
        """From what the library tells.

        Raises:
            CodingError: it is something else.
        """
        settings = _SETTINGS.decode(data)[0]
        confirmations, _, _, threshold, required, optional = settings
        return cls(confirmations, tuple(required), tuple(optional), threshold)


@dataclass(frozen=True)
class Path:
    """Messages to or from another chain, as a library of this chain sees them.

    Attributes:
        eid: endpoint id of the other chain.
    """

    endpoint: str
    library: str
    eid: int


def in_force(node: Node, path: Path, application: str) -> Verifiers:
    """Who must vouch now, by the application's settings or by LayerZero's own.

    Raises:
        RefusedError: the endpoint does not say it.
    """
    view = foreign(CONFIG)
    asked = view.encode([application, path.library, path.eid, VERIFIERS])
    try:
        answer = node.call(path.endpoint, "0x" + asked.hex())
        return Verifiers.told(view.outputs.decode(bytes.fromhex(answer[2:]))[0])
    except (RefusalError, CodingError) as error:
        said = f"LayerZero's {path.endpoint} names no verifiers for endpoint id {path.eid}"
        raise RefusedError([f"{said}: {error}"]) from error


def set_config(path: Path, application: str, settings: bytes) -> bytes:
    """Call data with which an application sets its verifiers at the endpoint."""
    selector = keccak(text=SET_CONFIG)[:4]
    given = [application, path.library, [(path.eid, VERIFIERS, settings)]]
    return selector + _PARAMETERS.encode(given)
