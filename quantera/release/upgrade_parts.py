"""What of a contract and its extensions is not what a release created."""

from collections.abc import Mapping
from dataclasses import dataclass

from eth_utils.crypto import keccak

from quantera.evm import ChainError, MemoryChain
from quantera.release.addresses import KEYLESS_CODE, KEYLESS_DEPLOYER, keyless_address
from quantera.release.arguments import Resolver
from quantera.release.blueprint import IMPLEMENTATION, Blueprint, references
from quantera.release.errors import PlanError
from quantera.release.payloads import creation_of
from quantera.release.plan import ChainPlan, Plan


@dataclass(frozen=True)
class Part:
    """Something that is created anew.

    Attributes:
        creation: creation code with its arguments.
        code: what it comes to.
    """

    entry: str
    address: str
    creation: bytes
    code: bytes

    @property
    def payload(self) -> bytes:
        """Call data for the keyless deployer."""
        return salt_of(self.entry) + self.creation


def salt_of(entry: str) -> bytes:
    """Salt of an entry's later versions: the code makes their addresses differ."""
    return keccak(text=f"quantera.upgrade.{entry}")


class _Book:
    """Addresses of a release, those of later versions first."""

    def __init__(self, addresses: Mapping[str, str]) -> None:
        self.addresses = dict(addresses)

    def __getitem__(self, entry: str) -> str:
        return self.addresses[entry]


def changed_parts(plan: Plan, chain: ChainPlan, blueprint: Blueprint, entry: str) -> list[Part]:
    """What of a contract and its extensions is not what the release created, in order.

    Raises:
        PlanError: creating one of them fails in the process.
    """
    made = {name: step for step in chain.steps for name in step.creates}
    book = _Book(plan.addresses)
    resolver = Resolver(book, {})
    wanted = _needed(blueprint, entry)
    memory = MemoryChain(chain.chain_id, exact=True)
    memory.set_code(KEYLESS_DEPLOYER, KEYLESS_CODE)
    found = []
    for name, one in blueprint.contracts.items():
        if name not in wanted:
            continue
        part = f"{name}{IMPLEMENTATION}" if one.proxy else name
        creation = resolver.creation(name, one.arguments)
        if part in made and creation_of(plan, made[part]) == creation:
            continue
        address = keyless_address(salt_of(part), creation)
        try:
            memory.transact(KEYLESS_DEPLOYER, salt_of(part) + creation, plan.deployer)
        except ChainError as error:
            raise PlanError(f"{part} cannot be created: {error}") from error
        book.addresses[part] = address
        found.append(Part(part, address, creation, memory.code(address)))
    return found


def _needed(blueprint: Blueprint, entry: str) -> set[str]:
    """An entry and everything without a proxy that its constructor is given."""
    wanted, left = set[str](), [entry]
    while left:
        name = left.pop()
        wanted.add(name)
        for other in references(blueprint.contracts[name].arguments) - wanted:
            one = blueprint.contracts.get(other)
            if one is not None and one.proxy is None:
                left.append(other)
    return wanted
