"""How each production contract is deployed for the generated access tests.

A builder gets a `System` after set-up whose manager has the local profile: every role has one
member without delay, so that a refusal is never just a matter of time. It deploys its contract and
returns it as a `Built`; the tests map its functions and grant its local roles themselves. Add it to
`BUILDERS` under the contract's name.

`arguments` are needed only where zeros would be refused before the caller is looked at, and for
every `owner` rule: something that exists and is owned by none of the system's accounts. `owners`
are the accounts that such a function must accept.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quantera import artifacts
from quantera.access import LocalRole, Role
from quantera.bridge.messages import Kind, Message
from quantera.bridge.scoring import Protocol
from quantera.compliance.record import FLAG_CUSTODIAN
from quantera.evm import ZERO_ADDRESS, Actor, AddressLike
from quantera.gas.bridge_stack import CONTRACT as BRIDGE
from quantera.gas.bridge_stack import deploy_bridge
from quantera.gas.brokerage_stack import CONTRACT as BROKERAGE
from quantera.gas.brokerage_stack import account_of, deploy_brokerage
from quantera.gas.fee_stack import deploy_fees, schedule
from quantera.gas.pool_stack import CONTRACT as POOLS
from quantera.gas.pool_stack import deploy_pools, in_order
from quantera.gas.settlement_stack import (
    ASSET,
    CONTRACT,
    EVERYWHERE,
    MAX_UINT,
    deploy_manager,
)
from quantera.gas.token_stack import deploy_compliance, deploy_engine, deploy_token, record
from tests.unit.access.system import System

LIST_ASSET = (
    "listAsset(address,(uint8,uint8,uint8,uint16,uint8,address,uint24,uint16,uint16,uint96,bool,bool,"
    "bool,uint8,bytes32))"
)

Arguments = Mapping[str, Sequence[Any]]
Owners = Mapping[str, Sequence[AddressLike]]


@dataclass(frozen=True)
class Built:
    """A deployed contract; see the module's text."""

    address: AddressLike
    arguments: Arguments = field(default_factory=dict)
    owners: Owners = field(default_factory=dict)


def build_manager(system: System) -> Built:
    """The manager itself, with an operation scheduled by somebody who has to wait."""
    manager = system.manager
    proposer: Actor = system.chain.actor("proposer")
    manager.grantRole(Role.ADMIN, proposer, 10, sender=system.admin)
    label = manager.labelRole.encode(Role.UPGRADER, "UPGRADER")
    system.schedule(manager, label, proposer)
    system.chain.advance(10)
    return Built(
        manager,
        arguments={
            "labelRole(uint64,string)": (Role.UPGRADER, "UPGRADER"),
            "setRoleAdmin(uint64,uint64)": (Role.UPGRADER, Role.ADMIN),
            "setRoleGuardian(uint64,uint64)": (Role.UPGRADER, Role.GUARDIAN),
            "expel(uint64,address)": (Role.UPGRADER, system.upgrader),
            "renounceRole(uint64,address)": (Role.UPGRADER, system.upgrader),
            "schedule(address,bytes,uint48)": (
                manager,
                manager.labelRole.encode(Role.UPGRADER, "other"),
                0,
            ),
            "execute(address,bytes)": (manager, label),
            "cancel(address,address,bytes)": (proposer, manager, label),
            "consumeScheduledOp(address,bytes)": (proposer, label),
        },
        owners={
            "renounceRole(uint64,address)": [system.upgrader],
            "schedule(address,bytes,uint48)": [proposer],
            "execute(address,bytes)": [system.admin, proposer],
            "cancel(address,address,bytes)": [system.admin, system.guardian, proposer],
        },
    )


