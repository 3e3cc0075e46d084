"""The rules as functions of one deal, with the reason codes that the contracts use."""
