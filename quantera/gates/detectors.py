"""What a secret of this domain looks like, as plugins and a filter of detect-secrets.

detect-secrets loads this file by its path, so it must stand alone.
"""

import re
from collections.abc import Generator
from functools import cache
from typing import Any

from detect_secrets.plugins.base import BasePlugin, RegexBasedDetector
from eth_account import Account
from eth_account.hdaccount.mnemonic import Mnemonic
from eth_account.types import Language

PUBLISHED_PHRASE = "test test test test test test test test test test test junk"
PUBLISHED_ACCOUNTS = 20
PHRASE_LENGTHS = (24, 21, 18, 15, 12)
_WORDS = re.compile(r"[a-z]+(?:[ ,\"']+[a-z]+)+")


@cache
def _published_keys() -> frozenset[str]:
    """The keys that anvil, Hardhat and every tutorial print: nobody's secret."""
    Account.enable_unaudited_hdwallet_features()
    accounts = (
        Account.from_mnemonic(PUBLISHED_PHRASE, account_path=f"m/44'/60'/0'/0/{index}")
        for index in range(PUBLISHED_ACCOUNTS)
    )
    return frozenset(account.key.hex() for account in accounts)


def is_published(secret: str) -> bool:
    """Filter: whether `secret` is one of the published development keys or their phrase."""
    return secret == PUBLISHED_PHRASE or secret.lower().removeprefix("0x") in _published_keys()


class EthereumKeyDetector(RegexBasedDetector):
    """32 bytes in hexadecimal on a line that speaks of a key."""

    secret_type = "Ethereum private key"
    denylist = (
        re.compile(
            r"(?:key|secret|signer|\bpk\b)[^\n]{0,60}?"
            r"(?<![0-9a-f])(?:0x)?([0-9a-f]{64})(?![0-9a-f])",
            re.IGNORECASE,
        ),
        re.compile(r"\b([xyztuv]prv[1-9A-HJ-NP-Za-km-z]{107})\b"),
    )


class KeystoreDetector(RegexBasedDetector):
    """The encrypted part of a wallet file: one weak password away from the key."""

    secret_type = "Wallet file"
    denylist = (re.compile(r"\"ciphertext\"\s*:\s*\"([0-9a-f]{64,})\"", re.IGNORECASE),)


class EndpointKeyDetector(RegexBasedDetector):
    """The key inside the address of a hosted node or an explorer."""

    secret_type = "Key of a hosted node or explorer"
    denylist = (
        re.compile(
            r"(?:alchemy(?:api)?\.(?:com|io)/v2/|infura\.io/(?:ws/)?v3/|quiknode\.pro/|"
            r"ankr\.com/\w+/|blastapi\.io/|drpc\.org/\S*dkey=)([\w-]{16,})",
            re.IGNORECASE,
        ),
        re.compile(r"scan[^\n]{0,40}?(?<![A-Z0-9])([A-Z0-9]{34})(?![A-Z0-9])"),
    )


class MnemonicDetector(BasePlugin):
    """A BIP-39 phrase: its words and its checksum."""

    secret_type = "Mnemonic phrase"

    def __init__(self) -> None:
        self._bip39 = Mnemonic(Language.ENGLISH)
        self._known = frozenset(self._bip39.wordlist)

    def analyze_string(self, string: str, **_kwargs: Any) -> Generator[str, None, None]:
        """Every phrase in a line."""
        for run in _WORDS.findall(string):
            yield from self._phrases(re.findall(r"[a-z]+", run))

    def _phrases(self, words: list[str]) -> Generator[str, None, None]:
        start = 0
        while start + min(PHRASE_LENGTHS) <= len(words):
            found = next(
                (length for length in PHRASE_LENGTHS if self._is_phrase(words, start, length)), 0
            )
            if found:
                yield " ".join(words[start : start + found])
            start += found or 1

    def _is_phrase(self, words: list[str], start: int, length: int) -> bool:
        candidate = words[start : start + length]
        return (
            len(candidate) == length
            and self._known.issuperset(candidate)
            and self._bip39.is_mnemonic_valid(" ".join(candidate))
        )
