"""The state of token, registry and rules, and the history of decisions, from logs alone.

`events` reads logs, `reading` gets them from a node; `token`, `registry`, `rules`, `counts` and
`lots` are one part of the contracts each, `decisions` is the history, and `replayer` puts them
together.
"""
