"""Morpho Blue: isolated markets of one collateral and one loan asset each."""

from dataclasses import dataclass
from typing import Any

from eth_abi.abi import encode
from eth_utils.crypto import keccak

from quantera.evm import ZERO_ADDRESS, Actor, Chain, Contract, Receipt
from quantera.gas.peers.morpho_source import artifact

ONE = 10**18
PRICE_SCALE = 10**36
"""Its oracle tells loan units for one unit of collateral, times this."""
LLTV = 86 * ONE // 100
"""The share that its governance has enabled for liquid collateral."""


@dataclass(frozen=True)
class MorphoMarket:
    """One market with its oracle."""

    chain: Chain
    morpho: Contract
    oracle: Contract
    params: tuple[Any, ...]
    id: bytes

    def lend(self, user: Actor, amount: int) -> Receipt:
        """Supply the loan asset."""
        receipt: Receipt = self.morpho.supply(self.params, amount, 0, user, b"", sender=user)
        return receipt

    def deposit(self, user: Actor, amount: int) -> Receipt:
        """Supply collateral."""
        receipt: Receipt = self.morpho.supplyCollateral(self.params, amount, user, b"", sender=user)
        return receipt

    def withdraw(self, user: Actor, amount: int) -> Receipt:
        """Take collateral back, checked against the debt."""
        receipt: Receipt = self.morpho.withdrawCollateral(
            self.params, amount, user, user, sender=user
        )
        return receipt

    def borrow(self, user: Actor, amount: int) -> Receipt:
        """Debt, checked against the collateral."""
        receipt: Receipt = self.morpho.borrow(self.params, amount, 0, user, user, sender=user)
        return receipt

    def liquidate(self, liquidator: Actor, user: Actor, seized: int, shares: int = 0) -> Receipt:
        """Seize units of collateral, or repay shares of debt, whichever is not zero."""
        receipt: Receipt = self.morpho.liquidate(
            self.params, user, seized, shares, b"", sender=liquidator
        )
        return receipt

    def set_price(self, price: int, collateral_decimals: int, loan_decimals: int) -> None:
        """Value of a whole unit of collateral in whole loan units, with eight decimals."""
        scaled = price * PRICE_SCALE * 10**loan_decimals // 10 ** (8 + collateral_decimals)
        self.oracle.setPrice(scaled, sender=self.chain.actor("owner of Morpho"))

    def position(self, user: Actor) -> tuple[int, int]:
        """Shares of debt and units of collateral."""
        _, shares, collateral = self.morpho.position(self.id, user)
        return shares, collateral

    def debt(self, user: Actor) -> int:
        """Loan units owed, rounded up, as of the last accrual."""
        shares, _ = self.position(user)
        _, _, assets, total, _, _ = self.morpho.market(self.id)
        return int(-(-shares * (assets + 1) // (total + 10**6)))


def morpho_market(
    chain: Chain,
    loan: Contract,
    collateral: Contract,
    lltv: int = LLTV,
    *,
    bears_interest: bool = True,
) -> MorphoMarket:
    """A market, with interest as its mock of a rate model gives it or without any."""
    owner = chain.actor("owner of Morpho")
    morpho = chain.deploy(artifact("Morpho"), owner, sender=owner)
    model = chain.deploy(artifact("IrmMock"), sender=owner).address
    rates = model if bears_interest else ZERO_ADDRESS
    oracle = chain.deploy(artifact("OracleMock"), sender=owner)
    morpho.enableIrm(rates, sender=owner)
    morpho.enableLltv(lltv, sender=owner)
    params = (loan, collateral, oracle, rates, lltv)
    morpho.createMarket(params, sender=owner)
    kinds = ["address"] * 4 + ["uint256"]
    market = keccak(encode(kinds, [str(part) for part in params[:4]] + [lltv]))
    return MorphoMarket(chain, morpho, oracle, params, market)
