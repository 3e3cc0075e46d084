"""Modular compliance and the four modules that random sequences bind."""

# ruff: noqa: ARG002 -- functions take what a transaction brings, used or not

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from tests.differential.token.model.ledger import MAX_UINT256, Ledger, ModelContract
from tests.differential.token.model.registries import IdentityRegistry
from tests.differential.token.model.roles import Owned
from tests.differential.token.operations import ZERO, Argument

MOST_MODULES = 25
MOST_WINDOWS = 4


@runtime_checkable
class Holding(Protocol):
    """What modules read of a token."""

    supply: int
    agents: set[str]

    @property
    def registry(self) -> IdentityRegistry:
        """Its identity registry."""


class ModularCompliance(Owned):
    """The modules of one token, asked before and told after each movement."""

    kind = "ModularCompliance"

    def __init__(self, ledger: Ledger, name: str, owner: str) -> None:
        super().__init__(ledger, name, owner)
        self.token_bound = ZERO
        self.modules: list[str] = []

    def bind_token(self, caller: str, token: str) -> None:
        free_to_bind = self.token_bound == ZERO and caller == token
        self.need("owner_or_token", caller == self.owner_name or free_to_bind)
        self.need("token_nonzero", token != ZERO)
        self.token_bound = token
        self.emit("TokenBound", token)

    def unbind_token(self, caller: str, token: str) -> None:
        self.need("owner_or_token", caller in {self.owner_name, token})
        self.need("bound", token == self.token_bound)
        self.need("token_nonzero", token != ZERO)
        self.token_bound = ZERO
        self.emit("TokenUnbound", token)

    def add_module(self, caller: str, module: str) -> None:
        self.only_owner(caller)
        self.need("module_nonzero", module != ZERO, vital=True)
        self.need("not_yet_bound", module not in self.modules)
        self.need("room", len(self.modules) < MOST_MODULES)
        known = self.ledger.contracts.get(module)
        self.need("is_module", isinstance(known, ModelModule), vital=True)
        assert isinstance(known, ModelModule)
        self.need("suitable", known.suits(self))
        self.ledger.nested("module_accepts", self.name, module, "bindCompliance", self.name)
        self.modules.append(module)
        self.emit("ModuleAdded", module)

    def remove_module(self, caller: str, module: str) -> None:
        self.only_owner(caller)
        self.need("module_nonzero", module != ZERO, vital=True)
        self.need("module_bound", module in self.modules, vital=True)
        self.ledger.nested("module_lets_go", self.name, module, "unbindCompliance", self.name)
        position = self.modules.index(module)
        self.modules[position] = self.modules[-1]
        self.modules.pop()
        self.emit("ModuleRemoved", module)

    def transferred(self, caller: str, sender: str, to: str, amount: int) -> None:
        self.need("token", caller == self.token_bound)
        self.need("parties_nonzero", ZERO not in {sender, to})
        self.need("some_amount", amount > 0)
        self._tell("moduleTransferAction", sender, to, amount)

    def created(self, caller: str, to: str, amount: int) -> None:
        self.need("token", caller == self.token_bound)
        self.need("parties_nonzero", to != ZERO)
        self.need("some_amount", amount > 0)
        self._tell("moduleMintAction", to, amount)

    def destroyed(self, caller: str, sender: str, amount: int) -> None:
        self.need("token", caller == self.token_bound)
        self.need("parties_nonzero", sender != ZERO)
        self.need("some_amount", amount > 0)
        self._tell("moduleBurnAction", sender, amount)

    def call_module_function(
        self, caller: str, module: str, function: str, arguments: Sequence[Argument]
    ) -> None:
        self.only_owner(caller)
        self.need("module_bound", module in self.modules, vital=True)
        self.ledger.nested("module_accepts", self.name, module, function, *arguments)
        self.emit("ModuleInteraction", module, function)

    def can_transfer(self, caller: str, sender: str, to: str, amount: int) -> bool:
        for name in self.modules:
            module = self.ledger.contracts[name]
            assert isinstance(module, ModelModule)
            with self.ledger.inside(f"{module.kind}.moduleCheck"):
                if not module.check(sender, to, amount, self):
                    return False
        self.ledger.took("every_module_agrees")
        return True

    def token(self) -> Holding:
        """The bound token, for a module that asks it."""
        found: object = self.ledger.contracts.get(self.token_bound)
        self.need("token_answers", isinstance(found, Holding), vital=True)
        assert isinstance(found, Holding)
        return found

    def _tell(self, function: str, *arguments: Argument) -> None:
        for name in self.modules:
            self.ledger.nested("modules_accept", self.name, name, function, *arguments)


