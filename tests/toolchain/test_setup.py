"""Set-up: complete, idempotent, and without a trace when it fails or is interrupted."""

import re
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.toolchain import checkout as small
from tests.toolchain.checkout import (
    half_installed,
    is_complete,
    machine,
    processes_in,
    unreachable_registries,
)

IDEMPOTENT_SECONDS = 3
# Caches of what was downloaded are the one thing that belongs in the home folder.
DOWNLOAD_CACHES = (".cache/pip", ".cache/uv", ".npm")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return small.copy_to(tmp_path / "checkout")


def wait_until(condition: Callable[[], bool], seconds: float = 60) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return condition()


def everything_below(folder: Path) -> dict[str, int]:
    return {
        str(path.relative_to(folder)): path.lstat().st_mtime_ns
        for path in folder.rglob("*")
        if not path.is_dir() and "__pycache__" not in path.parts
    }


def test_what_was_killed_is_completed_by_the_next_and_left_alone_then(
    checkout: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    environment = machine(tmp_path, HOME=str(home), XDG_CACHE_HOME=str(home / ".cache"))
    for variable in ("PIP_CACHE_DIR", "UV_CACHE_DIR", "npm_config_cache"):
        environment.pop(variable, None)

    for moment in (".venv/bin/pip", ".venv/bin/uv"):
        killed = small.start(checkout, environment)
        assert wait_until((checkout / moment).exists)
        killed.kill()
        killed.communicate()

    # What it started may still be at work: the next one waits for that. Two that are begun together
    # take turns, and the second finds everything in place.
    processes = [small.start(checkout, environment) for _ in range(2)]
    outcomes = [process.communicate(timeout=300)[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0], outcomes
    (second,) = (told for told in outcomes if "creating" not in told)
    assert "waiting for another set-up" in second
    assert is_complete(checkout)
    assert list(processes_in(checkout)) == []
    imports = "import yaml, pydantic, solcx"
    subprocess.run([checkout / ".venv/bin/python", "-c", imports], check=True)
    for tool in (".venv/bin/python", ".quantera/bin/anvil", ".quantera/bin/forge"):
        subprocess.run([checkout / tool, "--version"], check=True, capture_output=True)

    # At home there is nothing but caches of downloads.
    written = [str(path.relative_to(home)) for path in home.rglob("*") if not path.is_dir()]
    assert [name for name in written if not name.startswith(DOWNLOAD_CACHES)] == []

    # With everything in place it does nothing, quickly.
    before = everything_below(checkout)
    begun = time.monotonic()
    assert small.run(checkout, environment) == (0, [])
    assert time.monotonic() - begun < IDEMPOTENT_SECONDS
    assert everything_below(checkout) == before

    # A lock file that changes is installed by the next run, and the other parts are left alone.
    lock = checkout / "requirements" / "develop.lock"
    lock.write_text(lock.read_text() + "# one more line\n")
    assert small.run(checkout, environment) == (0, [])
    after = everything_below(checkout)
    stamps = {name for name in before if name.endswith(".quantera-stamp")}
    changed = {name for name in stamps if after[name] != before[name]}
    assert changed == {".venv/.quantera-stamp", ".quantera/solc/.quantera-stamp"}


@pytest.mark.parametrize(
    ("moment", "way"), [(".venv/bin/python", signal.SIGINT), (".venv/bin/pip", signal.SIGTERM)]
)
def test_an_interrupted_one_leaves_nothing_half_installed(
    checkout: Path, tmp_path: Path, moment: str, way: signal.Signals
) -> None:
    interrupted = small.start(checkout, machine(tmp_path))
    assert wait_until((checkout / moment).exists)
    interrupted.send_signal(way)
    _, errors = interrupted.communicate(timeout=30)
    assert interrupted.returncode == 130
    assert small.said(errors) == ["set-up: interrupted; nothing half-installed was left"]
    assert half_installed(checkout) == []
    assert not (checkout / ".venv").exists()
    assert list(processes_in(checkout)) == []


def test_without_registries_it_says_so_and_leaves_nothing(checkout: Path, tmp_path: Path) -> None:
    begun = time.monotonic()
    status, lines = small.run(checkout, unreachable_registries(tmp_path))
    assert status == 1
    (sentence,) = lines
    assert "registry reachable?" in sentence
    assert not (checkout / ".venv").exists()
    assert not (checkout / "node_modules").exists()
    assert time.monotonic() - begun < 60


def test_a_missing_npm_registry_alone_is_told_apart(checkout: Path, tmp_path: Path) -> None:
    nowhere = unreachable_registries(tmp_path)
    npm = {key: value for key, value in nowhere.items() if key.startswith("npm_config")}
    environment = {**machine(tmp_path), **npm}
    status, lines = small.run(checkout, environment)
    assert status == 1
    (sentence,) = lines
    assert sentence.startswith(
        "set-up: installing npm packages (is the npm registry reachable?) failed: "
    )
    assert half_installed(checkout) == []
    assert not (checkout / "node_modules").exists()
    # What was complete stays: the next run has only the rest to do.
    assert (checkout / ".venv" / ".quantera-stamp").is_file()


def test_a_package_that_is_not_the_locked_one_is_refused(checkout: Path, tmp_path: Path) -> None:
    small.complete_node(checkout)
    lock = checkout / "requirements" / "bootstrap.lock"
    lock.write_text(re.sub(r"sha256:[0-9a-f]{64}", "sha256:" + "0" * 64, lock.read_text()))
    status, lines = small.run(checkout, machine(tmp_path))
    assert status == 1
    (sentence,) = lines
    assert "hash" in sentence.lower()
    assert not (checkout / ".venv").exists()


def test_a_checkout_that_cannot_be_written_is_one_sentence(checkout: Path, tmp_path: Path) -> None:
    # A file where a folder must be: also the administrator cannot write through it.
    (checkout / ".quantera").write_text("")
    status, lines = small.run(checkout, machine(tmp_path))
    assert status == 1
    (sentence,) = lines
    assert sentence.startswith("set-up: the checkout cannot be written: ")
