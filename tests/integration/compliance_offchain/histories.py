"""Long random histories of a token and its registry: everything anybody may do, often refused."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from eth_abi.abi import encode
from eth_utils.crypto import keccak

from quantera.access import LocalRole
from quantera.evm import ZERO_ADDRESS, Actor, Contract, Reverted
from quantera.gas.token_stack import DAY, FOREVER, TokenStack, rule_settings
from tests.stacks.token import Attester, sign

COUNTRIES = (276, 250, 392, 702, 826, 840)
RULES = (15, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31)
HOLDERS, IDENTITIES = 8, 6
PERMIT = keccak(
    text="Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
)
REGISTRATION_GROUP = 1
FEE_BPS = 50


@dataclass
class Author:
    """Writes a history on one stack, from a seed.

    Attributes:
        seen: how often each operation succeeded.
        refused: how often each was refused.
        approved: pre-approvals that were given, for the comparison.
    """

    stack: TokenStack
    rng: random.Random
    seen: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    approved: set[tuple[str, str, int]] = field(default_factory=set)
    batches: int = 0
    messages: int = 0
    fees: Contract = field(init=False)
    cash: Contract = field(init=False)

    def __post_init__(self) -> None:
        chain = self.stack.chain
        self.fees = chain.deploy("FeeStructureProbe", FEE_BPS)
        self.cash = chain.deploy("PlainToken", "Cash", 18)
        self.holders = [chain.actor(f"holder {n}") for n in range(HOLDERS)]
        self.identities = [chain.actor(f"identity {n}") for n in range(IDENTITIES)]
        self.issuers = [chain.actor(f"issuer {n}") for n in range(3)]
        self.documents = [bytes([n + 1]) * 32 for n in range(4)]
        self.strangers = [chain.actor(f"stranger {n}") for n in range(3)]
        self.operations: dict[str, Callable[[], Any]] = {
            name.removeprefix("do_"): getattr(self, name)
            for name in dir(self)
            if name.startswith("do_")
        }

    def begin(self) -> None:
        """Everybody is registered and holds something, and the agent has cash for fees."""
        agent, token = self.stack.agent, self.stack.token
        self.cash.mint(agent, 10**30, sender=agent)
        self.cash.approve(token, 10**30, sender=agent)
        for holder in self.holders:
            word = self._record() & ((1 << 176) - 1) | FOREVER << 176
            self.stack.engine.writeRecords([(holder, word)], sender=self.stack.agent)
        for holder in self.holders[:5]:
            self.stack.token.mint(holder, 10_000, sender=self.stack.agent)

    def write(self, steps: int) -> None:
        """Goes on for so many steps."""
        names = sorted(self.operations)
        weights = [6 if name in ("transfer", "attempt", "mint") else 1 for name in names]
        for name in self.rng.choices(names, weights, k=steps):
            try:
                self.operations[name]()
                self.seen[name] += 1
            except Reverted:
                self.refused[name] += 1

    # ------------------------------------------------------------------ drawing

    def _holder(self) -> Actor:
        return self.rng.choice(self.holders)

    def _amount(self) -> int:
        return self.rng.choice((0, 1, 7, 100, 500, 2_500, 9_999, 10_000))

    def _record(self) -> int:
        rng = self.rng
        now = self.stack.chain.timestamp
        word = int(str(rng.choice(self.identities)), 16) | rng.choice(COUNTRIES) << 160
        word |= rng.choice((FOREVER, FOREVER, now + DAY, now - 1)) << 176
        for place in range(5):
            word |= rng.randrange(4) << (216 + 4 * place)
        return word | rng.choice((0, 0, 0, 1, 2, 16)) << 236

    def _write(self, holder: Actor) -> None:
        self.stack.engine.writeRecords([(holder, self._record())], sender=self.stack.agent)

    # ------------------------------------------------------------------ holders

    def do_transfer(self) -> None:
        self.stack.token.transfer(self._holder(), self._amount(), sender=self._holder())

    def do_attempt(self) -> None:
        self.stack.token.attemptTransfer(self._holder(), self._amount(), sender=self._holder())

    def do_batch(self) -> None:
        to = [self._holder() for _ in range(self.rng.randrange(4))]
        amounts = [self._amount() // 10 for _ in to]
        self.stack.token.batchTransfer(to, amounts, sender=self._holder())

    def do_approve(self) -> None:
        self.stack.token.approve(self._holder(), self._amount(), sender=self._holder())

    def do_approve_for_ever(self) -> None:
        self.stack.token.approve(self._holder(), 2**256 - 1, sender=self._holder())

    def do_increase(self) -> None:
        self.stack.token.increaseAllowance(self._holder(), 50, sender=self._holder())

    def do_decrease(self) -> None:
        self.stack.token.decreaseAllowance(self._holder(), 25, sender=self._holder())

    def do_transfer_from(self) -> None:
        owner, spender, token = self._holder(), self._holder(), self.stack.token
        token.approve(spender, 600, sender=owner)
        token.transferFrom(owner, self._holder(), self._amount(), sender=spender)

    def do_permit(self) -> None:
        token, owner, spender = self.stack.token, self._holder(), self._holder()
        value, deadline = self._amount(), self.stack.chain.timestamp + 60
        fields = [PERMIT, str(owner), str(spender), value, token.nonces(owner), deadline]
        types = ["bytes32", "address", "address", "uint256", "uint256", "uint256"]
        content = keccak(encode(types, fields))
        signature = sign(owner, keccak(b"\x19\x01" + token.DOMAIN_SEPARATOR() + content))
        words = owner, spender, value, deadline, signature[64], signature[:32], signature[32:64]
        token.permit(*words, sender=self.strangers[0])

    # ------------------------------------------------------------------ agents

    def do_mint(self) -> None:
        self.stack.token.mint(self._holder(), self._amount(), sender=self.stack.agent)

    def do_sell(self) -> None:
        terms = (self._amount() * 10**8, self.rng.randrange(5), 0, 0, 0)
        args = self._holder(), self._amount(), terms
        self.stack.token.mintUnderTerms(*args, sender=self.stack.agent)

    def do_agree_to_fees(self) -> None:
        most = self.rng.choice((FEE_BPS, FEE_BPS, FEE_BPS - 1))
        self.stack.token.agreeToFees(most, sender=self.stack.agent)

    def do_set_fees(self) -> None:
        chosen = self.rng.choice((self.fees, self.fees, ZERO_ADDRESS))
        self.stack.token.setFeeStructure(chosen, sender=self.stack.governor)

    def do_set_sale_asset(self) -> None:
        currency, chosen = self.rng.randrange(6), self.rng.choice((self.cash, ZERO_ADDRESS))
        self.stack.token.setSaleAsset(currency, chosen, sender=self.stack.governor)

    def do_pay_fees(self) -> None:
        token = self.stack.token
        owed = token.collectedFees(self.cash)
        self.fees.sweep(
            token, self.cash, owed // 2 + self.rng.randrange(2), sender=self.strangers[0]
        )

    def do_mint_many(self) -> None:
        to = [self._holder(), self._holder()]
        self.stack.token.batchMint(to, [5, 6], sender=self.stack.agent)

    def do_burn(self) -> None:
        self.stack.token.burn(self._holder(), self._amount(), sender=self.stack.agent)

    def do_force(self) -> None:
        words = self._holder(), self._holder(), self._amount(), self.rng.randrange(16)
        self.stack.token.forcedTransferWithReason(*words, sender=self.stack.agent)

    def do_freeze_wallet(self) -> None:
        on = self.rng.random() < 0.3
        words = self._holder(), on, self.rng.randrange(16)
        self.stack.token.setAddressFrozenWithReason(*words, sender=self.stack.agent)

    def do_freeze_part(self) -> None:
        self.stack.token.freezePartialTokens(self._holder(), 100, sender=self.stack.agent)

    def do_unfreeze_part(self) -> None:
        self.stack.token.unfreezePartialTokens(self._holder(), 60, sender=self.stack.agent)

    def do_set_frozen(self) -> None:
        self.stack.token.setFrozenTokens(self._holder(), self._amount(), sender=self.stack.agent)

    def do_pause(self) -> None:
        self.stack.token.pause(sender=self.stack.agent)

    def do_unpause(self) -> None:
        self.stack.token.unpause(sender=self.stack.agent)

    def do_unpause_again(self) -> None:
        self.stack.token.unpause(sender=self.stack.agent)

    def do_record_date(self) -> None:
        soon = self.stack.chain.timestamp + self.rng.choice((60, DAY))
        self.stack.token.scheduleRecordDate(soon, sender=self.stack.agent)

    def do_arrive(self) -> None:
        self.stack.token.crosschainMint(self._holder(), self._amount(), sender=self.stack.bridge)

    def do_depart(self) -> None:
        self.stack.token.crosschainBurn(self._holder(), self._amount(), sender=self.stack.bridge)

    def do_recover(self) -> None:
        stack, new = self.stack, self._holder()
        identity = stack.chain.deploy("HostileIdentity")
        identity.plantKey(new, False, sender=new)
        lost = self._holder()
        word = self._record() & ~((1 << 160) - 1) | int(str(identity.address), 16)
        stack.engine.deleteIdentity(new, sender=stack.agent)
        stack.engine.writeRecords([(lost, word)], sender=stack.agent)
        words = lost, new, identity, self.rng.randrange(16)
        stack.token.recoveryAddressWithReason(*words, sender=stack.agent)

    # ------------------------------------------------------------------ the token's words

    def do_name(self) -> None:
        name = self.rng.choice(("", "Note", "Bond"))
        self.stack.token.setName(name, sender=self.stack.governor)

    def do_symbol(self) -> None:
        self.stack.token.setSymbol(self.rng.choice(("N", "B")), sender=self.stack.governor)

    def do_onchain_id(self) -> None:
        self.stack.token.setOnchainID(self.strangers[1], sender=self.stack.governor)

    def do_info(self) -> None:
        minimum = self.rng.choice((0, 0, 0, 50))
        info = ("bond", "EU", "RegS", minimum, self.rng.random() < 0.9)
        self.stack.token.setTokenInfo(info, sender=self.stack.governor)

    def do_document(self) -> None:
        name, mark = self.rng.choice(self.documents), self.rng.randbytes(32)
        self.stack.token.setDocument(name, f"ipfs://{mark.hex()}", mark, sender=self.stack.governor)

    def do_drop_document(self) -> None:
        name = self.rng.choice(self.documents)
        self.stack.token.removeDocument(name, sender=self.stack.governor)

    def do_grant(self) -> None:
        target = self.rng.choice((self.stack.token, self.stack.engine))
        role = self.rng.choice(tuple(LocalRole))
        words = role, self.rng.choice(self.strangers)
        target.grantLocalRole(*words, sender=self.stack.governor)

    def do_revoke_role(self) -> None:
        target = self.rng.choice((self.stack.token, self.stack.engine))
        words = self.rng.choice(tuple(LocalRole)), self.rng.choice(self.strangers)
        target.revokeLocalRole(*words, sender=self.stack.governor)

    def do_agent(self) -> None:
        self.stack.token.addAgent(self.strangers[0], sender=self.stack.governor)

    # ------------------------------------------------------------------ the registry

    def do_register(self) -> None:
        self._write(self._holder())

    def do_attest(self) -> None:
        self.batches += 1
        attester = Attester(self.stack, self.rng.choice(self.issuers), self.strangers[0])
        rows = [(self._holder(), self._record()) for _ in range(3)]
        attester.bring(attester.batch(rows, nonce=self.batches))

    def do_delete(self) -> None:
        self.stack.engine.deleteIdentity(self._holder(), sender=self.stack.agent)

    def do_country(self) -> None:
        country = self.rng.choice(COUNTRIES)
        self.stack.engine.updateCountry(self._holder(), country, sender=self.stack.agent)

    def do_identity(self) -> None:
        words = self._holder(), self.rng.choice(self.identities)
        self.stack.engine.updateIdentity(*words, sender=self.stack.agent)

    def do_revoke(self) -> None:
        wallets = [self._holder()]
        self.stack.engine.revokeVerificationWithReason(wallets, 14, sender=self.stack.agent)

    def do_terms(self) -> None:
        token, identity = self.stack.token, self.rng.choice(self.identities)
        words = self.stack.engine.termsOf(token, identity), self.rng.randrange(2**64)
        self.stack.engine.writeTerms(token, identity, *words, sender=self.stack.agent)

    def do_evidence(self) -> None:
        words = self.rng.choice(self.identities), self.rng.randrange(2**200)
        self.stack.engine.writeEvidence(*words, sender=self.stack.agent)

    def do_trust(self) -> None:
        topics = self.rng.sample((1, 2, 3, 4), k=self.rng.randrange(1, 4))
        issuer = self.rng.choice(self.issuers)
        self.stack.engine.addTrustedIssuer(issuer, topics, sender=self.stack.governor)

    def do_distrust(self) -> None:
        issuer = self.rng.choice(self.issuers)
        self.stack.engine.removeTrustedIssuer(issuer, sender=self.stack.governor)

    def do_topics_of(self) -> None:
        topics = self.rng.sample((1, 2, 3, 4), k=2)
        issuer = self.rng.choice(self.issuers)
        self.stack.engine.updateIssuerClaimTopics(issuer, topics, sender=self.stack.governor)

    def do_topic(self) -> None:
        topic = self.rng.randrange(1, 5)
        self.stack.engine.addClaimTopic(topic, sender=self.stack.governor)

    def do_drop_topic(self) -> None:
        topic = self.rng.randrange(1, 5)
        self.stack.engine.removeClaimTopic(topic, sender=self.stack.governor)

    def do_mode(self) -> None:
        on = self.rng.random() < 0.3
        self.stack.engine.setVerificationMode(on, sender=self.stack.governor)

    def do_bind(self) -> None:
        other = self.rng.choice(self.strangers[1:])
        self.stack.engine.bindIdentityRegistry(other, sender=self.stack.governor)

    def do_unbind(self) -> None:
        other = self.rng.choice(self.strangers[1:])
        self.stack.engine.unbindIdentityRegistry(other, sender=self.stack.governor)

    def do_revoke_signatures(self) -> None:
        self.stack.engine.revokeSignatures(self.issuers[2], sender=self.stack.agent)

    def do_pause_group(self) -> None:
        self.stack.engine.pauseGroups(1 << self.rng.randrange(4), sender=self.stack.governor)

    def do_unpause_groups(self) -> None:
        self.stack.engine.unpauseGroups(0xFF, sender=self.stack.governor)

    # ------------------------------------------------------------------ the rules

    def do_configure(self) -> None:
        rng = self.rng
        rules = [code for code in RULES if rng.random() < 0.3]
        everywhere = [2**256 - 1] * 4
        settings = rule_settings(
            rules,
            supplyCap=rng.choice((200_000, 300_000)),
            maxBalance=rng.choice((60_000, 90_000)),
            minBalance=rng.choice((0, 1, 5)),
            minimumTicket=rng.choice((0, 1, 5)),
            windowVolume=rng.choice((5_000, 20_000)),
            windowLength=rng.choice((60, DAY)),
            holderCap=rng.choice((4, 20)),
            maxSharePips=rng.choice((500_000, 1_000_000)),
            allowedCountries=everywhere,
            countryCaps=[(rng.choice(COUNTRIES), rng.random() < 0.7, rng.choice((1, 5)))],
            classCaps=[(rng.randrange(4), False, 5)],
            packLimits=[(rng.randrange(3), rng.choice((10, 20)))],
            allotments=[(rng.choice((0, 1, 4, 5, 6)), 0, rng.choice((1_000, 50, -3)))],
        )
        self.stack.configure(settings)

    def do_allot(self) -> None:
        """All of each limit is this chain's, without any rule."""
        engine, token = self.stack.engine, self.stack.token
        totals = {0: 10**6, 1: 50, 4: 10**6, 5: 10**6}
        holder = int(str(self.rng.choice(self.identities)), 16)
        # The investor's own one first: without one it moves with everybody's.
        changes = [(4, holder, 70_000 - engine.allotment(token, 4, holder).local)]
        for limit, total in totals.items():
            changes.append((limit, 0, total - engine.allotment(token, limit, 0).local))
        self.stack.configure(
            rule_settings(
                (23, 24, 31) if engine.countStatus(token).kept else (),
                supplyCap=totals[0],
                holderCap=totals[1],
                maxBalance=totals[4],
                windowVolume=totals[5],
                windowLength=DAY,
                allotments=changes,
            )
        )

    def do_pack(self) -> None:
        words = [self.rng.randrange(100) for _ in range(self.rng.randrange(17))]
        packed = self.stack.token, self.rng.randrange(5), words
        self.stack.engine.configurePack(*packed, sender=self.stack.governor)

    def do_post_volume(self) -> None:
        engine, agent = self.stack.engine, self.stack.agent
        if not engine.hasLocalRole(LocalRole.PRICER, agent):
            engine.grantLocalRole(LocalRole.PRICER, agent, sender=self.stack.governor)
        as_of = self.stack.chain.timestamp - self.rng.randrange(100)
        engine.postWeeklyVolume(self.stack.token, self._amount(), as_of, sender=agent)

    def do_send_allotment(self) -> None:
        self.messages += 1
        words = self.stack.token, self.rng.choice((0, 1, 2, 4)), 0, 10, self._message()
        self.stack.engine.sendAllotment(*words, sender=self.stack.bridge)

    def do_receive_allotment(self) -> None:
        self.messages += 1
        words = self.stack.token, self.rng.choice((0, 1, 2, 4)), 0, 3, self._message()
        self.stack.engine.receiveAllotment(*words, sender=self.stack.bridge)

    def _message(self) -> bytes:
        return self.messages.to_bytes(32, "big")

    def do_pre_approve(self) -> None:
        giver, taker, amount = self._holder(), self._holder(), self._amount()
        now = self.stack.chain.timestamp
        words = self.stack.token, giver, taker, amount, now - 5, now + DAY
        self.stack.engine.approveTransfer(*words, sender=self.stack.agent)
        self.approved.add((str(giver).lower(), str(taker).lower(), amount))

    def do_use_approval(self) -> None:
        if self.approved:
            giver, taker, amount = self.rng.choice(sorted(self.approved))
            self.stack.token.transfer(taker, amount, sender=giver)

    def do_revoke_approval(self) -> None:
        if self.approved:
            giver, taker, amount = self.rng.choice(sorted(self.approved))
            words = self.stack.token, giver, taker, amount
            self.stack.engine.revokeApproval(*words, sender=self.stack.agent)

    # ------------------------------------------------------------------ counting

    def do_count(self) -> None:
        """Pauses, starts a count of a random scope, and most times brings it to its end."""
        stack, rng = self.stack, self.rng
        if not stack.token.paused():
            stack.token.pause(sender=stack.agent)
        stack.engine.unpauseGroups(0xFF, sender=stack.governor)
        scope = rng.random() < 0.7, rng.random() < 0.7, rng.randrange(32), rng.random() < 0.5
        stack.engine.startCount(stack.token, scope, sender=stack.governor)
        for holder in self.holders if rng.random() < 0.9 else self.holders[:3]:
            stack.engine.countWallets(stack.token, [holder], sender=self.strangers[2])
        stack.engine.finishCount(stack.token, sender=self.strangers[2])
        stack.token.unpause(sender=stack.agent)

    def do_stop_count(self) -> None:
        self.stack.engine.stopCount(self.stack.token, sender=self.stack.governor)

    def do_recount(self) -> None:
        words = self.stack.token, self._holder()
        self.stack.engine.recount(*words, sender=self.strangers[2])

    def do_move_holdings(self) -> None:
        words = self.stack.token, self._holder()
        self.stack.engine.moveHoldings(*words, sender=self.strangers[2])

    def do_wait(self) -> None:
        self.stack.chain.advance(self.rng.choice((1, 30, 3_600, DAY)))
