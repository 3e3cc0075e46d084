"""ComplianceAwareToken and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ComplianceAwareTokenStructs:
    """Structs of ComplianceAwareToken."""

    Setup: TypeAlias = _structs.IComplianceAwareToken_Setup
    TokenInfo: TypeAlias = _structs.IComplianceAwareToken_TokenInfo
    Terms: TypeAlias = _structs.ITradeTerms_Terms


class ComplianceAwareTokenErrors:
    """Errors of ComplianceAwareToken."""

    AccessManagedInvalidAuthority: TypeAlias = _errors.AccessManagedInvalidAuthority
    AccessManagedRequiredDelay: TypeAlias = _errors.AccessManagedRequiredDelay
    AccessManagedUnauthorized: TypeAlias = _errors.AccessManagedUnauthorized
    AddressEmptyCode: TypeAlias = _errors.AddressEmptyCode
    AllowanceTooLow: TypeAlias = _errors.AllowanceTooLow
    AlreadyAgent: TypeAlias = _errors.AlreadyAgent
    AmountTooLarge: TypeAlias = _errors.AmountTooLarge_uint256_uint256
    AuthorityWithoutCode: TypeAlias = _errors.AuthorityWithoutCode
    BalanceTooLow: TypeAlias = _errors.BalanceTooLow
    ComplianceNotBound: TypeAlias = _errors.ComplianceNotBound
    DecimalsTooLarge: TypeAlias = _errors.DecimalsTooLarge_uint8
    ECDSAInvalidSignature: TypeAlias = _errors.ECDSAInvalidSignature
    ECDSAInvalidSignatureLength: TypeAlias = _errors.ECDSAInvalidSignatureLength
    ECDSAInvalidSignatureS: TypeAlias = _errors.ECDSAInvalidSignatureS
    ERC1967InvalidImplementation: TypeAlias = _errors.ERC1967InvalidImplementation
    ERC1967NonPayable: TypeAlias = _errors.ERC1967NonPayable
    ERC7943CannotReceive: TypeAlias = _errors.ERC7943CannotReceive
    ERC7943CannotSend: TypeAlias = _errors.ERC7943CannotSend
    ERC7943CannotTransfer: TypeAlias = _errors.ERC7943CannotTransfer
    ERC7943InsufficientUnfrozenBalance: TypeAlias = _errors.ERC7943InsufficientUnfrozenBalance
    EmptyString: TypeAlias = _errors.EmptyString
    EnforcedPause: TypeAlias = _errors.EnforcedPause
    ExpectedPause: TypeAlias = _errors.ExpectedPause
    FailedCall: TypeAlias = _errors.FailedCall
    FeeAboveLimit: TypeAlias = _errors.FeeAboveLimit
    FeeContractWithoutCode: TypeAlias = _errors.FeeContractWithoutCode
    FeeInSecurity: TypeAlias = _errors.FeeInSecurity_void
    FeeNotReceived: TypeAlias = _errors.FeeNotReceived
    FeeStructureFailed: TypeAlias = _errors.FeeStructureFailed
    FeesNotCollected: TypeAlias = _errors.FeesNotCollected
    FreezeExceedsBalance: TypeAlias = _errors.FreezeExceedsBalance
    InvalidDocument: TypeAlias = _errors.InvalidDocument
    InvalidInitialization: TypeAlias = _errors.InvalidInitialization
    InvalidRecordDate: TypeAlias = _errors.InvalidRecordDate
    LengthMismatch: TypeAlias = _errors.LengthMismatch
    LocalRoleForNobody: TypeAlias = _errors.LocalRoleForNobody
    LocalRoleMissing: TypeAlias = _errors.LocalRoleMissing
    NoSuchCurrency: TypeAlias = _errors.NoSuchCurrency
    NotAgent: TypeAlias = _errors.NotAgent
    NotAnEngine: TypeAlias = _errors.NotAnEngine
    NotInitializing: TypeAlias = _errors.NotInitializing
    NotTheFeeStructure: TypeAlias = _errors.NotTheFeeStructure
    NothingToRecover: TypeAlias = _errors.NothingToRecover
    OwnershipFollowsAuthority: TypeAlias = _errors.OwnershipFollowsAuthority
    PermitExpired: TypeAlias = _errors.PermitExpired
    PermitSignerMismatch: TypeAlias = _errors.PermitSignerMismatch
    RecoveryRefused: TypeAlias = _errors.RecoveryRefused
    SafeERC20FailedOperation: TypeAlias = _errors.SafeERC20FailedOperation
    SelfForcedTransfer: TypeAlias = _errors.SelfForcedTransfer
    TransferRefused: TypeAlias = _errors.TransferRefused
    UUPSUnauthorizedCallContext: TypeAlias = _errors.UUPSUnauthorizedCallContext
    UUPSUnsupportedProxiableUUID: TypeAlias = _errors.UUPSUnsupportedProxiableUUID
    UnfreezeExceedsFrozen: TypeAlias = _errors.UnfreezeExceedsFrozen
    UnknownRecordDate: TypeAlias = _errors.UnknownRecordDate
    UpgradeOutsideManager: TypeAlias = _errors.UpgradeOutsideManager
    ZeroAddress: TypeAlias = _errors.ZeroAddress


class ComplianceAwareTokenEvents:
    """Events of ComplianceAwareToken."""

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
    class AgentAdded(_rt.Event):
        """`agent` may act from now on."""

        SIGNATURE: ClassVar[str] = "AgentAdded(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f68e73cec97f2d70aa641fb26e87a4383686e2efacb648f2165aeb02ac562ec5"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        agent: _rt.Address

    @dataclass(frozen=True)
    class AgentRemoved(_rt.Event):
        """`agent` may no longer act."""

        SIGNATURE: ClassVar[str] = "AgentRemoved(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ed9c8ad8d5a0a66898ea49d2956929c93ae2e8bd50281b2ed897c5d1a6737e0b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        agent: _rt.Address

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
    class AuthorityUpdated(_rt.Event):
        """Authority that manages this contract was updated."""

        SIGNATURE: ClassVar[str] = "AuthorityUpdated(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        authority: _rt.Address

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
    class ComplianceAdded(_rt.Event):
        """The token now asks this compliance contract."""

        SIGNATURE: ClassVar[str] = "ComplianceAdded(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7f3a888862559648ec01d97deb7b5012bff86dc91e654a1de397170db40e35b6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        compliance: _rt.Address

    @dataclass(frozen=True)
    class CrosschainBurn(_rt.Event):
        """Emitted when a crosschain transfer burns tokens.

        Arguments: `amount` Amount of tokens burned.; `from` Address of the account tokens are
        being burned from.; `sender` Address of the caller (msg.sender) who invoked
        crosschainBurn.
        """

        SIGNATURE: ClassVar[str] = "CrosschainBurn(address,uint256,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "b90795a66650155983e242cac3e1ac1a4dc26f8ed2987f3ce416a34e00111fd4"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, True)
        from_: _rt.Address
        amount: int
        sender: _rt.Address

    @dataclass(frozen=True)
    class CrosschainMint(_rt.Event):
        """Emitted when a crosschain transfer mints tokens.

        Arguments: `amount` Amount of tokens minted.; `sender` Address of the caller
        (msg.sender) who invoked crosschainMint.; `to` Address of the account tokens are being
        minted for.
        """

        SIGNATURE: ClassVar[str] = "CrosschainMint(address,uint256,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "de22baff038e3a3e08407cbdf617deed74e869a7ba517df611e33131c6e6ea04"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, True)
        to: _rt.Address
        amount: int
        sender: _rt.Address

    @dataclass(frozen=True)
    class DocumentRemoved(_rt.Event):
        """A document was detached."""

        SIGNATURE: ClassVar[str] = "DocumentRemoved(bytes32,string,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3d9bba27d3e360d8c80645beed7e991454a8271bf6f269a24f7782be0f0d0654"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        name: bytes
        uri: str
        documentHash: bytes

    @dataclass(frozen=True)
    class DocumentUpdated(_rt.Event):
        """A document was attached or replaced."""

        SIGNATURE: ClassVar[str] = "DocumentUpdated(bytes32,string,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "b4c22d60cd550a815744f04e3ff5278bf19684565ee00e2b084041b6024bd6f6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        name: bytes
        uri: str
        documentHash: bytes

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
    class FeeCollected(_rt.Event):
        """A fee was taken from an agent's account."""

        SIGNATURE: ClassVar[str] = "FeeCollected(address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f228de527fc1b9843baac03b9a04565473a263375950e63435d4138464386f46"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        asset: _rt.Address
        payer: _rt.Address
        amount: int

    @dataclass(frozen=True)
    class FeeStructureSet(_rt.Event):
        """The contract that prices and charges was replaced; zero switches fees off."""

        SIGNATURE: ClassVar[str] = "FeeStructureSet(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "b10dfe1d446c4f7b101ca5604c419edeaad8c09682949c8bfa7dae2c3f382323"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        feeStructure: _rt.Address

    @dataclass(frozen=True)
    class FeesAgreed(_rt.Event):
        """An agent agreed to fees of at most this share of what it sells for."""

        SIGNATURE: ClassVar[str] = "FeesAgreed(address,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2957b0a4f07d833b31cdc94088950d04e7cafafc3a21ef4bd9959fd83106b12e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        account: _rt.Address
        mostBps: int

    @dataclass(frozen=True)
    class FeesPaid(_rt.Event):
        """Collected fees went to the fee structure."""

        SIGNATURE: ClassVar[str] = "FeesPaid(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6a41f86b2a18fe00e10a9bd078e790ae82c2627a6f940166bddc2db475194a5f"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        asset: _rt.Address
        amount: int

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
    class Initialized(_rt.Event):
        """Triggered when the contract has been initialized or reinitialized."""

        SIGNATURE: ClassVar[str] = "Initialized(uint64)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "c7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d2"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        version: int

    @dataclass(frozen=True)
    class LocalRoleGranted(_rt.Event):
        """The account now holds the role."""

        SIGNATURE: ClassVar[str] = "LocalRoleGranted(uint8,address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f2c303984ba44aae8944e1177c3fedb3d50cbf181f6af53175069ff44bf9a530"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True)
        role: int
        account: _rt.Address
        by: _rt.Address

    @dataclass(frozen=True)
    class LocalRoleRevoked(_rt.Event):
        """The account no longer holds the role."""

        SIGNATURE: ClassVar[str] = "LocalRoleRevoked(uint8,address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "35d8b076837c616a7ba185a25fdc9c14586333f749d68b77aabbabbfdc87b8c7"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True)
        role: int
        account: _rt.Address
        by: _rt.Address

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
    class SaleAssetSet(_rt.Event):
        """Fees on sales in a currency are taken in this asset; zero takes none."""

        SIGNATURE: ClassVar[str] = "SaleAssetSet(uint8,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "e8d348e7d41431b526835b8603a9ddfe36837c390d6fe80c7048ee5efb03079e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        currency: int
        asset: _rt.Address

    @dataclass(frozen=True)
    class SaleNotCharged(_rt.Event):
        """The fee structure refused to charge; the sale went on without a fee.

        Arguments: `amount` the consideration, in units of the asset; `reason` selector of the
        fee structure's error
        """

        SIGNATURE: ClassVar[str] = "SaleNotCharged(address,address,uint256,bytes4)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "db8c74762300ecab2f56699855279705eae0860901bc8947d455b1bf5822b752"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        asset: _rt.Address
        payer: _rt.Address
        amount: int
        reason: bytes

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

    @dataclass(frozen=True)
    class Upgraded(_rt.Event):
        """Emitted when the implementation is upgraded."""

        SIGNATURE: ClassVar[str] = "Upgraded(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "bc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        implementation: _rt.Address


