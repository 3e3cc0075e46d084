"""The files that the story reads: an asset's request, investors, their KYC results, a list.

They stand in `quantera/data/demo` and are copied into the story's folder, where dates take the
place of names in braces: evidence that never ages would be none.
"""

from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path

INVESTORS, KYC, LISTED, ASSET = "investors.csv", "kyc.csv", "sdn.xml", "asset.yaml"
_LATELY = timedelta(days=10)
_YEAR = timedelta(days=330)


def text(name: str) -> str:
    """One of the files as it stands in the package."""
    return files("quantera").joinpath("data", "demo", name).read_text(encoding="utf-8")


def write(folder: Path, *, newcomer: str) -> None:
    """Write investors, KYC results and list.

    Args:
        folder: where.
        newcomer: status of the investor whose check is still running at first.
    """
    now = datetime.now(UTC)
    dates = {
        "lately": f"{now - _LATELY:%Y-%m-%d}",
        "next_year": f"{now + _YEAR:%Y-%m-%d}",
        "published": f"{now - timedelta(days=1):%m/%d/%Y}",
    }
    for name in (INVESTORS, KYC, LISTED):
        content = text(name).format(newcomer=newcomer, **dates)
        (folder / name).write_text(content, encoding="utf-8")
