"""Who takes part, by role, and how a sequence begins: the same for every implementation."""

from tests.differential.token.operations import ZERO, Argument, Operation

TOPIC = 1
OTHER_TOPIC = 2
TOPICS = (TOPIC, OTHER_TOPIC, 3)
COUNTRIES = (840, 276, 826, 0)
"""United States, Germany, United Kingdom, none."""
ALLOWED_COUNTRIES = (840, 276)

OWNERS = ("owner", "new_owner")
AGENTS = ("agent", "second_agent")
HOLDERS = ("holder_one", "holder_two", "holder_three")
REPLACEMENTS = {"replacement_one": "identity_one", "replacement_two": "identity_two"}
"""Wallets that manage an identity and are not registered: a lost wallet is recovered to them."""

WALLET_IDENTITY = {
    "holder_one": "identity_one",
    "holder_two": "identity_two",
    "holder_three": "identity_three",
    "second_wallet": "identity_one",
    "newcomer": "identity_newcomer",
    "unclaimed": "identity_unclaimed",
    "impostor": "identity_impostor",
    "mute": "identity_mute",
    **REPLACEMENTS,
}
"""The identity a wallet belongs to; registering it with another one is allowed, and tried."""
WALLETS = (*WALLET_IDENTITY, *OWNERS, *AGENTS, "stranger")

MANAGERS = {
    "identity_one": ("holder_one", "second_wallet", "replacement_one"),
    "identity_two": ("holder_two", "replacement_two"),
    "identity_three": ("holder_three",),
    "identity_newcomer": ("newcomer",),
    "identity_unclaimed": ("unclaimed",),
}
"""Real ONCHAINID identities, with their management keys; the first one creates it."""
IMPOSTOR = "identity_impostor"
"""Keeps claims of other issuers under the ids of trusted ones."""
MUTE = "identity_mute"
"""Refuses every question."""
IDENTITIES = (*MANAGERS, IMPOSTOR, MUTE)

ISSUERS = ("issuer_a", "issuer_b")
"""Real claim issuers."""
REFUSER = "issuer_refuser"
"""A claim issuer that reverts."""
LIAR = "issuer_liar"
"""A claim issuer that approves everything, and that nobody trusts at the beginning."""

CERTIFIED = ("identity_one", "identity_two", "identity_three", "identity_newcomer")
REGISTERED = {
    "holder_one": 840,
    "holder_two": 276,
    "holder_three": 826,
    "second_wallet": 840,
    "unclaimed": 840,
    "impostor": 840,
    "mute": 840,
}
FUNDED = {"holder_one": 1000, "holder_two": 500, "second_wallet": 100}

SUITE = ("token", "registry", "storage", "issuers", "topics", "compliance")
"""The contracts of a suite; each but the token has a spare one that can take its place."""
SPARES = tuple(f"spare_{name}" for name in SUITE[1:])
MODULES = ("country_allow", "max_balance", "supply_limit", "time_limit")

FILLERS = tuple(f"filler_{number}" for number in range(300))
"""Accounts that only fill lists up to their limits."""
FILLER_MODULES = tuple(f"filler_module_{number}" for number in range(22))
"""Further modules, which only fill a compliance contract up to its limit."""

WINDOW = 86_400
MOST_PER_IDENTITY = 2_000
SUPPLY_LIMIT = 10_000
WINDOW_LIMIT = 1_200


def by(caller: str, contract: str, function: str, *arguments: object) -> Operation:
    """`by("agent", "token", "mint", "holder_one", 5)`, with lists made tuples."""
    return Operation(caller, contract, function, tuple(_frozen(value) for value in arguments))


def prologue(*, with_rules: bool) -> list[Operation]:
    """From a suite as deployed to one in use: holders verified and funded, trading open.

    Args:
        with_rules: bind and set the four modules (country, most per identity, supply, window).
    """
    start = [
        by("owner", "topics", "addClaimTopic", TOPIC),
        by("owner", "issuers", "addTrustedIssuer", "issuer_a", [TOPIC]),
        *(by("world", "world", "certify", name, "issuer_a", TOPIC) for name in CERTIFIED),
        by(
            "agent",
            "registry",
            "batchRegisterIdentity",
            list(REGISTERED),
            [WALLET_IDENTITY[wallet] for wallet in REGISTERED],
            list(REGISTERED.values()),
        ),
    ]
    if with_rules:
        start += [
            *(by("owner", "compliance", "addModule", module) for module in MODULES),
            setting("country_allow", "batchAllowCountries", list(ALLOWED_COUNTRIES)),
            setting("max_balance", "setMaxBalance", MOST_PER_IDENTITY),
            setting("supply_limit", "setSupplyLimit", SUPPLY_LIMIT),
            setting("time_limit", "setTimeTransferLimit", (WINDOW, WINDOW_LIMIT)),
        ]
    return [
        *start,
        by("agent", "token", "unpause"),
        *(by("agent", "token", "mint", wallet, amount) for wallet, amount in FUNDED.items()),
    ]


def setting(module: str, function: str, *arguments: object) -> Operation:
    """A module's setting, made by the owner through the compliance contract."""
    return by("owner", "compliance", "callModuleFunction", module, function, list(arguments))


def _frozen(value: object) -> Argument:
    if isinstance(value, list | tuple):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, str | int):
        return value
    raise TypeError(f"{value!r} is no argument of an operation")


EVERYBODY = (ZERO, *WALLETS, *IDENTITIES, *ISSUERS, REFUSER, LIAR)
