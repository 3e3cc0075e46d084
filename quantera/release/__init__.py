"""Releases on many chains: plan, simulate, apply, resume, verify, roll back.

    from quantera.release import Node, Pace, Planner, Release, Request

    request = Request.load(Path("release.yaml"))
    nodes = {name: Node(name, url) for name, url in urls.items()}
    plan = Planner(request, nodes, sign=sign_as_founder).plan()
    Release(plan, nodes, signer, folder=Path("deployments/journal")).apply()

`docs/release.md` tells it for release managers; `contracts/release/release.yaml` lists what a
release consists of.
"""

from quantera.release.apply import Release, journal_path
from quantera.release.errors import ReleaseError
from quantera.release.node import Node
from quantera.release.plan import Plan
from quantera.release.planner import Planner
from quantera.release.request import Request
from quantera.release.sender import Pace
from quantera.release.signing import LocalSigner, Signer

__all__ = [
    "LocalSigner",
    "Node",
    "Pace",
    "Plan",
    "Planner",
    "Release",
    "ReleaseError",
    "Request",
    "Signer",
    "journal_path",
]