def build_dual_control(system: System) -> Built:
    """Two officers' desk, with a call that somebody proposed and that can be executed now."""
    desk = system.chain.deploy("DualControl", system.manager)
    proposer: Actor = system.chain.actor("proposing officer")
    probe = system.chain.deploy("PlainProbe")
    call = bytes(4)
    for role, account, delay in (
        (Role.OPERATOR, desk, 10),
        (Role.COMPLIANCE_OFFICER, proposer, 0),
    ):
        system.manager.grantRole(role, account, delay, sender=system.admin)
    for target, selectors, role in (
        (probe, [call, bytes([0, 0, 0, 1])], Role.OPERATOR),
        (desk, [desk.propose.selector], Role.COMPLIANCE_OFFICER),
    ):
        system.manager.setTargetFunctionRole(target, selectors, role, sender=system.admin)
    desk.propose(probe, call, sender=proposer)
    system.chain.advance(10)
    return Built(
        desk,
        arguments={
            "propose(address,bytes)": (probe, bytes([0, 0, 0, 1])),
            "confirm(address,bytes)": (probe, call),
            "withdraw(address,bytes)": (probe, call),
        },
    )


def build_engine(system: System) -> Built:
    """The engine, with an investor attested by an issuer that is nobody else."""
    engine = deploy_engine(system.manager)
    token, _ = deploy_token(system.manager, engine)
    wallet, issuer = system.chain.actors("investor", "issuer")
    agents = system.locals[LocalRole.AGENT]
    granting = "grantLocalRole(uint8,address)"
    for target, signature, role in (
        (engine, "registerToken(address)", Role.COMPLIANCE_ADMIN),
        (engine, "startCount(address,(bool,bool,uint8,bool))", Role.COMPLIANCE_ADMIN),
        (engine, "addTrustedIssuer(address,uint256[])", Role.COMPLIANCE_ADMIN),
        (engine, granting, Role.AGENT_ADMIN),
        (token, granting, Role.AGENT_ADMIN),
    ):
        selectors = [target[signature].selector]
        system.manager.setTargetFunctionRole(target, selectors, role, sender=system.admin)
    token.grantLocalRole(LocalRole.AGENT, agents, sender=system.members[Role.AGENT_ADMIN])
    engine.registerToken(token, sender=system.members[Role.COMPLIANCE_ADMIN])
    engine.startCount(token, (False, False, 0, True), sender=system.members[Role.COMPLIANCE_ADMIN])
    engine.addTrustedIssuer(issuer, [1], sender=system.members[Role.COMPLIANCE_ADMIN])
    engine.grantLocalRole(
        LocalRole.AGENT, system.locals[LocalRole.AGENT], sender=system.members[Role.AGENT_ADMIN]
    )
    word = record(system.chain.actor("identity"))
    custodian = system.chain.actor("custodian")
    words = [(wallet, word), (custodian, record(custodian, flags=FLAG_CUSTODIAN))]
    engine.writeRecords(words, sender=agents)
    soon = system.chain.timestamp + 3600
    approve = "approveTransfer(address,address,address,uint256,uint40,uint40)"
    revoke = "revokeApproval(address,address,address,uint256)"
    recover = "recoverWallet(address,address,address)"
    enter = "enterRecoveredWallet(address,address,address)"
    settle_batch = "settleBatch(address,address,uint256,address[],uint256[],uint256[])"
    set_terms = "setTradeTerms(address,address,address,uint256,(uint128,uint8,uint24,uint8,uint32))"
    clear_terms = "clearTradeTerms(address,address,address,uint256)"
    movement = "(address,address,address,uint256,uint256,uint256,uint256)"
    name = "nameBeneficiary(address,address,address)"
    merge = "mergeLots(address,address,uint256,uint256)"
    freeze = "setFrozenShare(address,address,address,uint256,uint8)"
    reassign = "reassignShare(address,address,address,address,uint256,uint8)"
    announce = "announceArrival(address,address,address,uint256,uint256[])"
    departure, arrival = (
        f"settleDeparture({movement})",
        f"settleArrival({movement},address,uint256[])",
    )
    identity = system.chain.actor("identity")
    return Built(
        engine,
        arguments={
            approve: (token, wallet, wallet, 1, 0, soon),
            revoke: (token, wallet, wallet, 1),
            settle_batch: (wallet, wallet, 0, [wallet], [0], [0]),
            set_terms: (token, wallet, wallet, 1, (1, 0, 0, 0, 0)),
            clear_terms: (token, wallet, wallet, 1),
            name: (token, custodian, wallet),
            merge: (token, identity, 0, 1),
            freeze: (token, custodian, identity, 1, 0),
            reassign: (token, custodian, identity, custodian, 0, 0),
            announce: (token, identity, wallet, 1, [1]),
            arrival: ((wallet, ZERO_ADDRESS, wallet, 1, 0, 0, 0), identity, [1]),
            "postWeeklyVolume(address,uint128,uint40)": (token, 1, 1),
            "revokeVerification(address[])": ([wallet],),
            "revokeVerificationWithReason(address[],uint8)": ([wallet], 7),
            "revokeSignatures(address)": (issuer,),
        },
        owners={
            approve: [agents],
            revoke: [agents],
            set_terms: [token],
            clear_terms: [token],
            name: [custodian, agents],
            merge: [wallet, agents],
            freeze: [agents],
            reassign: [agents],
            recover: [token],
            enter: [token],
            f"settle(uint8,{movement})": [token],
            departure: [token],
            arrival: [token],
            settle_batch: [token],
            "revokeSignatures(address)": [issuer],
        },
    )


