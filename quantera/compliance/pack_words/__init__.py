"""An asset's policy as the packs on-chain take it: one module for each jurisdiction."""

from collections.abc import Callable, Mapping

from quantera.compliance.assets import AssetPolicy, compile_packs
from quantera.compliance.catalogue import Jurisdiction, load_packs
from quantera.compliance.pack_words import eu, jp, sg, uk, us
from quantera.compliance.pack_words.layout import Offer, PackSetup
from quantera.compliance.rules.deal import Params

__all__ = ["Offer", "PackSetup", "encode"]

_Rules = Mapping[str, Params]
_ENCODERS: dict[
    Jurisdiction, tuple[Callable[[_Rules], int], Callable[[_Rules, Offer], PackSetup]]
] = {
    "US": (us.route, us.encode),
    "EU": (eu.route, eu.encode),
    "UK": (uk.route, uk.encode),
    "SG": (sg.route, sg.encode),
    "JP": (jp.route, jp.encode),
}


def encode(policy: AssetPolicy, jurisdiction: Jurisdiction, offer_number: int = 0) -> PackSetup:
    """One pack of an asset, with the defaults of rules.yaml where the policy says nothing.

    Args:
        policy: the asset.
        jurisdiction: a pack that the policy has.
        offer_number: the offer that runs now.

    Raises:
        KeyError: the policy does not have the pack.
        ValueError: a parameter does not fit its place.
    """
    rules = compile_packs(policy)[jurisdiction]
    route, encoder = _ENCODERS[jurisdiction]
    price = policy.prices.get(load_packs().currency[jurisdiction])
    debt = policy.asset_type == "debt"
    return encoder(rules, Offer(policy.decimals, price, route(rules), offer_number, debt=debt))
