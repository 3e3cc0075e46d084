"""IERC3643Agent and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IERC3643AgentStructs:
    """Structs of IERC3643Agent."""


class IERC3643AgentErrors:
    """Errors of IERC3643Agent."""


class IERC3643AgentEvents:
    """Events of IERC3643Agent."""

    @dataclass(frozen=True)
    class AddressFrozen(_rt.Event):
        """A wallet was frozen or released as a whole."""

        SIGNATURE: ClassVar[str] = "AddressFrozen(address,bool,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7fa523c84ab8d7fc5b72f08b9e46dbbf10c39e119a075b3e317002d14bc9f436"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True)
        userAddress: _rt.Address
        isFrozen: bool
        owner: _rt.Address

    @dataclass(frozen=True)
    class Paused(_rt.Event):
        """Transfers were stopped by `userAddress`."""

        SIGNATURE: ClassVar[str] = "Paused(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a258"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        userAddress: _rt.Address

    @dataclass(frozen=True)
    class TokensFrozen(_rt.Event):
        """The frozen part of a holding grew by `amount`."""

        SIGNATURE: ClassVar[str] = "TokensFrozen(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a065e63c631c86f1b9f66a4a2f63f2093bf1c2168d23290259dbd969e0222a45"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        userAddress: _rt.Address
        amount: int

    @dataclass(frozen=True)
    class TokensUnfrozen(_rt.Event):
        """The frozen part of a holding shrank by `amount`."""

        SIGNATURE: ClassVar[str] = "TokensUnfrozen(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "9bed35cb62ad0dba04f9d5bfee4b5bc91443e77da8a65c4c84834c51bb08b0d6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        userAddress: _rt.Address
        amount: int

    @dataclass(frozen=True)
    class Unpaused(_rt.Event):
        """Transfers were allowed again by `userAddress`."""

        SIGNATURE: ClassVar[str] = "Unpaused(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        userAddress: _rt.Address


class IERC3643AgentFunctions(_rt.Functions):
    """Functions of IERC3643Agent."""

    def batchBurn(
        self, userAddresses: _rt.Sequence[_rt.Address], amounts: _rt.Sequence[int]
    ) -> _rt.Write[None]:
        """Several redemptions; all or none, agent only.

        Solidity: `batchBurn(address[],uint256[])`, nonpayable, selector 0x4a6cc677
        """
        return self._write("batchBurn(address[],uint256[])", type(None), userAddresses, amounts)

    def batchForcedTransfer(
        self,
        fromList: _rt.Sequence[_rt.Address],
        toList: _rt.Sequence[_rt.Address],
        amounts: _rt.Sequence[int],
    ) -> _rt.Write[None]:
        """Several forced transfers; all or none, agent only.

        Solidity: `batchForcedTransfer(address[],address[],uint256[])`, nonpayable, selector
        0x42a47abc
        """
        return self._write(
            "batchForcedTransfer(address[],address[],uint256[])",
            type(None),
            fromList,
            toList,
            amounts,
        )

    def batchFreezePartialTokens(
        self, userAddresses: _rt.Sequence[_rt.Address], amounts: _rt.Sequence[int]
    ) -> _rt.Write[None]:
        """Several partial freezes; all or none, agent only.

        Solidity: `batchFreezePartialTokens(address[],uint256[])`, nonpayable, selector
        0xfc7e5fa8
        """
        return self._write(
            "batchFreezePartialTokens(address[],uint256[])", type(None), userAddresses, amounts
        )

    def batchMint(
        self, toList: _rt.Sequence[_rt.Address], amounts: _rt.Sequence[int]
    ) -> _rt.Write[None]:
        """Several issuances; all or none, agent only.

        Solidity: `batchMint(address[],uint256[])`, nonpayable, selector 0x68573107
        """
        return self._write("batchMint(address[],uint256[])", type(None), toList, amounts)

    def batchSetAddressFrozen(
        self, userAddresses: _rt.Sequence[_rt.Address], freeze: _rt.Sequence[bool]
    ) -> _rt.Write[None]:
        """Several wallet freezes; all or none, agent only.

        Solidity: `batchSetAddressFrozen(address[],bool[])`, nonpayable, selector 0x1a7af379
        """
        return self._write(
            "batchSetAddressFrozen(address[],bool[])", type(None), userAddresses, freeze
        )

    def batchTransfer(
        self, toList: _rt.Sequence[_rt.Address], amounts: _rt.Sequence[int]
    ) -> _rt.Write[None]:
        """Several transfers of the caller in one call; all or none.

        Solidity: `batchTransfer(address[],uint256[])`, nonpayable, selector 0x88d695b2
        """
        return self._write("batchTransfer(address[],uint256[])", type(None), toList, amounts)

    def batchUnfreezePartialTokens(
        self, userAddresses: _rt.Sequence[_rt.Address], amounts: _rt.Sequence[int]
    ) -> _rt.Write[None]:
        """Several partial releases; all or none, agent only.

        Solidity: `batchUnfreezePartialTokens(address[],uint256[])`, nonpayable, selector
        0x4710362d
        """
        return self._write(
            "batchUnfreezePartialTokens(address[],uint256[])", type(None), userAddresses, amounts
        )

    def burn(self, userAddress: _rt.Address, amount: int) -> _rt.Write[None]:
        """Redeems tokens, unfreezing what it needs; agent only.

        Solidity: `burn(address,uint256)`, nonpayable, selector 0x9dc29fac
        """
        return self._write("burn(address,uint256)", type(None), userAddress, amount)

    def forcedTransfer(self, from_: _rt.Address, to: _rt.Address, amount: int) -> _rt.Write[bool]:
        """Moves tokens by authority; agent only, the recipient must be verified, rules are not
        asked.

        Returns: `success` always true; failure reverts

        Solidity: `forcedTransfer(address,address,uint256)`, nonpayable, selector 0x9fc1d0e7
        """
        return self._write("forcedTransfer(address,address,uint256)", bool, from_, to, amount)

    def freezePartialTokens(self, userAddress: _rt.Address, amount: int) -> _rt.Write[None]:
        """Freezes `amount` more; agent only. Reverts with `FreezeExceedsBalance` above the
        unfrozen balance.

        Solidity: `freezePartialTokens(address,uint256)`, nonpayable, selector 0x125c4a33
        """
        return self._write("freezePartialTokens(address,uint256)", type(None), userAddress, amount)

    def getFrozenTokens(self, userAddress: _rt.Address) -> _rt.Read[int]:
        """The frozen part of a holding, which may exceed the balance.

        Solidity: `getFrozenTokens(address)`, view, selector 0x158b1a57
        """
        return self._read("getFrozenTokens(address)", int, userAddress)

    def isFrozen(self, userAddress: _rt.Address) -> _rt.Read[bool]:
        """Whether a wallet is frozen as a whole.

        Solidity: `isFrozen(address)`, view, selector 0xe5839836
        """
        return self._read("isFrozen(address)", bool, userAddress)

    def mint(self, to: _rt.Address, amount: int) -> _rt.Write[None]:
        """Issues tokens to a verified wallet within the rules; agent only.

        Solidity: `mint(address,uint256)`, nonpayable, selector 0x40c10f19
        """
        return self._write("mint(address,uint256)", type(None), to, amount)

    def pause(self) -> _rt.Write[None]:
        """Stops transfers; agent only. Reverts with `EnforcedPause` when paused.

        Solidity: `pause()`, nonpayable, selector 0x8456cb59
        """
        return self._write("pause()", type(None))

    def paused(self) -> _rt.Read[bool]:
        """Whether transfers are stopped.

        Solidity: `paused()`, view, selector 0x5c975abb
        """
        return self._read("paused()", bool)

    def setAddressFrozen(self, userAddress: _rt.Address, freeze: bool) -> _rt.Write[None]:
        """Freezes or releases a wallet as a whole; agent only.

        Solidity: `setAddressFrozen(address,bool)`, nonpayable, selector 0xc69c09cf
        """
        return self._write("setAddressFrozen(address,bool)", type(None), userAddress, freeze)

    def unfreezePartialTokens(self, userAddress: _rt.Address, amount: int) -> _rt.Write[None]:
        """Releases `amount`; agent only. Reverts with `UnfreezeExceedsFrozen` above the frozen
        amount.

        Solidity: `unfreezePartialTokens(address,uint256)`, nonpayable, selector 0x1fe56f7d
        """
        return self._write(
            "unfreezePartialTokens(address,uint256)", type(None), userAddress, amount
        )

    def unpause(self) -> _rt.Write[None]:
        """Allows transfers; agent only. Reverts with `ExpectedPause` when not paused.

        Solidity: `unpause()`, nonpayable, selector 0x3f4ba83a
        """
        return self._write("unpause()", type(None))


class IERC3643Agent(_rt.Contract):
    """The half of ERC-3643's token that moves, freezes and stops tokens. Amounts in token
    units.
    """

    NAME = "IERC3643Agent"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IERC3643AgentEvents.AddressFrozen,
        IERC3643AgentEvents.Paused,
        IERC3643AgentEvents.TokensFrozen,
        IERC3643AgentEvents.TokensUnfrozen,
        IERC3643AgentEvents.Unpaused,
    )
    structs: TypeAlias = IERC3643AgentStructs
    errors: TypeAlias = IERC3643AgentErrors
    events: TypeAlias = IERC3643AgentEvents

    @cached_property
    def functions(self) -> IERC3643AgentFunctions:
        """What the contract can be asked and told."""
        return IERC3643AgentFunctions(self.contract, self.ERRORS)
