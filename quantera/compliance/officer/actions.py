"""Turns an officer's verb into the calls that carry it out on one chain, from what stands there."""

from dataclasses import dataclass

from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.errors import ComplianceError
from quantera.compliance.moments import iso
from quantera.compliance.officer import calls
from quantera.compliance.officer.order import Operation
from quantera.compliance.record import IDENTITY_MASK, valid_until_of
from quantera.compliance.rules.general import MAX_AMOUNT


@dataclass(frozen=True, slots=True)
class Holding:
    """What one wallet holds: balance and frozen amount in token units, and the wallet freeze."""

    balance: int
    frozen: int
    wallet_frozen: bool


@dataclass(frozen=True, slots=True)
class Bench:
    """One chain's registry and one token there, for one reason's code.

    Attributes:
        registry: the chain.
        token: the token's address.
        reason: code that the calls carry.
    """

    registry: EvmRegistry
    token: str
    reason: int

    def holding(self, wallet: str) -> Holding:
        """What a wallet holds now."""
        return Holding(
            self._number("balanceOf", wallet),
            self._number("getFrozenTokens", wallet),
            bool(self._number("isFrozen", wallet)),
        )

    def freeze(self, wallet: str, amount: int | None) -> list[Operation]:
        """The whole wallet, or `amount` units more than are frozen; the balance may be less.

        Raises:
            ComplianceError: more units would be frozen than a token can have.
        """
        now = self.holding(wallet)
        if amount is None:
            return [] if now.wallet_frozen else [self._wallet_freeze(wallet, True)]
        if now.frozen + amount > MAX_AMOUNT:
            raise ComplianceError(f"{now.frozen} frozen and {amount} more are above {MAX_AMOUNT}")
        return [self._frozen(wallet, now.frozen, now.frozen + amount)]

    def unfreeze(self, wallet: str, amount: int | None) -> list[Operation]:
        """The wallet's freeze, or `amount` of its frozen units.

        Raises:
            ComplianceError: fewer units are frozen.
        """
        now = self.holding(wallet)
        if amount is None:
            return [self._wallet_freeze(wallet, False)] if now.wallet_frozen else []
        if amount > now.frozen:
            raise ComplianceError(f"{wallet}: {now.frozen} units are frozen, not {amount}")
        return [self._frozen(wallet, now.frozen, now.frozen - amount)]

    def force(self, giver: str, taker: str, amount: int) -> list[Operation]:
        """Moves units whatever the holder says; frozen ones are released as far as needed.

        Raises:
            ComplianceError: the same wallet twice, or too few units.
        """
        if giver == taker:
            raise ComplianceError("a forced transfer needs two wallets")
        now = self.holding(giver)
        if amount > now.balance:
            raise ComplianceError(f"{giver} holds {now.balance} units, not {amount}")
        effect = f"balance {now.balance} -> {now.balance - amount}, to {taker}"
        return [self._on_token("forcedTransferWithReason", giver, effect, taker, amount)]

    def recover(self, lost: str, new: str) -> list[Operation]:
        """The whole holding of a lost wallet to another one of its investor, freezes with it.

        With an identity contract the token checks that the new wallet is one of its keys. An
        attested identity has no contract: the new wallet must stand in the register under the same
        identity, which the trusted issuer has signed for, and freezes are set before units arrive.

        Raises:
            ComplianceError: nothing to recover, or the wallets are not one investor's.
        """
        identity = self.registry.record(lost) & IDENTITY_MASK
        if not identity or lost == new:
            raise ComplianceError(f"{lost} is not registered, or is the new wallet itself")
        now = self.holding(lost)
        if not now.balance:
            raise ComplianceError(f"{lost} holds nothing")
        name = f"0x{identity:040x}"
        if self.registry.has_code(name):
            effect = f"{now.balance} units, {now.frozen} frozen, to {new} of {name}"
            return [self._on_token("recoveryAddressWithReason", lost, effect, new, name)]
        if self.registry.record(new) & IDENTITY_MASK != identity:
            raise ComplianceError(f"register {new} for the same investor first: plan and apply")
        there = self.holding(new)
        steps = []
        if now.wallet_frozen and not there.wallet_frozen:
            steps.append(self._wallet_freeze(new, True))
        if now.frozen:
            total = min(there.frozen + now.frozen, MAX_AMOUNT)
            steps.append(self._frozen(new, there.frozen, total))
        steps += self.force(lost, new, now.balance)
        if now.frozen > now.balance:
            steps.append(self._frozen(lost, now.frozen - now.balance, 0))
        return [*steps, *self.revoke(lost)]

    def revoke(self, wallet: str) -> list[Operation]:
        """Ends a wallet's verification at once; it can still sell and redeem.

        Raises:
            ComplianceError: the wallet is not registered.
        """
        record = self.registry.record(wallet)
        if not record & IDENTITY_MASK:
            raise ComplianceError(f"{self.registry.chain}: {wallet} is not registered")
        if not valid_until_of(record):
            return []
        effect = f"verified until {iso(valid_until_of(record))} -> not verified"
        data = calls.revoke([wallet], self.reason)
        return [self._operation(self.registry.registry, data, wallet, effect)]

    def _number(self, name: str, *values: object) -> int:
        return calls.number(self.registry.question(self.token, calls.call(name, *values)))

    def _wallet_freeze(self, wallet: str, on: bool) -> Operation:
        effect = "wallet open -> frozen" if on else "wallet frozen -> open"
        return self._on_token("setAddressFrozenWithReason", wallet, effect, on)

    def _frozen(self, wallet: str, before: int, after: int) -> Operation:
        effect = f"frozen units {before} -> {after}"
        return self._on_token("setFrozenTokensWithReason", wallet, effect, after)

    def _on_token(self, name: str, wallet: str, effect: str, *values: object) -> Operation:
        return self._operation(
            self.token, calls.call(name, wallet, *values, self.reason), wallet, effect
        )

    def _operation(self, target: str, data: bytes, wallet: str, effect: str) -> Operation:
        return Operation(
            chain=self.registry.chain, target=target, data=data.hex(), wallet=wallet, effect=effect
        )
