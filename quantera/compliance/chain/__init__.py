"""The on-chain side: what is read from and sent to the registries of the chains."""
