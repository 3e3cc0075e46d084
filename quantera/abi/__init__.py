"""Typed access to the contracts, their ABIs and addresses, for web3.py.

`from quantera.abi import ComplianceAwareToken`, then `ComplianceAwareToken.at(w3, address)`.
Contracts come from the generated package beside this file, each loaded when it is first named.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quantera.abi.generated import *  # noqa: F403
else:

    def __getattr__(name: str) -> object:
        """Find a contract, `VERSION`, `CONTENT_HASH`, or `decode_error`."""
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(import_module("quantera.abi.generated"), name)
