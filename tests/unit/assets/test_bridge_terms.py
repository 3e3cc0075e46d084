"""An asset's limits at the bridge: parts of the supply's cap, or what the issuer says."""

from typing import Any

import pytest
from pydantic import ValidationError

from quantera.assets.bridge_terms import AssetBridge, Bucket
from quantera.assets.request import AssetRequest
from tests.unit.assets.requests import asset_request, content


def policy(**terms: Any) -> dict[str, Any]:
    return {**content()["policy"], "terms": terms}


def test_rel_17_limits_are_small_parts_of_the_supply() -> None:
    """REL-17: a hundredth of the cap in a day, and from a thousandth on two protocols agree."""
    request = asset_request(policy=policy(supplyCap=1_000_999))
    limits = request.limits(AssetBridge())
    assert limits.lane == Bucket(capacity=10_009, minutes=1_440)
    assert limits.protocol == Bucket(capacity=2_001, minutes=1_440)
    assert (limits.attest_from, limits.delay_from) == (1_000, 5_004)


def test_what_the_issuer_says_comes_first() -> None:
    bridge = AssetBridge(lane=Bucket(capacity=7_000, minutes=60), attest_from=0)
    limits = asset_request(policy=policy(supplyCap=1_000_000), bridge=bridge).limits(bridge)
    assert limits.lane == Bucket(capacity=7_000, minutes=60)
    assert (limits.attest_from, limits.delay_from) == (0, 5_000)


def test_without_a_cap_everything_is_said() -> None:
    """Nothing could be a part of it; an asset that stays where it is needs no limit."""
    with pytest.raises(ValidationError, match="say lane, protocol, attest_from, delay_from"):
        asset_request(policy=policy())
    half = {"lane": {"capacity": 9}, "attest_from": 1}
    with pytest.raises(ValidationError, match="say protocol, delay_from"):
        asset_request(policy=policy(), bridge=half)
    said = {**half, "protocol": {"capacity": 3}, "delay_from": 5}
    assert asset_request(policy=policy(), bridge=said).bridge is not None
    assert asset_request(policy=policy(), bridge=None).bridge is None


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"lane": {"capacity": 2**104}}, "capacity"),
        ({"lane": {"capacity": 1, "minutes": 0}}, "minutes"),
        ({"lane": {"capacity": 1, "minutes": 65_536}}, "minutes"),
        ({"attest_from": 2**96}, "attest_from"),
        ({"credit_gas": 199_999}, "credit_gas"),
        ({"credit_gas": 2_600_001}, "credit_gas"),
        ({"gas_per_lot": 1_500}, "multiple of 1000"),
        ({"gas_per_lot": 256_000}, "gas_per_lot"),
        ({"lane": {"capacity": 5}, "protocol": {"capacity": 6}}, "more than the whole lane"),
        ({"unknown": 1}, "Extra inputs"),
    ],
)
def test_limits_that_are_refused(given: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        AssetRequest.model_validate({**content(), "bridge": given})
