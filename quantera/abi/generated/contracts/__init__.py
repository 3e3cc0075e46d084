"""Written by quantera.abi.generate from the compiled contracts; never edited by hand."""