class ComplianceAwareTokenFunctions(_rt.Functions):
    """Functions of ComplianceAwareToken."""

    def DOMAIN_SEPARATOR(self) -> _rt.Read[bytes]:
        """The EIP-712 domain of this token, as `IERC20Permit` asks.

        Solidity: `DOMAIN_SEPARATOR()`, view, selector 0x3644e515
        """
        return self._read("DOMAIN_SEPARATOR()", bytes)

    def EXTENSION(self) -> _rt.Read[_rt.Address]:
        """The implementation of everything that does not move tokens.

        Solidity: `EXTENSION()`, view, selector 0x46f13619
        """
        return self._read("EXTENSION()", _rt.Address)

    def UPGRADE_INTERFACE_VERSION(self) -> _rt.Read[str]:
        """`UPGRADE_INTERFACE_VERSION`.

        Solidity: `UPGRADE_INTERFACE_VERSION()`, view, selector 0xad3cb1cc
        """
        return self._read("UPGRADE_INTERFACE_VERSION()", str)

    def addAgent(self, agent: _rt.Address) -> _rt.Write[None]:
        """Makes an account an agent; owner only. Reverts with `AlreadyAgent` or
        `LocalRoleForNobody`.

        Solidity: `addAgent(address)`, nonpayable, selector 0x84e79842
        """
        return self._write("addAgent(address)", type(None), agent)

    def agreeToFees(self, mostBps: int) -> _rt.Write[None]:
        """Agrees, for the caller, to fees of at most a share of what it sells for, in basis
        points.

        Solidity: `agreeToFees(uint16)`, nonpayable, selector 0x9e3f1094
        """
        return self._write("agreeToFees(uint16)", type(None), mostBps)

    def agreedFees(self, account: _rt.Address) -> _rt.Read[int]:
        """Most that an account has agreed to pay in fees, in basis points.

        Solidity: `agreedFees(address)`, view, selector 0x87c22c15
        """
        return self._read("agreedFees(address)", int, account)

    def allowance(self, owner_: _rt.Address, spender: _rt.Address) -> _rt.Read[int]:
        """Returns the remaining number of tokens that `spender` will be allowed to spend on behalf
        of `owner` through {transferFrom}. This is zero by default. This value changes when
        {approve} or {transferFrom} are called.

        Solidity: `allowance(address,address)`, view, selector 0xdd62ed3e
        """
        return self._read("allowance(address,address)", int, owner_, spender)

    def approve(self, spender: _rt.Address, amount: int) -> _rt.Write[bool]:
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
        return self._write("approve(address,uint256)", bool, spender, amount)

    def attemptTransfer(self, to: _rt.Address, amount: int) -> _rt.Write[int]:
        """Transfers when the code is zero; otherwise logs `TransferAttemptRefused`, changes
        nothing else and returns the code.

        Solidity: `attemptTransfer(address,uint256)`, nonpayable, selector 0x67bd044d
        """
        return self._write("attemptTransfer(address,uint256)", int, to, amount)

    def authority(self) -> _rt.Read[_rt.Address]:
        """Returns the current authority.

        Solidity: `authority()`, view, selector 0xbf7e214f
        """
        return self._read("authority()", _rt.Address)

    def balanceOf(self, account: _rt.Address) -> _rt.Read[int]:
        """Returns the value of tokens owned by `account`.

        Solidity: `balanceOf(address)`, view, selector 0x70a08231
        """
        return self._read("balanceOf(address)", int, account)

    def balanceOfAt(self, holder: _rt.Address, number: int) -> _rt.Read[int]:
        """What a wallet held when a record date fell; the present balance while it is still to
        come. Reverts with `UnknownRecordDate`.

        Solidity: `balanceOfAt(address,uint256)`, view, selector 0x4ee2cd7e
        """
        return self._read("balanceOfAt(address,uint256)", int, holder, number)

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

    def batchMintUnderTerms(
        self,
        toList: _rt.Sequence[_rt.Address],
        amounts: _rt.Sequence[int],
        terms: _rt.Sequence[_structs.ITradeTerms_Terms],
    ) -> _rt.Write[None]:
        """Several mints, each under its own terms, all or none; agent only. Reverts with
        `LengthMismatch`.

        Solidity:
        `batchMintUnderTerms(address[],uint256[],(uint128,uint8,uint24,uint8,uint32)[])`,
        nonpayable, selector 0xcf525a79
        """
        return self._write(
            "batchMintUnderTerms(address[],uint256[],(uint128,uint8,uint24,uint8,uint32)[])",
            type(None),
            toList,
            amounts,
            terms,
        )

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

    def burnLeaving(
        self, from_: _rt.Address, amount: int
    ) -> _rt.Write[tuple[_rt.Address, list[int]]]:
        """Burns as `crosschainBurn`, and says whose units left and which lots. Local role BRIDGE.

        Reverts with `LocalRoleMissing`, `TransferRefused`.

        Returns: `_0` identity with which `from` is registered; zero when it is not; `_1` lots
        that left, those of the investor behind a custodian; empty where the engine keeps none

        Solidity: `burnLeaving(address,uint256)`, nonpayable, selector 0x0b9f8417
        """
        return self._write(
            "burnLeaving(address,uint256)", tuple[_rt.Address, list[int]], from_, amount
        )

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

    def collectedFees(self, asset: _rt.Address) -> _rt.Read[int]:
        """Fees of an asset that are collected and not paid out.

        Solidity: `collectedFees(address)`, view, selector 0x1cead9a7
        """
        return self._read("collectedFees(address)", int, asset)

    def compliance(self) -> _rt.Read[_rt.Address]:
        """The compliance contract that the token asks, one per token.

        Solidity: `compliance()`, view, selector 0x6290865d
        """
        return self._read("compliance()", _rt.Address)

    def complianceModule(self) -> _rt.Read[_rt.Address]:
        """The compliance contract, by the name that SPEC-level integrations use; equals
        `compliance()`.

        Solidity: `complianceModule()`, view, selector 0xc1ac79ae
        """
        return self._read("complianceModule()", _rt.Address)

    def crosschainBurn(self, from_: _rt.Address, amount: int) -> _rt.Write[None]:
        """Burn tokens through a crosschain transfer.

        Arguments: `_amount` Amount of tokens to burn.; `_from` Address to burn tokens from.

        Solidity: `crosschainBurn(address,uint256)`, nonpayable, selector 0x2b8c49e3
        """
        return self._write("crosschainBurn(address,uint256)", type(None), from_, amount)

    def crosschainMint(self, to: _rt.Address, amount: int) -> _rt.Write[None]:
        """Mint tokens through a crosschain transfer.

        Arguments: `_amount` Amount of tokens to mint.; `_to` Address to mint tokens to.

        Solidity: `crosschainMint(address,uint256)`, nonpayable, selector 0x18bf5077
        """
        return self._write("crosschainMint(address,uint256)", type(None), to, amount)

    def decimals(self) -> _rt.Read[int]:
        """Decimal places of one token, at most 18.

        Solidity: `decimals()`, view, selector 0x313ce567
        """
        return self._read("decimals()", int)

    def decreaseAllowance(self, spender: _rt.Address, subtractedValue: int) -> _rt.Write[bool]:
        """Lowers an allowance, as T-REX's token does. Reverts with `AllowanceTooLow`.

        Solidity: `decreaseAllowance(address,uint256)`, nonpayable, selector 0xa457c2d7
        """
        return self._write("decreaseAllowance(address,uint256)", bool, spender, subtractedValue)

    def detectTransferRestriction(
        self, from_: _rt.Address, to: _rt.Address, value: int
    ) -> _rt.Read[int]:
        """The code with which `transfer(to, value)` sent by `from` would be refused now; 0 when it
        would pass.

        Arguments: `value` amount in token units

        Solidity: `detectTransferRestriction(address,address,uint256)`, view, selector
        0xd4ce1415
        """
        return self._read(
            "detectTransferRestriction(address,address,uint256)", int, from_, to, value
        )

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

    def feeStructure(self) -> _rt.Read[_rt.Address]:
        """The contract that prices and charges; zero while fees are off.

        Solidity: `feeStructure()`, view, selector 0x528d8711
        """
        return self._read("feeStructure()", _rt.Address)

    def forcedTransfer(self, from_: _rt.Address, to: _rt.Address, amount: int) -> _rt.Write[bool]:
        """Moves tokens by authority; agent only, the recipient must be verified, rules are not
        asked.

        Returns: `_0` always true; failure reverts

        Solidity: `forcedTransfer(address,address,uint256)`, nonpayable, selector 0x9fc1d0e7
        """
        return self._write("forcedTransfer(address,address,uint256)", bool, from_, to, amount)

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

    def freezePartialTokens(self, userAddress: _rt.Address, amount: int) -> _rt.Write[None]:
        """Freezes `amount` more; agent only. Reverts with `FreezeExceedsBalance` above the
        unfrozen balance.

        Solidity: `freezePartialTokens(address,uint256)`, nonpayable, selector 0x125c4a33
        """
        return self._write("freezePartialTokens(address,uint256)", type(None), userAddress, amount)

    def getAllDocuments(self) -> _rt.Read[list[bytes]]:
        """The names of all documents, in no particular order.

        Solidity: `getAllDocuments()`, view, selector 0x9fa5f50b
        """
        return self._read("getAllDocuments()", list[bytes])

    def getDocument(self, documentName: bytes) -> _rt.Read[tuple[str, bytes, int]]:
        """A document's address, hash, and the second at which it was last changed; zeros when
        there is none.

        Solidity: `getDocument(bytes32)`, view, selector 0xb10d6b41
        """
        return self._read("getDocument(bytes32)", tuple[str, bytes, int], documentName)

    def getFrozenTokens(self, userAddress: _rt.Address) -> _rt.Read[int]:
        """The frozen part of a holding, which may exceed the balance.

        Solidity: `getFrozenTokens(address)`, view, selector 0x158b1a57
        """
        return self._read("getFrozenTokens(address)", int, userAddress)

    def grantLocalRole(self, role: int, account: _rt.Address) -> _rt.Write[None]:
        """Grants a local role; ERC-3643's agents are announced as that standard says too.

        Solidity: `grantLocalRole(uint8,address)`, nonpayable, selector 0x8edec932
        """
        return self._write("grantLocalRole(uint8,address)", type(None), role, account)

    def hasLocalRole(self, role: int, account: _rt.Address) -> _rt.Read[bool]:
        """Whether the account holds the role.

        Solidity: `hasLocalRole(uint8,address)`, view, selector 0x7592929b
        """
        return self._read("hasLocalRole(uint8,address)", bool, role, account)

    def identityRegistry(self) -> _rt.Read[_rt.Address]:
        """The registry of verified investors that the token asks.

        Solidity: `identityRegistry()`, view, selector 0x134e18f4
        """
        return self._read("identityRegistry()", _rt.Address)

    def increaseAllowance(self, spender: _rt.Address, addedValue: int) -> _rt.Write[bool]:
        """Raises an allowance, as T-REX's token does.

        Solidity: `increaseAllowance(address,uint256)`, nonpayable, selector 0x39509351
        """
        return self._write("increaseAllowance(address,uint256)", bool, spender, addedValue)

    def initialize(
        self,
        authority_: _rt.Address,
        setup: _structs.IComplianceAwareToken_Setup,
        info: _structs.IComplianceAwareToken_TokenInfo,
    ) -> _rt.Write[None]:
        """Sets the token up, paused as ERC-3643 asks; once, in the transaction that creates it.
        Reverts with `ZeroAddress`, `EmptyString`, `DecimalsTooLarge`, `NotAnEngine` or
        `ComplianceNotBound`.

        Arguments: `authority` the chain's access manager; `info` what the issuer states of the
        security; `setup` name, symbol and the contracts that the token asks

        Solidity:
        `initialize(address,(address,address,address,string,string,uint8),(string,string,string,uint256,bool))`,
        nonpayable, selector 0x15d18fdb
        """
        return self._write(
            "initialize(address,(address,address,address,string,string,uint8),(string,string,string,uint256,bool))",
            type(None),
            authority_,
            setup,
            info,
        )

    def isAgent(self, agent: _rt.Address) -> _rt.Read[bool]:
        """Whether an account is an agent.

        Solidity: `isAgent(address)`, view, selector 0x1ffbb064
        """
        return self._read("isAgent(address)", bool, agent)

    def isConsumingScheduledOp(self) -> _rt.Read[bytes]:
        """Returns true only in the context of a delayed restricted call, at the moment that the
        scheduled operation is being consumed. Prevents denial of service for delayed restricted
        calls in the case that the contract performs attacker controlled calls.

        Solidity: `isConsumingScheduledOp()`, view, selector 0x8fb36037
        """
        return self._read("isConsumingScheduledOp()", bytes)

    def isFrozen(self, userAddress: _rt.Address) -> _rt.Read[bool]:
        """Whether a wallet is frozen as a whole.

        Solidity: `isFrozen(address)`, view, selector 0xe5839836
        """
        return self._read("isFrozen(address)", bool, userAddress)

    def localRolesOf(self, account: _rt.Address) -> _rt.Read[int]:
        """All local roles of an account, one bit each.

        Solidity: `localRolesOf(address)`, view, selector 0x303d086c
        """
        return self._read("localRolesOf(address)", int, account)

    def messageForTransferRestriction(self, code: int) -> _rt.Read[str]:
        """The sentence that belongs to a code.

        Solidity: `messageForTransferRestriction(uint8)`, view, selector 0x7f4ab1dd
        """
        return self._read("messageForTransferRestriction(uint8)", str, code)

    def mint(self, to: _rt.Address, amount: int) -> _rt.Write[None]:
        """Issues tokens to a verified wallet within the rules; agent only.

        Solidity: `mint(address,uint256)`, nonpayable, selector 0x40c10f19
        """
        return self._write("mint(address,uint256)", type(None), to, amount)

    def mintArriving(
        self, identity: _rt.Address, to: _rt.Address, amount: int, lots: _rt.Sequence[int]
    ) -> _rt.Write[None]:
        """Mints as `crosschainMint`, with the lots that come along. Local role BRIDGE.

        Without lots they are those announced for this arrival (`ILots.announceArrival`), or one
        acquired today. Reverts with `LocalRoleMissing`, `TransferRefused`, and `LotsNotKept`,
        `LotMalformed`, `LotsNotTheAmount`.

        Arguments: `identity` identity that had the units on the other chain; where it is not
        the recipient's the lots are sold to it, and the rules on sales run

        Solidity: `mintArriving(address,address,uint256,uint256[])`, nonpayable, selector
        0x1bad240a
        """
        return self._write(
            "mintArriving(address,address,uint256,uint256[])",
            type(None),
            identity,
            to,
            amount,
            lots,
        )

    def mintUnderTerms(
        self, to: _rt.Address, amount: int, terms: _structs.ITradeTerms_Terms
    ) -> _rt.Write[None]:
        """Mints to a verified investor under terms; agent only. Otherwise as `mint`.

        The engine hears the terms just before the movement, and they end with it. The agent
        pays the fee on the consideration, where there is one: see `ITokenFees`.

        Solidity: `mintUnderTerms(address,uint256,(uint128,uint8,uint24,uint8,uint32))`,
        nonpayable, selector 0xc7296e22
        """
        return self._write(
            "mintUnderTerms(address,uint256,(uint128,uint8,uint24,uint8,uint32))",
            type(None),
            to,
            amount,
            terms,
        )

    def name(self) -> _rt.Read[str]:
        """The token's name.

        Solidity: `name()`, view, selector 0x06fdde03
        """
        return self._read("name()", str)

    def nonces(self, owner_: _rt.Address) -> _rt.Read[int]:
        """Returns the current nonce for `owner`. This value must be included whenever a signature
        is generated for {permit}. Every successful call to {permit} increases ``owner``'s nonce
        by one. This prevents a signature from being used multiple times.

        Solidity: `nonces(address)`, view, selector 0x7ecebe00
        """
        return self._read("nonces(address)", int, owner_)

    def onchainID(self) -> _rt.Read[_rt.Address]:
        """The token's own identity; zero when it has none.

        Solidity: `onchainID()`, view, selector 0xaba63705
        """
        return self._read("onchainID()", _rt.Address)

    def owner(self) -> _rt.Read[_rt.Address]:
        """ERC-173's owner: always the chain's access manager.

        Solidity: `owner()`, view, selector 0x8da5cb5b
        """
        return self._read("owner()", _rt.Address)

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

    def payFees(self, asset: _rt.Address, to: _rt.Address, amount: int) -> _rt.Write[None]:
        """Sends collected fees.

        Called by the fee structure alone, within `sweep` or `claimRefund`.

        Arguments: `amount` units of the asset; `asset` what the fees were charged in; `to` who
        is to receive them: the fee structure

        Solidity: `payFees(address,address,uint256)`, nonpayable, selector 0xf24c678b
        """
        return self._write("payFees(address,address,uint256)", type(None), asset, to, amount)

    def permit(
        self,
        owner_: _rt.Address,
        spender: _rt.Address,
        value: int,
        deadline: int,
        v: int,
        r: bytes,
        s: bytes,
    ) -> _rt.Write[None]:
        """Sets `value` as the allowance of `spender` over ``owner``'s tokens, given ``owner``'s
        signed approval. IMPORTANT: The same issues {IERC20-approve} has related to transaction
        ordering also applies here. Emits an {Approval} event. Requirements: - `spender` cannot
        be the zero address. - `deadline` must be a timestamp in the future. - `v`, `r` and `s`
        must be a valid `secp256k1` signature from `owner` over the EIP712-formatted function
        arguments. - the signature must use ``owner``'s current nonce (see {nonces}). For more
        information on the signature format, see the
        https://eips.ethereum.org/EIPS/eip-2612#specification[relevant EIP section]. CAUTION:
        See Security Considerations above.

        Solidity: `permit(address,address,uint256,uint256,uint8,bytes32,bytes32)`, nonpayable,
        selector 0xd505accf
        """
        return self._write(
            "permit(address,address,uint256,uint256,uint8,bytes32,bytes32)",
            type(None),
            owner_,
            spender,
            value,
            deadline,
            v,
            r,
            s,
        )

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

    def recordDate(self, number: int) -> _rt.Read[int]:
        """The second of a record date. Reverts with `UnknownRecordDate`.

        Solidity: `recordDate(uint256)`, view, selector 0xbb888c40
        """
        return self._read("recordDate(uint256)", int, number)

    def recoveryAddress(
        self, lostWallet: _rt.Address, newWallet: _rt.Address, investorOnchainID: _rt.Address
    ) -> _rt.Write[bool]:
        """Moves a whole holding, its freezes and its registration to a new wallet of the same
        identity; agent only.

        Returns: `_0` always true; failure reverts

        Solidity: `recoveryAddress(address,address,address)`, nonpayable, selector 0x9285948a
        """
        return self._write(
            "recoveryAddress(address,address,address)",
            bool,
            lostWallet,
            newWallet,
            investorOnchainID,
        )

    def recoveryAddressWithReason(
        self,
        lostWallet: _rt.Address,
        newWallet: _rt.Address,
        investorOnchainID: _rt.Address,
        reason: int,
    ) -> _rt.Write[bool]:
        """As ERC-3643's `recoveryAddress`, with the agent's reason in the log.

        Solidity: `recoveryAddressWithReason(address,address,address,uint8)`, nonpayable,
        selector 0x1eeb6857
        """
        return self._write(
            "recoveryAddressWithReason(address,address,address,uint8)",
            bool,
            lostWallet,
            newWallet,
            investorOnchainID,
            reason,
        )

    def removeAgent(self, agent: _rt.Address) -> _rt.Write[None]:
        """Takes the role away; owner only. Reverts with `NotAgent`.

        Solidity: `removeAgent(address)`, nonpayable, selector 0x97a6278e
        """
        return self._write("removeAgent(address)", type(None), agent)

    def removeDocument(self, documentName: bytes) -> _rt.Write[None]:
        """Detaches a document.

        Reverts with `InvalidDocument` when no document has that name.

        Solidity: `removeDocument(bytes32)`, nonpayable, selector 0xc3501848
        """
        return self._write("removeDocument(bytes32)", type(None), documentName)

    def renounceOwnership(self) -> _rt.Read[None]:
        """Always reverts with `OwnershipFollowsAuthority`.

        Solidity: `renounceOwnership()`, view, selector 0x715018a6
        """
        return self._read("renounceOwnership()", type(None))

    def revokeLocalRole(self, role: int, account: _rt.Address) -> _rt.Write[None]:
        """Revokes a local role; ERC-3643's agents are announced as that standard says too.

        Solidity: `revokeLocalRole(uint8,address)`, nonpayable, selector 0x855894db
        """
        return self._write("revokeLocalRole(uint8,address)", type(None), role, account)

    def saleAsset(self, currency: int) -> _rt.Read[_rt.Address]:
        """What fees on sales in a currency are taken in; zero where none are.

        Solidity: `saleAsset(uint8)`, view, selector 0x1d37cc67
        """
        return self._read("saleAsset(uint8)", _rt.Address, currency)

    def scheduleRecordDate(self, fallsAt: int) -> _rt.Write[int]:
        """Sets the next record date; agent only. Reverts with `InvalidRecordDate` unless it lies
        in the future, no other is pending and fewer than 255 were set.

        Returns: `number` its number, counted from 1

        Solidity: `scheduleRecordDate(uint40)`, nonpayable, selector 0xc526a719
        """
        return self._write("scheduleRecordDate(uint40)", int, fallsAt)

    def setAddressFrozen(self, userAddress: _rt.Address, freeze: bool) -> _rt.Write[None]:
        """Freezes or releases a wallet as a whole; agent only.

        Solidity: `setAddressFrozen(address,bool)`, nonpayable, selector 0xc69c09cf
        """
        return self._write("setAddressFrozen(address,bool)", type(None), userAddress, freeze)

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

    def setAuthority(self, newAuthority: _rt.Address) -> _rt.Write[None]:
        """Transfers control to a new authority. The caller must be the current authority.

        Solidity: `setAuthority(address)`, nonpayable, selector 0x7a9e5e4b
        """
        return self._write("setAuthority(address)", type(None), newAuthority)

    def setCompliance(self, newCompliance: _rt.Address) -> _rt.Write[None]:
        """Replaces the compliance contract; owner only.

        Solidity: `setCompliance(address)`, nonpayable, selector 0xf8981789
        """
        return self._write("setCompliance(address)", type(None), newCompliance)

    def setDocument(self, documentName: bytes, uri: str, documentHash: bytes) -> _rt.Write[None]:
        """Attaches or replaces a document.

        Reverts with `InvalidDocument` when the name or the uri is empty.

        Arguments: `documentHash` hash of its content, zero when none is pinned

        Solidity: `setDocument(bytes32,string,bytes32)`, nonpayable, selector 0x010648ca
        """
        return self._write(
            "setDocument(bytes32,string,bytes32)", type(None), documentName, uri, documentHash
        )

    def setExternalModules(self, active: bool) -> _rt.Write[None]:
        """Tells the token whether its compliance contract has modules bound.

        Callable by the token's current compliance contract alone; the token reads `hasModules`
        by itself when it is given another one.

        Solidity: `setExternalModules(bool)`, nonpayable, selector 0x6051bbea
        """
        return self._write("setExternalModules(bool)", type(None), active)

    def setFeeStructure(self, feeStructure_: _rt.Address) -> _rt.Write[None]:
        """Replaces the contract that prices and charges. Restricted: FEE_ADMIN.

        Solidity: `setFeeStructure(address)`, nonpayable, selector 0x95ef6d1c
        """
        return self._write("setFeeStructure(address)", type(None), feeStructure_)

    def setFrozenTokens(self, account: _rt.Address, amount: int) -> _rt.Write[bool]:
        """Sets the frozen amount of `account`; it may exceed the balance.

        Returns: `_0` always true; failure reverts

        Solidity: `setFrozenTokens(address,uint256)`, nonpayable, selector 0xebe45cba
        """
        return self._write("setFrozenTokens(address,uint256)", bool, account, amount)

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

    def setSaleAsset(self, currency: int, asset: _rt.Address) -> _rt.Write[None]:
        """Sets what fees on sales in a currency are taken in. Restricted: FEE_ADMIN.

        Reverts with `NoSuchCurrency`, `FeeContractWithoutCode`, `FeeInSecurity`. Worth one of
        the currency's units each: the consideration is taken as that many whole units.

        Arguments: `asset` ERC-20 with decimals; zero to take none; `currency` 0 US, 1 EU, 2 UK,
        3 SG, 4 JP

        Solidity: `setSaleAsset(uint8,address)`, nonpayable, selector 0xd09a9827
        """
        return self._write("setSaleAsset(uint8,address)", type(None), currency, asset)

    def setSymbol(self, newSymbol: str) -> _rt.Write[None]:
        """Changes the symbol; owner only. Reverts with `EmptyString`.

        Solidity: `setSymbol(string)`, nonpayable, selector 0xb84c8246
        """
        return self._write("setSymbol(string)", type(None), newSymbol)

    def setTokenInfo(self, info: _structs.IComplianceAwareToken_TokenInfo) -> _rt.Write[None]:
        """Replaces the issuer's statement; owner only.

        Solidity: `setTokenInfo((string,string,string,uint256,bool))`, nonpayable, selector
        0xa8af0333
        """
        return self._write("setTokenInfo((string,string,string,uint256,bool))", type(None), info)

    def supportsInterface(self, interfaceId: bytes) -> _rt.Read[bool]:
        """Returns true if this contract implements the interface defined by `interfaceId`. See the
        corresponding https://eips.ethereum.org/EIPS/eip-165#how-interfaces-are-identified[ERC
        section] to learn more about how these ids are created. This function call must use less
        than 30 000 gas.

        Solidity: `supportsInterface(bytes4)`, pure, selector 0x01ffc9a7
        """
        return self._read("supportsInterface(bytes4)", bool, interfaceId)

    def symbol(self) -> _rt.Read[str]:
        """The token's symbol.

        Solidity: `symbol()`, view, selector 0x95d89b41
        """
        return self._read("symbol()", str)

    def tokenInfo(self) -> _rt.Read[_structs.IComplianceAwareToken_TokenInfo]:
        """What the issuer states of the security.

        Solidity: `tokenInfo()`, view, selector 0x6addb663
        """
        return self._read("tokenInfo()", _structs.IComplianceAwareToken_TokenInfo)

    def totalSupply(self) -> _rt.Read[int]:
        """Returns the value of tokens in existence.

        Solidity: `totalSupply()`, view, selector 0x18160ddd
        """
        return self._read("totalSupply()", int)

    def totalSupplyAt(self, number: int) -> _rt.Read[int]:
        """The total supply when a record date fell. Reverts with `UnknownRecordDate`.

        Solidity: `totalSupplyAt(uint256)`, view, selector 0x981b24d0
        """
        return self._read("totalSupplyAt(uint256)", int, number)

    def transfer(self, to: _rt.Address, amount: int) -> _rt.Write[bool]:
        """Moves a `value` amount of tokens from the caller's account to `to`. Returns a boolean
        value indicating whether the operation succeeded. Emits a {Transfer} event.

        Solidity: `transfer(address,uint256)`, nonpayable, selector 0xa9059cbb
        """
        return self._write("transfer(address,uint256)", bool, to, amount)

    def transferFrom(self, from_: _rt.Address, to: _rt.Address, amount: int) -> _rt.Write[bool]:
        """Moves a `value` amount of tokens from `from` to `to` using the allowance mechanism.
        `value` is then deducted from the caller's allowance. Returns a boolean value indicating
        whether the operation succeeded. Emits a {Transfer} event.

        Solidity: `transferFrom(address,address,uint256)`, nonpayable, selector 0x23b872dd
        """
        return self._write("transferFrom(address,address,uint256)", bool, from_, to, amount)

    def transferOwnership(self, arg0: _rt.Address) -> _rt.Read[None]:
        """Always reverts with `OwnershipFollowsAuthority`: only an upgrade can change the manager.

        Solidity: `transferOwnership(address)`, view, selector 0xf2fde38b
        """
        return self._read("transferOwnership(address)", type(None), arg0)

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

    def upgradeToAndCall(self, newImplementation: _rt.Address, data: bytes) -> _rt.Write[None]:
        """Upgrade the implementation of the proxy to `newImplementation`, and subsequently execute
        the function call encoded in `data`. Calls {_authorizeUpgrade}. Emits an {Upgraded}
        event.

        Solidity: `upgradeToAndCall(address,bytes)`, payable, selector 0x4f1ef286
        """
        return self._write("upgradeToAndCall(address,bytes)", type(None), newImplementation, data)

    def version(self) -> _rt.Read[str]:
        """The version of the token's code.

        Solidity: `version()`, pure, selector 0x54fd4d50
        """
        return self._read("version()", str)