class ModelModule(ModelContract):
    """What T-REX's modules share: the compliance contracts bound to them.

    Their settings are kept per compliance contract, which is always the caller.
    """

    def __init__(self, ledger: Ledger, name: str) -> None:
        super().__init__(ledger, name)
        self.bound: set[str] = set()

    def only_bound(self, caller: str) -> None:
        """Condition of every function that a compliance contract calls."""
        self.need("bound_compliance", caller in self.bound)

    def asking(self, caller: str) -> ModularCompliance:
        """The compliance contract that calls; an account that bound itself knows no token."""
        found = self.ledger.contracts.get(caller)
        self.need("token_answers", isinstance(found, ModularCompliance), vital=True)
        assert isinstance(found, ModularCompliance)
        return found

    def bind_compliance(self, caller: str, compliance: str) -> None:
        self.need("compliance_nonzero", compliance != ZERO)
        self.need("not_yet_bound", compliance not in self.bound)
        self.need("compliance_itself", caller == compliance)
        self.bound.add(compliance)
        self.emit("ComplianceBound", compliance)

    def unbind_compliance(self, caller: str, compliance: str) -> None:
        self.only_bound(caller)
        self.need("compliance_nonzero", compliance != ZERO)
        self.need("compliance_itself", caller == compliance)
        self.bound.discard(compliance)
        self.emit("ComplianceUnbound", compliance)

    def module_transfer_action(self, caller: str, sender: str, to: str, amount: int) -> None:
        self.only_bound(caller)

    def module_mint_action(self, caller: str, to: str, amount: int) -> None:
        self.only_bound(caller)

    def module_burn_action(self, caller: str, sender: str, amount: int) -> None:
        self.only_bound(caller)

    def suits(self, compliance: ModularCompliance) -> bool:
        """Whether the module may be bound to a compliance contract in its present state."""
        return True

    def check(self, sender: str, to: str, amount: int, compliance: ModularCompliance) -> bool:
        """The module's vote on a movement."""
        raise TypeError(f"{self.name} votes on nothing")


class CountryAllowModule(ModelModule):
    """The recipient's country must be on a list."""

    kind = "CountryAllowModule"

    def __init__(self, ledger: Ledger, name: str) -> None:
        super().__init__(ledger, name)
        self.allowed: set[tuple[str, int]] = set()

    def add_allowed_country(self, caller: str, country: int) -> None:
        self.only_bound(caller)
        self.need("not_yet_allowed", (caller, country) not in self.allowed)
        self._set(caller, country, True)

    def remove_allowed_country(self, caller: str, country: int) -> None:
        self.only_bound(caller)
        self.need("allowed", (caller, country) in self.allowed)
        self._set(caller, country, False)

    def batch_allow_countries(self, caller: str, countries: Sequence[int]) -> None:
        self.only_bound(caller)
        for country in countries:
            self._set(caller, country, True)

    def batch_disallow_countries(self, caller: str, countries: Sequence[int]) -> None:
        self.only_bound(caller)
        for country in countries:
            self._set(caller, country, False)

    def check(self, sender: str, to: str, amount: int, compliance: ModularCompliance) -> bool:
        country = compliance.token().registry.storage.country(to)
        allowed = (compliance.name, country) in self.allowed
        self.ledger.took("country_allowed" if allowed else "country_not_allowed")
        return allowed

    def _set(self, caller: str, country: int, allow: bool) -> None:
        (self.allowed.add if allow else self.allowed.discard)((caller, country))
        self.emit("CountryAllowed" if allow else "CountryUnallowed", caller, country)


class MaxBalanceModule(ModelModule):
    """No identity may hold more than so much, over all its wallets."""

    kind = "MaxBalanceModule"

    def __init__(self, ledger: Ledger, name: str) -> None:
        super().__init__(ledger, name)
        self.most: dict[str, int] = {}
        self.held: dict[tuple[str, str], int] = {}

    def set_max_balance(self, caller: str, most: int) -> None:
        self.only_bound(caller)
        self.most[caller] = most
        self.emit("MaxBalanceSet", caller, most)

    def suits(self, compliance: ModularCompliance) -> bool:
        return compliance.token().supply == 0

    def check(self, sender: str, to: str, amount: int, compliance: ModularCompliance) -> bool:
        most = self.most.get(compliance.name, 0)
        if amount > most:
            self.ledger.took("amount_above_most")
            return False
        identity = self._identity(compliance.name, to)
        fits = self.held.get((compliance.name, identity), 0) + amount <= most
        self.ledger.took("within_most" if fits else "sum_above_most")
        return fits

    def module_transfer_action(self, caller: str, sender: str, to: str, amount: int) -> None:
        self.only_bound(caller)
        source, target = self._identity(caller, sender), self._identity(caller, to)
        self._add(caller, target, amount)
        self._take(caller, source, amount)
        self._within(caller, target)

    def module_mint_action(self, caller: str, to: str, amount: int) -> None:
        self.only_bound(caller)
        target = self._identity(caller, to)
        self._add(caller, target, amount)
        self._within(caller, target)

    def module_burn_action(self, caller: str, sender: str, amount: int) -> None:
        self.only_bound(caller)
        self._take(caller, self._identity(caller, sender), amount)

    def _identity(self, compliance: str, wallet: str) -> str:
        identity = self.asking(compliance).token().registry.storage.identity(wallet)
        self.need("identity_found", identity != ZERO)
        return identity

    def _add(self, compliance: str, identity: str, amount: int) -> None:
        self.held[compliance, identity] = self.held.get((compliance, identity), 0) + amount

    def _take(self, compliance: str, identity: str, amount: int) -> None:
        left = self.held.get((compliance, identity), 0) - amount
        self.need("enough_counted", left >= 0)
        self.held[compliance, identity] = left

    def _within(self, compliance: str, identity: str) -> None:
        self.need("within_most", self.held[compliance, identity] <= self.most.get(compliance, 0))


