"""Set-up of a checkout: what it needs, where it lives, and which compiler it uses.

Everything imported by `doctor` and `setup` is standard library only, because they run
before anything is installed.
"""

import sys

# An older Python cannot even read the modules here; this file is written so that it can.
if sys.version_info < (3, 11):  # noqa: UP036 -- the declared minimum is what is being enforced
    sys.exit(
        "python: "
        + ".".join(map(str, sys.version_info[:3]))
        + " is too old; install Python 3.11 or 3.12 and run `make PYTHON=python3.11 ...`"
    )
