"""Writes the typed Python package: a module per contract, shared structs and errors beside."""

import keyword
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from eth_utils.abi import event_signature_to_log_topic, function_signature_to_4byte_selector

from quantera.abi.canonical import AbiEntry, signature
from quantera.abi.surface import Documentation, Surface, SurfaceError

HEADER = "Written by quantera.abi.generate from the compiled contracts; never edited by hand."
WIDTH = 88

# Legal in Solidity, but as a name in a class they would hide what the annotations there mean.
_HIDING = {"self", "str", "list", "tuple"}
_OF_EXCEPTIONS = {"args", "add_note", "with_traceback"}
_ARRAY = re.compile(r"\[\d*\]$")
_STRUCT = re.compile(r"^struct ([A-Za-z0-9_$.]+)")


@dataclass(frozen=True)
class _Struct:
    declared: str
    name: str
    fields: tuple[tuple[str, str], ...]


def _escaped(name: str) -> str:
    return f"{name}_" if keyword.iskeyword(name) or name in _HIDING else name


def _module_name(contract: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", contract).lower()


def _suffixed(entry: AbiEntry) -> str:
    types = re.sub(r"[^A-Za-z0-9]+", "_", signature(entry).partition("(")[2]).strip("_")
    return f"{entry['name']}_{types or 'void'}"


def _distinct(entries: Sequence[AbiEntry]) -> dict[str, str]:
    """A Python name for each signature: the plain one, with its types where it is overloaded."""
    count = Counter(entry["name"] for entry in entries)
    names = {
        signature(entry): _escaped(entry["name"]) if count[entry["name"]] == 1 else _suffixed(entry)
        for entry in entries
    }
    if len(set(names.values())) != len(names):
        raise SurfaceError(f"two of these get one Python name: {', '.join(sorted(names))}")
    return names


def _declared(parameter: AbiEntry) -> str:
    """The struct's qualified name, such as `IProbe.Trip`; file-level ones have no dot."""
    found = _STRUCT.match(parameter.get("internalType", ""))
    if found is None:
        raise SurfaceError(f"the compiler did not name the struct of {parameter['name']!r}")
    return found.group(1)


def _struct_name(parameter: AbiEntry) -> str:
    return _declared(parameter).replace(".", "_")


def _scalar(kind: str) -> str:
    if kind.startswith(("uint", "int")):
        return "int"
    if kind.startswith(("bytes", "function")):
        return "bytes"
    return {"bool": "bool", "string": "str", "address": "_rt.Address"}[kind]


def _annotation(parameter: AbiEntry, *, array: str = "list", structs: str = "_structs.") -> str:
    kind: str = parameter["type"]
    if _ARRAY.search(kind):
        item = {**parameter, "type": _ARRAY.sub("", kind)}
        return f"{array}[{_annotation(item, array=array, structs=structs)}]"
    return structs + _struct_name(parameter) if kind == "tuple" else _scalar(kind)


def _event_annotation(parameter: AbiEntry) -> str:
    kind: str = parameter["type"]
    hashed = kind in {"string", "bytes"} or kind.startswith("tuple") or _ARRAY.search(kind)
    return "bytes" if parameter["indexed"] and hashed else _annotation(parameter)


def _result(entry: AbiEntry) -> str:
    kinds = [_annotation(output) for output in entry["outputs"]]
    if not kinds:
        return "None"
    return kinds[0] if len(kinds) == 1 else f"tuple[{', '.join(kinds)}]"


def _parameters(entry: AbiEntry) -> list[str]:
    plain = [parameter["name"].lstrip("_") for parameter in entry["inputs"]]
    names = [
        _escaped(name) if name.isidentifier() else f"arg{index}" for index, name in enumerate(plain)
    ]
    if entry.get("type") == "error":
        names = [f"{name}_" if name in _OF_EXCEPTIONS else name for name in names]
    if len(set(names)) != len(names):
        raise SurfaceError(f"{signature(entry)} has two parameters of one name")
    return names


def _docstring(paragraphs: Iterable[str]) -> list[str]:
    lines: list[str] = []
    for paragraph in paragraphs:
        first, *rest = textwrap.wrap(paragraph, WIDTH, break_long_words=False) or [""]
        lines += ["", first, *rest] if lines else [first, *rest]
    text = "\n".join(lines).replace("\\", "\\\\").replace('"""', r"\"\"\"")
    # A quote right before the closing quotes would end the text early.
    closing = "\n" if "\n" in text or text.endswith('"') else ""
    return f'"""{text}{closing}"""'.splitlines()


def _arguments(title: str, told: Mapping[str, str]) -> list[str]:
    return [f"{title}: " + "; ".join(f"`{name}` {text}" for name, text in told.items())] * bool(
        told
    )


def _paragraphs(told: Documentation, fallback: str, *closing: str) -> list[str]:
    said = [text for text in (told.notice, told.details) if text]
    return [
        *(said or [fallback]),
        *_arguments("Arguments", told.params),
        *_arguments("Returns", told.returns),
        *closing,
    ]


def _indented(lines: Iterable[str], depth: int = 1) -> list[str]:
    return [f"{'    ' * depth}{line}" if line else "" for line in lines]


def _fields(entry: AbiEntry, annotation: Mapping[str, str]) -> list[str]:
    return [f"{name}: {annotation[name]}" for name in _parameters(entry)]


# --- structs ------------------------------------------------------------------------------------


def _collect(parameters: Iterable[AbiEntry], into: dict[str, _Struct]) -> None:
    """Add the structs of some parameters, innermost first, so that each is defined before use."""
    for parameter in parameters:
        if not parameter["type"].startswith("tuple"):
            continue
        _collect(parameter["components"], into)
        names = _parameters({"name": _declared(parameter), "inputs": parameter["components"]})
        kinds = [_annotation(component, structs="") for component in parameter["components"]]
        fields = tuple(zip(names, kinds, strict=True))
        struct = _Struct(_declared(parameter), _struct_name(parameter), fields)
        if into.setdefault(struct.name, struct) != struct:
            raise SurfaceError(f"two structs are called {struct.declared}")


def _all_parameters(entries: Iterable[AbiEntry]) -> list[AbiEntry]:
    return [
        parameter
        for entry in entries
        for side in ("inputs", "outputs")
        for parameter in entry.get(side, ())
    ]


def _structs_module(contracts: Sequence[Surface]) -> str:
    structs: dict[str, _Struct] = {}
    for contract in contracts:
        _collect(_all_parameters(contract.abi), structs)
    lines = [
        *_docstring(["Structs of all contracts.", HEADER]),
        "from dataclasses import dataclass",
        "from quantera.abi import runtime as _rt",
    ]
    for struct in structs.values():
        lines += [
            "@dataclass(frozen=True, slots=True)",
            f"class {struct.name}:",
            *_indented([f'"""Solidity struct `{struct.declared}`."""', ""]),
            *_indented(f"{name}: {kind}" for name, kind in struct.fields),
        ]
    return "\n".join(lines) + "\n"


# --- errors -------------------------------------------------------------------------------------


def _distinct_errors(contracts: Sequence[Surface]) -> dict[str, tuple[AbiEntry, Documentation]]:
    found: dict[str, tuple[AbiEntry, Documentation]] = {}
    for contract in contracts:
        for entry in contract.entries("error"):
            told = contract.documentation.get(signature(entry), Documentation())
            known = found.get(signature(entry))
            if known is None or (told.notice and not known[1].notice):
                found[signature(entry)] = (entry, told)
    return dict(sorted(found.items()))


def _errors_module(errors: Mapping[str, tuple[AbiEntry, Documentation]]) -> str:
    names = _distinct([entry for entry, _ in errors.values()])
    selectors: dict[str, str] = {}
    lines = [
        *_docstring(["Custom errors of all contracts.", HEADER]),
        "from dataclasses import dataclass",
        "from typing import ClassVar",
        "from quantera.abi import runtime as _rt",
        "from . import structs as _structs",
    ]
    for written, (entry, told) in errors.items():
        selector = function_signature_to_4byte_selector(written).hex()
        if selector in selectors:
            raise SurfaceError(f"{selectors[selector]} and {written} have the same selector")
        selectors[selector] = written
        kinds = dict(zip(_parameters(entry), map(_annotation, entry["inputs"]), strict=True))
        body = [
            *_docstring(_paragraphs(told, f"`{written}`.", f"Selector: 0x{selector}")),
            "",
            f'SIGNATURE: ClassVar[str] = "{written}"',
            f'SELECTOR: ClassVar[bytes] = bytes.fromhex("{selector}")',
            *_fields(entry, kinds),
        ]
        lines += ["@dataclass(eq=False)", f"class {names[written]}(_rt.ContractError):"]
        lines += _indented(body)
    lines += [
        "BY_SELECTOR: dict[bytes, type[_rt.ContractError]] = {",
        *_indented(f"{names[written]}.SELECTOR: {names[written]}," for written in errors),
        "}",
        "def decode_error(data: bytes | str) -> _rt.ContractError:",
        '    """Read revert data of any contract here; `UnknownError` where it is of none."""',
        "    return _rt.decode_error(data, BY_SELECTOR)",
    ]
    return "\n".join(lines) + "\n"


# --- one contract -------------------------------------------------------------------------------


def _function(entry: AbiEntry, name: str, told: Documentation) -> list[str]:
    written = signature(entry)
    mutability = entry["stateMutability"]
    reads = mutability in {"view", "pure"}
    result = _result(entry)
    names = _parameters(entry)
    kinds = [_annotation(parameter, array="_rt.Sequence") for parameter in entry["inputs"]]
    declared = ", ".join(["self", *(f"{n}: {k}" for n, k in zip(names, kinds, strict=True))])
    selector = function_signature_to_4byte_selector(written).hex()
    closing = f"Solidity: `{written}`, {mutability}, selector 0x{selector}"
    call = ", ".join([f'"{written}"', "type(None)" if result == "None" else result, *names])
    return [
        f"def {name}({declared}) -> _rt.{'Read' if reads else 'Write'}[{result}]:",
        *_indented(_docstring(_paragraphs(told, f"`{entry['name']}`.", closing))),
        f"    return self._{'read' if reads else 'write'}({call})",
    ]


def _event(entry: AbiEntry, name: str, told: Documentation) -> list[str]:
    written = signature(entry)
    kinds = dict(zip(_parameters(entry), map(_event_annotation, entry["inputs"]), strict=True))
    indexed = tuple(parameter["indexed"] for parameter in entry["inputs"])
    return [
        "@dataclass(frozen=True)",
        f"class {name}(_rt.Event):",
        *_indented(_docstring(_paragraphs(told, f"`{written}`."))),
        *_indented(
            [
                "",
                f'SIGNATURE: ClassVar[str] = "{written}"',
                "TOPIC: ClassVar[bytes] = "
                f'bytes.fromhex("{event_signature_to_log_topic(written).hex()}")',
                f"INDEXED: ClassVar[tuple[bool, ...]] = {indexed}",
                *_fields(entry, kinds),
            ]
        ),
    ]


def _aliases(module: str, names: Mapping[str, str]) -> list[str]:
    return [f"{alias}: TypeAlias = {module}.{target}" for alias, target in names.items()]


def _namespace(name: str, told: str, body: Sequence[str]) -> list[str]:
    return [f"class {name}:", *_indented([f'"""{told}"""', *body])]


def _short_struct_names(contract: Surface) -> dict[str, str]:
    structs: dict[str, _Struct] = {}
    _collect(_all_parameters(contract.abi), structs)
    short = {name: struct.declared.rpartition(".")[2] for name, struct in structs.items()}
    count = Counter(short.values())
    return {short[name] if count[short[name]] == 1 else name: name for name in sorted(structs)}


def _contract_module(contract: Surface, error_names: Mapping[str, str]) -> str:
    functions, events = contract.entries("function"), contract.entries("event")
    events = [entry for entry in events if not entry["anonymous"]]
    told = contract.documentation
    function_names, event_names = _distinct(functions), _distinct(events)
    aliases = {
        alias: error_names[written]
        for written, alias in _distinct(contract.entries("error")).items()
    }
    name = contract.name
    methods = [
        line
        for entry in functions
        for line in _function(
            entry, function_names[signature(entry)], told.get(signature(entry), Documentation())
        )
    ]
    event_classes = [
        line
        for entry in events
        for line in _event(
            entry, event_names[signature(entry)], told.get(signature(entry), Documentation())
        )
    ]
    emitted = "".join(f"{name}Events.{event_names[signature(entry)]}, " for entry in events)
    lines = [
        *_docstring([f"{name} and its functions, events, errors and structs.", HEADER]),
        "from dataclasses import dataclass",
        "from functools import cached_property",
        "from typing import ClassVar, TypeAlias",
        "from quantera.abi import runtime as _rt",
        "from .. import errors as _errors, structs as _structs",
        *_namespace(
            f"{name}Structs",
            f"Structs of {name}.",
            _aliases("_structs", _short_struct_names(contract)),
        ),
        *_namespace(f"{name}Errors", f"Errors of {name}.", _aliases("_errors", aliases)),
        *_namespace(f"{name}Events", f"Events of {name}.", event_classes),
        f"class {name}Functions(_rt.Functions):",
        *_indented([f'"""Functions of {name}."""', *methods]),
        f"class {name}(_rt.Contract):",
        *_indented(
            [
                *_docstring([contract.summary or f"{name}."]),
                "",
                f'NAME = "{name}"',
                'PACKAGE = __name__.rpartition(".contracts.")[0]',
                "ERRORS = _errors.BY_SELECTOR",
                f"EVENTS = ({emitted})",
                f"structs: TypeAlias = {name}Structs",
                f"errors: TypeAlias = {name}Errors",
                f"events: TypeAlias = {name}Events",
                "@cached_property",
                f"def functions(self) -> {name}Functions:",
                '    """What the contract can be asked and told."""',
                f"    return {name}Functions(self.contract, self.ERRORS)",
            ]
        ),
    ]
    return "\n".join(lines) + "\n"


# --- the package --------------------------------------------------------------------------------


def _package_module(modules: Mapping[str, str], version: str, content_hash: str) -> str:
    sources = {
        **dict.fromkeys(("ContractError", "Log", "NotDeployedError"), "quantera.abi.runtime"),
        "decode_error": ".errors",
        **{name: f".contracts.{module}" for name, module in modules.items()},
    }
    lines = [
        *_docstring(["Typed access to every published contract.", HEADER]),
        "from importlib import import_module",
        "from typing import TYPE_CHECKING",
        "if TYPE_CHECKING:",
        *_indented(f"from {source} import {name} as {name}" for name, source in sources.items()),
        "__all__ = [",
        *_indented(f'"{name}",' for name in ("CONTENT_HASH", "VERSION", *sources)),
        "]",
        f'VERSION = "{version}"',
        f'CONTENT_HASH = "{content_hash}"',
        "_SOURCES = {",
        *_indented(f'"{name}": "{source}",' for name, source in sources.items()),
        "}",
        "if not TYPE_CHECKING:",
        "",
        "    def __getattr__(name: str) -> object:",
        "        if name not in _SOURCES:",
        '            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")',
        "        return getattr(import_module(_SOURCES[name], __name__), name)",
    ]
    return "\n".join(lines) + "\n"


def render(contracts: Sequence[Surface], version: str, content_hash: str) -> dict[str, str]:
    """Sources of the package, not yet formatted, by path inside it.

    Raises:
        SurfaceError: two things would get one Python name, or one selector.
    """
    modules = {contract.name: _module_name(contract.name) for contract in contracts}
    if len(set(modules.values())) != len(modules):
        raise SurfaceError("two contracts get one Python module name")
    errors = _distinct_errors(contracts)
    error_names = _distinct([entry for entry, _ in errors.values()])
    return {
        "__init__.py": _package_module(modules, version, content_hash),
        "structs.py": _structs_module(contracts),
        "errors.py": _errors_module(errors),
        "contracts/__init__.py": f'"""{HEADER}"""\n',
        **{
            f"contracts/{modules[contract.name]}.py": _contract_module(contract, error_names)
            for contract in contracts
        },
    }