def build_token(system: System) -> Built:
    """The token with its own compliance contract, at an engine that does not know it."""
    engine = deploy_engine(system.manager)
    token, compliance = deploy_token(system.manager, engine)
    return Built(token, owners={"setExternalModules(bool)": [compliance]})


def build_compliance(system: System) -> Built:
    """A token's compliance contract, bound to a token that nobody here can speak for."""
    engine = deploy_engine(system.manager)
    token = system.chain.actor("token")
    compliance = deploy_compliance(system.manager, engine, token)
    reports = (
        "transferred(address,address,uint256)",
        "created(address,uint256)",
        "destroyed(address,uint256)",
    )
    binding = ("bindToken(address)", "unbindToken(address)")
    return Built(
        compliance,
        arguments=dict.fromkeys(binding, (token,)),
        owners={signature: [token] for signature in reports},
    )


def build_fees(system: System) -> Built:
    """The fee structure without a registry."""
    chain = system.chain
    treasury, insurance, payer = chain.actors("treasury", "insurance", "payer")
    fees = deploy_fees(system.manager, chain, ZERO_ADDRESS, treasury, insurance)
    publish = next(item for item in fees.abi.by_signature if item.startswith("publishSchedules"))
    request = (0, payer, payer, 0, 0, 0, 0, 0, ZERO_ADDRESS)
    charge = next(item for item in fees.abi.by_signature if item.startswith("charge("))
    week = 7 * 86_400
    return Built(
        fees,
        arguments={
            publish: ([schedule()] * 6, chain.timestamp + week),
            charge: (request, 0),
            "setRecipients(address,address)": (treasury, insurance),
        },
    )


