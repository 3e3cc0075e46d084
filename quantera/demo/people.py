"""Who takes part: investors, by the names under which their wallets are known on these chains."""

from collections.abc import Mapping
from types import MappingProxyType

US_FUND = "us fund"
GERMAN_INSURER = "german insurer"
FRENCH_SAVER = "french saver"
BRITISH_FUND = "british pension fund"
SINGAPORE_OFFICE = "singapore office"
JAPANESE_INSURER = "japanese insurer"
NEWCOMER = "british newcomer"
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
