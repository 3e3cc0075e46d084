"""Two real nodes with a whole token each: one whose agent is an account, one of two officers."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from eth_account import Account

from quantera.access import LocalRole, Role
from quantera.evm import Actor, Contract, NodeChain
from quantera.gas.token_stack import TokenStack, deploy_stack
from scripts.compliance import cli

DELAY = 3600
UNIT = 10**18
PASSWORD = "correct horse"
DIRECT, DUAL = "polygon", "optimism"
AGENT_FUNCTIONS = (
    "setAddressFrozenWithReason",
    "setFrozenTokensWithReason",
    "forcedTransferWithReason",
    "recoveryAddressWithReason",
)


@dataclass
class Market:
    """A token on two chains, its holders, and the officers."""

    stacks: dict[str, TokenStack]
    dual: Contract
    first: Actor
    second: Actor

    @property
    def direct(self) -> TokenStack:
        return self.stacks[DIRECT]

    @property
    def guarded(self) -> TokenStack:
        return self.stacks[DUAL]


def hand_over(stack: TokenStack, first: Actor, second: Actor) -> Contract:
    """The manager becomes the agent, and two officers its only way to act as one."""
    manager, governor = stack.manager, stack.governor
    dual = stack.chain.deploy("DualControl", manager)
    manager.grantRole(Role.OPERATOR, dual, DELAY, sender=governor)
    manager.revokeRole(Role.OPERATOR, governor, sender=governor)
    for target, names, role in (
        (stack.token, AGENT_FUNCTIONS, Role.OPERATOR),
        (stack.engine, ("revokeVerificationWithReason",), Role.OPERATOR),
        (dual, ("propose", "confirm", "withdraw"), Role.COMPLIANCE_OFFICER),
    ):
        abis = [target.abi.functions[name] for name in names]
        selectors = [function.selector for found in abis for function in found]
        manager.setTargetFunctionRole(target, selectors, role, sender=governor)
    for officer in (first, second):
        manager.grantRole(Role.COMPLIANCE_OFFICER, officer, 0, sender=governor)
    for contract in (stack.token, stack.engine):
        contract.grantLocalRole(LocalRole.AGENT, manager, sender=governor)
        contract.revokeLocalRole(LocalRole.AGENT, stack.agent, sender=governor)
    return dual


@contextmanager
def market() -> Iterator[Market]:
    """Ada and Ben hold 100 tokens on both chains; Ada has a spare wallet that is registered."""
    with (
        NodeChain(chain_id=137, serves=True) as one,
        NodeChain(chain_id=10, serves=True) as other,
    ):
        stacks = {DIRECT: deploy_stack(one), DUAL: deploy_stack(other)}
        for stack in stacks.values():
            ada = stack.investor("ada")
            stack.investor("ben")
            stack.investor("ada spare", identity=stack.chain.actor("identity of ada"))
            for holder in (ada, stack.chain.actor("ben")):
                stack.token.mint(holder, 100 * UNIT, sender=stack.agent)
        first, second = other.actors("first officer", "second officer")
        dual = hand_over(stacks[DUAL], first, second)
        yield Market(stacks, dual, first, second)


class OfficerDesk:
    """An officer's folder: configuration, key, and the commands."""

    def __init__(
        self, folder: Path, made: Market, key: Actor, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        monkeypatch.setenv("DESK_PASSWORD", PASSWORD)
        for name, actor in (("officer", key), ("bridge", made.direct.bridge)):
            content = Account.encrypt(actor.key, PASSWORD, kdf="pbkdf2", iterations=1000)
            (folder / f"{name}.json").write_text(json.dumps(content))
        tokens = {name: str(stack.token.address) for name, stack in made.stacks.items()}
        note = {
            "id": "00000000-0000-0000-0000-000000000007",
            "name": "Note",
            "symbol": "NOTE",
            "assetType": "debt",
            "decimals": 18,
            "tokens": tokens,
            "terms": {"supplyCap": 1_000 * UNIT},
        }
        (folder / "note.yaml").write_text(yaml.safe_dump(note))
        wallets = [str(made.direct.chain.actor(name)) for name in ("ada", "ada spare")]
        person = {
            "investorId": "investor-1",
            "kind": "individual",
            "name": "Ada Quill",
            "residence": "DE",
            "wallets": wallets,
        }
        (folder / "investors.json").write_text(json.dumps([person]))
        chains: dict[str, Any] = {
            name: {"url": stack.chain.url, "registry": str(stack.engine.address)}  # type: ignore[attr-defined]
            for name, stack in made.stacks.items()
        }
        chains[DUAL]["dualControl"] = str(made.dual.address)
        self.config = folder / "compliance.yaml"
        self.database = f"sqlite:///{folder.parent / 'compliance.db'}"
        self.config.write_text(
            yaml.safe_dump(
                {
                    "database": self.database,
                    "source": "investors.json",
                    "kyc": {"file": "kyc.json"},
                    "sanctions": {},
                    "assets": ["note.yaml"],
                    "officer": {"keystore": "officer.json", "passwordVariable": "DESK_PASSWORD"},
                    "issuer": {"keystore": "officer.json", "passwordVariable": "DESK_PASSWORD"},
                    "sender": {"keystore": "officer.json", "passwordVariable": "DESK_PASSWORD"},
                    "bridge": {"keystore": "bridge.json", "passwordVariable": "DESK_PASSWORD"},
                    "chains": chains,
                }
            )
        )

    def run(self, verb: str, *arguments: str, code: int = 0, answer: str | None = None) -> Result:
        """One command; `--yes` unless there is an answer to its question."""
        sure = [] if answer else ["--yes"]
        result = CliRunner().invoke(
            cli, [verb, "--config", str(self.config), *sure, *arguments], input=answer
        )
        assert result.exit_code == code, (result.output, result.exception)
        return result

    def run_plain(self, *arguments: str, code: int = 0) -> Result:
        """A command that asks nothing."""
        command, *rest = arguments
        result = CliRunner().invoke(cli, [command, "--config", str(self.config), *rest])
        assert result.exit_code == code, (result.output, result.exception)
        return result
