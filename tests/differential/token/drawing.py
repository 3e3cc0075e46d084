"""Random operations: mostly such as succeed, now and then one that fails each condition."""

from functools import partial

from hypothesis import strategies as st

from tests.differential.token import drawn_compliance as compliance
from tests.differential.token import drawn_identities as identities
from tests.differential.token import drawn_roles as roles
from tests.differential.token import drawn_token as token
from tests.differential.token import drawn_world as world
from tests.differential.token.chooser import (
    Chooser,
    Draw,
    Drawing,
)
from tests.differential.token.model.ledger import Ledger
from tests.differential.token.operations import Operation
from tests.differential.token.repairs import needed_repairs

WEIGHTS: tuple[tuple[int, Drawing], ...] = (
    (6, token.transfer),
    (6, token.transfer_from),
    (3, token.allowance("approve")),
    (2, token.allowance("increaseAllowance")),
    (2, token.allowance("decreaseAllowance")),
    (6, token.mint),
    (5, token.burn),
    (6, token.forced_transfer),
    (4, token.set_address_frozen),
    (5, token.freeze),
    (4, token.unfreeze),
    (2, token.pausing),
    (5, token.recover),
    (3, token.batch("batchTransfer", token.transfer)),
    (2, token.batch("batchForcedTransfer", token.forced_transfer)),
    (2, token.batch("batchMint", token.mint)),
    (2, token.batch("batchBurn", token.burn)),
    (2, token.batch("batchSetAddressFrozen", token.set_address_frozen)),
    (2, token.batch("batchFreezePartialTokens", token.freeze)),
    (2, token.batch("batchUnfreezePartialTokens", token.unfreeze)),
    (1, token.text("setName")),
    (1, token.text("setSymbol")),
    (1, token.set_onchain_id),
    (2, token.set_identity_registry),
    (2, token.set_compliance),
    (3, roles.add_agent),
    (2, roles.remove_agent),
    (1, roles.is_agent),
    (3, roles.transfer_ownership),
    (1, roles.init),
    (5, identities.register),
    (3, identities.batch_register),
    (3, identities.update_identity),
    (3, identities.update_country),
    (4, identities.delete_identity),
    (3, identities.point_registry),
    (3, identities.store_directly),
    (1, identities.store_country_directly),
    (3, identities.bind_registry),
    (4, identities.topics),
    (3, identities.trust),
    (3, identities.distrust),
    (1, identities.issuer_topics),
    (2, compliance.bind_token),
    (3, compliance.modules),
    (2, compliance.notify_directly),
    (4, compliance.module_setting),
    (2, compliance.module_directly),
    (4, world.certify),
    (3, world.uncertify),
    (2, world.advance),
)
BY_FUNCTION: dict[str, Drawing] = {
    "Token.transfer": token.transfer,
    "Token.transferFrom": token.transfer_from,
    "Token.approve": token.allowance("approve"),
    "Token.increaseAllowance": token.allowance("increaseAllowance"),
    "Token.decreaseAllowance": token.allowance("decreaseAllowance"),
    "Token.mint": token.mint,
    "Token.burn": token.burn,
    "Token.forcedTransfer": token.forced_transfer,
    "Token.setAddressFrozen": token.set_address_frozen,
    "Token.freezePartialTokens": token.freeze,
    "Token.unfreezePartialTokens": token.unfreeze,
    "Token.pause": token.exactly("pause"),
    "Token.unpause": token.exactly("unpause"),
    "Token.recoveryAddress": token.recover,
    "Token.batchTransfer": token.batch("batchTransfer", token.transfer),
    "Token.batchForcedTransfer": token.batch("batchForcedTransfer", token.forced_transfer),
    "Token.batchMint": token.batch("batchMint", token.mint),
    "Token.batchBurn": token.batch("batchBurn", token.burn),
    "Token.batchSetAddressFrozen": token.batch("batchSetAddressFrozen", token.set_address_frozen),
    "Token.batchFreezePartialTokens": token.batch("batchFreezePartialTokens", token.freeze),
    "Token.batchUnfreezePartialTokens": token.batch("batchUnfreezePartialTokens", token.unfreeze),
    "Token.setName": token.text("setName"),
    "Token.setSymbol": token.text("setSymbol"),
    "Token.setOnchainID": token.set_onchain_id,
    "Token.setCompliance": token.set_compliance,
    "Token.addAgent": partial(roles.agent_added, contract="token"),
    "Token.removeAgent": partial(roles.agent_removed, contract="token"),
    "Token.isAgent": partial(roles.agent_asked, contract="token"),
    "IdentityRegistry.addAgent": partial(roles.agent_added, contract="registry"),
    "IdentityRegistry.removeAgent": partial(roles.agent_removed, contract="registry"),
    "IdentityRegistry.isAgent": partial(roles.agent_asked, contract="registry"),
    "Token.transferOwnership": partial(roles.ownership_transferred, contract="token"),
    "Token.init": partial(roles.initialised, contract="token"),
    "IdentityRegistry.registerIdentity": identities.register,
    "IdentityRegistry.batchRegisterIdentity": identities.batch_register,
    "IdentityRegistry.updateIdentity": identities.update_identity,
    "IdentityRegistry.updateCountry": identities.update_country,
    "IdentityRegistry.deleteIdentity": identities.delete_identity,
    "ClaimTopicsRegistry.addClaimTopic": identities.topics,
    "ClaimTopicsRegistry.removeClaimTopic": identities.topics,
    "TrustedIssuersRegistry.addTrustedIssuer": identities.trust,
    "TrustedIssuersRegistry.removeTrustedIssuer": identities.distrust,
    "TrustedIssuersRegistry.updateIssuerClaimTopics": identities.distrust,
    "TrustedIssuersRegistry.getTrustedIssuerClaimTopics": identities.issuer_topics,
    "ModularCompliance.addModule": compliance.modules,
    "ModularCompliance.removeModule": compliance.modules,
    "ModularCompliance.callModuleFunction": compliance.module_setting,
    "ModularCompliance.transferred": compliance.notify_directly,
    "ModularCompliance.created": compliance.notify_directly,
    "ModularCompliance.destroyed": compliance.notify_directly,
}
"""What draws each function, perhaps among others; without what ours has in another form."""

_LOTS = tuple(drawing for weight, drawing in WEIGHTS for _ in range(weight))


def draw_operation(draw: Draw, ledger: Ledger) -> Operation:
    """One random operation.

    Args:
        draw: draws from a strategy.
        ledger: the model's state, which decides what is likely to succeed.
    """
    chooser = Chooser(draw, ledger)
    repairs = list(needed_repairs(ledger))
    if repairs and chooser.rarely(2):
        return chooser.one_of(repairs)
    # Hypothesis favours small numbers; scattered over the lots they favour none.
    lot: int = draw(st.integers(0, 2**32 - 1)) * 2_654_435_761 % 2**32
    return _LOTS[lot % len(_LOTS)](chooser)
