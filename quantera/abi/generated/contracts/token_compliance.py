"""TokenCompliance and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class TokenComplianceStructs:
    """Structs of TokenCompliance."""


class TokenComplianceErrors:
    """Errors of TokenCompliance."""

    AccessManagedInvalidAuthority: TypeAlias = _errors.AccessManagedInvalidAuthority
    AccessManagedRequiredDelay: TypeAlias = _errors.AccessManagedRequiredDelay
    AccessManagedUnauthorized: TypeAlias = _errors.AccessManagedUnauthorized
    AddressEmptyCode: TypeAlias = _errors.AddressEmptyCode
    AuthorityWithoutCode: TypeAlias = _errors.AuthorityWithoutCode
    ERC1967InvalidImplementation: TypeAlias = _errors.ERC1967InvalidImplementation
    ERC1967NonPayable: TypeAlias = _errors.ERC1967NonPayable
    FailedCall: TypeAlias = _errors.FailedCall
    InvalidInitialization: TypeAlias = _errors.InvalidInitialization
    ModuleAlreadyBound: TypeAlias = _errors.ModuleAlreadyBound
    ModuleNotBound: TypeAlias = _errors.ModuleNotBound
    ModuleRefusesCompliance: TypeAlias = _errors.ModuleRefusesCompliance
    NotBoundToken: TypeAlias = _errors.NotBoundToken
    NotInitializing: TypeAlias = _errors.NotInitializing
    NotOwnerOrToken: TypeAlias = _errors.NotOwnerOrToken
    TokenNotBound: TypeAlias = _errors.TokenNotBound
    TooManyModules: TypeAlias = _errors.TooManyModules
    UUPSUnauthorizedCallContext: TypeAlias = _errors.UUPSUnauthorizedCallContext
    UUPSUnsupportedProxiableUUID: TypeAlias = _errors.UUPSUnsupportedProxiableUUID
    UpgradeOutsideManager: TypeAlias = _errors.UpgradeOutsideManager
    ZeroAddress: TypeAlias = _errors.ZeroAddress
    ZeroAmount: TypeAlias = _errors.ZeroAmount


class TokenComplianceEvents:
    """Events of TokenCompliance."""

    @dataclass(frozen=True)
    class AuthorityUpdated(_rt.Event):
        """Authority that manages this contract was updated."""

        SIGNATURE: ClassVar[str] = "AuthorityUpdated(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        authority: _rt.Address

    @dataclass(frozen=True)
    class Initialized(_rt.Event):
        """Triggered when the contract has been initialized or reinitialized."""

        SIGNATURE: ClassVar[str] = "Initialized(uint64)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "c7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d2"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        version: int

    @dataclass(frozen=True)
    class ModuleAdded(_rt.Event):
        """A module joined the decision."""

        SIGNATURE: ClassVar[str] = "ModuleAdded(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ead6a006345da1073a106d5f32372d2d2204f46cb0b4bca8f5ebafcbbed12b8a"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        module: _rt.Address

    @dataclass(frozen=True)
    class ModuleCalled(_rt.Event):
        """A module's function was called, with all that is needed to repeat it.

        Stands beside ERC-3643's `ModuleInteraction`, which names the selector alone.
        """

        SIGNATURE: ClassVar[str] = "ModuleCalled(address,bytes)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6c5c0bf682ab5622e91a4ea0076e3e4e67eefa23b72dae49c044be2f205ee664"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        module: _rt.Address
        data: bytes

    @dataclass(frozen=True)
    class ModuleInteraction(_rt.Event):
        """The owner called a function of a bound module."""

        SIGNATURE: ClassVar[str] = "ModuleInteraction(address,bytes4)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "20d79de70adcc6e9353d8a9a5646b46dc352710d0a310b1ad1f67faeca7ef891"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        target: _rt.Address
        selector: bytes

    @dataclass(frozen=True)
    class ModuleRemoved(_rt.Event):
        """A module left the decision."""

        SIGNATURE: ClassVar[str] = "ModuleRemoved(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "0a1ee69f55c33d8467c69ca59ce2007a737a88603d75392972520bf67cb513b8"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        module: _rt.Address

    @dataclass(frozen=True)
    class TokenBound(_rt.Event):
        """The contract now serves `_token`."""

        SIGNATURE: ClassVar[str] = "TokenBound(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2de35142b19ed5a07796cf30791959c592018f70b1d2d7c460eef8ffe713692b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        token: _rt.Address

    @dataclass(frozen=True)
    class TokenUnbound(_rt.Event):
        """The contract no longer serves `_token`."""

        SIGNATURE: ClassVar[str] = "TokenUnbound(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "28a4ca7134a3b3f9aff286e79ad3daadb4a06d1b43d037a3a98bdc074edd9b7a"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        token: _rt.Address

    @dataclass(frozen=True)
    class Upgraded(_rt.Event):
        """Emitted when the implementation is upgraded."""

        SIGNATURE: ClassVar[str] = "Upgraded(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "bc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        implementation: _rt.Address


class TokenComplianceFunctions(_rt.Functions):
    """Functions of TokenCompliance."""

    def UPGRADE_INTERFACE_VERSION(self) -> _rt.Read[str]:
        """`UPGRADE_INTERFACE_VERSION`.

        Solidity: `UPGRADE_INTERFACE_VERSION()`, view, selector 0xad3cb1cc
        """
        return self._read("UPGRADE_INTERFACE_VERSION()", str)

    def addModule(self, module: _rt.Address) -> _rt.Write[None]:
        """Adds a module to the decision; owner only, at most 25 modules.

        Solidity: `addModule(address)`, nonpayable, selector 0x1ed86f19
        """
        return self._write("addModule(address)", type(None), module)

    def authority(self) -> _rt.Read[_rt.Address]:
        """Returns the current authority.

        Solidity: `authority()`, view, selector 0xbf7e214f
        """
        return self._read("authority()", _rt.Address)

    def bindToken(self, token: _rt.Address) -> _rt.Write[None]:
        """Binds a token: the owner may always, a token may bind itself while none or it itself is
        bound.

        Solidity: `bindToken(address)`, nonpayable, selector 0x3ff5aa02
        """
        return self._write("bindToken(address)", type(None), token)

    def callModuleFunction(self, callData: bytes, module: _rt.Address) -> _rt.Write[None]:
        """Calls a bound module in this contract's name; owner only.

        Arguments: `callData` selector and arguments; `module` the bound module

        Solidity: `callModuleFunction(bytes,address)`, nonpayable, selector 0xefb22d33
        """
        return self._write("callModuleFunction(bytes,address)", type(None), callData, module)

    def canTransfer(self, from_: _rt.Address, to: _rt.Address, amount: int) -> _rt.Read[bool]:
        """Whether the rules and all bound modules allow the movement; an issuance has `from` zero.

        Solidity: `canTransfer(address,address,uint256)`, view, selector 0xe46638e6
        """
        return self._read("canTransfer(address,address,uint256)", bool, from_, to, amount)

    def created(self, to: _rt.Address, amount: int) -> _rt.Write[None]:
        """Tells the modules of an issuance that has happened; bound token only.

        Solidity: `created(address,uint256)`, nonpayable, selector 0x5f8dead3
        """
        return self._write("created(address,uint256)", type(None), to, amount)

    def destroyed(self, from_: _rt.Address, amount: int) -> _rt.Write[None]:
        """Tells the modules of a redemption that has happened; bound token only.

        Solidity: `destroyed(address,uint256)`, nonpayable, selector 0x8d2ea772
        """
        return self._write("destroyed(address,uint256)", type(None), from_, amount)

    def engine(self) -> _rt.Read[_rt.Address]:
        """The engine that decides the token's rules.

        Solidity: `engine()`, view, selector 0xc9d4623f
        """
        return self._read("engine()", _rt.Address)

    def getModules(self) -> _rt.Read[list[_rt.Address]]:
        """The bound modules.

        Solidity: `getModules()`, view, selector 0xb2494df3
        """
        return self._read("getModules()", list[_rt.Address])

    def getTokenBound(self) -> _rt.Read[_rt.Address]:
        """The bound token, zero when there is none.

        Solidity: `getTokenBound()`, view, selector 0x6a3edf28
        """
        return self._read("getTokenBound()", _rt.Address)

    def hasModules(self) -> _rt.Read[bool]:
        """Whether any module is bound.

        Solidity: `hasModules()`, view, selector 0x3e6b7baa
        """
        return self._read("hasModules()", bool)

    def initialize(
        self, authority: _rt.Address, engine_: _rt.Address, token: _rt.Address
    ) -> _rt.Write[None]:
        """Sets the contract up for one token, which may not exist yet: nobody else can bind itself
        first.

        Arguments: `authority` the chain's access manager; `engine_` the chain's compliance
        engine; `token` where the token is or will be

        Solidity: `initialize(address,address,address)`, nonpayable, selector 0xc0c53b8b
        """
        return self._write(
            "initialize(address,address,address)", type(None), authority, engine_, token
        )

    def isConsumingScheduledOp(self) -> _rt.Read[bytes]:
        """Returns true only in the context of a delayed restricted call, at the moment that the
        scheduled operation is being consumed. Prevents denial of service for delayed restricted
        calls in the case that the contract performs attacker controlled calls.

        Solidity: `isConsumingScheduledOp()`, view, selector 0x8fb36037
        """
        return self._read("isConsumingScheduledOp()", bytes)

    def isModuleBound(self, module: _rt.Address) -> _rt.Read[bool]:
        """Whether the module takes part in the decision.

        Solidity: `isModuleBound(address)`, view, selector 0xa446d49f
        """
        return self._read("isModuleBound(address)", bool, module)

    def modulesAllow(self, from_: _rt.Address, to: _rt.Address, amount: int) -> _rt.Read[bool]:
        """Whether all bound modules allow the movement; the token's rules are not asked.

        The token asks this on its own path, where the engine decides the rules.

        Solidity: `modulesAllow(address,address,uint256)`, view, selector 0xb5285244
        """
        return self._read("modulesAllow(address,address,uint256)", bool, from_, to, amount)

    def owner(self) -> _rt.Read[_rt.Address]:
        """The access manager, as ERC-3643's modules expect to find it.

        Solidity: `owner()`, view, selector 0x8da5cb5b
        """
        return self._read("owner()", _rt.Address)

    def proxiableUUID(self) -> _rt.Read[bytes]:
        """Implementation of the ERC-1822 {proxiableUUID} function. This returns the storage slot
        used by the implementation. It is used to validate the implementation's compatibility
        when performing an upgrade. IMPORTANT: A proxy pointing at a proxiable contract should
        not be considered proxiable itself, because this risks bricking a proxy that upgrades to
        it, by delegating to itself until out of gas. Thus it is critical that this function
        revert if invoked through a proxy. This is guaranteed by the `notDelegated` modifier.

        Solidity: `proxiableUUID()`, view, selector 0x52d1902d
        """
        return self._read("proxiableUUID()", bytes)

    def removeModule(self, module: _rt.Address) -> _rt.Write[None]:
        """Takes a module out of the decision; owner only.

        Solidity: `removeModule(address)`, nonpayable, selector 0xa0632461
        """
        return self._write("removeModule(address)", type(None), module)

    def setAuthority(self, newAuthority: _rt.Address) -> _rt.Write[None]:
        """Transfers control to a new authority. The caller must be the current authority.

        Solidity: `setAuthority(address)`, nonpayable, selector 0x7a9e5e4b
        """
        return self._write("setAuthority(address)", type(None), newAuthority)

    def supportsInterface(self, interfaceId: bytes) -> _rt.Read[bool]:
        """Returns true if this contract implements the interface defined by `interfaceId`. See the
        corresponding https://eips.ethereum.org/EIPS/eip-165#how-interfaces-are-identified[ERC
        section] to learn more about how these ids are created. This function call must use less
        than 30 000 gas.

        Solidity: `supportsInterface(bytes4)`, view, selector 0x01ffc9a7
        """
        return self._read("supportsInterface(bytes4)", bool, interfaceId)

    def transferred(self, from_: _rt.Address, to: _rt.Address, amount: int) -> _rt.Write[None]:
        """Tells the modules of a transfer that has happened; bound token only.

        Solidity: `transferred(address,address,uint256)`, nonpayable, selector 0x8baf29b4
        """
        return self._write("transferred(address,address,uint256)", type(None), from_, to, amount)

    def unbindToken(self, token: _rt.Address) -> _rt.Write[None]:
        """Releases the bound token: the owner or the token itself.

        Solidity: `unbindToken(address)`, nonpayable, selector 0x40db3b50
        """
        return self._write("unbindToken(address)", type(None), token)

    def upgradeToAndCall(self, newImplementation: _rt.Address, data: bytes) -> _rt.Write[None]:
        """Upgrade the implementation of the proxy to `newImplementation`, and subsequently execute
        the function call encoded in `data`. Calls {_authorizeUpgrade}. Emits an {Upgraded}
        event.

        Solidity: `upgradeToAndCall(address,bytes)`, payable, selector 0x4f1ef286
        """
        return self._write("upgradeToAndCall(address,bytes)", type(None), newImplementation, data)


class TokenCompliance(_rt.Contract):
    """See `ITokenCompliance`."""

    NAME = "TokenCompliance"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        TokenComplianceEvents.AuthorityUpdated,
        TokenComplianceEvents.Initialized,
        TokenComplianceEvents.ModuleAdded,
        TokenComplianceEvents.ModuleCalled,
        TokenComplianceEvents.ModuleInteraction,
        TokenComplianceEvents.ModuleRemoved,
        TokenComplianceEvents.TokenBound,
        TokenComplianceEvents.TokenUnbound,
        TokenComplianceEvents.Upgraded,
    )
    structs: TypeAlias = TokenComplianceStructs
    errors: TypeAlias = TokenComplianceErrors
    events: TypeAlias = TokenComplianceEvents

    @cached_property
    def functions(self) -> TokenComplianceFunctions:
        """What the contract can be asked and told."""
        return TokenComplianceFunctions(self.contract, self.ERRORS)
