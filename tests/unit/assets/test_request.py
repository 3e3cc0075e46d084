"""Requests for assets, their rule packs, and what the engine is sent."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from quantera.assets.errors import AssetRequestError, RulePackError
from quantera.assets.request import AssetRequest
from quantera.assets.rules import LOTS, engine_rules
from tests.unit.assets.requests import asset_request, content


def test_a_request_is_read_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "asset.yaml"
    file.write_text(yaml.safe_dump(content()))
    assert AssetRequest.load(file) == asset_request()
    with pytest.raises(AssetRequestError, match="cannot be read"):
        AssetRequest.load(tmp_path / "none.yaml")
    file.write_text("policy: [")
    with pytest.raises(AssetRequestError, match="no request"):
        AssetRequest.load(file)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"agents": []}, "agents"),
        ({"agents": [content()["agents"][0]] * 2}, "named twice"),
        ({"shares": {"ethereum": 60, "polygon": 50}}, "100 together"),
        ({"shares": {"ethereum": -1}}, "per cent"),
        ({"home": "FR"}, "home"),
        ({"jurisdictions": []}, "jurisdictions"),
        (
            {"policy": {**content()["policy"], "tokens": {"ethereum": "0x" + "11" * 20}}},
            "not known",
        ),
        ({"policy": {**content()["policy"], "packs": {"EU": {"route": "US-01"}}}}, "no rule US-01"),
        ({"policy": {**content()["policy"], "symbol": "MUCHTOOLONG"}}, "symbol"),
    ],
)
def test_what_contradicts_itself_is_refused(
    tmp_path: Path, changes: dict[str, Any], why: str
) -> None:
    file = tmp_path / "asset.yaml"
    file.write_text(yaml.safe_dump({**content(), **changes}))
    with pytest.raises(AssetRequestError, match=why):
        AssetRequest.load(file)


def test_every_jurisdiction_needs_a_pack_with_a_route() -> None:
    with pytest.raises(RulePackError, match=r"US: .* has no pack") as caught:
        asset_request(jurisdictions=["EU", "US"]).packs()
    assert caught.value.jurisdiction == "US"
    policy = {**content()["policy"], "packs": {"EU": {}}}
    with pytest.raises(RulePackError, match="EU: the pack names no offer route"):
        asset_request(policy=policy).packs()


def test_a_value_that_does_not_fit_its_pack_is_told() -> None:
    policy = {**content()["policy"], "prices": {"EUR": "1e40"}}
    with pytest.raises(RulePackError, match="EU: "):
        asset_request(policy=policy).packs()


def test_chains_share_what_is_not_named() -> None:
    request = asset_request(shares={"ethereum": 50})
    chains = ("ethereum", "polygon", "optimism")
    assert [request.share(chain, chains) for chain in chains] == [50, 25, 25]
    assert asset_request(shares={}).share("polygon", ("polygon",)) == 100


def test_terms_become_rules_of_the_engine() -> None:
    terms = {
        "supplyCap": 1000,
        "maxBalance": 90,
        "minimumTicket": 5,
        "holderCap": 7,
        "countriesAllowed": ["DE", "FR"],
        "countryCaps": {"DE": 3},
        "classCaps": [{"jurisdiction": "EU", "category": "retail", "cap": 11}],
        "windowVolume": 30,
        "windowSeconds": 60,
        "lockUpMonths": 6,
        "preApproval": True,
        "verifySender": True,
        "hours": {"weekdays": [0, 1], "opensAt": 60, "closesAt": 120},
    }
    request = asset_request(policy={**content()["policy"], "terms": terms})
    packs = request.packs()
    rules = engine_rules(request, packs, 33)
    codes = {code for code in range(190) if rules.settings["rules"] >> code & 1}
    assert {15, 18, 19, 21, 22, 23, 24, 27, 28, 29, 30, 31, 32, 38} <= codes
    assert not {20, 25, 26} & codes
    assert packs["EU"].codes <= codes
    assert rules.count == (True, True, 0b00010, True)
    assert rules.packs[LOTS] == (6,)
    assert rules.settings["ownPacks"] == rules.settings["recipientPacks"] == 0b00010
    assert rules.settings["transferHours"] == (0b11, 60, 120, 0, 0, 0)
    allotments = rules.settings["allotments"]
    assert (0, 0, 330) in allotments
    assert (1, 0, 2) in allotments
    assert (2, 276, 0) not in allotments
    assert (4, 0, 29) in allotments
    # Whatever the shares are, parts never exceed the whole.
    for kind, key, whole, part in rules.limits:
        assert part * 100 <= whole * 33, (kind, key)


def test_packs_with_holding_periods_keep_lots() -> None:
    packs = {"US": {"route": "US-01"}, "EU": {"route": "EU-02"}}
    policy = {**content()["policy"], "packs": packs}
    request = asset_request(policy=policy, jurisdictions=["US", "EU"])
    assert engine_rules(request, request.packs(), 100).count[3]
    request = asset_request()
    assert not engine_rules(request, request.packs(), 100).count[3]
