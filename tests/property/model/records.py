"""Investors' records as the registry keeps them, and the links that a changed identity leaves."""

from dataclasses import dataclass, field, replace

FOREVER = 2**40 - 1
CUSTODIAN, SANCTIONED = "custodian", "sanctioned"
FLAG_BITS = {SANCTIONED: 2, CUSTODIAN: 16}
RELINKED_BIT = 32
JURISDICTIONS = 5


@dataclass(frozen=True)
class Record:
    """What the registry knows of one wallet.

    Attributes:
        identity: the investor's identity by name; empty for a wallet that is not registered.
        country: of residence, ISO 3166-1 numeric.
        until: first second at which the evidence no longer counts.
        classes: the investor's class in each jurisdiction.
        flags: names of `FLAG_BITS`.
        relinked: the wallet had another identity before.
        retired: of a wallet taken out of the register, the identity that it had.
    """

    identity: str = ""
    country: int = 0
    until: int = 0
    classes: tuple[int, ...] = (0,) * JURISDICTIONS
    flags: frozenset[str] = frozenset()
    relinked: bool = False
    retired: str = ""

    @property
    def last(self) -> str:
        """The identity, or the one that it was before the wallet was taken out."""
        return self.identity or self.retired

    def word(self, identity_address: str) -> int:
        """The record as the registry gives it."""
        flags = sum(FLAG_BITS[flag] for flag in self.flags) + RELINKED_BIT * self.relinked
        word = int(identity_address, 16) | self.country << 160 | self.until << 176 | flags << 236
        for jurisdiction, number in enumerate(self.classes):
            word |= number << (216 + 4 * jurisdiction)
        return word


@dataclass
class Registry:
    """All records.

    Attributes:
        records: by wallet.
        first: the identity that a wallet had before its first change of identity.
    """

    records: dict[str, Record] = field(default_factory=dict)
    first: dict[str, str] = field(default_factory=dict)

    def of(self, wallet: str) -> Record:
        """A wallet's record; an empty one for a stranger."""
        return self.records.get(wallet, Record())

    def write(self, wallet: str, record: Record) -> None:
        """Replace a wallet's record; a change of identity leaves its mark for good."""
        before = self.of(wallet)
        relinked, retired = before.relinked, ""
        if before.last and not record.identity:
            retired = before.last
        elif before.last and not relinked and before.last != record.identity:
            self.first[wallet] = before.last
            relinked = True
        self.records[wallet] = replace(record, relinked=relinked, retired=retired)

    def remove(self, wallet: str) -> None:
        """Take a wallet out of the register."""
        self.write(wallet, Record())

    def recover(self, lost: str, new: str, identity: str) -> bool:
        """Move a lost wallet's record to a new wallet of the same investor.

        Returns:
            Whether the wallets belong together; nothing changes where they do not.
        """
        known, entered = self.of(lost), self.of(new).identity
        if known.identity and known.identity == identity and entered in {"", identity}:
            if not entered:
                self.write(new, known)
            elif SANCTIONED in known.flags:
                self.write(new, replace(self.of(new), flags=self.of(new).flags | {SANCTIONED}))
            self.remove(lost)
            return True
        had = identity in {known.retired, self.first.get(lost, "")}
        return not known.identity and identity != "" and entered == identity and had
