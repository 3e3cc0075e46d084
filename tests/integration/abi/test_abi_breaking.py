"""What breaks integrators between two releases."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from quantera.abi import breaking
from quantera.abi.generate import PYTHON_PACKAGE

TRANSFER: dict[str, Any] = {
    "type": "function",
    "name": "transfer",
    "inputs": [{"name": "to", "type": "address"}, {"name": "value", "type": "uint256"}],
    "outputs": [{"name": "", "type": "bool"}],
    "stateMutability": "nonpayable",
}
MOVED: dict[str, Any] = {
    "type": "event",
    "name": "Moved",
    "inputs": [{"name": "to", "type": "address", "indexed": True}],
    "anonymous": False,
}
CONSTRUCTOR: dict[str, Any] = {"type": "constructor", "inputs": [], "stateMutability": "nonpayable"}


def changed(entry: dict[str, Any], **changes: object) -> dict[str, list[dict[str, Any]]]:
    return {"Token": [{**entry, **changes}]}


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ({}, ["Token is gone"]),
        ({"Token": []}, ["Token: function transfer(address,uint256) is gone"]),
        (
            changed(TRANSFER, outputs=[]),
            ["Token: function transfer(address,uint256): its outputs changed their types or names"],
        ),
        (
            changed(TRANSFER, stateMutability="view"),
            [],
        ),
        (
            changed(
                TRANSFER,
                inputs=[{**TRANSFER["inputs"][0], "name": "receiver"}, TRANSFER["inputs"][1]],
            ),
            ["Token: function transfer(address,uint256): its inputs changed their types or names"],
        ),
        (
            changed(
                TRANSFER,
                inputs=[
                    {**TRANSFER["inputs"][0], "internalType": "contract IToken"},
                    TRANSFER["inputs"][1],
                ],
            ),
            [],
        ),
    ],
)
def test_what_callers_can_no_longer_rely_on(
    after: dict[str, list[dict[str, Any]]], told: list[str]
) -> None:
    assert breaking.breaking_changes({"Token": [TRANSFER, CONSTRUCTOR]}, after) == told


def test_a_view_that_begins_to_write_and_an_event_that_is_indexed_otherwise_break() -> None:
    reads = {**TRANSFER, "stateMutability": "view"}
    assert breaking.breaking_changes({"Token": [reads]}, {"Token": [TRANSFER]}) == [
        "Token: function transfer(address,uint256): it became nonpayable from view"
    ]
    unindexed = {**MOVED, "inputs": [{**MOVED["inputs"][0], "indexed": False}]}
    assert breaking.breaking_changes({"Token": [MOVED]}, {"Token": [unindexed]}) == [
        "Token: event Moved(address): its inputs changed their types or names"
    ]


def test_additions_do_not_break() -> None:
    assert breaking.breaking_changes({"Token": [TRANSFER]}, {"Token": [TRANSFER, MOVED]}) == []


@pytest.mark.parametrize(
    ("before", "after", "says_so"),
    [
        ("0.1.0", "0.1.9", False),
        ("0.1.0", "0.2.0", True),
        ("0.9.0", "1.0.0", True),
        ("1.1.0", "1.2.0", False),
        ("1.9.3", "2.0.0", True),
    ],
)
def test_which_versions_announce_a_break(before: str, after: str, says_so: bool) -> None:
    assert breaking.announced(before, after) is says_so


def test_the_command_compares_with_the_last_tag(tmp_path: Path) -> None:
    package = tmp_path / PYTHON_PACKAGE

    def publish(version: str, *abi: dict[str, Any]) -> None:
        (package / "json").mkdir(parents=True, exist_ok=True)
        (package / "json" / "Token.json").write_text(json.dumps(abi))
        (package / "release.json").write_text(json.dumps({"version": version}))

    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=releaser", "-c", "user.email=releaser@example.org")
        subprocess.run(
            ["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True
        )

    def run() -> tuple[int, str]:
        done = CliRunner().invoke(breaking.main, ["--root", str(tmp_path)])
        return done.exit_code, done.output

    publish("1.0.0", TRANSFER)
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "Release")
    assert run() == (0, "no release to compare with\n")
    git("tag", "v1.0.0")
    assert run() == (0, "nothing breaks since v1.0.0\n")
    publish("1.1.0", MOVED)
    assert run() == (
        1,
        "Token: function transfer(address,uint256) is gone\n"
        "version 1.1.0 does not announce this after 1.0.0\n",
    )
    publish("2.0.0", MOVED)
    assert run() == (0, "Token: function transfer(address,uint256) is gone\n")
