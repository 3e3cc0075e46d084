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
    from .contracts.dual_control import DualControl as DualControl
    from .contracts.dynamic_fee_structure import DynamicFeeStructure as DynamicFeeStructure
    from .contracts.i_bridge_charging import IBridgeCharging as IBridgeCharging
    from .contracts.i_bridge_configuration import IBridgeConfiguration as IBridgeConfiguration
    from .contracts.i_bridge_fees import IBridgeFees as IBridgeFees
    from .contracts.i_bridge_paid_sending import IBridgePaidSending as IBridgePaidSending
    from .contracts.i_bridge_recovery import IBridgeRecovery as IBridgeRecovery
    from .contracts.i_bridge_routes import IBridgeRoutes as IBridgeRoutes
    from .contracts.i_brokerage_account_risk import IBrokerageAccountRisk as IBrokerageAccountRisk
    from .contracts.i_brokerage_accounts import IBrokerageAccounts as IBrokerageAccounts
    from .contracts.i_brokerage_auctions import IBrokerageAuctions as IBrokerageAuctions
    from .contracts.i_brokerage_batch import IBrokerageBatch as IBrokerageBatch
    from .contracts.i_brokerage_cash import IBrokerageCash as IBrokerageCash
    from .contracts.i_brokerage_collateral import IBrokerageCollateral as IBrokerageCollateral
    from .contracts.i_brokerage_debt import IBrokerageDebt as IBrokerageDebt
    from .contracts.i_brokerage_default import IBrokerageDefault as IBrokerageDefault
    from .contracts.i_brokerage_fees import IBrokerageFees as IBrokerageFees
    from .contracts.i_brokerage_ledger import IBrokerageLedger as IBrokerageLedger
    from .contracts.i_brokerage_lending import IBrokerageLending as IBrokerageLending
    from .contracts.i_brokerage_liquidation import IBrokerageLiquidation as IBrokerageLiquidation
    from .contracts.i_brokerage_margin import IBrokerageMargin as IBrokerageMargin
    from .contracts.i_brokerage_matching import IBrokerageMatching as IBrokerageMatching
    from .contracts.i_brokerage_operators import IBrokerageOperators as IBrokerageOperators
    from .contracts.i_brokerage_prices import IBrokeragePrices as IBrokeragePrices
    from .contracts.i_brokerage_risk import IBrokerageRisk as IBrokerageRisk
    from .contracts.i_brokerage_signed_prices import (
        IBrokerageSignedPrices as IBrokerageSignedPrices,
    )
    from .contracts.i_brokerage_terms import IBrokerageTerms as IBrokerageTerms
    from .contracts.i_brokerage_trading import IBrokerageTrading as IBrokerageTrading
    from .contracts.i_brokerage_views import IBrokerageViews as IBrokerageViews
    from .contracts.i_claim_issuer import IClaimIssuer as IClaimIssuer
    from .contracts.i_claim_topics_registry import IClaimTopicsRegistry as IClaimTopicsRegistry
    from .contracts.i_compliance_aware_token import IComplianceAwareToken as IComplianceAwareToken
    from .contracts.i_compliance_engine import IComplianceEngine as IComplianceEngine
    from .contracts.i_compliance_module import IComplianceModule as IComplianceModule
    from .contracts.i_congestion_source import ICongestionSource as ICongestionSource
    from .contracts.i_custody import ICustody as ICustody
    from .contracts.i_dual_control import IDualControl as IDualControl
    from .contracts.i_dynamic_fee_structure import IDynamicFeeStructure as IDynamicFeeStructure
    from .contracts.i_dynamic_fee_structure_accounts import (
        IDynamicFeeStructureAccounts as IDynamicFeeStructureAccounts,
    )
    from .contracts.i_dynamic_fee_structure_collection import (
        IDynamicFeeStructureCollection as IDynamicFeeStructureCollection,
    )
    from .contracts.i_dynamic_fee_structure_default import (
        IDynamicFeeStructureDefault as IDynamicFeeStructureDefault,
    )
    from .contracts.i_dynamic_fee_structure_schedules import (
        IDynamicFeeStructureSchedules as IDynamicFeeStructureSchedules,
    )
    from .contracts.ierc1404 import IERC1404 as IERC1404
    from .contracts.ierc1643 import IERC1643 as IERC1643
    from .contracts.ierc3643 import IERC3643 as IERC3643
    from .contracts.ierc3643_agent import IERC3643Agent as IERC3643Agent
    from .contracts.ierc3643_agent_role import IERC3643AgentRole as IERC3643AgentRole
    from .contracts.ierc3643_metadata import IERC3643Metadata as IERC3643Metadata
    from .contracts.ierc7943_fungible import IERC7943Fungible as IERC7943Fungible
    from .contracts.i_external_modules_host import IExternalModulesHost as IExternalModulesHost
    from .contracts.i_fee_collector import IFeeCollector as IFeeCollector
    from .contracts.i_group_pausable import IGroupPausable as IGroupPausable
    from .contracts.i_identity_registry import IIdentityRegistry as IIdentityRegistry
    from .contracts.i_identity_registry_storage import (
        IIdentityRegistryStorage as IIdentityRegistryStorage,
    )
    from .contracts.i_investor_attestations import IInvestorAttestations as IInvestorAttestations
    from .contracts.i_investor_desk import IInvestorDesk as IInvestorDesk
    from .contracts.i_liquidity_batches import ILiquidityBatches as ILiquidityBatches
    from .contracts.i_liquidity_fees import ILiquidityFees as ILiquidityFees
    from .contracts.i_liquidity_guard_views import ILiquidityGuardViews as ILiquidityGuardViews
    from .contracts.i_liquidity_guards import ILiquidityGuards as ILiquidityGuards
    from .contracts.i_liquidity_lending import ILiquidityLending as ILiquidityLending
    from .contracts.i_liquidity_oracle import ILiquidityOracle as ILiquidityOracle
    from .contracts.i_liquidity_pool_optimizer import (
        ILiquidityPoolOptimizer as ILiquidityPoolOptimizer,
    )
    from .contracts.i_liquidity_positions import ILiquidityPositions as ILiquidityPositions
    from .contracts.i_liquidity_protocol_fees import (
        ILiquidityProtocolFees as ILiquidityProtocolFees,
    )
    from .contracts.i_liquidity_quotes import ILiquidityQuotes as ILiquidityQuotes
    from .contracts.i_liquidity_ranges import ILiquidityRanges as ILiquidityRanges
    from .contracts.i_liquidity_state import ILiquidityState as ILiquidityState
    from .contracts.i_liquidity_strategies import ILiquidityStrategies as ILiquidityStrategies
    from .contracts.i_liquidity_trading import ILiquidityTrading as ILiquidityTrading
    from .contracts.i_live_verification import ILiveVerification as ILiveVerification
    from .contracts.i_local_roles import ILocalRoles as ILocalRoles
    from .contracts.i_lots import ILots as ILots
    from .contracts.i_managed_upgradeable import IManagedUpgradeable as IManagedUpgradeable
    from .contracts.i_modular_compliance import IModularCompliance as IModularCompliance
    from .contracts.i_onchain_identity import IOnchainIdentity as IOnchainIdentity
    from .contracts.i_pack_reports import IPackReports as IPackReports
    from .contracts.i_prime_brokerage import IPrimeBrokerage as IPrimeBrokerage
    from .contracts.i_quantera_access_manager import (
        IQuanteraAccessManager as IQuanteraAccessManager,
    )
    from .contracts.i_release_factory import IReleaseFactory as IReleaseFactory
    from .contracts.i_rule_configuration import IRuleConfiguration as IRuleConfiguration
    from .contracts.i_settlement_asset_manager import (
        ISettlementAssetManager as ISettlementAssetManager,
    )
    from .contracts.i_settlement_cross_chain import ISettlementCrossChain as ISettlementCrossChain
    from .contracts.i_settlement_fees import ISettlementFees as ISettlementFees
    from .contracts.i_settlement_holds import ISettlementHolds as ISettlementHolds
    from .contracts.i_settlement_instructions import (
        ISettlementInstructions as ISettlementInstructions,
    )
    from .contracts.i_settlement_netting import ISettlementNetting as ISettlementNetting
    from .contracts.i_settlement_payments import ISettlementPayments as ISettlementPayments
    from .contracts.i_settlement_queue import ISettlementQueue as ISettlementQueue
    from .contracts.i_settlement_registry import ISettlementRegistry as ISettlementRegistry
    from .contracts.i_settlement_selection import ISettlementSelection as ISettlementSelection
    from .contracts.i_settlement_statistics import ISettlementStatistics as ISettlementStatistics
    from .contracts.i_settlement_trade_netting import (
        ISettlementTradeNetting as ISettlementTradeNetting,
    )
    from .contracts.i_settlement_trades import ISettlementTrades as ISettlementTrades
    from .contracts.i_token_administration import ITokenAdministration as ITokenAdministration
    from .contracts.i_token_bridging import ITokenBridging as ITokenBridging
    from .contracts.i_token_compliance import ITokenCompliance as ITokenCompliance
    from .contracts.i_token_fees import ITokenFees as ITokenFees
    from .contracts.i_token_issuance import ITokenIssuance as ITokenIssuance
    from .contracts.i_trade_terms import ITradeTerms as ITradeTerms
    from .contracts.i_traded_volumes import ITradedVolumes as ITradedVolumes
    from .contracts.i_trusted_issuers_registry import (
        ITrustedIssuersRegistry as ITrustedIssuersRegistry,
    )
    from .contracts.i_universal_bridge import IUniversalBridge as IUniversalBridge
    from .contracts.i_vault_share_feed import IVaultShareFeed as IVaultShareFeed
    from .contracts.liquidity_pool_optimizer import LiquidityPoolOptimizer as LiquidityPoolOptimizer
    from .contracts.prime_brokerage import PrimeBrokerage as PrimeBrokerage
    from .contracts.quantera_access_manager import QuanteraAccessManager as QuanteraAccessManager
    from .contracts.reason_texts import ReasonTexts as ReasonTexts
    from .contracts.release_factory import ReleaseFactory as ReleaseFactory
    from .contracts.settlement_asset_manager import SettlementAssetManager as SettlementAssetManager
    from .contracts.token_compliance import TokenCompliance as TokenCompliance
    from .contracts.universal_bridge import UniversalBridge as UniversalBridge
    from .contracts.vault_share_feed import VaultShareFeed as VaultShareFeed
