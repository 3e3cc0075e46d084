"""What the story tells of itself: the one source of the terminal's table and of the HTML page.

Amounts are units of their asset; gas is of whole transactions, from receipts; fees are units of the
coin or asset they were paid in. Whatever is shown elsewhere is made from this and nothing else.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator


class RecordError(Exception):
    """A record cannot be read; the message is one sentence."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Fact(_Part):
    """Something that was read, in words and in the form in which it is shown."""

    label: str
    value: str


class Operation(_Part):
    """One transaction, or several that make one operation.

    Attributes:
        name: what was done.
        chain: where.
        gas: of the whole transactions.
        transaction: the hash of a single one, where it was kept.
        transactions: how many.
    """

    name: str
    chain: str
    gas: int = Field(ge=21_000)
    transaction: str = Field(default="", pattern=r"^(0x[0-9a-f]{64})?$")
    transactions: int = Field(default=1, ge=1)

    @model_validator(mode="after")
    def _one_hash(self) -> Self:
        if self.transactions > 1 and self.transaction:
            raise ValueError("several transactions have no hash")
        return self

    @property
    def told(self) -> str:
        """Its hash, or how many there are."""
        plural = "" if self.transactions == 1 else "s"
        return self.transaction or f"{self.transactions} transaction{plural}"


class Fee(_Part):
    """What was paid for something beside gas.

    Attributes:
        name: what for.
        chain: where.
        amount: in the smallest unit.
        decimals: of the unit that it is shown in.
        unit: symbol of the coin or asset.
    """

    name: str
    chain: str
    amount: int = Field(ge=0)
    decimals: int = Field(ge=0, le=36)
    unit: str


class Decision(_Part):
    """What was decided about something that somebody wanted to do.

    Attributes:
        subject: what was wanted.
        where: the chain, or `off-chain`.
        allowed: whether it was let through.
        code: of the reason; 0 where it was allowed.
        rule: id of the rule that decided.
        text: the reason in words.
        citation: the law or standard behind it.
    """

    subject: str
    where: str
    allowed: bool
    code: int = Field(ge=0)
    rule: str = ""
    text: str
    citation: str = ""


class Balance(_Part):
    """Units of an asset that somebody held before and after."""

    holder: str
    chain: str
    asset: str
    decimals: int = Field(ge=0, le=36)
    before: int
    after: int


class Series(_Part):
    """One line of a plot."""

    name: str
    x: tuple[float, ...]
    y: tuple[float, ...]
    kind: Literal["line", "bar", "level"] = "line"


class Plot(_Part):
    """A plot with its axes; `labels` name the bars of a bar chart."""

    title: str
    x_label: str
    y_label: str
    series: tuple[Series, ...]
    labels: tuple[str, ...] = ()


class Chapter(_Part):
    """One chapter, as it was told.

    Attributes:
        key: its module's name.
        title: what happens in it.
        seconds: it took.
    """

    key: str
    title: str
    seconds: float = Field(ge=0)
    facts: tuple[Fact, ...] = ()
    operations: tuple[Operation, ...] = ()
    fees: tuple[Fee, ...] = ()
    decisions: tuple[Decision, ...] = ()
    balances: tuple[Balance, ...] = ()
    plots: tuple[Plot, ...] = ()

    @property
    def gas(self) -> int:
        """Of all its transactions that are listed."""
        return sum(operation.gas for operation in self.operations)

    @property
    def transactions(self) -> int:
        """How many are listed."""
        return sum(operation.transactions for operation in self.operations)


class Invariant(_Part):
    """Something that must hold at the end.

    Attributes:
        id: in the catalogue of invariants.
        statement: what must hold.
        holds: whether it does.
        evidence: the figures that say so.
    """

    id: str = Field(pattern=r"^[A-Z]{2,4}-\d\d$")
    statement: str
    holds: bool
    evidence: str


class Record(_Part):
    """The whole story.

    Attributes:
        commit: of the checkout, marked where files differ from it.
        chains: EIP-155 id of each chain.
    """

    commit: str
    chains: dict[str, int]
    chapters: tuple[Chapter, ...]
    invariants: tuple[Invariant, ...] = ()

    @property
    def seconds(self) -> float:
        """All chapters took."""
        return sum(chapter.seconds for chapter in self.chapters)

    @property
    def broken(self) -> tuple[Invariant, ...]:
        """Invariants that do not hold."""
        return tuple(one for one in self.invariants if not one.holds)

    def write(self, path: Path) -> None:
        """Write it as JSON, in a folder that is made where it is missing."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.model_dump_json(indent=2) + "\n")

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read it.

        Raises:
            RecordError: it is missing, or none.
        """
        try:
            return cls.model_validate_json(path.read_bytes())
        except OSError as error:
            raise RecordError(f"{path.name} cannot be read: {error.strerror}") from error
        except ValidationError as error:
            raise RecordError(f"{path.name} is no record of a story: {error}") from error


def total_gas(chapters: Iterable[Chapter]) -> int:
    """Gas of all transactions that chapters list."""
    return sum(chapter.gas for chapter in chapters)
