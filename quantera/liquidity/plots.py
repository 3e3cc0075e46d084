"""Pictures of a backtest."""

from pathlib import Path

from quantera.liquidity.backtest import Backtest


def draw(backtest: Backtest, folder: Path) -> Path:
    """Write the quotes and the gain over the day as SVG; the file is returned.

    Raises:
        OSError: the folder cannot be written.
    """
    # Two seconds, which every `ape run` would pay: Ape loads all scripts to find one.
    from matplotlib.figure import Figure  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    figure = Figure(figsize=(9, 7), layout="constrained")
    quotes, gains = figure.subplots(2, 1, sharex=True)
    dynamic, static = backtest.dynamic, backtest.static
    hours = [second / 3600 for second in dynamic.seconds]
    for name, series in (("buying", dynamic.quotes_up), ("selling", dynamic.quotes_down)):
        quotes.plot(hours, [fee / 100 for fee in series], linewidth=0.6, label=f"dynamic, {name}")
    quotes.axhline(static.mean_fee / 100, color="black", linewidth=1, label="static")
    quotes.set_ylabel("fee, basis points")
    quotes.legend()
    for name, course in (("static", static), ("dynamic", dynamic)):
        scale = 10_000 / course.started
        gains.plot(hours, [gain * scale for gain in course.gains], label=name)
    gains.set_ylabel("fees less LVR, bp of the position")
    gains.set_xlabel("hour of 2024-01-05, UTC")
    gains.legend()
    file = folder / f"backtest-{backtest.tier}.svg"
    figure.savefig(file, metadata={"Date": None})
    return file
