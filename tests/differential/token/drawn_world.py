"""Random changes around the suite: claims given and taken, time."""

from tests.differential.token import cast
from tests.differential.token.cast import by
from tests.differential.token.chooser import (
    REAL_IDENTITIES,
    SECONDS,
    Chooser,
)
from tests.differential.token.operations import Operation


def certify(it: Chooser) -> Operation:
    issuer = it.one_of((*cast.ISSUERS, cast.REFUSER, cast.LIAR))
    arguments = (it.one_of(REAL_IDENTITIES), issuer, it.one_of(cast.TOPICS))
    return by("world", "world", "certify", *arguments)


def uncertify(it: Chooser) -> Operation:
    arguments = (it.one_of(REAL_IDENTITIES), it.one_of(cast.ISSUERS), it.one_of(cast.TOPICS))
    return by("world", "world", it.one_of(("revoke", "drop")), *arguments)


def advance(it: Chooser) -> Operation:
    return by("world", "world", "advance", it.one_of(SECONDS))
