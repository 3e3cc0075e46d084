"""The page and the tables say what the record says, and a page that does not is found out."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console

from quantera.demo import browser, terminal
from quantera.demo.record import Record
from quantera.demo.report import REPORT, page, write_report
from tests.unit.demo import stories


@cache
def document() -> str:
    """The page of the short story."""
    return page(stories.record())


def opened() -> str:
    """The page as its script leaves it when all figures agree."""
    return document().replace("<html ", '<html data-agrees="yes" ', 1)


def test_the_page_shows_the_record() -> None:
    told = stories.record()
    assert browser.faults(told, browser.read(opened())) == []


def test_a_page_whose_script_has_not_run_is_found_out() -> None:
    told = stories.record()
    (fault,) = browser.faults(told, browser.read(document()))
    assert "does not agree" in fault


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda text: text.replace("144,099", "144,098", 1), "operations"),
        (lambda text: text.replace("1,195,742</th>", "1,195,741</th>", 1), "gas in all"),
        (lambda text: text.replace(">1,195,742</td>", ">1</td>", 1), "overview"),
        (lambda text: text.replace("<h2>Move something", "<h2>Move", 1), "no chapter"),
        (lambda text: text.replace('id="chapter-ending"', 'id="x"', 1), "no chapter"),
        (lambda text: text.replace(">refused</td>", ">passed</td>", 1), "decisions"),
        (lambda text: text.replace("18.5</td>", "18.6</td>", 1), "balances"),
        (lambda text: text.replace("0.000036 ETH</td>", "0 ETH</td>", 1), "fees"),
        (lambda text: text.replace("</footer>", '<img src="http://x/y.png"></footer>'), "loads"),
        (lambda text: text.replace("1 + 2 = 3</td>", "1 + 2 = 4</td>", 1), "invariants"),
        (lambda text: re.sub(r"<tr><td[^>]*>transfer.*?</tr>", "", text, count=1), "2 rows"),
    ],
)
def test_a_page_that_says_something_else_is_found_out(
    change: Callable[[str], str], fault: str
) -> None:
    told = stories.record()
    before = opened()
    changed = change(before)
    assert changed != before
    found = browser.faults(told, browser.read(changed))
    assert len(found) == 1
    assert fault in found[0]


def test_the_page_needs_nothing_else() -> None:
    loads = re.findall(r"""(?:src|href)=["']([^"']+)""", document())
    assert loads
    assert all(one.startswith(("#", "data:")) for one in loads)
    assert "@import" not in document()
    assert "url(http" not in document()


def test_what_the_record_says_is_text() -> None:
    assert document().count("</script>") == 2
    assert "<b>" not in document().split("<script", 1)[0]


def test_names_of_plots_occur_once() -> None:
    names = re.findall(r'\bid="(plot[^"]+)"', document())
    assert {name.partition("-")[0] for name in names} == {"plot1", "plot2"}
    assert len(names) == len(set(names))


def test_tables_of_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console(width=200)
    for table in terminal.tables(stories.record(holds=False)):
        console.print(table)
    shown = capsys.readouterr().out
    for text in (
        "144,099",
        "1,195,742",
        "GEN-08",
        "0.000036 ETH",
        "BROKEN",
        "1 + 2 = 3",
        "</script>",
    ):
        assert text in shown


def checked(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(browser.main, arguments)
    return done.exit_code, done.output


def test_without_a_browser_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = stories.written(tmp_path)
    write_report(Record.load(folder / "record.json"), folder / REPORT)
    monkeypatch.setenv("PATH", str(tmp_path))
    status, said = checked(str(folder / REPORT))
    assert status == 1
    assert said.startswith("Error: no Chromium is installed")
    assert "apt-get install chromium" in said


def test_without_a_page_it_says_so(tmp_path: Path) -> None:
    status, said = checked(str(tmp_path / REPORT))
    assert status == 1
    assert "is missing: `make demo` writes it" in said


def program(folder: Path, script: str) -> str:
    made = folder / "browser"
    made.write_text(f"#!/bin/sh\n{script}\n")
    made.chmod(0o755)
    return str(made)


def test_a_browser_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(browser.PageError, match=r"ended with 3: broken$"):
        browser.rendered(tmp_path / REPORT, program(tmp_path, "echo broken >&2; exit 3"))


def test_words_on_the_console_are_faults(tmp_path: Path) -> None:
    told = stories.record()
    (tmp_path / "shown.html").write_text(opened())
    noise = "echo '[1:2:INFO:CONSOLE:9] \"no chapter x\"' >&2; echo '[1:2:ERROR:gpu] other' >&2"
    with pytest.raises(browser.PageError, match=r"console: .*no chapter x") as caught:
        shown = tmp_path / "shown.html"
        browser.check(tmp_path / REPORT, told, program(tmp_path, f"{noise}; cat {shown}"))
    assert "gpu" not in str(caught.value)
