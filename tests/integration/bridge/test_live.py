"""The commands on five running chains with the real contracts: quotes in time, sending with checks
at both ends, tracking over restarts and reorganisations, and recovery."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from eth_account import Account

from quantera import chains, devnet
from quantera.access import LocalRole
from quantera.bridge import command
from quantera.bridge.command import Wanted
from quantera.bridge.scoring import Protocol, Urgency
from quantera.bridge.settings import BridgeSettings, load
from quantera.devnet import Settings, prices
from quantera.devnet.attached import AttachedChain
from quantera.devnet.faults import reorganise
from quantera.gas.bridge_stack import ATTEST_FROM, ONE_USD, BridgeEnds, Status
from quantera.gas.fee_stack import deploy_fee_stack
from quantera.gas.token_stack import UNIT, merged
from scripts.bridge import cli
from tests.integration.bridge.stage import Stage, grounded, staged

WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
PORT = 28_000 + 10 * WORKER
HERE, THERE = "ethereum", "polygon"
QUOTE_SECONDS = 0.5
MOST_FEE = 100 * 10**6
"""A hundred dollars, far above what a transfer of 1.5 units worth a thousand each costs."""


@pytest.fixture(scope="module")
def live_ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BridgeEnds]:
    folder = tmp_path_factory.mktemp("live") / "devnet"
    with devnet.launch(Settings(base_port=PORT, folder=folder)) as running:
        nodes = {name: AttachedChain(local) for name, local in running.chains.items()}
        yield grounded(nodes)
        for node in nodes.values():
            node.close()


@pytest.fixture
def live(live_ground: BridgeEnds, tmp_path: Path) -> Iterator[Stage]:
    with staged(live_ground, tmp_path) as made:
        yield made


@pytest.fixture
def config(live: Stage, tmp_path: Path) -> Path:
    """The file that the commands read."""
    content = {
        "chains": {
            name: {
                "url": node(live, name).url,
                "bridge": end.bridge.address,
                "coin_usd": prices.coin_usd(name),
            }
            for name, end in live.ends.ends.items()
        },
        "assets": {
            "BOND": {
                name: {"address": end.token.address, "decimals": 18}
                for name, end in live.ends.ends.items()
            }
        },
        "tracking": str(tmp_path / "bridge.db"),
        "account": {"unlocked": str(live.who("ann"))},
    }
    path = tmp_path / "bridge.yaml"
    path.write_text(yaml.safe_dump(content))
    return path


def node(stage: Stage, chain: str) -> AttachedChain:
    found = stage.end(chain).chain
    assert isinstance(found, AttachedChain)
    return found


def run(*arguments: str, fails: bool = False) -> str:
    """What a command prints."""
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == (1 if fails else 0), done.output
    return done.output.strip()


def send(config: Path, live: Stage, recipient: str, *more: str, fails: bool = False) -> str:
    lane = ("--from", HERE, "--to", THERE)
    asset = ("--config", str(config), "--asset", "BOND", "--amount", "1.5")
    to = ("--recipient", str(live.who(recipient)), "--over", "wormhole")
    return run("send", *asset, *lane, *to, *more, fails=fails)


def track(config: Path, *message: str) -> str:
    return run("track", "--config", str(config), *message)


def quoted(settings: BridgeSettings, urgency: Urgency) -> command.Quoted:
    wanted = Wanted("BOND", UNIT, HERE, THERE, urgency)
    return command.quote(settings, list(merged("UniversalBridge")), wanted)


def test_all_lanes_and_protocols_are_quoted_in_half_a_second(live: Stage, config: Path) -> None:
    settings = load(config)
    answers = [quoted(settings, Urgency.STANDARD) for _ in range(5)]
    assert len(answers[0].found.routes) > 4
    # The median, because the machine may be busy with other things.
    assert sorted(answer.seconds for answer in answers)[2] <= QUOTE_SECONDS
    bridge, there = live.bridge(HERE), live.end(THERE).chain_id
    for urgency in Urgency:
        chosen = quoted(settings, urgency).found.choose(urgency)
        assert chosen is not None
        by_the_bridge = bridge["getOptimalProtocol(uint256,address,uint256,uint256)"](
            there, live.end(HERE).token, UNIT, urgency
        )
        assert not chosen.direct or chosen.legs[0].protocol == by_the_bridge
    lines = run(
        *("quote", "--config", str(config), "--asset", "BOND", "--amount", "1"),
        *("--from", HERE, "--to", THERE, "--urgency", "urgent"),
    )
    assert lines.count("* ") == 1
    assert f"{len(chains.PRODUCTION)} chains" in lines


def test_a_transfer_is_sent_followed_and_credited(live: Stage, config: Path) -> None:
    sent = send(config, live, "ben")
    assert "in flight" in track(config, sent)
    live.settle(Protocol.WORMHOLE)
    # Each command is another process as far as the tracker can tell.
    assert "credited after" in track(config, sent)
    assert "from ethereum: 1 transfers" in track(config)
    assert run("track", "--config", str(config), "--open").startswith("from ethereum")


def test_what_would_be_parked_is_not_sent_unless_it_is_wanted(live: Stage, config: Path) -> None:
    said = send(config, live, "dora", fails=True)
    assert "polygon would park it: the token refuses with code" in said
    sent = send(config, live, "dora", "--park")
    live.settle(Protocol.WORMHOLE)
    advice = run("recover", "--config", str(config), sent)
    assert "parked: the token refuses" in advice
    assert "claim (anybody)" in advice
    assert "return (the recipient or an agent of the bridge)" in advice
    live.end(THERE).holder("dora")
    run("recover", "--config", str(config), sent, "--do", "claim")
    assert "credited" in track(config, sent)
    assert live.balance(THERE, "dora") == 3 * UNIT // 2
    assert "StatusRefuses" in run(
        "recover", "--config", str(config), sent, "--do", "claim", fails=True
    )


def test_what_was_lost_is_sent_again_over_another_protocol(live: Stage, config: Path) -> None:
    sent = send(config, live, "ann")
    assert "say over which protocol" in run(
        "recover", "--config", str(config), sent, "--do", "resend", fails=True
    )
    run("recover", "--config", str(config), sent, "--do", "resend", "--over", "axelar")
    live.settle(Protocol.AXELAR)
    assert "over Wormhole, Axelar: credited" in track(config, sent)
    # Wormhole brings it after all, and nothing more comes of it.
    live.settle(Protocol.WORMHOLE)
    assert live.balance(THERE, "ann") == live.balance("optimism", "ann") + 3 * UNIT // 2


def test_a_large_transfer_goes_over_two_protocols_from_a_key_file(
    live: Stage, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keystore = config.with_name("key.json")
    secret = Account.encrypt(live.who("ann").key, "open", kdf="pbkdf2", iterations=2)
    keystore.write_text(json.dumps(secret))
    content = yaml.safe_load(config.read_text())
    content["account"] = {"keystore": str(keystore), "password_variable": "BRIDGE_PASSWORD"}
    config.write_text(yaml.safe_dump(content))
    asset = ("send", "--config", str(config), "--asset", "BOND", "--amount", str(ATTEST_FROM))
    order = (*asset, "--from", HERE, "--to", THERE, "--recipient", str(live.who("ben")))
    monkeypatch.delenv("BRIDGE_PASSWORD", raising=False)
    assert "no BRIDGE_PASSWORD" in run(*order, "--over", "axelar", fails=True)
    monkeypatch.setenv("BRIDGE_PASSWORD", "open")
    assert "the amount needs 2 protocols" in run(*order, "--over", "axelar", fails=True)
    sent = run(*order, "--over", "axelar", "--over", "ccip")
    live.settle(Protocol.AXELAR)
    waiting = run("recover", "--config", str(config), sent)
    assert "over Chainlink CCIP, Axelar: awaiting attestations" in waiting
    live.settle(Protocol.CHAINLINK_CCIP)
    assert "credited" in track(config, sent)


def forget(live: Stage, chain: str) -> None:
    """Have a chain forget the block of its bridge's last message.

    The node mines by its own clock as well, also between two of the questions here: it is gone back
    from wherever it is by now, until that block is another one.
    """
    source, bridge = node(live, chain), live.bridge(chain)
    block = source.logs_between(0, source.block_number, [bridge.address])[-1].block
    known = source.hash_of(block)
    while source.hash_of(block) == known:
        reorganise(source, source.block_number - block + 1)


def test_a_source_that_forgets_a_block_takes_the_message_back(live: Stage, config: Path) -> None:
    before = live.balance(HERE, "ann")
    sent = send(config, live, "ann")
    assert "in flight" in track(config, sent)
    forget(live, HERE)
    live.settle(Protocol.WORMHOLE)
    assert "no bridge has told of" in run("track", "--config", str(config), sent, fails=True)
    assert live.balance(HERE, "ann") == before
    bridge = live.bridge(THERE)
    assert Status(bridge.arrivalOf(bytes.fromhex(sent[2:])).status) is Status.NONE


def test_the_platform_s_fee_is_told_and_agreed_to(live: Stage, config: Path) -> None:
    end, ann = live.end(HERE), live.who("ann")
    fees = deploy_fee_stack(end.chain)
    dollar = end.chain.deploy("PlainToken", "Dollar", 6)
    dollar.mint(ann, MOST_FEE, sender=end.governor)
    dollar.approve(end.bridge, MOST_FEE, sender=ann)
    fees.fees.grantLocalRole(LocalRole.PRODUCT, end.bridge, sender=fees.governor)
    feed = end.chain.at(end.bridge.usdFeedOf(end.token).feed, "FeedProbe")
    feed.tell(1_000 * ONE_USD, end.chain.timestamp, sender=ann)
    end.bridge.setFeeStructure(fees.fees, sender=end.governor)
    end.bridge.setAssetFee(end.token, dollar, ONE_USD, sender=end.governor)
    lines = run(
        *("quote", "--config", str(config), "--asset", "BOND", "--amount", "1.5"),
        *("--from", HERE, "--to", THERE, "--urgency", "urgent"),
    )
    assert f"units of {dollar.address}, " in lines
    assert "of them back if it is not there by" in lines
    said = send(config, live, "ben", fails=True)
    assert f"units of {dollar.address}; agree to that much or do not send" in said
    assert "the platform's fee is" in send(config, live, "ben", "--most-fee", "1", fails=True)
    sent = send(config, live, "ben", "--most-fee", str(MOST_FEE), "--level", "3")
    collected = end.bridge.collectedFees(dollar)
    assert 0 < collected == MOST_FEE - dollar.balanceOf(ann)
    assert end.bridge.serviceOf(bytes.fromhex(sent[2:])).feeAsset == dollar
    live.settle(Protocol.WORMHOLE)
    assert "credited after" in track(config, sent)
