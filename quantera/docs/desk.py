"""`python -m quantera.docs.desk FOLDER`: what the pages' commands need, on running local chains.

After `ape run devnet up` and `ape run bridge local` it writes to FOLDER a compliance officer's
configuration with three investors on file, a release request, and `desk.env` with the addresses
that pages name. Its keys are derived from words and its password is printed: for local chains.
"""

import json
import os
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click
import yaml
from eth_account import Account

from quantera import devnet
from quantera.bridge import local
from quantera.devnet.attached import AttachedChain
from quantera.devnet.network import State
from quantera.evm import Actor, Contract
from quantera.gas.token_stack import merged
from quantera.toolchain.workspace import BIN

CHAINS = ("polygon", "optimism")
"""Where the compliance pages work: two are enough to see that they agree."""
ASSET, SYMBOL = "TKN", "TKN"
OPENED_BY = "QUANTERA_DESK_PASSWORD"
PEOPLE = (
    ("investor-1", "Ada Quill", "ada", "DE"),
    ("investor-2", "Ben Osei", "ben", "DE"),
    ("investor-3", "Cleo Marsh", "cleo", "FR"),
)
"""Number in the source, name, actor of the wallet, residence; the token admits Germany alone."""
ROLES = ("ADMIN", "GUARDIAN", "UPGRADER", "UNPAUSER", "PAUSER")
"""That the deployer of the local release holds."""
TOPIC = 1
ROUNDS = 1_000
"""Of the key files' derivation: few, since they guard nothing."""


class DeskError(Exception):
    """The local chains are not as the desk needs them; the message says what to run."""


def furnish(state: State, folder: Path, deployer: str) -> Path:
    """Write the folder's files; the registries trust the desk's issuer afterwards.

    Args:
        state: of the running local chains.
        folder: where to; made when it is missing.
        deployer: who releases, by address.

    Raises:
        DeskError: no bridges stand on these chains.
    """
    configuration = state.settings.folder / local.CONFIGURATION
    if not configuration.is_file():
        raise DeskError("no token stands on the local chains; `ape run bridge local`")
    bridges = yaml.safe_load(configuration.read_text(encoding="utf-8"))
    tokens = {name: place["address"] for name, place in bridges["assets"][ASSET].items()}
    folder.mkdir(parents=True, exist_ok=True)
    password = secrets.token_hex(8)
    nodes = {name: AttachedChain(state.chains[name]) for name in (*CHAINS, "ethereum")}
    try:
        registries = {name: _registry(nodes[name], tokens[name]) for name in CHAINS}
        issuer, agent = nodes[CHAINS[0]].actors("kyc issuer", "agent")
        for name, registry in registries.items():
            _trust(nodes[name], registry, issuer)
        _keys(folder, password, issuer=issuer, agent=agent)
        _source(folder, nodes[CHAINS[0]])
        _compliance(folder, state, registries, tokens)
        _release(folder, state, deployer)
        given = {OPENED_BY: password, "DEPLOYER": deployer}
        return _environment(folder, state, nodes["ethereum"], tokens, given)
    finally:
        for node in nodes.values():
            node.close()


def _registry(chain: AttachedChain, token: str) -> Contract:
    found = chain.at(token, merged("ComplianceAwareToken")).identityRegistry()
    return chain.at(found, merged("ComplianceEngine"))


def _trust(chain: AttachedChain, registry: Contract, issuer: Actor) -> None:
    if not registry.isTrustedIssuer(issuer):
        registry.addTrustedIssuer(issuer, [TOPIC], sender=chain.actor("governor"))


def _write(file: Path, content: Any) -> None:
    text = json.dumps(content, indent=2) if file.suffix == ".json" else yaml.safe_dump(content)
    file.write_text(text, encoding="utf-8")


def _keys(folder: Path, password: str, **actors: Actor) -> None:
    for name, actor in actors.items():
        _write(
            folder / f"{name}.json",
            Account.encrypt(actor.key, password, kdf="pbkdf2", iterations=ROUNDS),
        )


