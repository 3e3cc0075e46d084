"""Aave v3 core from its npm bytecode: a pool of reserves behind Chainlink-like feeds.

`@aave/core-v3` is under BUSL-1.1: it is deployed here and in tests to be measured and compared, and
nothing of it is part of what is delivered.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quantera.artifacts import Artifact, load_npm
from quantera.evm import ZERO_ADDRESS, Actor, Chain, Contract, Receipt

PACKAGE = "@aave/core-v3/artifacts/contracts"
PROTOCOL = f"{PACKAGE}/protocol"
RAY = 10**27
VALUE = 10**8
"""One US dollar as its oracle tells it."""
VARIABLE = 2
"""Its name of the rate that moves."""
MAX_UINT = 2**256 - 1
LIBRARIES = ("BorrowLogic", "BridgeLogic", "EModeLogic", "LiquidationLogic", "PoolLogic")
IMPLEMENTATIONS = ("AToken", "StableDebtToken", "VariableDebtToken")
RATES = (80, 0, 4, 60, 1, 60, 1, 8, 20)
"""Percent: best use, base, both slopes, the stable ones, offset, excess, best stable share."""


@dataclass(frozen=True)
class Terms:
    """A reserve's risk in basis points.

    Attributes:
        ltv: most debt against collateral when borrowing.
        threshold: share of collateral that counts before it may be liquidated.
        bonus: what a liquidator is paid above 10,000.
    """

    ltv: int = 8_000
    threshold: int = 8_500
    bonus: int = 500


def artifact(folder: str, name: str, links: dict[str, str] | None = None) -> Artifact:
    """One contract of the package's `folder`."""
    return load_npm(f"{folder}/{name}.sol/{name}.json", links)


@dataclass(frozen=True)
class AaveMarket:
    """A pool with the feeds behind its reserves."""

    chain: Chain
    owner: Actor
    pool: Contract
    feeds: dict[str, Contract]

    def supply(self, user: Actor, token: Contract, amount: int) -> Receipt:
        """Collateral, or what others borrow."""
        receipt: Receipt = self.pool["supply(address,uint256,address,uint16)"](
            token, amount, user, 0, sender=user
        )
        return receipt

    def withdraw(self, user: Actor, token: Contract, amount: int) -> Receipt:
        """Take collateral back, checked against the debt."""
        receipt: Receipt = self.pool["withdraw(address,uint256,address)"](
            token, amount, user, sender=user
        )
        return receipt

    def borrow(self, user: Actor, token: Contract, amount: int) -> Receipt:
        """Debt at the moving rate, checked against the collateral."""
        receipt: Receipt = self.pool["borrow(address,uint256,uint256,uint16,address)"](
            token, amount, VARIABLE, 0, user, sender=user
        )
        return receipt

    def liquidate(
        self, liquidator: Actor, user: Actor, seized: Contract, repaid: Contract, amount: int
    ) -> Receipt:
        """Pay `amount` of somebody's debt, at most what the close factor gives, and take more."""
        receipt: Receipt = self.pool["liquidationCall(address,address,address,uint256,bool)"](
            seized, repaid, user, amount, False, sender=liquidator
        )
        return receipt

    def set_price(self, token: Contract, price: int) -> None:
        """A new answer, in US dollars with eight decimals, written into its feed."""
        self.chain.set_storage(self.feeds[str(token)], 0, price)

    def data(self, user: Actor) -> tuple[int, int, int]:
        """Collateral and debt in US dollars with eight decimals, health with eighteen."""
        collateral, debt, _, _, _, health = self.pool.getUserAccountData(user)
        return collateral, debt, health


