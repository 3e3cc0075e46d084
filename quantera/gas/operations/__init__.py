"""The measured operations, a module for each contract."""
