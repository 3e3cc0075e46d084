"""Typed handles: values of every ABI type, overloads, events, errors, simulation."""

import pytest

from quantera.evm import Chain, CodingError, Contract, MemoryChain, Reverted, expect_revert

PERSON = ("0x" + "Ab" * 20, "Zoë", 2, [(1, -1), (2**127 - 1, -(2**127))], [b"\x01" * 32, bytes(32)])


@pytest.fixture
def types(either: Chain) -> Contract:
    return either.deploy("TypesProbe")


@pytest.fixture
def ledger(either: Chain) -> Contract:
    return either.deploy("LedgerProbe", 1000, sender=either.actor("owner"), value=7)


def test_words_return_as_they_went(types: Contract, either: Chain) -> None:
    holder = either.actor("holder")
    result = types.words(255, -(2**23), holder, True, b"abcd", b"\xff" * 32, 1)
    assert result == (255, -(2**23), holder, True, b"abcd", b"\xff" * 32, 1)
    assert result[2] == holder  # checksummed text


def test_dynamic_values_return_under_their_names(types: Contract) -> None:
    result = types.texts("Zoë", b"\x00\x01")
    assert result.sameText == "Zoë"
    assert result.sameData == b"\x00\x01"
    assert types.texts("", b"") == ("", b"")


def test_arrays_come_back_as_lists(types: Contract, either: Chain) -> None:
    holder = either.actor("holder")
    given = ([1, 2], [1, -2, 3], [b"", b"x" * 33], [[holder], []])
    assert types.arrays(*given) == given


def test_structs_come_back_as_named_tuples(types: Contract) -> None:
    who = types.person(PERSON)
    assert who.name == "Zoë"
    assert who.path[1].y == -(2**127)
    assert type(who).__name__ == "Person"
    assert who == (types.person(who))
    everyone = types.people([who, who], (5, 6))
    assert everyone.same == [who, who]
    assert everyone.at.x == 5


def test_structs_may_be_given_as_mappings(types: Contract) -> None:
    mapping = dict(zip(("account", "name", "level", "path", "marks"), PERSON, strict=True))
    mapping["path"] = [{"x": 1, "y": -1}]
    assert types.person(mapping).path == [(1, -1)]
    del mapping["level"]
    with pytest.raises(CodingError, match="level"):
        types.person(mapping)


def test_reserved_and_hidden_names_are_made_usable(types: Contract, either: Chain) -> None:
    result = types.named(5, either.actor("holder"))
    assert (result.left, result.from_, result.done) == (5, either.actor("holder"), True)
    event = types.logOverloads(sender=either.actor("holder")).events.one("Reserved")
    assert dict(event.args) == {
        "from_": "0x" + "00" * 19 + "01",
        "lambda_": "0x" + "00" * 19 + "02",
        "hidden": 3,
        "value3": 4,
    }


def test_no_result_is_none(types: Contract) -> None:
    assert types.nothing() is None


def test_dirty_words_are_an_error_and_not_cut(types: Contract) -> None:
    with pytest.raises(CodingError):
        types.chain.at(types, [_returns("dirty", "address")]).dirty()
    with pytest.raises(CodingError):
        types.chain.at(types, [_returns("dirty", "uint256", "bool")]).dirty()
    with pytest.raises(CodingError):
        types.chain.at(types, [_returns("dirty", "uint256", "uint256", "uint8")]).dirty()
    assert types.chain.at(types, [_returns("dirty", "uint256")]).dirty() == 2**256 - 1


def _returns(name: str, *kinds: str) -> dict[str, object]:
    outputs = [{"name": "", "type": kind} for kind in kinds]
    return {
        "type": "function",
        "name": name,
        "inputs": [],
        "outputs": outputs,
        "stateMutability": "view",
    }


@pytest.mark.parametrize(
    "wrong",
    [
        (256, 0, "0x" + "00" * 20, True, b"abcd", bytes(32), 0),
        (0, 2**23, "0x" + "00" * 20, True, b"abcd", bytes(32), 0),
        (0, 0, "0x" + "00" * 19, True, b"abcd", bytes(32), 0),
        (0, 0, "0x" + "00" * 20, 2, b"abcd", bytes(32), 0),
        (0, 0, "0x" + "00" * 20, True, b"abcde", bytes(32), 0),
        (0, 0, "0x" + "00" * 20, True, b"abcd"),
    ],
)
def test_arguments_that_do_not_fit_are_refused_before_sending(
    types: Contract, wrong: tuple[object, ...]
) -> None:
    with pytest.raises(CodingError):
        types.words(*wrong)


