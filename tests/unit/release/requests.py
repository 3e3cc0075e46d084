"""Release requests as tests need them; accounts are actors, so that their keys are known."""

from typing import Any

from eth_account import Account
from eth_account.messages import SignableMessage
from eth_account.signers.local import LocalAccount

from quantera.access import Specification
from quantera.evm import actor_named
from quantera.release import Request
from quantera.release.addresses import AddressBook
from quantera.release.arguments import Resolver
from quantera.release.blueprint import Blueprint
from quantera.release.lanes import NONE
from quantera.release.steps import Steps

NOBODY = "0x" + "0" * 40
WRAPPED = str(actor_named("wrapped coin"))

PARAMETERS: dict[str, Any] = {
    "treasury": str(actor_named("treasury")),
    "insurance": str(actor_named("insurance")),
    "currency": "USD",
    "token_identity": NOBODY,
    "token_name": "Released",
    "token_symbol": "RLS",
    "token_decimals": 18,
    "token_terms": {
        "assetClass": "bond",
        "jurisdiction": "EU",
        "regulatoryFramework": "prospectus exemption",
        "minimumInvestment": 0,
        "fractionalAllowed": True,
    },
    "wrapped_native": WRAPPED,
    "agents": [str(actor_named("agent")), str(actor_named("second agent"))],
    "pricers": [str(actor_named("pricer"))],
}


def account(name: str) -> LocalAccount:
    """The key of an actor."""
    found: LocalAccount = Account.from_key(actor_named(name).key)
    return found


def sign(message: SignableMessage) -> bytes:
    """Signs an opening as the founder."""
    return bytes(account("founder").sign_message(message).signature)


def content(**changes: Any) -> dict[str, Any]:
    """A request as its file has it."""
    return {
        "name": "quantera-1",
        "profile": "production",
        "founder": str(actor_named("founder")),
        "deployer": str(actor_named("deployer")),
        "roles": {
            "ADMIN": [str(actor_named("administrator"))],
            "GUARDIAN": [str(actor_named("guardian")), str(actor_named("second guardian"))],
            "UPGRADER": [{"account": str(actor_named("administrator")), "delay": 259_200}],
            "UNPAUSER": [str(actor_named("unpauser"))],
            "OPERATOR": [{"account": str(actor_named("operator")), "delay": 60}],
        },
        "parameters": PARAMETERS,
        "chains": {"ethereum": {}},
        **changes,
    }


def request(**changes: Any) -> Request:
    """A valid request."""
    return Request.model_validate(content(**changes))


def steps(wanted: Request | None = None, blueprint: Blueprint | None = None) -> Steps:
    """The transactions of a request's chain."""
    wanted = wanted or request()
    book = AddressBook(wanted.name, wanted.founder)
    resolver = Resolver(book, {**NONE, **wanted.parameters})
    return Steps(wanted, blueprint or Blueprint.load(), Specification.load(), resolver)
