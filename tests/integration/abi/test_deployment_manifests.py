"""Deployment manifests: their content, their place, and how they are written."""

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from eth_abi.abi import encode
from eth_utils.abi import function_signature_to_4byte_selector
from pydantic import ValidationError

from quantera import deployments
from quantera.deployments import (
    Argument,
    Arguments,
    Creation,
    Initialization,
    Manifest,
    ManifestError,
    address_book,
    read,
    read_all,
    write,
)

PROXY = "0x5FbDB2315678afecb367f032d93F642f64180aa3"
LOGIC = "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512"
INITIALIZE: dict[str, Any] = {
    "type": "function",
    "name": "initialize",
    "inputs": [
        {"name": "manager", "type": "address"},
        {
            "name": "limits",
            "type": "tuple[]",
            "components": [{"name": "cap", "type": "uint256"}, {"name": "tag", "type": "bytes4"}],
        },
        {"name": "open", "type": "bool"},
    ],
}


def creation(address: str) -> Creation:
    return Creation(
        address=address,
        transaction_hash="0x" + "1" * 64,
        block_number=7,
        block_hash="0x" + "2" * 64,
        gas_used=100_000,
    )


def initialize_call() -> bytes:
    selector = function_signature_to_4byte_selector("initialize(address,(uint256,bytes4)[],bool)")
    values = [LOGIC, [(2**255, b"\x01\x02\x03\x04")], True]
    return selector + encode(["address", "(uint256,bytes4)[]", "bool"], values)


def manifest(**changes: Any) -> Manifest:
    return Manifest.model_validate(
        {
            "contract": "ComplianceAwareToken",
            "chain": "ethereum",
            "chain_id": 1,
            "profile": "mainnet",
            "address": PROXY,
            "proxy": creation(PROXY),
            "implementation": creation(LOGIC),
            "extensions": {"TokenExtension": creation(LOGIC)},
            "constructor": Arguments.of_constructor(
                [{"name": "fee", "type": "int24"}], encode(["int24"], [-5])
            ),
            "initialization": Initialization.of_call(INITIALIZE, initialize_call()),
            "compiler_version": "0.8.37",
            "compiler_input_hash": "a" * 64,
            "abi_hash": "b" * 64,
            "code_hash": "0x" + "c" * 64,
            "git_commit": "d" * 40,
            **changes,
        }
    )


def test_a_manifest_comes_back_as_it_was_written(tmp_path: Path) -> None:
    path = write(manifest(), tmp_path)
    assert path == tmp_path / "ethereum" / "ComplianceAwareToken.json"
    assert read(path) == manifest()
    assert list(path.parent.iterdir()) == [path]


def test_arguments_are_decoded_without_loss() -> None:
    initialization = manifest().initialization
    assert initialization is not None
    assert initialization.function == "initialize(address,(uint256,bytes4)[],bool)"
    assert initialization.values == (
        Argument(name="manager", type="address", value=LOGIC),
        Argument(name="limits", type="(uint256,bytes4)[]", value=[[str(2**255), "0x01020304"]]),
        Argument(name="open", type="bool", value=True),
    )
    assert initialization.raw == "0x" + initialize_call().hex()
    assert manifest().constructor.values == (Argument(name="fee", type="int24", value="-5"),)
    assert Arguments.of_constructor([], b"") == Arguments()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"address": LOGIC}, "address is neither the proxy's nor"),
        ({"proxy": None, "address": LOGIC}, "an initialisation without a proxy"),
        ({"chain": "local-ethereum"}, "cannot begin with local-"),
        ({"chain": "../outside"}, "chain"),
        ({"contract": "../Outside"}, "contract"),
        ({"address": PROXY.lower()}, "not a checksummed address"),
        ({"chain_id": 0}, "chain_id"),
        ({"git_commit": "main"}, "git_commit"),
        ({"surprise": 1}, "surprise"),
        (
            {
                "constructor": {
                    "values": [{"name": "fee", "type": "int24", "value": "5"}],
                    "raw": "0x",
                }
            },
            "the raw arguments do not decode",
        ),
        (
            {
                "constructor": {
                    "values": [{"name": "fee", "type": "int24", "value": "5"}],
                    "raw": "0x" + encode(["int24"], [-5]).hex(),
                }
            },
            "the decoded arguments are not what the raw ones say",
        ),
        (
            {"initialization": {"function": "other()", "values": [], "raw": "0x12345678"}},
            r"the raw call is not one of other\(\)",
        ),
    ],
)
def test_a_manifest_that_contradicts_itself_is_refused(changes: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        manifest(**changes)


def test_a_file_that_is_broken_or_misplaced_is_named(tmp_path: Path) -> None:
    path = write(manifest(), tmp_path)
    moved = tmp_path / "polygon" / path.name
    moved.parent.mkdir()
    moved.write_text(path.read_text())
    with pytest.raises(ManifestError, match=r"polygon.*: its content belongs in .*ethereum"):
        read(moved)
    moved.write_text("{")
    with pytest.raises(ManifestError, match="polygon"):
        list(read_all(tmp_path))
    with pytest.raises(ManifestError, match="No such file"):
        read(tmp_path / "polygon" / "Nothing.json")


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(manifest(), tmp_path)

    def full_disk(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space left"):
        write(manifest(chain_id=5), tmp_path)
    assert read(path) == manifest()
    assert list(path.parent.iterdir()) == [path]


def test_local_chains_stay_apart_and_out_of_the_address_book(tmp_path: Path) -> None:
    write(manifest(), tmp_path)
    write(manifest(contract="Bridge"), tmp_path)
    write(manifest(chain="polygon", chain_id=137), tmp_path)
    local = write(manifest(chain="polygon", chain_id=137, profile="local"), tmp_path)
    assert local == tmp_path / "local-polygon" / "ComplianceAwareToken.json"
    assert len(list(read_all(tmp_path))) == 4
    assert address_book(tmp_path) == {
        1: {"Bridge": PROXY, "ComplianceAwareToken": PROXY},
        137: {"ComplianceAwareToken": PROXY},
    }


def test_two_places_for_one_contract_on_one_chain_are_refused(tmp_path: Path) -> None:
    write(manifest(), tmp_path)
    write(manifest(chain="mainnet"), tmp_path)
    with pytest.raises(ManifestError, match="two manifests of ComplianceAwareToken on chain 1"):
        address_book(tmp_path)


def test_the_schema_is_up_to_date_and_describes_the_files(tmp_path: Path) -> None:
    assert deployments.SCHEMA.read_text() == deployments.schema(), (
        "run python -m quantera.deployments"
    )
    content = json.loads(write(manifest(), tmp_path).read_text())
    validator = jsonschema.Draft202012Validator(json.loads(deployments.schema()))
    validator.check_schema(validator.schema)
    validator.validate(content)
    for name in content:
        shortened = {key: value for key, value in content.items() if key != name}
        assert not validator.is_valid(shortened), name
    assert not validator.is_valid({**content, "surprise": 1})
    assert not validator.is_valid({**content, "chain_id": "1"})


def test_the_manifests_of_this_checkout_are_valid() -> None:
    committed = [entry for entry in read_all() if entry.profile != deployments.LOCAL_PROFILE]
    assert address_book().keys() == {entry.chain_id for entry in committed}
