"""IComplianceAwareToken and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IComplianceAwareTokenStructs:
    """Structs of IComplianceAwareToken."""

    TokenInfo: TypeAlias = _structs.IComplianceAwareToken_TokenInfo


class IComplianceAwareTokenErrors:
    """Errors of IComplianceAwareToken."""

    AllowanceTooLow: TypeAlias = _errors.AllowanceTooLow
    AmountTooLarge: TypeAlias = _errors.AmountTooLarge_uint256_uint256
    BalanceTooLow: TypeAlias = _errors.BalanceTooLow
    ComplianceNotBound: TypeAlias = _errors.ComplianceNotBound
    DecimalsTooLarge: TypeAlias = _errors.DecimalsTooLarge_uint8
    EmptyString: TypeAlias = _errors.EmptyString
    EnforcedPause: TypeAlias = _errors.EnforcedPause
    ExpectedPause: TypeAlias = _errors.ExpectedPause
    FreezeExceedsBalance: TypeAlias = _errors.FreezeExceedsBalance
    InvalidDocument: TypeAlias = _errors.InvalidDocument
    InvalidRecordDate: TypeAlias = _errors.InvalidRecordDate
    LengthMismatch: TypeAlias = _errors.LengthMismatch
    NotAnEngine: TypeAlias = _errors.NotAnEngine
    NothingToRecover: TypeAlias = _errors.NothingToRecover
    OwnershipFollowsAuthority: TypeAlias = _errors.OwnershipFollowsAuthority
    PermitExpired: TypeAlias = _errors.PermitExpired
    PermitSignerMismatch: TypeAlias = _errors.PermitSignerMismatch
    RecoveryRefused: TypeAlias = _errors.RecoveryRefused
    SelfForcedTransfer: TypeAlias = _errors.SelfForcedTransfer
    TransferRefused: TypeAlias = _errors.TransferRefused
    UnfreezeExceedsFrozen: TypeAlias = _errors.UnfreezeExceedsFrozen
    UnknownRecordDate: TypeAlias = _errors.UnknownRecordDate
    ZeroAddress: TypeAlias = _errors.ZeroAddress


class IComplianceAwareTokenEvents:
    """Events of IComplianceAwareToken."""

    @dataclass(frozen=True)
    class AgentAction(_rt.Event):
        """Why an agent acted: `action` is the selector of the function that was called."""

        SIGNATURE: ClassVar[str] = "AgentAction(address,address,bytes4,uint8,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "8b2f4f2a83b57e26312cf0e9a9bb3f870e107814260427fdfe2897668e8aa473"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        agent: _rt.Address
        subject: _rt.Address
        action: bytes
        reason: int
        amount: int

    @dataclass(frozen=True)
    class BalanceRecorded(_rt.Event):
        """A holding was preserved for a record date."""

        SIGNATURE: ClassVar[str] = "BalanceRecorded(address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "cdb909f3e69f35ce902743e5d93ada54f6067f46b7d34539d96cc416291d1030"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        holder: _rt.Address
        number: int
        balance: int

    @dataclass(frozen=True)
    class ExternalModulesChanged(_rt.Event):
        """Whether the compliance contract has external modules, which every movement then asks."""

        SIGNATURE: ClassVar[str] = "ExternalModulesChanged(bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "58b1e145fe3d1d39f30b9ac0f7be982451fdd104089fa00562b8c0d9372d4a83"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        bound: bool

    @dataclass(frozen=True)
    class PermitUsed(_rt.Event):
        """The owner's permit of that number set an allowance (`Approval`); the next one has the
        next number.
        """

        SIGNATURE: ClassVar[str] = "PermitUsed(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1866e09d34a3ce76138ae60f66355320cd8ef57ea6cc16c33306c32aa3f140e7"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        owner: _rt.Address
        nonce: int

    @dataclass(frozen=True)
    class RecordDateScheduled(_rt.Event):
        """Record date `number` falls at `fallsAt`."""

        SIGNATURE: ClassVar[str] = "RecordDateScheduled(uint256,uint40)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "b6e53576ff8fd093a5d005432aa53b6857f33ee03266a846d6c6783a09c8dd81"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        number: int
        fallsAt: int

    @dataclass(frozen=True)
    class SupplyRecorded(_rt.Event):
        """The total supply was preserved for a record date."""

        SIGNATURE: ClassVar[str] = "SupplyRecorded(uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "c6097fe803439c2cdf56c595f86878affcd202a0571e252d6df6b9fa1ec8eaaf"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        number: int
        supply: int

    @dataclass(frozen=True)
    class TokenInfoUpdated(_rt.Event):
        """The issuer's statement changed."""

        SIGNATURE: ClassVar[str] = "TokenInfoUpdated((string,string,string,uint256,bool))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "27a4084c342f91f9c8429befd8646b0e0188fec98bd16019428eeab1475726d5"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        info: _structs.IComplianceAwareToken_TokenInfo

    @dataclass(frozen=True)
    class TokenInformation(_rt.Event):
        """The token's name, symbol, decimals and identity in plain words, which the indexed ones
        of ERC-3643 hide.
        """

        SIGNATURE: ClassVar[str] = "TokenInformation(string,string,uint8,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "cf5d237519ff452a9379600964207acafd487e514199cdf02aab18c3d8d1178b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False, False, False)
        name: str
        symbol: str
        decimals: int
        onchainID: _rt.Address

    @dataclass(frozen=True)
    class TransferAttemptRefused(_rt.Event):
        """`attemptTransfer` was refused; nothing else changed."""

        SIGNATURE: ClassVar[str] = "TransferAttemptRefused(address,address,uint256,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6558cea8f9f7c19ef4b941c0bec7aa69340fce0aefc370e0894cc8c8bed6b821"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        from_: _rt.Address
        to: _rt.Address
        amount: int
        code: int


