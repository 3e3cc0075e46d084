"""ERC-2612: allowances by signature."""

from typing import Any

import pytest
from eth_abi.abi import encode
from eth_utils.crypto import keccak

from quantera.evm import Actor, Contract, MemoryChain, Reverted, expect_revert
from tests.stacks.token import deploy_stack, sign
from tests.unit.token.conftest import Market

ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
PERMIT = keccak(
    text="Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
)


def signed(
    token: Contract, owner: Actor, spender: str, value: int, deadline: int, **options: Any
) -> tuple[Any, ...]:
    """Arguments of `permit`; `signer` and `nonce` may be others than the owner's."""
    signer = options.get("signer", owner)
    nonce = options.get("nonce", token.nonces(owner))
    fields = [PERMIT, str(owner), str(spender), value, nonce, deadline]
    content = encode(["bytes32", "address", "address", "uint256", "uint256", "uint256"], fields)
    signature = sign(signer, keccak(b"\x19\x01" + token.DOMAIN_SEPARATOR() + keccak(content)))
    return owner, spender, value, deadline, signature[64], signature[:32], signature[32:64]


@pytest.fixture
def deadline(market: Market) -> int:
    return market.stack.chain.timestamp + 60


def test_approves_once(market: Market, deadline: int) -> None:
    token = market.stack.token
    permit = signed(token, market.holder, market.spender, 5, deadline)
    receipt = token.permit(*permit, sender=market.stranger)
    assert receipt.events.one("Approval").args.value == 5
    assert token.allowance(market.holder, market.spender) == 5
    assert token.nonces(market.holder) == 1
    with expect_revert("PermitSignerMismatch", owner=market.holder):
        token.permit(*permit, sender=market.stranger)


def test_until_its_deadline(market: Market, deadline: int) -> None:
    token, chain = market.stack.token, market.stack.chain
    permit = signed(token, market.holder, market.spender, 5, deadline)
    with chain.rollback():
        chain.set_timestamp(deadline)
        token.permit(*permit, sender=market.stranger)
    chain.set_timestamp(deadline + 1)
    with expect_revert("PermitExpired", deadline=deadline):
        token.permit(*permit, sender=market.stranger)


def test_by_the_owner_alone(market: Market, deadline: int) -> None:
    token = market.stack.token
    permit = signed(token, market.holder, market.spender, 5, deadline, signer=market.stranger)
    with expect_revert("PermitSignerMismatch", signer=market.stranger, owner=market.holder):
        token.permit(*permit, sender=market.spender)
    later = signed(token, market.holder, market.spender, 5, deadline, nonce=1)
    with expect_revert("PermitSignerMismatch"):
        token.permit(*later, sender=market.spender)


def test_no_second_form_of_a_signature(market: Market, deadline: int) -> None:
    token = market.stack.token
    *head, v, r, s = signed(token, market.holder, market.spender, 5, deadline)
    mirrored = (ORDER - int.from_bytes(s, "big")).to_bytes(32, "big")
    for form in ((55 - v, r, mirrored), (0, r, s), (v, bytes(32), s)):
        with pytest.raises(Reverted) as refused:
            token.permit(*head, *form, sender=market.spender)
        assert refused.value.name.startswith("ECDSAInvalidSignature")


def test_nowhere_else() -> None:
    """Not at another token, not on another chain, not under a former name."""
    here, there = (deploy_stack(MemoryChain(chain_id=number)) for number in (1, 137))
    second = here.second_token()
    owner, spender = here.chain.actors("owner", "spender")
    permit = signed(here.token, owner, spender, 5, here.chain.timestamp + 60)
    assert here.token.address == there.token.address
    for token in (second.token, there.token):
        with expect_revert("PermitSignerMismatch"):
            token.permit(*permit, sender=spender)
    here.token.setName("Renamed", sender=here.governor)
    with expect_revert("PermitSignerMismatch"):
        here.token.permit(*permit, sender=spender)
    here.token.setName("Token", sender=here.governor)
    here.token.permit(*permit, sender=spender)
