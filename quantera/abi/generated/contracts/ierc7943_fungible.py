"""IERC7943Fungible and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IERC7943FungibleStructs:
    """Structs of IERC7943Fungible."""


class IERC7943FungibleErrors:
    """Errors of IERC7943Fungible."""

    ERC7943CannotReceive: TypeAlias = _errors.ERC7943CannotReceive
    ERC7943CannotSend: TypeAlias = _errors.ERC7943CannotSend
    ERC7943CannotTransfer: TypeAlias = _errors.ERC7943CannotTransfer
    ERC7943InsufficientUnfrozenBalance: TypeAlias = _errors.ERC7943InsufficientUnfrozenBalance


class IERC7943FungibleEvents:
    """Events of IERC7943Fungible."""

    @dataclass(frozen=True)
    class ForcedTransfer(_rt.Event):
        """`amount` was taken from `from` and given to `to` by an authority."""

        SIGNATURE: ClassVar[str] = "ForcedTransfer(address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7b3ce50c216d2ccf9919c6b9f1bfb33f0350a33010f188750b4af38e00448138"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        from_: _rt.Address
        to: _rt.Address
        amount: int

    @dataclass(frozen=True)
    class Frozen(_rt.Event):
        """The frozen amount of `account` is now `amount`, whatever it was before."""

        SIGNATURE: ClassVar[str] = "Frozen(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "68e0d8c112165d0949ce87205b719ed7d98c7401866c34a159f7c67c6f5620e7"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        account: _rt.Address
        amount: int


class IERC7943FungibleFunctions(_rt.Functions):
    """Functions of IERC7943Fungible."""

    def canReceive(self, account: _rt.Address) -> _rt.Read[bool]:
        """Whether `account` itself may receive, balances aside.

        Solidity: `canReceive(address)`, view, selector 0x90d370ba
        """
        return self._read("canReceive(address)", bool, account)

    def canSend(self, account: _rt.Address) -> _rt.Read[bool]:
        """Whether `account` itself may send, balances aside.

        Solidity: `canSend(address)`, view, selector 0x2bc06a92
        """
        return self._read("canSend(address)", bool, account)

    def canTransfer(self, from_: _rt.Address, to: _rt.Address, amount: int) -> _rt.Read[bool]:
        """Whether the rules and freezes allow the transfer; says nothing about the balance itself.

        Solidity: `canTransfer(address,address,uint256)`, view, selector 0xe46638e6
        """
        return self._read("canTransfer(address,address,uint256)", bool, from_, to, amount)

    def forcedTransfer(self, from_: _rt.Address, to: _rt.Address, amount: int) -> _rt.Write[bool]:
        """Takes `amount` from `from` and gives it to `to`, unfreezing what it needs.

        Returns: `result` always true; failure reverts

        Solidity: `forcedTransfer(address,address,uint256)`, nonpayable, selector 0x9fc1d0e7
        """
        return self._write("forcedTransfer(address,address,uint256)", bool, from_, to, amount)

    def getFrozenTokens(self, account: _rt.Address) -> _rt.Read[int]:
        """The frozen amount of `account`; it may exceed the balance.

        Solidity: `getFrozenTokens(address)`, view, selector 0x158b1a57
        """
        return self._read("getFrozenTokens(address)", int, account)

    def setFrozenTokens(self, account: _rt.Address, amount: int) -> _rt.Write[bool]:
        """Sets the frozen amount of `account`; it may exceed the balance.

        Returns: `result` always true; failure reverts

        Solidity: `setFrozenTokens(address,uint256)`, nonpayable, selector 0xebe45cba
        """
        return self._write("setFrozenTokens(address,uint256)", bool, account, amount)

    def supportsInterface(self, interfaceId: bytes) -> _rt.Read[bool]:
        """Returns true if this contract implements the interface defined by `interfaceId`. See the
        corresponding https://eips.ethereum.org/EIPS/eip-165#how-interfaces-are-identified[ERC
        section] to learn more about how these ids are created. This function call must use less
        than 30 000 gas.

        Solidity: `supportsInterface(bytes4)`, view, selector 0x01ffc9a7
        """
        return self._read("supportsInterface(bytes4)", bool, interfaceId)


class IERC7943Fungible(_rt.Contract):
    """ERC-7943 (uRWA) for ERC-20 tokens; interface id 0x3edbb4c4. Amounts in token units."""

    NAME = "IERC7943Fungible"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IERC7943FungibleEvents.ForcedTransfer,
        IERC7943FungibleEvents.Frozen,
    )
    structs: TypeAlias = IERC7943FungibleStructs
    errors: TypeAlias = IERC7943FungibleErrors
    events: TypeAlias = IERC7943FungibleEvents

    @cached_property
    def functions(self) -> IERC7943FungibleFunctions:
        """What the contract can be asked and told."""
        return IERC7943FungibleFunctions(self.contract, self.ERRORS)