class SupplyLimitModule(ModelModule):
    """No more than so much may exist."""

    kind = "SupplyLimitModule"

    def __init__(self, ledger: Ledger, name: str) -> None:
        super().__init__(ledger, name)
        self.limits: dict[str, int] = {}

    def set_supply_limit(self, caller: str, limit: int) -> None:
        self.only_bound(caller)
        self.limits[caller] = limit
        self.emit("SupplyLimitSet", caller, limit)

    def check(self, sender: str, to: str, amount: int, compliance: ModularCompliance) -> bool:
        if sender != ZERO:
            self.ledger.took("no_mint")
            return True
        supply = compliance.token().supply + amount
        self.need("no_overflow", supply <= MAX_UINT256)
        fits = supply <= self.limits.get(compliance.name, 0)
        self.ledger.took("within_limit" if fits else "above_limit")
        return fits


class TimeTransfersLimitsModule(ModelModule):
    """An identity that is no agent may send only so much within each window of time."""

    kind = "TimeTransfersLimitsModule"

    def __init__(self, ledger: Ledger, name: str) -> None:
        super().__init__(ledger, name)
        self.windows: dict[str, tuple[tuple[int, int], ...]] = {}
        self.positions: dict[tuple[str, int], int] = {}
        self.counters: dict[tuple[str, str, int], tuple[int, int]] = {}

    def set_time_transfer_limit(self, caller: str, limit: tuple[int, int]) -> None:
        self.only_bound(caller)
        seconds, amount = limit
        windows = list(self.windows.get(caller, ()))
        position = self.positions.get((caller, seconds))
        self.need("room", position is not None or len(windows) < MOST_WINDOWS)
        if position is None:
            self.positions[caller, seconds] = len(windows)
            windows.append(limit)
        else:
            # Positions go stale when another window is removed; T-REX then replaces the wrong one.
            self.need("position_exists", position < len(windows), vital=True)
            windows[position] = limit
        self.windows[caller] = tuple(windows)
        self.emit("TimeTransferLimitUpdated", caller, seconds, amount)

    def remove_time_transfer_limit(self, caller: str, seconds: int) -> None:
        self.only_bound(caller)
        windows = list(self.windows.get(caller, ()))
        known = [window[0] for window in windows]
        self.need("window_known", seconds in known, vital=True)
        windows[known.index(seconds)] = windows[-1]
        windows.pop()
        self.windows[caller] = tuple(windows)
        self.positions.pop((caller, seconds), None)
        self.emit("TimeTransferLimitRemoved", caller, seconds)

    def check(self, sender: str, to: str, amount: int, compliance: ModularCompliance) -> bool:
        took = self.ledger.took
        if sender == ZERO:
            took("mint")
            return True
        if sender in compliance.token().agents:
            took("sender_is_agent")
            return True
        identity = compliance.token().registry.storage.identity(sender)
        for seconds, most in self.windows.get(compliance.name, ()):
            if amount > most:
                took("amount_above_limit")
                return False
            sent, until = self.counters.get((compliance.name, identity, seconds), (0, 0))
            if until > self.ledger.now and sent + amount > most:
                took("window_exhausted")
                return False
        took("within_windows")
        return True

    def module_transfer_action(self, caller: str, sender: str, to: str, amount: int) -> None:
        self.only_bound(caller)
        identity = self.asking(caller).token().registry.storage.identity(sender)
        for seconds, _ in self.windows.get(caller, ()):
            sent, until = self.counters.get((caller, identity, seconds), (0, 0))
            if until <= self.ledger.now:
                sent, until = 0, self.ledger.now + seconds
            self.counters[caller, identity, seconds] = (sent + amount, until)
