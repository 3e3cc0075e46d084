"""The transactions of a release, rehearsed: what each must come to, and what is found."""

from typing import Any

import pytest

from quantera.access import Role, Specification
from quantera.evm import actor_named
from quantera.release.addresses import AddressBook
from quantera.release.arguments import Resolver
from quantera.release.blueprint import FACTORY, IMPLEMENTATION, MANAGER, Blueprint
from quantera.release.errors import BlueprintError, PlanError
from quantera.release.rehearsal import Foreign, Rehearsal, rehearse
from quantera.release.steps import Phase, Steps
from tests.unit.release.requests import PARAMETERS, WRAPPED, request, steps

NOW = 1_800_000_000


def rehearsed(built: Steps, chain_id: int = 1, measure: Steps | None = None) -> Rehearsal:
    """Carried out, and held against itself or against what another list asks for."""
    measure = measure or built
    entries = [FACTORY, MANAGER]
    for name, entry in built.blueprint.contracts.items():
        entries += [name, f"{name}{IMPLEMENTATION}"] if entry.proxy else [name]
    return rehearse(
        built.all(),
        chain_id=chain_id,
        now=NOW,
        founder=built.request.founder,
        deployer=built.request.deployer,
        addresses={entry: built.book[entry] for entry in entries},
        outside={WRAPPED: Foreign(b"\x00")},
        inert=measure.inert(),
        active=measure.active(),
    )


def changed(**entries: Any) -> Blueprint:
    """The list of contracts with other entries."""
    told = Blueprint.load().model_dump(mode="json")
    for name, changes in entries.items():
        told["contracts"][name].update(changes)
    return Blueprint.model_validate(told)


def built_with(blueprint: Blueprint) -> Steps:
    return steps(blueprint=blueprint)


@pytest.fixture(scope="module")
def whole() -> Rehearsal:
    return rehearsed(steps())


def test_rel_04_rel_05_everything_comes_to_what_it_must(whole: Rehearsal) -> None:
    """REL-04, REL-05: the rehearsal asks for all of it, before and after activation."""
    names = [step.draft.name for step in whole.steps]
    assert names[:3] == ["factory", "open", "prepare"]
    assert [name for name in names if name.startswith("wire")] == ["wire 1", "wire 2"]
    assert names[-1] == "activate"
    assert [step.draft.phase for step in whole.steps].count(Phase.ACTIVATE) == 1
    assert len(whole.codes) == len({condition.address for condition in whole.codes})
    assert all(step.conditions for step in whole.steps)


def test_no_transaction_is_larger_than_a_chain_takes(whole: Rehearsal) -> None:
    assert max(step.gas for step in whole.steps) < 16_777_216
    assert max(size for step in whole.steps for size in step.runtime_sizes.values()) <= 24_576


def test_code_differs_from_chain_to_chain_only_by_its_id(whole: Rehearsal) -> None:
    """Addresses, arguments and code are the same elsewhere: nothing depends on the chain."""
    elsewhere = rehearsed(steps(), chain_id=137)
    assert elsewhere.codes == whole.codes
    assert [step.draft.data for step in elsewhere.steps] == [
        step.draft.data for step in whole.steps
    ]


def test_rel_04_a_contract_that_is_not_paused_is_found() -> None:
    """REL-04: an entry of the list that loses its `paused` is inert no more."""
    proxy = Blueprint.load().contracts["LiquidityPoolOptimizer"].proxy
    assert proxy is not None
    told = {**proxy.model_dump(mode="json"), "paused": False}
    open_steps = built_with(changed(LiquidityPoolOptimizer={"proxy": told}))
    closed = steps()
    missing = {one.says for one in closed.inert()} - {one.says for one in open_steps.inert()}
    assert missing == {"paused groups of LiquidityPoolOptimizer"}
    with pytest.raises(PlanError, match="before activate, in rehearsal: paused groups of Liq"):
        rehearsed(open_steps, measure=closed)


def test_a_failing_initialiser_is_found() -> None:
    wanted = request(parameters={**PARAMETERS, "currency": "0x000000"})
    with pytest.raises(PlanError, match="create SettlementAssetManager fails in rehearsal"):
        rehearsed(steps(wanted))


def test_an_activation_that_does_not_do_what_it_says_is_found() -> None:
    told = Blueprint.load().model_dump(mode="json")
    last = next(one for one in told["activation"] if one["target"] == "LiquidityPoolOptimizer")
    last["then"]["returns"] = ["@DynamicFeeStructure", 1]
    with pytest.raises(PlanError, match=r"LiquidityPoolOptimizer\.feeStructure after setFee"):
        rehearsed(built_with(Blueprint.model_validate(told)))


def test_what_no_role_may_call_cannot_activate() -> None:
    told = Blueprint.load().model_dump(mode="json")
    told["activation"].append(
        {
            "target": "ComplianceAwareToken",
            "call": "approve(address,uint256)",
            "arguments": ["@DualControl", 1],
            "then": {"view": "decimals()", "returns": [18]},
        }
    )
    with pytest.raises(BlueprintError, match=r"approve.* is not a role's"):
        rehearsed(built_with(Blueprint.model_validate(told)))


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"treasury": "nonsense"}, "arguments of DynamicFeeStructure.initialize"),
        ({"token_decimals": 300}, "arguments of ComplianceAwareToken.initialize"),
        ({"token_terms": {"assetClass": "bond"}}, "arguments of ComplianceAwareToken.initialize"),
    ],
)
def test_arguments_that_do_not_fit(parameters: dict[str, Any], said: str) -> None:
    with pytest.raises(BlueprintError, match=said):
        steps(request(parameters={**PARAMETERS, **parameters})).all()


def test_a_missing_parameter_is_named() -> None:
    wanted = request()
    lacking = {name: value for name, value in PARAMETERS.items() if name != "treasury"}
    book = AddressBook(wanted.name, wanted.founder)
    built = Steps(wanted, Blueprint.load(), Specification.load(), Resolver(book, lacking))
    with pytest.raises(BlueprintError, match="no parameter treasury"):
        built.all()


def test_an_unknown_function_is_named() -> None:
    told = {"call": "initialise(address)", "arguments": ["@QuanteraAccessManager"]}
    with pytest.raises(BlueprintError, match=r"ComplianceEngine has no function initialise"):
        built_with(changed(ComplianceEngine={"proxy": told})).all()


def test_delays_are_never_below_their_class() -> None:
    """What `hasRole` must say afterwards: the larger of the request's delay and the class's."""
    account = str(actor_named("administrator"))
    roles = {"ADMIN": [{"account": account, "delay": 5}], "GUARDIAN": [account]}
    for profile, delay in (("production", 48 * 3600), ("local", 5)):
        built = steps(request(profile=profile, roles=roles))
        wanted = next(one for one in built.governed() if one.says == f"{account} is ADMIN")
        assert int(wanted.expected[-64:], 16) == delay
        rehearsed(built)


def test_rel_05_every_role_is_counted() -> None:
    """REL-05: nobody can hold a role without being counted."""
    said = {condition.says for condition in steps().governed()}
    assert {f"members of {role.name}" for role in Role} <= said