def build_settlement(system: System) -> Built:
    """The settlement manager with one of each thing that waits, none of it anybody's here."""
    manager = deploy_manager(system.manager)
    token = system.chain.deploy("PlainToken", "Asset", 18)
    payer, payee, notary = system.chain.actors("payer", "payee", "notary")
    for signature, role in (
        ("admitParticipant(address,address,uint16)", Role.COMPLIANCE_ADMIN),
        (LIST_ASSET, Role.LISTING_ADMIN),
    ):
        selectors = [manager[signature].selector]
        system.manager.setTargetFunctionRole(manager, selectors, role, sender=system.admin)
    for account in (payer, payee):
        manager.admitParticipant(
            account, account, EVERYWHERE, sender=system.members[Role.COMPLIANCE_ADMIN]
        )
        token.mint(account, 100, sender=account)
        token.approve(manager, MAX_UINT, sender=account)
    manager.listAsset(token, ASSET, sender=system.members[Role.LISTING_ADMIN])
    soon = system.chain.timestamp + 3600
    hold = manager.hold(bytes(32), token, 9, payee, notary, bytes(32), soon, sender=payer)
    hold_id = hold.return_value
    queued = manager.queuePayment(payee, token, 1, 0, soon, sender=payer).return_value
    delivery, payment = b"d" * 32, b"p" * 32
    manager.inceptDelivery(delivery, token, 1, payer, b"s" * 32, sender=payee)
    manager.inceptPayment(payment, token, 1, payer, "yes", "no", sender=payee)
    trade = "(address,address,address,uint256,address,uint256,uint40,uint40,bytes32)"
    own = "(uint256,uint256,bytes32,bytes)"
    terms = (payer, payee, token, 1, manager, 1, 0, soon, bytes(32))
    side = (0, 0, bytes(32), b"")
    cancel = f"cancelInstruction({trade},uint8,{own})"
    replace = f"replaceInstruction({trade},{own},{trade},{own},uint8)"
    confirm = "confirmDelivery(bytes32,address,uint128,address,bytes32)"
    return Built(
        manager,
        arguments={
            cancel: (terms, 0, side),
            replace: (terms, side, terms, side, 0),
            "executeHold(bytes32,uint128)": (hold_id, 1),
            "releaseHold(bytes32)": (hold_id,),
            "renewHold(bytes32,uint40)": (hold_id, soon + 1),
            "cancelQueued(bytes32)": (queued,),
            "reprioritise(bytes32,uint8)": (queued, 1),
            confirm: (delivery, token, 1, payee, b"b" * 32),
            "cancelDelivery(bytes32)": (delivery,),
            "payAndDecrypt(bytes32)": (payment,),
            "cancelAndDecrypt(bytes32)": (payment,),
        },
        owners={
            cancel: [payer],
            replace: [payer],
            "executeHold(bytes32,uint128)": [notary],
            "releaseHold(bytes32)": [notary, payee],
            "renewHold(bytes32,uint40)": [payer],
            "cancelQueued(bytes32)": [payer],
            "reprioritise(bytes32,uint8)": [payer],
            confirm: [payer],
            "cancelDelivery(bytes32)": [payer, payee],
            "payAndDecrypt(bytes32)": [payer],
            "cancelAndDecrypt(bytes32)": [payer, payee],
        },
    )


