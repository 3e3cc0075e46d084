"""The whole story in one command: `make demo`, or `tell` from Python.

From the compiler to an upgrade, told on five local chains with the real bridge protocols: a chapter
is a module of `quantera.demo.chapters`, what it notes goes into a `Record`, and the terminal's
tables and the HTML page are made from that. `docs/demo.md` says what is told.
"""

from quantera.demo.errors import ChapterError, DemoError
from quantera.demo.story import FOLDER, tell

__all__ = ["FOLDER", "ChapterError", "DemoError", "tell"]
