"""Whether a plan still fits the chains: what it was taken against, and what stands there now.

A plan is a difference to one state. Applied to another, it would write an older word over a newer
one, or deal out again what a second plan, made from the same state, has dealt out since. So a plan
is refused as a whole before anything of it is done; and while it runs, a headroom is looked at
again right before it is written, because another office may be dealing out the same.
"""

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from threading import Lock

from quantera.compliance.assets import AssetPolicy
from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.chain.protocol import Registry
from quantera.compliance.errors import PlanOutdatedError
from quantera.compliance.limits import limit_of
from quantera.compliance.plan import ChainPlan, Plan, Row
from quantera.compliance.record import CONTENT_MASK, IDENTITY_MASK
from quantera.compliance.terms import headroom_of, jurisdiction_of, read_row_key, until_of

_Attestation = tuple[int, int, int]
"""Identity, jurisdiction, and end of an attested headroom."""

_Place = tuple[str, str]
"""Chain and token (lower case)."""


class HeadroomGuard:
    """Sees to it that an attested headroom is dealt out by one plan alone.

    What stands in a place may be what stood there when the plan was made, or what the plan itself
    puts there; purchases only lower it.

    Args:
        plan: what is applied.
        registries: by chain name, all chains of the plan.
        age: seconds for which what was read of the chains counts.
    """

    def __init__(self, plan: Plan, registries: Mapping[str, Registry], age: float = 5.0) -> None:
        self._registries = {part.chain: registries[part.chain] for part in plan.chains}
        self._age = age
        self._lock = Lock()
        self._read_at = float("-inf")
        self._block = dict.fromkeys(self._registries, -1)
        self._found: dict[_Attestation, dict[_Place, int]] = defaultdict(dict)
        self._allowed: dict[_Attestation, dict[_Place, int]] = defaultdict(dict)
        for part in plan.chains:
            for dealt in part.dealt:
                own = self._allowed[dealt.identity, dealt.jurisdiction, dealt.until]
                own[part.chain, dealt.token] = dealt.amount
        for part, row in _headrooms(plan):
            token, identity = read_row_key(row.key)
            own = self._allowed[identity, jurisdiction_of(row.new), until_of(row.new)]
            place = part.chain, token.lower()
            own[place] = max(own.get(place, 0), headroom_of(row.new))

    def refusal(self, row: Row) -> str | None:
        """Why a row of terms must not be written now; None where it may.

        Raises:
            RegistryError: a chain cannot be reached.
        """
        if not until_of(row.new):
            return None
        with self._lock:
            if time.monotonic() - self._read_at >= self._age:
                self._read()
        identity = read_row_key(row.key)[1]
        attestation = identity, jurisdiction_of(row.new), until_of(row.new)
        allowed = self._allowed[attestation]
        for place, amount in self._found[attestation].items():
            if amount > allowed.get(place, 0):
                return (
                    f"the same headroom was dealt out on {place[0]} since the plan was made:"
                    " make a new plan"
                )
        return None

    def _read(self) -> None:
        for chain, registry in self._registries.items():
            self._block[chain], changes = registry.terms_since(self._block[chain])
            for (token, identity), word in changes:
                attestation = identity, jurisdiction_of(word), until_of(word)
                if attestation in self._allowed:
                    own, place = self._found[attestation], (chain, token.lower())
                    own[place] = max(own.get(place, 0), headroom_of(word))
        self._read_at = time.monotonic()


def require_fitting(plan: Plan, registries: Mapping[str, Registry], guard: HeadroomGuard) -> None:
    """Refuses a plan of which nothing has been done yet, and that no longer fits.

    Args:
        plan: what is to be applied.
        registries: by chain name.
        guard: of the same plan.

    Raises:
        PlanOutdatedError: a chain holds what is neither the state that the plan was made from nor
            what it asks for, or a headroom of it was dealt out since.
        RegistryError: a chain cannot be reached.
    """
    for part in plan.chains:
        if not part.rows:
            continue
        changed = list(_changed(part, registries[part.chain]))
        if changed:
            raise PlanOutdatedError(
                f"{len(changed)} of {len(part.rows)} rows on {part.chain} were written since the"
                f" plan was made, first {changed[0]}: make a new plan"
            )
    for part, row in _headrooms(plan):
        why = guard.refusal(row)
        if why is not None:
            raise PlanOutdatedError(f"{row.key} on {part.chain}: {why}")


def require_allotments(
    plan: Plan, policies: Mapping[str, AssetPolicy], registries: Mapping[str, EvmRegistry]
) -> None:
    """Refuses moves of allotments that another decision has moved since.

    Args:
        plan: what is to be applied, of whose moves none has been carried out.
        policies: by symbol.
        registries: by chain name.

    Raises:
        PlanOutdatedError: a chain has another allotment than the plan was made from.
        ComplianceError: a move names an asset, limit or chain that is not configured.
        RegistryError: a chain cannot be reached.
    """
    for asset, limit, chain, allotted in plan.allotted:
        policy = policies[asset]
        _, now, _ = registries[chain].allotment(policy.tokens[chain], *limit_of(policy, limit))
        if now != allotted:
            raise PlanOutdatedError(
                f"{asset} {limit}: {chain} has {now} now, {allotted} when the plan was made:"
                " make a new plan"
            )


def _headrooms(plan: Plan) -> Iterator[tuple[ChainPlan, Row]]:
    for part in plan.chains:
        for row in part.rows:
            if row.kind == "terms" and until_of(row.new):
                yield part, row


def _changed(part: ChainPlan, registry: Registry) -> Iterator[str]:
    """Rows that would write over what somebody wrote since.

    A wallet that is another identity's by now is left to the registry, which refuses the row alone.
    """
    snapshot = registry.snapshot()
    for row in part.rows:
        if row.kind == "terms":
            continue
        if row.kind == "evidence":
            now, mask = snapshot.evidence.get(int(row.key, 16), 0), -1
        else:
            now, mask = snapshot.records.get(row.key, 0), CONTENT_MASK
            if not now or (now ^ (row.new or row.old)) & IDENTITY_MASK:
                continue
        if (now ^ row.old) & mask and (now ^ row.new) & mask:
            yield row.key
