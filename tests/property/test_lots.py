"""Lots, custody, freezes, pack rules and recovery against one model, and what the logs tell."""

from collections.abc import Callable

from hypothesis.stateful import invariant

from quantera.compliance.lots import EXEMPTIONS, SOURCES, LotKey, decode
from quantera.toolchain.workspace import ROOT
from tests.property.lots_agents import Agents
from tests.property.lots_model import CUSTODIANS, INVESTORS, NAMES
from tests.property.lots_movements import Movements
from tests.property.machine import ChainMachine, Tally


class LotsMachine(Movements, Agents):
    """Every movement in any order, under a lock-up, rule US-02, a maximum balance and a count."""

    def stored(self, name: str) -> list[tuple[LotKey, int]]:
        words = self.stack.engine.lotsOf(self.stack.token, self.identities[name])
        return [(lot.key, lot.units) for lot in map(decode, words)]

    @invariant()
    def lot_02_lots_are_the_models(self) -> None:
        for name in NAMES:
            lots = self.stored(name)
            assert lots == self.model.lots[name], name
            assert len({key for key, _ in lots}) == len(lots) <= 64

    @invariant()
    def lot_01_lots_add_up_to_the_supply(self) -> None:
        total = sum(units for name in NAMES for _, units in self.stored(name))
        assert total == self.stack.token.totalSupply()

    @invariant()
    def lot_04_shares_and_wallets_add_up_to_lots(self) -> None:
        stack, model = self.stack, self.model
        for name in INVESTORS:
            wallet = stack.token.balanceOf(self.wallet(name))
            assert wallet == model.wallets[name]
            shares = sum(model.shares[custodian][name] for custodian in CUSTODIANS)
            assert shares + wallet == model.held(name)
        for custodian in CUSTODIANS:
            for name in INVESTORS:
                names = stack.token, self.identities[custodian], self.identities[name]
                assert stack.engine.shareOf(*names) == model.shares[custodian][name]
                frozen = model.frozen_shares[custodian][name]
                assert stack.engine.frozenShareOf(*names) == frozen
            held = sum(model.shares[custodian].values()) + model.held(custodian)
            assert stack.token.balanceOf(self.desks[custodian]) == held

    @invariant()
    def freezes_and_positions_are_the_models(self) -> None:
        """Positions are what wallets and custodians have, and investors alone are counted."""
        stack, model = self.stack, self.model
        for name in INVESTORS:
            assert stack.token.getFrozenTokens(self.wallet(name)) == model.frozen[name]
            closed = tuple(stack.token.isFrozen(wallet) for wallet in self.pairs[name])
            assert closed == tuple((name, place) in model.closed for place in (0, 1))
            position = stack.engine.positionOf(stack.token, self.identities[name]).balance
            assert position == model.wallets[name]
        for custodian, desk in self.desks.items():
            position = stack.engine.positionOf(stack.token, self.identities[custodian]).balance
            assert position == stack.token.balanceOf(desk)
        assert stack.engine.holders(stack.token) == model.holders()

    @invariant()
    def the_logs_tell_it_all(self) -> None:
        for name in NAMES:
            identity = self.identities[name]
            told = {key: units for key, units in self.told[identity].items() if units}
            assert told == dict(self.model.lots[name])
        for custodian in CUSTODIANS:
            for name in INVESTORS:
                key = self.identities[custodian], self.identities[name]
                assert self.told_shares[key] == self.model.shares[custodian][name]


def test_lots(fuzz: Callable[[type[ChainMachine]], Tally]) -> None:
    tally = fuzz(LotsMachine)
    assert tally.steps


def test_numbers_are_those_of_the_contract() -> None:
    """The lists in Python and in `Lot.sol` name the same things in the same order."""
    text = (ROOT / "contracts/token/compliance/lots/Lot.sol").read_text()
    named = {"none": "NONE", "506b": "RULE_506B", "506c": "RULE_506C", "RegS": "REGULATION_S"}
    named |= {"144A": "RULE_144A", "CF": "CROWDFUNDING", "274": "SECTION_274"}
    named |= {"275": "SECTION_275", "QII": "QII", "small-number": "SMALL_NUMBER"}
    named |= {"professional": "PROFESSIONAL", "272": "SECTION_272"}
    named |= {"272A": "SECTION_272A", "272B": "SECTION_272B"}
    for number, exemption in enumerate(EXEMPTIONS):
        assert f"internal constant {named[exemption]} = {number};" in text
    assert f"internal constant EXEMPTIONS = {len(EXEMPTIONS)};" in text
    for number, source in enumerate(SOURCES):
        assert f"internal constant {source.upper()} = {number};" in text
