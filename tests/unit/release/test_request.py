"""Requests and the list of contracts: what they refuse."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from quantera import artifacts
from quantera.access import Role
from quantera.evm import actor_named
from quantera.release import Request
from quantera.release.arguments import extended_by
from quantera.release.blueprint import Blueprint
from quantera.release.errors import BlueprintError
from tests.unit.release.requests import content, request

DEPLOYER = str(actor_named("deployer"))
OTHER = str(actor_named("other"))


def test_a_request_is_read_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "release.yaml"
    file.write_text(yaml.safe_dump(content()))
    assert Request.load(file) == request()
    assert [member.delay for member in request().members()[Role.UPGRADER]] == [259_200]
    with pytest.raises(BlueprintError, match=r"missing\.yaml"):
        Request.load(tmp_path / "missing.yaml")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"roles": {"ADMIN": [OTHER]}}, "GUARDIAN needs a member"),
        ({"roles": {"GUARDIAN": [OTHER]}}, "ADMIN needs a member"),
        ({"roles": {"ADMIN": [OTHER], "GUARDIAN": [OTHER], "KING": [OTHER]}}, "KING is none of"),
        ({"roles": {"ADMIN": [OTHER, OTHER], "GUARDIAN": [OTHER]}}, "ADMIN names an account twice"),
        ({"roles": {"ADMIN": [OTHER.lower()], "GUARDIAN": [OTHER]}}, "EIP-55"),
        ({"profile": "test"}, "production"),
        ({"chains": {}}, "at least 1"),
        ({"chains": {"ethereum": {"rpc": "https://node.example/v3/key"}}}, "pattern"),
        ({"name": "Not a slug"}, "pattern"),
        ({"unknown": 1}, "Extra inputs"),
    ],
)
def test_requests_that_are_refused(changes: dict[str, Any], said: str) -> None:
    """An address of a provider, and with it a key, never gets into a request."""
    with pytest.raises(ValidationError, match=said):
        request(**changes)


def test_rel_05_in_production_the_deployer_keeps_nothing() -> None:
    """REL-05: a request that would leave it a role is refused; a local one is not."""
    roles = {"ADMIN": [DEPLOYER], "GUARDIAN": [DEPLOYER]}
    with pytest.raises(ValidationError, match="would keep ADMIN, GUARDIAN"):
        request(roles=roles)
    assert request(roles=roles, profile="local").members().keys() == {Role.ADMIN, Role.GUARDIAN}


def blueprint(**contracts: Any) -> Blueprint:
    return Blueprint.model_validate({"version": 1, "contracts": contracts})


@pytest.mark.parametrize(
    ("contracts", "said"),
    [
        ({"One": {"arguments": ["@Two"]}, "Two": {}}, "One is created before Two"),
        ({"One": {"arguments": ["@Three"]}}, "Three, which is no entry"),
        ({"ReleaseFactory": {}}, "part of every release"),
        ({"One": {"arguments": [["@Four"]]}}, "Four, which is no entry"),
        ({"One": {}, "Two": {"arguments": ["@One.implementation"]}}, "One.implementation"),
    ],
)
def test_lists_of_contracts_that_are_refused(contracts: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        blueprint(**contracts)


def test_initialisers_may_name_what_comes_later() -> None:
    """Addresses are known before anything is created."""
    proxy = {"call": "initialize(address)", "arguments": ["@Two"]}
    assert blueprint(One={"proxy": proxy}, Two={}).contracts["One"].proxy is not None


def test_activation_calls_entries_alone() -> None:
    step = {"target": "Two", "call": "f()", "then": {"view": "g()", "returns": []}}
    with pytest.raises(ValidationError, match="Two, which is no entry"):
        Blueprint.model_validate({"version": 1, "contracts": {"One": {}}, "activation": [step]})


def test_a_list_that_cannot_be_read(tmp_path: Path) -> None:
    file = tmp_path / "list.yaml"
    for text in ("contracts: [", "version: 2\ncontracts: {}"):
        file.write_text(text)
        with pytest.raises(BlueprintError, match=r"list\.yaml"):
            Blueprint.load(file)


def test_every_extension_of_a_released_contract_is_released() -> None:
    """The list cannot forget an extension: the contract's constructor would not find it."""
    released = Blueprint.load().contracts
    for artifact in artifacts.load_all().values():
        if extended_by(artifact) in released and artifact.creation_code:
            assert artifact.name in released
