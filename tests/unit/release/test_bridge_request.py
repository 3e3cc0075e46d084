"""What people may decide about lanes, and where each protocol is by the chain data."""

from typing import Any

import pytest
from pydantic import ValidationError

from quantera import chains
from quantera.bridge.endpoints import SHORT_NAMES, endpoint
from quantera.evm import actor_named
from quantera.release.bridge_request import PROTOCOLS, BridgeRequest, Endpoint, Lane
from quantera.release.ends import End
from quantera.release.errors import BlueprintError
from quantera.release.layerzero import Verifiers
from tests.unit.release.requests import request

ONE, OTHER = (str(actor_named(name)) for name in ("verifier", "other verifier"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"protocols": []}, "a lane of one protocol"),
        ({"protocols": ["wormhole"]}, "a lane of one protocol"),
        ({"protocols": ["wormhole", "wormhole"]}, "named twice"),
        ({"protocols": ["wormhole", "hyperlane"]}, "'ccip', 'layerzero', 'wormhole' or 'axelar'"),
        (
            {"protocols": ["ccip", "axelar"], "lane": {"required": 3}},
            "lanes require 3 protocols and have 2",
        ),
        ({"protocols": ["ccip", "axelar"], "lane": {"required": 1}}, "greater than or equal to 2"),
        (
            {"protocols": ["ccip", "axelar"], "lane": {"control_required": 1}},
            "greater than or equal to 2",
        ),
        ({"protocols": ["ccip", "axelar"], "lane": {"delay": 2_592_001}}, "2592000"),
        ({"protocols": ["ccip", "axelar"], "tiers": {"ccip": 3}}, "tiers lack axelar"),
        ({"protocols": ["ccip", "axelar"], "tier_floors": [0, 5, 4, 6]}, "tier_floors fall"),
    ],
)
def test_rel_18_lanes_that_are_refused(given: dict[str, Any], said: str) -> None:
    """REL-18: no lane rests on one protocol."""
    with pytest.raises(ValidationError, match=said):
        BridgeRequest.model_validate(given)


def test_rel_18_one_verifier_is_refused() -> None:
    """REL-18: before anything is asked."""
    with pytest.raises(ValidationError, match="the theft of one key"):
        Endpoint(verifiers=(ONE,))
    with pytest.raises(ValidationError, match="named twice"):
        Endpoint(verifiers=(ONE, ONE))


def test_where_a_bridge_is_asked_for() -> None:
    """Protocols of a chain without lanes, and a chain that is released and stands."""
    chain = {"ethereum": {"bridge": {"wormhole": {"number": 2}}}}
    with pytest.raises(ValidationError, match="ethereum has protocols, and no bridge"):
        request(chains=chain)
    bridge = {"protocols": ["ccip", "axelar"], "standing": {"ethereum": {}}}
    with pytest.raises(ValidationError, match="both released and standing"):
        request(bridge=bridge)
    assert request(bridge={"protocols": ["ccip", "axelar"]}).bridge is not None
    assert Lane().delay == 86_400


def test_protocols_have_the_bridges_numbers() -> None:
    assert [SHORT_NAMES[name] for name in PROTOCOLS] == [0, 1, 2, 3]


@pytest.mark.parametrize("chain", [*chains.production(), *chains.testnets()], ids=lambda c: c.name)
def test_ends_are_where_the_chain_data_say(chain: chains.Chain) -> None:
    end = End(chain.name, chain.chain_id, chain, {})
    for name in PROTOCOLS:
        known = endpoint(chain, SHORT_NAMES[name])
        assert end.contract(name) == known.contract
        assert (end.number(name), end.axelar_name(name)) == (known.number, known.name)
    assert end.gas_service() == chain.axelar.gas_service
    assert end.libraries() == (chain.layerzero.send_uln_302, chain.layerzero.receive_uln_302)
    assert end.seconds() == chain.timing.finality.expected_seconds
    assert end.confirmation_faults() == []


def test_a_request_comes_before_the_chain_data() -> None:
    given = {
        "ccip": Endpoint(contract=ONE, number=7),
        "layerzero": Endpoint(send_library=ONE, verifiers=(ONE, OTHER), confirmations=80),
        "axelar": Endpoint(gas_service=OTHER, name="Other"),
    }
    end = End("ethereum", 1, chains.get("ethereum"), given)  # type: ignore[arg-type]
    assert (end.contract("ccip"), end.number("ccip")) == (ONE, 7)
    assert end.libraries() == (ONE, chains.get("ethereum").layerzero.receive_uln_302)
    assert end.verifiers() == tuple(sorted((ONE, OTHER), key=lambda one: int(one, 16)))
    assert (end.gas_service(), end.axelar_name("axelar")) == (OTHER, "Other")
    assert end.confirmations() == 80


def test_rel_18_verifiers_wait_until_the_source_is_final() -> None:
    """REL-18: 900 seconds at 12 a block; a development chain is final as it says."""
    facts = chains.get("ethereum")
    early = {"layerzero": Endpoint(confirmations=74)}
    public = End("ethereum", 1, facts, early)  # type: ignore[arg-type]
    assert public.confirmation_faults() == [
        "ethereum: LayerZero would take messages after 74 blocks, and a block is final after 75"
    ]
    local = End("ethereum", 1, facts, early, local=True)  # type: ignore[arg-type]
    assert local.confirmation_faults() == []
    assert End("ethereum", 1, facts, {}).confirmations() == 75


def test_a_chain_that_nobody_knows_must_be_described() -> None:
    end = End("elsewhere", 7, None, {})
    for asked, what in (
        (lambda: end.contract("ccip"), "contract of ccip"),
        (lambda: end.number("wormhole"), "number of wormhole"),
        (lambda: end.axelar_name("axelar"), "name of axelar"),
        (end.gas_service, "gas_service of axelar"),
        (end.libraries, "send_library of layerzero"),
        (end.seconds, "expected_seconds"),
    ):
        with pytest.raises(BlueprintError, match=f"elsewhere is no known chain: say {what}"):
            asked()
    assert End("elsewhere", 7, None, {}, waits=30).seconds() == 30
    assert end.confirmations() == 1


def test_verifiers_as_layerzero_has_them() -> None:
    """None of a kind is set as 255 and told as 0."""
    chosen = Verifiers(15, (ONE, OTHER))
    assert Verifiers.told(chosen.as_told()) == chosen
    assert chosen.needed == 2
    assert (chosen.as_set()[95], chosen.as_set()[127]) == (2, 255)
    assert (chosen.as_told()[95], chosen.as_told()[127]) == (2, 0)
    optional = Verifiers(15, (), (ONE, OTHER), 1)
    assert (optional.needed, optional.as_set()[95]) == (1, 255)
    assert Verifiers.told(optional.as_told()) == optional
