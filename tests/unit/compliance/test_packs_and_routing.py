"""The packs' place in a decision, and which functions the engine's address has."""

import re
from typing import Any

import pytest

from quantera import artifacts
from quantera.evm import Reverted, expect_revert
from quantera.evm.abi import ContractAbi
from quantera.toolchain.workspace import ROOT
from tests.unit.compliance.world import Flag, Limit, Path, Rule, Settings, World, deploy_packs

ROUTING = ROOT / "contracts" / "token" / "compliance" / "EngineRouting.sol"
OWN_PACK = Settings(own_packs=0b00001)


def refuse_with(world: World, code: int) -> None:
    world.engine.configurePack(world.token, 0, [code], sender=world.admin)


@pytest.fixture
def packed(probed: World) -> World:
    probed.mint(probed.enter("sender"), 100)
    probed.enter("recipient")
    probed.configure(OWN_PACK)
    return probed


class TestPlace:
    def test_a_pack_refuses_with_its_code(self, packed: World) -> None:
        sender, recipient = packed.actor("sender"), packed.actor("recipient")
        refuse_with(packed, 43)
        assert packed.transfer(sender, recipient, 1) == 43
        refuse_with(packed, 0)
        assert packed.transfer(sender, recipient, 1) == 0

    def test_general_rules_come_first(self, packed: World) -> None:
        refuse_with(packed, 43)
        packed.configure(OWN_PACK.but(on=(Rule.COUNTRY_NOT_ALLOWED,)))
        assert packed.transfer(packed.actor("sender"), packed.actor("recipient"), 1) == 19

    @pytest.mark.parametrize(("pack", "code"), [(32, 32), (36, 36), (0, 37), (38, 37), (43, 37)])
    def test_an_exhausted_allotment_stands_between_lots_and_packs(
        self, packed: World, pack: int, code: int
    ) -> None:
        refuse_with(packed, pack)
        packed.configure(OWN_PACK.but(on=(Rule.SUPPLY_CAP_EXCEEDED,), supply_cap=1000))
        assert packed.mint(packed.actor("recipient"), 1) == code

    @pytest.mark.parametrize(
        ("path", "asked"),
        [
            (Path.TRANSFER, True),
            (Path.MINT, True),
            (Path.CROSSCHAIN_MINT, True),
            (Path.CROSSCHAIN_BURN, True),
            (Path.BURN, False),
            (Path.FORCED, False),
            (Path.RECOVERY, False),
        ],
    )
    def test_paths_that_ask_the_packs(self, packed: World, path: Path, asked: bool) -> None:
        refuse_with(packed, 43)
        giver = None if path in (Path.MINT, Path.CROSSCHAIN_MINT) else packed.actor("sender")
        taker = None if path in (Path.BURN, Path.CROSSCHAIN_BURN) else packed.actor("recipient")
        assert packed.code(path, giver, taker, 1) == (43 if asked else 0)

    def test_own_moves_ask_no_pack_but_lots_follow_every_movement(self, probed: World) -> None:
        probed.count(lots=True)
        sender = probed.enter("sender")
        probed.mint(sender, 100)
        own = probed.enter("own", identity=probed.identity("sender"))
        probed.configure(OWN_PACK)
        _, receipt = probed.move(Path.TRANSFER, sender, own, 1)
        context = receipt.events.one("PacksSettled").args.context
        assert (context.packs, context.ownMove) == (0, True)
        _, receipt = probed.move(Path.BURN, sender, None, 1)
        assert receipt.events.one("PacksSettled").args.context.packs == 0

    def test_the_context_holds_the_facts(self, probed: World) -> None:
        probed.count(lots=True)
        sender = probed.enter("sender")
        recipient = probed.enter("recipient", flags=Flag.DISTRIBUTOR)
        spender = probed.enter("spender")
        probed.mint(sender, 100)
        probed.mint(recipient, 7)
        probed.configure(Settings(own_packs=0b10000, recipient_packs=0b00010))
        _, receipt = probed.move(Path.TRANSFER, sender, recipient, 40, spender)
        context = receipt.events.one("PacksSettled").args.context
        assert (context.token, context.path, context.spender, context.amount) == (
            probed.token.address,
            Path.TRANSFER,
            spender,
            40,
        )
        assert (context.from_, context.to) == (sender, recipient)
        assert (context.fromIdentity, context.toIdentity) == (
            probed.identity("sender"),
            probed.identity("recipient"),
        )
        assert (context.fromWallet, context.toWallet) == (100, 7)
        assert (context.fromPosition, context.toPosition) == (100, 7)
        assert context.sender == probed.engine.recordOf(sender)
        assert context.recipient == probed.engine.recordOf(recipient)
        assert (context.packs, context.ownMove) == (0b10010, False)
        assert (context.allotmentExhausted, context.usesApproval) == (False, False)
        _, receipt = probed.move(Path.MINT, None, recipient, 3)
        assert receipt.events.one("PacksSettled").args.context.totalSupply == 107


