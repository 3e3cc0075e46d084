"""The access file: what it refuses to say, and how it is compared with the contracts."""

from pathlib import Path

import pytest
import yaml

from quantera import artifacts
from quantera.access import LocalRole, Role, Specification, assignments, differences, state_changing
from quantera.access.specification import SpecificationError
from quantera.evm import Contract
from tests.unit.access.system import PROBE, SPECIFICATION, System, probe_specification


def probe_surface() -> dict[str, set[str]]:
    return state_changing([artifacts.load(PROBE)])


def load(tmp_path: Path, text: str) -> Specification:
    file = tmp_path / "access.yaml"
    file.write_text(text)
    return Specification.load(file)


def test_the_probes_specification_fits_it() -> None:
    assert differences(probe_specification(), probe_surface()) == []


def test_a_function_without_a_rule_is_found() -> None:
    found = probe_surface()
    found[PROBE].add("mintToMyself(uint256)")
    assert differences(probe_specification(), found) == [
        f"{PROBE}.mintToMyself(uint256) has no rule"
    ]


def test_a_rule_without_a_function_is_found() -> None:
    found = probe_surface()
    found[PROBE].remove("work()")
    assert differences(probe_specification(), found) == [
        f"{PROBE}.work() has a rule but does not exist"
    ]


def test_a_contract_without_an_entry_and_an_entry_without_a_contract_are_found() -> None:
    found = {"Newcomer": {"steal()"}}
    assert differences(probe_specification(), found) == [
        "Newcomer is compiled but has no entry",
        f"{PROBE} has an entry but is not compiled",
    ]


def test_views_interfaces_and_abstract_contracts_are_left_out() -> None:
    found = state_changing(artifacts.load_all().values())
    assert "limit()" not in found[PROBE]
    assert "ManagedUpgradeable" not in found
    assert "IGroupPausable" not in found
    assert "ForeignUuidProbe" not in found


def test_functions_of_an_extension_belong_to_its_contract() -> None:
    found = state_changing([artifacts.load("AbiProbe"), artifacts.load("AbiProbeExtension")])
    assert "AbiProbeExtension" not in found
    assert "measure(((int24,int24),(int24,int24)))" in found["AbiProbe"]
    assert "fallback()" in found["AbiProbe"]


def test_an_assignment_for_every_restricted_function(system: System, probe: Contract) -> None:
    made = assignments(probe_specification(), PROBE)
    mapped = {signature: item.role for item in made for signature in item.signatures}
    assert mapped["upgradeToAndCall(address,bytes)"] == Role.UPGRADER
    assert mapped["lowerLimit(uint256)"] == Role.RISK_OFFICER
    assert "countLocally()" not in mapped
    for item in made:
        for signature, selector in zip(item.signatures, item.selectors, strict=True):
            assert probe[signature].selector == selector
            assert system.manager.getTargetFunctionRole(probe, selector) == item.role


def test_every_role_is_described() -> None:
    assert set(SPECIFICATION.roles) == set(Role.__members__)
    assert set(SPECIFICATION.local_roles) == set(LocalRole.__members__)
    assert all(SPECIFICATION.roles.values())
    assert all(SPECIFICATION.local_roles.values())


@pytest.mark.parametrize(
    ("rule", "complaint"),
    [
        ("{}", "says nothing about who may call"),
        ("{role: MONARCH}", "'MONARCH' is none of ADMIN"),
        ("{local: MONARCH}", "'MONARCH' is none of AGENT"),
        ("{role: ADMIN, anyone: why not}", "anyone cannot be combined"),
        ("{initializer: 1st, local: AGENT}", "initializer cannot be combined"),
        ("{owner: the owner}", "needs `errors`"),
        ("{nobody: never}", "needs `errors`"),
        ("{rolle: ADMIN}", "rolle"),
    ],
)
def test_a_rule_that_says_too_little_or_too_much_is_refused(
    tmp_path: Path, rule: str, complaint: str
) -> None:
    with pytest.raises(SpecificationError, match=r"access\.yaml") as caught:
        load(tmp_path, f"contracts: {{Probe: {{functions: {{run(): {rule}}}}}}}")
    assert complaint in str(caught.value)


def test_one_function_with_two_rules_is_refused(tmp_path: Path) -> None:
    text = "contracts: {Probe: {functions: {run(): {role: ADMIN}, run(): {anyone: all}}}}"
    with pytest.raises(SpecificationError, match=r"'run\(\)' stands there twice"):
        load(tmp_path, text)


def test_two_bases_cannot_rule_the_same_function(tmp_path: Path) -> None:
    rules = {"run()": {"role": "ADMIN"}}
    given = {
        "bases": {"One": rules, "Two": rules},
        "contracts": {"Probe": {"bases": ["One", "Two"]}},
    }
    with pytest.raises(SpecificationError, match=r"takes run\(\) from two bases"):
        load(tmp_path, yaml.safe_dump(given))


def test_unknown_bases_and_contracts_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SpecificationError, match="takes rules from Nowhere"):
        load(tmp_path, "contracts: {Probe: {bases: [Nowhere]}}")
    with pytest.raises(SpecificationError, match="no contract Nobody"):
        probe_specification().rules("Nobody")


def test_a_missing_or_broken_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SpecificationError, match=r"access\.yaml"):
        Specification.load(tmp_path / "access.yaml")
    with pytest.raises(SpecificationError, match=r"access\.yaml"):
        load(tmp_path, "contracts: [")
