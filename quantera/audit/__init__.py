"""Static analysis of the contracts: one compile for all analysers, their findings, their triage."""
