"""Which files detect-secrets must read closely: those in which a detector sees anything at all.

detect-secrets spends most of its time around its detectors, line for line and detector for
detector. Asking their expressions alone, and once for each different line, tells far sooner that a
file holds nothing; the few that may hold something are for detect-secrets to judge.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from detect_secrets.plugins.base import BasePlugin, RegexBasedDetector
from detect_secrets.plugins.keyword import DENYLIST, KeywordDetector
from detect_secrets.transformers import get_transformed_file
from detect_secrets.types import NamedIO

_KEYWORDS = re.compile("|".join(DENYLIST), re.IGNORECASE)


def _lines(file: Path) -> Iterator[str]:
    """Lines as detect-secrets reads them: as they stand, and as it rewrites settings."""
    with file.open() as opened:
        yield from opened
        for eager in (False, True):
            opened.seek(0)
            named = cast(NamedIO, opened)
            yield from get_transformed_file(named, use_eager_transformers=eager) or ()


class Sight:
    """What these detectors see, without what detect-secrets makes of it.

    Args:
        plugins: detectors as detect-secrets sets them up.
    """

    def __init__(self, plugins: Iterable[BasePlugin]) -> None:
        self._searches = []
        self._others = []
        for plugin in plugins:
            plain = type(plugin).analyze_string is RegexBasedDetector.analyze_string
            if plain and isinstance(plugin, RegexBasedDetector):
                self._searches += [regex.search for regex in plugin.denylist]
            else:
                self._others.append(plugin)
        self._blind: set[tuple[str, str]] = set()

    def _sees(self, name: str, line: str) -> bool:
        if any(search(line) for search in self._searches):
            return True
        return any(
            plugin.analyze_line(filename=name, line=line, line_number=1)
            for plugin in self._others
            if not isinstance(plugin, KeywordDetector) or _KEYWORDS.search(line)
        )

    def anything_in(self, file: Path) -> bool:
        """Whether a detector matches a line of `file`; true also where that cannot be told."""
        # A detector may judge a line by its file's kind, which its name's ending tells.
        kind = file.suffix
        try:
            for line in map(str.rstrip, _lines(file)):
                if (kind, line) not in self._blind:
                    if self._sees(file.name, line):
                        return True
                    self._blind.add((kind, line))
        except (UnicodeDecodeError, OSError):
            return True
        return False
