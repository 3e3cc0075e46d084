"""Two EVMs behind one small interface.

`MemoryChain` runs in the process (pyrevm): outcomes at speed. `NodeChain` runs a real anvil:
realism, traces and gas. Both are a `Chain` and behave alike; tests prove it.

    from quantera.evm import MemoryChain, NodeChain, expect_revert

    chain = MemoryChain(chain_id=137)                 # or: with NodeChain(chain_id=137) as chain:
    issuer, holder = chain.actors("issuer", "holder") # funded; usable as addresses; .key signs
    token = chain.deploy("Token", "Name", "SYM", sender=issuer)
    token = chain.at(proxy_address, "Token")          # a proxy through its logic's ABI

    token.balanceOf(holder)                           # views return decoded values
    receipt = token.transfer(holder, 5, sender=issuer)
    receipt.status, receipt.return_value              # 1, True
    receipt.events.one("Transfer").args.value         # 5; events of all known contracts
    token.simulate.transfer(holder, 5, sender=issuer) # the result only, nothing changes
    token["mint(address,uint256)"](holder, 5, sender=issuer)   # an overload by its signature
    token.transfer.encode(holder, 5)                  # calldata

    with expect_revert("TransferRefused", code=7):    # custom errors of any compiled contract
        token.transfer(stranger, 5, sender=holder)
    try: ...
    except Reverted as error:
        error.name, error.args, error.values, error.data

    with chain.rollback(): ...                        # or snapshot() and revert(id)
    chain.advance(seconds=3600); chain.mine(5); chain.set_base_fee(30 * 10**9)
    chain.balance(holder), chain.storage(token, 0), chain.code(token), chain.nonce(holder)
    chain.transact(token, calldata, sender=any_address); chain.call(token, calldata)

Structs come back as named tuples (compare equal to plain tuples) and are given as tuples or
mappings; arrays come back as lists, addresses as checksummed text, `bytes` as `bytes`. Parameter
names lose leading underscores, and Python's keywords gain one behind: `args.from_`.

The clock stands still until it is moved; each transaction is a block. In memory `gas_used` raises:
gas comes from a node's receipts.
"""

from quantera.evm.actors import ZERO_ADDRESS, Actor, AddressLike, actor_named, to_address
from quantera.evm.chain import ETHER, TRANSACTION_GAS_LIMIT, Chain
from quantera.evm.codec import CodingError
from quantera.evm.contract import Contract
from quantera.evm.errors import (
    ChainError,
    InexactGasError,
    Reverted,
    TransactionInvalidError,
    expect_revert,
)
from quantera.evm.memory import MemoryChain
from quantera.evm.node import NodeChain
from quantera.evm.receipts import Event, Events, Log, Receipt

__all__ = [
    "ETHER",
    "TRANSACTION_GAS_LIMIT",
    "ZERO_ADDRESS",
    "Actor",
    "AddressLike",
    "Chain",
    "ChainError",
    "CodingError",
    "Contract",
    "Event",
    "Events",
    "InexactGasError",
    "Log",
    "MemoryChain",
    "NodeChain",
    "Receipt",
    "Reverted",
    "TransactionInvalidError",
    "actor_named",
    "expect_revert",
    "to_address",
]