def test_events_decode_words_and_shapes(types: Contract, either: Chain) -> None:
    holder = either.actor("holder")
    event = types.logWords(7, -1, holder, True, b"abcd", sender=holder).events.one("Words")
    assert dict(event.args) == {
        "small": 7,
        "wide": -1,
        "account": holder,
        "flag": True,
        "tag": b"abcd",
    }
    assert event.address == types.address
    assert event.account == event.args.account == holder

    shapes = types.logShapes(PERSON, [1, 2], (3, 4), sender=holder).events.one("Shapes")
    assert shapes.person.name == "Zoë"
    assert shapes.args.numbers == [1, 2]
    assert len(shapes.args.hashedPoint) == 32  # what a topic holds of a struct is its hash


def test_events_of_one_name_differ_by_signature(types: Contract, either: Chain) -> None:
    events = types.logOverloads(sender=either.actor("holder")).events
    assert [dict(event.args) for event in events.named("Numbered")] == [
        {"number": 1},
        {"number": 2, "other": 3},
    ]
    with pytest.raises(AssertionError, match="2 events"):
        events.one("Numbered")


def test_overloads_are_found_by_count_or_signature(ledger: Contract, either: Chain) -> None:
    owner, holder = either.actors("owner", "holder")
    ledger.mint(holder, sender=owner)
    ledger["mint(address,uint256)"](holder, 5, sender=owner)
    ledger["mint(address,bytes32)"](holder, (10).to_bytes(32), sender=owner)
    assert ledger.balanceOf(holder) == 16
    with pytest.raises(TypeError, match="mint\\(address,bytes32\\)"):
        ledger.mint(holder, 5, sender=owner)
    with pytest.raises(KeyError):
        ledger["mint(uint256)"]
    with pytest.raises(AttributeError, match="burn"):
        ledger.burn(5)


def test_a_transaction_says_what_it_did(ledger: Contract, either: Chain) -> None:
    owner, holder = either.actors("owner", "holder")
    receipt = ledger.move(holder, 5, sender=owner)
    assert receipt.status == 1
    assert receipt.return_value is True
    assert receipt.sender == owner
    assert receipt.to == ledger.address
    assert dict(receipt.events.one("Moved").args) == {"from_": owner, "to": holder, "amount": 5}
    assert len(receipt.logs[0].topics) == 3
    assert ledger.balanceOf(holder) == 5
    assert ledger.deployment is not None
    assert ledger.deployment.events.one("Moved").amount == 1000
    assert ledger.OWNER() == owner


def test_a_transaction_needs_a_sender(ledger: Contract, either: Chain) -> None:
    with pytest.raises(TypeError, match="sender"):
        ledger.move(either.actor("holder"), 5)


def test_simulation_changes_nothing(ledger: Contract, either: Chain) -> None:
    owner, holder = either.actors("owner", "holder")
    nonce, number = either.nonce(owner), either.block_number
    assert ledger.simulate.move(holder, 5, sender=owner) is True
    assert ledger.simulate["mint(address,uint256)"](holder, 5, sender=owner) is None
    assert ledger.simulate.mint(holder, sender=owner) is None
    with expect_revert("NotEnough", holder=holder, wanted=5, had=0):
        ledger.simulate.move(owner, 5, sender=holder)
    assert ledger.balanceOf(holder) == 0
    assert (either.nonce(owner), either.block_number) == (nonce, number)


def test_errors_decode_to_names_and_arguments(types: Contract, either: Chain) -> None:
    with pytest.raises(Reverted) as caught:
        types.refuse(PERSON, [1, 2], b"why")
    error = caught.value
    assert error.name == "Refused"
    assert error.args[1] == [1, 2]
    assert error.values["person"].name == "Zoë"
    assert error.values["data"] == b"why"
    assert error.data[:4] == error.selector
    with expect_revert("Nothing"):
        types.refuseBare()


