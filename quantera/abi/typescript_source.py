"""Writes the TypeScript package: each ABI `as const`, which viem and wagmi turn into types."""

import json
from collections.abc import Mapping, Sequence

from quantera.abi.surface import Surface

HEADER = "// Written by quantera.abi.generate from the compiled contracts; never edited by hand.\n"


def _constant(contract: str) -> str:
    return f"{contract[0].lower()}{contract[1:]}Abi"


def _contract(contract: Surface) -> str:
    entries = "\n".join(f"  {json.dumps(entry)}," for entry in contract.abi)
    told = contract.summary.replace("*/", "* /")
    return (
        f"{HEADER}\n/** {told or contract.name} */\n"
        f"export const {_constant(contract.name)} = [\n{entries}\n] as const;\n"
    )


def _index(contracts: Sequence[Surface], version: str, content_hash: str) -> str:
    exports = "".join(
        f'export {{ {_constant(contract.name)} }} from "./{contract.name}.js";\n'
        for contract in contracts
    )
    return (
        f'{HEADER}\nexport {{ addresses }} from "./addresses.js";\n{exports}\n'
        "/** Version of the contracts that these ABIs belong to. */\n"
        f'export const version = "{version}";\n\n'
        "/** SHA-256 of all ABIs, the same as `quantera.abi.CONTENT_HASH` in Python. */\n"
        f'export const contentHash = "{content_hash}";\n'
    )


def _addresses(book: Mapping[int, Mapping[str, str]]) -> str:
    return (
        f"{HEADER}\n/** Addresses by chain id and contract name. */\n"
        f"export const addresses = {json.dumps(book, indent=2)} as const;\n"
    )


def _package(version: str) -> str:
    content = {
        "name": "@quantera/abi",
        "version": version,
        "description": "ABIs of the Quantera contracts, typed for viem and wagmi",
        "license": "MIT",
        "type": "module",
        "sideEffects": False,
        "exports": {
            ".": {"types": "./dist/index.d.ts", "default": "./dist/index.js"},
            "./package.json": "./package.json",
            "./*": {"types": "./dist/*.d.ts", "default": "./dist/*.js"},
        },
        "files": ["dist", "src"],
        "scripts": {
            "prepack": "node -e \"fs.rmSync('dist', { recursive: true, force: true })\" && tsc"
        },
    }
    return json.dumps(content, indent=2) + "\n"


def render(
    contracts: Sequence[Surface],
    book: Mapping[int, Mapping[str, str]],
    version: str,
    content_hash: str,
) -> dict[str, str]:
    """Files of the package by path inside it; `tsconfig.json` stands beside them."""
    return {
        "package.json": _package(version),
        "src/index.ts": _index(contracts, version, content_hash),
        "src/addresses.ts": _addresses(book),
        **{f"src/{contract.name}.ts": _contract(contract) for contract in contracts},
    }
