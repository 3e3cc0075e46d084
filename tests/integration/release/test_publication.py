"""What explorers would be sent compiles to what the release sent, to the byte."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from quantera.release import Plan
from quantera.release.errors import PlanError
from quantera.release.payloads import creation_of
from quantera.release.publication import (
    Submission,
    compiler_version,
    recompiled,
    require_same,
    submissions,
)
from quantera.toolchain import compiler_input

PROXY = "DynamicFeeStructure"


@pytest.fixture(scope="module")
def sent(few_plan: Plan) -> Iterator[dict[str, Submission]]:
    """Submissions of which the proxy's alone has its real input: Ape takes a second for each."""
    whole = compiler_input.of_contract

    def of_contract(name: str) -> dict[str, Any]:
        return whole(name) if name == "ManagedProxy" else {"sources": {}, "settings": {}}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiler_input, "of_contract", of_contract)
        yield {one.entry: one for one in submissions(few_plan, few_plan.chains[0])}


def test_everything_that_was_created_is_sent(few_plan: Plan, sent: dict[str, Submission]) -> None:
    """Implementations and extensions too, under the addresses of the plan."""
    assert sent.keys() == few_plan.addresses.keys()
    assert {entry: one.address for entry, one in sent.items()} == few_plan.addresses
    assert sent[PROXY].contract == "contracts/access/ManagedProxy.sol:ManagedProxy"
    implementation = sent["DynamicFeeStructure.implementation"]
    assert implementation.contract.endswith("DynamicFeeStructure.sol:DynamicFeeStructure")
    assert {one.chain_id for one in sent.values()} == {1}
    assert {one.compiler for one in sent.values()} == {compiler_version()}


def test_it_compiles_to_what_was_sent(few_plan: Plan, sent: dict[str, Submission]) -> None:
    chain = few_plan.chains[0]
    require_same(few_plan, chain, sent[PROXY])
    step = next(step for step in chain.steps if PROXY in step.creates)
    assert recompiled(sent[PROXY]) == creation_of(few_plan, step)


def test_another_input_is_found_out(few_plan: Plan, sent: dict[str, Submission]) -> None:
    """Another setting, other arguments, or nothing that compiles."""
    one, chain = sent[PROXY], few_plan.chains[0]
    settings = {**one.content["settings"], "optimizer": {"enabled": True, "runs": 1}}
    for changed, said in (
        (replace(one, content={**one.content, "settings": settings}), "compiles to other code"),
        (replace(one, arguments="11" * 32), "compiles to other code"),
        (replace(one, content={**one.content, "sources": {}}), "does not compile"),
    ):
        with pytest.raises(PlanError, match=said):
            require_same(few_plan, chain, changed)
