"""The page on licences names every package with the version and terms that the lock has."""

import json
import re

from quantera.toolchain.workspace import ROOT

ROW = re.compile(r"^\| (\S+) \| (\d\S+) \| ([^|]+) \| [^|]+ \|$", re.MULTILINE)
EMPTY = "npm:empty-npm-package@1.0.0"


def test_every_package_is_listed_with_its_version_and_licence() -> None:
    package = json.loads((ROOT / "package.json").read_text())
    locked = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    page = (ROOT / "docs" / "licences.md").read_text()
    listed = {name: (version, terms) for name, version, terms in ROW.findall(page)}
    entries = {
        name: locked[f"node_modules/{name}"]
        for name in (*package["dependencies"], *package["devDependencies"])
    }
    assert listed == {name: (entry["version"], entry["license"]) for name, entry in entries.items()}


def test_the_page_says_that_layerzero_bars_permissioned_applications() -> None:
    page = " ".join((ROOT / "docs" / "licences.md").read_text().split())
    assert '"Permissioned Applications may not use the Licensed Work"' in page


def test_nothing_that_hangs_on_the_protocols_packages_is_installed() -> None:
    package = json.loads((ROOT / "package.json").read_text())
    for name, replaced in package["overrides"].items():
        manifest = json.loads((ROOT / "node_modules" / name / "package.json").read_text())
        hanging = {
            *manifest.get("dependencies", {}),
            *manifest.get("optionalDependencies", {}),
        }
        assert set(replaced) == hanging
        assert set(replaced.values()) == {EMPTY}


def test_no_production_contract_imports_a_protocols_package() -> None:
    package = json.loads((ROOT / "package.json").read_text())
    protocols = [*package["overrides"], "@layerzerolabs/"]
    for source in (ROOT / "contracts").rglob("*.sol"):
        text = source.read_text()
        assert not [name for name in protocols if name in text], source
