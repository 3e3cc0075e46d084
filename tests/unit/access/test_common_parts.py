"""What production contracts inherit, called on each of them and not on a probe alone."""

from collections.abc import Callable, Iterator

import pytest

from quantera import artifacts
from quantera.abi.surface import production, surfaces
from quantera.access import LocalRole, Profile, Role
from quantera.evm import ZERO_ADDRESS, Contract, MemoryChain, expect_revert
from quantera.gas.token_stack import deploy_token
from tests.unit.access.arguments import blank_arguments
from tests.unit.access.builders import BUILDERS
from tests.unit.access.system import (
    DAY,
    IMPLEMENTATION_SLOT,
    LOOSENING_DELAY,
    SPECIFICATION,
    UPGRADE_DELAY,
    System,
    close_setup,
    implementation_of,
    open_system,
)

SURFACES = {one.name: one for one in surfaces(production(artifacts.load_all().values()))}
NONE = bytes(4)
ERC165 = bytes.fromhex("01ffc9a7")
EITHER = ("", ",bytes")


def having(signature: str) -> list[str]:
    """Contracts with a function."""
    name, _, types = signature.partition("(")
    return [
        contract
        for contract in sorted(BUILDERS)
        if any(
            entry["name"] == name
            and ",".join(item["type"] for item in entry["inputs"]) == types.rstrip(")")
            for entry in SURFACES[contract].entries("function")
        )
    ]


@pytest.fixture(scope="module")
def stands(memory_session: MemoryChain) -> Iterator[Callable[[str], tuple[System, Contract]]]:
    """Each contract under a manager without delays, mapped as the specification says."""
    known: dict[str, tuple[System, Contract]] = {}

    def find(name: str) -> tuple[System, Contract]:
        if name not in known:
            system = open_system(memory_session, Profile.LOCAL)
            close_setup(system)
            contract = memory_session.at(BUILDERS[name](system).address, SURFACES[name].abi)
            system.wire(contract, SPECIFICATION, name, system.admin)
            known[name] = (system, contract)
        return known[name]

    with memory_session.rollback():
        yield find


Stands = Callable[[str], tuple[System, Contract]]


@pytest.mark.parametrize("name", having("setAuthority(address)"))
def test_the_manager_alone_names_another(stands: Stands, name: str) -> None:
    system, contract = stands(name)
    manager = system.manager
    assert contract.authority() == manager.address
    assert contract.isConsumingScheduledOp() == NONE
    other = system.chain.deploy("QuanteraAccessManager", system.deployer, Profile.LOCAL)
    with expect_revert("AccessManagedUnauthorized", caller=str(system.admin)):
        contract.setAuthority(other, sender=system.admin)
    with expect_revert("AccessManagedInvalidAuthority", authority=str(system.stranger)):
        contract.setAuthority(system.stranger, sender=manager.address)
    with system.chain.rollback():
        contract.setAuthority(other, sender=manager.address)
        assert contract.authority() == other.address


@pytest.mark.parametrize("name", having("upgradeToAndCall(address,bytes)"))
def test_acc_10_each_is_upgraded_by_the_managers_call_alone(stands: Stands, name: str) -> None:
    system, contract = stands(name)
    address = implementation_of(system.chain, contract).to_bytes(20, "big")
    implementation = system.chain.at(address, SURFACES[name].abi)
    assert contract.UPGRADE_INTERFACE_VERSION() == "5.0.0"
    assert int.from_bytes(implementation.proxiableUUID(), "big") == IMPLEMENTATION_SLOT
    with expect_revert("UUPSUnauthorizedCallContext"):
        contract.proxiableUUID()
    with expect_revert("UpgradeOutsideManager", caller=str(system.upgrader)):
        contract.upgradeToAndCall(implementation, b"", sender=system.upgrader)
    call = contract.upgradeToAndCall.encode(implementation, b"")
    with system.chain.rollback():
        receipt = system.execute(contract, call, system.upgrader)
        told = receipt.events.of(contract).one("Upgraded")
        assert told.implementation == implementation.address
    with expect_revert("AccessManagerUnauthorizedCall"):
        system.execute(contract, call, system.admin)


