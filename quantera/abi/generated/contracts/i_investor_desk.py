"""IInvestorDesk and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IInvestorDeskStructs:
    """Structs of IInvestorDesk."""


class IInvestorDeskErrors:
    """Errors of IInvestorDesk."""

    RecoveryMismatch: TypeAlias = _errors.RecoveryMismatch


class IInvestorDeskEvents:
    """Events of IInvestorDesk."""

    @dataclass(frozen=True)
    class WalletRecovered(_rt.Event):
        """A wallet's registration moved to a new wallet of the same identity."""

        SIGNATURE: ClassVar[str] = "WalletRecovered(address,address,address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "90a8da76bf583d982327fab4dbf0cb35aa7c254764a86256aeb6d11e22f9a7e1"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        token: _rt.Address
        lostWallet: _rt.Address
        newWallet: _rt.Address
        identity: _rt.Address


class IInvestorDeskFunctions(_rt.Functions):
    """Functions of IInvestorDesk."""

    def canReceive(self, token: _rt.Address, wallet: _rt.Address) -> _rt.Read[bool]:
        """Whether the wallet's holder may receive at all: registered, verified, not under a
        sanctions hold.

        Solidity: `canReceive(address,address)`, view, selector 0x7cfd52be
        """
        return self._read("canReceive(address,address)", bool, token, wallet)

    def canSend(self, token: _rt.Address, wallet: _rt.Address) -> _rt.Read[bool]:
        """Whether the wallet's holder may send at all: not under a sanctions hold, verified where
        the token asks.

        Solidity: `canSend(address,address)`, view, selector 0x100e8917
        """
        return self._read("canSend(address,address)", bool, token, wallet)

    def enterRecoveredWallet(
        self, lostWallet: _rt.Address, newWallet: _rt.Address, identity: _rt.Address
    ) -> _rt.Write[None]:
        """Enters the new wallet of a recovery and leaves the lost one registered until
        `recoverWallet`: external compliance modules, which are told of the movement in between,
        ask for the identities of both. Callable by registered tokens alone.

        Reverts as `recoverWallet` does.

        Solidity: `enterRecoveredWallet(address,address,address)`, nonpayable, selector
        0x8762fef7
        """
        return self._write(
            "enterRecoveredWallet(address,address,address)",
            type(None),
            lostWallet,
            newWallet,
            identity,
        )

    def reasonText(self, code: int) -> _rt.Read[str]:
        """The sentence that belongs to a reason code; empty for codes that the catalogue does not
        know.

        Solidity: `reasonText(uint8)`, view, selector 0x1ac16d1e
        """
        return self._read("reasonText(uint8)", str, code)

    def recoverWallet(
        self, lostWallet: _rt.Address, newWallet: _rt.Address, identity: _rt.Address
    ) -> _rt.Write[None]:
        """Moves a lost wallet's record to a new one. Callable by registered tokens alone.

        Keeps working when another token's recovery has moved the record already: then the new
        wallet must carry the identity. Reverts with `RecoveryMismatch` or `TokenNotRegistered`.

        Solidity: `recoverWallet(address,address,address)`, nonpayable, selector 0x18af526c
        """
        return self._write(
            "recoverWallet(address,address,address)", type(None), lostWallet, newWallet, identity
        )


class IInvestorDesk(_rt.Contract):
    """What a token asks of the chain's compliance engine about single wallets, besides
    decisions on movements.
    """

    NAME = "IInvestorDesk"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (IInvestorDeskEvents.WalletRecovered,)
    structs: TypeAlias = IInvestorDeskStructs
    errors: TypeAlias = IInvestorDeskErrors
    events: TypeAlias = IInvestorDeskEvents

    @cached_property
    def functions(self) -> IInvestorDeskFunctions:
        """What the contract can be asked and told."""
        return IInvestorDeskFunctions(self.contract, self.ERRORS)
