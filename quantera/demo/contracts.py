"""What the demo deploys on every chain, in order: one entry per contract."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quantera.demo.site import Deployed, Site

LOCAL_PROFILE = 1
"""`IQuanteraAccessManager.Profile.Local`: no minimum delays."""
FIRST_LIMIT = 1_000


@dataclass(frozen=True)
class Planned:
    """One contract to deploy.

    Attributes:
        contract: the compiled contract's name.
        arguments: what its constructor is given.
        initializer: the function that its proxy calls once, and what that is given; without one
            the contract stands alone.
        check: what must be true of it once it stands; says what is wrong, or nothing.
    """

    contract: str
    check: Callable[[Site, Any], str | None]
    arguments: Callable[[Site], tuple[Any, ...]] = lambda _site: ()
    initializer: tuple[str, Callable[[Site], tuple[Any, ...]]] | None = None

    def deploy(self, site: Site) -> Deployed:
        """Put it on the chain that `site` is connected to."""
        arguments = self.arguments(site)
        if self.initializer is None:
            handle, receipt = site.create(self.contract, *arguments)
            return Deployed(handle, receipt)
        function, given = self.initializer
        return site.create_behind_proxy(self.contract, arguments, function, given(site))


def _check_manager(site: Site, manager: Any) -> str | None:
    if manager.profile() != LOCAL_PROFILE:
        return f"the access manager's profile is {manager.profile()}"
    administrator, _delay = manager.hasRole(manager.ADMIN_ROLE(), site.deployer)
    return None if administrator else "the deployer does not administer the access manager"


def _check_probe(site: Site, probe: Any) -> str | None:
    if probe.authority() != site.address("QuanteraAccessManager"):
        return f"the proxy obeys {probe.authority()} instead of the chain's access manager"
    if probe.limit() != FIRST_LIMIT:
        return f"the proxy was not initialised: its limit is {probe.limit()}"
    before = probe.counter()
    probe.work(sender=site.deployer)
    return None if probe.counter() == before + 1 else "a call through the proxy changed nothing"


DEPLOYED: tuple[Planned, ...] = (
    Planned(
        "QuanteraAccessManager",
        arguments=lambda site: (site.deployer.address, LOCAL_PROFILE),
        check=_check_manager,
    ),
    Planned(
        "UpgradeableProbe",
        initializer=(
            "initialize",
            lambda site: (site.address("QuanteraAccessManager"), FIRST_LIMIT),
        ),
        check=_check_probe,
    ),
)
