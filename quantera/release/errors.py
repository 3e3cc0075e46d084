"""What stops a release; every message is one sentence that says what to do or to look at."""


class ReleaseError(Exception):
    """Base of everything that stops a release."""


class BlueprintError(ReleaseError):
    """The list of contracts or the release request contradicts itself or the compiled contracts."""


class PlanError(ReleaseError):
    """The plan file is missing or damaged, or its rehearsal failed."""


class RefusedError(ReleaseError):
    """A check before the first transaction failed.

    Attributes:
        reasons: one sentence for each failed check.
    """

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


class NodeError(ReleaseError):
    """A node cannot be reached, refuses, or contradicts itself."""


class JournalError(ReleaseError):
    """The journal is another plan's, damaged, or held by another process."""


class StoppedError(ReleaseError):
    """A chain cannot go on; what it has done stays journalled and inert."""


class BusyError(ReleaseError):
    """Another release has this chain in hand."""


class WaitingError(ReleaseError):
    """The access manager's delay is not over; what is done stays, and `resume` goes on later."""


class UnreadableError(ReleaseError):
    """A contract of the release does not answer as its code must."""
