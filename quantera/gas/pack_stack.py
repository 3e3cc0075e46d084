"""A token that keeps lots and runs the default pack of one jurisdiction."""

from collections.abc import Callable
from uuid import UUID

from quantera.compliance.assets import AssetPolicy
from quantera.compliance.catalogue import JURISDICTIONS, Jurisdiction, load_packs
from quantera.compliance.lots import EXEMPTIONS
from quantera.compliance.pack_words import encode
from quantera.evm import Actor, Contract, NodeChain
from quantera.gas.token_stack import DAY, FOREVER, UNIT, deploy_stack, rule_settings

HOLDING = 1_000 * UNIT
BEST_CLASSES = (5, 4, 4, 4, 3)
"""Classes that no pack refuses, in the order of the jurisdictions."""

_ROUTES: dict[Jurisdiction, str] = {
    "US": "US-01",
    "EU": "EU-02",
    "UK": "UK-01",
    "SG": "SG-04",
    "JP": "JP-01",
}
_EXEMPTIONS: dict[Jurisdiction, str] = {"US": "506c", "SG": "275", "JP": "QII"}
_RESIDENCES: dict[Jurisdiction, int] = {"US": 840, "EU": 276, "UK": 826, "SG": 702, "JP": 392}
_LOTS = 5
_PACK_LIMIT = 6
_NO_ROUTE = 38
_US_PERSON = 1
_PERIOD = 400 * DAY
_EVIDENCE_KINDS = 7


class PackStack:
    """A token, its default pack, and three investors who hold.

    Attributes:
        holder: has a lot whose holding period is over.
        recipient: has one of the same day, source and exemption.
        other: has one of another day.
    """

    def __init__(self, chain: NodeChain, jurisdiction: Jurisdiction) -> None:
        """Issue a lot to each, let the periods end, and switch the default pack on."""
        self.jurisdiction = jurisdiction
        self.stack = stack = deploy_stack(chain)
        stack.engine.startCount(stack.token, (True, False, 0, True), sender=stack.governor)
        exemption = EXEMPTIONS.index(_EXEMPTIONS.get(jurisdiction, "none"))
        stack.engine.configurePack(stack.token, _LOTS, [exemption << 16], sender=stack.governor)
        self.holder, self.recipient, self.other = map(
            self._investor, ("holder", "recipient", "other")
        )
        for wallet in (self.holder, self.recipient):
            stack.token.mint(wallet, HOLDING, sender=stack.agent)
        chain.advance(DAY)
        stack.token.mint(self.other, HOLDING, sender=stack.agent)
        chain.advance(_PERIOD)
        for wallet in (self.holder, self.recipient, self.other):
            self._attest(wallet)
        self._switch_on()
        for wallet in (self.recipient, self.other):
            self._approve(wallet)

    def _investor(self, name: str) -> Actor:
        wallet = self.stack.chain.actor(name)
        word = int(str(self._identity(wallet)), 16) | _RESIDENCES[self.jurisdiction] << 160
        word |= FOREVER << 176
        for place, code in enumerate(BEST_CLASSES):
            word |= code << 216 + 4 * place
        if self.jurisdiction == "US":
            word |= _US_PERSON << 236
        self.stack.enter([wallet], [word])
        return wallet

    def _identity(self, wallet: Actor) -> Actor:
        return self.stack.chain.actor(f"identity of {wallet.name}")

    def _attest(self, wallet: Actor) -> None:
        today = self.stack.chain.timestamp // DAY
        word = sum(today << 24 * kind for kind in range(_EVIDENCE_KINDS))
        self.stack.engine.writeEvidence(self._identity(wallet), word, sender=self.stack.agent)

    def _switch_on(self) -> None:
        jurisdiction, stack = self.jurisdiction, self.stack
        policy = AssetPolicy.model_validate(
            {
                "id": str(UUID(int=1)),
                "name": "Measured",
                "symbol": "GAS",
                "assetType": "equity",
                "decimals": 18,
                "prices": {load_packs().currency[jurisdiction]: "1"},
                "packs": {jurisdiction: {"route": _ROUTES[jurisdiction]}},
            }
        )
        setup = encode(policy, jurisdiction)
        index = JURISDICTIONS.index(jurisdiction)
        stack.engine.configurePack(stack.token, index, list(setup.words), sender=stack.governor)
        stack.configure(
            rule_settings(
                {_NO_ROUTE, *setup.codes},
                ownPacks=1 << index,
                recipientPacks=1 << index,
                packLimits=list(setup.limits.items()),
                allotments=[(_PACK_LIMIT, key, value) for key, value in setup.limits.items()],
            )
        )

    def _approve(self, wallet: Actor) -> None:
        """Japan's default pack asks for the issuer's consent."""
        if self.jurisdiction != "JP":
            return
        now, engine = self.stack.chain.timestamp, self.stack.engine
        engine.approveTransfer(
            self.stack.token, self.holder, wallet, UNIT, now, now + DAY, sender=self.stack.agent
        )

    @property
    def token(self) -> Contract:
        """The token."""
        return self.stack.token


def default_pack(jurisdiction: Jurisdiction) -> Callable[[NodeChain], PackStack]:
    """Set-up of a jurisdiction's default pack."""
    return lambda chain: PackStack(chain, jurisdiction)
