"""Plans: what they say of a chain, and every reason for which there is none."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from eth_typing import Hash32
from rich.console import Console

from quantera.evm import actor_named
from quantera.release import Node, Plan, Planner, planner, preview
from quantera.release.addresses import KEYLESS_DEPLOYER, AddressBook
from quantera.release.errors import BlueprintError, PlanError, RefusedError
from tests.integration.release.chains import (
    DEPLOYER,
    LocalNode,
    few,
    planned,
    release,
    requested,
    started,
)
from tests.integration.release.faults import Fault, proxied
from tests.integration.release.test_rollback import StopError, stop_at
from tests.unit.release.requests import account, request, sign

BOOK = AddressBook("quantera-1", str(actor_named("founder")))


def made(node: LocalNode, client: Node | None = None, signs: Any = sign, **changes: Any) -> Plan:
    wanted = request(**requested({"ethereum": node}, **changes))
    clients = {"ethereum": client or node.node()}
    return Planner(wanted, clients, signs, few()).plan()


def refusal(node: LocalNode, client: Node | None = None, **changes: Any) -> str:
    with pytest.raises(RefusedError) as refused:
        made(node, client, **changes)
    assert node.nonce() in {0, 1}
    return "\n".join(refused.value.reasons)


# -- the access profile `local` -----------------------------------------------------------------


def test_the_profile_local_is_for_development_nodes_alone(
    node: LocalNode, few_plan: Plan, tmp_path: Path
) -> None:
    """A node that is no development node is refused by the plan, and by whoever carries it out."""
    plan = made(node, profile="local")

    def public(asked: dict[str, Any], ask: Any) -> Any:
        answer = ask(asked)
        if asked["method"] == "web3_clientVersion":
            answer["result"] = "Geth/v1.16.4-stable/linux-amd64/go1.25"
        return answer

    with proxied(node.url, Fault(public)) as url:
        client = Node("ethereum", url)
        assert "the access profile local has no delays" in refusal(node, client, profile="local")
        with pytest.raises(RefusedError, match="profile local is for development nodes alone"):
            release(plan, {"ethereum": client}, tmp_path).apply()
        # By the chain's own finality: the node's tag.
        assert made(node, client, chains={"ethereum": {"rpc": node.url}}).profile == "production"
    assert plan.chains[0].local
    assert few_plan.profile == "production"


class Elsewhere(Node):
    """A node that is not on this machine."""

    def is_local(self) -> bool:
        """As `Node` answers for an address that is not this machine's."""
        return Node(self.name, "https://ethereum.example").is_local()


def test_the_profile_local_needs_a_node_on_this_machine(node: LocalNode) -> None:
    """A development node somewhere else is somebody's public network."""
    elsewhere = Elsewhere("ethereum", node.url)
    assert "development nodes alone" in refusal(node, elsewhere, profile="local")


# -- other refusals -----------------------------------------------------------------------------


def test_a_node_of_another_chain(node: LocalNode) -> None:
    with started(["polygon"]) as others:
        client = others["polygon"].node()
        assert "the node answers for chain 137, not 1" in refusal(node, client)


def test_no_keyless_deployer(node: LocalNode) -> None:
    node.rpc("anvil_setCode", KEYLESS_DEPLOYER, "0x00")
    assert "the keyless CREATE2 deployer does not stand" in refusal(node)


@pytest.mark.parametrize("entry", ["ReleaseFactory", "DualControl"])
def test_other_code_where_something_is_to_stand(node: LocalNode, entry: str) -> None:
    node.rpc("anvil_setCode", BOOK[entry], "0x6001")
    assert f"other code stands at {BOOK[entry]} ({entry})" in refusal(node)


def test_too_few_coins(node: LocalNode) -> None:
    node.fund(DEPLOYER, 10**12)
    assert "the deployer has 1000000000000 wei and needs" in refusal(node)


def test_gas_above_what_the_request_allows(node: LocalNode) -> None:
    chains = {"ethereum": {"rpc": node.url, "finality": {"depth": 0}, "max_fee_gwei": "0.5"}}
    assert "gas costs more than max_fee_gwei allows" in refusal(node, chains=chains)


def test_transactions_that_wait(node: LocalNode) -> None:
    node.rpc("evm_setAutomine", False)
    node.rpc("anvil_impersonateAccount", DEPLOYER)
    node.rpc("eth_sendTransaction", {"from": DEPLOYER, "to": DEPLOYER, "value": "0x1"})
    assert "1 transactions of the deployer wait" in refusal(node)


def test_a_deployer_with_code(node: LocalNode) -> None:
    node.rpc("anvil_setCode", DEPLOYER, "0x00")
    assert "the deployer is a contract" in refusal(node)


def test_sources_that_were_changed_since_they_were_compiled(
    node: LocalNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planner, "changed_sources", lambda: ["contracts/X.sol"])
    assert "contracts/X.sol was changed since it was compiled" in refusal(node)


def test_every_reason_of_every_chain_is_told(node: LocalNode) -> None:
    node.rpc("anvil_setCode", KEYLESS_DEPLOYER, "0x00")
    node.rpc("anvil_setCode", DEPLOYER, "0x00")
    assert len(refusal(node).splitlines()) == 2


# -- the founder --------------------------------------------------------------------------------


