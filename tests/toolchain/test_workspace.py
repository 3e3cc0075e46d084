"""What the virtual environment sets for each of its processes."""

import os
import subprocess
from pathlib import Path

from quantera.toolchain.workspace import COLLECTOR_THRESHOLD, VENV
from tests.toolchain.checkout import base_python


def test_bytecode_is_kept_where_the_machine_forbids_it(tmp_path: Path) -> None:
    (tmp_path / "first.py").touch()
    (tmp_path / "second.py").touch()
    # A process of the virtual environment, and one that it starts outside of it.
    code = f"import first, subprocess; subprocess.run([{base_python()!r}, '-c', 'import second'])"
    variables = {"PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run(
        [VENV / "bin" / "python", "-c", code], env={**os.environ, **variables}, check=True
    )
    kept = sorted(file.name.split(".")[0] for file in tmp_path.rglob("*.pyc"))
    assert kept == ["first", "second"]


def test_cycles_are_looked_for_less_often() -> None:
    done = subprocess.run(
        [VENV / "bin" / "python", "-c", "import gc; print(gc.get_threshold()[0])"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) == COLLECTOR_THRESHOLD
