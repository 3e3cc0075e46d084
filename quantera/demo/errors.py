"""What stops the story; every message is one sentence that names the chapter."""


class DemoError(Exception):
    """The story cannot go on; the message is one sentence that says why."""


class ChapterError(DemoError):
    """A chapter failed.

    Attributes:
        chapter: its title.
    """

    def __init__(self, chapter: str, why: str) -> None:
        super().__init__(f"{chapter}: {why}")
        self.chapter = chapter


class OrderError(DemoError, LookupError):
    """A chapter needs what a chapter hands on that was not told."""
