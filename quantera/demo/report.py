"""The record as one HTML page."""

from pathlib import Path

from quantera.demo.record import Record

REPORT = "report.html"


def write_report(record: Record, path: Path) -> None:
    """Write the page."""
    path.write_text(record.model_dump_json())
