"""Assets: a new token on many chains, at one address, by the rules of its jurisdictions.

Stands above `quantera.release`, whose campaigns carry it out, and `quantera.compliance`, whose
policies and rule packs it puts in force; neither knows of it. `docs/assets.md` tells it for
issuers.
"""
