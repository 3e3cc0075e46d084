"""From investor records to registry updates: validation, screening, plans, attestations."""