__all__ = [
    "CONTENT_HASH",
    "VERSION",
    "ContractError",
    "Log",
    "NotDeployedError",
    "decode_error",
    "ComplianceAwareToken",
    "ComplianceEngine",
    "DualControl",
    "DynamicFeeStructure",
    "IBridgeCharging",
    "IBridgeConfiguration",
    "IBridgeFees",
    "IBridgePaidSending",
    "IBridgeRecovery",
    "IBridgeRoutes",
    "IBrokerageAccountRisk",
    "IBrokerageAccounts",
    "IBrokerageAuctions",
    "IBrokerageBatch",
    "IBrokerageCash",
    "IBrokerageCollateral",
    "IBrokerageDebt",
    "IBrokerageDefault",
    "IBrokerageFees",
    "IBrokerageLedger",
    "IBrokerageLending",
    "IBrokerageLiquidation",
    "IBrokerageMargin",
    "IBrokerageMatching",
    "IBrokerageOperators",
    "IBrokeragePrices",
    "IBrokerageRisk",
    "IBrokerageSignedPrices",
    "IBrokerageTerms",
    "IBrokerageTrading",
    "IBrokerageViews",
    "IClaimIssuer",
    "IClaimTopicsRegistry",
    "IComplianceAwareToken",
    "IComplianceEngine",
    "IComplianceModule",
    "ICongestionSource",
    "ICustody",
    "IDualControl",
    "IDynamicFeeStructure",
    "IDynamicFeeStructureAccounts",
    "IDynamicFeeStructureCollection",
    "IDynamicFeeStructureDefault",
    "IDynamicFeeStructureSchedules",
    "IERC1404",
    "IERC1643",
    "IERC3643",
    "IERC3643Agent",
    "IERC3643AgentRole",
    "IERC3643Metadata",
    "IERC7943Fungible",
    "IExternalModulesHost",
    "IFeeCollector",
    "IGroupPausable",
    "IIdentityRegistry",
    "IIdentityRegistryStorage",
    "IInvestorAttestations",
    "IInvestorDesk",
    "ILiquidityBatches",
    "ILiquidityFees",
    "ILiquidityGuardViews",
    "ILiquidityGuards",
    "ILiquidityLending",
    "ILiquidityOracle",
    "ILiquidityPoolOptimizer",
    "ILiquidityPositions",
    "ILiquidityProtocolFees",
    "ILiquidityQuotes",
    "ILiquidityRanges",
    "ILiquidityState",
    "ILiquidityStrategies",
    "ILiquidityTrading",
    "ILiveVerification",
    "ILocalRoles",
    "ILots",
    "IManagedUpgradeable",
    "IModularCompliance",
    "IOnchainIdentity",
    "IPackReports",
    "IPrimeBrokerage",
    "IQuanteraAccessManager",
    "IReleaseFactory",
    "IRuleConfiguration",
    "ISettlementAssetManager",
    "ISettlementCrossChain",
    "ISettlementFees",
    "ISettlementHolds",
    "ISettlementInstructions",
    "ISettlementNetting",
    "ISettlementPayments",
    "ISettlementQueue",
    "ISettlementRegistry",
    "ISettlementSelection",
    "ISettlementStatistics",
    "ISettlementTradeNetting",
    "ISettlementTrades",
    "ITokenAdministration",
    "ITokenBridging",
    "ITokenCompliance",
    "ITokenFees",
    "ITokenIssuance",
    "ITradeTerms",
    "ITradedVolumes",
    "ITrustedIssuersRegistry",
    "IUniversalBridge",
    "IVaultShareFeed",
    "LiquidityPoolOptimizer",
    "PrimeBrokerage",
    "QuanteraAccessManager",
    "ReasonTexts",
    "ReleaseFactory",
    "SettlementAssetManager",
    "TokenCompliance",
    "UniversalBridge",
    "VaultShareFeed",
]
VERSION = "0.1.0"
CONTENT_HASH = "e3a34538c3b211c748cb7db32795f0103e381f45d8e8b036ec958cfa48dcf89d"
_SOURCES = {
    "ContractError": "quantera.abi.runtime",
    "Log": "quantera.abi.runtime",
    "NotDeployedError": "quantera.abi.runtime",
    "decode_error": ".errors",
    "ComplianceAwareToken": ".contracts.compliance_aware_token",
    "ComplianceEngine": ".contracts.compliance_engine",
    "DualControl": ".contracts.dual_control",
    "DynamicFeeStructure": ".contracts.dynamic_fee_structure",
    "IBridgeCharging": ".contracts.i_bridge_charging",
    "IBridgeConfiguration": ".contracts.i_bridge_configuration",
    "IBridgeFees": ".contracts.i_bridge_fees",
    "IBridgePaidSending": ".contracts.i_bridge_paid_sending",
    "IBridgeRecovery": ".contracts.i_bridge_recovery",
    "IBridgeRoutes": ".contracts.i_bridge_routes",
    "IBrokerageAccountRisk": ".contracts.i_brokerage_account_risk",
    "IBrokerageAccounts": ".contracts.i_brokerage_accounts",
    "IBrokerageAuctions": ".contracts.i_brokerage_auctions",
    "IBrokerageBatch": ".contracts.i_brokerage_batch",
    "IBrokerageCash": ".contracts.i_brokerage_cash",
    "IBrokerageCollateral": ".contracts.i_brokerage_collateral",
    "IBrokerageDebt": ".contracts.i_brokerage_debt",
    "IBrokerageDefault": ".contracts.i_brokerage_default",
    "IBrokerageFees": ".contracts.i_brokerage_fees",
    "IBrokerageLedger": ".contracts.i_brokerage_ledger",
    "IBrokerageLending": ".contracts.i_brokerage_lending",
    "IBrokerageLiquidation": ".contracts.i_brokerage_liquidation",
    "IBrokerageMargin": ".contracts.i_brokerage_margin",
    "IBrokerageMatching": ".contracts.i_brokerage_matching",
    "IBrokerageOperators": ".contracts.i_brokerage_operators",
    "IBrokeragePrices": ".contracts.i_brokerage_prices",
    "IBrokerageRisk": ".contracts.i_brokerage_risk",
    "IBrokerageSignedPrices": ".contracts.i_brokerage_signed_prices",
    "IBrokerageTerms": ".contracts.i_brokerage_terms",
    "IBrokerageTrading": ".contracts.i_brokerage_trading",
    "IBrokerageViews": ".contracts.i_brokerage_views",
    "IClaimIssuer": ".contracts.i_claim_issuer",
    "IClaimTopicsRegistry": ".contracts.i_claim_topics_registry",
    "IComplianceAwareToken": ".contracts.i_compliance_aware_token",
    "IComplianceEngine": ".contracts.i_compliance_engine",
    "IComplianceModule": ".contracts.i_compliance_module",
    "ICongestionSource": ".contracts.i_congestion_source",
    "ICustody": ".contracts.i_custody",
    "IDualControl": ".contracts.i_dual_control",
    "IDynamicFeeStructure": ".contracts.i_dynamic_fee_structure",
    "IDynamicFeeStructureAccounts": ".contracts.i_dynamic_fee_structure_accounts",
    "IDynamicFeeStructureCollection": ".contracts.i_dynamic_fee_structure_collection",
    "IDynamicFeeStructureDefault": ".contracts.i_dynamic_fee_structure_default",
    "IDynamicFeeStructureSchedules": ".contracts.i_dynamic_fee_structure_schedules",
    "IERC1404": ".contracts.ierc1404",
    "IERC1643": ".contracts.ierc1643",
    "IERC3643": ".contracts.ierc3643",
    "IERC3643Agent": ".contracts.ierc3643_agent",
    "IERC3643AgentRole": ".contracts.ierc3643_agent_role",
    "IERC3643Metadata": ".contracts.ierc3643_metadata",
    "IERC7943Fungible": ".contracts.ierc7943_fungible",
    "IExternalModulesHost": ".contracts.i_external_modules_host",
    "IFeeCollector": ".contracts.i_fee_collector",
    "IGroupPausable": ".contracts.i_group_pausable",
    "IIdentityRegistry": ".contracts.i_identity_registry",
    "IIdentityRegistryStorage": ".contracts.i_identity_registry_storage",
    "IInvestorAttestations": ".contracts.i_investor_attestations",
    "IInvestorDesk": ".contracts.i_investor_desk",
    "ILiquidityBatches": ".contracts.i_liquidity_batches",
    "ILiquidityFees": ".contracts.i_liquidity_fees",
    "ILiquidityGuardViews": ".contracts.i_liquidity_guard_views",
    "ILiquidityGuards": ".contracts.i_liquidity_guards",
    "ILiquidityLending": ".contracts.i_liquidity_lending",
    "ILiquidityOracle": ".contracts.i_liquidity_oracle",
    "ILiquidityPoolOptimizer": ".contracts.i_liquidity_pool_optimizer",
    "ILiquidityPositions": ".contracts.i_liquidity_positions",
    "ILiquidityProtocolFees": ".contracts.i_liquidity_protocol_fees",
    "ILiquidityQuotes": ".contracts.i_liquidity_quotes",
    "ILiquidityRanges": ".contracts.i_liquidity_ranges",
    "ILiquidityState": ".contracts.i_liquidity_state",
    "ILiquidityStrategies": ".contracts.i_liquidity_strategies",
    "ILiquidityTrading": ".contracts.i_liquidity_trading",
    "ILiveVerification": ".contracts.i_live_verification",
    "ILocalRoles": ".contracts.i_local_roles",
    "ILots": ".contracts.i_lots",
    "IManagedUpgradeable": ".contracts.i_managed_upgradeable",
    "IModularCompliance": ".contracts.i_modular_compliance",
    "IOnchainIdentity": ".contracts.i_onchain_identity",
    "IPackReports": ".contracts.i_pack_reports",
    "IPrimeBrokerage": ".contracts.i_prime_brokerage",
    "IQuanteraAccessManager": ".contracts.i_quantera_access_manager",
    "IReleaseFactory": ".contracts.i_release_factory",
    "IRuleConfiguration": ".contracts.i_rule_configuration",
    "ISettlementAssetManager": ".contracts.i_settlement_asset_manager",
    "ISettlementCrossChain": ".contracts.i_settlement_cross_chain",
    "ISettlementFees": ".contracts.i_settlement_fees",
    "ISettlementHolds": ".contracts.i_settlement_holds",
    "ISettlementInstructions": ".contracts.i_settlement_instructions",
    "ISettlementNetting": ".contracts.i_settlement_netting",
    "ISettlementPayments": ".contracts.i_settlement_payments",
    "ISettlementQueue": ".contracts.i_settlement_queue",
    "ISettlementRegistry": ".contracts.i_settlement_registry",
    "ISettlementSelection": ".contracts.i_settlement_selection",
    "ISettlementStatistics": ".contracts.i_settlement_statistics",
    "ISettlementTradeNetting": ".contracts.i_settlement_trade_netting",
    "ISettlementTrades": ".contracts.i_settlement_trades",
    "ITokenAdministration": ".contracts.i_token_administration",
    "ITokenBridging": ".contracts.i_token_bridging",
    "ITokenCompliance": ".contracts.i_token_compliance",
    "ITokenFees": ".contracts.i_token_fees",
    "ITokenIssuance": ".contracts.i_token_issuance",
    "ITradeTerms": ".contracts.i_trade_terms",
    "ITradedVolumes": ".contracts.i_traded_volumes",
    "ITrustedIssuersRegistry": ".contracts.i_trusted_issuers_registry",
    "IUniversalBridge": ".contracts.i_universal_bridge",
    "IVaultShareFeed": ".contracts.i_vault_share_feed",
    "LiquidityPoolOptimizer": ".contracts.liquidity_pool_optimizer",
    "PrimeBrokerage": ".contracts.prime_brokerage",
    "QuanteraAccessManager": ".contracts.quantera_access_manager",
    "ReasonTexts": ".contracts.reason_texts",
    "ReleaseFactory": ".contracts.release_factory",
    "SettlementAssetManager": ".contracts.settlement_asset_manager",
    "TokenCompliance": ".contracts.token_compliance",
    "UniversalBridge": ".contracts.universal_bridge",
    "VaultShareFeed": ".contracts.vault_share_feed",
}
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in _SOURCES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_SOURCES[name], __name__), name)
