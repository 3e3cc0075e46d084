"""Random operations on compliance contracts and their modules."""

from tests.differential.token import cast
from tests.differential.token.cast import by, setting
from tests.differential.token.chooser import (
    STRANGER,
    Chooser,
)
from tests.differential.token.model.compliance import ModularCompliance
from tests.differential.token.operations import ZERO, Operation
from tests.differential.token.questions import COMPLIANCES


def bind_token(it: Chooser) -> Operation:
    contract = it.one_of(COMPLIANCES)
    found = it.ledger.contracts[contract]
    assert isinstance(found, ModularCompliance)
    if found.token_bound != ZERO and it.rarely(2):
        return by(it.owner(contract), contract, "unbindToken", it.one_of(("token", ZERO)))
    return by(it.owner(contract), contract, "bindToken", it.mostly(["token"], (ZERO, STRANGER)))


def modules(it: Chooser) -> Operation:
    contract = it.token.compliance_name
    bound = it.compliance.modules
    missing = [module for module in cast.MODULES if module not in bound]
    if missing and not it.rarely(3):
        return by(it.owner(contract), contract, "addModule", it.one_of(missing))
    function = it.one_of(("removeModule", "addModule"))
    module = it.mostly(cast.MODULES, (ZERO, STRANGER) if function == "addModule" else (ZERO,))
    return by(it.owner(contract), contract, function, module)


def notify_directly(it: Chooser) -> Operation:
    contract = it.one_of(COMPLIANCES)
    found = it.ledger.contracts[contract]
    assert isinstance(found, ModularCompliance)
    able = [found.token_bound] if found.token_bound in cast.WALLETS else []
    caller = it.mostly(able, (STRANGER, "agent"))
    function = it.one_of(("transferred", "created", "destroyed"))
    parties = [it.mostly(cast.HOLDERS, (ZERO,)) for _ in range(1 + (function == "transferred"))]
    return by(caller, contract, function, *parties, it.one_of((1, 0)))


def module_setting(it: Chooser) -> Operation:
    bound = it.compliance.modules
    module = it.mostly(bound, cast.MODULES)
    function, *arguments = _module_call(it, module)
    made = setting(module, str(function), *arguments)
    contract = it.token.compliance_name
    return Operation(it.owner(contract), contract, made.function, made.arguments)


def module_directly(it: Chooser) -> Operation:
    module = it.one_of(cast.MODULES)
    caller = it.one_of((STRANGER, "owner"))
    function = it.one_of(("setting", "bindCompliance", "unbindCompliance", "moduleBurnAction"))
    match function:
        case "setting":
            call, *arguments = _module_call(it, module)
            return by(caller, module, str(call), *arguments)
        case "moduleBurnAction":
            return by(caller, module, function, "holder_one", 1)
        case _:
            target = it.one_of((*COMPLIANCES, caller, ZERO))
            return by(caller, module, function, target)


def _module_call(it: Chooser, module: str) -> tuple[object, ...]:
    match module:
        case "country_allow":
            function = it.one_of(("addAllowedCountry", "removeAllowedCountry"))
            if it.rarely():
                function = it.one_of(("batchAllowCountries", "batchDisallowCountries"))
                return function, list(cast.ALLOWED_COUNTRIES)
            return function, it.one_of(cast.COUNTRIES)
        case "max_balance":
            return "setMaxBalance", it.one_of((cast.MOST_PER_IDENTITY, 1_000, 10**6, 0))
        case "supply_limit":
            supply = it.token.supply
            return "setSupplyLimit", it.one_of((cast.SUPPLY_LIMIT, supply, supply + 1, 10**6))
        case _:
            seconds = it.one_of((cast.WINDOW, 3_600, 60, 7, 8))
            if it.rarely(3):
                return "removeTimeTransferLimit", seconds
            return "setTimeTransferLimit", (seconds, it.one_of((cast.WINDOW_LIMIT, 100, 10**6)))
