"""What is written of investors, and how their holdings are counted after it."""

from dataclasses import replace

from hypothesis import strategies as st

from tests.property.machine import operation
from tests.property.model.records import FOREVER, Record
from tests.property.rule_levels import COUNTRIES
from tests.property.token_operations.base import OnStage, names, rightful, wallets
from tests.property.token_stage import IDENTITIES, SPENDER, WALLETS, first_record


class Register(OnStage):
    """What is written of investors, and how their holdings are counted after it."""

    @operation(
        refusable=False,
        wallet=st.sampled_from((*names, SPENDER)),
        identity=st.sampled_from(IDENTITIES),
        country=st.sampled_from(COUNTRIES),
        seconds=st.sampled_from((None, None, 0, 1, 3_600)),
        classes=st.tuples(st.integers(0, 2), st.integers(0, 2)),
        flags=st.sampled_from(((), (), (), ("sanctioned",), ("custodian",))),
        moved=st.sampled_from((False, False, False, True)),
    )
    def write_record(
        self,
        *,
        wallet: str,
        identity: str,
        country: int,
        seconds: int | None,
        classes: tuple[int, int],
        flags: tuple[str, ...],
        moved: bool,
    ) -> None:
        registry = self.model.engine.registry
        kept = registry.of(wallet).identity or WALLETS.get(wallet)
        record = Record(
            identity if moved or not kept else kept,
            country,
            FOREVER if seconds is None else self.model.now + seconds,
            (*classes, 0, 0, 0),
            frozenset(flags),
        )
        row = (self.address(wallet), record.word(self.address(record.identity)))
        self.act(self.engine.writeRecords, [row], sender=self.agent, refusal=None)
        registry.write(wallet, record)

    def strangers_now(self, wallet: str, *, known: bool) -> None:
        """Take a wallet out of the register first, where it is to be unknown."""
        registry = self.model.engine.registry
        if not known and registry.of(wallet).identity:
            self.engine.deleteIdentity(self.address(wallet), sender=self.agent)
            registry.remove(wallet)

    @operation(wallet=wallets, back=st.sampled_from((True, True, False)), known=rightful)
    def delete_identity(self, wallet: str, back: bool, known: bool) -> None:
        registry = self.model.engine.registry
        self.strangers_now(wallet, known=known)
        before = registry.of(wallet)
        if self.act(
            self.engine.deleteIdentity,
            self.address(wallet),
            sender=self.agent,
            refusal=None if before.identity else "WalletNotRegistered",
        ):
            registry.remove(wallet)
            if back:
                self.stage.write(wallet, before)
                registry.write(wallet, before)

    @operation(wallet=wallets, identity=st.sampled_from((*IDENTITIES, "")))
    def update_identity(self, wallet: str, identity: str) -> None:
        registry = self.model.engine.registry
        record = registry.of(wallet)
        refusal = None if record.identity else "WalletNotRegistered"
        if not identity:
            refusal = "ZeroRegistryAddress"
        arguments = (self.address(wallet), self.address(identity))
        if self.act(self.engine.updateIdentity, *arguments, sender=self.agent, refusal=refusal):
            held = record.flags & {"sanctioned"}
            registry.write(wallet, Record(identity, record.country, FOREVER, flags=held))

    def relink(self, wallet: str) -> None:
        """Register a wallet with another identity than its units count under."""
        registry = self.model.engine.registry
        counted = self.model.engine.counted_identity(wallet)
        record = replace(
            first_record("id_a" if counted == "id_b" else "id_b"), country=COUNTRIES[0]
        )
        self.stage.write(wallet, record)
        registry.write(wallet, record)

    @operation(wallet=wallets, known=rightful)
    def recount(self, wallet: str, known: bool) -> None:
        self.strangers_now(wallet, known=known)
        known = self.model.engine.registry.of(wallet).identity != ""
        if self.act(
            self.engine.recount,
            self.token,
            self.address(wallet),
            sender=self.stranger,
            refusal=None if known else "WalletNotRegistered",
        ):
            self.model.engine.recount(wallet)

    @operation(wallet=wallets, wanted=rightful)
    def move_holdings(self, wallet: str, wanted: bool) -> None:
        engine = self.model.engine
        unmoved = [
            name
            for name in names
            if engine.registry.of(name).identity not in {"", engine.counted_identity(name)}
            and self.model.holder(name).balance
        ]
        wallet = self.fitting(wallet, unmoved, wanted=wanted)
        if wanted and not unmoved and self.model.holder(wallet).balance:
            self.relink(wallet)
        moves = self.model.engine.move_holdings(wallet, self.model.holder(wallet).balance)
        self.act(
            self.engine.moveHoldings,
            self.token,
            self.address(wallet),
            sender=self.stranger,
            refusal=None if moves else "NothingToMove",
        )
