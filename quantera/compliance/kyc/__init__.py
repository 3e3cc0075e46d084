"""KYC providers: who vouches for an investor's identity, since when and until when."""

from quantera.compliance.kyc.file import FileKycProvider
from quantera.compliance.kyc.http import HttpKycProvider
from quantera.compliance.kyc.provider import KycProvider, KycResult

__all__ = ["FileKycProvider", "HttpKycProvider", "KycProvider", "KycResult"]
