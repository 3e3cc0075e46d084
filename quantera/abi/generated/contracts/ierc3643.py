"""IERC3643 and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IERC3643Structs:
    """Structs of IERC3643."""


class IERC3643Errors:
    """Errors of IERC3643."""


class IERC3643Events:
    """Events of IERC3643."""

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
    class Approval(_rt.Event):
        """Emitted when the allowance of a `spender` for an `owner` is set by a call to {approve}.
        `value` is the new allowance.
        """

        SIGNATURE: ClassVar[str] = "Approval(address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        owner: _rt.Address
        spender: _rt.Address
        value: int

    @dataclass(frozen=True)
    class ComplianceAdded(_rt.Event):
        """The token now asks this compliance contract."""

        SIGNATURE: ClassVar[str] = "ComplianceAdded(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7f3a888862559648ec01d97deb7b5012bff86dc91e654a1de397170db40e35b6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        compliance: _rt.Address

    @dataclass(frozen=True)
    class IdentityRegistryAdded(_rt.Event):
        """The token now asks this identity registry."""

        SIGNATURE: ClassVar[str] = "IdentityRegistryAdded(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d2be862d755bca7e0d39772b2cab3a5578da9c285f69199f4c063c2294a7f36c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        identityRegistry: _rt.Address

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
    class RecoverySuccess(_rt.Event):
        """A lost wallet's holding was moved to a new wallet of the same identity."""

        SIGNATURE: ClassVar[str] = "RecoverySuccess(address,address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f0c9129a94f30f1caaceb63e44b9811d0a3edf1d6c23757f346093af5553fed0"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True)
        lostWallet: _rt.Address
        newWallet: _rt.Address
        investorOnchainID: _rt.Address

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
    class Transfer(_rt.Event):
        """Emitted when `value` tokens are moved from one account (`from`) to another (`to`). Note
        that `value` may be zero.
        """

        SIGNATURE: ClassVar[str] = "Transfer(address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        from_: _rt.Address
        to: _rt.Address
        value: int

    @dataclass(frozen=True)
    class Unpaused(_rt.Event):
        """Transfers were allowed again by `userAddress`."""

        SIGNATURE: ClassVar[str] = "Unpaused(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        userAddress: _rt.Address

    @dataclass(frozen=True)
    class UpdatedTokenInformation(_rt.Event):
        """Name, symbol, version or identity of the token changed."""

        SIGNATURE: ClassVar[str] = "UpdatedTokenInformation(string,string,uint8,string,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6a1105ac8148a3c319adbc369f9072573e8a11d3a3d195e067e7c40767ec54d1"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, True)
        newName: bytes
        newSymbol: bytes
        newDecimals: int
        newVersion: str
        newOnchainID: _rt.Address


