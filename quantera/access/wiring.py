"""What the manager of a chain must be told so that the specification holds there."""

from dataclasses import dataclass

from eth_utils.abi import function_signature_to_4byte_selector

from quantera.access.roles import Role
from quantera.access.specification import Specification


@dataclass(frozen=True)
class Assignment:
    """One call of `setTargetFunctionRole` for some contract."""

    role: Role
    signatures: tuple[str, ...]

    @property
    def selectors(self) -> list[bytes]:
        """Selectors of the functions, in the order of their signatures."""
        return [function_signature_to_4byte_selector(signature) for signature in self.signatures]


def assignments(specification: Specification, contract: str) -> list[Assignment]:
    """The calls that map every restricted function of a contract to its role, in a fixed order.

    Raises:
        SpecificationError: the specification has no such contract.
    """
    by_role: dict[Role, list[str]] = {}
    for signature, rule in specification.rules(contract).items():
        if rule.role is not None:
            by_role.setdefault(rule.role, []).append(signature)
    return [Assignment(role, tuple(sorted(by_role[role]))) for role in sorted(by_role)]
