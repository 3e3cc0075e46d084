"""The registry of assets on a real PostgreSQL: types, constraints, several who write at once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import IntegrityError

from quantera.assets.errors import AssetRegistryError, UnknownAssetError
from quantera.assets.registry import AssetRegistry
from tests.integration.postgres_server import postgres
from tests.unit.assets.requests import asset_request, content
from tests.unit.assets.test_registry import deployment


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A server of its own."""
    with postgres() as found:
        yield found


def another(number: int) -> UUID:
    """An asset that no other test has."""
    return UUID(int=0xA55E7000 + number)


def policy_of(asset: UUID) -> dict[str, object]:
    return {**content()["policy"], "id": str(asset)}


def test_columns_have_the_types_of_the_data_model(url: str) -> None:
    AssetRegistry(url).close()
    engine = create_engine(url)
    found = {column["name"]: column for column in inspect(engine).get_columns("asset_deployments")}
    engine.dispose()
    assert {name: str(column["type"]) for name, column in found.items()} == {
        "id": "UUID",
        "asset_id": "UUID",
        "chain_id": "INTEGER",
        "contract_address": "VARCHAR(42)",
        "deployment_tx_hash": "VARCHAR(66)",
        "block_number": "BIGINT",
        "gas_used": "BIGINT",
        "deployed_at": "TIMESTAMP",
    }
    assert found["deployed_at"]["default"] == "now()"


def test_an_asset_is_recorded_once_with_every_chain(url: str) -> None:
    """The largest supply and block that the tables take, and the same twice."""
    registry, asset = AssetRegistry(url), another(1)
    policy = asset_request(policy={**policy_of(asset), "totalSupply": 2**119}).policy
    registry.record(policy, [deployment(1), deployment(11_155_111)])
    registry.record(policy, [deployment(1), deployment(10)])
    found = registry.asset(asset)
    assert found.deployments == {chain: deployment(chain) for chain in (1, 10, 11_155_111)}
    with pytest.raises(UnknownAssetError):
        registry.asset(another(0))
    registry.close()


def test_all_deployments_are_recorded_or_none(url: str) -> None:
    """What the database refuses takes the asset with it."""
    registry, asset = AssetRegistry(url), another(2)
    policy = asset_request(policy=policy_of(asset)).policy
    with pytest.raises(AssetRegistryError, match="not recorded"):
        registry.record(policy, [deployment(1), deployment(1)])
    with pytest.raises(UnknownAssetError):
        registry.asset(asset)
    engine = create_engine(url)
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO asset_deployments (id, asset_id, chain_id, contract_address,"
                " deployment_tx_hash, block_number, gas_used)"
                " VALUES (gen_random_uuid(), :asset, 1, '', '', 0, 0)"
            ),
            {"asset": asset},
        )
    engine.dispose()
    registry.close()


def test_several_who_record_the_same_at_once_record_it_once(url: str) -> None:
    """One of them has it; the others find it there or are told, and may call again."""
    asset = another(3)
    policy = asset_request(policy=policy_of(asset)).policy

    def record(_number: int) -> bool:
        registry = AssetRegistry(url)
        try:
            registry.record(policy, [deployment(1), deployment(10)])
        except AssetRegistryError:
            return False
        finally:
            registry.close()
        return True

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(record, range(8)))
    assert any(done)
    assert record(9)
    registry = AssetRegistry(url)
    assert set(registry.asset(asset).deployments) == {1, 10}
    registry.close()


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(AssetRegistryError, match="cannot be opened"):
        AssetRegistry("postgresql+psycopg://quantera@/postgres?host=/nonexistent")
