"""What the commands show: the choice first, closed lanes with their reason, amounts as written."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from eth_utils.crypto import keccak

from quantera.bridge.command import (
    Wanted,
    measured_line,
    quote,
    quote_lines,
    remedy_line,
    smallest_units,
    tracked_line,
)
from quantera.bridge.messages import Kind, Message
from quantera.bridge.recovery import Action, Remedy, Who
from quantera.bridge.scoring import Facts, Protocol, Urgency
from quantera.bridge.settings import SettingsError, load
from quantera.bridge.tracking import Measured, State, Tracked
from quantera.evm import ZERO_ADDRESS, Reverted
from tests.unit.bridge_offchain.answering import (
    ABI,
    answering,
    asked_for_fee,
    candidates,
    decoded,
    fee_of,
    install,
    refusing,
)
from tests.unit.bridge_offchain.test_settings import BRIDGE, written

FACTS = Facts(cost=10**15, expected_seconds=700, tier=2, reliability_bps=9_950)
ASSET = {"address": BRIDGE, "decimals": 18}
CLOSED = {Protocol.AXELAR: 205}


def wanted(asset: str = "BOND", destination: str = "polygon") -> Wanted:
    return Wanted(asset, 10**18, "ethereum", destination, Urgency.FAST)


def test_a_quote_shows_the_choice_the_closed_lanes_and_the_floor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, answering(candidates(FACTS, CLOSED), fee_of(ZERO_ADDRESS, 0)))
    settings = load(written(tmp_path, assets={"BOND": {"ethereum": ASSET, "polygon": ASSET}}))
    quoted = quote(settings, ABI, wanted())
    lines = list(quote_lines(quoted))
    assert lines[0].startswith("* Chainlink CCIP to polygon: 3.0000 USD, 700 s, tier 2; points")
    assert sum(line.startswith("* ") for line in lines) == 1
    assert "  Axelar to polygon: not possible, the lane's limit is used up for now" in lines
    assert lines[-2] == (
        "Ethereum is final after about 900 s; transfers shall take 900 s on average, "
        "which the source alone uses up"
    )
    assert "ms" in lines[-1]


def test_where_nothing_is_possible_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = candidates(FACTS, dict.fromkeys(Protocol, 220))
    install(monkeypatch, answering(closed, fee_of(ZERO_ADDRESS, 0)))
    settings = load(written(tmp_path, assets={"BOND": {"ethereum": ASSET, "polygon": ASSET}}))
    lines = list(quote_lines(quote(settings, ABI, wanted())))
    assert "no route from ethereum to polygon" in lines
    assert sum("not possible" in line for line in lines) == 4


def test_the_platform_s_fee_stands_beside_the_protocols(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For the urgency as service level, the sender, one protocol and the newest base fee."""
    fee = fee_of(BRIDGE, 1_234, 567, 1_772_541_000)
    fake = install(monkeypatch, answering(candidates(FACTS, CLOSED), fee, base_fee=77))
    settings = load(written(tmp_path, assets={"BOND": {"ethereum": ASSET, "polygon": ASSET}}))
    lines = list(quote_lines(quote(settings, ABI, replace(wanted(), sender=BRIDGE))))
    assert (
        f"the platform's fee is 1234 units of {BRIDGE}, 567 of them back if it is not there by "
        "12:30:00 UTC"
    ) in lines
    [call] = [
        params for _, method, params in fake.asked if method == "eth_call" if asked_for_fee(params)
    ]
    _, arguments = decoded(call)
    assert list(arguments[0])[1:4] == [137, BRIDGE, 10**18]
    assert arguments[1:] == [BRIDGE, 1, Urgency.FAST, 77]


def test_a_worth_that_is_not_known_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bridge charges nothing then; any other refusal is told."""
    settings = load(written(tmp_path, assets={"BOND": {"ethereum": ASSET, "polygon": ASSET}}))
    answers = answering(candidates(FACTS, CLOSED), b"")
    for error, told in (("WorthUnknown(address)", False), ("LevelUnknown(uint256)", True)):
        refuse = refusing("0x" + (keccak(text=error)[:4] + bytes(32)).hex())

        def call(url: str, *params: Any, refuse: Any = refuse) -> Any:
            return (refuse if asked_for_fee(params) else answers["eth_call"])(url, *params)

        install(monkeypatch, {**answers, "eth_call": call})
        if told:
            with pytest.raises(Reverted):
                quote(settings, ABI, wanted())
        else:
            assert quote(settings, ABI, wanted()).fee is None


@pytest.mark.parametrize(
    ("asked", "said"),
    [(wanted("GOLD"), "no asset GOLD"), (wanted(destination="arbitrum"), "not on arbitrum")],
)
def test_an_asset_that_is_not_there_is_one_sentence(
    tmp_path: Path, asked: Wanted, said: str
) -> None:
    with pytest.raises(SettingsError, match=said):
        quote(load(written(tmp_path)), ABI, asked)


@pytest.mark.parametrize(
    ("amount", "units"), [("1", 10**6), ("0.5", 500_000), (".000001", 1), ("12.340000", 12_340_000)]
)
def test_amounts_are_taken_as_written(amount: str, units: int) -> None:
    assert smallest_units(amount, {"polygon": 6}, "polygon") == units


@pytest.mark.parametrize("amount", ["", "-1", "1e3", "0.0000001", "0", "1,5"])
def test_what_is_no_amount_is_refused(amount: str) -> None:
    with pytest.raises(SettingsError):
        smallest_units(amount, {"polygon": 6}, "polygon")


def test_a_message_and_its_remedies_are_told_in_words() -> None:
    message = Message(Kind.TRANSFER, 1, 137, 0, BRIDGE, BRIDGE, BRIDGE, 7)
    parked = Tracked(
        *(message.id, message, State.PARKED, frozenset({Protocol.AXELAR}), frozenset()),
        *(201, 0, 1_000, "0xt", 0),
    )
    assert tracked_line(parked) == (
        f"0x{message.id.hex()} ethereum to polygon over Axelar: parked: "
        "the lane is paused or closed"
    )
    remedy = Remedy(Action.RESEND, Who.ANYBODY, "it is late", Protocol.WORMHOLE, 86_400)
    assert remedy_line(remedy) == (
        "resend over Wormhole (anybody, from 1970-01-02 00:00:00 UTC): it is late"
    )


def test_measured_times_are_told_beside_target_and_floor() -> None:
    assert measured_line(Measured("polygon", 3, 901, 1_200, 5)) == (
        "from polygon: 3 transfers, 901 s on average, 1200 s at most; target 900 s (over target), "
        "source final after 5 s"
    )
