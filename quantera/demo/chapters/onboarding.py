"""Onboards investors from a file: judged off-chain, planned, attested and written on all chains."""

from quantera.compliance.catalogue import JURISDICTIONS, load_classes
from quantera.compliance.record import InvestorRecord
from quantera.demo import inputs
from quantera.demo.desk import ISSUER, TOPIC, Desk
from quantera.demo.issued import Issued
from quantera.demo.people import INVESTORS
from quantera.demo.stage import Stage


def tell(stage: Stage) -> None:
    """Onboard them."""
    issued = stage.take(Issued)
    released = issued.released
    issuer = stage.funded(ISSUER)
    for name in stage.chains:
        engine = released.at(name, "ComplianceEngine")
        trusted = engine.addTrustedIssuer(issuer, [TOPIC], sender=released.governor)
        stage.page.sent("trust the KYC issuer", name, trusted)
    desk = Desk(stage, issued)
    stage.hand_on(desk)
    inputs.write(stage.folder, newcomer="pending")
    desk.update("onboarding")
    for investor in INVESTORS:
        word = released.at(next(iter(stage.chains)), "ComplianceEngine").recordOf(
            stage.funded(investor)
        )
        stage.page.fact(f"record of the {investor}", _words(word))


def _words(word: int) -> str:
    """A record as it stands on a chain; nothing personal does."""
    record, classes = InvestorRecord.unpack(word), load_classes()
    if not record.identity:
        return "none"
    known = [
        f"{jurisdiction} {classes.name(jurisdiction, code)}"
        for jurisdiction, code in zip(JURISDICTIONS, record.classes, strict=True)
        if code
    ]
    return f"country {record.residence}, {', '.join(known)}, identity 0x{record.identity:040x}"
