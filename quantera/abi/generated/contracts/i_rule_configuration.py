"""IRuleConfiguration and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IRuleConfigurationStructs:
    """Structs of IRuleConfiguration."""

    AllotmentChange: TypeAlias = _structs.IRuleConfiguration_AllotmentChange
    CountScope: TypeAlias = _structs.IRuleConfiguration_CountScope
    HolderCap: TypeAlias = _structs.IRuleConfiguration_HolderCap
    Hours: TypeAlias = _structs.IRuleConfiguration_Hours
    PackLimit: TypeAlias = _structs.IRuleConfiguration_PackLimit
    RuleSettings: TypeAlias = _structs.IRuleConfiguration_RuleSettings


class IRuleConfigurationErrors:
    """Errors of IRuleConfiguration."""

    AllotmentInUse: TypeAlias = _errors.AllotmentInUse
    AllotmentOutOfRange: TypeAlias = _errors.AllotmentOutOfRange
    ApprovalPeriodInvalid: TypeAlias = _errors.ApprovalPeriodInvalid
    ApprovalUnknown: TypeAlias = _errors.ApprovalUnknown
    CountInUse: TypeAlias = _errors.CountInUse
    CountIncomplete: TypeAlias = _errors.CountIncomplete
    CountNeeded: TypeAlias = _errors.CountNeeded
    CountRunning: TypeAlias = _errors.CountRunning
    HoldingsRefused: TypeAlias = _errors.HoldingsRefused
    LimitNotMovable: TypeAlias = _errors.LimitNotMovable
    LimitUnknown: TypeAlias = _errors.LimitUnknown
    MessageAlreadyReceived: TypeAlias = _errors.MessageAlreadyReceived
    NoCountRunning: TypeAlias = _errors.NoCountRunning
    NotTighter: TypeAlias = _errors.NotTighter_uint8
    NotTokenAgent: TypeAlias = _errors.NotTokenAgent
    NothingToMove: TypeAlias = _errors.NothingToMove
    PacksRemoved: TypeAlias = _errors.PacksRemoved
    ParameterOutOfRange: TypeAlias = _errors.ParameterOutOfRange_uint8_uint256
    PositionsNotKept: TypeAlias = _errors.PositionsNotKept
    TokenAlreadyRegistered: TypeAlias = _errors.TokenAlreadyRegistered
    TokenNotPaused: TypeAlias = _errors.TokenNotPaused
    TokenWithoutCode: TypeAlias = _errors.TokenWithoutCode
    UnknownPacks: TypeAlias = _errors.UnknownPacks
    UnknownRules: TypeAlias = _errors.UnknownRules
    WalletNotRegistered: TypeAlias = _errors.WalletNotRegistered


class IRuleConfigurationEvents:
    """Events of IRuleConfiguration."""

    @dataclass(frozen=True)
    class AllotmentChanged(_rt.Event):
        """This chain's allotment of a limit is now `allotment`."""

        SIGNATURE: ClassVar[str] = "AllotmentChanged(address,uint8,uint256,uint256,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "40a81fae568400071434ebf45a60f5a0acd4b1d97fdc444d99472e1f2eb51f15"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        token: _rt.Address
        limit: int
        key: int
        allotment: int
        messageId: bytes

    @dataclass(frozen=True)
    class ApprovalRevoked(_rt.Event):
        """An approval was withdrawn before it was used."""

        SIGNATURE: ClassVar[str] = "ApprovalRevoked(address,address,address,uint256,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "c6eb7641fa8657461ac95b5da30b04d9aaf1cfb6a932714d07029a9f18db1fe4"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        token: _rt.Address
        from_: _rt.Address
        to: _rt.Address
        amount: int
        by: _rt.Address

    @dataclass(frozen=True)
    class CountFinished(_rt.Event):
        """The count equals the supply; its positions are in force."""

        SIGNATURE: ClassVar[str] = "CountFinished(address,uint24,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7f84579b21dc4a6e0eb7816a66e15441d20c86cb24a31095f1f54ea67e7871fa"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        token: _rt.Address
        epoch: int
        units: int

    @dataclass(frozen=True)
    class CountStarted(_rt.Event):
        """Holdings are counted anew; every movement is refused until `CountFinished`."""

        SIGNATURE: ClassVar[str] = "CountStarted(address,uint24,(bool,bool,uint8,bool))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a9e2f21ab7ba25455246a9d14bf3c3287e902e52e3b90c86300b3e0aa0f09bc1"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        token: _rt.Address
        epoch: int
        scope: _structs.IRuleConfiguration_CountScope

    @dataclass(frozen=True)
    class CountStopped(_rt.Event):
        """Positions are no longer kept."""

        SIGNATURE: ClassVar[str] = "CountStopped(address,uint24)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "41b8ce59debbadc54ba49cf2ad575dfab0ab1dc4613f9a6ce5860ea173ada67d"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        token: _rt.Address
        epoch: int

    @dataclass(frozen=True)
    class HolderRecounted(_rt.Event):
        """The bucket under which an identity counts as a holder changed; zero when it does not
        count.
        """

        SIGNATURE: ClassVar[str] = "HolderRecounted(address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f842b9f304678437b64aaa6c9784deb37764252fe380e9b94914ae99dfdf18ae"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        token: _rt.Address
        identity: _rt.Address
        bucket: int

    @dataclass(frozen=True)
    class HoldingsMoved(_rt.Event):
        """A relinked wallet's units now count under its present identity."""

        SIGNATURE: ClassVar[str] = "HoldingsMoved(address,address,address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "59bd327d668c7bf994614094b8cba775f554c4ee14bf0a8c8507e41dfe8f428e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        token: _rt.Address
        wallet: _rt.Address
        fromIdentity: _rt.Address
        toIdentity: _rt.Address
        units: int

    @dataclass(frozen=True)
    class PackConfigured(_rt.Event):
        """A pack's parameters are now `words`, as part of version `version`."""

        SIGNATURE: ClassVar[str] = "PackConfigured(address,uint32,uint8,uint256[],address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "bcf709cded2ae69d1b13f9101b960001eca5308b2460481b2f4ae42c9f2d1741"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        token: _rt.Address
        version: int
        jurisdiction: int
        words: list[int]
        by: _rt.Address

    @dataclass(frozen=True)
    class RulesConfigured(_rt.Event):
        """The token's rules are now `settings`, as version `version`."""

        SIGNATURE: ClassVar[str] = (
            "RulesConfigured(address,uint32,bool,(uint256,uint8,uint8,bool,uint128,uint128,uint128,uint128,uint88,uint32,uint32,uint32,(uint8,uint24,uint24,int24,uint40,uint40),uint256[4],uint256[4],(uint16,bool,uint32)[],(uint16,bool,uint32)[],(uint256,uint128)[],(uint8,uint256,int128)[]),address)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "eccfdc1e504ffc0f62d3a2f8259e896d2f8ae453bff594eea772c6e72a68b072"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False)
        token: _rt.Address
        version: int
        tightenedOnly: bool
        settings: _structs.IRuleConfiguration_RuleSettings
        by: _rt.Address

    @dataclass(frozen=True)
    class TokenRegistered(_rt.Event):
        """A token may ask for decisions from now on."""

        SIGNATURE: ClassVar[str] = "TokenRegistered(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "158412daecdc1456d01568828bcdb18464cc7f1ce0215ddbc3f3cfede9d1e63d"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        token: _rt.Address

    @dataclass(frozen=True)
    class TransferApproved(_rt.Event):
        """A transfer was approved in advance."""

        SIGNATURE: ClassVar[str] = (
            "TransferApproved(address,address,address,uint256,uint40,uint40,address)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d4758cb2a27211f4fbbaf319a31e9835302f0ddab836132bf843293b852ca180"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False, False)
        token: _rt.Address
        from_: _rt.Address
        to: _rt.Address
        amount: int
        validFrom: int
        validUntil: int
        by: _rt.Address

    @dataclass(frozen=True)
    class WalletCounted(_rt.Event):
        """A wallet's units were counted under an identity."""

        SIGNATURE: ClassVar[str] = "WalletCounted(address,address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "136f106046e6f3bef98c745b3db1c87a1ae0d7b5eb475fe40d64738dbd18b729"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        token: _rt.Address
        wallet: _rt.Address
        identity: _rt.Address
        units: int


class IRuleConfigurationFunctions(_rt.Functions):
    """Functions of IRuleConfiguration."""

    def allotment(self, token: _rt.Address, limit: int, key: int) -> _rt.Read[tuple[int, int, int]]:
        """Global value, allotment and present use of a limit; use is zero where nobody can know
        it.

        Solidity: `allotment(address,uint8,uint256)`, view, selector 0x6474b191
        """
        return self._read(
            "allotment(address,uint8,uint256)", tuple[int, int, int], token, limit, key
        )

    def approvalOf(
        self, token: _rt.Address, from_: _rt.Address, to: _rt.Address, amount: int
    ) -> _rt.Read[tuple[int, int]]:
        """Period of an approval, zeros when there is none.

        Solidity: `approvalOf(address,address,address,uint256)`, view, selector 0x81b34b7e
        """
        return self._read(
            "approvalOf(address,address,address,uint256)", tuple[int, int], token, from_, to, amount
        )

    def approveTransfer(
        self,
        token: _rt.Address,
        from_: _rt.Address,
        to: _rt.Address,
        amount: int,
        validFrom: int,
        validUntil: int,
    ) -> _rt.Write[None]:
        """Approves one transfer of exactly that amount between two wallets; used up by it.

        Agents of the token alone (`NotTokenAgent`). Replaces an earlier approval of the same
        transfer.

        Arguments: `to` zero approves a move to another chain; `validFrom` first second of the
        approval; `validUntil` first second after it

        Solidity: `approveTransfer(address,address,address,uint256,uint40,uint40)`, nonpayable,
        selector 0x987bef79
        """
        return self._write(
            "approveTransfer(address,address,address,uint256,uint40,uint40)",
            type(None),
            token,
            from_,
            to,
            amount,
            validFrom,
            validUntil,
        )

    def classHolders(
        self, token: _rt.Address, jurisdiction: int, class_: int
    ) -> _rt.Read[tuple[bool, int, int, int]]:
        """Cap and count of the holders of one class.

        Solidity: `classHolders(address,uint8,uint8)`, view, selector 0x3b360870
        """
        return self._read(
            "classHolders(address,uint8,uint8)",
            tuple[bool, int, int, int],
            token,
            jurisdiction,
            class_,
        )

    def configurePack(
        self, token: _rt.Address, jurisdiction: int, words: _rt.Sequence[int]
    ) -> _rt.Write[None]:
        """Replaces the parameters of one pack. Version + 1.

        Restricted: COMPLIANCE_ADMIN. The words' layout is the pack's own; at most 16.
        Jurisdiction 5 stands for the token's lots (`LotRules`). Reverts with
        `TokenNotRegistered`, `UnknownPacks`, `ParameterOutOfRange`, and `CountNeeded` when a
        rule of the pack would then refuse for want of a count.

        Solidity: `configurePack(address,uint8,uint256[])`, nonpayable, selector 0x3b485b37
        """
        return self._write(
            "configurePack(address,uint8,uint256[])", type(None), token, jurisdiction, words
        )

    def configureRules(
        self, token: _rt.Address, settings: _structs.IRuleConfiguration_RuleSettings
    ) -> _rt.Write[None]:
        """Replaces a token's rules. Version + 1.

        Restricted: COMPLIANCE_ADMIN, at least 24 h after it was scheduled. An allotment above a
        lowered global value falls to it. Reverts with `TokenNotRegistered`, `UnknownRules`,
        `UnknownPacks`, `ParameterOutOfRange`, `CountNeeded`, `AllotmentOutOfRange`.

        Solidity:
        `configureRules(address,(uint256,uint8,uint8,bool,uint128,uint128,uint128,uint128,uint88,uint32,uint32,uint32,(uint8,uint24,uint24,int24,uint40,uint40),uint256[4],uint256[4],(uint16,bool,uint32)[],(uint16,bool,uint32)[],(uint256,uint128)[],(uint8,uint256,int128)[]))`,
        nonpayable, selector 0x8fc0fd62
        """
        return self._write(
            "configureRules(address,(uint256,uint8,uint8,bool,uint128,uint128,uint128,uint128,uint88,uint32,uint32,uint32,(uint8,uint24,uint24,int24,uint40,uint40),uint256[4],uint256[4],(uint16,bool,uint32)[],(uint16,bool,uint32)[],(uint256,uint128)[],(uint8,uint256,int128)[]))",
            type(None),
            token,
            settings,
        )

    def countStatus(
        self, token: _rt.Address
    ) -> _rt.Read[tuple[_structs.IRuleConfiguration_CountScope, bool, bool, int, int]]:
        """What is counted, whether the count is complete, and its number.

        Solidity: `countStatus(address)`, view, selector 0xb1e7f147
        """
        return self._read(
            "countStatus(address)",
            tuple[_structs.IRuleConfiguration_CountScope, bool, bool, int, int],
            token,
        )

    def countWallets(
        self, token: _rt.Address, wallets: _rt.Sequence[_rt.Address]
    ) -> _rt.Write[None]:
        """Counts wallets; a wallet counted before is passed over. Anybody may call.

        Where lots are kept already, holders are counted by their lots: each investor needs one
        wallet here, though all its units are in custody.

        Solidity: `countWallets(address,address[])`, nonpayable, selector 0x0b567701
        """
        return self._write("countWallets(address,address[])", type(None), token, wallets)

    def countryHolders(
        self, token: _rt.Address, country: int
    ) -> _rt.Read[tuple[bool, int, int, int]]:
        """Cap and count of the holders of one country.

        Solidity: `countryHolders(address,uint16)`, view, selector 0x2930d837
        """
        return self._read(
            "countryHolders(address,uint16)", tuple[bool, int, int, int], token, country
        )

    def finishCount(self, token: _rt.Address) -> _rt.Write[None]:
        """Puts the count in force when the wallets' units, and the lots of the investors where
        those count, equal the supply (`CountIncomplete`). Anybody may call.

        Solidity: `finishCount(address)`, nonpayable, selector 0x70a01f6f
        """
        return self._write("finishCount(address)", type(None), token)

    def holders(self, token: _rt.Address) -> _rt.Read[int]:
        """Holders counted on this chain.

        Solidity: `holders(address)`, view, selector 0x18a5bbdc
        """
        return self._read("holders(address)", int, token)

    def isRegistered(self, token: _rt.Address) -> _rt.Read[bool]:
        """Whether a token may ask for decisions.

        Solidity: `isRegistered(address)`, view, selector 0xc3c5a547
        """
        return self._read("isRegistered(address)", bool, token)

    def moveHoldings(self, token: _rt.Address, wallet: _rt.Address) -> _rt.Write[None]:
        """Moves a relinked wallet's units, and their lots, to its present identity. Anybody may
        call.

        Solidity: `moveHoldings(address,address)`, nonpayable, selector 0x76900171
        """
        return self._write("moveHoldings(address,address)", type(None), token, wallet)

    def packParameters(self, token: _rt.Address, jurisdiction: int) -> _rt.Read[list[int]]:
        """Parameters of one pack, 16 words.

        Solidity: `packParameters(address,uint8)`, view, selector 0x9a1b4658
        """
        return self._read("packParameters(address,uint8)", list[int], token, jurisdiction)

    def positionOf(
        self, token: _rt.Address, identity: _rt.Address
    ) -> _rt.Read[tuple[int, int, int]]:
        """What one identity holds of a token on this chain; zeros while positions are not kept.

        Returns: `balance` units of all its wallets; `volume` units sent in the window;
        `windowEnd` first second after the window

        Solidity: `positionOf(address,address)`, view, selector 0x892f928e
        """
        return self._read("positionOf(address,address)", tuple[int, int, int], token, identity)

    def receiveAllotment(
        self, token: _rt.Address, limit: int, key: int, amount: int, messageId: bytes
    ) -> _rt.Write[None]:
        """Adds what another chain gave away.

        Local role BRIDGE. Each message once (`MessageAlreadyReceived`); never above the global
        value.

        Solidity: `receiveAllotment(address,uint8,uint256,uint128,bytes32)`, nonpayable,
        selector 0x9b7646f6
        """
        return self._write(
            "receiveAllotment(address,uint8,uint256,uint128,bytes32)",
            type(None),
            token,
            limit,
            key,
            amount,
            messageId,
        )

    def recount(self, token: _rt.Address, wallet: _rt.Address) -> _rt.Write[None]:
        """Counts an identity under its wallet's present country, classes and status. Anybody may
        call.

        Solidity: `recount(address,address)`, nonpayable, selector 0x63ebe662
        """
        return self._write("recount(address,address)", type(None), token, wallet)

    def registerToken(self, token: _rt.Address) -> _rt.Write[None]:
        """Lets a token ask for decisions; once for each token, without any rule switched on.

        Restricted: COMPLIANCE_ADMIN. Reverts with `TokenWithoutCode`, `TokenAlreadyRegistered`.

        Solidity: `registerToken(address)`, nonpayable, selector 0x09824a80
        """
        return self._write("registerToken(address)", type(None), token)

    def revokeApproval(
        self, token: _rt.Address, from_: _rt.Address, to: _rt.Address, amount: int
    ) -> _rt.Write[None]:
        """Withdraws an approval; agents of the token alone.

        Solidity: `revokeApproval(address,address,address,uint256)`, nonpayable, selector
        0x1aa9af8c
        """
        return self._write(
            "revokeApproval(address,address,address,uint256)", type(None), token, from_, to, amount
        )

    def ruleSetVersion(self, token: _rt.Address) -> _rt.Read[int]:
        """Number of the token's rule set.

        Solidity: `ruleSetVersion(address)`, view, selector 0xb042a893
        """
        return self._read("ruleSetVersion(address)", int, token)

    def ruleSettings(
        self, token: _rt.Address
    ) -> _rt.Read[_structs.IRuleConfiguration_RuleSettings]:
        """The rules in force; `countryCaps`, `classCaps`, `packLimits` and `allotments` are empty,
        see the getters.

        Solidity: `ruleSettings(address)`, view, selector 0x5ee0824e
        """
        return self._read("ruleSettings(address)", _structs.IRuleConfiguration_RuleSettings, token)

    def sendAllotment(
        self, token: _rt.Address, limit: int, key: int, amount: int, messageId: bytes
    ) -> _rt.Write[None]:
        """Gives part of this chain's allotment away, to be received on another chain.

        Local role BRIDGE. Reverts with `AllotmentInUse` below what is in use here,
        `LimitNotMovable` for WINDOW_VOLUME and for MAX_BALANCE with key 0, whose use nobody can
        know.

        Arguments: `messageId` the bridge's id of the message that carries it

        Solidity: `sendAllotment(address,uint8,uint256,uint128,bytes32)`, nonpayable, selector
        0xa20af380
        """
        return self._write(
            "sendAllotment(address,uint8,uint256,uint128,bytes32)",
            type(None),
            token,
            limit,
            key,
            amount,
            messageId,
        )

    def startCount(
        self, token: _rt.Address, scope: _structs.IRuleConfiguration_CountScope
    ) -> _rt.Write[None]:
        """Starts to count a token's holdings anew; at once complete while the supply is zero.

        Restricted: COMPLIANCE_ADMIN. The token must be paused unless its supply is zero
        (`TokenNotPaused`). Volumes of the current windows are forgotten. Reverts with
        `CountInUse` when a rule that runs is not in `scope`, and with `CountRunning` while a
        count runs that keeps the lots there are: that one is finished first.

        Solidity: `startCount(address,(bool,bool,uint8,bool))`, nonpayable, selector 0xc6046705
        """
        return self._write("startCount(address,(bool,bool,uint8,bool))", type(None), token, scope)

    def stopCount(self, token: _rt.Address) -> _rt.Write[None]:
        """Ends the counting, complete or not: positions are no longer kept.

        Restricted: COMPLIANCE_ADMIN. Reverts with `CountNeeded` when a rule that runs needs a
        count.

        Solidity: `stopCount(address)`, nonpayable, selector 0x8ac79971
        """
        return self._write("stopCount(address)", type(None), token)

    def tightenRules(
        self, token: _rt.Address, settings: _structs.IRuleConfiguration_RuleSettings
    ) -> _rt.Write[None]:
        """Replaces a token's rules at once where no rule becomes looser. Version + 1.

        Restricted: COMPLIANCE_OFFICER. As `configureRules`, and `NotTighter` with the code of
        the first rule that would allow more: a rule switched off, a limit raised, a country
        added, an hour more, a pack removed.

        Solidity:
        `tightenRules(address,(uint256,uint8,uint8,bool,uint128,uint128,uint128,uint128,uint88,uint32,uint32,uint32,(uint8,uint24,uint24,int24,uint40,uint40),uint256[4],uint256[4],(uint16,bool,uint32)[],(uint16,bool,uint32)[],(uint256,uint128)[],(uint8,uint256,int128)[]))`,
        nonpayable, selector 0xa2f7112c
        """
        return self._write(
            "tightenRules(address,(uint256,uint8,uint8,bool,uint128,uint128,uint128,uint128,uint88,uint32,uint32,uint32,(uint8,uint24,uint24,int24,uint40,uint40),uint256[4],uint256[4],(uint16,bool,uint32)[],(uint16,bool,uint32)[],(uint256,uint128)[],(uint8,uint256,int128)[]))",
            type(None),
            token,
            settings,
        )


class IRuleConfiguration(_rt.Contract):
    """Everything that changes or shows a token's rules. At the engine's address; amounts are
    token units, times Unix seconds, countries ISO 3166-1 numeric, jurisdictions 0 US, 1 EU,
    2 UK, 3 SG, 4 JP. Each limit has a global value, the same on all chains, and an
    allotment for this chain, which is what is enforced. Global values are set; allotments
    only ever move by differences, so that a change that waited for its delay cannot undo
    what a bridge message moved meanwhile. A movement that would fit the global value but
    not the allotment is refused with code 37.
    """

    NAME = "IRuleConfiguration"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IRuleConfigurationEvents.AllotmentChanged,
        IRuleConfigurationEvents.ApprovalRevoked,
        IRuleConfigurationEvents.CountFinished,
        IRuleConfigurationEvents.CountStarted,
        IRuleConfigurationEvents.CountStopped,
        IRuleConfigurationEvents.HolderRecounted,
        IRuleConfigurationEvents.HoldingsMoved,
        IRuleConfigurationEvents.PackConfigured,
        IRuleConfigurationEvents.RulesConfigured,
        IRuleConfigurationEvents.TokenRegistered,
        IRuleConfigurationEvents.TransferApproved,
        IRuleConfigurationEvents.WalletCounted,
    )
    structs: TypeAlias = IRuleConfigurationStructs
    errors: TypeAlias = IRuleConfigurationErrors
    events: TypeAlias = IRuleConfigurationEvents

    @cached_property
    def functions(self) -> IRuleConfigurationFunctions:
        """What the contract can be asked and told."""
        return IRuleConfigurationFunctions(self.contract, self.ERRORS)
