"""What `quantera.compliance` raises; every message is one sentence for a person."""


class ComplianceError(Exception):
    """Base of all errors of this package."""


class CatalogueError(ComplianceError, ValueError):
    """A data file of the package contradicts itself or names something unknown."""


class SourceError(ComplianceError):
    """A source of investor records cannot be read at all; single bad rows are reported."""


class ScreeningListError(ComplianceError):
    """A sanctions list is not in its publisher's format."""


class ProviderError(ComplianceError):
    """A KYC provider did not answer, or not in its documented format."""


class PolicyError(ComplianceError):
    """An asset's policy names an unknown rule, class, country or parameter."""


class JournalError(ComplianceError):
    """A journal belongs to another plan, or was written to after damage."""


class PlanOutdatedError(ComplianceError):
    """Somebody has changed what a plan was made from; a new plan takes that into account."""


class RegistryError(ComplianceError):
    """A registry on a chain refused, or could not be reached."""
