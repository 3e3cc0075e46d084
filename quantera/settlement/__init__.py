"""Off-chain half of settlement: netting plans that the chain verifies, statuses, replays."""
