"""ABIs for integrators."""