class TestRouting:
    def named(self, function: str) -> set[str]:
        body = re.search(rf"function {function}.*?\n    }}", ROUTING.read_text(), re.S)
        assert body is not None
        return set(re.findall(r"I\w+\.(\w+)\.selector", body.group()))

    def test_every_function_of_the_configuration_is_routed(self) -> None:
        abi = artifacts.load("IRuleConfiguration").abi
        functions = {entry["name"] for entry in abi if entry["type"] == "function"}
        assert self.named("isRuleConfiguration") == functions

    def test_no_function_is_answered_by_two(self) -> None:
        main = ContractAbi("main", artifacts.load("ComplianceEngine").abi)
        routed = self.named("isRuleConfiguration") | self.named("isRulePacks")
        own = {entry["name"] for entry in artifacts.load("ComplianceEngine").abi if "name" in entry}
        assert main is not None
        assert not routed & own
        assert not self.named("isRuleConfiguration") & self.named("isRulePacks")

    @pytest.mark.parametrize("name", ["settlePacks", "settleCrossing", "enterLot"])
    def test_what_trusts_its_caller_cannot_be_reached(self, world: World, name: str) -> None:
        """CMP-02 would fall: lots could be written without a movement."""
        function = artifacts.load("RulePackExtension")
        data = world.chain.abi(function)
        handle = world.chain.at(world.engine, data).function(name)
        zero = "0x" + 40 * "0"
        context = (zero, 0, 0, zero, zero, zero, 1, 0, 0, zero, zero, False, 0, 0, 0, 0, 0, 0)
        arguments: list[Any] = [(*context, False, False)]
        if name == "settleCrossing":
            arguments += [zero, [1]]
        elif name == "enterLot":
            arguments = [world.token, zero, 1]
        with pytest.raises(Reverted):
            handle(*arguments, sender=world.actor("stranger"))

    def test_reads_of_the_packs_can(self, world: World) -> None:
        persons = 41 << 16
        assert world.engine.packUsage(world.token, persons) == 0
        assert world.engine.allotment(world.token, Limit.PACK, persons) == (0, 0, 0)

    def test_an_engine_needs_its_extensions(self, world: World) -> None:
        part = deploy_packs(world.chain)
        empty = world.actor("stranger")
        for arguments in ((empty, part, part), (part, empty, part), (part, part, empty)):
            with expect_revert("ExtensionWithoutCode", extension=empty):
                world.chain.deploy("ComplianceEngine", *arguments)
        with expect_revert("ExtensionWithoutCode", extension=empty):
            world.chain.deploy("RuleConfigurationExtension", empty)

    def test_the_engine_is_set_up_once_and_only_behind_its_proxy(self, world: World) -> None:
        manager = world.system.manager
        with expect_revert("InvalidInitialization"):
            world.engine.initialize(manager, sender=world.admin)
        part = deploy_packs(world.chain)
        bare = world.chain.deploy("ComplianceEngine", part, part, part)
        with expect_revert("InvalidInitialization"):
            bare.initialize(manager, sender=world.admin)
