"""Structs of all contracts.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from quantera.abi import runtime as _rt


@dataclass(frozen=True, slots=True)
class IComplianceAwareToken_TokenInfo:
    """Solidity struct `IComplianceAwareToken.TokenInfo`."""

    assetClass: str
    jurisdiction: str
    regulatoryFramework: str
    minimumInvestment: int
    fractionalAllowed: bool


@dataclass(frozen=True, slots=True)
class ITradeTerms_Terms:
    """Solidity struct `ITradeTerms.Terms`."""

    consideration: int
    currency: int
    routes: int
    exemption: int
    offer: int


@dataclass(frozen=True, slots=True)
class IComplianceAwareToken_Setup:
    """Solidity struct `IComplianceAwareToken.Setup`."""

    engine: _rt.Address
    compliance: _rt.Address
    onchainID: _rt.Address
    name: str
    symbol: str
    decimals: int


@dataclass(frozen=True, slots=True)
class IRuleConfiguration_CountScope:
    """Solidity struct `IRuleConfiguration.CountScope`."""

    holders: bool
    countries: bool
    classes: int
    lots: bool


@dataclass(frozen=True, slots=True)
class IRuleConfiguration_Hours:
    """Solidity struct `IRuleConfiguration.Hours`."""

    weekdays: int
    opensAt: int
    closesAt: int
    utcOffset: int
    closedFrom: int
    closedUntil: int


@dataclass(frozen=True, slots=True)
class IRuleConfiguration_HolderCap:
    """Solidity struct `IRuleConfiguration.HolderCap`."""

    key: int
    limited: bool
    globalCap: int


@dataclass(frozen=True, slots=True)
class IRuleConfiguration_PackLimit:
    """Solidity struct `IRuleConfiguration.PackLimit`."""

    key: int
    globalValue: int


@dataclass(frozen=True, slots=True)
class IRuleConfiguration_AllotmentChange:
    """Solidity struct `IRuleConfiguration.AllotmentChange`."""

    limit: int
    key: int
    difference: int


@dataclass(frozen=True, slots=True)
class IRuleConfiguration_RuleSettings:
    """Solidity struct `IRuleConfiguration.RuleSettings`."""

    rules: int
    ownPacks: int
    recipientPacks: int
    live: bool
    supplyCap: int
    maxBalance: int
    minBalance: int
    minimumTicket: int
    windowVolume: int
    windowLength: int
    holderCap: int
    maxSharePips: int
    transferHours: IRuleConfiguration_Hours
    allowedCountries: list[int]
    restrictedCountries: list[int]
    countryCaps: list[IRuleConfiguration_HolderCap]
    classCaps: list[IRuleConfiguration_HolderCap]
    packLimits: list[IRuleConfiguration_PackLimit]
    allotments: list[IRuleConfiguration_AllotmentChange]


@dataclass(frozen=True, slots=True)
class IInvestorAttestations_Attestation:
    """Solidity struct `IInvestorAttestations.Attestation`."""

    wallet: _rt.Address
    record: int


@dataclass(frozen=True, slots=True)
class IInvestorAttestations_InvestorBatch:
    """Solidity struct `IInvestorAttestations.InvestorBatch`."""

    issuer: _rt.Address
    nonce: int
    issuedAt: int
    deadline: int
    attestations: list[IInvestorAttestations_Attestation]


@dataclass(frozen=True, slots=True)
class RuleContext:
    """Solidity struct `RuleContext`."""

    token: _rt.Address
    path: int
    rules: int
    spender: _rt.Address
    from_: _rt.Address
    to: _rt.Address
    amount: int
    sender: int
    recipient: int
    fromIdentity: _rt.Address
    toIdentity: _rt.Address
    ownMove: bool
    fromWallet: int
    toWallet: int
    fromPosition: int
    toPosition: int
    totalSupply: int
    packs: int
    allotmentExhausted: bool
    usesApproval: bool


@dataclass(frozen=True, slots=True)
class IComplianceEngine_Movement:
    """Solidity struct `IComplianceEngine.Movement`."""

    spender: _rt.Address
    from_: _rt.Address
    to: _rt.Address
    amount: int
    fromBalanceBefore: int
    toBalanceBefore: int
    totalSupplyBefore: int


@dataclass(frozen=True, slots=True)
class IDynamicFeeStructureAccounts_Terms:
    """Solidity struct `IDynamicFeeStructureAccounts.Terms`."""

    tier: int
    waiverPips: int
    waiverUntil: int
    waiverProducts: int


@dataclass(frozen=True, slots=True)
class IDynamicFeeStructureSchedules_Schedule:
    """Solidity struct `IDynamicFeeStructureSchedules.Schedule`."""

    bandValues: list[int]
    bandRatePips: list[int]
    tierVolumes: list[int]
    tierDiscountBps: list[int]
    urgencyPips: list[int]
    serviceSeconds: list[int]
    complexityValues: list[int]
    minComplexity: int
    floorValue: int
    capValue: int
    congestionKinkPips: int
    congestionFullPips: int
    congestionKinkPremiumPips: int
    congestionMaxPremiumPips: int
    openHours: bytes
    closedHours: bytes
    closedWeekdays: int
    holidaysFrom: int
    holidays: list[int]


@dataclass(frozen=True, slots=True)
class IDynamicFeeStructureAccounts_AccountState:
    """Solidity struct `IDynamicFeeStructureAccounts.AccountState`."""

    volume: int
    current: int
    previous: int
    period: int
    terms: IDynamicFeeStructureAccounts_Terms


@dataclass(frozen=True, slots=True)
class IDynamicFeeStructure_FeeRequest:
    """Solidity struct `IDynamicFeeStructure.FeeRequest`."""

    product: int
    payer: _rt.Address
    asset: _rt.Address
    amount: int
    price: int
    decimals: int
    urgency: int
    complexity: int
    account: _rt.Address


@dataclass(frozen=True, slots=True)
class IDynamicFeeStructure_FeeParameters:
    """Solidity struct `IDynamicFeeStructure.FeeParameters`."""

    baseFee: int
    volumeDiscount: int
    urgencyPremium: int
    complexityFee: int


@dataclass(frozen=True, slots=True)
class IDynamicFeeStructureCollection_Line:
    """Solidity struct `IDynamicFeeStructureCollection.Line`."""

    accrued: int
    charges: int
    price: int
    decimals: int


@dataclass(frozen=True, slots=True)
class IDynamicFeeStructureCollection_Promise:
    """Solidity struct `IDynamicFeeStructureCollection.Promise`."""

    premium: int
    dueAt: int
    missed: bool


@dataclass(frozen=True, slots=True)
class IDynamicFeeStructure_FeeBreakdown:
    """Solidity struct `IDynamicFeeStructure.FeeBreakdown`."""

    parameters: IDynamicFeeStructure_FeeParameters
    congestionPremium: int
    timePremium: int
    floorTopUp: int
    capReduction: int
    waived: int
    total: int
    refundable: int
    dueAt: int
    account: _rt.Address
    volume: int
    value: int
    congestionPips: int
    timePips: int
    tier: int
    complexity: int
    limit: int
    version: int


@dataclass(frozen=True, slots=True)
class IDynamicFeeStructureCollection_Split:
    """Solidity struct `IDynamicFeeStructureCollection.Split`."""

    partner: _rt.Address
    partnerBps: int
    insuranceBps: int


@dataclass(frozen=True, slots=True)
class IUniversalBridge_SendRequest:
    """Solidity struct `IUniversalBridge.SendRequest`."""

    asset: _rt.Address
    destinationChainId: int
    recipient: _rt.Address
    units: int
    protocol: int


@dataclass(frozen=True, slots=True)
class IBridgeConfiguration_AssetTerms:
    """Solidity struct `IBridgeConfiguration.AssetTerms`."""

    regulated: bool
    keepsLots: bool
    sharedDecimals: int
    creditGas: int
    gasPerLotThousands: int
    attestFrom: int
    delayFrom: int


@dataclass(frozen=True, slots=True)
class IBridgeConfiguration_RouteInputs:
    """Solidity struct `IBridgeConfiguration.RouteInputs`."""

    expectedSeconds: int
    reliabilityBps: int
    congestionBps: int
    deliveryCost: int
    postedAt: int


@dataclass(frozen=True, slots=True)
class IBridgeConfiguration_EndpointTerms:
    """Solidity struct `IBridgeConfiguration.EndpointTerms`."""

    endpoint: _rt.Address
    gasService: _rt.Address
    ownNumber: int


@dataclass(frozen=True, slots=True)
class IBridgeConfiguration_LaneTerms:
    """Solidity struct `IBridgeConfiguration.LaneTerms`."""

    open: bool
    required: int
    controlRequired: int
    delay: int


@dataclass(frozen=True, slots=True)
class IBridgeConfiguration_PeerTerms:
    """Solidity struct `IBridgeConfiguration.PeerTerms`."""

    bridge: _rt.Address
    number: int
    securityTier: int
    name: str


@dataclass(frozen=True, slots=True)
class IBridgeConfiguration_LibraryParameter:
    """Solidity struct `IBridgeConfiguration.LibraryParameter`."""

    eid: int
    configType: int
    config: bytes


@dataclass(frozen=True, slots=True)
class IBridgePaidSending_FeeTerms:
    """Solidity struct `IBridgePaidSending.FeeTerms`."""

    maxFee: int
    urgency: int


@dataclass(frozen=True, slots=True)
class IBridgeRecovery_ArrivalRecord:
    """Solidity struct `IBridgeRecovery.ArrivalRecord`."""

    status: int
    reason: int
    votes: int
    firstSeen: int
    releaseAt: int
    vetoed: bool


@dataclass(frozen=True, slots=True)
class IBridgeRecovery_DeliveryTerms:
    """Solidity struct `IBridgeRecovery.DeliveryTerms`."""

    paymentChainId: int
    deliveryChainId: int
    payer: _rt.Address
    payee: _rt.Address
    token: _rt.Address
    amount: int
    salt: bytes


@dataclass(frozen=True, slots=True)
class IBridgeRoutes_Candidate:
    """Solidity struct `IBridgeRoutes.Candidate`."""

    protocol: int
    reason: int
    attested: bool
    tier: int
    reliabilityBps: int
    expectedSeconds: int
    fee: int
    deliveryCost: int
    costPoints: int
    timePoints: int
    securityPoints: int
    reliabilityPoints: int
    score: int


@dataclass(frozen=True, slots=True)
class IBridgeRoutes_Preview:
    """Solidity struct `IBridgeRoutes.Preview`."""

    reason: int
    required: int
    value: int
    fee: int
    message: bytes
    feeAsset: _rt.Address
    platformFee: int


@dataclass(frozen=True, slots=True)
class IBrokerageAccountRisk_AccountRisk:
    """Solidity struct `IBrokerageAccountRisk.AccountRisk`."""

    grossValue: int
    adjustedValue: int
    powerValue: int
    maintenanceValue: int
    cashValue: int
    gainValue: int
    debtValue: int
    lossValue: int
    potentialValue: int
    exposureValue: int
    recordedValue: int
    ratioBps: int
    initialRatio: int
    maintenanceRatio: int
    stale: bool


@dataclass(frozen=True, slots=True)
class IBrokerageAccounts_CreditTerms:
    """Solidity struct `IBrokerageAccounts.CreditTerms`."""

    creditLimit: int
    group: int
    facilityEndDay: int
    reviewDay: int


@dataclass(frozen=True, slots=True)
class IBrokerageAccounts_AccountState:
    """Solidity struct `IBrokerageAccounts.AccountState`."""

    collateralSet: int
    positionSet: int
    debtSet: int
    exposure: int
    cashValue: int
    isOpen: bool
    isRestricted: bool
    isFrozen: bool


@dataclass(frozen=True, slots=True)
class IBrokerageAccounts_CreditState:
    """Solidity struct `IBrokerageAccounts.CreditState`."""

    terms: IBrokerageAccounts_CreditTerms
    exposure: int
    isAdmitted: bool


@dataclass(frozen=True, slots=True)
class IBrokerageAuctions_LiquidationTerms:
    """Solidity struct `IBrokerageAuctions.LiquidationTerms`."""

    startBonusBps: int
    maxBonusBps: int
    feeBps: int
    slippageBps: int
    targetRatioBps: int
    hysteresisBps: int
    auctionDuration: int
    recallWindow: int
    minReaction: int
    seizureWindow: int
    dustValue: int


@dataclass(frozen=True, slots=True)
class IBrokerageMargin_MarginCall:
    """Solidity struct `IBrokerageMargin.MarginCall`."""

    isOpen: bool
    isEscalated: bool
    calledAt: int
    deadline: int
    curedAt: int
    auctionStart: int
    nonce: int


@dataclass(frozen=True, slots=True)
class IBrokerageDefault_Contribution:
    """Solidity struct `IBrokerageDefault.Contribution`."""

    shares: int
    noticed: int
    floor: int
    withdrawableAt: int


@dataclass(frozen=True, slots=True)
class IBrokerageDefault_DefaultFund:
    """Solidity struct `IBrokerageDefault.DefaultFund`."""

    units: int
    shares: int
    firstLoss: int
    epoch: int
    assessmentStart: int
    assessable: int


@dataclass(frozen=True, slots=True)
class IBrokerageLending_PoolState:
    """Solidity struct `IBrokerageLending.PoolState`."""

    borrowIndex: int
    ratePips: int
    reserveBps: int
    liquidity: int
    totalDebt: int
    totalDebtShares: int
    totalShares: int
    totalAssets: int
    reserves: int
    bookUnits: int


@dataclass(frozen=True, slots=True)
class IBrokerageLiquidation_LiquidationOrder:
    """Solidity struct `IBrokerageLiquidation.LiquidationOrder`."""

    account: int
    debtAsset: int
    collateral: int
    expectedNonce: int
    maxRepay: int
    minSeized: int


@dataclass(frozen=True, slots=True)
class IBrokerageMatching_TradeOrder:
    """Solidity struct `IBrokerageMatching.TradeOrder`."""

    account: int
    assetId: int
    size: int
    limitPrice: int
    counterparty: int
    signer: _rt.Address
    nonce: int
    expiry: int


@dataclass(frozen=True, slots=True)
class IBrokerageOperators_Grant:
    """Solidity struct `IBrokerageOperators.Grant`."""

    account: int
    operator: _rt.Address
    rights: int
    expiry: int
    nonce: int
    deadline: int


@dataclass(frozen=True, slots=True)
class IBrokeragePrices_FeedSettings:
    """Solidity struct `IBrokeragePrices.FeedSettings`."""

    primary: _rt.Address
    secondary: _rt.Address
    primaryAgeMinutes: int
    secondaryAgeMinutes: int
    bandBps: int
    agreementBps: int
    maxMoveBps: int
    windowMinutes: int
    singleAllowed: bool
    signedAllowed: bool


@dataclass(frozen=True, slots=True)
class IBrokeragePrices_SignedTerms:
    """Solidity struct `IBrokeragePrices.SignedTerms`."""

    bandBps: int
    spacing: int
    maxAge: int


@dataclass(frozen=True, slots=True)
class IBrokerageRisk_AssetCaps:
    """Solidity struct `IBrokerageRisk.AssetCaps`."""

    cap: int
    institutionCap: int
    openInterestCap: int


@dataclass(frozen=True, slots=True)
class IBrokerageRisk_AssetListing:
    """Solidity struct `IBrokerageRisk.AssetListing`."""

    token: _rt.Address
    decimals: int
    isCollateral: bool
    isTradable: bool
    isSettlement: bool
    issuerGroup: int
    assetClass: int
    maxAgeMinutes: int
    haircutBps: int
    exposureBps: int
    desk: _rt.Address
    caps: IBrokerageRisk_AssetCaps


@dataclass(frozen=True, slots=True)
class IBrokerageTerms_AccountTerms:
    """Solidity struct `IBrokerageTerms.AccountTerms`."""

    extraInitial: int
    extraMaintenance: int
    facilityEndDay: int
    reviewDay: int


@dataclass(frozen=True, slots=True)
class IPrimeBrokerage_CrossMarginPosition:
    """Solidity struct `IPrimeBrokerage.CrossMarginPosition`."""

    asset: _rt.Address
    position: int
    margin: int
    markToMarket: int
    timestamp: int


@dataclass(frozen=True, slots=True)
class IPrimeBrokerage_EnterpriseAccount:
    """Solidity struct `IPrimeBrokerage.EnterpriseAccount`."""

    institution: _rt.Address
    creditLimit: int
    currentExposure: int
    isActive: bool


@dataclass(frozen=True, slots=True)
class IBrokerageViews_MarginShortfall:
    """Solidity struct `IBrokerageViews.MarginShortfall`."""

    account: int
    state: int
    ratioBps: int
    shortfallValue: int


@dataclass(frozen=True, slots=True)
class IBrokerageViews_CollateralItem:
    """Solidity struct `IBrokerageViews.CollateralItem`."""

    assetId: int
    units: int
    value: int
    adjustedValue: int


@dataclass(frozen=True, slots=True)
class IBrokerageViews_DebtItem:
    """Solidity struct `IBrokerageViews.DebtItem`."""

    assetId: int
    units: int
    value: int


@dataclass(frozen=True, slots=True)
class IBrokerageViews_PositionItem:
    """Solidity struct `IBrokerageViews.PositionItem`."""

    assetId: int
    size: int
    entryValue: int
    profitValue: int
    potentialValue: int
    changedAt: int


@dataclass(frozen=True, slots=True)
class ILiquidityBatches_Batch:
    """Solidity struct `ILiquidityBatches.Batch`."""

    closesAt: int
    orders: int
    settled: bool
    included: int
    paidInA: int
    paidInB: int
    paidOutA: int
    paidOutB: int


@dataclass(frozen=True, slots=True)
class PoolKey:
    """Solidity struct `PoolKey`."""

    tokenA: _rt.Address
    tokenB: _rt.Address
    feePips: int
    tickSpacing: int
    modes: int


@dataclass(frozen=True, slots=True)
class ILiquidityBatches_BatchOrder:
    """Solidity struct `ILiquidityBatches.BatchOrder`."""

    owner: _rt.Address
    aForB: bool
    amountIn: int
    sqrtPriceLimitX96: int


@dataclass(frozen=True, slots=True)
class ILiquidityGuardViews_Guards:
    """Solidity struct `ILiquidityGuardViews.Guards`."""

    paused: bool
    sandwichGuard: bool
    earlyExitPeriod: int
    breakerTicks: int
    breakerWindow: int
    breakerCharges: bool


@dataclass(frozen=True, slots=True)
class VaultTerms:
    """Solidity struct `VaultTerms`."""

    vaultA: _rt.Address
    vaultB: _rt.Address
    bufferBps: int
    maxLossBps: int


@dataclass(frozen=True, slots=True)
class Loan:
    """Solidity struct `Loan`."""

    vault: _rt.Address
    token: _rt.Address
    shares: int
    principal: int


@dataclass(frozen=True, slots=True)
class AddRequest:
    """Solidity struct `AddRequest`."""

    key: PoolKey
    tickLower: int
    tickUpper: int
    liquidity: int
    maxA: int
    maxB: int
    sqrtPriceLowX96: int
    sqrtPriceHighX96: int
    deadline: int


@dataclass(frozen=True, slots=True)
class ILiquidityPositions_Position:
    """Solidity struct `ILiquidityPositions.Position`."""

    tokenId: int
    tickLower: int
    tickUpper: int
    liquidity: int
    owner: _rt.Address


@dataclass(frozen=True, slots=True)
class RemoveRequest:
    """Solidity struct `RemoveRequest`."""

    key: PoolKey
    position: bytes
    liquidity: int
    minA: int
    minB: int
    sqrtPriceLowX96: int
    sqrtPriceHighX96: int
    recipient: _rt.Address
    deadline: int
    options: int


@dataclass(frozen=True, slots=True)
class Hop:
    """Solidity struct `Hop`."""

    key: PoolKey
    aForB: bool
    sqrtPriceLimitX96: int


@dataclass(frozen=True, slots=True)
class MoveRequest:
    """Solidity struct `MoveRequest`."""

    key: PoolKey
    position: bytes
    tickLower: int
    tickUpper: int
    liquidity: int
    maxA: int
    maxB: int
    minA: int
    minB: int
    sqrtPriceLowX96: int
    sqrtPriceHighX96: int
    recipient: _rt.Address
    deadline: int


@dataclass(frozen=True, slots=True)
class ILiquidityPoolOptimizer_LiquidityPool:
    """Solidity struct `ILiquidityPoolOptimizer.LiquidityPool`."""

    tokenA: _rt.Address
    tokenB: _rt.Address
    reserveA: int
    reserveB: int
    totalLiquidity: int
    feeRate: int


@dataclass(frozen=True, slots=True)
class ILiquidityState_PoolState:
    """Solidity struct `ILiquidityState.PoolState`."""

    sqrtPriceX96: int
    tick: int
    liquidity: int
    feePips: int
    tickSpacing: int
    protocolShareA: int
    protocolShareB: int
    observationIndex: int
    observationsKept: int
    observationsWanted: int
    number: int
    flags: int
    feeGrowthA: int
    feeGrowthB: int
    protocolFeesA: int
    protocolFeesB: int


@dataclass(frozen=True, slots=True)
class ILiquidityState_PositionState:
    """Solidity struct `ILiquidityState.PositionState`."""

    liquidity: int
    tickLower: int
    tickUpper: int
    poolNumber: int
    addedAt: int
    flags: int
    insideA: int
    insideB: int
    owedA: int
    owedB: int


@dataclass(frozen=True, slots=True)
class ILiquidityState_TickState:
    """Solidity struct `ILiquidityState.TickState`."""

    gross: int
    net: int
    feeGrowthOutsideA: int
    feeGrowthOutsideB: int


@dataclass(frozen=True, slots=True)
class StrategyPolicy:
    """Solidity struct `StrategyPolicy`."""

    halfWidth: int
    narrowest: int
    widest: int
    factor: int
    horizon: int
    minMove: int
    cooldown: int
    meanWindow: int
    maxDeviation: int
    maxLossBps: int
    rewardCapA: int
    rewardCapB: int
    minFeesValue: int
    coinPrice: int
    rewardBps: int
    gasMultiple: int


@dataclass(frozen=True, slots=True)
class ILiquidityStrategies_RebalancePlan:
    """Solidity struct `ILiquidityStrategies.RebalancePlan`."""

    reason: int
    tickLower: int
    tickUpper: int
    meanTick: int
    liquidity: int
    amountA: int
    amountB: int
    idleA: int
    idleB: int
    rewardA: int
    rewardB: int
    valueBefore: int
    valueAfter: int
    feesValue: int
    needed: int


@dataclass(frozen=True, slots=True)
class SwapRequest:
    """Solidity struct `SwapRequest`."""

    key: PoolKey
    aForB: bool
    amountSpecified: int
    amountLimit: int
    sqrtPriceLimitX96: int
    recipient: _rt.Address
    deadline: int
    options: int


@dataclass(frozen=True, slots=True)
class ISettlementAssetManager_SettlementAsset:
    """Solidity struct `ISettlementAssetManager.SettlementAsset`."""

    tokenAddress: _rt.Address
    assetType: int
    jurisdiction: str
    riskWeight: int
    isPreferred: bool


@dataclass(frozen=True, slots=True)
class ISettlementCrossChain_Lock:
    """Solidity struct `ISettlementCrossChain.Lock`."""

    buyer: _rt.Address
    status: int
    seller: _rt.Address
    token: _rt.Address
    amount: int
    sellerKeyHash: bytes
    buyerKeyHash: bytes


@dataclass(frozen=True, slots=True)
class ISettlementHolds_Hold:
    """Solidity struct `ISettlementHolds.Hold`."""

    payer: _rt.Address
    expiry: int
    status: int
    payee: _rt.Address
    token: _rt.Address
    amount: int
    executed: int
    notary: _rt.Address
    tradeId: bytes


@dataclass(frozen=True, slots=True)
class ISettlementInstructions_Terms:
    """Solidity struct `ISettlementInstructions.Terms`."""

    deliverer: _rt.Address
    receiver: _rt.Address
    security: _rt.Address
    quantity: int
    cash: _rt.Address
    amount: int
    settlementDate: int
    cutOff: int
    tradeReference: bytes


@dataclass(frozen=True, slots=True)
class ISettlementInstructions_Side:
    """Solidity struct `ISettlementInstructions.Side`."""

    nonce: int
    minimumPart: int
    holdId: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class ISettlementNetting_PaymentList:
    """Solidity struct `ISettlementNetting.PaymentList`."""

    payer: int
    strict: bool
    limit: int
    deadline: int
    payments: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class ISettlementNetting_Part:
    """Solidity struct `ISettlementNetting.Part`."""

    position: int
    amount: int


@dataclass(frozen=True, slots=True)
class ISettlementNetting_NetBatch:
    """Solidity struct `ISettlementNetting.NetBatch`."""

    cycle: bytes
    asset: _rt.Address
    participants: list[_rt.Address]
    lists: list[ISettlementNetting_PaymentList]
    selected: list[int]
    parts: list[ISettlementNetting_Part]


@dataclass(frozen=True, slots=True)
class ISettlementQueue_QueuedPayment:
    """Solidity struct `ISettlementQueue.QueuedPayment`."""

    payer: _rt.Address
    amount: int
    payee: _rt.Address
    expiry: int
    priority: int
    status: int
    token: _rt.Address


@dataclass(frozen=True, slots=True)
class ISettlementRegistry_AssetTerms:
    """Solidity struct `ISettlementRegistry.AssetTerms`."""

    assetType: int
    riskWeight: int
    home: int
    jurisdictions: int
    currency: int
    feed: _rt.Address
    maxAge: int
    bandBps: int
    haircutBps: int
    dailyCap: int
    isPreferred: bool
    isPausable: bool
    isCompliant: bool
    claim: int
    claimDocument: bytes


@dataclass(frozen=True, slots=True)
class ISettlementRegistry_BaselProfile:
    """Solidity struct `ISettlementRegistry.BaselProfile`."""

    group: int
    riskWeightBps: int
    infrastructureAddOnBps: int
    asOf: int
    lookThroughHash: bytes
    source: str


@dataclass(frozen=True, slots=True)
class ISettlementSelection_Candidate:
    """Solidity struct `ISettlementSelection.Candidate`."""

    token: _rt.Address
    amount: int
    reason: int


@dataclass(frozen=True, slots=True)
class ILayerZeroReceiver_Origin:
    """Solidity struct `ILayerZeroReceiver.Origin`."""

    srcEid: int
    sender: bytes
    nonce: int


@dataclass(frozen=True, slots=True)
class ICcipReceiver_ArrivedAmount:
    """Solidity struct `ICcipReceiver.ArrivedAmount`."""

    token: _rt.Address
    amount: int


@dataclass(frozen=True, slots=True)
class ICcipReceiver_IncomingMessage:
    """Solidity struct `ICcipReceiver.IncomingMessage`."""

    messageId: bytes
    sourceChainSelector: int
    sender: bytes
    data: bytes
    tokenAmounts: list[ICcipReceiver_ArrivedAmount]
