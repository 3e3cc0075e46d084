"""One token as its logs tell it: holdings, freezes, allowances, terms, documents, record dates."""

from collections import defaultdict
from dataclasses import dataclass, field

from quantera.compliance.replay.events import Event

ZERO = "0x" + "0" * 40


@dataclass(slots=True)
class Document:
    """A document of ERC-1643; `changed_at` in Unix seconds."""

    uri: str
    hash: bytes
    changed_at: int


@dataclass(slots=True)
class TokenState:
    """What the token's views show; amounts in token units.

    Attributes:
        dates: second of each record date, in order.
        balances_at: holding by holder and number of the record date, where it was preserved.
        supply_at: supply by number of the record date, where it was preserved.
        roles: bits of local roles by account.
        sale_assets: what fees on sales are taken in, by currency.
        fees: units collected and not paid out, by asset.
        agreed: most that an account pays, in basis points.
    """

    name: str = ""
    symbol: str = ""
    decimals: int = 0
    onchain_id: str = ZERO
    registry: str = ZERO
    compliance: str = ZERO
    authority: str = ZERO
    info: tuple[str, str, str, int, bool] = ("", "", "", 0, False)
    modules: bool = False
    paused: bool = False
    supply: int = 0
    balances: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    frozen: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    wallet_frozen: set[str] = field(default_factory=set)
    allowances: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    nonces: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    documents: dict[bytes, Document] = field(default_factory=dict)
    document_names: list[bytes] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    balances_at: dict[tuple[str, int], int] = field(default_factory=dict)
    supply_at: dict[int, int] = field(default_factory=dict)
    roles: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    fee_structure: str = ZERO
    sale_assets: dict[int, str] = field(default_factory=dict)
    fees: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    agreed: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def balance_of_at(self, holder: str, number: int) -> int:
        """Holding at a record date: the first one preserved from then on, or the present one."""
        for later in range(number, len(self.dates) + 1):
            if (holder, later) in self.balances_at:
                return self.balances_at[holder, later]
        return self.balances[holder]

    def supply_at_date(self, number: int) -> int:
        """Supply at a record date."""
        return self.supply_at.get(number, self.supply)

    def take(self, event: Event) -> None:  # noqa: PLR0912 - one line per event
        """Takes in one event of the token."""
        match event.name:
            case "Transfer":
                self._move(event["from"], event["to"], event["value"])
            case "Approval":
                self.allowances[event["owner"], event["spender"]] = event["value"]
            case "PermitUsed":
                self.nonces[event["owner"]] = event["nonce"] + 1
            case "AddressFrozen" if event["isFrozen"]:
                self.wallet_frozen.add(event["userAddress"])
            case "AddressFrozen":
                self.wallet_frozen.discard(event["userAddress"])
            case "Frozen":
                self.frozen[event["account"]] = event["amount"]
            case "Paused":
                self.paused = True
            case "Unpaused":
                self.paused = False
            case "TokenInformation":
                self.name, self.symbol = event["name"], event["symbol"]
                self.decimals, self.onchain_id = event["decimals"], event["onchainID"]
            case "TokenInfoUpdated":
                self.info = event["info"]
            case "IdentityRegistryAdded":
                self.registry = event["identityRegistry"]
            case "ComplianceAdded":
                self.compliance = event["compliance"]
            case "ExternalModulesChanged":
                self.modules = event["bound"]
            case "AuthorityUpdated":
                self.authority = event["authority"]
            case "DocumentUpdated":
                self._document(event)
            case "DocumentRemoved":
                self._drop_document(event["name"])
            case "RecordDateScheduled":
                self.dates.append(event["fallsAt"])
            case "BalanceRecorded":
                self._record_balance(event)
            case "SupplyRecorded":
                self.supply_at[event["number"]] = event["supply"]
            case "LocalRoleGranted":
                self.roles[event["account"]] |= 1 << event["role"]
            case "LocalRoleRevoked":
                self.roles[event["account"]] &= ~(1 << event["role"])
            case _:
                self._take_fees(event)

    def _take_fees(self, event: Event) -> None:
        match event.name:
            case "FeeStructureSet":
                self.fee_structure = event["feeStructure"]
            case "SaleAssetSet":
                self.sale_assets[event["currency"]] = event["asset"]
            case "FeesAgreed":
                self.agreed[event["account"]] = event["mostBps"]
            case "FeeCollected":
                self.fees[event["asset"]] += event["amount"]
            case "FeesPaid":
                self.fees[event["asset"]] -= event["amount"]

    def _move(self, giver: str, taker: str, amount: int) -> None:
        if giver == ZERO:
            self.supply += amount
        else:
            self.balances[giver] -= amount
        if taker == ZERO:
            self.supply -= amount
        else:
            self.balances[taker] += amount

    def _document(self, event: Event) -> None:
        name = event["name"]
        if name not in self.documents:
            self.document_names.append(name)
        self.documents[name] = Document(event["uri"], event["documentHash"], event.log.timestamp)

    def _drop_document(self, name: bytes) -> None:
        # The contract puts the last name into the place that becomes free.
        place = self.document_names.index(name)
        self.document_names[place] = self.document_names[-1]
        self.document_names.pop()
        del self.documents[name]

    def _record_balance(self, event: Event) -> None:
        self.balances_at[event["holder"], event["number"]] = event["balance"]
