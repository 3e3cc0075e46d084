"""What a crossing must decide and take apart beside what follows from its trace.

Each entry is the cheapest sequence of instructions known for it. A condition is a comparison whose
failing is gathered with that of others (`OR`), for a failing call may find out slowly which of them
it was; one branch for all of a call is an entry of its own. Where one mask answers several
questions about a word they are one entry. A word that is needed again is copied (`DUP`), one that
is used up is not. The last instruction of what is written to a slot, to memory or to a log is that
value's operand, which `quantera.gas.floor.least` counts: it is left out here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quantera.bridge.scoring import Protocol
from quantera.gas.floor.least import Line
from quantera.gas.floor.opcodes import price

CONDITIONS, FIELDS = "conditions", "packed fields"
EVERY = frozenset(Protocol)
ASKED = EVERY - {Protocol.LAYERZERO}
"""Protocols whose fee is asked for first."""
PAID = EVERY - {Protocol.WORMHOLE}
"""Protocols that are paid for the gas of delivery."""
BRANCH = "PUSH JUMPI"


@dataclass(frozen=True)
class Required:
    """Something that must be computed.

    Attributes:
        owner: in which contract.
        kind: `CONDITIONS` or `FIELDS`.
        what: in words.
        opcodes: instructions, with spaces between them.
        where: source file below `contracts` that does it, without its ending.
        why: what would be wrong without it.
        times: how often.
        over: protocols that need it.
    """

    owner: str
    kind: str
    what: str
    opcodes: str
    where: str
    why: str
    times: int = 1
    over: frozenset[Protocol] = EVERY

    @property
    def gas(self) -> int:
        """All of it."""
        return self.times * price(self.opcodes)


def _bucket(name: str) -> tuple[Required, ...]:
    word = "BucketWord"
    return (
        Required(
            *("bridge", FIELDS, f"{name}: capacity, level, time, minutes"),
            "DUP PUSH AND DUP PUSH SHR PUSH AND DUP PUSH SHR PUSH AND DUP PUSH SHR",
            *(word, "a limit is one slot"),
        ),
        Required(
            *("bridge", CONDITIONS, f"{name}: what has flowed in since, at most its capacity"),
            "TIMESTAMP SUB DUP MUL DIV ADD DUP DUP LT PUSH JUMPI",
            *(word, "a limit gives back with time"),
        ),
        Required(
            *("bridge", CONDITIONS, f"{name}: holds the amount"),
            "DUP DUP GT OR SUB",
            *(word, "no more leaves or arrives than the limit lets"),
        ),
        Required(
            *("bridge", FIELDS, f"{name}: level and time anew"),
            "PUSH AND PUSH SHL OR TIMESTAMP PUSH SHL",
            *(word, "a limit is one slot"),
        ),
    )


SENDING: tuple[Required, ...] = (
    Required(
        *("bridge", CONDITIONS, "one branch for all conditions of the call", BRANCH),
        *("Sending", "a condition that fails must revert"),
    ),
    Required(
        *("bridge", CONDITIONS, "not entered already", "OR"),
        *("BridgeCore", "a protocol's contract could send once more in between"),
    ),
    Required(
        *("bridge", CONDITIONS, "lane open; lane, group and protocol not paused"),
        "DUP PUSH AND OR",
        *("BridgeCore", "pauses stop sending at once"),
    ),
    Required(
        *("bridge", CONDITIONS, "which of the protocols", "DUP PUSH EQ PUSH JUMPI"),
        *("Sending", "each takes a message in its own way"),
    ),
    Required(
        *("bridge", FIELDS, "peer: bridge and number", "DUP PUSH AND PUSH SHR PUSH AND"),
        *("BridgeStorage", "a peer is one slot"),
    ),
    Required(
        *("bridge", CONDITIONS, "protocol has a contract here and a peer there"),
        "PUSH AND DUP ISZERO OR DUP ISZERO OR",
        *("Sending", "without either nobody would deliver"),
    ),
    Required(
        *("bridge", CONDITIONS, "asset listed, not paused, regulated, keeps lots, not charged"),
        "DUP PUSH AND PUSH XOR PUSH JUMPI",
        *("Preparing", "what is taken, and how, depends on the asset"),
    ),
    Required(
        *("bridge", CONDITIONS, "decimals as there, so nothing to divide and no dust"),
        "DUP PUSH BYTE DUP PUSH BYTE SUB PUSH JUMPI",
        *("Preparing", "dust would be lost"),
    ),
    Required(
        *("bridge", CONDITIONS, "amount not zero", "DUP ISZERO OR"),
        *("Preparing", "a message of nothing moves nothing"),
    ),
    Required(
        *("bridge", CONDITIONS, "below the amount from which two protocols are needed"),
        "PUSH SHR PUSH AND DUP GT OR",
        *("Preparing", "large amounts rest on more than one protocol"),
    ),
    *_bucket("lane's bucket"),
    Required(
        *("bridge", CONDITIONS, "counterpart known; recipient not zero, not it, not the bridge"),
        "DUP ISZERO OR DUP ISZERO OR DUP EQ OR DUP EQ OR",
        *("Preparing", "what arrives there could never be moved"),
    ),
    Required(
        *("bridge", CONDITIONS, "burning tells lots", "PUSH MLOAD ISZERO OR"),
        *("Preparing", "lots would get lost"),
    ),
    Required(
        *("bridge", FIELDS, "gas of the credit: base, for each lot, at most what protocols take"),
        "DUP PUSH SHR PUSH AND DUP PUSH BYTE MUL PUSH MUL ADD PUSH ADD DUP PUSH LT OR",
        *("BridgeCore", "delivery is given what it needs"),
        over=PAID,
    ),
    Required(
        *("bridge", FIELDS, "number of the message", "TIMESTAMP PUSH SHL"),
        *("BridgeCore", "two messages of one content must differ"),
    ),
    Required(
        *("bridge", FIELDS, "parts of the message that begin no word of it", "PUSH MSTORE"),
        *("BridgeMessages", "eleven parts that are not zero in six words"),
        times=5,
    ),
    Required(
        *("bridge", CONDITIONS, "no message like it before", "OR"),
        *("BridgeCore", "its record would be another's"),
    ),
    Required(
        *("bridge", CONDITIONS, "exactly the fee was paid", "DUP CALLVALUE SUB PUSH JUMPI"),
        *("Sending", "less must revert, more is the payer's"),
        over=ASKED,
    ),
    Required(
        *("bridge", CONDITIONS, "nothing of the fee came back"),
        "SELFBALANCE SELFBALANCE CALLVALUE SUB XOR PUSH JUMPI",
        *("LayerZeroLane", "what comes back is the payer's"),
        over=frozenset({Protocol.LAYERZERO}),
    ),
    Required(
        *("bridge", FIELDS, "number of the chain before the message", "PUSH SHL"),
        *("WormholeLane", "the protocol knows no destinations"),
        over=frozenset({Protocol.WORMHOLE}),
    ),
    Required(
        *("bridge", FIELDS, "peer's address as text: 16 bytes to 32, and 4 to 8"),
        "DUP PUSH SHL OR PUSH AND",
        *("AxelarLane", "to the protocol an address is text"),
        times=8,
        over=frozenset({Protocol.AXELAR}),
    ),
    Required(
        *("bridge", FIELDS, "the same: digits to characters"),
        "DUP PUSH ADD PUSH SHR PUSH AND PUSH MUL ADD PUSH ADD",
        *("AxelarLane", "to the protocol an address is text"),
        times=2,
        over=frozenset({Protocol.AXELAR}),
    ),
    Required(
        *("bridge", FIELDS, "name of the chain and its length", "DUP PUSH AND PUSH AND PUSH SHR"),
        *("AxelarLane", "to the protocol a chain is a name"),
        over=frozenset({Protocol.AXELAR}),
    ),
    Required(
        *("token", CONDITIONS, "one branch for all conditions of the call", BRANCH),
        *("TokenCrosschain", "a condition that fails must revert"),
    ),
    Required(
        *("token", CONDITIONS, "caller is a bridge", "PUSH AND ISZERO OR"),
        *("TokenCrosschain", "anybody could burn anybody's units"),
    ),
    Required(
        *("token", CONDITIONS, "not paused, no whole units, modules or record dates"),
        "DUP PUSH AND OR",
        *("TokenCrosschain", "each of them asks or keeps more"),
    ),
    Required(
        *("token", FIELDS, "engine", "PUSH AND"),
        *("ConfigWord", "what a token must know of itself is one slot"),
    ),
    Required(
        *("token", CONDITIONS, "amount below 2^120", "DUP PUSH SHR OR"),
        *("TokenCrosschain", "it would reach beyond its field"),
    ),
    Required(
        *("token", FIELDS, "balance; frozen amount with the wallet's freeze above it"),
        "DUP PUSH AND DUP PUSH SHR PUSH AND",
        *("HolderWord", "a holder is one slot"),
    ),
    Required(
        *("token", CONDITIONS, "balance covers frozen amount and amount", "DUP ADD DUP LT OR"),
        *("TokenCrosschain", "frozen units stay"),
    ),
    Required(
        *("token", CONDITIONS, "engine allows it", "PUSH0 MLOAD OR"),
        *("TokenCrosschain", "rules hold for crossings too"),
    ),
    Required(
        *("engine", CONDITIONS, "one branch for all conditions of the call", BRANCH),
        *("ComplianceEngine", "a condition that fails must be answered by its code"),
    ),
    Required(
        *("engine", CONDITIONS, "registered, no count, positions, lots; which rules run"),
        "DUP PUSH AND PUSH XOR PUSH JUMPI",
        *("TokenRules", "of the four the volume asks when units leave"),
    ),
    Required(
        *("engine", CONDITIONS, "amount below 2^128", "DUP PUSH SHR OR"),
        *("EngineDecision", "a token could ask for more than fields hold"),
    ),
    Required(
        *("engine", CONDITIONS, "sender not sanctioned, relinked or a custodian"),
        "DUP PUSH AND OR",
        *("EngineDecision", "who is sanctioned sends nothing"),
    ),
    Required(
        *("engine", CONDITIONS, "sender has an identity", "PUSH AND DUP ISZERO OR"),
        *("LotCrossing", "lots are an identity's"),
    ),
    Required(
        *("engine", FIELDS, "keys of positions and of lots: token and epoch"),
        "DUP PUSH AND PUSH SHL",
        *("ComplianceStorage", "a new count starts from nothing"),
        times=2,
    ),
    Required(
        *("engine", FIELDS, "window: volume and end", "DUP PUSH SHR PUSH AND DUP PUSH SHR"),
        *("Position", "a position is one slot"),
    ),
    Required(
        *("engine", CONDITIONS, "window has not ended", "TIMESTAMP LT PUSH JUMPI"),
        *("GeneralRules", "a new one begins from nothing"),
    ),
    Required(
        *("engine", CONDITIONS, "volume with the amount within the limit"),
        "DUP ADD PUSH SHR PUSH AND LT OR",
        *("GeneralRules", "rule 31, one of the four"),
    ),
    Required(
        *("engine", CONDITIONS, "position has the amount", "DUP PUSH AND DUP GT OR"),
        *("Position", "a token could take more than there is"),
    ),
    Required(
        *("engine", FIELDS, "position with less units and more volume", "DUP PUSH SHL ADD"),
        *("Position", "a position is one slot"),
    ),
    Required(
        *("engine", CONDITIONS, "the lot is the last", "DUP PUSH AND PUSH JUMPI"),
        *("LotList", "nothing behind it need be read"),
    ),
    Required(
        *("engine", CONDITIONS, "the lot has more than the amount"),
        "DUP PUSH AND DUP LT PUSH JUMPI",
        *("LotList", "the oldest go first, a last one in part"),
    ),
    Required(
        *("engine", FIELDS, "lot as it moved: day, source, exemption, and as it became"),
        "PUSH SHR PUSH AND DUP PUSH MUL",
        *("Lot", "a lot keeps them where it goes"),
    ),
    Required(
        *("engine", FIELDS, "lot as it leaves", "PUSH SHL"),
        *("Lot", "a lot keeps them where it goes"),
    ),
    Required(
        *("engine", FIELDS, "decision: amount, version of the rules, path"),
        "PUSH AND PUSH SHL OR PUSH",
        *("ComplianceEngine", "each decision can be told from its log"),
    ),
)
"""A send of one lot of a token under country allow, maximum balance, supply cap and 24 h volume."""

DELIVERY: tuple[Required, ...] = (
    Required(
        *("bridge", CONDITIONS, "one branch for all conditions of the call", BRANCH),
        *("WormholeLane", "a condition that fails must revert"),
    ),
    Required(
        *("bridge", CONDITIONS, "not entered already; no value", "CALLVALUE OR OR"),
        *("WormholeLane", "a credit could bring another; value is the payer's"),
    ),
    Required(
        *("bridge", CONDITIONS, "core is known", "DUP PUSH AND DUP ISZERO OR"),
        *("WormholeLane", "without it nobody vouches"),
    ),
    Required(
        *("bridge", CONDITIONS, "guardians vouch", "PUSH MLOAD PUSH XOR OR"),
        *("WormholeLane", "anybody could credit anything"),
    ),
    Required(
        *("bridge", FIELDS, "where the body begins", "PUSH BYTE PUSH MUL PUSH ADD"),
        *("WormholeLane", "signatures stand before it"),
    ),
    Required(
        *("bridge", CONDITIONS, "body is long enough", "GT OR"),
        *("WormholeLane", "what is read must be what was signed"),
    ),
    Required(
        *("bridge", CONDITIONS, "meant for this chain", "PUSH SHR XOR OR"),
        *("WormholeLane", "the protocol knows no destinations"),
    ),
    Required(
        *("bridge", CONDITIONS, "chain and emitter are the peer's"),
        "PUSH SHR PUSH AND OR DUP PUSH AND XOR OR",
        *("Arrivals", "anybody can have messages vouched for"),
    ),
    Required(
        *("bridge", CONDITIONS, "version and kind", "DUP PUSH SHR PUSH XOR PUSH JUMPI"),
        *("BridgeMessages", "each kind has its own effect"),
    ),
    Required(
        *("bridge", CONDITIONS, "length is that of so many lots, at most 64"),
        "PUSH AND DUP PUSH LT OR PUSH SHL PUSH ADD XOR OR",
        *("BridgeMessages", "two texts must not be one message"),
    ),
    Required(
        *("bridge", FIELDS, "source", "DUP PUSH SHR PUSH AND"),
        *("BridgeMessages", "a message is packed"),
    ),
    Required(
        *("bridge", CONDITIONS, "destination is this chain"),
        "PUSH SHR PUSH AND CHAINID XOR OR",
        *("Arrivals", "a message could be brought to every chain"),
    ),
    Required(
        *("bridge", CONDITIONS, "not brought, delayed, parked or refused before", BRANCH),
        *("Arrivals", "a message has its effect once"),
    ),
    Required(
        *("bridge", CONDITIONS, "lane active; groups and protocol not paused"),
        "DUP PUSH AND OR PUSH AND OR",
        *("Crediting", "pauses stop credits at once"),
    ),
    Required(
        *("bridge", CONDITIONS, "below the amounts that wait for others or for a delay"),
        "DUP PUSH SHR PUSH AND DUP GT OR DUP PUSH SHR DUP GT OR",
        *("Arrivals", "large amounts rest on more than one protocol"),
    ),
    Required(
        *("bridge", CONDITIONS, "gas for the credit and for parking what it refuses"),
        "DUP PUSH SHR PUSH AND PUSH BYTE MUL PUSH MUL ADD GAS LT OR",
        *("Arrivals", "little gas must not park what more would credit"),
    ),
    Required(
        *("bridge", FIELDS, "gas that is kept back", "PUSH MUL PUSH ADD SUB"),
        *("Arrivals", "a credit that fails is parked with it"),
    ),
    Required(
        *("bridge", FIELDS, "record: status, votes, time", "TIMESTAMP PUSH SHL PUSH"),
        *("Arrivals", "a record is one slot"),
    ),
    Required(
        *("bridge", CONDITIONS, "one branch for all conditions of the credit", BRANCH),
        *("Crediting", "a condition that fails must revert"),
    ),
    Required(
        *("bridge", CONDITIONS, "called by itself", "CALLER XOR OR"),
        *("BridgeCore", "anybody could credit anything"),
    ),
    Required(
        *("bridge", CONDITIONS, "asset known, not paused, regulated, keeps lots"),
        "DUP ISZERO OR DUP PUSH AND PUSH XOR PUSH JUMPI",
        *("Crediting", "how it is credited depends on the asset"),
    ),
    Required(
        *("bridge", CONDITIONS, "decimals as at the source, and as here"),
        "PUSH BYTE DUP PUSH BYTE XOR OR DUP PUSH BYTE XOR PUSH JUMPI",
        *("Crediting", "the amount would be another"),
    ),
    Required(
        *("bridge", CONDITIONS, "recipient not zero, not the bridge, not the asset"),
        "DUP ISZERO OR DUP EQ OR DUP DUP EQ OR",
        *("Crediting", "what arrives could never be moved"),
    ),
    Required(
        *("bridge", FIELDS, "asset, recipient, amount, identity", "PUSH SHR"),
        *("BridgeMessages", "a message is packed"),
        times=4,
    ),
    *_bucket("lane's bucket"),
    *_bucket("protocol's bucket"),
    Required(
        *("token", CONDITIONS, "one branch for all conditions of the call", BRANCH),
        *("TokenCrosschain", "a condition that fails must revert"),
    ),
    Required(
        *("token", CONDITIONS, "caller is a bridge", "PUSH AND ISZERO OR"),
        *("TokenCrosschain", "anybody could mint"),
    ),
    Required(
        *("token", CONDITIONS, "not paused, no whole units, modules or record dates"),
        "DUP PUSH AND OR",
        *("TokenCrosschain", "each of them asks or keeps more"),
    ),
    Required(
        *("token", CONDITIONS, "recipient not frozen, not zero, not the token"),
        "DUP PUSH AND OR DUP ISZERO OR DUP EQ OR",
        *("TokenCrosschain", "who is frozen receives nothing"),
    ),
    Required(
        *("token", CONDITIONS, "supply with the amount below 2^120"),
        "DUP PUSH SHR OR DUP PUSH SHR OR",
        *("TokenLedger", "balances would reach beyond their fields"),
    ),
    Required(
        *("token", FIELDS, "engine, balance", "PUSH AND DUP PUSH AND"),
        *("HolderWord", "a holder is one slot"),
    ),
    Required(
        *("token", CONDITIONS, "lots arrive; engine allows it", "PUSH JUMPI PUSH0 MLOAD OR"),
        *("TokenCrosschain", "rules hold for crossings too"),
    ),
    Required(
        *("engine", CONDITIONS, "one branch for all conditions of the call", BRANCH),
        *("ComplianceEngine", "a condition that fails must be answered by its code"),
    ),
    Required(
        *("engine", CONDITIONS, "registered, no count, positions, lots; which rules run"),
        "DUP PUSH AND PUSH XOR PUSH JUMPI",
        *("TokenRules", "of the four all but the volume ask when units arrive"),
    ),
    Required(
        *("engine", CONDITIONS, "lot: nothing above it, known exemption and source, units"),
        "DUP PUSH SHR OR DUP PUSH SHR PUSH LT OR DUP PUSH AND PUSH LT OR DUP PUSH AND ISZERO OR",
        *("ArrivingLots", "what another chain sends is looked at"),
    ),
    Required(
        *("engine", CONDITIONS, "lots are the amount, at most 64", "XOR OR DUP PUSH LT OR"),
        *("ArrivingLots", "units would have no lots"),
    ),
    Required(
        *("engine", CONDITIONS, "recipient's evidence has not ended"),
        "DUP PUSH SHR PUSH AND TIMESTAMP LT OR",
        *("EngineDecision", "only who is verified receives"),
    ),
    Required(
        *("engine", CONDITIONS, "recipient not sanctioned, retired, relinked or a custodian"),
        "DUP PUSH AND OR",
        *("EngineDecision", "who is sanctioned receives nothing"),
    ),
    Required(
        *("engine", CONDITIONS, "recipient has the identity that had the lots"),
        "DUP PUSH AND DUP ISZERO OR DUP XOR OR",
        *("LotCrossing", "a sale is asked more"),
    ),
    Required(
        *("engine", CONDITIONS, "country is allowed"),
        "PUSH SHR PUSH AND DUP PUSH LT OR DUP PUSH SHR PUSH AND SHR PUSH AND ISZERO OR",
        *("GeneralRules", "rule 19, one of the four"),
    ),
    Required(
        *("engine", CONDITIONS, "supply with the amount within the cap", "ADD PUSH AND LT OR"),
        *("GeneralRules", "rule 23, one of the four"),
    ),
    Required(
        *("engine", CONDITIONS, "balance with the amount within the maximum"),
        "DUP PUSH AND DUP ADD PUSH AND LT OR",
        *("GeneralRules", "rule 24, one of the four"),
    ),
    Required(
        *("engine", FIELDS, "keys of positions and of lots: token and epoch"),
        "DUP PUSH AND PUSH SHL",
        *("ComplianceStorage", "a new count starts from nothing"),
        times=2,
    ),
    Required(
        *("engine", CONDITIONS, "position with the amount below 2^128"),
        "DUP DUP ADD PUSH SHR OR",
        *("Position", "it would reach into the volume"),
    ),
    Required(
        *("engine", CONDITIONS, "the lot is the last", "DUP PUSH AND PUSH JUMPI"),
        *("LotList", "nothing behind it need be read"),
    ),
    Required(
        *("engine", CONDITIONS, "of the same day and kind as what arrives, both below 2^120"),
        "DUP XOR PUSH AND PUSH JUMPI DUP PUSH AND ADD PUSH SHR OR",
        *("LotList", "lots of one day and kind are one"),
    ),
    Required(
        *("engine", FIELDS, "lot as it moved: day, source, exemption", "DUP PUSH SHR PUSH SHL"),
        *("Lot", "a lot keeps them where it goes"),
    ),
    Required(
        *("engine", FIELDS, "decision: amount, version of the rules, path"),
        "PUSH AND PUSH SHL OR PUSH",
        *("ComplianceEngine", "each decision can be told from its log"),
    ),
)
"""A delivery over Wormhole, not the first, of one lot to who has one of its day and kind."""


def lines(required: Iterable[Required], protocol: Protocol) -> Iterator[Line]:
    """What must be computed over one protocol."""
    for entry in required:
        if protocol not in entry.over:
            continue
        times = f" ({entry.times} times)" if entry.times > 1 else ""
        what = f"{entry.what}{times}: {entry.opcodes} [{entry.where}: {entry.why}]"
        yield Line(entry.owner, entry.kind, what, entry.gas)
