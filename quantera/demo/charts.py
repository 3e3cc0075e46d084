"""Plots of the record as SVG that stands in a page: no files, no fonts, no network."""

import io
import re
from collections.abc import Iterator
from itertools import cycle

from quantera.demo.record import Plot, Series

SIZE = (7.2, 3.0)
"""Inches."""
INK = "#1f5f8b"
LEVELS = ("#b3541e", "#a3261d")
_PREAMBLE = re.compile(r"^.*?(?=<svg)", re.DOTALL)
_METADATA = re.compile(r"<metadata>.*?</metadata>", re.DOTALL)
_NAMED = re.compile(r'(\bid="|url\(#|href="#)')


def svg(plot: Plot, number: int) -> str:
    """A plot as an `svg` element whose names begin with its number, so that none occurs twice."""
    # Two seconds, which every `ape run` would pay: Ape loads all scripts to find one.
    import matplotlib as mpl  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    figure = Figure(figsize=SIZE, layout="constrained")
    axes = figure.subplots()
    colours = cycle(LEVELS)
    for series in plot.series:
        _draw(axes, series, colours)
    if plot.labels:
        axes.set_xticks(range(len(plot.labels)), plot.labels)
    axes.set_title(plot.title, fontsize=10)
    axes.set_xlabel(plot.x_label)
    axes.set_ylabel(plot.y_label)
    axes.grid(visible=True, alpha=0.3)
    if len(plot.series) > 1:
        axes.legend(fontsize=8)
    target = io.StringIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": str(number)}):
        figure.savefig(target, format="svg", metadata={"Date": None})
    drawn = _METADATA.sub("", _PREAMBLE.sub("", target.getvalue()))
    return _NAMED.sub(rf"\g<1>plot{number}-", drawn)


def _draw(axes: object, series: Series, levels: Iterator[str]) -> None:
    match series.kind:
        case "bar":
            axes.bar(series.x, series.y, color=INK, width=0.6)  # type: ignore[attr-defined]
        case "level":
            style = {"color": next(levels), "linewidth": 1, "linestyle": "--", "label": series.name}
            axes.plot(series.x, series.y, **style)  # type: ignore[attr-defined]
        case "line":
            axes.plot(series.x, series.y, color=INK, label=series.name)  # type: ignore[attr-defined]
