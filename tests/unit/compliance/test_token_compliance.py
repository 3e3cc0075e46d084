"""The compliance contract of one token: its modules, its binding, and what it answers."""

from typing import Any

import pytest

from quantera.access import Role
from quantera.evm import ZERO_ADDRESS, Contract, expect_revert
from tests.unit.compliance.world import FRANCE, GERMANY, Rule, Settings, World

OWNER_CALLS = ("addModule", "removeModule", "callModuleFunction")


@pytest.fixture
def compliance(world: World) -> Contract:
    chain, manager = world.chain, world.system.manager
    implementation = chain.deploy("TokenCompliance")
    data = implementation.initialize.encode(manager, world.engine, world.token)
    contract = chain.at(chain.deploy("ManagedProxy", implementation, data), "TokenCompliance")
    selectors = [contract.abi.functions[name][0].selector for name in OWNER_CALLS]
    mapping = manager.setTargetFunctionRole.encode(contract, selectors, Role.COMPLIANCE_ADMIN)
    world.system.manager.execute(manager, mapping, sender=world.system.admin)
    return contract


@pytest.fixture
def module(world: World) -> Contract:
    return world.chain.deploy("ComplianceModuleProbe")


def as_token(world: World, compliance: Contract, name: str, *arguments: Any) -> Any:
    data = compliance.function(name).encode(*arguments)
    return world.token.callAsToken(compliance, data, sender=world.actor("anybody"))


def test_modules_come_and_go_and_the_token_knows(
    world: World, compliance: Contract, module: Contract
) -> None:
    second = world.chain.deploy("ComplianceModuleProbe")
    assert not compliance.hasModules()
    for added in (module, second):
        receipt = compliance.addModule(added, sender=world.admin)
        assert receipt.events.one("ModuleAdded")
        assert added.isComplianceBound(compliance)
        assert world.token.externalModules()
    assert compliance.getModules() == [module.address, second.address]
    compliance.removeModule(module, sender=world.admin)
    assert not compliance.isModuleBound(module)
    assert not module.isComplianceBound(compliance)
    assert world.token.externalModules()
    compliance.removeModule(second, sender=world.admin)
    assert (compliance.getModules(), compliance.hasModules()) == ([], False)
    assert not world.token.externalModules()


def test_a_module_joins_once_and_leaves_once(
    world: World, compliance: Contract, module: Contract
) -> None:
    with expect_revert("ModuleNotBound", module=module.address):
        compliance.removeModule(module, sender=world.admin)
    compliance.addModule(module, sender=world.admin)
    with expect_revert("ModuleAlreadyBound", module=module.address):
        compliance.addModule(module, sender=world.admin)
    with expect_revert("ZeroAddress"):
        compliance.addModule(ZERO_ADDRESS, sender=world.admin)


def test_a_module_may_have_preconditions(
    world: World, compliance: Contract, module: Contract
) -> None:
    module.setAgreeable(False, sender=world.admin)
    with expect_revert("ModuleRefusesCompliance", module=module.address):
        compliance.addModule(module, sender=world.admin)


def test_there_are_at_most_25_modules(world: World, compliance: Contract) -> None:
    for _ in range(25):
        compliance.addModule(world.chain.deploy("ComplianceModuleProbe"), sender=world.admin)
    extra = world.chain.deploy("ComplianceModuleProbe")
    with expect_revert("TooManyModules", maximum=25):
        compliance.addModule(extra, sender=world.admin)


@pytest.mark.parametrize(("amount", "allowed"), [(9, True), (10, True), (11, False)])
def test_one_refusal_among_modules_refuses(
    world: World, compliance: Contract, module: Contract, amount: int, allowed: bool
) -> None:
    compliance.addModule(world.chain.deploy("ComplianceModuleProbe"), sender=world.admin)
    compliance.addModule(module, sender=world.admin)
    module.setLimit(10, sender=world.admin)
    sender, recipient = world.enter("sender"), world.enter("recipient")
    world.mint(sender, 100)
    assert compliance.modulesAllow(sender, recipient, amount) is allowed
    assert compliance.canTransfer(sender, recipient, amount) is allowed


