"""The keeper's chain in memory: everything is mined as it is sent."""

from dataclasses import dataclass, field

from quantera.evm import Actor, Chain, Reverted
from quantera.risk.journal import Prepared
from quantera.risk.sending import Refused
from quantera.risk.station import BALANCE


@dataclass
class MemoryStation:
    """Attributes:
    sent: transactions so far, and what came of them.
    target: of the transaction that was prepared last.
    """

    chain: Chain
    keeper: Actor
    sent: list[bool] = field(default_factory=list)
    target: str = ""

    def call(self, to: str, data: bytes) -> bytes:
        try:
            return self.chain.call(to, data, self.keeper)
        except Reverted as error:
            raise Refused(str(error)) from error

    def prepare(self, to: str, data: bytes, nonce: int | None = None) -> Prepared:
        assert nonce is None, "nothing waits here"
        self.target = to
        return Prepared(hex(len(self.sent) + 1), data, len(self.sent))

    def broadcast(self, prepared: Prepared) -> None:
        try:
            self.chain.transact(self.target, prepared.raw, self.keeper)
        except Reverted as error:
            raise Refused(str(error)) from error
        self.sent.append(True)

    def outcome(self, transaction: str) -> bool | None:
        return self.sent[int(transaction, 16) - 1]

    def knows(self, transaction: str) -> bool:
        return int(transaction, 16) <= len(self.sent)

    def used_nonces(self) -> int:
        return len(self.sent)

    def budget(self, token: str) -> int:
        return int(BALANCE.results(self.call(token, BALANCE.call(self.keeper)))[0])