class ComplianceAwareToken(_rt.Contract):
    """An ERC-3643 security token that explains every decision. This implementation holds what
    moves tokens; the rest is `ComplianceAwareTokenExtension`, which the fallback reaches at
    the same address. Each part of the surface is a file in `parts`; `TokenCore` holds the
    movements that they share.
    """

    NAME = "ComplianceAwareToken"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ComplianceAwareTokenEvents.AddressFrozen,
        ComplianceAwareTokenEvents.AgentAction,
        ComplianceAwareTokenEvents.AgentAdded,
        ComplianceAwareTokenEvents.AgentRemoved,
        ComplianceAwareTokenEvents.Approval,
        ComplianceAwareTokenEvents.AuthorityUpdated,
        ComplianceAwareTokenEvents.BalanceRecorded,
        ComplianceAwareTokenEvents.ComplianceAdded,
        ComplianceAwareTokenEvents.CrosschainBurn,
        ComplianceAwareTokenEvents.CrosschainMint,
        ComplianceAwareTokenEvents.DocumentRemoved,
        ComplianceAwareTokenEvents.DocumentUpdated,
        ComplianceAwareTokenEvents.ExternalModulesChanged,
        ComplianceAwareTokenEvents.FeeCollected,
        ComplianceAwareTokenEvents.FeeStructureSet,
        ComplianceAwareTokenEvents.FeesAgreed,
        ComplianceAwareTokenEvents.FeesPaid,
        ComplianceAwareTokenEvents.ForcedTransfer,
        ComplianceAwareTokenEvents.Frozen,
        ComplianceAwareTokenEvents.IdentityRegistryAdded,
        ComplianceAwareTokenEvents.Initialized,
        ComplianceAwareTokenEvents.LocalRoleGranted,
        ComplianceAwareTokenEvents.LocalRoleRevoked,
        ComplianceAwareTokenEvents.Paused,
        ComplianceAwareTokenEvents.PermitUsed,
        ComplianceAwareTokenEvents.RecordDateScheduled,
        ComplianceAwareTokenEvents.RecoverySuccess,
        ComplianceAwareTokenEvents.SaleAssetSet,
        ComplianceAwareTokenEvents.SaleNotCharged,
        ComplianceAwareTokenEvents.SupplyRecorded,
        ComplianceAwareTokenEvents.TokenInfoUpdated,
        ComplianceAwareTokenEvents.TokenInformation,
        ComplianceAwareTokenEvents.TokensFrozen,
        ComplianceAwareTokenEvents.TokensUnfrozen,
        ComplianceAwareTokenEvents.Transfer,
        ComplianceAwareTokenEvents.TransferAttemptRefused,
        ComplianceAwareTokenEvents.Unpaused,
        ComplianceAwareTokenEvents.UpdatedTokenInformation,
        ComplianceAwareTokenEvents.Upgraded,
    )
    structs: TypeAlias = ComplianceAwareTokenStructs
    errors: TypeAlias = ComplianceAwareTokenErrors
    events: TypeAlias = ComplianceAwareTokenEvents

    @cached_property
    def functions(self) -> ComplianceAwareTokenFunctions:
        """What the contract can be asked and told."""
        return ComplianceAwareTokenFunctions(self.contract, self.ERRORS)