def _source(folder: Path, chain: AttachedChain) -> None:
    today = datetime.now(UTC)
    people = [
        {
            "investorId": number,
            "kind": "individual",
            "name": name,
            "birthDate": "1980-01-01",
            "residence": residence,
            "wallets": [str(chain.actor(actor))],
            "kycReference": f"kyc-{number}",
            "classes": {"EU": {"category": "professional"}},
        }
        for number, name, actor, residence in PEOPLE
    ]
    answers = [
        {
            "reference": person["kycReference"],
            "status": "approved",
            "verifiedAt": f"{today - timedelta(days=10):%Y-%m-%d}",
            "validUntil": f"{today + timedelta(days=300):%Y-%m-%d}",
        }
        for person in people
    ]
    _write(folder / "investors.json", people)
    _write(folder / "kyc.json", answers)


def _compliance(
    folder: Path, state: State, registries: dict[str, Contract], tokens: dict[str, str]
) -> None:
    policy = {
        "id": "00000000-0000-0000-0000-000000000007",
        "name": "Token",
        "symbol": SYMBOL,
        "assetType": "debt",
        "decimals": local.DECIMALS,
        "tokens": {name: tokens[name] for name in CHAINS},
        "terms": {"countriesAllowed": ["DE"]},
    }
    _write(folder / "token.yaml", policy)
    issuer, agent = (
        {"keystore": f"{name}.json", "passwordVariable": OPENED_BY} for name in ("issuer", "agent")
    )
    settings = {
        "database": f"sqlite:///{folder.resolve() / 'compliance.db'}",
        "source": "investors.json",
        "kyc": {"file": "kyc.json"},
        # Lists of sanctions are their publishers' files, which nobody else may hand on.
        "sanctions": {},
        "eligibility": {"requiredLists": []},
        "assets": ["token.yaml"],
        "issuer": issuer,
        "sender": agent,
        "officer": agent,
        "chains": {
            name: {"url": state.chains[name].url, "registry": str(registry.address)}
            for name, registry in registries.items()
        },
    }
    _write(folder / "compliance.yaml", settings)


def _release(folder: Path, state: State, deployer: str) -> None:
    chain = state.chains["ethereum"]
    request = {
        "name": "rehearsal",
        "profile": "local",
        "founder": deployer,
        "deployer": deployer,
        "roles": {role: [deployer] for role in ROLES},
        "parameters": {
            "treasury": deployer,
            "insurance": deployer,
            "currency": "USD",
            "agents": [deployer],
            "pricers": [deployer],
            "token_identity": "0x" + "0" * 40,
            "token_name": "Example Bond",
            "token_symbol": "EXB",
            "token_decimals": 18,
            "token_terms": ["bond", "EU", "prospectus exemption", 0, True],
        },
        "prices": {"ETH": 3000},
        "chains": {"ethereum": {"rpc": chain.url, "finality": {"depth": 0}}},
    }
    _write(folder / "release.yaml", request)


def _environment(
    folder: Path,
    state: State,
    chain: AttachedChain,
    tokens: dict[str, str],
    given: dict[str, str],
) -> Path:
    values = {
        "PATH": f"{BIN}:$PATH",
        **given,
        "RPC": state.chains["ethereum"].url,
        "NETWORK": state.chains["ethereum"].network_choice,
        "TOKEN": tokens["ethereum"],
        "POLYGON_RPC": state.chains["polygon"].url,
        "POLYGON_TOKEN": tokens["polygon"],
        "BRIDGE_CONFIG": str(state.settings.folder / local.CONFIGURATION),
        "INVESTOR": str(chain.actor(local.INVESTOR)),
        "AGENT": str(chain.actor("agent")),
        **{actor.upper(): str(chain.actor(actor)) for _, _, actor, _ in PEOPLE},
    }
    file = folder / "desk.env"
    file.write_text("".join(f'export {key}="{value}"\n' for key, value in values.items()))
    file.chmod(0o600)
    return file


def _deployer() -> str:
    # Ape takes seconds to load, and its test account is wanted here alone.
    from quantera.release.ape_account import ApeSigner  # noqa: PLC0415

    return ApeSigner("TEST::0").address


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def main(folder: Path) -> None:
    """The command line."""
    state = devnet.current()
    if state is None:
        raise click.ClickException("the local chains are not running; `ape run devnet up`")
    try:
        file = furnish(state, folder, _deployer())
    except DeskError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"now `. {os.path.relpath(file)}`")


if __name__ == "__main__":
    main()
