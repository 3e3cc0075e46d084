"""What an officer asks for on the command line, made into an order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quantera.compliance.assets import AssetPolicy
from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.errors import ComplianceError
from quantera.compliance.investor import Investor, parse_address
from quantera.compliance.officer.actions import Bench
from quantera.compliance.officer.order import Operation, Order, order_name
from quantera.compliance.officer.reasons import AgentReason, Verb


@dataclass(frozen=True, slots=True)
class Request:
    """One request, as it was given.

    Attributes:
        verb: the command.
        reason: why.
        case: the officer's reference.
        asset: the asset; None for `revoke`, which concerns all assets of a registry.
        investor: id in the source; or
        wallet: one wallet.
        other: the wallet that receives, for `force-transfer` and `recover`.
        amount: token units; None means the wallet as a whole.
        chains: chains to act on; none means all that the asset or registry is on.
    """

    verb: Verb
    reason: AgentReason
    case: str
    asset: AssetPolicy | None
    investor: str | None = None
    wallet: str | None = None
    other: str | None = None
    amount: int | None = None
    chains: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        """What it is about, in one line without anything personal."""
        words = [self.asset.symbol if self.asset else "registry"]
        words += [self.investor or "", self.wallet or "", self.other or ""]
        words += [str(self.amount or ""), ",".join(sorted(self.chains))]
        return " ".join(words)

    @property
    def name(self) -> str:
        """Name of the order's files."""
        return order_name(self.verb, self.subject, self.reason.code, self.case)


def decide(
    request: Request, registries: Mapping[str, EvmRegistry], investors: Iterable[Investor]
) -> Order:
    """The order that a request amounts to now.

    Args:
        request: what is asked.
        registries: every configured chain's.
        investors: of the source; read when the request names one.

    Raises:
        ComplianceError: unknown chain, investor or wallet, or the chain's state does not allow it.
    """
    unknown = set(request.chains) - registries.keys()
    if unknown:
        raise ComplianceError(f"no chain {', '.join(sorted(unknown))} is configured")
    chosen = {name: r for name, r in registries.items() if name in (request.chains or registries)}
    if request.asset is not None:
        chosen = {name: r for name, r in chosen.items() if name in request.asset.tokens}
    if not chosen:
        raise ComplianceError("the asset is on none of these chains")
    if request.verb == "force-transfer" and len(chosen) > 1:
        raise ComplianceError("a forced transfer is on one chain: name it")
    person = _person(request, investors)
    operations: list[Operation] = []
    for name, registry in chosen.items():
        wallets = person.wallets_on(name) if person else [parse_wallet(request.wallet)]
        token = request.asset.tokens[name] if request.asset else registry.registry
        bench = Bench(registry, token, request.reason.code)
        for wallet in wallets:
            operations += _operations(bench, request, wallet)
    return Order(
        verb=request.verb,
        subject=request.subject,
        reason=request.reason.code,
        case=request.case,
        operations=tuple(operations),
    )


def parse_wallet(text: str | None) -> str:
    """A wallet's address in lower case.

    Raises:
        ComplianceError: none, or malformed.
    """
    try:
        return parse_address(text or "")
    except ValueError as error:
        raise ComplianceError(f"{text}: {error}") from error


def _person(request: Request, investors: Iterable[Investor]) -> Investor | None:
    if (request.investor is None) == (request.wallet is None):
        raise ComplianceError("name an investor or a wallet, not both")
    if request.investor is None:
        return None
    for investor in investors:
        if investor.investor_id == request.investor:
            return investor
    raise ComplianceError(f"no investor {request.investor} is in the source")


def _operations(bench: Bench, request: Request, wallet: str) -> list[Operation]:
    match request.verb:
        case "freeze":
            return bench.freeze(wallet, request.amount)
        case "unfreeze":
            return bench.unfreeze(wallet, request.amount)
        case "revoke":
            return bench.revoke(wallet)
        case "recover":
            return bench.recover(wallet, parse_wallet(request.other))
        case _:
            if request.amount is None:
                raise ComplianceError("a forced transfer needs an amount")
            return bench.force(wallet, parse_wallet(request.other), request.amount)