class IERC3643Functions(_rt.Functions):
    """Functions of IERC3643."""

    def allowance(self, owner: _rt.Address, spender: _rt.Address) -> _rt.Read[int]:
        """Returns the remaining number of tokens that `spender` will be allowed to spend on behalf
        of `owner` through {transferFrom}. This is zero by default. This value changes when
        {approve} or {transferFrom} are called.

        Solidity: `allowance(address,address)`, view, selector 0xdd62ed3e
        """
        return self._read("allowance(address,address)", int, owner, spender)

    def approve(self, spender: _rt.Address, value: int) -> _rt.Write[bool]:
        """Sets a `value` amount of tokens as the allowance of `spender` over the caller's tokens.
        Returns a boolean value indicating whether the operation succeeded. IMPORTANT: Beware
        that changing an allowance with this method brings the risk that someone may use both
        the old and the new allowance by unfortunate transaction ordering. One possible solution
        to mitigate this race condition is to first reduce the spender's allowance to 0 and set
        the desired value afterwards:
        https://github.com/ethereum/EIPs/issues/20#issuecomment-263524729 Emits an {Approval}
        event.

        Solidity: `approve(address,uint256)`, nonpayable, selector 0x095ea7b3
        """
        return self._write("approve(address,uint256)", bool, spender, value)

    def balanceOf(self, account: _rt.Address) -> _rt.Read[int]:
        """Returns the value of tokens owned by `account`.

        Solidity: `balanceOf(address)`, view, selector 0x70a08231
        """
        return self._read("balanceOf(address)", int, account)

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

    def compliance(self) -> _rt.Read[_rt.Address]:
        """The compliance contract that the token asks, one per token.

        Solidity: `compliance()`, view, selector 0x6290865d
        """
        return self._read("compliance()", _rt.Address)

    def decimals(self) -> _rt.Read[int]:
        """Decimal places of one token, at most 18.

        Solidity: `decimals()`, view, selector 0x313ce567
        """
        return self._read("decimals()", int)

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

    def identityRegistry(self) -> _rt.Read[_rt.Address]:
        """The registry of verified investors that the token asks.

        Solidity: `identityRegistry()`, view, selector 0x134e18f4
        """
        return self._read("identityRegistry()", _rt.Address)

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

    def name(self) -> _rt.Read[str]:
        """The token's name.

        Solidity: `name()`, view, selector 0x06fdde03
        """
        return self._read("name()", str)

    def onchainID(self) -> _rt.Read[_rt.Address]:
        """The token's own identity; zero when it has none.

        Solidity: `onchainID()`, view, selector 0xaba63705
        """
        return self._read("onchainID()", _rt.Address)

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

    def recoveryAddress(
        self, lostWallet: _rt.Address, newWallet: _rt.Address, investorOnchainID: _rt.Address
    ) -> _rt.Write[bool]:
        """Moves a whole holding, its freezes and its registration to a new wallet of the same
        identity; agent only.

        Returns: `success` always true; failure reverts

        Solidity: `recoveryAddress(address,address,address)`, nonpayable, selector 0x9285948a
        """
        return self._write(
            "recoveryAddress(address,address,address)",
            bool,
            lostWallet,
            newWallet,
            investorOnchainID,
        )

    def setAddressFrozen(self, userAddress: _rt.Address, freeze: bool) -> _rt.Write[None]:
        """Freezes or releases a wallet as a whole; agent only.

        Solidity: `setAddressFrozen(address,bool)`, nonpayable, selector 0xc69c09cf
        """
        return self._write("setAddressFrozen(address,bool)", type(None), userAddress, freeze)

    def setCompliance(self, newCompliance: _rt.Address) -> _rt.Write[None]:
        """Replaces the compliance contract; owner only.

        Solidity: `setCompliance(address)`, nonpayable, selector 0xf8981789
        """
        return self._write("setCompliance(address)", type(None), newCompliance)

    def setIdentityRegistry(self, newIdentityRegistry: _rt.Address) -> _rt.Write[None]:
        """Replaces the identity registry; owner only.

        Solidity: `setIdentityRegistry(address)`, nonpayable, selector 0xcbf3f861
        """
        return self._write("setIdentityRegistry(address)", type(None), newIdentityRegistry)

    def setName(self, newName: str) -> _rt.Write[None]:
        """Renames the token; owner only. Reverts with `EmptyString`.

        Solidity: `setName(string)`, nonpayable, selector 0xc47f0027
        """
        return self._write("setName(string)", type(None), newName)

    def setOnchainID(self, newOnchainID: _rt.Address) -> _rt.Write[None]:
        """Sets the token's own identity; owner only, zero allowed.

        Solidity: `setOnchainID(address)`, nonpayable, selector 0x3d1ddc5b
        """
        return self._write("setOnchainID(address)", type(None), newOnchainID)

    def setSymbol(self, newSymbol: str) -> _rt.Write[None]:
        """Changes the symbol; owner only. Reverts with `EmptyString`.

        Solidity: `setSymbol(string)`, nonpayable, selector 0xb84c8246
        """
        return self._write("setSymbol(string)", type(None), newSymbol)

    def symbol(self) -> _rt.Read[str]:
        """The token's symbol.

        Solidity: `symbol()`, view, selector 0x95d89b41
        """
        return self._read("symbol()", str)

    def totalSupply(self) -> _rt.Read[int]:
        """Returns the value of tokens in existence.

        Solidity: `totalSupply()`, view, selector 0x18160ddd
        """
        return self._read("totalSupply()", int)

    def transfer(self, to: _rt.Address, value: int) -> _rt.Write[bool]:
        """Moves a `value` amount of tokens from the caller's account to `to`. Returns a boolean
        value indicating whether the operation succeeded. Emits a {Transfer} event.

        Solidity: `transfer(address,uint256)`, nonpayable, selector 0xa9059cbb
        """
        return self._write("transfer(address,uint256)", bool, to, value)

    def transferFrom(self, from_: _rt.Address, to: _rt.Address, value: int) -> _rt.Write[bool]:
        """Moves a `value` amount of tokens from `from` to `to` using the allowance mechanism.
        `value` is then deducted from the caller's allowance. Returns a boolean value indicating
        whether the operation succeeded. Emits a {Transfer} event.

        Solidity: `transferFrom(address,address,uint256)`, nonpayable, selector 0x23b872dd
        """
        return self._write("transferFrom(address,address,uint256)", bool, from_, to, value)

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

    def version(self) -> _rt.Read[str]:
        """The version of the token's code.

        Solidity: `version()`, view, selector 0x54fd4d50
        """
        return self._read("version()", str)


class IERC3643(_rt.Contract):
    """The token of ERC-3643 as a whole, ABI-compatible with T-REX 4.1.6's IToken."""

    NAME = "IERC3643"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IERC3643Events.AddressFrozen,
        IERC3643Events.Approval,
        IERC3643Events.ComplianceAdded,
        IERC3643Events.IdentityRegistryAdded,
        IERC3643Events.Paused,
        IERC3643Events.RecoverySuccess,
        IERC3643Events.TokensFrozen,
        IERC3643Events.TokensUnfrozen,
        IERC3643Events.Transfer,
        IERC3643Events.Unpaused,
        IERC3643Events.UpdatedTokenInformation,
    )
    structs: TypeAlias = IERC3643Structs
    errors: TypeAlias = IERC3643Errors
    events: TypeAlias = IERC3643Events

    @cached_property
    def functions(self) -> IERC3643Functions:
        """What the contract can be asked and told."""
        return IERC3643Functions(self.contract, self.ERRORS)
