"""The contract reference: a page for each contract, from its ABI, its NatSpec and who may call.

A contract's extensions answer at its address, so that their functions stand on its page.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from eth_utils.crypto import keccak

from quantera.abi.canonical import AbiEntry, signature
from quantera.abi.surface import Documentation, Surface, production, surfaces
from quantera.access.matrix import who
from quantera.access.specification import Rule, Specification
from quantera.artifacts import Artifact, load_all
from quantera.docs.markdown import cell, code, codes, table

FOLDER = Path("docs") / "reference"
_NOTHING = Documentation(details="From OpenZeppelin Contracts, which says what it means.")
_VIEWS = {"view", "pure"}


def contracts() -> list[Surface]:
    """Every contract that is deployed, with its extensions merged in.

    Raises:
        ArtifactMissingError: nothing is compiled.
        SurfaceError: an extension does not fit its contract.
    """
    compiled = load_all()
    found = surfaces(production(compiled.values()))
    return [surface for surface in found if compiled[surface.name].creation_code]


def pages() -> dict[Path, str]:
    """The text of every page, by its path below the checkout."""
    compiled, specification = load_all(), Specification.load()
    found = contracts()
    texts = {
        FOLDER / f"{one.name}.md": _page(one, compiled, _rules(specification, one)) for one in found
    }
    return {FOLDER / "README.md": _index(found, compiled), **texts}


def _rules(specification: Specification, contract: Surface) -> Mapping[str, Rule]:
    known = contract.name in specification.contracts
    return specification.rules(contract.name) if known else {}


def _index(found: list[Surface], compiled: Mapping[str, Artifact]) -> str:
    rows = (
        (
            f"[{one.name}]({one.name}.md)",
            one.summary,
            code(compiled[one.name].source_id),
            str(len(one.entries("function"))),
            str(len(one.entries("event"))),
            str(len(one.entries("error"))),
        )
        for one in found
    )
    headings = ("contract", "what it is", "source", "functions", "events", "errors")
    lines = [
        "# Contract reference",
        "",
        "Written by `python -m quantera.docs` from the contracts' NatSpec; edit that instead. What",
        "each refusal means is in one table, [errors and reason codes](../errors.md).",
        "",
        *table(headings, rows),
    ]
    return "\n".join(lines) + "\n"


def _page(contract: Surface, compiled: Mapping[str, Artifact], rules: Mapping[str, Rule]) -> str:
    parts = (contract.name, *contract.extensions)
    lines = [f"# {contract.name}", "", contract.summary or "No summary.", ""]
    lines += ["Written by `python -m quantera.docs`. It runs from:", ""]
    lines += [f"- `{compiled[part].source_id}`" for part in parts]
    sections = (
        ("Functions that change something", _functions(contract, rules, views=False)),
        ("Views", _functions(contract, rules, views=True)),
        ("Events", _events(contract)),
        ("Errors", _errors(contract)),
    )
    for title, section in sections:
        body = list(section)
        if body:
            lines += ["", f"## {title}", *body]
    return "\n".join(lines).rstrip() + "\n"


def _told(contract: Surface, entry: AbiEntry) -> Documentation:
    return contract.documentation.get(signature(entry), _NOTHING)


def _arguments(entry: AbiEntry, side: str) -> str:
    """Types with names as a reader calls it; structs by their names."""
    return ", ".join(f"{_type(one)} {one['name']}".strip() for one in entry.get(side, ()))


def _type(parameter: Mapping[str, str]) -> str:
    internal = parameter.get("internalType", "")
    kind = internal.removeprefix("struct ").removeprefix("enum ").removeprefix("contract ")
    indexed = " indexed" if parameter.get("indexed") else ""
    return (kind or parameter["type"]) + indexed


def _functions(contract: Surface, rules: Mapping[str, Rule], *, views: bool) -> Iterator[str]:
    for entry in contract.entries("function"):
        if (entry["stateMutability"] in _VIEWS) is not views:
            continue
        called, told = signature(entry), _told(contract, entry)
        yield from ("", f"### `{entry['name']}({_arguments(entry, 'inputs')})`", "")
        facts = [f"selector `0x{keccak(text=called)[:4].hex()}`"]
        if entry.get("outputs"):
            facts.append(f"returns `({_arguments(entry, 'outputs')})`")
        if entry["stateMutability"] == "payable":
            facts.append("payable")
        if called in rules:
            facts.append(f"called by {who(rules[called])}")
        yield "; ".join(facts) + "."
        yield from _prose(told)


def _prose(told: Documentation) -> Iterator[str]:
    for text in (told.notice, told.details):
        if text:
            yield from ("", text)
    given = [*told.params.items(), *told.returns.items()]
    if given:
        yield ""
        yield from (f"- `{name}`: {text}" for name, text in given)


def _events(contract: Surface) -> Iterator[str]:
    for entry in contract.entries("event"):
        yield from ("", f"### `{entry['name']}({_arguments(entry, 'inputs')})`", "")
        yield f"topic `0x{keccak(text=signature(entry)).hex()}`."
        yield from _prose(_told(contract, entry))


def _errors(contract: Surface) -> Iterator[str]:
    rows = []
    for entry in contract.entries("error"):
        told, called = _told(contract, entry), signature(entry)
        words = [told.notice or told.details]
        words += [f"{code(name)}: {text}" for name, text in told.params.items()]
        rows.append(
            (
                code(f"{entry['name']}({_arguments(entry, 'inputs')})"),
                code(f"0x{keccak(text=called)[:4].hex()}"),
                "; ".join(cell(word) for word in words if word),
            )
        )
    if rows:
        yield ""
        yield from table(("error", "selector", "meaning"), rows)


def error_rows() -> list[tuple[str, str, str, str]]:
    """Every error of every contract once: signature, selector, meaning, who throws it."""
    found: dict[str, tuple[str, list[str]]] = {}
    for contract in contracts():
        for entry in contract.entries("error"):
            called, told = signature(entry), _told(contract, entry)
            meaning, thrown = found.setdefault(called, (told.notice or told.details, []))
            if not meaning or meaning == _NOTHING.details:
                found[called] = (told.notice or told.details, thrown)
            thrown.append(contract.name)
    return [
        (code(called), code(f"0x{keccak(text=called)[:4].hex()}"), meaning, codes(thrown))
        for called, (meaning, thrown) in sorted(found.items())
    ]
