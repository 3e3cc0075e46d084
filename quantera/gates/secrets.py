"""Secrets: none in any file that git would take.

detect-secrets looks, with detectors of its own for services' tokens and with ours for keys,
phrases and wallets. What it takes for a secret and is none stands in `audits/secrets-triage.yaml`
by its hash, with a reason; a comment in the file silences nothing.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from detect_secrets.core.log import log as detector_log
from detect_secrets.core.secrets_collection import SecretsCollection
from detect_secrets.settings import get_plugins, transient_settings
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from quantera.gates import detectors
from quantera.gates.files import tracked
from quantera.gates.gate import Gate, GateError, Outcome, command
from quantera.gates.seen import Sight

TRIAGE = Path("audits") / "secrets-triage.yaml"
# Entropy and public addresses are what this tree consists of: hashes, slots, proofs, contracts.
OWN_DETECTORS = [
    "ArtifactoryDetector",
    "AWSKeyDetector",
    "AzureStorageKeyDetector",
    "BasicAuthDetector",
    "CloudantDetector",
    "DiscordBotTokenDetector",
    "GitHubTokenDetector",
    "GitLabTokenDetector",
    "IbmCloudIamDetector",
    "IbmCosHmacDetector",
    "JwtTokenDetector",
    "KeywordDetector",
    "MailchimpDetector",
    "NpmDetector",
    "OpenAIDetector",
    "PrivateKeyDetector",
    "PypiTokenDetector",
    "SendGridDetector",
    "SlackDetector",
    "SoftlayerDetector",
    "SquareOAuthDetector",
    "StripeDetector",
    "TelegramBotTokenDetector",
    "TwilioKeyDetector",
]
OUR_DETECTORS = (
    "EthereumKeyDetector",
    "KeystoreDetector",
    "EndpointKeyDetector",
    "MnemonicDetector",
)
# Neither the one that asks services whether a token works nor the one that obeys comments.
FILTERS = [
    "is_sequential_string",
    "is_potential_uuid",
    "is_likely_id_string",
    "is_templated_secret",
    "is_prefixed_with_dollar_sign",
    "is_indirect_reference",
    "is_lock_file",
    "is_not_alphanumeric_string",
]
# Written by commands whose own gates compare them with their sources; hashes by the thousand.
GENERATED = (
    "quantera/abi/generated/",
    "packages/abi-ts/src/",
    "requirements/",
    "package-lock.json",
)


@dataclass(frozen=True)
class Secret:
    """Something that looks like a secret: where, of which kind, and its hash in place of it."""

    file: str
    line: int
    kind: str
    hash: str


class NoSecret(BaseModel):
    """One entry of the triage."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str
    kind: str
    hash: str
    reason: str = Field(min_length=20)


def _settings() -> dict[str, Any]:
    path = f"file://{detectors.__file__}"
    return {
        "plugins_used": [
            *({"name": name} for name in OWN_DETECTORS),
            *({"name": name, "path": path} for name in OUR_DETECTORS),
        ],
        "filters_used": [
            *({"path": f"detect_secrets.filters.heuristic.{name}"} for name in FILTERS),
            {"path": f"{detectors.__name__}.{detectors.is_published.__name__}"},
        ],
    }


def scan(tree: Path) -> list[Secret]:
    """Everything in the tree's files that looks like a secret."""
    names = (str(file.relative_to(tree)) for file in tracked(tree))
    files = [name for name in names if not name.startswith(GENERATED)]
    found = SecretsCollection(root=str(tree))
    detector_log.setLevel(logging.ERROR)
    with transient_settings(_settings()):
        sight = Sight(get_plugins())
        for name in files:
            if sight.anything_in(tree / name):
                found.scan_file(name)
    return [
        Secret(file=file, line=secret.line_number, kind=secret.type, hash=secret.secret_hash)
        for file, secret in found
        if file != str(TRIAGE)
    ]


def _explained(tree: Path) -> list[NoSecret]:
    file = tree / TRIAGE
    if not file.is_file():
        return []
    try:
        return TypeAdapter(list[NoSecret]).validate_python(yaml.safe_load(file.read_text()) or [])
    except (yaml.YAMLError, ValidationError) as error:
        raise GateError(f"{TRIAGE} cannot be read: {error}") from error


def _sentences(found: list[Secret], explained: list[NoSecret]) -> Iterator[str]:
    known = {(entry.file, entry.kind, entry.hash) for entry in explained}
    for secret in found:
        if (secret.file, secret.kind, secret.hash) not in known:
            yield f"{secret.file}:{secret.line} looks like a {secret.kind} (hash {secret.hash})"
    seen = {(secret.file, secret.kind, secret.hash) for secret in found}
    for entry in explained:
        if (entry.file, entry.kind, entry.hash) not in seen:
            yield f"{TRIAGE} explains a {entry.kind} in {entry.file} that is not there any more"


def check(tree: Path) -> Outcome:
    """What looks like a secret and is not explained, and explanations that nothing needs."""
    return Outcome(tuple(_sentences(scan(tree), _explained(tree))))


GATE = Gate(
    name="secrets",
    question="Is there no key, phrase, token or password in the tree?",
    remedy="take it out, and replace it wherever it was used; what is none gets an entry (file, "
    "kind, hash, reason) in audits/secrets-triage.yaml",
    budget_seconds=20,
    check=check,
)

if __name__ == "__main__":
    command(GATE)()
