"""What investors and custodians do with units that have lots."""

from hypothesis import strategies as st

from quantera.compliance.lots import EXEMPTIONS, LotKey, decode
from tests.property.lots_model import MAXIMUM
from tests.property.lots_stage import LotsStage, amounts, custodians, exemptions, people
from tests.property.machine import operation

REFUSED = "TransferRefused"


class Movements(LotsStage):
    """Issues, transfers, deposits, sales inside and out of custody, crossings, merging."""

    @operation(to=people, units=amounts, exemption=exemptions)
    def mint(self, to: str, units: int, exemption: str) -> None:
        stack = self.stack
        done = self.act(
            stack.token.mintUnderTerms,
            self.wallet(to),
            units,
            (0, 0, 0, EXEMPTIONS.index(exemption), 0),
            sender=stack.agent,
            refusal=REFUSED if self.model.too_much(to, units) else None,
        )
        if self.listen(done):
            self.model.add(to, LotKey(self.model.today, "issuer", exemption), units)
            self.model.wallets[to] += units

    @operation(custodian=custodians, to=people, units=amounts, exemption=exemptions)
    def issue_into_custody(self, custodian: str, to: str, units: int, exemption: str) -> None:
        """The first holder is named who leaves the units with the custodian."""
        stack = self.stack
        terms = (0, 0, 0, EXEMPTIONS.index(exemption), 0)
        mint = stack.token.mintUnderTerms.encode(self.desks[custodian], units, terms)
        done = self.act(
            self.carrier.together,
            [stack.engine, stack.token],
            [self.named(custodian, to), mint],
            sender=stack.agent,
            refusal=REFUSED if self.model.too_much(to, units) else None,
        )
        if self.listen(done):
            self.model.add(to, LotKey(self.model.today, "issuer", exemption), units)
            self.model.shares[custodian][to] += units

    def _cannot_send(self, name: str, units: int) -> bool:
        return self.model.is_closed(name) or units > self.model.free(name)

    def _cannot_sell(self, seller: str, to: str, units: int) -> bool:
        if seller == to:
            return False
        return units > self.model.saleable(seller) or self.model.too_much(to, units)

    @operation(sender=people, to=people, units=amounts)
    def transfer(self, sender: str, to: str, units: int) -> None:
        model = self.model
        refused = self._cannot_send(sender, units) or model.is_closed(to)
        refused = refused or self._cannot_sell(sender, to, units)
        done = self.act(
            self.stack.token.transfer,
            self.wallet(to),
            units,
            sender=self.wallet(sender),
            refusal=REFUSED if refused else None,
        )
        if self.listen(done):
            model.sell(sender, to, units)
            model.wallets[sender] -= units
            model.wallets[to] += units

    @operation(sender=people, custodian=custodians, units=amounts)
    def deposit(self, sender: str, custodian: str, units: int) -> None:
        done = self.act(
            self.stack.token.transfer,
            self.desks[custodian],
            units,
            sender=self.wallet(sender),
            refusal=REFUSED if self._cannot_send(sender, units) else None,
        )
        if self.listen(done):
            self.model.wallets[sender] -= units
            self.model.shares[custodian][sender] += units

    @operation(seller=people, custodian=custodians, to=people, units=amounts)
    def sell_into_custody(self, seller: str, custodian: str, to: str, units: int) -> None:
        """Out of a wallet, for a buyer who leaves the units with the custodian."""
        model, stack = self.model, self.stack
        refused = self._cannot_send(seller, units) or self._cannot_sell(seller, to, units)
        move = stack.token.transferFrom.encode(self.wallet(seller), self.desks[custodian], units)
        done = self.act(
            self.carrier.together,
            [stack.engine, stack.token],
            [self.named(custodian, to), move],
            sender=stack.agent,
            refusal=REFUSED if refused else None,
        )
        if self.listen(done):
            model.sell(seller, to, units)
            model.wallets[seller] -= units
            model.shares[custodian][to] += units

    def _share_stays(self, custodian: str, seller: str, units: int) -> bool:
        share = self.model.shares[custodian][seller]
        return units > share or units > share - self.model.frozen_shares[custodian][seller]

    @operation(custodian=custodians, seller=people, to=people, units=amounts)
    def release(self, custodian: str, seller: str, to: str, units: int) -> None:
        """A custodian names whose units it moves; to the same investor it gives them back."""
        model, stack = self.model, self.stack
        refused = self._share_stays(custodian, seller, units) or model.is_closed(to)
        refused = refused or self._cannot_sell(seller, to, units)
        done = self.act(
            self.desks[custodian].together,
            [stack.engine, stack.token],
            [
                self.named(custodian, seller),
                stack.token.transfer.encode(self.wallet(to), units),
            ],
            sender=stack.agent,
            refusal=REFUSED if refused else None,
        )
        if self.listen(done):
            model.sell(seller, to, units)
            model.shares[custodian][seller] -= units
            model.wallets[to] += units

    @operation(custodian=custodians, seller=people, to=people, units=amounts)
    def trade_inside(self, custodian: str, seller: str, to: str, units: int) -> None:
        """From one custodian to the other, for the same investor or for a buyer."""
        model, stack = self.model, self.stack
        other = "bank" if custodian == "pool" else "pool"
        refused = self._share_stays(custodian, seller, units)
        refused = refused or self._cannot_sell(seller, to, units)
        move = stack.token.transferFrom.encode(self.desks[custodian], self.desks[other], units)
        allow = stack.token.approve.encode(self.carrier, units)
        self.desks[custodian].together([stack.token], [allow], sender=stack.agent)
        done = self.act(
            self.carrier.together,
            [stack.engine, stack.engine, stack.token],
            [self.named(custodian, seller), self.named(other, to), move],
            sender=stack.agent,
            refusal=REFUSED if refused else None,
        )
        if self.listen(done):
            model.sell(seller, to, units)
            model.shares[custodian][seller] -= units
            model.shares[other][to] += units

    @operation(holder=people, to=people, units=amounts, carried=st.booleans())
    def cross(self, holder: str, to: str, units: int, carried: bool) -> None:
        """Leave for another chain and come back at once, perhaps to somebody else."""
        model, stack = self.model, self.stack
        if self._cannot_send(holder, units):
            self.act(
                stack.token.crosschainBurn,
                self.wallet(holder),
                units,
                sender=stack.bridge,
                refusal=REFUSED,
            )
            return
        words = stack.engine.lotsLeaving(stack.token, self.wallet(holder), units)
        self.listen(None)
        kept = any(model.locked(decode(word).key) for word in words)
        over = model.held(to) + (0 if holder == to else units) > MAXIMUM
        leaver, taker, identity = self.wallet(holder), self.wallet(to), self.identities[holder]
        token, engine = stack.token, stack.engine
        if carried:
            targets = [token, token]
            calls = [
                token.burnLeaving.encode(leaver, units),
                token.mintArriving.encode(identity, taker, units, words),
            ]
        else:
            targets = [token, engine, token]
            calls = [
                token.crosschainBurn.encode(leaver, units),
                engine.announceArrival.encode(token, identity, taker, units, words),
                token.crosschainMint.encode(taker, units),
            ]
        refused = (kept and holder != to) or over or model.is_closed(to)
        done = self.act(
            self.carrier.together,
            targets,
            calls,
            sender=stack.agent,
            refusal=REFUSED if refused else None,
        )
        if self.listen(done):
            lots = model.take(holder, units, sale=False)
            model.hand_over(lots, to, holder if holder != to else None)
            model.wallets[holder] -= units
            model.wallets[to] += units

    @operation(
        holder=people, older=st.integers(0, 5), younger=st.integers(0, 5), valid=st.booleans()
    )
    def merge(self, holder: str, older: int, younger: int, *, valid: bool) -> None:
        """Any two, or two that fit where there are such."""
        lots = self.model.lots[holder]
        pairs = [
            (n, m)
            for n, (old, _) in enumerate(lots)
            for m, (young, _) in enumerate(lots)
            if n != m and old[1:] == young[1:] and old.day <= young.day
        ]
        if valid and pairs:
            older, younger = pairs[(older + younger) % len(pairs)]
        fits = older != younger and max(older, younger) < len(lots)
        if fits:
            (first, _), (second, _) = lots[older], lots[younger]
            fits = first[1:] == second[1:] and first.day <= second.day
        done = self.act(
            self.stack.engine.mergeLots,
            self.stack.token,
            self.identities[holder],
            older,
            younger,
            sender=self.wallet(holder),
            refusal=None if fits else "LotsNotMergeable",
        )
        if self.listen(done):
            key, units = lots[younger]
            lots[younger] = (key, units + lots[older][1])
            last = lots.pop()
            if older < len(lots):
                lots[older] = last
