"""Our token, registry and compliance contract, spoken to through T-REX's own ABI.

The handles have T-REX's functions and events, from its npm artifacts: a function that ours lacked,
or an event whose arguments were indexed otherwise, would show as a difference. Of our ABI they have
the errors, and the events that T-REX does not know.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from quantera.access import Role, Specification, assignments
from quantera.evm import Contract, Event, Reverted, actor_named
from quantera.evm.abi import FunctionAbi
from quantera.gas.peers.trex import Module, deploy_module, implementation
from quantera.gas.token_stack import deploy_compliance
from tests.differential.token import cast, operations
from tests.differential.token.abi_suite import AbiSuite, refusal_text
from tests.differential.token.operations import ZERO, Operation, Outcome, flat
from tests.differential.token.questions import Question
from tests.differential.token.semantics import semantics
from tests.differential.token.trex_suite import MODULE_ROLES
from tests.differential.token.world import World
from tests.stacks.token import TokenStack, deploy_stack, rule_settings

REGISTRY_ROLES = {
    "topics": "ClaimTopicsRegistry",
    "issuers": "TrustedIssuersRegistry",
    "storage": "IdentityRegistryStorage",
    "registry": "IdentityRegistry",
}
"""T-REX's four registries are one contract of ours; its address goes by the last name."""

MANAGERS_CALLS = frozenset({"bindToken", "unbindToken"})
"""What only the access manager itself may call, which is the owner: it does so in a call for it."""

TRANSFER_CODES = {
    1: "paused",
    2: "wallet_frozen",
    3: "wallet_frozen",
    4: "spender_frozen",
    5: "zero_address",
    6: "self_address",
    7: "amount_out_of_range",
    8: "free_balance",
    9: "free_balance",
    10: "allowance",
    13: "recipient_unverified",
    14: "recipient_unverified",
    39: "not_compliant",
}
"""The table's reason for a code of `TransferRefused`; the codes left out need rules switched on."""

ERRORS: Mapping[str, tuple[str, ...]] = {
    "AccessManagedUnauthorized": ("not_owner",),
    "AllowanceTooLow": ("allowance",),
    "AlreadyAgent": ("already_agent",),
    "BalanceTooLow": ("balance",),
    "ClaimTopicAlreadyRequired": ("topic_exists",),
    "ComplianceNotBound": ("no_contract", "not_the_tokens"),
    "EmptyString": ("empty_text",),
    "EnforcedPause": ("paused",),
    "ExpectedPause": ("not_paused",),
    "FreezeExceedsBalance": ("free_balance",),
    "IdentityRefuses": ("identity_silent",),
    "IssuerAlreadyTrusted": ("already_trusted",),
    "IssuerNotTrusted": ("not_trusted",),
    "LengthMismatch": ("array_length",),
    "LocalRoleForNobody": ("zero_address",),
    "LocalRoleMissing": ("not_agent",),
    "ModuleAlreadyBound": ("module_bound",),
    "ModuleNotBound": ("module_not_bound",),
    "ModuleRefusesCompliance": ("module_unfit",),
    "NoClaimTopics": ("no_topics",),
    "NotAgent": ("no_such_agent",),
    "NotAnEngine": ("no_contract",),
    "NotBoundToken": ("not_token",),
    "NotOwnerOrToken": ("not_owner_or_token",),
    "NothingToRecover": ("nothing_to_recover",),
    "OwnershipFollowsAuthority": ("ownership_fixed",),
    "RecoveryMismatch": ("other_investor", "already_registered"),
    "RecoveryRefused": ("identity_silent", "not_identitys_wallet", "recovery_to_itself"),
    "RegistryAlreadyBound": ("already_agent",),
    "RegistryIsItsOwn": ("one_contract",),
    "RegistryNotBound": ("no_registry_bound", "no_such_agent"),
    "SelfForcedTransfer": ("self_transfer",),
    "TokenNotBound": ("token_not_bound",),
    "TooManyClaimTopics": ("limit_reached",),
    "TooManyModules": ("limit_reached",),
    "TooManyRegistries": ("limit_reached",),
    "TooManyTrustedIssuers": ("limit_reached",),
    "UnequalLengths": ("array_length",),
    "UnfreezeExceedsFrozen": ("frozen_amount",),
    "WalletAlreadyRegistered": ("already_registered",),
    "WalletNotRegistered": ("not_registered",),
    "ZeroAddress": ("zero_address",),
    "ZeroAmount": ("zero_amount",),
    "ZeroRegistryAddress": ("zero_address",),
}
"""The table's reasons for each of our errors."""

ABSENT = "absent"
"""The reason of a function that ours has not: the call reverts without data."""

OTHER_FORM = frozenset(
    {
        *("identityStorage", "topicsRegistry", "issuersRegistry", "linkedIdentityRegistries"),
        "owner",
    }
)
"""Views that name another contract's place, or the owner: see TRX-18 and TRX-17."""
SHARED_AGENTS = frozenset({"token", "registry", "spare_registry"})
"""Contracts that are agents of T-REX's registry and storage; ours need no such role (TRX-18)."""


OTHERS = frozenset(cast.SPARES) - {"spare_compliance"}
"""Second registries, of which ours has none (TRX-18): addresses without code."""


