"""The issued asset as later chapters use it."""

from dataclasses import dataclass

from quantera.assets.request import AssetRequest
from quantera.demo.errors import DemoError
from quantera.demo.released import Released
from quantera.evm import Contract, Reverted
from quantera.gas.token_stack import TokenStack, merged
from quantera.release.blueprint import MANAGER

UNIT = 10**18
DECIMALS = 18


@dataclass(frozen=True)
class Issued:
    """The asset on all chains.

    Attributes:
        released: the platform that it was issued on.
        request: what its issuer asked for.
        address: of its token, the same on every chain.
        compliance: of the token's compliance contract, the same on every chain.
    """

    released: Released
    request: AssetRequest
    address: str
    compliance: str

    @property
    def symbol(self) -> str:
        """Of the token."""
        return self.request.policy.symbol

    def token(self, chain: str) -> Contract:
        """The token on a chain, with the functions of its extension."""
        return self.released.stage.chains[chain].at(self.address, merged("ComplianceAwareToken"))

    def stack(self, chain: str) -> TokenStack:
        """The token with everything behind it."""
        released = self.released
        node = released.stage.chains[chain]
        return TokenStack(
            node,
            released.at(chain, MANAGER),
            released.governor,
            released.agent,
            released.stage.funded("bridge"),
            released.at(chain, "ComplianceEngine"),
            node.at(self.compliance, "TokenCompliance"),
            self.token(chain),
        )


def refusal_code(error: Reverted) -> int:
    """The code with which a token refused.

    Raises:
        DemoError: something else went wrong.
    """
    if error.name != "TransferRefused":
        raise DemoError(f"refused for another reason than the rules: {error}")
    code: int = error.values["code"]
    return code
