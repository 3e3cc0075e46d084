"""What explorers are sent so that everybody can read the source behind an address."""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from quantera import artifacts
from quantera.release.blueprint import IMPLEMENTATION
from quantera.release.errors import PlanError
from quantera.release.payloads import arguments_of, creation_of
from quantera.release.plan import ChainPlan, Plan
from quantera.toolchain import compiler, compiler_input
from quantera.toolchain.workspace import ROOT


@dataclass(frozen=True)
class Submission:
    """One contract on one chain.

    Attributes:
        entry: what the release calls it.
        contract: path and name of its source, as `contracts/a/B.sol:B`.
        content: the compiler's standard JSON input, imports included.
        arguments: encoded behind the creation code, without 0x.
        compiler: full version, as `0.8.37+commit.6dd1ae6d`.
    """

    entry: str
    chain_id: int
    address: str
    contract: str
    content: dict[str, Any]
    arguments: str
    compiler: str


@cache
def compiler_version() -> str:
    """The pinned compiler's version with its commit.

    Raises:
        PlanError: it does not say.
    """
    command = [str(compiler.executable()), "--version"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for line in said.splitlines():
        if line.startswith("Version: "):
            number, _, rest = line.removeprefix("Version: ").partition("+commit.")
            return f"{number}+commit.{rest[:8]}"
    raise PlanError("the compiler does not say its version")


def submissions(plan: Plan, chain: ChainPlan) -> Iterator[Submission]:
    """Everything that a release created on a chain.

    Raises:
        PlanError: a contract was compiled anew since the plan was made.
    """
    for step in chain.steps:
        for entry in step.creates:
            contract = plan.contracts[entry]
            name = contract.removesuffix(IMPLEMENTATION)
            yield Submission(
                entry=entry,
                chain_id=chain.chain_id,
                address=plan.addresses[entry],
                contract=f"{artifacts.load(name).source_id}:{name}",
                content=_input(name),
                arguments=arguments_of(plan, step, name).hex(),
                compiler=compiler_version(),
            )


@cache
def _input(name: str) -> dict[str, Any]:
    return compiler_input.of_contract(name)


def recompiled(submission: Submission) -> bytes:
    """Creation code that a submission compiles to, with its arguments.

    Raises:
        PlanError: it does not compile.
    """
    try:
        code = _compiled(submission.contract, json.dumps(submission.content))
    except (ValueError, KeyError) as error:
        raise PlanError(f"what is sent for {submission.entry} does not compile") from error
    return code + bytes.fromhex(submission.arguments)


@cache
def _compiled(contract: str, content: str) -> bytes:
    """Creation code; the compiler takes seconds, and every proxy has the same."""
    source, _, name = contract.rpartition(":")
    command = [str(compiler.executable()), "--standard-json", "--base-path", str(ROOT)]
    done = subprocess.run(command, input=content, capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)["contracts"][source][name]["evm"]["bytecode"]["object"]
    return bytes.fromhex(found)


def require_same(plan: Plan, chain: ChainPlan, submission: Submission) -> None:
    """That a submission compiles to what the release sent, to the byte.

    Raises:
        PlanError: it does not.
    """
    step = next(step for step in chain.steps if submission.entry in step.creates)
    if recompiled(submission) != creation_of(plan, step):
        raise PlanError(f"what is sent for {submission.entry} compiles to other code")
