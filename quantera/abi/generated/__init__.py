"""Typed access to every published contract.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quantera.abi.runtime import ContractError as ContractError
    from quantera.abi.runtime import Log as Log
    from quantera.abi.runtime import NotDeployedError as NotDeployedError
    from .errors import decode_error as decode_error
    from .contracts.compliance_aware_token import ComplianceAwareToken as ComplianceAwareToken
    from .contracts.compliance_engine import ComplianceEngine as ComplianceEngine
    from .contracts.i_claim_issuer import IClaimIssuer as IClaimIssuer
    from .contracts.i_claim_topics_registry import IClaimTopicsRegistry as IClaimTopicsRegistry
    from .contracts.i_compliance_aware_token import IComplianceAwareToken as IComplianceAwareToken
    from .contracts.i_compliance_engine import IComplianceEngine as IComplianceEngine
    from .contracts.i_compliance_module import IComplianceModule as IComplianceModule
    from .contracts.ierc1404 import IERC1404 as IERC1404
    from .contracts.ierc1643 import IERC1643 as IERC1643
    from .contracts.ierc3643 import IERC3643 as IERC3643
    from .contracts.ierc3643_agent import IERC3643Agent as IERC3643Agent
    from .contracts.ierc3643_agent_role import IERC3643AgentRole as IERC3643AgentRole
    from .contracts.ierc3643_metadata import IERC3643Metadata as IERC3643Metadata
    from .contracts.ierc7943_fungible import IERC7943Fungible as IERC7943Fungible
    from .contracts.i_external_modules_host import IExternalModulesHost as IExternalModulesHost
    from .contracts.i_group_pausable import IGroupPausable as IGroupPausable
    from .contracts.i_identity_registry import IIdentityRegistry as IIdentityRegistry
    from .contracts.i_identity_registry_storage import (
        IIdentityRegistryStorage as IIdentityRegistryStorage,
    )
    from .contracts.i_investor_attestations import IInvestorAttestations as IInvestorAttestations
    from .contracts.i_investor_desk import IInvestorDesk as IInvestorDesk
    from .contracts.i_live_verification import ILiveVerification as ILiveVerification
    from .contracts.i_local_roles import ILocalRoles as ILocalRoles
    from .contracts.i_managed_upgradeable import IManagedUpgradeable as IManagedUpgradeable
    from .contracts.i_modular_compliance import IModularCompliance as IModularCompliance
    from .contracts.i_onchain_identity import IOnchainIdentity as IOnchainIdentity
    from .contracts.i_quantera_access_manager import (
        IQuanteraAccessManager as IQuanteraAccessManager,
    )
    from .contracts.i_rule_configuration import IRuleConfiguration as IRuleConfiguration
    from .contracts.i_token_administration import ITokenAdministration as ITokenAdministration
    from .contracts.i_token_compliance import ITokenCompliance as ITokenCompliance
    from .contracts.i_trusted_issuers_registry import (
        ITrustedIssuersRegistry as ITrustedIssuersRegistry,
    )
    from .contracts.quantera_access_manager import QuanteraAccessManager as QuanteraAccessManager
    from .contracts.reason_texts import ReasonTexts as ReasonTexts
    from .contracts.token_compliance import TokenCompliance as TokenCompliance
__all__ = [
    "CONTENT_HASH",
    "VERSION",
    "ContractError",
    "Log",
    "NotDeployedError",
    "decode_error",
    "ComplianceAwareToken",
    "ComplianceEngine",
    "IClaimIssuer",
    "IClaimTopicsRegistry",
    "IComplianceAwareToken",
    "IComplianceEngine",
    "IComplianceModule",
    "IERC1404",
    "IERC1643",
    "IERC3643",
    "IERC3643Agent",
    "IERC3643AgentRole",
    "IERC3643Metadata",
    "IERC7943Fungible",
    "IExternalModulesHost",
    "IGroupPausable",
    "IIdentityRegistry",
    "IIdentityRegistryStorage",
    "IInvestorAttestations",
    "IInvestorDesk",
    "ILiveVerification",
    "ILocalRoles",
    "IManagedUpgradeable",
    "IModularCompliance",
    "IOnchainIdentity",
    "IQuanteraAccessManager",
    "IRuleConfiguration",
    "ITokenAdministration",
    "ITokenCompliance",
    "ITrustedIssuersRegistry",
    "QuanteraAccessManager",
    "ReasonTexts",
    "TokenCompliance",
]
VERSION = "0.1.0"
CONTENT_HASH = "0cdd905c6f2e7ac367d87b3de765d131dc1fa30df78f2e1ed88356ea96e6f3d6"
_SOURCES = {
    "ContractError": "quantera.abi.runtime",
    "Log": "quantera.abi.runtime",
    "NotDeployedError": "quantera.abi.runtime",
    "decode_error": ".errors",
    "ComplianceAwareToken": ".contracts.compliance_aware_token",
    "ComplianceEngine": ".contracts.compliance_engine",
    "IClaimIssuer": ".contracts.i_claim_issuer",
    "IClaimTopicsRegistry": ".contracts.i_claim_topics_registry",
    "IComplianceAwareToken": ".contracts.i_compliance_aware_token",
    "IComplianceEngine": ".contracts.i_compliance_engine",
    "IComplianceModule": ".contracts.i_compliance_module",
    "IERC1404": ".contracts.ierc1404",
    "IERC1643": ".contracts.ierc1643",
    "IERC3643": ".contracts.ierc3643",
    "IERC3643Agent": ".contracts.ierc3643_agent",
    "IERC3643AgentRole": ".contracts.ierc3643_agent_role",
    "IERC3643Metadata": ".contracts.ierc3643_metadata",
    "IERC7943Fungible": ".contracts.ierc7943_fungible",
    "IExternalModulesHost": ".contracts.i_external_modules_host",
    "IGroupPausable": ".contracts.i_group_pausable",
    "IIdentityRegistry": ".contracts.i_identity_registry",
    "IIdentityRegistryStorage": ".contracts.i_identity_registry_storage",
    "IInvestorAttestations": ".contracts.i_investor_attestations",
    "IInvestorDesk": ".contracts.i_investor_desk",
    "ILiveVerification": ".contracts.i_live_verification",
    "ILocalRoles": ".contracts.i_local_roles",
    "IManagedUpgradeable": ".contracts.i_managed_upgradeable",
    "IModularCompliance": ".contracts.i_modular_compliance",
    "IOnchainIdentity": ".contracts.i_onchain_identity",
    "IQuanteraAccessManager": ".contracts.i_quantera_access_manager",
    "IRuleConfiguration": ".contracts.i_rule_configuration",
    "ITokenAdministration": ".contracts.i_token_administration",
    "ITokenCompliance": ".contracts.i_token_compliance",
    "ITrustedIssuersRegistry": ".contracts.i_trusted_issuers_registry",
    "QuanteraAccessManager": ".contracts.quantera_access_manager",
    "ReasonTexts": ".contracts.reason_texts",
    "TokenCompliance": ".contracts.token_compliance",
}
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in _SOURCES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_SOURCES[name], __name__), name)
