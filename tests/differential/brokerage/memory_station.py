"""The keeper's chain in memory: everything is mined as it is sent."""

from dataclasses import dataclass, field

from quantera.evm import Actor, Chain, Reverted
from quantera.risk.keeper import Refused
from quantera.risk.station import BALANCE


@dataclass
class MemoryStation:
    """Attributes:
    sent: transactions so far, and what came of them.
    """

    chain: Chain
    keeper: Actor
    sent: list[bool] = field(default_factory=list)

    def call(self, to: str, data: bytes) -> bytes:
        try:
            return self.chain.call(to, data, self.keeper)
        except Reverted as error:
            raise Refused(str(error)) from error

    def send(self, to: str, data: bytes) -> str:
        try:
            self.chain.transact(to, data, self.keeper)
        except Reverted as error:
            raise Refused(str(error)) from error
        self.sent.append(True)
        return hex(len(self.sent))

    def settled(self, transaction: str) -> bool | None:
        return self.sent[int(transaction, 16) - 1]

    def budget(self, token: str) -> int:
        return int(BALANCE.results(self.call(token, BALANCE.call(self.keeper)))[0])
