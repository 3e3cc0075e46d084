"""The suites of `make test`: what each runs, how long it may take, and what came of it.

`python -m quantera.suites` runs those of `quantera.suites.catalogue` one after the other, each on
both cores, and fails when a test fails, when a suite takes more than 120 % of its budget, and when
a test file belongs to no suite. `python -m quantera.suites NAME…` runs some of them.
"""
