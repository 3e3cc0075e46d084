"""The story that `make demo` tells: compile, start five chains, deploy, record, check, stop.

What is deployed is the list in `quantera.demo.contracts`; what is told is the list in
`quantera.demo.story`. Both are meant to grow.
"""

from quantera.demo.story import DemoError, tell

__all__ = ["DemoError", "tell"]
