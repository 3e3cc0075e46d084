"""What stops the issue of an asset; every message is one sentence."""


class AssetError(Exception):
    """Base of everything that is wrong with an asset or its request."""


class AssetRequestError(AssetError):
    """The request is missing, no YAML, or contradicts itself."""


class RulePackError(AssetError):
    """The asset's rules do not fit the packs of its jurisdictions.

    Attributes:
        jurisdiction: whose pack.
    """

    def __init__(self, jurisdiction: str, why: str) -> None:
        super().__init__(f"{jurisdiction}: {why}")
        self.jurisdiction = jurisdiction


class UnknownAssetError(AssetError):
    """The registry of assets has none of that id."""


class AlreadyDeployedError(AssetError):
    """The asset stands on a chain already."""


class AssetRegistryError(AssetError):
    """The registry's database cannot be used."""
