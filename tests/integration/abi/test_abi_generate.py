"""What the generator publishes, refuses, and finds out of date."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from quantera import artifacts
from quantera.abi import generate
from quantera.abi.canonical import abi_hash, content_hash
from quantera.abi.surface import SurfaceError, production, surfaces
from quantera.artifacts import Artifact, changed_sources
from tests.integration.abi.test_abi_shapes import shapes


def contract(name: str, *abi: dict[str, Any], extends: str = "", folder: str = "token") -> Artifact:
    return Artifact(
        name=name,
        source_id=f"contracts/{folder}/{name}.sol",
        abi=list(abi),
        creation_code=b"\x00",
        runtime_code=b"\x00",
        devdoc={"custom:extension-of": extends} if extends else {},
    )


def function(name: str, *inputs: str, mutability: str = "view") -> dict[str, Any]:
    return {
        "type": "function",
        "name": name,
        "inputs": [{"name": f"a{number}", "type": kind} for number, kind in enumerate(inputs)],
        "outputs": [],
        "stateMutability": mutability,
    }


FALLBACK = {"type": "fallback", "stateMutability": "payable"}
CONSTRUCTOR = {"type": "constructor", "inputs": [], "stateMutability": "nonpayable"}


def test_only_production_contracts_and_interfaces_are_published() -> None:
    published = surfaces(production(artifacts.load_all().values()))
    compiled = artifacts.load_all()
    names = {surface.name for surface in published}
    assert "QuanteraAccessManager" in names
    assert "IQuanteraAccessManager" in names
    assert not any(compiled[name].source_id.startswith("contracts/testing/") for name in names)
    left_out = {artifact.name for artifact in production(compiled.values())} - names
    for name in left_out:
        artifact = compiled[name]
        functions = [entry for entry in artifact.abi if entry["type"] == "function"]
        extends = artifact.devdoc.get("custom:extension-of")
        assert extends or not (artifact.creation_code and functions), name
        assert extends or not (
            artifact.source_id.startswith("contracts/interfaces/") and artifact.abi
        )


def test_an_extension_is_merged_and_not_published_by_itself() -> None:
    main = contract("Main", FALLBACK, CONSTRUCTOR, function("shared"), function("hot"))
    cold = contract("Cold", CONSTRUCTOR, function("shared"), function("cold"), extends="Main")
    (merged,) = surfaces([cold, main])
    assert merged.name == "Main"
    assert merged.extensions == ("Cold",)
    assert [entry["name"] for entry in merged.entries("function")] == ["cold", "hot", "shared"]
    assert len(merged.entries("constructor")) == 1


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ([contract("Cold", extends="Main")], "Cold extends Main, which is not compiled"),
        (
            [contract("Main"), contract("Cold", extends="Main")],
            r"Main has no fallback that could reach its extensions \(Cold\)",
        ),
        (
            [
                contract("Main", FALLBACK, function("f")),
                contract("Cold", function("f", mutability="nonpayable"), extends="Main"),
            ],
            r"f\(\) means something else in Cold than in Main",
        ),
        (
            [
                contract("Main", FALLBACK, function("collate_propagate_storage", "bytes16")),
                contract("Cold", function("burn", "uint256"), extends="Main"),
            ],
            r"burn\(uint256\) and collate_propagate_storage\(bytes16\) have the same selector",
        ),
    ],
)
def test_extensions_that_contradict_their_contract_are_refused(
    parts: list[Artifact], told: str
) -> None:
    with pytest.raises(SurfaceError, match=told):
        surfaces(parts)


def test_errors_with_one_selector_are_refused_across_contracts() -> None:
    errors = [
        {**function("collate_propagate_storage", "bytes16"), "type": "error"},
        {**function("burn", "uint256"), "type": "error"},
    ]
    parts = [contract(f"C{number}", function("f"), error) for number, error in enumerate(errors)]
    with pytest.raises(SurfaceError, match="have the same selector"):
        generate.render(surfaces(parts), {}, "1.0.0")


def test_the_output_does_not_depend_on_the_compilers_order() -> None:
    given = [
        a for a in artifacts.load_all().values() if a.source_id.startswith("contracts/testing/abi/")
    ]
    turned = [
        Artifact(**{**vars(artifact), "abi": list(reversed(artifact.abi))})
        for artifact in reversed(given)
    ]
    assert generate.render(surfaces(turned), {}, "1.0.0") == generate.render(shapes(), {}, "1.0.0")


def test_the_hash_covers_every_abi_and_nothing_else() -> None:
    files = generate.render(shapes(), {}, "1.0.0")
    with_addresses = generate.render(shapes(), {1: {"AbiProbe": "0x" + "0" * 40}}, "2.0.0")

    def release(rendered: dict[str, str]) -> dict[str, str]:
        told: dict[str, str] = json.loads(rendered[f"{generate.PYTHON_PACKAGE}/release.json"])
        return told

    abis = {
        Path(name).stem: json.loads(text)
        for name, text in files.items()
        if name.startswith(f"{generate.PYTHON_PACKAGE}/json/")
    }
    assert release(files)["contentHash"] == content_hash(abis)
    assert release(with_addresses)["contentHash"] == content_hash(abis)
    assert release(with_addresses)["version"] == "2.0.0"
    del abis["AbiProbe"][0]
    assert release(files)["contentHash"] != content_hash(abis)


def test_an_abi_hash_does_not_depend_on_order_or_on_extra_keys() -> None:
    abi = artifacts.load("AbiProbe").abi
    noisy = [{**entry, "selector": "0x"} for entry in reversed(abi)]
    assert abi_hash(noisy) == abi_hash(abi)
    assert abi_hash(abi[1:]) != abi_hash(abi)


def test_check_lists_what_is_out_of_date_and_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = generate.render(shapes(), {}, "1.0.0")
    monkeypatch.setattr(generate, "expected_files", lambda: expected)

    def run(*arguments: str) -> tuple[int, str]:
        done = CliRunner().invoke(generate.main, [*arguments, "--root", str(tmp_path)])
        return done.exit_code, done.output

    assert run() == (0, f"ABI package: {len(expected)} of {len(expected)} files changed\n")
    assert run("--check") == (0, "")
    python = tmp_path / generate.PYTHON_PACKAGE
    typescript = tmp_path / generate.TYPESCRIPT_PACKAGE
    (python / "errors.py").write_text("# edited by hand\n")
    (typescript / "src" / "AbiProbe.ts").unlink()
    (python / "json" / "Gone.json").write_text("[]\n")
    status, told = run("--check")
    assert status == 1
    assert told.splitlines()[1:] == [
        "  packages/abi-ts/src/AbiProbe.ts: missing",
        "  quantera/abi/generated/errors.py: out of date",
        "  quantera/abi/generated/json/Gone.json: left over",
    ]
    assert run()[0] == 0
    assert run("--check") == (0, "")


def test_a_stale_compile_is_noticed(tmp_path: Path) -> None:
    for name in ("Kept", "Edited", "Removed"):
        path = tmp_path / "contracts" / f"{name}.sol"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"// {name}\n")
    manifest = tmp_path / "compiled.json"
    sources = {
        str(path.relative_to(tmp_path)): {"content": path.read_text()}
        for path in tmp_path.rglob("*.sol")
    }
    manifest.write_text(json.dumps({"sources": sources}))
    assert changed_sources(manifest, tmp_path) == []
    (tmp_path / "contracts" / "Edited.sol").write_text("// other\n")
    (tmp_path / "contracts" / "Removed.sol").unlink()
    (tmp_path / "contracts" / "Added.sol").write_text("// new\n")
    assert changed_sources(manifest, tmp_path) == [
        f"contracts/{name}.sol" for name in ("Added", "Edited", "Removed")
    ]


def test_generation_is_refused_on_a_stale_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "changed_sources", lambda: ["contracts/token/Edited.sol"])
    done = CliRunner().invoke(generate.main, ["--check"])
    assert done.exit_code == 1
    assert "run `ape compile` first; changed since: contracts/token/Edited.sol" in done.output
