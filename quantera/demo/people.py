"""Who takes part: investors, by the names under which their wallets are known on these chains."""

from collections.abc import Mapping
from types import MappingProxyType

US_FUND = "US fund"
GERMAN_INSURER = "German insurer"
FRENCH_SAVER = "French saver"
BRITISH_FUND = "British pension fund"
SINGAPORE_OFFICE = "Singapore office"
JAPANESE_INSURER = "Japanese insurer"
NEWCOMER = "British newcomer"
LISTED_PERSON = "listed person"

INVESTORS: Mapping[str, str] = MappingProxyType(
    {
        US_FUND: "us-fund",
        GERMAN_INSURER: "german-insurer",
        FRENCH_SAVER: "french-saver",
        BRITISH_FUND: "british-pension-fund",
        SINGAPORE_OFFICE: "singapore-office",
        JAPANESE_INSURER: "japanese-insurer",
        NEWCOMER: "british-newcomer",
        LISTED_PERSON: "listed-person",
    }
)
"""Their ids in the investors' file."""
