"""`ape run liquidity …`: quotes from a node, and backtests of the pools' fees."""

from pathlib import Path
from typing import Any

import click
from eth_utils.address import is_address, to_checksum_address

from quantera.evm.rpc import RpcError
from quantera.liquidity import accounting, backtest, events, plots, quoting
from quantera.liquidity.node import PoolKey, PoolNode

DYNAMIC, PERMISSIONED = "dynamic", "permissioned"
MODES = {DYNAMIC: 1, PERMISSIONED: 2}


class AddressType(click.ParamType):
    """A contract's address."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address with its checksum."""
        if not is_address(value):
            self.fail(f"{value!r} is not an address", param, ctx)
        return to_checksum_address(value)


class PoolType(click.ParamType):
    """A pool's key: token A, token B, fee in millionths, spacing, modes by name."""

    name = "tokenA,tokenB,fee,spacing[,mode…]"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> PoolKey:
        """The key with its tokens in order."""
        if isinstance(value, PoolKey):
            return value
        parts = value.split(",")
        one, other, fee, spacing = [*parts, "", "", "", ""][:4]
        modes = parts[4:]
        if not (is_address(one) and is_address(other) and fee.isdecimal() and spacing.isdecimal()):
            self.fail(f"{value!r} is not {self.name}", param, ctx)
        if not set(modes) <= set(MODES):
            self.fail(f"modes are {DYNAMIC} and {PERMISSIONED}, not {', '.join(modes)}", param, ctx)
        first, second = sorted((one, other), key=lambda token: int(token, 16))
        return PoolKey(
            to_checksum_address(first),
            to_checksum_address(second),
            int(fee),
            int(spacing),
            sum(MODES[mode] for mode in set(modes)),
        )


@click.group()
def cli() -> None:
    """Liquidity pools off the chain."""


@cli.command("backtest")
@click.option("--tier", type=click.Choice(sorted(events.TIERS)), default="0005", show_default=True)
@click.option(
    "--mean-fee",
    type=click.IntRange(8, 100_000),
    help="Mean quote of both policies in millionths; the tier's own fee by default.",
)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("backtests"),
    show_default=True,
    help="Folder for the pictures.",
)
def backtest_command(tier: str, mean_fee: int | None, output: Path) -> None:
    """Replay a recorded day, then compare static and dynamic fee at the same mean quote."""
    counts = events.replayed(tier)
    click.echo(
        f"recorded swaps: {counts['equal']} equal to the unit, {counts['different']} different, "
        f"{counts['crossing']} crossed ticks that the record does not tell"
    )
    found = backtest.run(tier, mean_fee or events.TIERS[tier][0])
    for line in found.lines():
        click.echo(line)
    click.echo(f"{plots.draw(found, output)} shows it")


@cli.command("accounting")
def accounting_command() -> None:
    """Loss to arbitrage over recorded and synthetic paths, used and held back."""
    for line in accounting.report():
        click.echo(line)


@cli.command("quote")
@click.option("--node", required=True, help="Endpoint of a node that takes WebSockets.")
@click.option("--pools", required=True, type=AddressType(), help="The LiquidityPoolOptimizer.")
@click.option(
    "--through",
    "keys",
    required=True,
    multiple=True,
    type=PoolType(),
    help="A pool; several in the order of the trade.",
)
@click.option("--pay", required=True, type=AddressType(), help="The token that enters.")
@click.option("--amount-in", type=click.IntRange(min=1), help="Units that enter.")
@click.option("--amount-out", type=click.IntRange(min=1), help="Units that leave.")
@click.option(
    "--limit", type=click.IntRange(min=0), default=0, help="Square root of price, Q64.96."
)
@click.option("--block", type=click.IntRange(min=0), help="Number of a block; the newest.")
def quote_command(
    *,
    node: str,
    pools: str,
    keys: tuple[PoolKey, ...],
    pay: str,
    amount_in: int | None,
    amount_out: int | None,
    limit: int,
    block: int | None,
) -> None:
    """Quote a swap twice: by the twin of what the node tells, and by the contract."""
    if (amount_in is None) == (amount_out is None):
        raise click.UsageError("say either --amount-in or --amount-out")
    amount = amount_in if amount_in is not None else -(amount_out or 0)
    try:
        legs = quoting.path(keys, pay)
        reading = PoolNode(node, pools, block)
        try:
            found = quoting.compare(reading, legs, amount, limit)
        finally:
            reading.close()
    except (quoting.QuoteError, RpcError, OSError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"as of block {reading.block}")
    for who, told in (("twin", found.twin), ("contract", found.contract)):
        if isinstance(told, str):
            click.echo(f"{who}: refused, {told}")
            continue
        line = f"{who}: {told.entered} enter, {told.left} leave"
        if told.sqrt_price is not None:
            line += f", square root of price {told.sqrt_price}"
        fees = "".join(f", fee {fee} millionths" for fee in told.fees)
        click.echo(line + fees)
    if not found.equal:
        raise click.ClickException("twin and contract differ")
    if isinstance(found.twin, str):
        raise click.ClickException("the pools refuse this trade")
