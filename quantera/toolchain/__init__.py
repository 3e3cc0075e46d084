"""Set-up of a checkout: what it needs, where it lives, and which compiler it uses.

Everything imported by `doctor` and `setup` is standard library only, because they run
before anything is installed.
"""
