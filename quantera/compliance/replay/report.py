"""Holdings and the history of decisions for a regulator, from a replayed chain."""

from collections.abc import Iterator, Mapping
from typing import Any

from quantera.compliance.catalogue import JURISDICTIONS, load_reasons
from quantera.compliance.moments import iso
from quantera.compliance.officer.reasons import load_agent_reasons
from quantera.compliance.replay.decisions import Act, Ruling, plain
from quantera.compliance.replay.replayer import Replayer

HOLDING_COLUMNS = (
    "chain",
    "block",
    "asset",
    "wallet",
    "identity",
    "reference",
    "balance",
    "frozen",
    "walletFrozen",
)
HISTORY_COLUMNS = (
    "chain",
    "block",
    "time",
    "transaction",
    "kind",
    "asset",
    "from",
    "to",
    "fromIdentity",
    "toIdentity",
    "amount",
    "path",
    "ruleSet",
    "packs",
    "code",
    "reason",
    "details",
)


def holding_rows(
    chain: str,
    replayer: Replayer,
    assets: Mapping[str, str],
    references: Mapping[int, str],
) -> Iterator[dict[str, Any]]:
    """One row per asset and wallet that holds or has something frozen; amounts in token units.

    Args:
        chain: the chain's name.
        replayer: its state.
        assets: symbols by token address in lower case.
        references: the source's ids by identity; an erased investor has none.
    """
    for token, symbol in assets.items():
        state = replayer.tokens[token]
        for wallet in sorted({*state.balances, *state.frozen, *state.wallet_frozen}):
            row = state.balances[wallet], state.frozen[wallet], wallet in state.wallet_frozen
            if not any(row):
                continue
            identity = replayer.registry.identity(wallet)
            yield {
                "chain": chain,
                "block": replayer.block,
                "asset": symbol,
                "wallet": wallet,
                "identity": identity,
                "reference": references.get(int(identity, 16), ""),
                "balance": str(row[0]),
                "frozen": str(row[1]),
                "walletFrozen": row[2],
            }


def history_rows(
    chain: str,
    replayer: Replayer,
    assets: Mapping[str, str],
    since: int | None = None,
    until: int | None = None,
) -> Iterator[dict[str, Any]]:
    """One row per decision, in the order of the chain.

    Args:
        chain: the chain's name.
        replayer: its state.
        assets: symbols by token address in lower case.
        since: first Unix second; None for all.
        until: Unix second before which it ends.
    """
    for entry in replayer.history.entries:
        at = entry.timestamp if isinstance(entry, Ruling) else entry.event.log.timestamp
        if (since is not None and at < since) or (until is not None and at >= until):
            continue
        row = _ruling(entry, assets) if isinstance(entry, Ruling) else _act(entry, assets)
        yield {**dict.fromkeys(HISTORY_COLUMNS, ""), "chain": chain, "time": iso(at), **row}


def _ruling(ruling: Ruling, assets: Mapping[str, str]) -> dict[str, Any]:
    packs = [name for bit, name in enumerate(JURISDICTIONS) if ruling.packs >> bit & 1]
    return {
        "block": ruling.block,
        "transaction": ruling.transaction,
        "kind": "allowed",
        "asset": assets.get(ruling.token, ruling.token),
        "from": ruling.giver,
        "to": ruling.taker,
        "fromIdentity": ruling.from_identity,
        "toIdentity": ruling.to_identity,
        "amount": str(ruling.amount),
        "path": ruling.path.name,
        "ruleSet": ruling.version,
        "packs": " ".join(packs),
        "code": ruling.code,
    }


def _act(act: Act, assets: Mapping[str, str]) -> dict[str, Any]:
    event = act.event
    token = event.args.get("token", event.log.address)
    row: dict[str, Any] = {
        "block": event.log.block,
        "transaction": event.log.transaction,
        "kind": act.kind,
        "asset": assets.get(token, token),
        "details": {"event": event.name, **{k: plain(v) for k, v in event.args.items()}},
    }
    if act.kind == "refused":
        reason = load_reasons().by_code(event["code"])
        row |= {"from": event["from"], "to": event["to"], "amount": str(event["amount"])}
        row |= {"code": reason.code, "reason": reason.text}
    elif act.kind == "agent":
        given = load_agent_reasons().by_code(event["reason"])
        row |= {"from": event["subject"], "amount": str(event["amount"])}
        row |= {"code": event["reason"], "reason": given.text if given else ""}
    elif act.kind == "recovery":
        row |= {"from": event["lostWallet"], "to": event["newWallet"]}
    return row
