"""What an integrator writes: run in an environment that has the wheel and web3.py alone.

Arguments: RPC URL and where to write what was seen, as JSON.
"""

import importlib.util
import json
import sys
from importlib import metadata
from pathlib import Path

from web3 import Web3

import quantera.abi
from quantera.abi import CONTENT_HASH, VERSION, ContractError, NotDeployedError
from quantera.abi import QuanteraAccessManager as Manager

ROLE = 7
TOOLKIT = ("ape", "click", "yaml", "rich", "sqlalchemy", "pyrevm", "coincurve", "tenacity")


def main(url: str, report: str) -> None:
    w3 = Web3(Web3.HTTPProvider(url))
    administrator, stranger = list(w3.eth.accounts)[:2]
    manager = Manager.at(w3)

    receipt = w3.eth.wait_for_transaction_receipt(
        manager.functions.labelRole(ROLE, "archivist").transact({"from": administrator})
    )
    (labelled,) = manager.receipt_logs(receipt, Manager.events.RoleLabel)
    from_chain = manager.logs(
        Manager.events.RoleLabel, receipt["blockNumber"], receipt["blockNumber"]
    )

    seen: dict[str, object] = {
        "toolkit": [name for name in TOOLKIT if importlib.util.find_spec(name)],
        "version": [VERSION, metadata.version("quantera")],
        "content_hash": CONTENT_HASH,
        "typed": (Path(quantera.__file__).parent / "py.typed").is_file(),
        "address": [manager.address, Manager.address(w3.eth.chain_id)],
        "has_role": manager.functions.hasRole(0, administrator).call(),
        "event": [labelled.event.roleId, labelled.event.label, labelled == from_chain[0]],
        "log": labelled.transaction_hash == receipt["transactionHash"],
        "contracts": [
            getattr(quantera.abi, name).NAME
            for name in quantera.abi.generated.__all__
            if name[0] == "Q"
        ],
    }
    try:
        manager.functions.labelRole(ROLE, "mine").transact({"from": stranger})
    except Manager.errors.AccessManagerUnauthorizedAccount as error:
        seen["refused"] = [
            error.msgsender == stranger,
            error.roleId,
            isinstance(error, ContractError),
        ]
    try:
        Manager.address(424242)
    except NotDeployedError as error:
        seen["nowhere"] = str(error)
    Path(report).write_text(json.dumps(seen))


if __name__ == "__main__":
    main(*sys.argv[1:])
