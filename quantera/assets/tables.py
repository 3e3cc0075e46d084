"""Where assets stand: the table `asset_deployments`, beside the compliance database's `assets`.

SQLite by default and PostgreSQL by URL, as the compliance tables are.
"""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlalchemy import (
    BigInteger,
    DateTime,
    ForeignKey,
    Integer,
    String,
    UniqueConstraint,
    Uuid,
    func,
)
from sqlalchemy.orm import Mapped, mapped_column

from quantera.compliance.store.tables import Asset, Base

__all__ = ["Asset", "AssetDeployment", "Base"]


class AssetDeployment(Base):
    """An asset on one chain."""

    __tablename__ = "asset_deployments"
    __table_args__ = (UniqueConstraint("asset_id", "chain_id"),)

    id: Mapped[UUID] = mapped_column(Uuid(), primary_key=True, default=uuid4)
    asset_id: Mapped[UUID] = mapped_column(ForeignKey("assets.id"))
    chain_id: Mapped[int] = mapped_column(Integer())
    contract_address: Mapped[str] = mapped_column(String(42))
    deployment_tx_hash: Mapped[str] = mapped_column(String(66))
    block_number: Mapped[int] = mapped_column(BigInteger())
    gas_used: Mapped[int] = mapped_column(BigInteger())
    deployed_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True),
        default=lambda: datetime.now(UTC),
        server_default=func.now(),
    )
