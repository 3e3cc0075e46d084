"""A real anvil process that lives no longer than the Python process that started it."""

import re
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from quantera.evm.rpc import Rpc

START_SECONDS = 30

# The shell outlives a killed Python just long enough to end its node: the read end of the pipe
# that only Python can write to closes with Python, however Python ended. Unlike a parent-death
# signal this does not depend on which thread started the node.
_KEEPER = """
exec 3<&0
"$@" <&- 3<&- &
node=$!
( cat <&3 >/dev/null; kill -KILL $node ) 2>/dev/null &
keeper=$!
wait $node
status=$?
kill $keeper
exit $status
"""


class AnvilError(Exception):
    """anvil is missing, or did not start; the message holds what it said."""


class Anvil:
    """One running node.

    Args:
        chain_id: EIP-155 chain id.
        options: further command-line options of anvil.
        hardfork: the rules, by default those that all five chains run.
        port: a fixed port, or 0 for any free one.

    Attributes:
        url: where it answers.

    Raises:
        AnvilError: it did not start.
    """

    def __init__(
        self, chain_id: int, *options: str, hardfork: str = "cancun", port: int = 0
    ) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="quantera-anvil-")
        log = Path(self._folder.name) / "log"
        command = [
            "anvil",
            *("--chain-id", str(chain_id)),
            *("--hardfork", hardfork, "--enable-tx-gas-limit"),
            *("--port", str(port)),
            # States of old blocks would go to the home folder, and stay there.
            *("--cache-path", str(Path(self._folder.name) / "states")),
            *options,
        ]
        with log.open("wb") as sink:
            self._process = subprocess.Popen(
                ["sh", "-c", _KEEPER, "anvil-keeper", *command],
                stdin=subprocess.PIPE,
                stdout=sink,
                stderr=subprocess.STDOUT,
                cwd=self._folder.name,
                # Ctrl-C is for Python, which then ends the node in order.
                start_new_session=True,
            )
        try:
            self.url = self._await_address(log)
        except BaseException:
            self.close()
            raise
        # The log of every call would fill the disk in a long run.
        rpc = Rpc(self.url)
        rpc("anvil_setLoggingEnabled", False)
        rpc.close()

    def _await_address(self, log: Path) -> str:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            text = log.read_text(errors="replace")
            found = re.search(r"Listening on (\S+:\d+)", text)
            if found:
                return f"http://{found.group(1)}"
            if self._process.poll() is not None:
                break
            time.sleep(0.01)
        said = log.read_text(errors="replace").strip() or "nothing"
        raise AnvilError(f"anvil did not start; it said: {said[-500:]}")

    def close(self) -> None:
        """End the node; may be called twice."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait()
        self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