@pytest.mark.parametrize("name", having("upgradeToAndCall(address,bytes)"))
def test_acc_11_each_is_initialised_once(stands: Stands, name: str) -> None:
    system, contract = stands(name)
    [abi] = contract.abi.functions["initialize"]
    with expect_revert("InvalidInitialization"):
        contract[abi.signature](*blank_arguments(abi), sender=system.admin)


@pytest.mark.parametrize("name", having("upgradeToAndCall(address,bytes)"))
def test_what_each_names_as_its_part_is_there(stands: Stands, name: str) -> None:
    system, contract = stands(name)
    for function in contract.abi.by_signature.values():
        outputs = [item["type"] for item in function.entry["outputs"]]
        if function.name.isupper() and not function.entry["inputs"] and outputs == ["address"]:
            assert system.chain.code(contract[function.signature]()), function.name


@pytest.mark.parametrize("name", having("revokeLocalRole(uint8,address)"))
def test_a_local_role_is_given_told_and_taken(stands: Stands, name: str) -> None:
    system, contract = stands(name)
    role, member = LocalRole.KEEPER, system.chain.actor("a keeper")
    giver, taker = system.members[Role.AGENT_ADMIN], system.members[Role.RISK_OFFICER]
    with expect_revert("LocalRoleForNobody", role=role):
        contract.grantLocalRole(role, ZERO_ADDRESS, sender=giver)
    with system.chain.rollback():
        contract.grantLocalRole(role, member, sender=giver)
        assert contract.hasLocalRole(role, member)
        assert contract.localRolesOf(member) == 1 << role
        contract.revokeLocalRole(role, member, sender=taker)
        assert not contract.hasLocalRole(role, member)
        assert contract.localRolesOf(member) == 0


@pytest.mark.parametrize("name", having("pausedGroups()"))
def test_groups_are_paused_and_told(stands: Stands, name: str) -> None:
    system, contract = stands(name)
    assert contract.pausedGroups() == 0
    with system.chain.rollback():
        contract.pauseGroups(5, sender=system.members[Role.PAUSER])
        assert contract.pausedGroups() == 5
        contract.unpauseGroups(4, sender=system.members[Role.UNPAUSER])
        assert contract.pausedGroups() == 1


def test_the_manager_tells_its_constants_and_what_it_permits(stands: Stands) -> None:
    system, contract = stands("DynamicFeeStructure")
    manager, upgrader = system.manager, system.upgrader
    assert (manager.ADMIN_ROLE(), manager.PUBLIC_ROLE()) == (0, 2**64 - 1)
    assert (manager.UPGRADE_DELAY(), manager.LOOSENING_DELAY()) == (UPGRADE_DELAY, LOOSENING_DELAY)
    assert manager.expiration() == 7 * DAY
    assert manager.getRoleAdmin(Role.UPGRADER) == Role.ADMIN
    assert not manager.isTargetClosed(contract)
    upgrade = contract["upgradeToAndCall(address,bytes)"].selector
    assert manager.canCall(upgrader, contract, upgrade)[0]
    assert not manager.canCall(system.stranger, contract, upgrade)[0]
    with expect_revert("AccessManagerBadConfirmation"):
        manager.renounceRole(Role.UPGRADER, upgrader, sender=system.stranger)


def test_the_engine_gives_the_texts_that_are_deployed_beside_it(stands: Stands) -> None:
    system, engine = stands("ComplianceEngine")
    texts = system.chain.at(engine.REASON_TEXTS(), "ReasonTexts")
    told = [engine.reasonText(code) for code in range(1, 18)]
    assert told == [texts.text(code) for code in range(1, 18)]
    assert all(told)