def _pool(chain: Chain, owner: Actor, provider: Contract) -> Contract:
    logic = f"{PROTOCOL}/libraries/logic"
    links = {name: chain.deploy(artifact(logic, name), sender=owner).address for name in LIBRARIES}
    for name in ("SupplyLogic", "FlashLoanLogic"):
        links[name] = chain.deploy(artifact(logic, name, links), sender=owner).address
    shape = artifact(f"{PROTOCOL}/pool", "Pool", links)
    provider.setPoolImpl(chain.deploy(shape, provider, sender=owner), sender=owner)
    return chain.at(provider.getPool(), shape)


def _configurator(chain: Chain, owner: Actor, provider: Contract) -> Contract:
    library = artifact(f"{PROTOCOL}/libraries/logic", "ConfiguratorLogic")
    links = {"ConfiguratorLogic": chain.deploy(library, sender=owner).address}
    shape = artifact(f"{PROTOCOL}/pool", "PoolConfigurator", links)
    provider.setPoolConfiguratorImpl(chain.deploy(shape, sender=owner), sender=owner)
    return chain.at(provider.getPoolConfigurator(), shape)


def _feeds(
    chain: Chain, owner: Actor, provider: Contract, tokens: Sequence[Contract], price: int
) -> dict[str, Contract]:
    mock = artifact(f"{PACKAGE}/mocks/oracle/CLAggregators", "MockAggregator")
    feeds = {str(token): chain.deploy(mock, price, sender=owner) for token in tokens}
    oracle = chain.deploy(
        artifact(f"{PACKAGE}/misc", "AaveOracle"),
        *(provider, list(tokens), list(feeds.values()), ZERO_ADDRESS, ZERO_ADDRESS, VALUE),
        sender=owner,
    )
    provider.setPriceOracle(oracle, sender=owner)
    return feeds


def _rights(chain: Chain, owner: Actor, provider: Contract) -> None:
    provider.setACLAdmin(owner, sender=owner)
    rights = chain.deploy(
        artifact(f"{PROTOCOL}/configuration", "ACLManager"), provider, sender=owner
    )
    provider.setACLManager(rights, sender=owner)
    rights.addPoolAdmin(owner, sender=owner)


def aave_market(
    chain: Chain, tokens: Sequence[Contract], terms: Sequence[Terms] = (), price: int = VALUE
) -> AaveMarket:
    """A pool whose reserves are the tokens, all borrowable and all collateral.

    Args:
        chain: where.
        tokens: what it lends.
        terms: each reserve's risk; the default's where there are fewer.
        price: every feed's first answer, in US dollars with eight decimals.
    """
    owner = chain.actor("owner of Aave")
    provider = chain.deploy(
        artifact(f"{PROTOCOL}/configuration", "PoolAddressesProvider"), "Q", owner, sender=owner
    )
    _rights(chain, owner, provider)
    feeds = _feeds(chain, owner, provider, tokens, price)
    pool = _pool(chain, owner, provider)
    configurator = _configurator(chain, owner, provider)
    strategy = chain.deploy(
        artifact(f"{PROTOCOL}/pool", "DefaultReserveInterestRateStrategy"),
        *(provider, *(percent * RAY // 100 for percent in RATES)),
        sender=owner,
    )
    a_token, stable, variable = (
        chain.deploy(artifact(f"{PROTOCOL}/tokenization", name), pool, sender=owner)
        for name in IMPLEMENTATIONS
    )
    for place, token in enumerate(tokens):
        risk = terms[place] if place < len(terms) else Terms()
        names = ("a", "a", "v", "v", "s", "s")
        reserve = (a_token, stable, variable, token.decimals(), strategy, token, owner)
        configurator.initReserves([(*reserve, ZERO_ADDRESS, *names, b"")], sender=owner)
        if risk.threshold:
            configurator.configureReserveAsCollateral(
                token, risk.ltv, risk.threshold, 10_000 + risk.bonus, sender=owner
            )
        configurator.setReserveBorrowing(token, True, sender=owner)
        configurator.setReserveFactor(token, 1_000, sender=owner)
    return AaveMarket(chain, owner, pool, feeds)
