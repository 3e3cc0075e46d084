"""What views return as `release.yaml` writes it: references, elements, what is not compared."""

from typing import Any

import pytest

from quantera.release.arguments import Resolver, foreign, function_of
from quantera.release.conditions import Condition, Question, compared
from quantera.release.errors import BlueprintError

BRIDGE = "UniversalBridge"
RESOLVER = Resolver({}, {"name": "here"})
TERMS = [True, 2, 3, 60]


def answered(signature: str, *given: Any) -> tuple[bytes, tuple[int, ...]]:
    return RESOLVER.answer(function_of(BRIDGE, signature).outputs, given, signature)


def test_elements_have_parts() -> None:
    each = {"terms": [1, "*"], "says": "x"}
    assert RESOLVER.value("$each.terms", each) == [1, "*"]
    assert RESOLVER.value(["$each.says", "$name", "$each"], each) == ["x", "here", each]


def test_words_that_change_with_use_are_left_out() -> None:
    """Positions are those of the words in the result, structs and arrays spelled out."""
    data, words = answered("laneOf(uint256)", TERMS, "*")
    assert words == (0, 1, 2, 3)
    assert [int.from_bytes(data[at : at + 32]) for at in range(0, len(data), 32)] == [1, 2, 3, 60]
    _, words = answered("inputsOf(uint256,uint8)", "*", [1, 2, 3, 4, "*"], 9)
    assert words == (5, 6, 7, 8, 10)
    _, words = answered("tierFloors()", [0, "*", 2, 3])
    assert words == (0, 2, 3)
    whole, words = answered("laneOf(uint256)", TERMS, False)
    assert (len(whole), words) == (160, ())


def test_only_those_words_are_compared() -> None:
    expected, words = answered("laneOf(uint256)", TERMS, "*")
    condition = Condition(
        question=Question.CALL,
        address="0x" + "0" * 40,
        expected="0x" + expected.hex(),
        says="",
        words=words,
    )
    lanes = function_of(BRIDGE, "laneOf(uint256)").outputs

    def told(*, paused: bool, required: int = 2) -> str:
        return "0x" + lanes.encode([(True, required, 3, 60), paused]).hex()

    either = {compared(condition, told(paused=paused)) for paused in (False, True)}
    assert either == {condition.expected}
    assert compared(condition, told(paused=False, required=4)) != condition.expected
    assert compared(condition, "0x") == "0x"


@pytest.mark.parametrize(
    ("signature", "given"),
    [
        ("peerOf(uint256,uint8)", [["*", 1, 2, "name"]]),
        ("laneOf(uint256)", [TERMS]),
        ("laneOf(uint256)", [[True, 2, "*"], False]),
        ("laneOf(uint256)", ["*", 2**300]),
        ("tierFloors()", ["*"]),
    ],
    ids=["no known length", "too few", "too few parts", "does not fit", "nothing"],
)
def test_results_that_do_not_fit(signature: str, given: list[Any]) -> None:
    with pytest.raises(BlueprintError):
        answered(signature, *given)


def test_functions_of_others() -> None:
    view = foreign("getConfig(address,address,uint32,uint32)(bytes)")
    assert view.signature == "getConfig(address,address,uint32,uint32)"
    assert view.outputs.types == ["bytes"]
    assert foreign("stop()()").outputs.types == []
    for told in ("eid()", "eid", "eid()(uint32) extra", "f((uint8,uint8))(bool)"):
        with pytest.raises(BlueprintError, match="is no function with its results"):
            foreign(told)
