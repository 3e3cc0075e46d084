"""Short sequences written by hand in which ours differs from T-REX, one for each accepted case."""

from collections.abc import Iterator

from tests.differential.token import cast
from tests.differential.token.cast import by
from tests.differential.token.difference_conditions import LARGEST
from tests.differential.token.directed import Directed
from tests.differential.token.model.ledger import MAX_UINT256
from tests.differential.token.operations import ZERO, Operation

LONG_AGO = 1
FAR_AWAY = 2**40 - 2
ISSUER_PLACES = 63


def _largest_amounts() -> Iterator[Operation]:
    issued = sum(cast.FUNDED.values())
    yield by("agent", "token", "mint", "holder_one", LARGEST - issued + 1)
    yield by("agent", "token", "mint", "holder_one", LARGEST + 1)
    yield by("agent", "token", "batchMint", ["holder_one", "holder_two"], [LARGEST - issued, 1])
    yield by("agent", "token", "mint", "holder_one", LARGEST - issued)
    yield by("agent", "token", "mint", "holder_one", 1)
    yield by("holder_one", "token", "transfer", "holder_two", LARGEST + 1)
    yield by("agent", "token", "burn", "holder_one", LARGEST)


def _allowances() -> Iterator[Operation]:
    yield by("holder_one", "token", "approve", "stranger", MAX_UINT256)
    yield by("stranger", "token", "transferFrom", "holder_one", "holder_two", 10)
    yield by("holder_one", "token", "approve", "stranger", MAX_UINT256 - 1)
    yield by("stranger", "token", "transferFrom", "holder_one", "holder_two", 10)
    yield by("agent", "token", "setAddressFrozen", "stranger", True)
    yield by("stranger", "token", "transferFrom", "holder_one", "holder_two", 10)
    yield by("stranger", "token", "transferFrom", "holder_one", "holder_two", 10_000)
    yield by("agent", "token", "setAddressFrozen", "stranger", False)
    yield by("stranger", "token", "transferFrom", "holder_one", "holder_two", 10)


def _nothing() -> Iterator[Operation]:
    yield by("holder_one", "token", "transfer", "holder_two", 0)
    yield by("agent", "token", "freezePartialTokens", "holder_one", 0)
    yield by("agent", "token", "unfreezePartialTokens", "holder_one", 0)
    yield by("agent", "token", "batchFreezePartialTokens", ["holder_one", "holder_two"], [0, 5])
    yield by("stranger", "token", "batchTransfer", [], [])
    yield by("stranger", "token", "batchBurn", [], [])
    yield by("stranger", "registry", "batchRegisterIdentity", [], [], [])


def _expiries() -> Iterator[Operation]:
    newcomer, topic = "identity_newcomer", cast.TOPIC
    yield by("agent", "registry", "registerIdentity", "newcomer", newcomer, 840)
    yield by("world", "world", "certify", newcomer, "issuer_a", topic, FAR_AWAY)
    yield by("stranger", "registry", "isVerified", "newcomer")
    yield by("holder_one", "token", "transfer", "newcomer", 1)
    yield by("world", "world", "certify", newcomer, "issuer_a", topic, LONG_AGO)
    yield by("stranger", "registry", "isVerified", "newcomer")
    yield by("holder_one", "token", "transfer", "newcomer", 1)
    yield by("agent", "token", "mint", "newcomer", 1)
    yield by("agent", "token", "forcedTransfer", "holder_one", "newcomer", 1)


def _claims_of_others() -> Iterator[Operation]:
    yield by("stranger", "registry", "isVerified", "impostor")
    yield by("holder_one", "token", "transfer", "impostor", 1)
    yield by("stranger", "registry", "isVerified", "mute")
    yield by("holder_one", "token", "transfer", "mute", 1)
    yield by("agent", "registry", "updateIdentity", "mute", "stranger")
    yield by("stranger", "registry", "isVerified", "mute")


def _recoveries() -> Iterator[Operation]:
    def recover(lost: str, new: str, identity: str) -> Operation:
        return by("agent", "token", "recoveryAddress", lost, new, identity)

    yield recover("holder_one", "replacement_two", "identity_two")
    yield recover("holder_one", "holder_one", "identity_one")
    yield recover("holder_one", "second_wallet", "identity_one")
    yield by("agent", "token", "freezePartialTokens", "holder_one", 300)
    yield by("agent", "token", "setAddressFrozen", "holder_one", True)
    yield recover("holder_one", "replacement_one", "identity_one")
    yield by("agent", "token", "setAddressFrozen", "replacement_one", False)
    yield by("replacement_one", "token", "transfer", "holder_two", 700)
    yield by("replacement_one", "token", "transfer", "holder_two", 1)


def _one_contract() -> Iterator[Operation]:
    for function, target in (
        ("setIdentityRegistryStorage", "storage"),
        ("setClaimTopicsRegistry", "topics"),
        ("setTrustedIssuersRegistry", "issuers"),
    ):
        yield by("owner", "registry", function, target)
        yield by("owner", "registry", function, f"spare_{target}")
    yield by("owner", "token", "setIdentityRegistry", "spare_registry")
    yield by("owner", "token", "setIdentityRegistry", "registry")


