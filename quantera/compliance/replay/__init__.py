"""The state of token, registry and rules, and the history of decisions, from logs alone.

`events` reads logs, `reading` gets them from a node; `token`, `registry`, `rules`, `counts`, `lots`
and `tallies` are one part of the contracts each, `usage` is what the tallies leave of the packs'
limits, `decisions` is the history, and `replayer` puts them together.
"""
