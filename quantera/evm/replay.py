"""`python -m quantera.evm.replay FILE`: run a kept failure on a real anvil and show its calls.

Every step is printed in words, with the tree of calls that the node saw. Exit status 0 when the
node did as was recorded, 1 when it did not.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.markup import escape

from quantera.evm.chain import Chain
from quantera.evm.errors import ChainError, Reverted
from quantera.evm.node import NodeChain
from quantera.evm.receipts import Receipt
from quantera.evm.recording import SUCCEEDED, Call, Failure
from quantera.evm.trace import call_tree


def perform(chain: Chain, call: Call) -> tuple[Receipt | None, str]:
    """Do one recorded thing to a chain; gives the receipt, if there is one, and the outcome.

    Raises:
        ValueError: the file asks for something that no recording does.
    """
    given: dict[str, Any] = dict(call.arguments)
    for name in ("data", "code"):
        if name in given:
            given[name] = bytes.fromhex(str(given[name]))
    ways: dict[str, Callable[..., Any]] = {
        "transact": chain.transact,
        "set_timestamp": chain.set_timestamp,
        "mine": chain.mine,
        "set_base_fee": chain.set_base_fee,
        "set_balance": chain.set_balance,
        "set_code": chain.set_code,
        "set_storage": chain.set_storage,
    }
    if call.method not in ways:
        raise ValueError(f"a recording has no {call.method!r}")
    try:
        receipt = ways[call.method](**given)
    except Reverted as error:
        return error.receipt, str(error)
    except ChainError as error:
        return None, str(error)
    return receipt, SUCCEEDED


def replay(failure: Failure, chain: NodeChain, console: Console, *, everything: bool) -> int:
    """Run a failure's calls, print them, and count those that ended otherwise than recorded.

    Args:
        failure: what to run.
        chain: a fresh node with the failure's chain id and start time.
        console: where to print.
        everything: show the preparation too.
    """
    differences = 0
    console.print(f"[bold]{failure.machine}[/] {escape(failure.error)}", highlight=False)
    for call in failure.calls:
        receipt, outcome = perform(chain, call)
        # What stopped a machine without revert data has another name on each.
        alike = outcome == call.outcome or {outcome[:2], call.outcome[:2]} == {"0x"}
        differences += not alike
        if not (everything or call.step is not None or not alike):
            continue
        number = "" if call.step is None else f"{call.step}. "
        console.print(f"\n[bold]{number}[/]{escape(call.readable)}", highlight=False)
        if receipt is not None and receipt.transaction_hash:
            frame = chain.trace(receipt.transaction_hash)
            console.print(call_tree(frame, chain.registry, failure.names), highlight=False)
        if not alike:
            console.print(f"[red]recorded: {escape(call.outcome)}; the node: {escape(outcome)}[/]")
    told = "as recorded" if not differences else f"{differences} ended otherwise"
    console.print(f"\n{len(failure.calls)} calls on anvil, {told}")
    return differences


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--everything", is_flag=True, help="Show the preparation of the stage as well.")
def main(file: Path, *, everything: bool) -> None:
    """Run the failure kept in FILE on a real anvil and print the tree of its calls."""
    failure = Failure.load(file)
    console = Console(soft_wrap=True)
    with NodeChain(failure.chain_id, failure.timestamp) as chain:
        differences = replay(failure, chain, console, everything=everything)
    raise SystemExit(1 if differences else 0)


if __name__ == "__main__":
    main()
