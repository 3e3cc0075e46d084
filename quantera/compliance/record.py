"""The on-chain investor record: one word per wallet, laid out as in `InvestorRecord.sol`."""

from dataclasses import dataclass

from quantera.compliance.catalogue import JURISDICTIONS, load_classes
from quantera.compliance.moments import iso

IDENTITY_BITS = 160
RESIDENCE_SHIFT = 160
VALID_UNTIL_SHIFT = 176
CLASSES_SHIFT = 216
FLAGS_SHIFT = 236
ATTESTER_BITS = 6
ATTESTER_SHIFT = 256 - ATTESTER_BITS

IDENTITY_MASK = (1 << IDENTITY_BITS) - 1
VALID_UNTIL_MASK = ((1 << 40) - 1) << VALID_UNTIL_SHIFT
ATTESTER_MASK = ((1 << ATTESTER_BITS) - 1) << ATTESTER_SHIFT
FLAG_RELINKED = 1 << 5
CONTENT_MASK = ((1 << ATTESTER_SHIFT) - 1) & ~(FLAG_RELINKED << FLAGS_SHIFT)
"""What an issuer attests, without what the registry adds: records agree when they agree here."""

FLAG_US_PERSON = 1 << 0
FLAG_SANCTIONS_HOLD = 1 << 1
FLAG_HIGH_RISK = 1 << 2
FLAG_DISTRIBUTOR = 1 << 3
FLAG_CUSTODIAN = 1 << 4
HOLD_BIT = FLAG_SANCTIONS_HOLD << FLAGS_SHIFT
FLAGS_MASK = (1 << (ATTESTER_SHIFT - FLAGS_SHIFT)) - 1


@dataclass(frozen=True, slots=True)
class InvestorRecord:
    """An unpacked record.

    Attributes:
        identity: 160-bit identity, shared by all wallets of one investor; 0 means not registered.
        residence: ISO 3166-1 numeric.
        valid_until: first Unix second at which the evidence no longer counts.
        classes: one 4-bit code per jurisdiction in the order US, EU, UK, SG, JP.
        flags: bits 0 to 13.
        attester: index of the trusted issuer, 0 for an agent or ONCHAINID claims.
    """

    identity: int
    residence: int
    valid_until: int
    classes: tuple[int, int, int, int, int]
    flags: int
    attester: int = 0

    def pack(self) -> int:
        """The record as its 256-bit word.

        Raises:
            OverflowError: a field does not fit its bits.
        """
        return pack_record(
            self.identity,
            self.residence,
            self.valid_until,
            self.classes,
            self.flags,
            self.attester,
        )

    @classmethod
    def unpack(cls, word: int) -> "InvestorRecord":
        """Reads a word; every word is a record."""
        classes = word >> CLASSES_SHIFT
        return cls(
            identity=word & IDENTITY_MASK,
            residence=(word >> RESIDENCE_SHIFT) & 0xFFFF,
            valid_until=(word >> VALID_UNTIL_SHIFT) & 0xFF_FFFF_FFFF,
            classes=(
                classes & 0xF,
                (classes >> 4) & 0xF,
                (classes >> 8) & 0xF,
                (classes >> 12) & 0xF,
                (classes >> 16) & 0xF,
            ),
            flags=(word >> FLAGS_SHIFT) & FLAGS_MASK,
            attester=word >> ATTESTER_SHIFT,
        )


def pack_record(  # noqa: PLR0917 - the fields of the record, in its order
    identity: int,
    residence: int,
    valid_until: int,
    classes: tuple[int, int, int, int, int],
    flags: int,
    attester: int = 0,
) -> int:
    """Packs fields without building an object; see `InvestorRecord` for the fields.

    Raises:
        OverflowError: a field does not fit its bits.
    """
    us, eu, uk, sg, jp = classes
    if (
        not 0 <= identity <= IDENTITY_MASK
        or not 0 <= residence <= 0xFFFF
        or not 0 <= valid_until <= 0xFF_FFFF_FFFF
        or not 0 <= flags <= FLAGS_MASK
        or not 0 <= attester < 1 << ATTESTER_BITS
        or not (0 <= us < 16 and 0 <= eu < 16 and 0 <= uk < 16 and 0 <= sg < 16 and 0 <= jp < 16)
    ):
        raise OverflowError("a field does not fit its bits of the investor record")
    return (
        identity
        | residence << RESIDENCE_SHIFT
        | valid_until << VALID_UNTIL_SHIFT
        | (us | eu << 4 | uk << 8 | sg << 12 | jp << 16) << CLASSES_SHIFT
        | flags << FLAGS_SHIFT
        | attester << ATTESTER_SHIFT
    )


def valid_until_of(word: int) -> int:
    """`valid_until` of a packed record."""
    return (word >> VALID_UNTIL_SHIFT) & 0xFF_FFFF_FFFF


def flags_of(word: int) -> int:
    """Flags of a packed record, the attester left out."""
    return (word >> FLAGS_SHIFT) & FLAGS_MASK


def with_valid_until(word: int, valid_until: int) -> int:
    """The same record with another end of validity."""
    return (word & ~VALID_UNTIL_MASK) | (valid_until << VALID_UNTIL_SHIFT)


def with_flags(word: int, flags: int) -> int:
    """The same record with further flags set."""
    return word | (flags << FLAGS_SHIFT)


def differences(old: int, new: int) -> tuple[str, ...]:
    """Names of the fields in which two records differ, the attester left out."""
    before, after = InvestorRecord.unpack(old), InvestorRecord.unpack(new)
    names = [
        n
        for n in ("identity", "residence", "valid_until")
        if getattr(before, n) != getattr(after, n)
    ]
    names += [
        f"class.{j}"
        for j, a, b in zip(JURISDICTIONS, before.classes, after.classes, strict=True)
        if a != b
    ]
    changed = before.flags ^ after.flags
    names += [f"flag.{name}" for name, bit in load_classes().flag_bits.items() if changed & bit]
    return tuple(names)


def describe(word: int) -> dict[str, object]:
    """A record in words, for reports."""
    record, classes = InvestorRecord.unpack(word), load_classes()
    return {
        "identity": f"0x{record.identity:040x}",
        "residence": record.residence,
        "validUntil": iso(record.valid_until),
        "classes": {
            j: classes.name(j, code) for j, code in zip(JURISDICTIONS, record.classes, strict=True)
        },
        "flags": [name for name, bit in classes.flag_bits.items() if record.flags & bit],
    }
