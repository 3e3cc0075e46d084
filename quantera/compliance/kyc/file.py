"""KYC results from a file that a provider delivers: a JSON array, or CSV with the same fields."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from quantera.compliance.errors import ProviderError, SourceError
from quantera.compliance.kyc.provider import KycResult
from quantera.compliance.sources.csv_file import read_csv
from quantera.compliance.sources.json_file import read_json

_READERS = {".csv": read_csv, ".json": read_json}


class FileKycProvider:
    """Reads its file at the first question and keeps it."""

    name = "file"
    batch = 10_000

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _results(self) -> dict[str, KycResult]:
        reader = _READERS.get(self._path.suffix.lower())
        if reader is None:
            raise ProviderError(f"{self._path.name} is neither {' nor '.join(_READERS)}")
        adapter = TypeAdapter(KycResult)
        results: dict[str, KycResult] = {}
        try:
            for row in reader(self._path):
                result = adapter.validate_python(row.content)
                if result.reference in results:
                    raise ProviderError(f"{self._path.name} row {row.number} repeats a reference")
                results[result.reference] = result
        except (SourceError, ValidationError) as error:
            reason = str(error).splitlines()[0]
            raise ProviderError(f"{self._path.name} is not a KYC file: {reason}") from error
        return results

    def results(self, references: Sequence[str]) -> Mapping[str, KycResult]:
        """See `KycProvider.results`."""
        known = self._results
        return {reference: known[reference] for reference in references if reference in known}
