"""A keeper's process, that may be killed at any moment.

Arguments: address of the node, brokerage, private key, journal, how many rounds.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eth_account import Account
from web3 import HTTPProvider, Web3

from quantera.risk.journal import Journal, JournalError
from quantera.risk.keeper import Keeper
from quantera.risk.station import NodeStation

FAILED = 3


def station_at(url: str, brokerage: str, key: bytes) -> NodeStation:
    """The chain as a keeper with that key sees it."""
    account: Any = Account.from_key(key)

    def sign(fields: dict[str, Any]) -> bytes:
        unsigned = {name: value for name, value in fields.items() if name != "from"}
        return bytes(account.sign_transaction(unsigned).raw_transaction)

    web3 = Web3(HTTPProvider(url))
    return NodeStation(web3, account.address, sign, brokerage)


def keeper_of(station: NodeStation, brokerage: str, journal: Journal) -> Keeper:
    """Looks after every account that was opened."""
    return Keeper(station, brokerage, station.accounts, journal)


def main(arguments: Sequence[str]) -> int:
    """Rounds, and what each has done."""
    url, brokerage, key, file, rounds = arguments
    station = station_at(url, brokerage, bytes.fromhex(key))
    try:
        with Journal(Path(file), brokerage) as journal:
            working = keeper_of(station, brokerage, journal)
            for _ in range(int(rounds)):
                for done in working.round():
                    sys.stdout.write(f"{done.deed.what} {done.transaction} {done.refusal}\n")
    except JournalError as error:
        sys.stdout.write(f"{error}\n")
        return FAILED
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
