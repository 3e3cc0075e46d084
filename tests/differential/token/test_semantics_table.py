"""The table of T-REX's semantics names everything that T-REX's sources can refuse and emit."""

import re
from pathlib import Path

import pytest

from quantera.toolchain.workspace import ROOT
from tests.differential.token.semantics import ContractRows, semantics

SOURCES = ROOT / "node_modules" / "@tokenysolutions" / "t-rex" / "contracts"
_COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
_TEXT = re.compile(r'(?:require\s*\(.*?,|revert\s*\()\s*"([^"]+)"\s*\)', re.DOTALL)
_CUSTOM = re.compile(r"revert\s+(\w+)\s*\(")
_EMIT = re.compile(r"emit\s+(\w+)\s*\(")

WITH_SOURCE = {name: rows for name, rows in semantics().contracts.items() if rows.source}


def code_of(rows: ContractRows) -> str:
    files = [SOURCES / str(name) for name in (rows.source, *rows.also)]
    return "\n".join(_COMMENT.sub("", file.read_text()) for file in files)


def refusals_of(name: str) -> set[str]:
    rows = semantics().contracts[name]
    shared = semantics().shared
    found = {
        refusal
        for function in rows.functions.values()
        for condition in (
            *function.preconditions.values(),
            *(shared[inherited] for inherited in function.inherits),
        )
        for refusal in condition.refusals
    }
    return found


def test_the_table_is_about_the_installed_release() -> None:
    manifest = (SOURCES.parent / "package.json").read_text()
    assert f'"version": "{semantics().reference.version}"' in manifest


@pytest.mark.parametrize("name", WITH_SOURCE)
def test_every_refusal_of_the_sources_is_in_the_table(name: str) -> None:
    code = code_of(WITH_SOURCE[name])
    written = {text.replace("\\'", "'") for text in _TEXT.findall(code)} | set(
        _CUSTOM.findall(code)
    )
    inherited = {"AgentRoleUpgradeable": {"AgentRole: caller does not have the Agent role"}}
    outside = inherited.get(name, set()) | _modifiers_of_base_module(name)
    assert written - outside <= refusals_of(name)


def _modifiers_of_base_module(name: str) -> set[str]:
    # Nothing in the package uses the modifier that says this.
    return {"compliance not bound"} if name == "AbstractModule" else set()


@pytest.mark.parametrize("name", WITH_SOURCE)
def test_every_event_of_the_sources_is_in_the_table(name: str) -> None:
    rows = WITH_SOURCE[name]
    listed = {event for function in rows.functions.values() for event in function.events}
    assert set(_EMIT.findall(code_of(rows))) <= listed


@pytest.mark.parametrize("name", WITH_SOURCE)
def test_the_table_invents_no_refusal(name: str) -> None:
    inherited = {
        "Initializable: contract is already initialized",
        "Ownable: caller is not the owner",
        "AgentRole: caller does not have the Agent role",
        "only bound compliance can call",
        "IdentityRefuses",
        "none",
    }
    code = code_of(WITH_SOURCE[name]).replace("\\'", "'")
    invented = {
        refusal
        for refusal in refusals_of(name) - inherited
        if not refusal.startswith("Panic(") and refusal not in code
    }
    assert not invented


def test_every_function_that_changes_a_suite_is_in_the_table() -> None:
    declared = re.compile(r"function\s+(\w+)\s*\([^)]*\)\s*((?:public|external)[^{;]*)", re.DOTALL)
    for name, rows in WITH_SOURCE.items():
        functions = {
            function
            for function, modifiers in declared.findall(code_of(rows))
            if not re.search(r"\b(?:view|pure)\b", modifiers)
        }
        inherited = {"init", "initialize", "moduleTransferAction", "moduleMintAction"}
        batches = {"moduleBurnAction", "batchSetTimeTransferLimit", "batchRemoveTimeTransferLimit"}
        missing = functions - set(rows.functions) - inherited - batches
        assert not missing, (name, missing, Path(str(rows.source)))
