"""Quotes of the twin from a node's answers, against the contract's, and the command for them."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from click.testing import CliRunner, Result

from quantera.evm import NodeChain
from quantera.gas.pool_stack import DYNAMIC_FEE, Key, PoolStack, deploy_pool_stack, in_order
from quantera.liquidity.node import PoolKey, PoolNode
from quantera.liquidity.quoting import QuoteError, compare, path
from quantera.liquidity.ticks import sqrt_price_at_tick
from scripts.liquidity import cli

DEPTH = 10**20
AMOUNT = 10**17
WHOLE = (-887220, 887220)


@dataclass(frozen=True)
class Scene:
    """On a node: three tokens in a row of a static and a dynamic pool, traded in before."""

    stack: PoolStack
    url: str
    tokens: tuple[str, str, str]
    keys: tuple[PoolKey, PoolKey]

    def ask(self, *options: str) -> Result:
        fixed = ["quote", "--node", self.url, "--pools", self.stack.pools.address]
        return CliRunner().invoke(cli, [*fixed, *options])

    def through(self, *places: int) -> list[str]:
        found = []
        for place in places:
            key = self.keys[place]
            modes = ",dynamic" if key.modes else ""
            pool = f"{key.token_b},{key.token_a},{key.fee},{key.spacing}{modes}"
            found += ["--through", pool]
        return found


@pytest.fixture(scope="module")
def scene() -> Iterator[Scene]:
    with NodeChain() as chain:
        stack = deploy_pool_stack(chain)
        made = [stack.token(name) for name in ("One", "Two", "Three")]
        user = chain.actor("user")
        stack.fund(made, [user], 10**30)
        keys = []
        for one, other, fee, modes in ((0, 1, 3000, 0), (1, 2, 500, DYNAMIC_FEE)):
            a, b = in_order(made[one], made[other])
            key: Key = (a, b, fee, 60, modes)
            stack.create(key, sqrt_price_at_tick(30))
            stack.pools.setProtocolShare(key, 5, 7, sender=stack.governor)
            for lower, upper in (WHOLE, (-60, 120), (120, 660), (-660, -60)):
                stack.pools.add(stack.added(key, lower, upper, DEPTH), sender=user)
            for seconds, down in ((12, True), (12, False), (13, True)):
                chain.advance(seconds)
                request = stack.swapped(key, 3 * 10**18, user, a_for_b=down)
                stack.pools.swap(request, sender=user)
            keys.append(PoolKey(str(a), str(b), fee, 60, modes))
        tokens = made[0].address, made[1].address, made[2].address
        yield Scene(stack, chain.url, tokens, (keys[0], keys[1]))


@pytest.mark.parametrize("amount", [AMOUNT, -AMOUNT, 1, 10**19, -(10**19)])
@pytest.mark.parametrize("back", [False, True])
def test_twin_and_contract_quote_alike(scene: Scene, amount: int, *, back: bool) -> None:
    node = PoolNode(scene.url, scene.stack.pools.address)
    try:
        for keys in (scene.keys[:1], scene.keys[1:], scene.keys):
            tokens = scene.tokens[:2] if keys == scene.keys[:1] else scene.tokens
            pay = tokens[-1] if back else tokens[1 if keys == scene.keys[1:] else 0]
            legs = path(keys[::-1] if back else keys, pay)
            found = compare(node, legs, amount)
            assert found.equal, found
            if amount != 1:
                assert not isinstance(found.twin, str)
                assert found.twin.entered > 0 and found.twin.left > 0
    finally:
        node.close()


def test_an_execution_gives_what_was_quoted(scene: Scene) -> None:
    """Also of the dynamic fee, whose state the views do not tell."""
    stack, key = scene.stack, scene.keys[1]
    user = stack.chain.actor("user")
    node = PoolNode(scene.url, stack.pools.address)
    quoted = compare(node, path([key], key.token_a), AMOUNT)
    assert quoted.equal and not isinstance(quoted.twin, str)
    assert quoted.twin.fees != (key.fee,)
    request = stack.swapped(key, AMOUNT, user, a_for_b=True)
    done = stack.pools.simulate.swap(request, sender=user, timestamp=node.time)
    assert done == (quoted.twin.entered, quoted.twin.left)
    snapshot = stack.chain.snapshot()
    stack.pools.swap(request, sender=user)
    # A block of the past is read as it was.
    earlier = PoolNode(scene.url, stack.pools.address, node.block)
    assert compare(earlier, path([key], key.token_a), AMOUNT) == quoted
    later = PoolNode(scene.url, stack.pools.address)
    assert compare(later, path([key], key.token_a), AMOUNT) != quoted
    for each in (node, earlier, later):
        each.close()
    stack.chain.revert(snapshot)


def test_command(scene: Scene) -> None:
    told = scene.ask(*scene.through(0, 1), "--pay", scene.tokens[0], "--amount-in", str(AMOUNT))
    assert told.exit_code == 0, told.output
    assert told.output.count(f"{AMOUNT} enter, ") == 2
    told = scene.ask(
        *scene.through(0), "--pay", scene.tokens[1], "--amount-out", str(AMOUNT), "--block", "999"
    )
    assert told.exit_code == 1
    told = scene.ask(*scene.through(0), "--pay", scene.tokens[1], "--amount-out", str(AMOUNT))
    assert told.exit_code == 0, told.output
    assert told.output.count(f"{AMOUNT} leave, square root of price") == 2
    assert told.output.count("fee 3000 millionths") == 2


def test_command_refuses(scene: Scene) -> None:
    pay = ["--pay", scene.tokens[0]]
    much = scene.ask(*scene.through(0), *pay, "--amount-out", str(10**30))
    assert much.exit_code == 0 and " leave" in much.output
    far = scene.ask(*scene.through(0, 1), *pay, "--amount-out", str(10**30))
    assert far.exit_code == 1 and far.output.count("refused") == 2
    limit = scene.ask(*scene.through(0), *pay, "--amount-in", "5", "--limit", "1")
    assert limit.exit_code == 1 and "PriceLimitOutOfRange" in limit.output
    assert scene.ask(*scene.through(0), *pay).exit_code == 2
    both = ["--amount-in", "5", "--amount-out", "5"]
    assert scene.ask(*scene.through(0), *pay, *both).exit_code == 2
    assert scene.ask(*scene.through(0), *pay, "--amount-in", "0").exit_code == 2
    strange = scene.ask(*scene.through(1), *pay, "--amount-in", "5")
    assert strange.exit_code == 1 and "is no token of" in strange.output
    twice = scene.ask(*scene.through(0, 0), *pay, "--amount-in", "5")
    assert twice.exit_code == 1 and "twice" in twice.output
    unknown = f"{scene.tokens[0]},{scene.tokens[1]},100,1"
    none = scene.ask("--through", unknown, *pay, "--amount-in", "5")
    assert none.exit_code == 1 and "no such pool" in none.output
    limited = scene.ask(*scene.through(0, 1), *pay, "--amount-in", "5", "--limit", "9")
    assert limited.exit_code == 1 and "for one pool" in limited.output


@pytest.mark.parametrize(
    "pool",
    ["", "0x00,0x01,5,5", f"0x{1:040x},0x{2:040x},x,5", f"0x{1:040x},0x{2:040x},5,5,odd"],
)
def test_command_refuses_what_is_no_pool(scene: Scene, pool: str) -> None:
    told = scene.ask("--through", pool, "--pay", scene.tokens[0], "--amount-in", "5")
    assert told.exit_code == 2, told.output


def test_a_node_that_is_not_there() -> None:
    key = f"0x{1:040x},0x{2:040x},500,10"
    options = ["--node", "http://127.0.0.1:9", "--pools", f"0x{3:040x}", "--through", key]
    told = CliRunner().invoke(cli, ["quote", *options, "--pay", f"0x{1:040x}", "--amount-in", "5"])
    assert told.exit_code == 1 and "Error" in told.output


def test_path_that_is_broken() -> None:
    tokens = [f"0x{at:040x}" for at in range(1, 5)]
    keys = [PoolKey(tokens[at], tokens[at + 1], 500, 10, 0) for at in (0, 2)]
    with pytest.raises(QuoteError):
        path(keys, tokens[0])
