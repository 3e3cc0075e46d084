"""Files for the Safe's Transaction Builder: what a Safe sends instead of a key."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from eth_utils.crypto import keccak

from quantera.release.campaign import Campaign, Site
from quantera.release.conditions import unmet
from quantera.release.node import Node
from quantera.release.plan import Step

_VERSION = "1.16.5"


def _serialized(value: Any) -> str:
    """The text whose hash the Transaction Builder compares, as its own source writes it."""
    if isinstance(value, list):
        return "[" + ",".join(_serialized(item) for item in value) + "]"
    if isinstance(value, dict):
        keys = sorted(value)
        named = json.dumps(keys, separators=(",", ":"))
        return "{" + named + "".join(f"{_serialized(value[key])}," for key in keys) + "}"
    return json.dumps(value, ensure_ascii=False)


def checksum(batch: Mapping[str, Any]) -> str:
    """Checksum of a batch without one."""
    return "0x" + keccak(text=_serialized(dict(batch))).hex()


def batch_of(
    campaign: Campaign, site: Site, steps: Sequence[Step], description: str, created_at: int
) -> dict[str, Any]:
    """One file: transactions that a Safe sends together.

    Args:
        campaign: whose they are.
        site: the chain.
        steps: the transactions, in order.
        description: what the signers are shown.
        created_at: Unix seconds.
    """
    meta: dict[str, Any] = {
        # Some versions of the Transaction Builder leave a name out of the checksum, others do not.
        "name": None,
        "description": description,
        "txBuilderVersion": _VERSION,
        "createdFromSafeAddress": campaign.sender,
        "createdFromOwnerAddress": "",
    }
    batch: dict[str, Any] = {
        "version": "1.0",
        "chainId": str(site.chain_id),
        "createdAt": created_at * 1000,
        "meta": meta,
        "transactions": [
            {
                "to": step.to,
                "value": "0",
                "data": campaign.data(step),
                "contractMethod": None,
                "contractInputsValues": None,
            }
            for step in steps
        ],
    }
    meta["checksum"] = checksum(batch)
    return batch


def batches(campaign: Campaign, nodes: Mapping[str, Node]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Files of a campaign, with their names: those of one chain before its delay and after it.

    What holds on a chain already is left out: a batch fails with any of its transactions.
    """
    for site in campaign.chains:
        node = nodes[site.name]
        now = node.timestamp()
        missing = [step for step in site.steps() if unmet(node, step.conditions)]
        first = [step for step in missing if not step.after]
        later = [step for step in missing if step.after]
        for number, (steps, word) in enumerate(((first, "propose"), (later, "carry out")), 1):
            if steps:
                text = f"{campaign.kind} {campaign.name} on {site.title}: {word}"
                name = f"{site.name}-{number}-{word.replace(' ', '-')}.json"
                yield name, batch_of(campaign, site, steps, text, now)


def write_batches(campaign: Campaign, nodes: Mapping[str, Node], folder: Path) -> list[Path]:
    """Put a campaign's batches into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, batch in batches(campaign, nodes):
        path = folder / name
        path.write_text(json.dumps(batch, indent=2) + "\n")
        written.append(path)
    return written
