// Written by quantera.abi.generate from the compiled contracts; never edited by hand.

/** Addresses by chain id and contract name. */
export const addresses = {} as const;
