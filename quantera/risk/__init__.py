"""Prime brokerage off-chain: reads accounts, assesses their risk, and keeps calls going."""
