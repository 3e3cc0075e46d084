"""Publishers' list formats, name screening, and bodies owned by listed persons."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.compliance.catalogue import load_screening
from quantera.compliance.errors import ScreeningListError
from quantera.compliance.moments import parse_start
from quantera.compliance.sanctions.entry import (
    ListedEntry,
    ListedName,
    SanctionsList,
    birth_range,
    normalise,
)
from quantera.compliance.sanctions.lists import read_list
from quantera.compliance.sanctions.ownership import Share, owned_by_listed
from quantera.compliance.sanctions.screening import Match, Screener, Subject

LISTS = Path(__file__).parent / "lists"
FILES = {
    "OFAC": ("sdn.xml", "ofac_csv/SDN.CSV"),
    "EU": ("eu.xml", "eu.csv"),
    "UK": ("uk.xml", "uk.csv"),
    "UN": ("un.xml",),
    "MAS": ("mas.csv",),
    "MOF": ("mof.csv",),
}
SIZES = {"OFAC": 3, "EU": 2, "UK": 2, "UN": 2, "MAS": 1, "MOF": 1}


def content(list_id: str, place: int = 0) -> SanctionsList:
    return read_list(list_id, LISTS / FILES[list_id][place])


@pytest.fixture(scope="module")
def screener() -> Screener:
    return Screener([content(name) for name in FILES], load_screening().matching)


@pytest.mark.parametrize("list_id", FILES)
def test_every_format_is_read(list_id: str) -> None:
    for place in range(len(FILES[list_id])):
        read = content(list_id, place)
        assert len(read.entries) == SIZES[list_id] and read.list_id == list_id
        assert len(read.digest) == 64


@pytest.mark.parametrize("list_id", ["OFAC", "EU", "UK"])
def test_xml_and_csv_of_one_list_say_the_same(list_id: str) -> None:
    for one, other in zip(content(list_id, 0).entries, content(list_id, 1).entries, strict=True):
        assert (one.reference, one.kind) == (other.reference, other.kind)
        assert one.birth_years == other.birth_years or list_id == "OFAC"
        assert one.documents == other.documents and one.wallets == other.wallets
        words = [{w for n in e.names for w in normalise(n.text).split()} for e in (one, other)]
        assert words[0] == words[1]


def test_publication_dates() -> None:
    assert content("OFAC").published_at == parse_start("2026-11-20")
    assert content("EU").published_at == parse_start("2026-11-19T15:02:11Z")
    assert content("EU", 1).published_at == parse_start("2026-11-19")
    assert content("UK").published_at == content("UK", 1).published_at == parse_start("2026-11-18")
    assert content("UN").published_at == parse_start("2026-11-21T09:00:00Z")
    assert content("MAS").published_at == parse_start("2026-11-18")


def test_what_an_entry_holds() -> None:
    person, company, ship = content("OFAC").entries
    assert [name.text for name in person.names] == [
        "Borislav Mikhail DRAGANOVICH",
        "Boris DRAGANOVIC",
        "BORYA THE BAKER",
    ]
    assert [name.weak for name in person.names] == [False, False, True]
    assert person.birth_years == ((1958, 1958), (1958, 1962))
    assert person.documents == {"ZX4471902"}
    assert person.wallets == {"0xa11ce000000000000000000000000000000d0001"}
    assert (company.kind, ship.kind) == ("organisation", "vessel")
    british = content("UK").entries[0]
    assert british.names[0].text == "Oswin Peregrine TARRANT-VALE", "the primary name comes first"
    assert "Освин Таррант" in {name.text for name in british.names}
    assert british.documents == {"P778201", "RU5512"}
    un = content("UN").entries[0]
    assert un.birth_years == ((1968, 1975),) and len(un.names) == 4


@pytest.mark.parametrize(
    ("list_id", "name", "text", "message"),
    [
        ("OFAC", "x.xml", "<export/>", "root"),
        (
            "OFAC",
            "x.xml",
            "<sdnList><sdnEntry><uid>1</uid><lastName>A</lastName></sdnEntry></sdnList>",
            "date",
        ),
        ("OFAC", "x.xml", "<sdnList>", "not safe XML"),
        ("OFAC", "x.csv", "1,2,3\n", "columns"),
        ("EU", "x.xml", "<export/>", "generation date"),
        ("EU", "x.xml", '<export generationDate="2026-01-01T00:00:00Z"/>', "nobody"),
        ("EU", "x.csv", "a;b\n", "lacks"),
        ("EU", "x.csv", "fileGenerationDate;Entity_LogicalId;NameAlias_WholeName\n", "no entity"),
        (
            "EU",
            "x.csv",
            "fileGenerationDate;Entity_LogicalId;NameAlias_WholeName\nsoon;1;A\n",
            "date",
        ),
        ("UK", "x.xml", "<Designations><Designation/></Designations>", "DateGenerated"),
        ("UK", "x.csv", "Name 6\n", "report date"),
        ("UK", "x.csv", "Report Date: 18-Nov-2026\nName 6\n", "lacks"),
        ("UN", "x.xml", "<CONSOLIDATED_LIST/>", "generation date"),
        ("UN", "x.csv", "", "no reader"),
        ("MAS", "x.csv", "publishedAt,reference,kind,name\n2026-01-01,1,ghost,A\n", "unknown kind"),
        ("MAS", "x.csv", "publishedAt,reference,kind,name\n", "empty"),
        (
            "MAS",
            "x.csv",
            "publishedAt,reference,kind,name\n2026-01-01,,individual,A\n",
            "without reference",
        ),
        (
            "MAS",
            "x.csv",
            "publishedAt,reference,kind,name\n2026-01-01,1,individual,\n",
            "without reference",
        ),
    ],
)
def test_files_in_no_publishers_format_are_refused(
    tmp_path: Path, list_id: str, name: str, text: str, message: str
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(ScreeningListError, match=message):
        read_list(list_id, tmp_path / name)


def test_xml_cannot_reach_outside_itself(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("treasure")
    file = tmp_path / "x.xml"
    file.write_text(
        f'<!DOCTYPE sdnList [<!ENTITY x SYSTEM "file://{secret}">]>'
        "<sdnList><publshInformation><Publish_Date>01/01/2026</Publish_Date></publshInformation>"
        "<sdnEntry><uid>1</uid><lastName>&x;</lastName></sdnEntry></sdnList>"
    )
    with pytest.raises(ScreeningListError, match="not safe XML"):
        read_list("OFAC", file)
    with pytest.raises(ScreeningListError, match="cannot be read"):
        read_list("OFAC", tmp_path / "absent.xml")


def best(screener: Screener, name: str, **more: object) -> Match | None:
    found = screener.screen(Subject(**{"names": (name,), "individual": True, **more}))  # type: ignore[arg-type]
    return found[0] if found else None


@pytest.mark.parametrize(
    "name",
    [
        "Borislav Mikhail Draganovich",
        "DRAGANOVICH, Borislav Mikhail",
        "Borislav Mikhail Draganovitch",
        "Borislav Draganovich",
        "borislav  mikhail DRAGANOVÎCH",
        "Boris Draganović",
        "Borislaw Mikhail Draganovich",
        "Amelie Kovac Dubois",
        "Oswin Tarrant Vale",
        "Oswin Peregrine Tarrantvale",
        "Освин Таррант",
        "Idriss Bin-Qassim",
        "Lim Quill Hao",
        "Hao Quill Lim",
    ],
)
def test_spellings_of_listed_persons_are_found(screener: Screener, name: str) -> None:
    match = best(screener, name)
    assert match is not None and match.decisive, (name, match)


@pytest.mark.parametrize(
    "name",
    [
        "Ada Quill",
        "Boris Johansson",
        "Mikhail Petrov",
        "Peregrine Smith",
        "Amelie Dubois-Laurent Martin Petit",
        "Vale",
        "Draganovich",
        "",
        "...",
    ],
)
def test_other_people_are_not(screener: Screener, name: str) -> None:
    match = best(screener, name)
    assert match is None or not match.decisive


@pytest.mark.parametrize(
    "name",
    [
        "Zentara Shipping Company Limited",
        "ZENTARA SHIPPING LTD",
        "Zentarra Shipping Co.",
        "Marrowgate",
        "Marrowgate Holdings",
        "Societe Orbeline d Exportation",
        "Crimson Delta Foundation",
        "Delta Rouge Inc",
    ],
)
def test_listed_organisations_are_found_without_their_legal_forms(
    screener: Screener, name: str
) -> None:
    match = best(screener, name, individual=False)
    assert match is not None, name


def test_a_company_of_common_words_is_not(screener: Screener) -> None:
    assert best(screener, "Shipping Company Limited", individual=False) is None
    match = best(screener, "Delta Foundation Holdings", individual=False)
    assert match is None or not match.decisive


def test_ships_are_no_persons(screener: Screener) -> None:
    assert best(screener, "Pearl of Nowhere") is None
    assert best(screener, "Pearl of Nowhere", individual=False) is not None


def test_a_contradicting_birth_year_asks_for_a_review(screener: Screener) -> None:
    name = "Borislav Mikhail Draganovich"
    assert best(screener, name, birth_year=1958).decisive  # type: ignore[union-attr]
    assert best(screener, name, birth_year=1962).decisive  # type: ignore[union-attr]
    other = best(screener, name, birth_year=1963)
    assert other is not None and not other.decisive


def test_weak_aliases_ask_for_a_review(screener: Screener) -> None:
    match = best(screener, "Borya the Baker")
    assert match is not None and match.score == 95.0
    slip = best(screener, "Borya the Bakker")
    assert slip is not None and not slip.decisive


def test_another_kind_of_subject_asks_for_a_review(screener: Screener) -> None:
    match = best(screener, "Borislav Mikhail Draganovich", individual=False)
    assert match is not None and not match.decisive


def test_documents_and_wallets_are_decisive_whatever_the_name(screener: Screener) -> None:
    by_document = best(screener, "Ada Quill", documents=("zx-4471 902",), birth_year=2001)
    assert by_document == Match(
        "OFAC", "90001", "Borislav Mikhail DRAGANOVICH", 100.0, "document", True
    )
    by_wallet = best(screener, "Ada Quill", wallets=("0xA11CE000000000000000000000000000000D0004",))
    assert by_wallet is not None and (by_wallet.list_id, by_wallet.by) == ("UN", "wallet")


def test_one_person_on_two_lists_is_two_matches(screener: Screener) -> None:
    found = screener.screen(Subject(("Lim Quill Hao",), True))
    assert {match.list_id for match in found} == {"MAS", "MOF"}


def alone(name: str) -> Screener:
    entry = ListedEntry("UN", "1", "individual", (ListedName(name),))
    return Screener([SanctionsList("UN", 0, (entry,), "")], load_screening().matching)


LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=5, max_size=12)


@given(st.lists(LETTERS, min_size=2, max_size=4, unique=True), st.randoms(use_true_random=False))
def test_a_listed_name_is_found_in_any_order(words: list[str], rng: object) -> None:
    shuffled = list(words)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    found = alone(" ".join(words)).screen(Subject((" ".join(shuffled),), True))
    assert found and found[0].decisive and found[0].score == 100.0


@given(st.lists(LETTERS, min_size=2, max_size=3, unique=True), st.data())
def test_one_slip_of_the_pen_is_still_a_match(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    place = data.draw(st.integers(1, len(text) - 2).filter(lambda n: text[n] != " "))
    kind = data.draw(st.sampled_from(["drop", "double", "replace"]))
    middle = {"drop": "", "double": text[place] * 2, "replace": "q"}[kind]
    found = alone(text).screen(Subject((text[:place] + middle + text[place + 1 :],), True))
    assert found and found[0].score >= load_screening().matching.review


@given(st.text(max_size=40), st.booleans())
def test_any_name_can_be_screened(name: str, individual: bool) -> None:
    for match in alone("Ivan Ivanovich").screen(Subject((name,), individual)):
        assert 0 <= match.score <= 100


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("10 Dec 1948", (1948, 1948)),
        ("circa 1955-1958", (1953, 1960)),
        ("dd/mm/1945", (1945, 1945)),
        ("BETWEEN   1970 1973", (1968, 1975)),
        ("1971-04-28 1971", (1971, 1971)),
        ("unknown", None),
        ("", None),
    ],
)
def test_birth_dates_in_publishers_words(text: str, years: tuple[int, int] | None) -> None:
    assert birth_range(text) == years


def owned(*shares: Share, listed: dict[str, list[str]]) -> set[tuple[str, str]]:
    found = owned_by_listed(shares, listed, load_screening().lists)
    return {(verdict.owned, verdict.list_id) for verdict in found}


def share(owner: str, body: str, percent: str, control: bool = False) -> Share:
    return Share(owner, body, Decimal(percent), control)


@pytest.mark.parametrize(
    ("percent", "ofac", "eu"),
    [
        ("49.999999", False, False),
        ("50", True, False),
        ("50.000001", True, True),
        ("100", True, True),
    ],
)
def test_the_50_percent_rule_of_each_list(percent: str, ofac: bool, eu: bool) -> None:
    found = owned(share("x", "body", percent), listed={"x": ["OFAC", "EU"]})
    assert (("body", "OFAC") in found, ("body", "EU") in found) == (ofac, eu)


def test_shares_of_several_listed_owners_add_up_where_the_list_says_so() -> None:
    shares = (share("x", "body", "30"), share("y", "body", "25"), share("z", "body", "45"))
    listed = {"x": ["OFAC", "UK", "EU"], "y": ["OFAC", "UK", "EU"]}
    assert owned(*shares, listed=listed) == {("body", "OFAC"), ("body", "EU")}


def test_ownership_is_passed_down_in_full() -> None:
    chain = (share("x", "one", "60"), share("one", "two", "50"), share("two", "three", "51"))
    assert owned(*chain, listed={"x": ["OFAC"]}) == {
        ("one", "OFAC"),
        ("two", "OFAC"),
        ("three", "OFAC"),
    }
    assert owned(*chain, listed={"x": ["EU"]}) == {("one", "EU")}


def test_indirect_and_direct_shares_add_up() -> None:
    shares = (share("x", "one", "50"), share("one", "two", "25"), share("x", "two", "25"))
    assert ("two", "OFAC") in owned(*shares, listed={"x": ["OFAC"]})


def test_control_suffices_where_the_list_says_so() -> None:
    shares = (share("x", "body", "1", control=True),)
    listed = {"x": ["OFAC", "EU", "UK"]}
    assert owned(*shares, listed=listed) == {("body", "EU"), ("body", "UK")}


def test_circles_of_ownership_end() -> None:
    circle = (share("a", "b", "60"), share("b", "a", "60"), share("x", "a", "10"))
    assert owned(*circle, listed={"x": ["OFAC"]}) == set()
    assert owned(*circle, listed={"b": ["OFAC"]}) == {("a", "OFAC")}


@given(
    st.lists(
        st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.integers(1, 100)),
        max_size=12,
    ),
    st.sets(st.sampled_from("abcdef"), max_size=3),
)
def test_who_is_listed_more_owns_no_less(
    shares: list[tuple[str, str, int]], listed: set[str]
) -> None:
    built = [Share(a, b, Decimal(p)) for a, b, p in shares if a != b]
    few = owned(*built, listed={key: ["OFAC"] for key in sorted(listed)[:1]})
    many = owned(*built, listed={key: ["OFAC"] for key in listed})
    assert {body for body, _ in few} <= {body for body, _ in many} | listed


@pytest.mark.parametrize(
    ("hit", "review", "expected"),
    [
        (94.9, 90.0, [True]),
        (95.0, 90.0, [True]),
        (95.1, 90.0, [False]),
        (99.0, 94.9, [False]),
        (99.0, 95.0, [False]),
        (99.0, 95.1, []),
    ],
)
def test_a_score_on_the_threshold_reaches_it(
    hit: float, review: float, expected: list[bool]
) -> None:
    """One letter of twenty differs, which scores exactly 95."""
    listed = ListedEntry("UN", "1", "individual", (ListedName("Abcdefgh Ijklmnopqrs"),))
    own = load_screening().matching.model_copy(update={"hit": hit, "review": review})
    screener = Screener([SanctionsList("UN", 0, (listed,), "0" * 64)], own)
    found = screener.screen(Subject(("Abcdefgh Ijklmnopqrx",), individual=True))
    assert [match.decisive for match in found] == expected
    assert all(match.score == 95.0 for match in found)
