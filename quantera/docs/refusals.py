"""`docs/errors.md`: every reason code and every typed error, in one place for integrators."""

from pathlib import Path

from quantera.bridge import reasons as bridge
from quantera.compliance.catalogue import load_reasons
from quantera.docs.markdown import table
from quantera.docs.reference import error_rows

PAGE = Path("docs") / "errors.md"
_SIDES = {"I": "issue", "R": "recipient", "S": "sender", "T": "counter", "P": "spender"}
HEAD = """\
# Errors and reason codes

Written by `python -m quantera.docs` from the catalogues and the compiled contracts.

A refused transfer reverts with `TransferRefused(uint8 code, address from, address to, uint256
amount)`; `detectTransferRestriction` gives the same code beforehand and
`messageForTransferRestriction` its sentence. Codes are never used for anything else again. Which
code comes first where several apply: within the general ones the lower.
"""


def page() -> str:
    """The page."""
    reasons = (
        (
            str(one.code),
            one.name,
            one.text,
            one.rule,
            ", ".join(_SIDES[side] for side in one.side),
            one.citation,
            "contracts" if one.where == "onchain" else "`quantera.compliance`",
        )
        for one in sorted(load_reasons().values(), key=lambda reason: reason.code)
    )
    headings = ("code", "name", "what it says", "rule", "about", "citation", "decided by")
    lines = [HEAD, "## Reason codes of tokens", ""]
    lines += table(headings, reasons)
    lines += ["", "## Reason codes of the bridge", ""]
    lines += ["Given by previews, by `getOptimalProtocol`'s explanation and with parked credits;"]
    lines += ["below 200 it is the token's own code. They are not the compliance layer's codes of"]
    lines += ["the same numbers, which never appear on a chain.", ""]
    lines += table(
        ("code", "name", "what it says"),
        ((str(int(one)), one.name, bridge.TEXTS[one]) for one in bridge.Reason),
    )
    lines += ["", "## Errors", ""]
    lines += ["The first four bytes of a revert's data are its selector.", ""]
    lines += table(("error", "selector", "what it means", "thrown by"), error_rows())
    return "\n".join(lines) + "\n"
