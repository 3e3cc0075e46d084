"""What a run reached of each production contract, from the records of `quantera.evm.reach`.

A contract is what has code of its own in production, with the functions and errors of its
extensions (`@custom:extension-of`), which are called at its address. A call counts for the
contract that its handle's ABI is of: by name, its extension's and its interface's included; an
ABI that is only a list belongs to the largest contract of which it has every function. A handle of
anything else, a probe for tests say, counts for no function.

An error counts for the handle's contract where that declares it; else, since contracts pass on
what another refused, for the only contract that does, and for none where several do.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from quantera.artifacts import Artifact
from quantera.evm.abi import ContractAbi

EXTENSION_TAG = "custom:extension-of"


@dataclass
class Covered:
    """One contract: what it declares, and what was reached of it.

    Attributes:
        name: the contract's.
        functions: signatures of its functions.
        errors: its custom errors, signatures by selector.
        own: functions of the main implementation alone.
        returned: functions that did what they were asked for.
        refused: functions that reverted.
        seen: errors that a call reverted with.
    """

    name: str
    functions: set[str] = field(default_factory=set)
    errors: dict[str, str] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)
    returned: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)

    @property
    def functions_left(self) -> list[str]:
        """Functions that never returned."""
        return sorted(self.functions - self.returned)

    @property
    def errors_left(self) -> list[str]:
        """Errors that were never seen."""
        return sorted(set(self.errors.values()) - self.seen)


def _main(artifact: Artifact) -> str:
    extended: str = artifact.devdoc.get(EXTENSION_TAG, "")
    return extended.strip() or artifact.name


class Reached:
    """What some records say of some contracts.

    Args:
        artifacts: the production contracts, extensions among them.
    """

    def __init__(self, artifacts: Iterable[Artifact]) -> None:
        self.contracts: dict[str, Covered] = {}
        self._names: dict[str, str] = {}
        for artifact in sorted(artifacts, key=lambda artifact: artifact.name):
            main = _main(artifact)
            abi = ContractAbi(artifact.name, artifact.abi)
            covered = self.contracts.setdefault(main, Covered(main))
            covered.functions |= set(abi.by_signature)
            covered.errors |= {f"0x{error.selector.hex()}": error.signature for error in abi.errors}
            if main == artifact.name:
                covered.own = set(abi.by_signature)
            self._names |= {artifact.name: main, f"I{artifact.name}": main}
        self.contracts = dict(sorted(self.contracts.items()))

    def read(self, folder: Path, known: Iterable[str]) -> None:
        """Take in every record of a folder.

        Args:
            folder: where the processes wrote.
            known: names of all that is compiled; ABIs of other names are told by their functions.
        """
        compiled = set(known)
        for file in sorted(folder.glob("*.jsonl")):
            owners: dict[int, Covered | None] = {}
            for text in file.read_text(encoding="utf-8").splitlines():
                line = json.loads(text)
                if "name" in line:
                    owners[line["abi"]] = self._owner(
                        line["name"], set(line["functions"]), compiled
                    )
                else:
                    self._take(owners[line["abi"]], line["function"], line["error"])

    def _owner(self, name: str, functions: set[str], compiled: set[str]) -> Covered | None:
        if name in self._names:
            return self.contracts[self._names[name]]
        if name in compiled:
            return None
        fitting = [one for one in self.contracts.values() if one.own and one.own <= functions]
        return max(fitting, key=lambda one: len(one.own), default=None)

    def _take(self, owner: Covered | None, function: str, error: str | None) -> None:
        if owner is not None and function in owner.functions:
            (owner.returned if error is None else owner.refused).add(function)
        if error is None:
            return
        if owner is None or error not in owner.errors:
            declaring = [one for one in self.contracts.values() if error in one.errors]
            owner = declaring[0] if len(declaring) == 1 else None
        if owner is not None:
            owner.seen.add(owner.errors[error])
