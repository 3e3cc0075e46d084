"""The token: balances, allowances, freezes, pause, forced paths and recovery."""

from collections.abc import Sequence

from eth_utils.crypto import keccak

from tests.differential.token.model.compliance import ModularCompliance
from tests.differential.token.model.identities import World
from tests.differential.token.model.ledger import MAX_UINT256, Ledger
from tests.differential.token.model.registries import IdentityRegistry
from tests.differential.token.model.roles import WithAgents
from tests.differential.token.operations import ZERO, Argument

INTERFACE_VERSION = "4.1.3"


class Token(WithAgents):
    """T-REX's `Token`, statement by statement where the order decides the refusal."""

    kind = "Token"

    def __init__(self, ledger: Ledger, name: str, owner: str) -> None:
        super().__init__(ledger, name, owner)
        self.title = "Measured"
        self.symbol = "MSR"
        self.decimals = 18
        self.onchain_id = ZERO
        self.paused = True
        self.supply = 0
        self.balances: dict[str, int] = {}
        self.allowances: dict[tuple[str, str], int] = {}
        self.frozen: dict[str, int] = {}
        self.frozen_wallets: set[str] = set()
        self.registry_name = self.compliance_name = ZERO

    @property
    def registry(self) -> IdentityRegistry:
        """The identity registry it points at."""
        found = self.ledger.contracts[self.registry_name]
        assert isinstance(found, IdentityRegistry)
        return found

    @property
    def compliance(self) -> ModularCompliance:
        """The compliance contract it points at."""
        found = self.ledger.contracts[self.compliance_name]
        assert isinstance(found, ModularCompliance)
        return found

    def balance(self, wallet: str) -> int:
        """Units a wallet holds, frozen ones included."""
        return self.balances.get(wallet, 0)

    def free(self, wallet: str) -> int:
        """Units a wallet may send."""
        return self.balance(wallet) - self.frozen.get(wallet, 0)

    def allowance(self, owner: str, spender: str) -> int:
        """Units a spender may still move."""
        return self.allowances.get((owner, spender), 0)

    # -- ERC-20 ---------------------------------------------------------------------------------

    def approve(self, caller: str, spender: str, amount: int) -> bool:
        self._approve(caller, spender, amount)
        return True

    def increase_allowance(self, caller: str, spender: str, amount: int) -> bool:
        allowed = self.allowance(caller, spender) + amount
        self.need("no_overflow", allowed <= MAX_UINT256)
        self._approve(caller, spender, allowed)
        return True

    def decrease_allowance(self, caller: str, spender: str, amount: int) -> bool:
        allowed = self.allowance(caller, spender) - amount
        self.need("enough_allowance", allowed >= 0)
        self._approve(caller, spender, allowed)
        return True

    def transfer(self, caller: str, to: str, amount: int) -> bool:
        self._check_transfer(caller, to, amount)
        self._move(caller, to, amount)
        self._notify("transferred", caller, to, amount)
        return True

    def transfer_from(self, caller: str, sender: str, to: str, amount: int) -> bool:
        self._check_transfer(sender, to, amount)
        allowed = self.allowance(sender, caller) - amount
        self.need("enough_allowance", allowed >= 0)
        self.need("sender_nonzero", sender != ZERO)
        self._approve(sender, caller, allowed)
        self._move(sender, to, amount)
        self._notify("transferred", sender, to, amount)
        return True

    # -- agents ---------------------------------------------------------------------------------

    def mint(self, caller: str, to: str, amount: int) -> None:
        self.only_agent(caller)
        self.need("recipient_verified", self._verified(to))
        self.need("compliant", self._compliant(ZERO, to, amount))
        self.need("no_overflow", self.supply + amount <= MAX_UINT256)
        self.supply += amount
        self.balances[to] = self.balance(to) + amount
        self.emit("Transfer", ZERO, to, amount)
        self._notify("created", to, amount)

    def burn(self, caller: str, wallet: str, amount: int) -> None:
        self.only_agent(caller)
        self.need("enough_balance", self.balance(wallet) >= amount)
        self._unfreeze_for(wallet, amount)
        self.need("sender_nonzero", wallet != ZERO)
        self.supply -= amount
        self.balances[wallet] = self.balance(wallet) - amount
        self.emit("Transfer", wallet, ZERO, amount)
        self._notify("destroyed", wallet, amount)

    def forced_transfer(self, caller: str, sender: str, to: str, amount: int) -> bool:
        self.only_agent(caller)
        self.need("enough_balance", self.balance(sender) >= amount)
        self._unfreeze_for(sender, amount)
        self.need("recipient_verified", self._verified(to))
        self.need("sender_nonzero", sender != ZERO)
        self._move(sender, to, amount)
        self._notify("transferred", sender, to, amount)
        return True

    def set_address_frozen(self, caller: str, wallet: str, freeze: bool) -> None:
        self.only_agent(caller)
        (self.frozen_wallets.add if freeze else self.frozen_wallets.discard)(wallet)
        self.emit("AddressFrozen", wallet, freeze, caller)

    def freeze_partial_tokens(self, caller: str, wallet: str, amount: int) -> None:
        self.only_agent(caller)
        frozen = self.frozen.get(wallet, 0) + amount
        self.need("no_overflow", frozen <= MAX_UINT256)
        self.need("enough_free", self.balance(wallet) >= frozen)
        self.frozen[wallet] = frozen
        self.emit("TokensFrozen", wallet, amount)

    def unfreeze_partial_tokens(self, caller: str, wallet: str, amount: int) -> None:
        self.only_agent(caller)
        frozen = self.frozen.get(wallet, 0) - amount
        self.need("enough_frozen", frozen >= 0)
        self.frozen[wallet] = frozen
        self.emit("TokensUnfrozen", wallet, amount)

    def pause(self, caller: str) -> None:
        self.only_agent(caller)
        self.need("not_paused", not self.paused)
        self.paused = True
        self.emit("Paused", caller)

    def unpause(self, caller: str) -> None:
        self.only_agent(caller)
        self.need("paused", self.paused)
        self.paused = False
        self.emit("Unpaused", caller)

    def recovery_address(self, caller: str, lost: str, new: str, identity: str) -> bool:
        self.only_agent(caller)
        balance, frozen = self.balance(lost), self.frozen.get(lost, 0)
        self.need("something_to_recover", balance != 0)
        world = self.ledger.contracts["world"]
        assert isinstance(world, World)
        self.need("identity_answers", world.answers(identity), vital=True)
        self.need("new_wallet_manages_identity", world.manages(identity, new))
        country = self.registry.storage.country(lost)
        self.ledger.nested(
            "registers_new_wallet",
            self.name,
            self.registry_name,
            "registerIdentity",
            new,
            identity,
            country,
        )
        self._again("moves_balance", caller, "forcedTransfer", lost, new, balance)
        if frozen:
            self._again("", caller, "freezePartialTokens", new, frozen)
        if lost in self.frozen_wallets:
            self._again("", caller, "setAddressFrozen", new, True)
        self.ledger.nested(
            "deletes_lost_wallet", self.name, self.registry_name, "deleteIdentity", lost
        )
        self.emit("RecoverySuccess", lost, new, identity)
        return True

    # -- batches --------------------------------------------------------------------------------

    def batch_transfer(self, caller: str, to: Sequence[str], amounts: Sequence[int]) -> None:
        self._each(caller, "transfer", to, amounts)

    def batch_forced_transfer(
        self, caller: str, senders: Sequence[str], to: Sequence[str], amounts: Sequence[int]
    ) -> None:
        self._each(caller, "forcedTransfer", senders, to, amounts)

    def batch_mint(self, caller: str, to: Sequence[str], amounts: Sequence[int]) -> None:
        self._each(caller, "mint", to, amounts)

    def batch_burn(self, caller: str, wallets: Sequence[str], amounts: Sequence[int]) -> None:
        self._each(caller, "burn", wallets, amounts)

    def batch_set_address_frozen(
        self, caller: str, wallets: Sequence[str], freeze: Sequence[bool]
    ) -> None:
        self._each(caller, "setAddressFrozen", wallets, freeze)

    def batch_freeze_partial_tokens(
        self, caller: str, wallets: Sequence[str], amounts: Sequence[int]
    ) -> None:
        self._each(caller, "freezePartialTokens", wallets, amounts)

    def batch_unfreeze_partial_tokens(
        self, caller: str, wallets: Sequence[str], amounts: Sequence[int]
    ) -> None:
        self._each(caller, "unfreezePartialTokens", wallets, amounts)

    # -- owner ----------------------------------------------------------------------------------

    def set_name(self, caller: str, title: str) -> None:
        self.only_owner(caller)
        self.need("not_empty", title != "")
        self.title = title
        self._tell_information()

    def set_symbol(self, caller: str, symbol: str) -> None:
        self.only_owner(caller)
        self.need("not_empty", symbol != "")
        self.symbol = symbol
        self._tell_information()

    def set_onchain_id(self, caller: str, identity: str) -> None:
        self.only_owner(caller)
        self.onchain_id = identity
        self._tell_information()

    def set_identity_registry(self, caller: str, registry: str) -> None:
        self.only_owner(caller)
        self.registry_name = registry
        self.emit("IdentityRegistryAdded", registry)

    def set_compliance(self, caller: str, compliance: str) -> None:
        self.only_owner(caller)
        self.ledger.nested("old_lets_go", self.name, self.compliance_name, "unbindToken", self.name)
        known = self.ledger.contracts.get(compliance)
        self.need("new_is_contract", isinstance(known, ModularCompliance), vital=True)
        self.ledger.nested("new_accepts", self.name, compliance, "bindToken", self.name)
        self.compliance_name = compliance
        self.emit("ComplianceAdded", compliance)

    # -- inside ---------------------------------------------------------------------------------

    def _check_transfer(self, sender: str, to: str, amount: int) -> None:
        self.need("not_paused", not self.paused)
        self.need("recipient_not_frozen", to not in self.frozen_wallets)
        self.need("sender_not_frozen", sender not in self.frozen_wallets)
        self.need("enough_free", amount <= self.free(sender))
        self.need("recipient_verified", self._verified(to))
        self.need("compliant", self._compliant(sender, to, amount))

    def _verified(self, wallet: str) -> bool:
        verdict = self.ledger.call(self.name, self.registry_name, "isVerified", wallet)
        return bool(verdict)

    def _compliant(self, sender: str, to: str, amount: int) -> bool:
        verdict = self.ledger.call(
            self.name, self.compliance_name, "canTransfer", sender, to, amount
        )
        return bool(verdict)

    def _notify(self, function: str, *arguments: str | int) -> None:
        self.ledger.nested(
            "compliance_informed", self.name, self.compliance_name, function, *arguments
        )

    def _approve(self, owner: str, spender: str, amount: int) -> None:
        self.need("spender_nonzero", spender != ZERO)
        self.allowances[owner, spender] = amount
        self.emit("Approval", owner, spender, amount)

    def _move(self, sender: str, to: str, amount: int) -> None:
        self.balances[sender] = self.balance(sender) - amount
        self.balances[to] = self.balance(to) + amount
        self.emit("Transfer", sender, to, amount)

    def _unfreeze_for(self, wallet: str, amount: int) -> None:
        missing = amount - self.free(wallet)
        if missing > 0:
            self.frozen[wallet] = self.frozen.get(wallet, 0) - missing
            self.emit("TokensUnfrozen", wallet, missing)

    def _tell_information(self) -> None:
        self.emit(
            "UpdatedTokenInformation",
            # Indexed texts are logged as their hashes.
            "0x" + keccak(text=self.title).hex(),
            "0x" + keccak(text=self.symbol).hex(),
            self.decimals,
            INTERFACE_VERSION,
            self.onchain_id,
        )

    def _again(self, condition: str, caller: str, function: str, *arguments: Argument) -> None:
        """Call another function of this contract in the same caller's name."""
        if condition:
            self.ledger.nested(condition, caller, self.name, function, *arguments)
        else:
            self.ledger.call(caller, self.name, function, *arguments)

    def _each(self, caller: str, function: str, *columns: Sequence[Argument]) -> None:
        first, *others = columns
        for index in range(len(first)):
            self.need(
                "arrays_long_enough", all(index < len(column) for column in others), vital=True
            )
            self._again("each", caller, function, *(column[index] for column in columns))