def test_errors_of_other_contracts_decode_as_well(either: Chain) -> None:
    """The ABI at hand knows nothing of the error; some compiled contract does."""
    creation = either.deploy("CreationProbe")
    with expect_revert("NotBorn", seed=13):
        creation.create(13, sender=either.actor("owner"))
    with expect_revert("NotBorn", seed=13):
        either.deploy("ChildProbe", 13)


def test_panics_tell_their_meaning(either: Chain) -> None:
    machine = either.deploy("MachineProbe")
    for way, code, meaning in [
        (0, 0x01, "assertion"),
        (1, 0x12, "zero"),
        (2, 0x11, "overflow"),
        (3, 0x32, "bounds"),
    ]:
        with pytest.raises(Reverted, match=meaning) as caught:
            machine.fail(way)
        assert (caught.value.name, caught.value.args) == ("Panic", (code,))


def test_plain_and_empty_reverts(either: Chain) -> None:
    machine = either.deploy("MachineProbe")
    with expect_revert("Error", reason="plain words"):
        machine.fail(5)
    with expect_revert("") as seen:
        machine.fail(4)
    assert seen.error is not None
    assert seen.error.data == b""
    with expect_revert(""):
        machine.fail(6)


@pytest.mark.parametrize("data", [b"\x01\x02", bytes.fromhex("08c379a0") + b"\xff" * 40])
def test_unknown_and_broken_revert_data_is_kept_raw(types: Contract, data: bytes) -> None:
    with pytest.raises(Reverted) as caught:
        types.refuseRaw(data)
    assert (caught.value.name, caught.value.data) == ("", data)


def test_a_reverted_transaction_leaves_a_receipt(ledger: Contract, either: Chain) -> None:
    owner, holder = either.actors("owner", "holder")
    nonce = either.nonce(holder)
    with pytest.raises(Reverted) as caught:
        ledger.move(owner, 1, sender=holder)
    receipt = caught.value.receipt
    assert receipt is not None
    assert (receipt.status, receipt.events, receipt.sender) == (0, (), holder)
    assert either.nonce(holder) == nonce + 1


def test_expect_revert_fails_when_it_should(ledger: Contract, either: Chain) -> None:
    owner, holder = either.actors("owner", "holder")
    with pytest.raises(AssertionError, match="nothing reverted"), expect_revert():
        ledger.move(holder, 1, sender=owner)
    with pytest.raises(AssertionError, match="expected OnlyOwner"), expect_revert("OnlyOwner"):
        ledger.move(owner, 100, sender=holder)
    with pytest.raises(AssertionError, match="wanted"), expect_revert("NotEnough", wanted=99):
        ledger.move(owner, 100, sender=holder)


def test_a_handle_at_nothing_says_so(either: Chain) -> None:
    nowhere = either.at("0x" + "99" * 20, "LedgerProbe")
    with pytest.raises(CodingError, match="no contract at"):
        nowhere.total()


def test_a_proxy_is_seen_through_its_logics_abi(either: Chain) -> None:
    logic = either.deploy("MachineProbe")
    proxy = either.deploy("DelegateProbe", logic)
    seen = either.at(proxy, "MachineProbe")
    seen.fill(1, 1, 9, sender=either.actor("holder"))
    assert (seen.slots(1), logic.slots(1)) == (9, 0)
    assert either.at(proxy, logic) == seen


def test_calldata_can_be_made_without_calling(ledger: Contract, either: Chain) -> None:
    owner, holder = either.actors("owner", "holder")
    data = ledger.move.encode(holder, 5)
    assert data[:4] == ledger.move.selector
    receipt = either.transact(ledger, data, owner)
    assert int.from_bytes(receipt.output) == 1
    assert receipt.return_value is None  # nobody told which function it was
    assert int.from_bytes(either.call(ledger, ledger.total.encode())) == 1000


def test_a_contract_stands_for_its_address(either: Chain, ledger: Contract) -> None:
    owner = either.actor("owner")
    ledger.move(ledger, 5, sender=owner)
    assert ledger.balanceOf(ledger) == ledger.balanceOf(ledger.address) == 5
    assert ledger == ledger.address
    assert str(ledger) == ledger.address


def test_gas_of_a_warm_machine_is_not_told(chain: MemoryChain) -> None:
    ledger = chain.deploy("LedgerProbe", 1)
    with pytest.raises(Exception, match="does not know gas"):
        _ = ledger.move(chain.actor("holder"), 1, sender=chain.actor("deployer")).gas_used
