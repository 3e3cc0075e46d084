"""IQuanteraAccessManager and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IQuanteraAccessManagerStructs:
    """Structs of IQuanteraAccessManager."""


class IQuanteraAccessManagerErrors:
    """Errors of IQuanteraAccessManager."""

    AccessManagerAlreadyScheduled: TypeAlias = _errors.AccessManagerAlreadyScheduled
    AccessManagerBadConfirmation: TypeAlias = _errors.AccessManagerBadConfirmation
    AccessManagerExpired: TypeAlias = _errors.AccessManagerExpired
    AccessManagerInvalidInitialAdmin: TypeAlias = _errors.AccessManagerInvalidInitialAdmin
    AccessManagerLockedFunction: TypeAlias = _errors.AccessManagerLockedFunction
    AccessManagerLockedRole: TypeAlias = _errors.AccessManagerLockedRole
    AccessManagerNotReady: TypeAlias = _errors.AccessManagerNotReady
    AccessManagerNotScheduled: TypeAlias = _errors.AccessManagerNotScheduled
    AccessManagerUnauthorizedAccount: TypeAlias = _errors.AccessManagerUnauthorizedAccount
    AccessManagerUnauthorizedCall: TypeAlias = _errors.AccessManagerUnauthorizedCall
    AccessManagerUnauthorizedCancel: TypeAlias = _errors.AccessManagerUnauthorizedCancel
    AccessManagerUnauthorizedConsume: TypeAlias = _errors.AccessManagerUnauthorizedConsume
    AuthorityLocked: TypeAlias = _errors.AuthorityLocked
    CannotExpel: TypeAlias = _errors.CannotExpel
    ClassTooLoose: TypeAlias = _errors.ClassTooLoose
    GuardianMissing: TypeAlias = _errors.GuardianMissing
    LastAdministrator: TypeAlias = _errors.LastAdministrator
    PublicRoleRefused: TypeAlias = _errors.PublicRoleRefused
    RoleAdminTooLoose: TypeAlias = _errors.RoleAdminTooLoose
    SetupAlreadyComplete: TypeAlias = _errors.SetupAlreadyComplete
    SetupNotComplete: TypeAlias = _errors.SetupNotComplete


class IQuanteraAccessManagerEvents:
    """Events of IQuanteraAccessManager."""

    @dataclass(frozen=True)
    class FunctionClassified(_rt.Event):
        """A function of a managed contract was given a class; follows `TargetFunctionRoleUpdated`."""

        SIGNATURE: ClassVar[str] = "FunctionClassified(address,bytes4,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "0e2ad161ed268e11b3dd19696742485fae1ddcba3fbaa32323d53f75f71238dc"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        target: _rt.Address
        selector: bytes
        class_: int

    @dataclass(frozen=True)
    class MemberExpelled(_rt.Event):
        """A guardian removed a member from a role at once; follows `RoleRevoked`."""

        SIGNATURE: ClassVar[str] = "MemberExpelled(uint64,address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "9132fe5b6b58e6dfad42e308650b5325ceb3610a1a897adc85fd56af5c58aa5b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True)
        roleId: int
        account: _rt.Address
        by: _rt.Address

    @dataclass(frozen=True)
    class OperationCanceled(_rt.Event):
        """A scheduled operation was canceled."""

        SIGNATURE: ClassVar[str] = "OperationCanceled(bytes32,uint32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "bd9ac67a6e2f6463b80927326310338bcbb4bdb7936ce1365ea3e01067e7b9f7"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        operationId: bytes
        nonce: int

    @dataclass(frozen=True)
    class OperationExecuted(_rt.Event):
        """A scheduled operation was executed."""

        SIGNATURE: ClassVar[str] = "OperationExecuted(bytes32,uint32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "76a2a46953689d4861a5d3f6ed883ad7e6af674a21f8e162707159fc9dde614d"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        operationId: bytes
        nonce: int

    @dataclass(frozen=True)
    class OperationScheduled(_rt.Event):
        """A delayed operation was scheduled."""

        SIGNATURE: ClassVar[str] = "OperationScheduled(bytes32,uint32,uint48,address,address,bytes)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "82a2da5dee54ea8021c6545b4444620291e07ee83be6dd57edb175062715f3b4"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False, False)
        operationId: bytes
        nonce: int
        schedule: int
        caller: _rt.Address
        target: _rt.Address
        data: bytes

    @dataclass(frozen=True)
    class RoleAdminChanged(_rt.Event):
        """Role acting as admin over a given `roleId` is updated."""

        SIGNATURE: ClassVar[str] = "RoleAdminChanged(uint64,uint64)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1fd6dd7631312dfac2205b52913f99de03b4d7e381d5d27d3dbfe0713e6e6340"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        roleId: int
        admin: int

    @dataclass(frozen=True)
    class RoleGrantDelayChanged(_rt.Event):
        """Grant delay for a given `roleId` will be updated to `delay` when `since` is reached."""

        SIGNATURE: ClassVar[str] = "RoleGrantDelayChanged(uint64,uint32,uint48)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "feb69018ee8b8fd50ea86348f1267d07673379f72cffdeccec63853ee8ce8b48"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        roleId: int
        delay: int
        since: int

    @dataclass(frozen=True)
    class RoleGranted(_rt.Event):
        """Emitted when `account` is granted `roleId`. NOTE: The meaning of the `since` argument
        depends on the `newMember` argument. If the role is granted to a new member, the `since`
        argument indicates when the account becomes a member of the role, otherwise it indicates
        the timestamp when the execution delay update takes effect for this account and roleId.
        """

        SIGNATURE: ClassVar[str] = "RoleGranted(uint64,address,uint32,uint48,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f98448b987f1428e0e230e1f3c6e2ce15b5693eaf31827fbd0b1ec4b424ae7cf"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False)
        roleId: int
        account: _rt.Address
        delay: int
        since: int
        newMember: bool

    @dataclass(frozen=True)
    class RoleGuardianChanged(_rt.Event):
        """Role acting as guardian over a given `roleId` is updated."""

        SIGNATURE: ClassVar[str] = "RoleGuardianChanged(uint64,uint64)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7a8059630b897b5de4c08ade69f8b90c3ead1f8596d62d10b6c4d14a0afb4ae2"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        roleId: int
        guardian: int

    @dataclass(frozen=True)
    class RoleLabel(_rt.Event):
        """Informational labelling for a roleId."""

        SIGNATURE: ClassVar[str] = "RoleLabel(uint64,string)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1256f5b5ecb89caec12db449738f2fbcd1ba5806cf38f35413f4e5c15bf6a450"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        roleId: int
        label: str

    @dataclass(frozen=True)
    class RoleRevoked(_rt.Event):
        """Emitted when `account` membership or `roleId` is revoked. Unlike granting, revoking is
        instantaneous.
        """

        SIGNATURE: ClassVar[str] = "RoleRevoked(uint64,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f229baa593af28c41b1d16b748cd7688f0c83aaf92d4be41c44005defe84c166"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        roleId: int
        account: _rt.Address

    @dataclass(frozen=True)
    class SetupCompleted(_rt.Event):
        """The set-up phase has ended; minimum delays hold from now on.

        Arguments: `by` the administrator who ended it.
        """

        SIGNATURE: ClassVar[str] = "SetupCompleted(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "b1fa1aae20fc88a51add616c46f8bc3a8d65d75b8fbe30fb0a6a2df2e7736322"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        by: _rt.Address

    @dataclass(frozen=True)
    class TargetAdminDelayUpdated(_rt.Event):
        """Admin delay for a given `target` will be updated to `delay` when `since` is reached."""

        SIGNATURE: ClassVar[str] = "TargetAdminDelayUpdated(address,uint32,uint48)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a56b76017453f399ec2327ba00375dbfb1fd070ff854341ad6191e6a2e2de19c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        target: _rt.Address
        delay: int
        since: int

    @dataclass(frozen=True)
    class TargetClosed(_rt.Event):
        """Target mode is updated (true = closed, false = open)."""

        SIGNATURE: ClassVar[str] = "TargetClosed(address,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "90d4e7bb7e5d933792b3562e1741306f8be94837e1348dacef9b6f1df56eb138"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        target: _rt.Address
        closed: bool

    @dataclass(frozen=True)
    class TargetFunctionRoleUpdated(_rt.Event):
        """Role required to invoke `selector` on `target` is updated to `roleId`."""

        SIGNATURE: ClassVar[str] = "TargetFunctionRoleUpdated(address,bytes4,uint64)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "9ea6790c7dadfd01c9f8b9762b3682607af2c7e79e05a9f9fdf5580dde949151"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, True)
        target: _rt.Address
        selector: bytes
        roleId: int


class IQuanteraAccessManagerFunctions(_rt.Functions):
    """Functions of IQuanteraAccessManager."""

    def canCall(
        self, caller: _rt.Address, target: _rt.Address, selector: bytes
    ) -> _rt.Read[tuple[bool, int]]:
        """Check if an address (`caller`) is authorised to call a given function on a given
        contract directly (with no restriction). Additionally, it returns the delay needed to
        perform the call indirectly through the {schedule} & {execute} workflow. This function
        is usually called by the targeted contract to control immediate execution of restricted
        functions. Therefore we only return true if the call can be performed without any delay.
        If the call is subject to a previously set delay (not zero), then the function should
        return false and the caller should schedule the operation for future execution. If
        `allowed` is true, the delay can be disregarded and the operation can be immediately
        executed, otherwise the operation can be executed if and only if delay is greater than
        0. NOTE: The IAuthority interface does not include the `uint32` delay. This is an
        extension of that interface that is backward compatible. Some contracts may thus ignore
        the second return argument. In that case they will fail to identify the indirect
        workflow, and will consider calls that require a delay to be forbidden. NOTE: This
        function does not report the permissions of the admin functions in the manager itself.
        These are defined by the {AccessManager} documentation. NOTE: The
        `setAuthority(address)` selector is reserved on all targets (whether or not they are
        {AccessManaged}): it is gated to `ADMIN_ROLE` with a possible delay, and it cannot be
        reconfigured via {setTargetFunctionRole}. Any target function whose selector collides
        with `setAuthority(address)` inherits this restriction when routed through the manager.

        Solidity: `canCall(address,address,bytes4)`, view, selector 0xb7009613
        """
        return self._read(
            "canCall(address,address,bytes4)", tuple[bool, int], caller, target, selector
        )

    def cancel(self, caller: _rt.Address, target: _rt.Address, data: bytes) -> _rt.Write[int]:
        """Cancel a scheduled (delayed) operation. Returns the nonce that identifies the previously
        scheduled operation that is cancelled. Requirements: - the caller must be the proposer,
        a guardian of the targeted function, or a global admin Emits a {OperationCanceled}
        event.

        Solidity: `cancel(address,address,bytes)`, nonpayable, selector 0xd6bb62c6
        """
        return self._write("cancel(address,address,bytes)", int, caller, target, data)

    def classOfFunction(self, target: _rt.Address, selector: bytes) -> _rt.Read[int]:
        """The class of a function of a managed contract; a function nobody has mapped is ADMIN's,
        so Upgrade.

        Solidity: `classOfFunction(address,bytes4)`, view, selector 0x47b8b183
        """
        return self._read("classOfFunction(address,bytes4)", int, target, selector)

    def classOfRole(self, roleId: int) -> _rt.Read[int]:
        """The class that a role's id fixes.

        Solidity: `classOfRole(uint64)`, pure, selector 0x20d0d37c
        """
        return self._read("classOfRole(uint64)", int, roleId)

    def completeSetup(self) -> _rt.Write[None]:
        """Ends the set-up phase for ever.

        ADMIN only. Reverts with `SetupAlreadyComplete` after its end and with `GuardianMissing`
        while nobody holds the GUARDIAN role. The caller keeps its roles, now with delays; it
        should renounce what it must not keep.

        Solidity: `completeSetup()`, nonpayable, selector 0x8aea8f71
        """
        return self._write("completeSetup()", type(None))

    def consumeScheduledOp(self, caller: _rt.Address, data: bytes) -> _rt.Write[None]:
        """Consume a scheduled operation targeting the caller. If such an operation exists, mark it
        as consumed (emit an {OperationExecuted} event and clean the state). Otherwise, throw an
        error. This is useful for contracts that want to enforce that calls targeting them were
        scheduled on the manager, with all the verifications that it implies. Emit a
        {OperationExecuted} event.

        Solidity: `consumeScheduledOp(address,bytes)`, nonpayable, selector 0x94c7d7ee
        """
        return self._write("consumeScheduledOp(address,bytes)", type(None), caller, data)

    def execute(self, target: _rt.Address, data: bytes) -> _rt.Write[int]:
        """Execute a function that is delay restricted, provided it was properly scheduled
        beforehand, or the execution delay is 0. Returns the nonce that identifies the
        previously scheduled operation that is executed, or 0 if the operation wasn't previously
        scheduled (if the caller doesn't have an execution delay). Emits an {OperationExecuted}
        event only if the call was scheduled and delayed.

        Solidity: `execute(address,bytes)`, payable, selector 0x1cff79cd
        """
        return self._write("execute(address,bytes)", int, target, data)

    def expel(self, roleId: int, account: _rt.Address) -> _rt.Write[None]:
        """Removes a member from a role at once: the answer to a stolen operational key.

        Restricted: GUARDIAN. Reverts with `CannotExpel` for ADMIN and GUARDIAN, so that a rogue
        guardian can neither lock administrators out nor rule alone.

        Arguments: `account` its member; nothing happens when it is not one.; `roleId` the role
        to take away.

        Solidity: `expel(uint64,address)`, nonpayable, selector 0x24cde779
        """
        return self._write("expel(uint64,address)", type(None), roleId, account)

    def expiration(self) -> _rt.Read[int]:
        """Expiration delay for scheduled proposals. Defaults to 1 week. IMPORTANT: Avoid
        overriding the expiration with 0. Otherwise every contract proposal will be expired
        immediately, disabling any scheduling usage.

        Solidity: `expiration()`, view, selector 0x4665096d
        """
        return self._read("expiration()", int)

    def getAccess(self, roleId: int, account: _rt.Address) -> _rt.Read[tuple[int, int, int, int]]:
        """Get the access details for a given account for a given role. These details include the
        timepoint at which membership becomes active, and the delay applied to all operations by
        this user that requires this permission level. Returns: [0] Timestamp at which the
        account membership becomes valid. 0 means role is not granted. [1] Current execution
        delay for the account. [2] Pending execution delay for the account. [3] Timestamp at
        which the pending execution delay will become active. 0 means no delay update is
        scheduled.

        Solidity: `getAccess(uint64,address)`, view, selector 0x3078f114
        """
        return self._read("getAccess(uint64,address)", tuple[int, int, int, int], roleId, account)

    def getNonce(self, id: bytes) -> _rt.Read[int]:
        """Return the nonce for the latest scheduled operation with a given id. Returns 0 if the
        operation has never been scheduled.

        Solidity: `getNonce(bytes32)`, view, selector 0x4136a33c
        """
        return self._read("getNonce(bytes32)", int, id)

    def getRoleAdmin(self, roleId: int) -> _rt.Read[int]:
        """Get the id of the role that acts as an admin for the given role. The admin permission is
        required to grant the role, revoke the role and update the execution delay to execute an
        operation that is restricted to this role.

        Solidity: `getRoleAdmin(uint64)`, view, selector 0x530dd456
        """
        return self._read("getRoleAdmin(uint64)", int, roleId)

    def getRoleGrantDelay(self, roleId: int) -> _rt.Read[int]:
        """Get the role current grant delay. Its value may change at any point without an event
        emitted following a call to {setGrantDelay}. Changes to this value, including effect
        timepoint are notified in advance by the {RoleGrantDelayChanged} event.

        Solidity: `getRoleGrantDelay(uint64)`, view, selector 0x12be8727
        """
        return self._read("getRoleGrantDelay(uint64)", int, roleId)

    def getRoleGuardian(self, roleId: int) -> _rt.Read[int]:
        """Get the role that acts as a guardian for a given role. The guardian permission allows
        canceling operations that have been scheduled under the role.

        Solidity: `getRoleGuardian(uint64)`, view, selector 0x0b0a93ba
        """
        return self._read("getRoleGuardian(uint64)", int, roleId)

    def getSchedule(self, id: bytes) -> _rt.Read[int]:
        """Return the timepoint at which a scheduled operation will be ready for execution. This
        returns 0 if the operation is not yet scheduled, has expired, was executed, or was
        canceled.

        Solidity: `getSchedule(bytes32)`, view, selector 0x3adc277a
        """
        return self._read("getSchedule(bytes32)", int, id)

    def getTargetAdminDelay(self, target: _rt.Address) -> _rt.Read[int]:
        """Get the admin delay for a target contract. Changes to contract configuration are subject
        to this delay.

        Solidity: `getTargetAdminDelay(address)`, view, selector 0x4c1da1e2
        """
        return self._read("getTargetAdminDelay(address)", int, target)

    def getTargetFunctionRole(self, target: _rt.Address, selector: bytes) -> _rt.Read[int]:
        """Get the role required to call a function.

        Solidity: `getTargetFunctionRole(address,bytes4)`, view, selector 0x6d5115bd
        """
        return self._read("getTargetFunctionRole(address,bytes4)", int, target, selector)

    def grantRole(self, roleId: int, account: _rt.Address, executionDelay: int) -> _rt.Write[None]:
        """Add `account` to `roleId`, or change its execution delay. This gives the account the
        authorization to call any function that is restricted to this role. An optional
        execution delay (in seconds) can be set. If that delay is non 0, the user is required to
        schedule any operation that is restricted to members of this role. The user will only be
        able to execute the operation after the delay has passed, before it has expired. During
        this period, admin and guardians can cancel the operation (see {cancel}). If the account
        has already been granted this role, the execution delay will be updated. This update is
        not immediate and follows the delay rules. For example, if a user currently has a delay
        of 3 hours, and this is called to reduce that delay to 1 hour, the new delay will take
        some time to take effect, enforcing that any operation executed in the 3 hours that
        follows this update was indeed scheduled before this update. Requirements: - the caller
        must be an admin for the role (see {getRoleAdmin}) - granted role must not be the
        `PUBLIC_ROLE` Emits a {RoleGranted} event.

        Solidity: `grantRole(uint64,address,uint32)`, nonpayable, selector 0x25c471a0
        """
        return self._write(
            "grantRole(uint64,address,uint32)", type(None), roleId, account, executionDelay
        )

    def hasRole(self, roleId: int, account: _rt.Address) -> _rt.Read[tuple[bool, int]]:
        """Check if a given account currently has the permission level corresponding to a given
        role. Note that this permission might be associated with an execution delay. {getAccess}
        can provide more details.

        Solidity: `hasRole(uint64,address)`, view, selector 0xd1f856ee
        """
        return self._read("hasRole(uint64,address)", tuple[bool, int], roleId, account)

    def hashOperation(
        self, caller: _rt.Address, target: _rt.Address, data: bytes
    ) -> _rt.Read[bytes]:
        """Hashing function for delayed operations.

        Solidity: `hashOperation(address,address,bytes)`, view, selector 0xabd9bd2a
        """
        return self._read("hashOperation(address,address,bytes)", bytes, caller, target, data)

    def isSetupComplete(self) -> _rt.Read[bool]:
        """Whether set-up has ended, by `completeSetup` or by time.

        Solidity: `isSetupComplete()`, view, selector 0x78d63929
        """
        return self._read("isSetupComplete()", bool)

    def isTargetClosed(self, target: _rt.Address) -> _rt.Read[bool]:
        """Get whether the contract is closed disabling any access. Otherwise role permissions are
        applied. NOTE: When the manager itself is closed, admin functions are still accessible
        to avoid locking the contract.

        Solidity: `isTargetClosed(address)`, view, selector 0xa166aa89
        """
        return self._read("isTargetClosed(address)", bool, target)

    def labelRole(self, roleId: int, label: str) -> _rt.Write[None]:
        """Give a label to a role, for improved role discoverability by UIs. Requirements: - the
        caller must be a global admin - `roleId` must not be the `ADMIN_ROLE` or `PUBLIC_ROLE`
        Emits a {RoleLabel} event.

        Solidity: `labelRole(uint64,string)`, nonpayable, selector 0x853551b8
        """
        return self._write("labelRole(uint64,string)", type(None), roleId, label)

    def memberCount(self, roleId: int) -> _rt.Read[int]:
        """How many accounts have been granted the role, those whose grant is not yet in effect
        included.

        Solidity: `memberCount(uint64)`, view, selector 0x1e4e29cf
        """
        return self._read("memberCount(uint64)", int, roleId)

    def minSetback(self) -> _rt.Read[int]:
        """Minimum setback for all delay updates, with the exception of execution delays. It can be
        increased without setback (and reset via {revokeRole} in the event of an accidental
        increase). Defaults to 5 days.

        Solidity: `minSetback()`, view, selector 0xcc1b6c81
        """
        return self._read("minSetback()", int)

    def minimumDelay(self, roleId: int) -> _rt.Read[int]:
        """The delay in seconds below which no member of the role can act now: zero during set-up,
        in the local profile, and for the tightening and operational classes.

        Solidity: `minimumDelay(uint64)`, view, selector 0x057322a2
        """
        return self._read("minimumDelay(uint64)", int, roleId)

    def profile(self) -> _rt.Read[int]:
        """The profile this manager was created with.

        Solidity: `profile()`, view, selector 0xab60636c
        """
        return self._read("profile()", int)

    def renounceRole(self, roleId: int, callerConfirmation: _rt.Address) -> _rt.Write[None]:
        """Renounce role permissions for the calling account with immediate effect. If the sender
        is not in the role this call has no effect. Requirements: - the caller must be
        `callerConfirmation`. Emits a {RoleRevoked} event if the account had the role.

        Solidity: `renounceRole(uint64,address)`, nonpayable, selector 0xfe0776f5
        """
        return self._write("renounceRole(uint64,address)", type(None), roleId, callerConfirmation)

    def revokeRole(self, roleId: int, account: _rt.Address) -> _rt.Write[None]:
        """Remove an account from a role, with immediate effect. If the account does not have the
        role, this call has no effect. Requirements: - the caller must be an admin for the role
        (see {getRoleAdmin}) - revoked role must not be the `PUBLIC_ROLE` Emits a {RoleRevoked}
        event if the account had the role.

        Solidity: `revokeRole(uint64,address)`, nonpayable, selector 0xb7d2b162
        """
        return self._write("revokeRole(uint64,address)", type(None), roleId, account)

    def schedule(self, target: _rt.Address, data: bytes, when: int) -> _rt.Write[tuple[bytes, int]]:
        """Schedule a delayed operation for future execution, and return the operation identifier.
        It is possible to choose the timestamp at which the operation becomes executable as long
        as it satisfies the execution delays required for the caller. The special value zero
        will automatically set the earliest possible time. Returns the `operationId` that was
        scheduled. Since this value is a hash of the parameters, it can reoccur when the same
        parameters are used; if this is relevant, the returned `nonce` can be used to uniquely
        identify this scheduled operation from other occurrences of the same `operationId` in
        invocations of {execute} and {cancel}. Emits a {OperationScheduled} event. NOTE: It is
        not possible to concurrently schedule more than one operation with the same `target` and
        `data`. If this is necessary, a random byte can be appended to `data` to act as a salt
        that will be ignored by the target contract if it is using standard Solidity ABI
        encoding.

        Solidity: `schedule(address,bytes,uint48)`, nonpayable, selector 0xf801a698
        """
        return self._write("schedule(address,bytes,uint48)", tuple[bytes, int], target, data, when)

    def setGrantDelay(self, roleId: int, newDelay: int) -> _rt.Write[None]:
        """Update the delay for granting a `roleId`. Requirements: - the caller must be a global
        admin - `roleId` must not be the `PUBLIC_ROLE` Emits a {RoleGrantDelayChanged} event.

        Solidity: `setGrantDelay(uint64,uint32)`, nonpayable, selector 0xa64d95ce
        """
        return self._write("setGrantDelay(uint64,uint32)", type(None), roleId, newDelay)

    def setRoleAdmin(self, roleId: int, admin: int) -> _rt.Write[None]:
        """Change admin role for a given role. Requirements: - the caller must be a global admin -
        `roleId` must not be the `ADMIN_ROLE` or `PUBLIC_ROLE` Emits a {RoleAdminChanged} event

        Solidity: `setRoleAdmin(uint64,uint64)`, nonpayable, selector 0x30cae187
        """
        return self._write("setRoleAdmin(uint64,uint64)", type(None), roleId, admin)

    def setRoleGuardian(self, roleId: int, guardian: int) -> _rt.Write[None]:
        """Change guardian role for a given role. Requirements: - the caller must be a global admin
        - `roleId` must not be the `ADMIN_ROLE` or `PUBLIC_ROLE` Emits a {RoleGuardianChanged}
        event

        Solidity: `setRoleGuardian(uint64,uint64)`, nonpayable, selector 0x52962952
        """
        return self._write("setRoleGuardian(uint64,uint64)", type(None), roleId, guardian)

    def setTargetAdminDelay(self, target: _rt.Address, newDelay: int) -> _rt.Write[None]:
        """Set the delay for changing the configuration of a given target contract. Requirements: -
        the caller must be a global admin Emits a {TargetAdminDelayUpdated} event.

        Solidity: `setTargetAdminDelay(address,uint32)`, nonpayable, selector 0xd22b5989
        """
        return self._write("setTargetAdminDelay(address,uint32)", type(None), target, newDelay)

    def setTargetClosed(self, target: _rt.Address, closed: bool) -> _rt.Write[None]:
        """Set the closed flag for a contract. Closing the manager itself won't disable access to
        admin methods to avoid locking the contract. Requirements: - the caller must be a global
        admin Emits a {TargetClosed} event.

        Solidity: `setTargetClosed(address,bool)`, nonpayable, selector 0x167bd395
        """
        return self._write("setTargetClosed(address,bool)", type(None), target, closed)

    def setTargetFunctionRole(
        self, target: _rt.Address, selectors: _rt.Sequence[bytes], roleId: int
    ) -> _rt.Write[None]:
        """Set the role required to call functions identified by the `selectors` in the `target`
        contract. Requirements: - the caller must be a global admin - `selectors` must not
        contain the `setAuthority(address)` selector, which is reserved. See {canCall}. Emits a
        {TargetFunctionRoleUpdated} event per selector.

        Solidity: `setTargetFunctionRole(address,bytes4[],uint64)`, nonpayable, selector
        0x08d6122d
        """
        return self._write(
            "setTargetFunctionRole(address,bytes4[],uint64)", type(None), target, selectors, roleId
        )

    def setupEnd(self) -> _rt.Read[int]:
        """When set-up ended, or will end by itself.

        Solidity: `setupEnd()`, view, selector 0x552b5159
        """
        return self._read("setupEnd()", int)

    def updateAuthority(self, target: _rt.Address, newAuthority: _rt.Address) -> _rt.Write[None]:
        """Changes the authority of a target managed by this manager instance. Requirements: - the
        caller must be a global admin

        Solidity: `updateAuthority(address,address)`, nonpayable, selector 0x18ff183c
        """
        return self._write("updateAuthority(address,address)", type(None), target, newAuthority)


class IQuanteraAccessManager(_rt.Contract):
    """OpenZeppelin's AccessManager with minimum delays that no administrator can get below
    once the set-up is complete. Every role belongs to a class that its id fixes for ever,
    and the class fixes the minimum delay: | class | minimum | for |
    |-------------|---------|-------------------------------------------------------------------------|
    | Upgrade | 48 h | upgrades, everything the ADMIN role does to this manager, unmapped
    calls | | Loosening | 24 h | raising a limit, unpausing, adding an agent, a lane, a rule
    exemption | | Tightening | none | pausing, lowering a limit, removing an agent,
    cancelling | | Operational | none | day-to-day calls that neither loosen nor tighten |
    All times are seconds. The minimum is applied where a permission is read, not where it
    is granted, so granting, re-granting or changing a member's delay cannot get below it.
    """

    NAME = "IQuanteraAccessManager"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IQuanteraAccessManagerEvents.FunctionClassified,
        IQuanteraAccessManagerEvents.MemberExpelled,
        IQuanteraAccessManagerEvents.OperationCanceled,
        IQuanteraAccessManagerEvents.OperationExecuted,
        IQuanteraAccessManagerEvents.OperationScheduled,
        IQuanteraAccessManagerEvents.RoleAdminChanged,
        IQuanteraAccessManagerEvents.RoleGrantDelayChanged,
        IQuanteraAccessManagerEvents.RoleGranted,
        IQuanteraAccessManagerEvents.RoleGuardianChanged,
        IQuanteraAccessManagerEvents.RoleLabel,
        IQuanteraAccessManagerEvents.RoleRevoked,
        IQuanteraAccessManagerEvents.SetupCompleted,
        IQuanteraAccessManagerEvents.TargetAdminDelayUpdated,
        IQuanteraAccessManagerEvents.TargetClosed,
        IQuanteraAccessManagerEvents.TargetFunctionRoleUpdated,
    )
    structs: TypeAlias = IQuanteraAccessManagerStructs
    errors: TypeAlias = IQuanteraAccessManagerErrors
    events: TypeAlias = IQuanteraAccessManagerEvents

    @cached_property
    def functions(self) -> IQuanteraAccessManagerFunctions:
        """What the contract can be asked and told."""
        return IQuanteraAccessManagerFunctions(self.contract, self.ERRORS)
