"""ICustody and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ICustodyStructs:
    """Structs of ICustody."""


class ICustodyErrors:
    """Errors of ICustody."""

    CustodyAmountTooLarge: TypeAlias = _errors.CustodyAmountTooLarge
    CustodyInvestorInvalid: TypeAlias = _errors.CustodyInvestorInvalid
    CustodyShareTooLow: TypeAlias = _errors.CustodyShareTooLow
    NotCustodian: TypeAlias = _errors.NotCustodian
    NotCustodianOrAgent: TypeAlias = _errors.NotCustodianOrAgent


class ICustodyEvents:
    """Events of ICustody."""

    @dataclass(frozen=True)
    class CustodyReassigned(_rt.Event):
        """An agent gave units in custody to another investor."""

        SIGNATURE: ClassVar[str] = (
            "CustodyReassigned(address,address,address,address,uint256,uint8,address)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "71dc4e87f0e6ec8907792a37d22e7ff0756cd48b72ee749a626274245de1dfa8"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False, False)
        token: _rt.Address
        custodian: _rt.Address
        fromInvestor: _rt.Address
        toInvestor: _rt.Address
        units: int
        reason: int
        by: _rt.Address

    @dataclass(frozen=True)
    class CustodyShareChanged(_rt.Event):
        """A custodian holds `units` for an investor now."""

        SIGNATURE: ClassVar[str] = "CustodyShareChanged(address,address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "915f74565447e4de3a5adeb3733ef4f752bad62e1c9b4482a5f2bb41d3035b88"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        token: _rt.Address
        custodian: _rt.Address
        investor: _rt.Address
        units: int

    @dataclass(frozen=True)
    class CustodyShareFrozen(_rt.Event):
        """`frozen` units of an investor's share must stay now."""

        SIGNATURE: ClassVar[str] = (
            "CustodyShareFrozen(address,address,address,uint256,uint8,address)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "fb40a311762d559680509d0b465765264775523f2a9c107b25b04e26d511bb8a"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False)
        token: _rt.Address
        custodian: _rt.Address
        investor: _rt.Address
        frozen: int
        reason: int
        by: _rt.Address


class ICustodyFunctions(_rt.Functions):
    """Functions of ICustody."""

    def frozenShareOf(
        self, token: _rt.Address, custodian: _rt.Address, investor: _rt.Address
    ) -> _rt.Read[int]:
        """Units of that share that must stay.

        Solidity: `frozenShareOf(address,address,address)`, view, selector 0x976db4b6
        """
        return self._read("frozenShareOf(address,address,address)", int, token, custodian, investor)

    def nameBeneficiary(
        self, token: _rt.Address, custodian: _rt.Address, wallet: _rt.Address
    ) -> _rt.Write[None]:
        """Names whose units the custodian moves next, in this transaction; used up by that
        movement.

        The custodian's wallet itself or an agent of the token (`NotCustodianOrAgent`).

        Arguments: `custodian` any wallet of the custodian; `wallet` any wallet of the investor;
        the custodian's own for its own units; zero takes the name back

        Solidity: `nameBeneficiary(address,address,address)`, nonpayable, selector 0xb535071d
        """
        return self._write(
            "nameBeneficiary(address,address,address)", type(None), token, custodian, wallet
        )

    def reassignShare(
        self,
        token: _rt.Address,
        custodian: _rt.Address,
        fromInvestor: _rt.Address,
        toInvestor: _rt.Address,
        units: int,
        reason: int,
    ) -> _rt.Write[None]:
        """Gives units in custody, with their lots, to another investor; frozen or not.

        Agents of the token. The custodian itself stands for units that it has been given
        without a name, such as those found by a count. An investor who had none counts as a
        holder of no country and class until `IRuleConfiguration.recount`. Not while a count
        runs (`IRuleConfiguration.CountRunning`).

        Arguments: `reason` the agent's reason code

        Solidity: `reassignShare(address,address,address,address,uint256,uint8)`, nonpayable,
        selector 0xc70645ee
        """
        return self._write(
            "reassignShare(address,address,address,address,uint256,uint8)",
            type(None),
            token,
            custodian,
            fromInvestor,
            toInvestor,
            units,
            reason,
        )

    def setFrozenShare(
        self,
        token: _rt.Address,
        custodian: _rt.Address,
        investor: _rt.Address,
        units: int,
        reason: int,
    ) -> _rt.Write[None]:
        """Sets how many units of an investor's share must stay; may exceed the share.

        Agents of the token.

        Arguments: `reason` the agent's reason code

        Solidity: `setFrozenShare(address,address,address,uint256,uint8)`, nonpayable, selector
        0x34690821
        """
        return self._write(
            "setFrozenShare(address,address,address,uint256,uint8)",
            type(None),
            token,
            custodian,
            investor,
            units,
            reason,
        )

    def shareOf(
        self, token: _rt.Address, custodian: _rt.Address, investor: _rt.Address
    ) -> _rt.Read[int]:
        """Units that a custodian holds for an investor.

        Solidity: `shareOf(address,address,address)`, view, selector 0x7098fa97
        """
        return self._read("shareOf(address,address,address)", int, token, custodian, investor)


class ICustody(_rt.Contract):
    """At the engine's address, for tokens that keep lots. A custodian is a holder whose record
    says so: the escrow of the bridge, pools, settlement, brokerage. It is not counted as a
    holder and no limit on investors concerns it; what it holds stays the investors', with
    their lots. Units are token units; investors and custodians are named by identity, and
    all wallets of a custodian are one. | movement | whose units | what it is |
    |---|---|---| | into custody | the sender's, or the one's whom the custodian names | a
    deposit; a sale when another is named | | out of custody | whom the custodian names;
    else the recipient's, where it has a share | a return; a sale when another receives | |
    between custodians | whom the giving one names | a deposit moves; a sale when the taking
    one names another | A custodian names itself for units that are its own. Without a name
    where one is needed a movement is refused with code 34, with 35 where the share is
    frozen or its investor under a sanctions hold, with 36 where it is too low. Deposits and
    returns ask no pack; in a sale the packs look at the two investors, and so do the
    general rules on balances (codes 24 to 26), caps on holders (27 to 29) and volume (31):
    what an investor has in custody is part of what it holds, it is counted as a holder
    while it has any, and what is sold of it counts in its window. A deposit or return,
    which changes no hands, is never refused for any of these. In a sale the rules on
    countries (codes 19 and 20) look at the buyer beside the custodian. Pre-approval, hours
    and ticket look at the two wallets between which units move.
    """

    NAME = "ICustody"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ICustodyEvents.CustodyReassigned,
        ICustodyEvents.CustodyShareChanged,
        ICustodyEvents.CustodyShareFrozen,
    )
    structs: TypeAlias = ICustodyStructs
    errors: TypeAlias = ICustodyErrors
    events: TypeAlias = ICustodyEvents

    @cached_property
    def functions(self) -> ICustodyFunctions:
        """What the contract can be asked and told."""
        return ICustodyFunctions(self.contract, self.ERRORS)
