"""A chapter while it is told: what it notes goes into the record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from quantera.compliance.catalogue import load_reasons
from quantera.demo import wording
from quantera.demo.record import Balance, Chapter, Decision, Fact, Fee, Operation, Plot, Series
from quantera.evm import Receipt


@dataclass
class Page:
    """What one chapter has noted so far.

    Attributes:
        key: name of its module.
        title: what happens in it.
        say: is told what is going on, for whoever watches.
    """

    key: str
    title: str
    say: Callable[[str], None] = lambda _text: None
    _facts: list[Fact] = field(default_factory=list)
    _operations: list[Operation] = field(default_factory=list)
    _fees: list[Fee] = field(default_factory=list)
    _decisions: list[Decision] = field(default_factory=list)
    _balances: list[Balance] = field(default_factory=list)
    _plots: list[Plot] = field(default_factory=list)

    def fact(self, label: str, value: object) -> None:
        """Note something that was read; numbers are shown with separators."""
        text = f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else value
        self._facts.append(Fact(label=label, value=str(text)))

    def sent(self, name: str, chain: str, receipt: Receipt) -> Receipt:
        """Note a transaction of a chain's handle, and give its receipt back."""
        self.operation(name, chain, receipt.gas_used, receipt.transaction_hash or "")
        return receipt

    def operation(self, name: str, chain: str, gas: int, transaction: str) -> None:
        """Note a transaction."""
        self._operations.append(Operation(name=name, chain=chain, gas=gas, transaction=transaction))

    def operations(self, name: str, chain: str, gas: int, transactions: int) -> None:
        """Note several transactions that make one operation; none is no operation."""
        if transactions:
            self._operations.append(
                Operation(name=name, chain=chain, gas=gas, transactions=transactions)
            )

    def fee(self, name: str, chain: str, amount: int, decimals: int, unit: str) -> None:
        """Note what was paid for something beside gas."""
        self._fees.append(Fee(name=name, chain=chain, amount=amount, decimals=decimals, unit=unit))

    def reason(self, subject: str, where: str, code: int) -> Decision:
        """Note what the rules decided, with the reason of the catalogue.

        Raises:
            CatalogueError: no reason has that code.
        """
        found = load_reasons().by_code(code)
        decision = Decision(
            subject=subject,
            where=where,
            allowed=code == 0,
            code=code,
            rule=found.rule,
            text=found.text,
            citation=found.citation,
        )
        self._decisions.append(decision)
        return decision

    def decision(  # noqa: PLR0917 -- what a row of decisions has
        self,
        subject: str,
        where: str,
        allowed: bool,
        text: str,
        rule: str = "",
        code: int = 0,
        citation: str = "",
    ) -> None:
        """Note what something else than the rules of tokens decided."""
        self._decisions.append(
            Decision(
                subject=subject,
                where=where,
                allowed=allowed,
                code=code,
                rule=rule,
                text=text,
                citation=citation,
            )
        )

    def balance(
        self, holder: str, chain: str, asset: str, decimals: int, both: Sequence[int]
    ) -> None:
        """Note what somebody held before and after."""
        before, after = both
        self._balances.append(
            Balance(
                holder=holder,
                chain=chain,
                asset=asset,
                decimals=decimals,
                before=before,
                after=after,
            )
        )

    def plot(
        self,
        title: str,
        axes: tuple[str, str],
        series: Sequence[Series],
        labels: Sequence[str] = (),
    ) -> None:
        """Note a plot; axes are the labels of x and y."""
        self._plots.append(
            Plot(
                title=title,
                x_label=axes[0],
                y_label=axes[1],
                series=tuple(series),
                labels=tuple(labels),
            )
        )

    def closed(self, seconds: float) -> Chapter:
        """The chapter as it was told."""
        return Chapter(
            key=self.key,
            title=self.title,
            seconds=round(seconds, 3),
            facts=tuple(self._facts),
            operations=tuple(self._operations),
            fees=tuple(self._fees),
            decisions=tuple(self._decisions),
            balances=tuple(self._balances),
            plots=tuple(self._plots),
        )

    @property
    def summary(self) -> str:
        """The chapter in one line: its first fact and how much it did."""
        parts = [f"{fact.label}: {fact.value}" for fact in self._facts[:1]]
        refused = sum(not decision.allowed for decision in self._decisions)
        if refused:
            parts.append(f"{refused} refused")
        if self._operations:
            gas = sum(operation.gas for operation in self._operations)
            count = sum(operation.transactions for operation in self._operations)
            parts.append(f"{count} transactions, {wording.gas(gas)} gas")
        return "; ".join(parts)
