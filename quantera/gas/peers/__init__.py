"""Other systems, deployed as their npm packages ship them, to be measured and compared."""