def test_can_transfer_asks_the_rules_and_modules_allow_does_not(
    world: World, compliance: Contract
) -> None:
    sender, abroad = world.enter("sender"), world.enter("abroad", FRANCE)
    home = world.enter("home")
    world.mint(sender, 100)
    world.configure(Settings(on=(Rule.COUNTRY_NOT_ALLOWED,), allowed=(GERMANY,)))
    assert compliance.canTransfer(sender, home, 1)
    assert not compliance.canTransfer(sender, abroad, 1)
    assert compliance.modulesAllow(sender, abroad, 1)
    assert compliance.canTransfer(ZERO_ADDRESS, home, 1)
    assert not compliance.canTransfer(ZERO_ADDRESS, abroad, 1)


def test_reports_reach_every_module(world: World, compliance: Contract, module: Contract) -> None:
    compliance.addModule(module, sender=world.admin)
    sender, recipient = world.enter("sender"), world.enter("recipient")
    reports = (
        ("transferred", (sender, recipient, 5), (1, sender, recipient, 5)),
        ("created", (recipient, 6), (2, ZERO_ADDRESS, recipient, 6)),
        ("destroyed", (sender, 7), (3, sender, ZERO_ADDRESS, 7)),
    )
    for name, arguments, told in reports:
        event = as_token(world, compliance, name, *arguments).events.one("Told").args
        assert (event.kind, event.from_, event.to, event.value) == told
        with expect_revert("NotBoundToken", caller=sender):
            compliance.function(name)(*arguments, sender=sender)
        with expect_revert("ZeroAmount"):
            as_token(world, compliance, name, *arguments[:-1], 0)
        with expect_revert("ZeroAddress"):
            as_token(world, compliance, name, ZERO_ADDRESS, *arguments[1:])


def test_calls_to_modules_are_told_in_full_and_fail_with_their_own_reason(
    world: World, compliance: Contract, module: Contract
) -> None:
    data = module.setLimit.encode(3)
    with expect_revert("ModuleNotBound"):
        compliance.callModuleFunction(data, module, sender=world.admin)
    compliance.addModule(module, sender=world.admin)
    receipt = compliance.callModuleFunction(data, module, sender=world.admin)
    assert module.limit() == 3
    assert receipt.events.one("ModuleCalled").args.data == data
    assert receipt.events.one("ModuleInteraction").args.selector == data[:4]
    with expect_revert("ModuleSaysNo", value=8):
        compliance.callModuleFunction(module.fail.encode(8), module, sender=world.admin)


class TestBinding:
    def test_it_serves_its_token_from_the_start(self, world: World, compliance: Contract) -> None:
        assert compliance.getTokenBound() == world.token.address
        assert compliance.engine() == world.engine.address
        assert compliance.owner() == world.system.manager.address
        stranger = world.actor("stranger")
        with expect_revert("NotOwnerOrToken", caller=stranger):
            compliance.bindToken(stranger, sender=stranger)

    def test_the_token_may_bind_and_release_itself(
        self, world: World, compliance: Contract
    ) -> None:
        as_token(world, compliance, "bindToken", world.token)
        as_token(world, compliance, "unbindToken", world.token)
        assert compliance.getTokenBound() == ZERO_ADDRESS
        as_token(world, compliance, "bindToken", world.token)
        assert compliance.getTokenBound() == world.token.address

    def test_nobody_else_releases_it(self, world: World, compliance: Contract) -> None:
        stranger = world.actor("stranger")
        with expect_revert("NotOwnerOrToken", caller=stranger):
            compliance.unbindToken(world.token, sender=stranger)
        with expect_revert("TokenNotBound", token=stranger):
            compliance.unbindToken(stranger, sender=stranger)

    @pytest.mark.parametrize("name", OWNER_CALLS)
    def test_modules_are_the_owners(
        self, world: World, compliance: Contract, module: Contract, name: str
    ) -> None:
        arguments = (b"", module) if name == "callModuleFunction" else (module,)
        stranger = world.actor("stranger")
        with expect_revert("AccessManagedUnauthorized", caller=stranger):
            compliance.function(name)(*arguments, sender=stranger)