class IComplianceAwareTokenFunctions(_rt.Functions):
    """Functions of IComplianceAwareToken."""

    def attemptTransfer(self, to: _rt.Address, amount: int) -> _rt.Write[int]:
        """Transfers when the code is zero; otherwise logs `TransferAttemptRefused`, changes
        nothing else and returns the code.

        Solidity: `attemptTransfer(address,uint256)`, nonpayable, selector 0x67bd044d
        """
        return self._write("attemptTransfer(address,uint256)", int, to, amount)

    def detectTransferRestrictionFrom(
        self, spender: _rt.Address, from_: _rt.Address, to: _rt.Address, amount: int
    ) -> _rt.Read[int]:
        """The code with which `transferFrom` by `spender` would be refused now, allowance
        included; 0 when it would pass.

        Solidity: `detectTransferRestrictionFrom(address,address,address,uint256)`, view,
        selector 0xd32c7bb5
        """
        return self._read(
            "detectTransferRestrictionFrom(address,address,address,uint256)",
            int,
            spender,
            from_,
            to,
            amount,
        )

    def forcedTransferWithReason(
        self, from_: _rt.Address, to: _rt.Address, amount: int, reason: int
    ) -> _rt.Write[None]:
        """As ERC-3643's `forcedTransfer`, with the agent's reason in the log.

        Solidity: `forcedTransferWithReason(address,address,uint256,uint8)`, nonpayable,
        selector 0x156bad14
        """
        return self._write(
            "forcedTransferWithReason(address,address,uint256,uint8)",
            type(None),
            from_,
            to,
            amount,
            reason,
        )

    def setAddressFrozenWithReason(
        self, account: _rt.Address, freeze: bool, reason: int
    ) -> _rt.Write[None]:
        """As ERC-3643's `setAddressFrozen`, with the agent's reason in the log.

        Solidity: `setAddressFrozenWithReason(address,bool,uint8)`, nonpayable, selector
        0x3e801c9a
        """
        return self._write(
            "setAddressFrozenWithReason(address,bool,uint8)", type(None), account, freeze, reason
        )

    def setFrozenTokensWithReason(
        self, account: _rt.Address, amount: int, reason: int
    ) -> _rt.Write[None]:
        """As ERC-7943's `setFrozenTokens`, with the agent's reason in the log.

        Solidity: `setFrozenTokensWithReason(address,uint256,uint8)`, nonpayable, selector
        0xf242b5ef
        """
        return self._write(
            "setFrozenTokensWithReason(address,uint256,uint8)", type(None), account, amount, reason
        )


class IComplianceAwareToken(_rt.Contract):
    """What ComplianceAwareToken, with `ITokenAdministration`, has beyond ERC-3643, ERC-20,
    ERC-2612, ERC-1404, ERC-1643, ERC-7802 and ERC-7943. Amounts in token units, times in
    Unix seconds, codes from the catalogue of reasons (ERC-1404).
    """

    NAME = "IComplianceAwareToken"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IComplianceAwareTokenEvents.AgentAction,
        IComplianceAwareTokenEvents.BalanceRecorded,
        IComplianceAwareTokenEvents.ExternalModulesChanged,
        IComplianceAwareTokenEvents.PermitUsed,
        IComplianceAwareTokenEvents.RecordDateScheduled,
        IComplianceAwareTokenEvents.SupplyRecorded,
        IComplianceAwareTokenEvents.TokenInfoUpdated,
        IComplianceAwareTokenEvents.TokenInformation,
        IComplianceAwareTokenEvents.TransferAttemptRefused,
    )
    structs: TypeAlias = IComplianceAwareTokenStructs
    errors: TypeAlias = IComplianceAwareTokenErrors
    events: TypeAlias = IComplianceAwareTokenEvents

    @cached_property
    def functions(self) -> IComplianceAwareTokenFunctions:
        """What the contract can be asked and told."""
        return IComplianceAwareTokenFunctions(self.contract, self.ERRORS)
