"""Requests for assets as tests need them."""

from typing import Any
from uuid import UUID

from quantera.assets.request import AssetRequest
from quantera.evm import actor_named

ASSET = UUID(int=0xB0)


def content() -> dict[str, Any]:
    """A request as its file has it."""
    return {
        "policy": {
            "id": str(ASSET),
            "name": "Bond of Harbour AG 2031",
            "symbol": "HRB31",
            "assetType": "debt",
            "decimals": 18,
            "totalSupply": 0,
            "prices": {"EUR": "1000", "USD": "1100"},
            "terms": {"supplyCap": 10**24, "maxBalance": 10**22, "minimumTicket": 10**18},
            "packs": {"EU": {"route": "EU-02"}},
        },
        "home": "EU",
        "jurisdictions": ["EU"],
        "framework": "Regulation (EU) 2017/1129 art. 1(4)",
        "agents": [str(actor_named("agent")), str(actor_named("second agent"))],
        "shares": {},
    }


def asset_request(**changes: Any) -> AssetRequest:
    """A valid request."""
    return AssetRequest.model_validate({**content(), **changes})
