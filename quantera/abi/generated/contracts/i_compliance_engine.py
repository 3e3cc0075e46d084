"""IComplianceEngine and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IComplianceEngineStructs:
    """Structs of IComplianceEngine."""

    Movement: TypeAlias = _structs.IComplianceEngine_Movement


class IComplianceEngineErrors:
    """Errors of IComplianceEngine."""

    ExtensionWithoutCode: TypeAlias = _errors.ExtensionWithoutCode
    TokenNotRegistered: TypeAlias = _errors.TokenNotRegistered


class IComplianceEngineEvents:
    """Events of IComplianceEngine."""

    @dataclass(frozen=True)
    class TransferDecision(_rt.Event):
        """A movement was allowed and recorded.

        Arguments: `fromIdentity` identity under which the sender's units were counted, zero on
        the mint paths; `packed` from the lowest bit: amount 128, rule-set version 32, path 8,
        code 8, packs that ran 8 (one bit per jurisdiction), unused 72; `toIdentity` identity
        under which the recipient's units are counted, zero on the burn paths; `token` the token
        """

        SIGNATURE: ClassVar[str] = "TransferDecision(address,address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a20790483d98c7abe89c55f85dde55795d1d9942aeae43260a4501d807e0e2d3"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        token: _rt.Address
        fromIdentity: _rt.Address
        toIdentity: _rt.Address
        packed: int


class IComplianceEngineFunctions(_rt.Functions):
    """Functions of IComplianceEngine."""

    def isAttested(self, wallet: _rt.Address) -> _rt.Read[bool]:
        """Whether a wallet is registered and its stored evidence counts now, whatever the
        registry's mode of verification: what `isVerified` says of a registry that is not live.

        Solidity: `isAttested(address)`, view, selector 0x3c23afba
        """
        return self._read("isAttested(address)", bool, wallet)

    def preview(
        self, token: _rt.Address, path: int, movement: _structs.IComplianceEngine_Movement
    ) -> _rt.Read[int]:
        """The code that `settle` would give now, without doing anything.

        Reverts with `TokenNotRegistered` for an unknown token.

        Solidity:
        `preview(address,uint8,(address,address,address,uint256,uint256,uint256,uint256))`,
        view, selector 0xebd04e13
        """
        return self._read(
            "preview(address,uint8,(address,address,address,uint256,uint256,uint256,uint256))",
            int,
            token,
            path,
            movement,
        )

    def settle(self, path: int, movement: _structs.IComplianceEngine_Movement) -> _rt.Write[int]:
        """Decides a movement of the calling token and, when it is allowed, records it.

        The caller must be a registered token (`TokenNotRegistered`). The token calls before it
        changes balances and must not move anything when the code is not 0.

        Arguments: `movement` the movement; `path` why tokens move

        Returns: `code` 0 when allowed and recorded; otherwise nothing has changed

        Solidity: `settle(uint8,(address,address,address,uint256,uint256,uint256,uint256))`,
        nonpayable, selector 0x047f4ee9
        """
        return self._write(
            "settle(uint8,(address,address,address,uint256,uint256,uint256,uint256))",
            int,
            path,
            movement,
        )

    def settleArrival(
        self,
        movement: _structs.IComplianceEngine_Movement,
        identity: _rt.Address,
        lots: _rt.Sequence[int],
    ) -> _rt.Write[int]:
        """`settle` of units that arrive from another chain with lots (CROSSCHAIN_MINT).

        Reverts as `settle`, with `ILots.LotsNotKept`, and with `ILots.LotMalformed` and
        `ILots.LotsNotTheAmount` unless the words are lots of exactly the amount. Lots that
        arrive for another identity than the one that sent are sold to it.

        Arguments: `identity` identity that had them on the other chain; `lots` lots as
        `settleDeparture` gave them on the other chain

        Solidity:
        `settleArrival((address,address,address,uint256,uint256,uint256,uint256),address,uint256[])`,
        nonpayable, selector 0x4d2a70d7
        """
        return self._write(
            "settleArrival((address,address,address,uint256,uint256,uint256,uint256),address,uint256[])",
            int,
            movement,
            identity,
            lots,
        )

    def settleBatch(
        self,
        spender: _rt.Address,
        from_: _rt.Address,
        fromBalanceBefore: int,
        recipients: _rt.Sequence[_rt.Address],
        balancesBefore: _rt.Sequence[int],
        amounts: _rt.Sequence[int],
    ) -> _rt.Write[None]:
        """Decides and records several transfers of one sender, in order, all or none.

        As `settle` on the TRANSFER path for each, at less gas. Reverts with the token's own
        `TransferRefused(code, from, to, amount)` for the first that is not allowed, which
        undoes what the token has moved. The arrays have equal length; the caller sees to that,
        a missing entry reverts without reason.

        Arguments: `amounts` units for each; `balancesBefore` units in each recipient's wallet
        before its own transfer; `from` the wallet that gives; `fromBalanceBefore` units in it
        before the first; `recipients` wallets that receive; one may stand more than once;
        `spender` who caused them

        Solidity: `settleBatch(address,address,uint256,address[],uint256[],uint256[])`,
        nonpayable, selector 0xdba49dd3
        """
        return self._write(
            "settleBatch(address,address,uint256,address[],uint256[],uint256[])",
            type(None),
            spender,
            from_,
            fromBalanceBefore,
            recipients,
            balancesBefore,
            amounts,
        )

    def settleDeparture(
        self, movement: _structs.IComplianceEngine_Movement
    ) -> _rt.Write[tuple[int, _rt.Address, list[int]]]:
        """`settle` of units that leave for another chain (CROSSCHAIN_BURN), with what the other
        end needs to know.

        Returns: `code` as `settle`; where it is not 0 there is no identity and there are no
        lots; `identity` identity with which `movement.from` is registered; zero when it is not;
        `lots` lots that left (`ILots`); empty where none are kept

        Solidity: `settleDeparture((address,address,address,uint256,uint256,uint256,uint256))`,
        nonpayable, selector 0x07c7e826
        """
        return self._write(
            "settleDeparture((address,address,address,uint256,uint256,uint256,uint256))",
            tuple[int, _rt.Address, list[int]],
            movement,
        )


class IComplianceEngine(_rt.Contract):
    """One proxy decides and records for all tokens of a chain and is their identity registry
    too. Amounts are token units, times Unix seconds, codes those of
    `quantera/data/compliance/reasons.yaml` (0 allows). Rules that run on each path, beside
    the lots that follow every movement: | path | recipient verified, not sanctioned |
    sender not sanctioned | other rules | |---|---|---|---| | TRANSFER | yes | yes | all | |
    MINT | yes | - | those that look at the recipient or the supply | | BURN | - | - | none
    | | FORCED | yes | - | none | | RECOVERY | yes | - | none | | CROSSCHAIN_MINT | yes | -
    | those that look at the recipient or the supply, without ticket and window | |
    CROSSCHAIN_BURN | - | yes | those that look at the sender | Between two wallets of one
    identity only verification, sanctions, country and transfer window are asked: nothing
    changes hands. A custodial holder is exempt from limits on the investor and is not
    counted as a holder; where lots are kept, limits look through it at the investors behind
    it, see `ICustody`.
    """

    NAME = "IComplianceEngine"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (IComplianceEngineEvents.TransferDecision,)
    structs: TypeAlias = IComplianceEngineStructs
    errors: TypeAlias = IComplianceEngineErrors
    events: TypeAlias = IComplianceEngineEvents

    @cached_property
    def functions(self) -> IComplianceEngineFunctions:
        """What the contract can be asked and told."""
        return IComplianceEngineFunctions(self.contract, self.ERRORS)