class QuanteraSuite(AbiSuite):
    """Ours as `TokenUnderTest`, with T-REX's modules bound to it at a sequence's wish.

    Args:
        world: what it shares with the reference.
    """

    def __init__(self, world: World) -> None:
        self.stack = _deployed(world)
        super().__init__("Quantera", world, _handles(world, self.stack), reasons_of)
        self._addresses |= {role: str(actor_named(role)) for role in OTHERS}

    def apply(self, operation: Operation) -> Outcome:
        """See `TokenUnderTest.apply`."""
        outcome = super().apply(operation)
        return replace(outcome, events=tuple(_placed(event) for event in outcome.events))

    def send(
        self, caller: str, handle: Contract, function: FunctionAbi, arguments: Sequence[Any]
    ) -> tuple[Any, Sequence[Event]]:
        """See `AbiSuite.send`."""
        if caller != "owner" or function.name not in MANAGERS_CALLS:
            return super().send(caller, handle, function, arguments)
        receipt = self.stack.manager.execute(
            handle, function.encode(arguments), sender=self.stack.governor
        )
        return None, receipt.events

    def supports(self, operation: Operation) -> bool:
        """Whether ours has the contract that is called."""
        return operation.contract == "world" or operation.contract in self.contracts

    def questions(self) -> list[Question]:
        """Those that have the same answers where everything is the same."""
        return [question for question in super().questions() if _comparable(question)]


def comparable(operation: Operation) -> bool:
    """Whether a random sequence may go on with it: what the two keep apart differs for good.

    Directed sequences show what is left out here: T-REX's storage has agents of its own, the token
    is an agent of its registry, and a compliance contract can be bound to what is no token.
    """
    if operation.contract == "world":
        return True
    named = {value for value in flat(operation.arguments) if isinstance(value, str)}
    if operation.contract in {*OTHERS, "storage"} or named & OTHERS:
        return False
    if operation.function in MANAGERS_CALLS:
        return False
    if operation.function in {"addAgent", "removeAgent"}:
        return named <= {ZERO, *cast.AGENTS}
    return True


def reasons_of(error: Reverted) -> frozenset[str]:
    """Every reason of the table that our error, or a module's, can stand for."""
    text = refusal_text(error)
    if text == "TransferRefused":
        return frozenset({TRANSFER_CODES[error.values["code"]]})
    if text == "none":
        # T-REX's modules revert without data too, where they ask a token that is not there.
        return frozenset({ABSENT, "token_not_bound", "no_contract"})
    if text in ERRORS:
        return frozenset(ERRORS[text])
    return semantics().reasons_of(text)


def _comparable(question: Question) -> bool:
    if question.function in OTHER_FORM:
        return False
    if question.function == "isAgent":
        return question.contract != "storage" and question.arguments[0] not in SHARED_AGENTS
    return True


def _placed(event: operations.Event) -> operations.Event:
    """An event of our registry in the name of T-REX's contract that has it."""
    if event.emitter != "registry":
        return event
    return replace(event, emitter=_emitters().get(event.name, event.emitter))


@cache
def _emitters() -> dict[str, str]:
    named = {role: _events(contract) for role, contract in REGISTRY_ROLES.items()}
    own = named.pop("registry")
    return {name: role for role, names in named.items() for name in names - own}


def _events(contract: str) -> set[str]:
    return {
        str(entry["name"]) for entry in implementation(contract).abi if entry["type"] == "event"
    }


def _deployed(world: World) -> TokenStack:
    """As T-REX's suite stands after its deployment: one agent, paused, live, nobody trusted."""
    stack = deploy_stack(world.chain, name="Measured")
    owner = world.wallets["owner"]
    for role in Role:
        stack.manager.grantRole(role, owner, 0, sender=stack.governor)
    stack.token.setSymbol("MSR", sender=owner)
    stack.token.pause(sender=stack.agent)
    stack.configure(rule_settings(live=True))
    stack.engine.setVerificationMode(True, sender=owner)
    return stack


def _handles(world: World, stack: TokenStack) -> dict[str, Contract]:
    chain, owner = world.chain, world.wallets["owner"]
    spare = deploy_compliance(stack.manager, stack.engine, stack.token)
    for item in assignments(Specification.load(), "TokenCompliance"):
        stack.manager.setTargetFunctionRole(spare, item.selectors, item.role, sender=stack.governor)
    unbinding = spare.function("unbindToken").encode(stack.token)
    stack.manager.execute(spare, unbinding, sender=stack.governor)
    return {
        "token": _seen(stack.token, "Token"),
        **{role: _seen(stack.engine, name) for role, name in REGISTRY_ROLES.items()},
        "compliance": _seen(stack.compliance, "ModularCompliance"),
        "spare_compliance": _seen(spare, "ModularCompliance"),
        **{role: deploy_module(chain, module, owner) for role, module in MODULE_ROLES.items()},
        **{role: deploy_module(chain, Module.SUPPLY_LIMIT, owner) for role in cast.FILLER_MODULES},
    }


def _seen(contract: Contract, peer: str) -> Contract:
    """A contract of ours through the ABI of its peer."""
    abi = [entry for entry in implementation(peer).abi if entry["type"] != "error"]
    return contract.chain.at(contract.address, abi)