def _storage_agents() -> Iterator[Operation]:
    yield by("stranger", "storage", "isAgent", "agent")
    # What an agent of the registry may do at the storage, which is the same contract.
    yield by("agent", "storage", "addIdentityToStorage", "newcomer", "identity_one", 840)
    yield by("agent", "storage", "modifyStoredIdentity", "holder_one", "identity_two")
    yield by("agent", "storage", "modifyStoredInvestorCountry", "holder_one", 276)
    yield by("agent", "storage", "removeIdentityFromStorage", "holder_one")
    yield by("owner", "storage", "addAgent", "agent")
    yield by("agent", "storage", "addIdentityToStorage", "newcomer", "identity_one", 840)
    yield by("agent", "storage", "addIdentityToStorage", "newcomer", "identity_one", 840)
    yield by("agent", "storage", "modifyStoredIdentity", "newcomer", "identity_newcomer")
    yield by("agent", "storage", "modifyStoredInvestorCountry", "newcomer", 276)
    yield by("agent", "storage", "removeIdentityFromStorage", "newcomer")
    yield by("agent", "storage", "removeIdentityFromStorage", "newcomer")
    yield by("owner", "storage", "removeAgent", "agent")
    # An agent of the storage is one of the registry.
    yield by("owner", "storage", "addAgent", "second_agent")


def _zero() -> Iterator[Operation]:
    yield by("stranger", "issuers", "getTrustedIssuerClaimTopics", ZERO)
    yield by("agent", "token", "isAgent", ZERO)
    yield by("owner", "compliance", "removeModule", ZERO)


def _bound_registries() -> Iterator[Operation]:
    yield by("owner", "storage", "bindIdentityRegistry", ZERO)
    yield by("stranger", "storage", "bindIdentityRegistry", "stranger")
    yield by("owner", "storage", "bindIdentityRegistry", "stranger")
    yield by("owner", "storage", "bindIdentityRegistry", "stranger")
    yield by("stranger", "storage", "unbindIdentityRegistry", "stranger")
    yield by("owner", "storage", "unbindIdentityRegistry", "stranger")
    yield by("owner", "storage", "unbindIdentityRegistry", "stranger")
    # T-REX's own registry is bound; ours is its own storage.
    yield by("owner", "storage", "unbindIdentityRegistry", "registry")


def _token_as_investor() -> Iterator[Operation]:
    yield by("agent", "registry", "registerIdentity", "token", "identity_three", 840)
    yield by("holder_one", "token", "transfer", "token", 1)
    yield by("holder_one", "token", "transfer", "token", 1_001)
    yield by("agent", "token", "mint", "token", 1)
    yield by("agent", "token", "forcedTransfer", "holder_one", "token", 1)


def _compliance_elsewhere() -> Iterator[Operation]:
    spare = "spare_compliance"
    yield by("stranger", "compliance", "canTransfer", "holder_one", "unclaimed", 1)
    yield by("owner", spare, "addModule", "country_allow")
    yield by("owner", spare, "bindToken", "token")
    yield by("owner", spare, "addModule", "country_allow")
    yield by("owner", spare, "bindToken", "stranger")
    yield by("stranger", spare, "canTransfer", "holder_one", "holder_two", 1)
    yield by("owner", "compliance", "unbindToken", "token")
    yield by("holder_one", "token", "transfer", "holder_two", 1)
    yield by("agent", "token", "mint", "holder_two", 1)


def _issuers_that_come_and_go() -> Iterator[Operation]:
    # One place is taken: `issuer_a` has been trusted from the start.
    for issuer in cast.FILLERS[: ISSUER_PLACES - 1]:
        yield by("owner", "issuers", "addTrustedIssuer", issuer, [cast.OTHER_TOPIC])
        yield by("owner", "issuers", "removeTrustedIssuer", issuer)
    yield by("owner", "issuers", "addTrustedIssuer", "issuer_b", [cast.OTHER_TOPIC])
    yield by("owner", "issuers", "addTrustedIssuer", cast.FILLERS[5], [cast.OTHER_TOPIC])
    yield by("owner", "issuers", "removeTrustedIssuer", "issuer_a")
    yield by("owner", "issuers", "addTrustedIssuer", cast.FILLERS[3], [cast.OTHER_TOPIC])
    yield by("owner", "issuers", "addTrustedIssuer", "issuer_a", [cast.TOPIC])


DIFFERENCES: tuple[Directed, ...] = (
    Directed("largest amounts", tuple(_largest_amounts())),
    Directed("allowances that differ", tuple(_allowances())),
    Directed("movements of nothing", tuple(_nothing())),
    Directed("expiries", tuple(_expiries())),
    Directed("claims of others", tuple(_claims_of_others())),
    Directed("recoveries that differ", tuple(_recoveries())),
    Directed("one contract", tuple(_one_contract())),
    Directed("agents of the storage", tuple(_storage_agents())),
    Directed("the zero address", tuple(_zero())),
    Directed("registries bound to the storage", tuple(_bound_registries())),
    Directed("the token as an investor", tuple(_token_as_investor())),
    Directed("compliance elsewhere", tuple(_compliance_elsewhere())),
    Directed("issuers that come and go", tuple(_issuers_that_come_and_go()), at_the_end=True),
)
