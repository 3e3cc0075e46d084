"""What of a netting batch is signed, and what form it must have."""

from dataclasses import replace
from typing import Any

import pytest

from quantera.evm import expect_revert
from quantera.gas.settlement_stack import DAY, Kind
from quantera.settlement.batch import cycle_name, list_digest, pack
from quantera.settlement.problem import ProblemError
from tests.unit.settlement.clearing import (
    BANKS,
    LIQUIDITY,
    RING,
    Clearing,
    everything,
    problem,
)


class TestConsent:
    def test_the_digest_is_the_chains(self, clearing: Clearing) -> None:
        batch = clearing.batch(everything(RING))
        payments = pack(RING, 0, [0, 1, 2, 3])
        here = list_digest(clearing.cycle, 0, limit=LIQUIDITY, strict=False, payments=payments)
        there = clearing.manager.listDigest(batch[0], batch[1], batch[2], batch[3][0])
        assert here == there

    def test_somebody_elses_signature_does_not_count(self, clearing: Clearing) -> None:
        forged = replace(clearing, signers={0: clearing.banks[1]})
        with expect_revert("SignatureInvalid", party=clearing.banks[0]):
            forged.settle(everything(RING))

    @pytest.mark.parametrize("place", [1, 2, 3, 4])
    def test_everything_of_a_list_is_signed(self, clearing: Clearing, place: int) -> None:
        batch = clearing.batch(everything(RING))
        changed = list(batch[3][0])
        payments = bytearray(changed[4])
        payments[15] ^= 1
        changed[place] = [0, True, LIQUIDITY + 1, changed[3] + 1, bytes(payments)][place]
        batch[3][0] = tuple(changed)
        with expect_revert("SignatureInvalid", party=clearing.banks[0]):
            clearing.manager.settleNet(batch, sender=clearing.banks[1])

    def test_the_participants_are_signed(self, clearing: Clearing) -> None:
        """Payees are indices: with other participants the same bytes would pay somebody else."""
        found = problem((0, 1, 10))
        batch = clearing.batch(everything(found))
        batch[2] = [clearing.banks[0], *clearing.banks[2:]]
        with expect_revert("SignatureInvalid", party=clearing.banks[0]):
            clearing.manager.settleNet(batch, sender=clearing.banks[2])

    def test_the_sender_needs_no_signature(self, clearing: Clearing) -> None:
        batch = clearing.batch(everything(problem((0, 1, 10))))
        batch[3][0] = (*batch[3][0][:5], b"")
        with expect_revert("SignatureInvalid"):
            clearing.manager.settleNet(batch, sender=clearing.banks[1])
        clearing.manager.settleNet(batch, sender=clearing.banks[0])

    @pytest.mark.parametrize("late", [0, 1])
    def test_lists_expire(self, clearing: Clearing, late: int) -> None:
        batch = clearing.batch(everything(RING))
        clearing.stack.chain.advance(DAY + late)
        if late:
            with expect_revert("ListExpired", payer=clearing.banks[0]):
                clearing.manager.settleNet(batch, sender=clearing.banks[0])
        else:
            clearing.manager.settleNet(batch, sender=clearing.banks[0])


