"""Write `contracts/token/compliance/ReasonTexts.sol` from the catalogue of reason codes.

ERC-1404 wants a sentence for each code on-chain; the catalogue is the one place with them.
`python -m quantera.compliance.reason_texts` rewrites the contract; `--check` fails when it is
stale.
"""

import subprocess
from pathlib import Path

import click

from quantera.compliance.catalogue import load_reasons
from quantera.toolchain.workspace import BIN, ROOT

TARGET = ROOT / "contracts" / "token" / "compliance" / "ReasonTexts.sol"

_TEMPLATE = """// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title ReasonTexts
/// @notice The sentence of each reason code (ERC-1404).
/// @dev Written by `python -m quantera.compliance.reason_texts` from the catalogue `reasons.yaml`;
/// edit that file instead. `INDEX` has three bytes a code: the code and the end of its sentence
/// in `TEXTS`.
contract ReasonTexts {{
    // solhint-disable max-line-length
    bytes private constant INDEX = hex"{index}";
    bytes private constant TEXTS = "{texts}";
    // solhint-enable max-line-length

    /// @notice The sentence of a code; empty for a code that the catalogue does not have.
    function text(uint8 code) external pure returns (string memory sentence) {{
        bytes memory index = INDEX;
        uint256 start = 0;
        for (uint256 i = 0; i < index.length; i += 3) {{
            uint256 end = (uint256(uint8(index[i + 1])) << 8) | uint8(index[i + 2]);
            if (uint8(index[i]) == code) return _slice(start, end);
            start = end;
        }}
    }}

    function _slice(uint256 start, uint256 end) private pure returns (string memory sentence) {{
        bytes memory texts = TEXTS;
        sentence = new string(end - start);
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {{
            mcopy(add(sentence, 32), add(add(texts, 32), start), sub(end, start))
        }}
    }}
}}
"""


def render() -> str:
    """The contract's source, formatted.

    Raises:
        ValueError: a sentence is not plain ASCII, or the sentences outgrow two bytes of offset.
    """
    index, texts = bytearray(), ""
    for reason in sorted(load_reasons().values(), key=lambda entry: entry.code):
        if not reason.text.isascii() or '"' in reason.text or "\\" in reason.text:
            raise ValueError(f"reason {reason.code}: the text must be plain ASCII without quotes")
        texts += reason.text
        index += bytes([reason.code]) + len(texts).to_bytes(2, "big")
    source = _TEMPLATE.format(index=index.hex(), texts=texts)
    formatted = subprocess.run(
        [BIN / "forge", "fmt", "--root", ROOT, "--raw", "-"],
        input=source,
        capture_output=True,
        text=True,
        check=True,
    )
    return formatted.stdout


@click.command()
@click.option("--check", is_flag=True, help="Fail when the contract is stale; write nothing.")
def main(check: bool) -> None:
    """Write the contract that holds the sentences of the reason codes."""
    source = render()
    path = Path(TARGET)
    if check:
        if not path.is_file() or path.read_text() != source:
            raise click.ClickException(
                f"{path.relative_to(ROOT)} is stale: "
                "run `python -m quantera.compliance.reason_texts`"
            )
        return
    path.write_text(source)


if __name__ == "__main__":
    main()
