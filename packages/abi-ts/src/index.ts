// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

export { addresses } from "./addresses.js";
export { complianceAwareTokenAbi } from "./ComplianceAwareToken.js";
export { complianceEngineAbi } from "./ComplianceEngine.js";
export { iClaimIssuerAbi } from "./IClaimIssuer.js";
export { iClaimTopicsRegistryAbi } from "./IClaimTopicsRegistry.js";
export { iComplianceAwareTokenAbi } from "./IComplianceAwareToken.js";
export { iComplianceEngineAbi } from "./IComplianceEngine.js";
export { iComplianceModuleAbi } from "./IComplianceModule.js";
export { iERC1404Abi } from "./IERC1404.js";
export { iERC1643Abi } from "./IERC1643.js";
export { iERC3643Abi } from "./IERC3643.js";
export { iERC3643AgentAbi } from "./IERC3643Agent.js";
export { iERC3643AgentRoleAbi } from "./IERC3643AgentRole.js";
export { iERC3643MetadataAbi } from "./IERC3643Metadata.js";
export { iERC7943FungibleAbi } from "./IERC7943Fungible.js";
export { iExternalModulesHostAbi } from "./IExternalModulesHost.js";
export { iGroupPausableAbi } from "./IGroupPausable.js";
export { iIdentityRegistryAbi } from "./IIdentityRegistry.js";
export { iIdentityRegistryStorageAbi } from "./IIdentityRegistryStorage.js";
export { iInvestorAttestationsAbi } from "./IInvestorAttestations.js";
export { iInvestorDeskAbi } from "./IInvestorDesk.js";
export { iLiveVerificationAbi } from "./ILiveVerification.js";
export { iLocalRolesAbi } from "./ILocalRoles.js";
export { iManagedUpgradeableAbi } from "./IManagedUpgradeable.js";
export { iModularComplianceAbi } from "./IModularCompliance.js";
export { iOnchainIdentityAbi } from "./IOnchainIdentity.js";
export { iQuanteraAccessManagerAbi } from "./IQuanteraAccessManager.js";
export { iRuleConfigurationAbi } from "./IRuleConfiguration.js";
export { iTokenAdministrationAbi } from "./ITokenAdministration.js";
export { iTokenComplianceAbi } from "./ITokenCompliance.js";
export { iTrustedIssuersRegistryAbi } from "./ITrustedIssuersRegistry.js";
export { quanteraAccessManagerAbi } from "./QuanteraAccessManager.js";
export { reasonTextsAbi } from "./ReasonTexts.js";
export { tokenComplianceAbi } from "./TokenCompliance.js";

/** Version of the contracts that these ABIs belong to. */
export const version = "0.1.0";

/** SHA-256 of all ABIs, the same as `quantera.abi.CONTENT_HASH` in Python. */
export const contentHash = "0cdd905c6f2e7ac367d87b3de765d131dc1fa30df78f2e1ed88356ea96e6f3d6";