def build_pools(system: System) -> Built:
    """The pools with one position as a token, none of it anybody's here."""
    pools = deploy_pools(system.manager, system.chain.deploy("WrappedNative"))
    provider: Actor = system.chain.actor("provider")
    tokens = [system.chain.deploy("PlainToken", name, 18) for name in ("One", "Other")]
    for token in tokens:
        token.mint(provider, 10**18, sender=provider)
        token.approve(pools, MAX_UINT, sender=provider)
    key = (*in_order(*tokens), 3000, 60, 0)
    pools.createPool(key, 1 << 96, sender=provider)
    add = (key, -60, 60, 10**6, MAX_UINT, MAX_UINT, 0, 0, 2**64)
    position = pools.mint(add, provider, sender=provider).return_value[0].to_bytes(32)
    remove = (key, position, 1, 0, 0, 0, 0, provider, 2**64, 0)
    move = (key, position, -120, 120, 0, MAX_UINT, MAX_UINT, 0, 0, 0, 0, provider, 2**64)
    transfer = (provider, provider, 1)
    selectors = [pools.startBatching.selector]
    system.manager.setTargetFunctionRole(pools, selectors, Role.LISTING_ADMIN, sender=system.admin)
    thin = (key[0], key[1], 500, 10, 0)
    pools.createPool(thin, 1 << 96, sender=provider)
    pools.startBatching(thin, 3600, sender=system.members[Role.LISTING_ADMIN])
    pools.placeOrder(thin, True, 1, 0, 2**64, sender=provider)
    pools.growObservations(pools.poolId(key), 1, sender=provider)
    policy = (60, 0, 0, 0, 0, 60, 60, 60, 0, 1, 0, 0, 1, 0, 0, 0)
    pools.setPolicy(key, 1, policy, sender=provider)
    arguments: dict[str, tuple[Any, ...]] = {
        "cancelOrder": (thin, 1, 0),
        "increase": (add, 1),
        "remove": (remove,),
        "collect": (key, position, provider, 1, 1),
        "changeRange": (move,),
        "compound": (key, position, 0, 0, 0, 2**64),
        "close": (1,),
        "setPolicy": (key, 1, policy),
        "endPolicy": (1,),
        "allowVaults": (key, 1, (ZERO_ADDRESS, ZERO_ADDRESS, 0, 0)),
        "callBack": (1, True, 0, provider, 0),
        "approve": (provider, 1),
        "transferFrom": transfer,
    }
    signatures = {
        found.signature: arguments[found.name]
        for found in pools.abi.by_signature.values()
        if found.name in arguments
    }
    signatures["safeTransferFrom(address,address,uint256)"] = transfer
    signatures["safeTransferFrom(address,address,uint256,bytes)"] = (*transfer, b"")
    return Built(
        pools,
        arguments={**signatures, "trustExactness(address)": (tokens[0],)},
        owners={
            signature: [provider]
            for signature in signatures
            if not signature.startswith(("compound", "close"))
        },
    )


def build_brokerage(system: System) -> Built:
    """The brokerage with one institution, which is nobody here."""
    engine = deploy_engine(system.manager)
    brokerage = deploy_brokerage(system.manager, engine)
    institution: Actor = system.chain.actor("institution")
    structure = system.chain.deploy("FeeStructureProbe", 0)
    for target, signature, role in (
        (engine, "grantLocalRole(uint8,address)", Role.AGENT_ADMIN),
        (brokerage, "admitInstitution(address,(uint256,uint16,uint16,uint16))", Role.CREDIT_ADMIN),
        (brokerage, "setFeeStructure(address)", Role.FEE_ADMIN),
    ):
        selectors = [target[signature].selector]
        system.manager.setTargetFunctionRole(target, selectors, role, sender=system.admin)
    agents = system.locals[LocalRole.AGENT]
    engine.grantLocalRole(LocalRole.AGENT, agents, sender=system.members[Role.AGENT_ADMIN])
    word = record(system.chain.actor("identity of the institution"))
    engine.writeRecords([(institution, word)], sender=agents)
    terms = (0, 0, 0, 0)
    brokerage.admitInstitution(institution, terms, sender=system.members[Role.CREDIT_ADMIN])
    brokerage.setFeeStructure(structure, sender=system.members[Role.FEE_ADMIN])
    account = account_of(institution)
    arguments: dict[str, tuple[Any, ...]] = {
        "depositFromInstitution": (account, 0, 1),
        "withdraw": (account, 0, 1, institution),
        "moveCollateral": (account, account + 1, 0, 1),
        "withdrawCash": (account, 1, institution),
        "borrow": (account, 0, 1, institution),
        "repayFromInstitution": (account, 0, 1),
        "repayWithCash": (account, 1),
        "openAccount": (1,),
        "setLockdown": (True,),
        "setOperator": (account, system.chain.actor("somebody"), 0, 0),
        "openPosition": (account, 0, 1, 1),
        "closePosition": (account, 0, 1, 1),
        "takeOverPosition": (account + 1, account, 0, 1, 0),
        "acceptTerms": (account, terms),
    }
    signatures = {
        found.signature: arguments[found.name]
        for found in brokerage.abi.by_signature.values()
        if found.name in arguments
    }
    owners: dict[str, Sequence[AddressLike]] = {
        signature: [institution] for signature in signatures
    }
    paying = "payFees(address,address,uint256)"
    posting = "postPrices(address,uint40,bytes,bytes)"
    pricer = system.locals[LocalRole.PRICER]
    return Built(
        brokerage,
        arguments={
            **signatures,
            paying: (structure, structure, 0),
            # Who signed is looked at before the signature.
            posting: (pricer, 0, b"", b""),
        },
        owners={**owners, paying: [structure]},
    )


