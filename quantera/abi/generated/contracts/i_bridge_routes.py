"""IBridgeRoutes and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBridgeRoutesStructs:
    """Structs of IBridgeRoutes."""

    Candidate: TypeAlias = _structs.IBridgeRoutes_Candidate
    Preview: TypeAlias = _structs.IBridgeRoutes_Preview
    SendRequest: TypeAlias = _structs.IUniversalBridge_SendRequest


class IBridgeRoutesErrors:
    """Errors of IBridgeRoutes."""

    NoProtocolEligible: TypeAlias = _errors.NoProtocolEligible
    UrgencyUnknown: TypeAlias = _errors.UrgencyUnknown


class IBridgeRoutesEvents:
    """Events of IBridgeRoutes."""


class IBridgeRoutesFunctions(_rt.Functions):
    """Functions of IBridgeRoutes."""

    def explainProtocols_uint256_address_uint256_uint256(
        self, targetChain: int, asset: _rt.Address, units: int, urgency: int
    ) -> _rt.Read[list[_structs.IBridgeRoutes_Candidate]]:
        """Why `getOptimalProtocol` decides as it does for an asset; reverts with `UrgencyUnknown`
        alone.

        Solidity: `explainProtocols(uint256,address,uint256,uint256)`, view, selector 0x2f109478
        """
        return self._read(
            "explainProtocols(uint256,address,uint256,uint256)",
            list[_structs.IBridgeRoutes_Candidate],
            targetChain,
            asset,
            units,
            urgency,
        )

    def explainProtocols_uint256_uint256_uint256(
        self, targetChain: int, amount: int, urgency: int
    ) -> _rt.Read[list[_structs.IBridgeRoutes_Candidate]]:
        """Why `getOptimalProtocol` decides as it does for a value; reverts with `UrgencyUnknown`
        alone.

        Solidity: `explainProtocols(uint256,uint256,uint256)`, view, selector 0x9a06078a
        """
        return self._read(
            "explainProtocols(uint256,uint256,uint256)",
            list[_structs.IBridgeRoutes_Candidate],
            targetChain,
            amount,
            urgency,
        )

    def getOptimalProtocol_uint256_address_uint256_uint256(
        self, targetChain: int, asset: _rt.Address, units: int, urgency: int
    ) -> _rt.Read[int]:
        """The protocol that should carry units of an asset; limits and the asset's gas count too.

        Reverts as the other does.

        Solidity: `getOptimalProtocol(uint256,address,uint256,uint256)`, view, selector
        0x742146de
        """
        return self._read(
            "getOptimalProtocol(uint256,address,uint256,uint256)",
            int,
            targetChain,
            asset,
            units,
            urgency,
        )

    def getOptimalProtocol_uint256_uint256_uint256(
        self, targetChain: int, amount: int, urgency: int
    ) -> _rt.Read[int]:
        """The protocol that should carry a transfer of a value.

        Reverts with `NoProtocolEligible`, `UrgencyUnknown`.

        Arguments: `amount` USD with 8 decimals; `urgency` 0 to 3, least to most

        Solidity: `getOptimalProtocol(uint256,uint256,uint256)`, view, selector 0x19ab6ef1
        """
        return self._read(
            "getOptimalProtocol(uint256,uint256,uint256)", int, targetChain, amount, urgency
        )

    def previewBridge(
        self, request: _structs.IUniversalBridge_SendRequest, sender: _rt.Address
    ) -> _rt.Read[_structs.IBridgeRoutes_Preview]:
        """Why a transfer would be refused at this end, and what it costs.

        Ask `previewCredit` on the other chain with the message for the reason there.

        Solidity: `previewBridge((address,uint256,address,uint256,uint8),address)`, view,
        selector 0xdd5a9465
        """
        return self._read(
            "previewBridge((address,uint256,address,uint256,uint8),address)",
            _structs.IBridgeRoutes_Preview,
            request,
            sender,
        )

    def previewCredit(self, message: bytes) -> _rt.Read[int]:
        """Why a transfer or return would be parked here now; 0 when it would be credited.

        Rules about the lots' sale to another identity, and the limit of a protocol alone, are
        known only when they run. Reverts with `MessageMalformed`, `NotForThisChain`.

        Solidity: `previewCredit(bytes)`, view, selector 0x36c6ac65
        """
        return self._read("previewCredit(bytes)", int, message)

    def protocolFee(
        self, protocol: int, chainId: int, message: bytes, gasLimit: int
    ) -> _rt.Read[int]:
        """What a protocol's own contracts ask for bytes to a chain.

        Reverts with `ProtocolOff` and the protocol's own errors.

        Arguments: `gasLimit` gas for their arrival

        Solidity: `protocolFee(uint8,uint256,bytes,uint256)`, view, selector 0xe8745886
        """
        return self._read(
            "protocolFee(uint8,uint256,bytes,uint256)", int, protocol, chainId, message, gasLimit
        )

    def quoteMessage(self, message: bytes, protocol: int) -> _rt.Read[int]:
        """Exactly what a message costs now: of one that was sent here, sending it again; of one
        that arrived here, its return.

        Reverts with `MessageMalformed`, `ProtocolOff` and the protocol's own errors.

        Solidity: `quoteMessage(bytes,uint8)`, view, selector 0xfeb87220
        """
        return self._read("quoteMessage(bytes,uint8)", int, message, protocol)

    def quoteSend(
        self, request: _structs.IUniversalBridge_SendRequest, sender: _rt.Address
    ) -> _rt.Read[int]:
        """Exactly what sending would take from `msg.value` for the request's protocol now.

        Reverts with `AssetUnknown`, `DustRefused`, `ProtocolOff` and the protocol's own errors.

        Solidity: `quoteSend((address,uint256,address,uint256,uint8),address)`, view, selector
        0x6aad4bfb
        """
        return self._read(
            "quoteSend((address,uint256,address,uint256,uint8),address)", int, request, sender
        )


class IBridgeRoutes(_rt.Contract):
    """Views only. Fees and costs are wei of this chain's coin, values USD with 8 decimals,
    times seconds. Which protocol: hard constraints first (a protocol that fails one has its
    reason below), then the fewest points against it. Points, 10,000 for the worst of each
    kind: cost beside the dearest that may carry the message; expected time beside twice the
    target of the urgency; security tier beside the safest; failures beside one in ten.
    Targets and weights: | urgency | target | cost | time | security | reliability |
    |---|---|---|---|---|---| | 0 | 6 hours | 6,000 | 1,000 | 2,000 | 1,000 | | 1 | 1 hour |
    4,000 | 2,500 | 2,000 | 1,500 | | 2 | 15 minutes | 2,500 | 4,500 | 1,500 | 1,500 | | 3 |
    5 minutes | 500 | 7,000 | 1,000 | 1,500 | Times, reliability, congestion and what
    delivery costs are attested (`IBridgeConfiguration`); where an attestation is too old
    the configured defaults stand in its place. No time is promised: a message cannot arrive
    before its source is final, which alone takes longer than some targets on some chains.
    Where the asset's price is not known, the tier that the largest value needs is asked
    for. Reasons: 0 none, the token's own below 200 (`ReasonCodes`), the bridge's from 200
    (`BridgeReasons`), and here 220 no contract or no peer of the protocol for that chain,
    221 its security tier is too low for the value, 222 its own quote fails, 223 not enough
    of the asset or not approved, 224 nothing or no multiple of what crosses without a
    remainder, 225 not enough for the platform's fee or not approved, 226 the fee structure
    fails.
    """

    NAME = "IBridgeRoutes"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = IBridgeRoutesStructs
    errors: TypeAlias = IBridgeRoutesErrors
    events: TypeAlias = IBridgeRoutesEvents

    @cached_property
    def functions(self) -> IBridgeRoutesFunctions:
        """What the contract can be asked and told."""
        return IBridgeRoutesFunctions(self.contract, self.ERRORS)
