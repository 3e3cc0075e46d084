"""The gates: one question each about the tree, one command each, a sentence for every finding.

`python -m quantera.gates.<name>` asks one, `python -m quantera.gates NAME…` several and
`python -m quantera.gates all` every one, two at a time. A gate exits with 0 when it has nothing to
say, 1 when it has findings and 2 when it could not ask its question.

A new gate is a module of this package with a `GATE` and an entry in `quantera.gates.registry`; the
test beside it in `tests/gates` plants the fault that the gate is there for and reads its sentence.
"""