def build_factory(system: System) -> Built:
    """The factory of a release under the system's manager, with something that it can create."""
    factory = system.chain.deploy("ReleaseFactory", system.chain.actor("founder"))
    factory.setAuthority(system.manager, sender=factory.authority())
    creation = artifacts.load("PlainProbe").creation_code
    return Built(
        factory, arguments={"create(bytes32,bytes,bytes)": (b"salt".ljust(32), creation, b"")}
    )


def build_bridge(system: System) -> Built:
    """The bridge with a parked transfer, for nobody here; a token is its endpoints and its fees."""
    bridge, chain = deploy_bridge(system.manager), system.chain
    token = chain.deploy("PlainToken", "Asset", 18)
    peer, sender, recipient = chain.actors("peer", "sender", "recipient")
    for signature, role in (
        ("setEndpoint(uint8,(address,address,uint64))", Role.BRIDGE_ADMIN),
        ("setPeer(uint256,uint8,(address,uint64,uint8,string))", Role.BRIDGE_ADMIN),
        ("setFeeStructure(address)", Role.FEE_ADMIN),
    ):
        selectors = [bridge[signature].selector]
        system.manager.setTargetFunctionRole(bridge, selectors, role, sender=system.admin)
    bridge.setFeeStructure(token, sender=system.members[Role.FEE_ADMIN])
    keeper = system.members[Role.BRIDGE_ADMIN]
    for protocol in (Protocol.CHAINLINK_CCIP, Protocol.LAYERZERO):
        bridge.setEndpoint(protocol, (token, ZERO_ADDRESS, 0), sender=keeper)
    bridge.setPeer(10, Protocol.CHAINLINK_CCIP, (peer, 5, 0, ""), sender=keeper)
    message = Message(Kind.TRANSFER, 10, chain.chain_id, 0, token.address, sender, recipient, 1)
    none: list[Any] = []
    incoming = (bytes(32), 5, bytes(12) + bytes.fromhex(peer[2:]), message.encode(), none)
    chain.set_balance(token, 10**18)
    bridge.ccipReceive(incoming, sender=token.address)
    receive = "ccipReceive((bytes32,uint64,bytes,bytes,(address,uint256)[]))"
    take = "lzReceive((uint32,bytes32,uint64),bytes32,bytes,address,bytes)"
    pay = "payFees(address,address,uint256)"
    owner = [token.address]
    return Built(
        bridge,
        arguments={
            "returnHome(bytes,uint8)": (message.encode(), Protocol.CHAINLINK_CCIP),
            receive: (incoming,),
            pay: (token, token, 0),
        },
        owners={
            "returnHome(bytes,uint8)": [recipient],
            receive: owner,
            take: owner,
            pay: owner,
            "receive()": owner,
        },
    )


BUILDERS: dict[str, Callable[[System], Built]] = {
    "ComplianceAwareToken": build_token,
    "ComplianceEngine": build_engine,
    "DualControl": build_dual_control,
    "DynamicFeeStructure": build_fees,
    POOLS: build_pools,
    "QuanteraAccessManager": build_manager,
    "ReleaseFactory": build_factory,
    CONTRACT: build_settlement,
    BROKERAGE: build_brokerage,
    "TokenCompliance": build_compliance,
    BRIDGE: build_bridge,
}
