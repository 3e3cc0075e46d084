"""The registry of assets: what was issued, and on which chains."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import create_engine, event, insert, select
from sqlalchemy.engine import URL, Engine, make_url
from sqlalchemy.exc import SQLAlchemyError

from quantera.assets.errors import AssetRegistryError, UnknownAssetError
from quantera.assets.tables import Asset, AssetDeployment, Base
from quantera.compliance.assets import AssetPolicy
from quantera.compliance.store.database import asset_values


@dataclass(frozen=True)
class Deployment:
    """An asset on one chain.

    Attributes:
        gas: of the transaction that created it.
    """

    chain_id: int
    address: str
    transaction: str
    block: int
    gas: int


@dataclass(frozen=True)
class Recorded:
    """An asset with its deployments, by chain id."""

    name: str
    symbol: str
    kind: str
    deployments: dict[int, Deployment]


class AssetRegistry:
    """The database at a SQLAlchemy URL; tables are created where they are missing.

    Raises:
        AssetRegistryError: it cannot be reached.
    """

    def __init__(self, url: str) -> None:
        try:
            self._url: URL = make_url(url)
            self._engine: Engine = create_engine(self._url)
            if self._engine.dialect.name == "sqlite":
                event.listen(self._engine, "connect", _with_foreign_keys)
            Base.metadata.create_all(self._engine)
        except (SQLAlchemyError, ImportError) as error:
            reason = str(error).splitlines()[0]
            raise AssetRegistryError(f"the registry cannot be opened: {reason}") from error

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def record(self, policy: AssetPolicy, deployments: Sequence[Deployment]) -> None:
        """Add an asset where it is new, and its deployments, all of them or none.

        What is recorded already stays as it is, so that it can be called again.

        Raises:
            AssetRegistryError: the database refuses it, or is gone.
        """
        try:
            self._record(policy, deployments)
        except SQLAlchemyError as error:
            reason = str(error).splitlines()[0]
            raise AssetRegistryError(
                f"{policy.name} is not recorded: {reason}; it can be recorded again at any time"
            ) from error

    def _record(self, policy: AssetPolicy, deployments: Sequence[Deployment]) -> None:
        with self._engine.begin() as connection:
            known = connection.execute(select(Asset.id).where(Asset.id == policy.id)).scalar()
            if known is None:
                values = asset_values(policy, self._engine.dialect)
                connection.execute(insert(Asset).values(id=policy.id, **values))
            query = select(AssetDeployment.chain_id).where(AssetDeployment.asset_id == policy.id)
            present = set(connection.execute(query).scalars())
            for one in deployments:
                if one.chain_id not in present:
                    connection.execute(
                        insert(AssetDeployment).values(
                            asset_id=policy.id,
                            chain_id=one.chain_id,
                            contract_address=one.address,
                            deployment_tx_hash=one.transaction,
                            block_number=one.block,
                            gas_used=one.gas,
                        )
                    )

    def asset(self, key: UUID) -> Recorded:
        """One asset.

        Raises:
            UnknownAssetError: there is none of that id.
        """
        with self._engine.connect() as connection:
            fields = (Asset.name, Asset.symbol, Asset.asset_type)
            row = connection.execute(select(*fields).where(Asset.id == key)).one_or_none()
            if row is None:
                raise UnknownAssetError(f"no asset {key} is registered")
            found = connection.execute(
                select(
                    AssetDeployment.chain_id,
                    AssetDeployment.contract_address,
                    AssetDeployment.deployment_tx_hash,
                    AssetDeployment.block_number,
                    AssetDeployment.gas_used,
                )
                .where(AssetDeployment.asset_id == key)
                .order_by(AssetDeployment.chain_id)
            )
            deployments = {one.chain_id: Deployment(*one) for one in found}
        return Recorded(row.name, row.symbol, row.asset_type, deployments)


def _with_foreign_keys(connection: object, _record: object) -> None:
    cursor = connection.cursor()  # type: ignore[attr-defined]  # DBAPI's, which has no type
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()
