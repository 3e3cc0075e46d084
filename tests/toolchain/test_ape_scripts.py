"""`ape run NAME` loads one script: neither slow nor broken ones beside it matter."""

import subprocess
from pathlib import Path

from quantera.toolchain.workspace import VENV

GOOD = "import click\n\n\n@click.command()\ndef cli():\n    click.echo('good')\n"
BROKEN = "from pathlib import Path\n\nPath('loaded').touch()\n\ncli = 1 / 0\n"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [VENV / "bin" / "ape", "run", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_only_the_named_script_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "good.py").write_text(GOOD)
    (tmp_path / "scripts" / "broken.py").write_text(BROKEN)
    done = run(tmp_path, "good")
    assert (done.returncode, done.stdout) == (0, "good\n"), done.stderr
    assert not (tmp_path / "loaded").exists()
    unknown = run(tmp_path, "absent")
    assert unknown.returncode == 2 and "No such command 'absent'" in unknown.stderr
    assert (tmp_path / "loaded").exists(), "to say which there are, all are looked at"