def test_rel_02_without_the_founder_the_plan_says_what_to_sign(node: LocalNode) -> None:
    """REL-02: a digest and a deadline, and with the signature in the request there is a plan."""
    said = refusal(node, signs=None)
    deadline = int(said.partition("(deadline ")[2].partition(")")[0])
    digest = bytes.fromhex(said.partition("must sign 0x")[2][:64])
    signed = account("founder").unsafe_sign_hash(Hash32(digest))
    opening = {"deadline": deadline, "signature": "0x" + bytes(signed.signature).hex()}
    chains = {"ethereum": {"rpc": node.url, "finality": {"depth": 0}, "opening": opening}}
    assert made(node, signs=None, chains=chains).founder == str(actor_named("founder"))


def test_rel_02_a_signature_that_is_not_the_founders(node: LocalNode) -> None:
    """REL-02: another's, or the founder's for something else."""
    other = account("deployer")
    said = refusal(node, signs=lambda message: bytes(other.sign_message(message).signature))
    assert "is not the founder's for this chain and deployer" in said


def test_rel_02_a_contract_as_founder_is_asked(node: LocalNode) -> None:
    """REL-02: by ERC-1271 at its address on that chain."""
    founder = str(actor_named("founder"))
    node.rpc("anvil_setCode", founder, "0x631626ba7e60e01b60005260206000f3")
    assert made(node, signs=lambda _message: b"\x01").founder == founder
    node.rpc("anvil_setCode", founder, "0x60006000fd")
    assert "is not the founder's" in refusal(node, signs=lambda _message: b"\x01")


def test_rel_02_an_expired_signature(node: LocalNode, monkeypatch: pytest.MonkeyPatch) -> None:
    """REL-02: told before anything is sent."""
    monkeypatch.setattr("quantera.release.founder.VALIDITY_SECONDS", -1)
    assert "the founder's signature has expired" in refusal(node)


# -- chains that the data do not have -----------------------------------------------------------


def test_an_unknown_chain_must_be_described(node: LocalNode) -> None:
    for chain, said in (
        ({"rpc": node.url}, "must say chain_id"),
        ({"rpc": node.url, "chain_id": 1}, "must say finality"),
    ):
        wanted = request(chains={"elsewhere": chain})
        with pytest.raises(BlueprintError, match=said):
            Planner(wanted, {"elsewhere": node.node()}, sign, few()).plan()
    described = {"rpc": node.url, "chain_id": 1, "finality": {"depth": 0}}
    wanted = request(chains={"elsewhere": described})
    plan = Planner(wanted, {"elsewhere": node.node()}, sign, few()).plan()
    assert plan.chains[0].title == "elsewhere"


# -- what a plan says ---------------------------------------------------------------------------


def test_a_plan_says_what_stands_and_what_it_costs(
    node: LocalNode, few_plan: Plan, tmp_path: Path
) -> None:
    before = few_plan.chains[0].standing
    assert set(before.missing) == set(few_plan.addresses)
    assert before.gas == sum(step.gas for step in few_plan.chains[0].steps)
    with pytest.raises(StopError):
        release(few_plan, {"ethereum": node}, tmp_path, tell=stop_at("prepare")).apply()
    after = made(node, prices={"ETH": "2000"}).chains[0].standing
    assert set(after.matching) == {"ReleaseFactory", "QuanteraAccessManager"}
    assert not after.differing
    assert after.gas < before.gas
    assert after.cost_usd == Decimal(after.cost) / 10**18 * 2_000


def test_a_plan_is_shown_with_every_argument(few_plan: Plan) -> None:
    console = Console(width=250, record=True)
    for table in preview.tables(few_plan):
        console.print(table)
    text = console.export_text()
    for told in (
        f"FeeAdministrationExtension │ {few_plan.addresses['FeeAdministrationExtension']}",
        f"treasury_={actor_named('treasury')}",
        "DynamicFeeStructure.grantLocalRole(role=3",
        "completeSetup()",
        f"renounceRole(role=ADMIN, callerConfirmation={DEPLOYER})",
        "target=DynamicFeeStructure, functions=[pauseGroups], role=PAUSER",
        "172800 s",
    ):
        assert told in text, told


def test_a_plan_survives_its_file(few_plan: Plan, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    few_plan.write(file)
    assert Plan.load(file).digest() == few_plan.digest()


def test_changed_call_data_are_found(few_plan: Plan, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    few_plan.write(file)
    told = json.loads(file.read_text())
    name = next(iter(told["payloads"]))
    told["payloads"][name] = told["payloads"][name][:-2] + "00"
    file.write_text(json.dumps(told))
    with pytest.raises(PlanError, match="were changed"):
        Plan.load(file)
    with pytest.raises(PlanError, match=r"none\.json"):
        Plan.load(tmp_path / "none.json")
    with pytest.raises(PlanError, match="no chain nowhere"):
        few_plan.chain("nowhere")


def test_a_plan_is_the_same_however_often_it_is_made(node: LocalNode) -> None:
    """Apart from what it says of the moment, and the founder's deadline."""
    one, other = (planned({"ethereum": node}, blueprint=few()) for _ in range(2))
    assert one.addresses == other.addresses
    assert one.chains[0].codes == other.chains[0].codes


def test_rel_08_a_public_chain_keeps_its_own_finality(
    node: LocalNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    """REL-08: a request cannot call blocks final earlier than the chain data do."""
    monkeypatch.setattr(Node, "is_local", lambda _self: False)
    with pytest.raises(RefusedError, match="ethereum: the chain has a tag for final blocks"):
        planned({"ethereum": node}, blueprint=few())


def test_a_licence_that_allows_no_production_is_refused(
    node: LocalNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "x.sol stands under BUSL-1.1: not for production"
    monkeypatch.setattr(planner, "licence_faults", lambda _contracts: [said])
    with pytest.raises(RefusedError, match=r"x\.sol stands under BUSL"):
        planned({"ethereum": node}, blueprint=few())