class TestForm:
    @pytest.mark.parametrize(
        ("cause", "change"),
        [
            ("participants", lambda batch: [*batch[:2], batch[2][::-1], *batch[3:]]),
            ("participants", lambda batch: [*batch[:2], batch[2][:1], *batch[3:]]),
            ("participants", lambda batch: [*batch[:2], [*batch[2], batch[2][-1]], *batch[3:]]),
            ("selected", lambda batch: [*batch[:4], [], batch[5]]),
            ("selected", lambda batch: [*batch[:4], [*batch[4], 0], batch[5]]),
        ],
    )
    def test_malformed_batches(self, clearing: Clearing, cause: str, change: Any) -> None:
        batch = change(clearing.batch(everything(problem((0, 1, 10)))))
        batch[3] = [(*batch[3][0][:5], b"")]
        with expect_revert("BatchInvalid", cause=cause):
            clearing.manager.settleNet(batch, sender=batch[2][0])

    @pytest.mark.parametrize(
        ("payment", "cause"),
        [
            (5 << 120 | 10, "payment"),
            (0 << 120 | 10, "payment"),
            (1 << 120 | 0, "payment"),
        ],
    )
    def test_malformed_payments(self, clearing: Clearing, payment: int, cause: str) -> None:
        batch = clearing.batch(everything(problem((0, 1, 10))))
        batch[3] = [(*batch[3][0][:4], payment.to_bytes(16, "big"), b"")]
        with expect_revert("BatchInvalid", cause=cause):
            clearing.manager.settleNet(batch, sender=clearing.banks[0])

    def test_lists_come_whole_and_once(self, clearing: Clearing) -> None:
        batch = clearing.batch(everything(problem((0, 1, 10))))
        own = (*batch[3][0][:5], b"")
        for lists, cause in (
            ([(*own[:4], own[4] + b"\0", b"")], "payments"),
            ([own, own], "lists"),
            ([(BANKS, *own[1:])], "payer"),
        ):
            batch[3] = lists
            with expect_revert() as seen:
                clearing.manager.settleNet(batch, sender=clearing.banks[0])
            assert seen.error is not None
            assert seen.values.get("cause") == cause or seen.error.name == "PaymentReplayed"

    def test_participants_and_asset_must_be_admitted(self, clearing: Clearing) -> None:
        batch = clearing.batch(everything(RING))
        governor, stack = clearing.stack.governor, clearing.stack
        with stack.chain.rollback():
            clearing.manager.suspendParticipant(clearing.banks[4], sender=governor)
            with expect_revert("ParticipantNotAdmitted", account=clearing.banks[4]):
                clearing.manager.settleNet(batch, sender=clearing.banks[0])
        clearing.manager.suspendAsset(clearing.cash, sender=governor)
        with expect_revert("PaymentAssetRefused", reason=2):
            clearing.manager.settleNet(batch, sender=clearing.banks[0])

    def test_group_2_is_not_netted(self, clearing: Clearing) -> None:
        token = clearing.stack.asset("Coin", Kind.CRYPTO)
        other = replace(clearing, cash=token)
        with expect_revert("BatchInvalid", cause="asset"):
            other.settle(everything(RING))

    def test_the_cap_holds_for_the_gross_value(self, clearing: Clearing) -> None:
        terms = clearing.manager.assetTerms(clearing.cash)._asdict() | {"dailyCap": 3_069}
        clearing.stack.list_asset(clearing.cash, terms)
        with expect_revert("DailyCapExceeded", cap=3_069, wouldBe=3_070):
            clearing.settle(everything(RING))


class TestOperator:
    def test_the_named_one_alone_submits(self, clearing: Clearing) -> None:
        operator, stranger = clearing.stack.chain.actors("operator", "stranger")
        named = replace(clearing, name=cycle_name(b"day 1", operator))
        batch = named.batch(everything(RING))
        for caller in (stranger, clearing.banks[0]):
            with expect_revert("NotTheOperator", operator=operator, caller=caller):
                clearing.manager.settleNet(batch, sender=caller)
        named.settle(everything(RING))

    def test_a_participant_cannot_use_up_others_numbers(self, clearing: Clearing) -> None:
        """SET-06: a list of its own with another's numbers needs the operator to bring it."""
        operator = clearing.stack.chain.actor("operator")
        named = replace(clearing, name=cycle_name(b"day 1", operator))
        spoiling = named.batch(everything(problem((1, 2, 1))), [0])
        with expect_revert("NotTheOperator"):
            clearing.manager.settleNet(spoiling, sender=clearing.banks[1])
        named.settle(everything(problem((0, 1, 10))), [0])

    def test_a_name_without_account_leaves_it_to_anybody(self, clearing: Clearing) -> None:
        batch = clearing.batch(everything(RING))
        clearing.manager.settleNet(batch, sender=clearing.stack.chain.actor("stranger"))

    def test_labels_are_short(self) -> None:
        assert cycle_name(b"x" * 12) == bytes(20) + b"x" * 12
        with pytest.raises(ProblemError, match="12 bytes"):
            cycle_name(b"x" * 13)
