"""Leftovers: nothing unfinished, switched off or bound to one machine in what git tracks."""

import re
from pathlib import Path

from quantera.gates.files import tracked
from quantera.gates.gate import Gate, Outcome, command
from quantera.toolchain.workspace import ROOT

SUFFIXES = {".py", ".sol", ".cjs", ".mjs", ".js", ".ts", ".md", ".toml", ".yaml", ".yml", ".sh"}
NAMES = {"Makefile", "run"}

# Written apart where the word itself would be a finding in this file.
PATTERNS = (
    (r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b", "is a note to finish something"),
    (r"@?pytest\.(?:mark\.)?(?:skip|skipif|xfail)\b", "switches a test off"),
    (r"@?unittest\.skip\w*\b", "switches a test off"),
    (r"\b(?:it|test|describe)\.(?:skip|only|todo)\(", "switches tests off"),
    (r"\bvm\.skip\(", "switches a test off"),
    (r"\bNotImplemented" r"Error\b", "stands where code is missing"),
    (r"^(?:<{7}|>{7}|={7})(?: |$)", "is a merge conflict"),
    (r"\b(?:breakpoint\(\)|import p" r"db)", "stops for a debugger"),
)


def _machine() -> str:
    places = {str(ROOT), str(Path.home())} - {"/"}
    return "|".join(rf"{re.escape(place)}(?![\w-])" for place in sorted(places))


def check(tree: Path) -> Outcome:
    """Every line that says that something is unfinished, switched off or only here."""
    patterns = [(re.compile(text), why) for text, why in PATTERNS]
    patterns.append((re.compile(_machine()), "is a path of this machine"))
    findings = []
    for file in tracked(tree):
        if file.suffix not in SUFFIXES and file.name not in NAMES:
            continue
        for number, line in enumerate(file.read_text(errors="replace").splitlines(), start=1):
            for pattern, why in patterns:
                if match := pattern.search(line):
                    place = f"{file.relative_to(tree)}:{number}"
                    findings.append(f"{place} {match.group(0)!r} {why}")
    return Outcome(tuple(findings))


GATE = Gate(
    name="leftovers",
    question="Is nothing left unfinished, switched off or tied to one machine?",
    remedy="finish it, switch it on, or take it out",
    budget_seconds=5,
    check=check,
)

if __name__ == "__main__":
    command(GATE)()
