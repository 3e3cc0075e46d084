"""A disk that is full, a real one: a small file system mounted in a namespace of the test's own."""

import subprocess
from pathlib import Path

from tests.toolchain import checkout as small
from tests.toolchain.checkout import PARTS, base_python, machine

# Set-up itself refuses a disk without room; this one is told that any room will do.
UNSUSPECTING = (
    "from quantera.toolchain import doctor, setup; "
    "doctor.MINIMUM_FREE_BYTES = 0; raise SystemExit(setup.main())"
)
ORDINARY = "from quantera.toolchain import setup; raise SystemExit(setup.main())"
# The copy, then the set-up, then what is left of it, while the small disk is still there.
INSIDE = """
set -e
mount -t tmpfs -o size="$1" tmpfs "$2"
cp -R "$3"/. "$2"
cd "$2"
status=0
"$4" -c "$5" || status=$?
for part in {parts}; do
  if [ -e "$part" ] && [ ! -e "$part/.quantera-stamp" ]; then echo "half-installed: $part"; fi
done
exit $status
""".format(parts=" ".join(PARTS))


def on_a_disk_of(size: str, code: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    original = small.copy_to(tmp_path / "original")
    disk = tmp_path / "disk"
    disk.mkdir()
    return subprocess.run(
        [
            *("unshare", "--mount", "--user", "--map-root-user"),
            *("sh", "-c", INSIDE, "sh", size, disk, original, base_python(), code),
        ],
        env={**machine(tmp_path), "PATH": f"{tmp_path / 'tools'}:/usr/bin:/bin:/usr/sbin:/sbin"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_too_little_room_is_refused_before_anything_is_begun(tmp_path: Path) -> None:
    done = on_a_disk_of("200m", ORDINARY, tmp_path)
    assert done.returncode == 1
    (sentence,) = done.stderr.strip().splitlines()
    assert sentence.startswith("set-up: free disk: 0.2 GiB; free at least 3 GiB")
    assert done.stdout == ""


def test_a_disk_that_fills_up_meanwhile_is_one_sentence(tmp_path: Path) -> None:
    done = on_a_disk_of("60m", UNSUSPECTING, tmp_path)
    assert done.returncode == 1
    (sentence,) = small.said(done.stderr.strip())
    assert "the disk is full (0 MiB left" in sentence
    # Nothing half-installed: what is there carries its stamp.
    assert done.stdout == ""