def test_an_agent_is_named_once_and_dismissed_once(stands: Stands) -> None:
    system, engine = stands("ComplianceEngine")
    agent = system.chain.actor("an agent")
    giver, taker = system.members[Role.AGENT_ADMIN], system.members[Role.RISK_OFFICER]
    with system.chain.rollback():
        engine.addAgent(agent, sender=giver)
        with expect_revert("AlreadyAgent", account=str(agent)):
            engine.addAgent(agent, sender=giver)
        engine.removeAgent(agent, sender=taker)
        with expect_revert("NotAgent", account=str(agent)):
            engine.removeAgent(agent, sender=taker)


def test_a_token_is_registered_once_it_was(stands: Stands) -> None:
    system, engine = stands("ComplianceEngine")
    assert engine.isLive() is False
    with system.chain.rollback():
        token, compliance = deploy_token(system.manager, engine)
        assert not engine.isRegistered(token)
        engine.registerToken(token, sender=system.members[Role.COMPLIANCE_ADMIN])
        assert engine.isRegistered(token)
        # Without rules anybody may send what they have; to receive one must be registered.
        assert engine.canSend(token, system.stranger)
        assert not engine.canReceive(token, system.stranger)
        assert compliance.supportsInterface(ERC165)
        assert not compliance.supportsInterface(b"\xff" * 4)


def test_a_position_is_a_token_of_erc_721(stands: Stands) -> None:
    system, pools = stands("LiquidityPoolOptimizer")
    provider, other = system.chain.actors("provider", "other")
    give, give_with = (pools[f"safeTransferFrom(address,address,uint256{more})"] for more in EITHER)
    with system.chain.rollback():
        assert pools.getApproved(1) == ZERO_ADDRESS
        pools.approve(other, 1, sender=provider)
        assert pools.getApproved(1) == other
        assert not pools.isApprovedForAll(provider, other)
        pools.setApprovalForAll(other, True, sender=provider)
        assert pools.isApprovedForAll(provider, other)
        with expect_revert("BalanceQueryForZeroAddress"):
            pools.balanceOf(ZERO_ADDRESS)
        with expect_revert("TransferFromIncorrectOwner"):
            give(other, provider, 1, sender=provider)
        with expect_revert("TransferToNonERC721ReceiverImplementer"):
            give(provider, pools.wrappedNative(), 1, sender=provider)
        give(provider, other, 1, sender=provider)
        assert pools.ownerOf(1) == other
        give_with(other, provider, 1, b"word", sender=other)
        assert pools.ownerOf(1) == provider


def test_the_brokerages_parts_are_there(stands: Stands) -> None:
    system, brokerage = stands("PrimeBrokerage")
    parts = brokerage.parts()
    assert len(set(parts)) == len(parts) > 1
    assert all(system.chain.code(part) for part in parts)


def test_the_manager_tells_who_guards_a_role_and_runs_calls_together(stands: Stands) -> None:
    system, _ = stands("DynamicFeeStructure")
    manager = system.manager
    assert manager.getRoleGuardian(Role.UPGRADER) == Role.ADMIN
    assert manager.getRoleGrantDelay(Role.UPGRADER) == 0
    assert manager.minSetback() == 5 * DAY
    assert manager.getNonce(bytes(32)) == 0
    labels = [manager.labelRole.encode(role, role.name) for role in (Role.PAUSER, Role.UPGRADER)]
    receipt = manager.multicall(labels, sender=system.admin)
    assert [event.label for event in receipt.events.named("RoleLabel")] == ["PAUSER", "UPGRADER"]
    with expect_revert("AccessManagerUnauthorizedAccount"):
        manager.multicall(labels, sender=system.stranger)


def test_acc_11_a_proxy_is_created_with_what_can_be_initialised_alone(chain: MemoryChain) -> None:
    stranger = chain.actor("stranger")
    with expect_revert("ERC1967InvalidImplementation", implementation=str(stranger)):
        chain.deploy("ManagedProxy", stranger, NONE)
    with expect_revert("FailedCall"):
        chain.deploy("ManagedProxy", chain.deploy("WrappedNative"), b"\xff" * 4, value=1)
