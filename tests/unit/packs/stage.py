"""A token whose packs run by a policy, and investors as the off-chain rules describe them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from quantera.access import LocalRole
from quantera.compliance.assets import AssetPolicy
from quantera.compliance.catalogue import JURISDICTIONS, Jurisdiction
from quantera.compliance.evidence import pack_evidence
from quantera.compliance.moments import DAY, add_months
from quantera.compliance.pack_words import PackSetup, encode
from quantera.compliance.pack_words.layout import money
from quantera.compliance.record import (
    FLAG_CUSTODIAN,
    FLAG_HIGH_RISK,
    FLAG_US_PERSON,
    pack_record,
)
from quantera.compliance.rules.deal import Profile
from quantera.evm import ZERO_ADDRESS, Actor, MemoryChain, Receipt, Reverted
from tests.stacks.token import FOREVER, UNIT, TokenStack, deploy_stack, rule_settings

TRANSFER, MINT, CROSSCHAIN_MINT, CROSSCHAIN_BURN = 0, 1, 5, 6
NO_ROUTE, ALLOTMENT = 38, 37
PACK_LIMIT = 6
INSIDER = 2
HEADROOM_MONTHS = 12
CENT = 10**6
"""A hundredth of a currency unit at 8 decimals."""


@dataclass
class Stage:
    """What the tests of the packs share; `stack` is a real token at a real engine.

    Attributes:
        setups: packs in force.
        wallets: wallets by identity.
    """

    stack: TokenStack
    setups: dict[Jurisdiction, PackSetup] = field(default_factory=dict)
    wallets: dict[int, Actor] = field(default_factory=dict)

    # ------------------------------------------------------------------ rules

    def run(
        self,
        policy: AssetPolicy,
        *,
        own: bool = True,
        offer: int = 0,
        limits: Mapping[int, int] | None = None,
        allotments: Mapping[int, int] | None = None,
        switches: tuple[int, ...] = (NO_ROUTE,),
        keep: frozenset[int] | None = None,
    ) -> None:
        """Put a policy's packs in force.

        Args:
            policy: the asset.
            own: whether the packs are the token's own, besides running for their recipients.
            offer: number of the offer.
            limits: global values that differ from the policy's, by key.
            allotments: this chain's part of a limit, by key, where it is not all of it.
            switches: other rules that run.
            keep: the only codes of the packs to switch on, where not all of the policy's.
        """
        bits = 0
        codes: set[int] = set(switches)
        values: dict[int, int] = {}
        for jurisdiction in policy.packs:
            index = JURISDICTIONS.index(jurisdiction)
            setup = encode(policy, jurisdiction, offer)
            self.setups[jurisdiction] = setup
            self.stack.engine.configurePack(
                self.stack.token, index, list(setup.words), sender=self.stack.governor
            )
            bits |= 1 << index
            codes |= setup.codes if keep is None else setup.codes & keep
            values |= setup.limits
        values |= limits or {}
        shares = {**values, **(allotments or {})}
        self.stack.configure(
            rule_settings(
                codes,
                ownPacks=bits if own else 0,
                recipientPacks=bits,
                packLimits=list(values.items()),
                allotments=[
                    (PACK_LIMIT, key, share - min(self._allotted(key), values[key]))
                    for key, share in shares.items()
                ],
            )
        )

    def _allotted(self, key: int) -> int:
        local: int = self.stack.engine.allotment(self.stack.token, PACK_LIMIT, key).local
        return local

    def count_holders(self) -> None:
        """Keep positions and count holders; at once complete while nothing is issued."""
        self.stack.engine.startCount(
            self.stack.token, (True, False, 0, False), sender=self.stack.governor
        )

    # ------------------------------------------------------------------ investors

    def enter(self, profile: Profile, wallet: str | Actor | None = None) -> Actor:
        """Write a profile to the registry: record, evidence, and terms with the token."""
        stack = self.stack
        name = f"wallet of {profile.identity}" if wallet is None else wallet
        actor = name if isinstance(name, Actor) else stack.chain.actor(name)
        flags = (
            (FLAG_US_PERSON if profile.us_person else 0)
            | (FLAG_HIGH_RISK if profile.high_risk else 0)
            | (FLAG_CUSTODIAN if profile.custodian else 0)
        )
        word = pack_record(profile.identity, profile.residence, FOREVER, profile.classes, flags, 0)
        stack.enter([actor], [word])
        identity = f"0x{profile.identity:040x}"
        stack.engine.writeEvidence(identity, pack_evidence(profile), sender=stack.agent)
        terms = INSIDER if profile.insider_of else 0
        headroom = profile.headroom.get("UK")
        if headroom is not None:
            amount, attested = headroom
            until = add_months(attested, HEADROOM_MONTHS)
            terms |= 2 << 4 | money(amount) << 32 | until << 104
        before = stack.engine.termsOf(stack.token, identity)
        stack.engine.writeTerms(stack.token, identity, before, terms, sender=stack.agent)
        self.wallets[profile.identity] = actor
        return actor

    # ------------------------------------------------------------------ movements

    def preview(self, path: int, from_: Any, to: Any, amount: int) -> int:
        """The engine's code for a movement."""
        stack, token = self.stack, self.stack.token
        code: int = stack.engine.preview(
            token,
            path,
            (
                from_ or to,
                from_ or ZERO_ADDRESS,
                to or ZERO_ADDRESS,
                amount,
                token.balanceOf(from_) if from_ else 0,
                token.balanceOf(to) if to else 0,
                token.totalSupply(),
            ),
        )
        return code

    def mint(self, to: Actor, amount: int = UNIT, terms: tuple[int, ...] | None = None) -> int:
        """Mint, and tell the code; without terms it is the preview's (CMP-01)."""
        token, agent = self.stack.token, self.stack.agent
        expected = self.preview(MINT, None, to, amount) if terms is None else None
        try:
            if terms is None:
                token.mint(to, amount, sender=agent)
            else:
                token.mintUnderTerms(to, amount, terms, sender=agent)
        except Reverted as error:
            assert error.name == "TransferRefused", error
            code: int = error.values["code"]
        else:
            code = 0
        assert expected in (None, code), f"settle gave {code}, preview {expected}"
        return code

    def issue(self, to: Actor, amount: int = UNIT) -> Receipt:
        """Mint what no rule refuses."""
        receipt: Receipt = self.stack.token.mint(to, amount, sender=self.stack.agent)
        return receipt

    def transfer(self, from_: Actor, to: Actor, amount: int = UNIT) -> int:
        """Transfer, and tell the code, which is the preview's."""
        expected = self.preview(TRANSFER, from_, to, amount)
        try:
            self.stack.token.transfer(to, amount, sender=from_)
        except Reverted as error:
            assert error.name == "TransferRefused", error
            code: int = error.values["code"]
        else:
            code = 0
        assert code == expected, f"settle gave {code}, preview {expected}"
        return code

    def arranged(self, from_: Actor, to: Actor, amount: int, terms: tuple[int, ...]) -> int:
        """A settlement contract transfers its own units under terms; the code."""
        stack = self.stack
        setting = stack.engine.setTradeTerms.encode(stack.token, from_, to, amount, terms)
        moving = stack.token.transfer.encode(to, amount)
        try:
            stack.chain.at(from_, "TradeTermsProbe").together(
                [stack.engine, stack.token], [setting, moving], sender=stack.agent
            )
        except Reverted as error:
            assert error.name == "TransferRefused", error
            code: int = error.values["code"]
            return code
        return 0

    def settlement(self, profile: Profile) -> Actor:
        """A settlement contract that is registered as an investor."""
        stack = self.stack
        contract = stack.chain.deploy("TradeTermsProbe")
        stack.engine.grantLocalRole(LocalRole.SETTLEMENT, contract, sender=stack.governor)
        return self.enter(profile, Actor(contract.address))

    # ------------------------------------------------------------------ time and counters

    def at(self, moment: int) -> None:
        """Let it be that second in the next block."""
        self.stack.chain.set_timestamp(moment)

    def used(self, code: int, country: int = 0, offer: int = 0) -> int:
        """What is used of a limit."""
        key = offer << 24 | code << 16 | country
        used: int = self.stack.engine.allotment(self.stack.token, PACK_LIMIT, key).used
        return used

    def approve(self, from_: Actor, to: Actor, amount: int = UNIT) -> None:
        """Approve a transfer in advance, for a day from now."""
        now = self.stack.chain.timestamp
        self.stack.engine.approveTransfer(
            self.stack.token, from_, to, amount, now, now + DAY, sender=self.stack.agent
        )


def open_stage() -> Stage:
    """A stage without packs, on a chain of its own."""
    return Stage(deploy_stack(MemoryChain()))


def euros(amount: Decimal | int | str) -> int:
    """Money on-chain."""
    return money(Decimal(amount))
