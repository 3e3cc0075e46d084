"""The packed record, against its layout and against the words that the contracts would build."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.compliance.evidence import pack_evidence, whole_day
from quantera.compliance.moments import DAY
from quantera.compliance.record import (
    FLAG_SANCTIONS_HOLD,
    InvestorRecord,
    describe,
    differences,
    with_flags,
    with_valid_until,
)
from tests.unit.compliance_offchain.people import NOW, TODAY, buyer

classes = st.tuples(*[st.integers(0, 15)] * 5)
records = st.builds(
    InvestorRecord,
    identity=st.integers(0, 2**160 - 1),
    residence=st.integers(0, 2**16 - 1),
    valid_until=st.integers(0, 2**40 - 1),
    classes=classes,
    flags=st.integers(0, 2**14 - 1),
    attester=st.integers(0, 63),
)


@given(records)
def test_unpacking_what_was_packed_gives_the_record(record: InvestorRecord) -> None:
    word = record.pack()
    assert 0 <= word < 2**256
    assert InvestorRecord.unpack(word) == record


@given(st.integers(0, 2**256 - 1))
def test_every_word_is_a_record(word: int) -> None:
    assert InvestorRecord.unpack(word).pack() == word


def test_fields_stand_where_the_contracts_read_them() -> None:
    word = InvestorRecord(0xAB, 276, 0x1234567890, (1, 2, 3, 4, 5), 0b10011, 63).pack()
    assert word & (2**160 - 1) == 0xAB
    assert (word >> 160) & 0xFFFF == 276
    assert (word >> 176) & (2**40 - 1) == 0x1234567890
    assert [(word >> (216 + 4 * j)) & 0xF for j in range(5)] == [1, 2, 3, 4, 5]
    assert (word >> 236) & 0x3FFF == 0b10011
    assert word >> 250 == 63


@pytest.mark.parametrize(
    "change",
    [
        {"identity": 2**160},
        {"identity": -1},
        {"residence": 2**16},
        {"valid_until": 2**40},
        {"classes": (16, 0, 0, 0, 0)},
        {"classes": (0, 0, 0, 0, 16)},
        {"flags": 2**14},
        {"attester": 64},
    ],
)
def test_a_field_that_does_not_fit_is_refused(change: dict[str, object]) -> None:
    fields = {
        "identity": 1,
        "residence": 1,
        "valid_until": 1,
        "classes": (0,) * 5,
        "flags": 0,
        **change,
    }
    with pytest.raises(OverflowError):
        InvestorRecord(**fields).pack()  # type: ignore[arg-type]


@given(records, st.integers(0, 2**40 - 1))
def test_changing_one_field_leaves_the_others(record: InvestorRecord, until: int) -> None:
    changed = InvestorRecord.unpack(with_valid_until(record.pack(), until))
    assert changed.valid_until == until
    assert (changed.identity, changed.classes, changed.flags) == (
        record.identity,
        record.classes,
        record.flags,
    )
    held = InvestorRecord.unpack(with_flags(record.pack(), FLAG_SANCTIONS_HOLD))
    assert held.flags == record.flags | FLAG_SANCTIONS_HOLD
    assert held.valid_until == record.valid_until


def test_differences_name_the_fields() -> None:
    old = InvestorRecord(1, 276, 100, (1, 1, 1, 1, 1), 0).pack()
    new = InvestorRecord(1, 826, 200, (2, 1, 1, 1, 1), 0b11, attester=5).pack()
    assert differences(old, new) == (
        "residence",
        "valid_until",
        "class.US",
        "flag.us-person",
        "flag.sanctions-hold",
    )
    assert differences(old, old) == ()


def test_a_record_is_described_in_words() -> None:
    words = describe(InvestorRecord(1, 276, NOW, (2, 0, 8, 15, 3), 0b10).pack())
    assert words["classes"] == {
        "US": "accredited",
        "EU": "none",
        "UK": "restricted",
        "SG": "15",
        "JP": "qii",
    }
    assert words["flags"] == ["sanctions-hold"]
    assert words["validUntil"] == "2026-11-22T12:00:00Z"


def test_evidence_keeps_days_and_the_cooling_off_second() -> None:
    word = pack_evidence(
        buyer(
            "UK",
            verified_at=TODAY,
            class_verified_at=(DAY, None, 3 * DAY, None, 7 * DAY),
            appropriateness_at={"EU": 2 * DAY, "UK": 4 * DAY},
            opted_in_at=5 * DAY,
            requested_at=NOW,
            holding_vehicle=True,
            written_representation=True,
            foreign_notification_at=NOW,
        )
    )
    days = [(word >> (24 * kind)) & 0xFFFFFF for kind in range(7)]
    assert days == [TODAY // DAY, 1, 2, 3, 4, 5, 7]
    assert (word >> 168) & (2**40 - 1) == NOW + DAY
    assert word >> 208 == 0b111
    assert (
        pack_evidence(
            buyer(
                verified_at=None,
                class_verified_at=(None,) * 5,
                appropriateness_at={},
                opted_in_at=None,
                requested_at=None,
            )
        )
        == 0
    )


def test_moments_of_evidence_are_cut_to_the_day() -> None:
    assert whole_day(NOW) == TODAY and whole_day(None) is None
