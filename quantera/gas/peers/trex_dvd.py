"""T-REX 4.1.6's delivery versus payment: `DVDTransferManager`, as it ships, with plain ERC-20s.

A delivery takes two transactions, `initiateDVDTransfer` by the maker and `takeDVDTransfer` by the
taker; each is a subject of its own, and what is compared is their sum.
"""

from dataclasses import dataclass

from quantera.evm import Actor, Chain, Contract, NodeChain, Receipt
from quantera.gas.operation import Subject
from quantera.gas.peers.trex import artifact

FOLDER = "DVD"
NAME = "DVDTransferManager"
QUANTITY = 5 * 10**18
AMOUNT = 1_000 * 10**18
PLENTY = 10**24


@dataclass(frozen=True)
class Dealing:
    """The manager after a first delivery, and two parties who hold and approved both tokens."""

    manager: Contract
    maker: Actor
    taker: Actor
    security: Contract
    cash: Contract

    def initiate(self) -> Receipt:
        """The maker's transaction."""
        receipt: Receipt = self.manager.initiateDVDTransfer(
            self.security, QUANTITY, self.taker, self.cash, AMOUNT, sender=self.maker
        )
        return receipt

    def take(self) -> Receipt:
        """The maker's transaction and then the taker's, which is returned."""
        identifier = self.initiate().events.one("DVDTransferInitiated").transferID
        receipt: Receipt = self.manager.takeDVDTransfer(identifier, sender=self.taker)
        return receipt


def dealing(chain: Chain) -> Dealing:
    """Deploy, fund and settle once, so that nothing measured is anybody's first."""
    maker, taker = chain.actors("maker", "taker")
    manager = chain.deploy(artifact(FOLDER, NAME), sender=maker)
    tokens = [chain.deploy("PlainToken", name, 18) for name in ("Bond", "Cash")]
    for token in tokens:
        for party in (maker, taker):
            token.mint(party, PLENTY, sender=party)
            token.approve(manager, 2**256 - 1, sender=party)
    found = Dealing(manager, maker, taker, *tokens)
    found.take()
    return found


def _set_up(node: NodeChain) -> Dealing:
    return dealing(node)


INITIATE = Subject(_set_up, Dealing.initiate)
TAKE = Subject(_set_up, Dealing.take)
