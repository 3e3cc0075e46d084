"""The gas snapshot: what each operation costs, what it may cost, and what peers' operations cost.

`python -m quantera.gas` measures every operation on a fresh anvil and rewrites `gas-snapshot.json`
at the root; `python -m quantera.gas --check` (the gate `gas`) measures again and fails above a
limit, on more than 1 % of difference from the file, on an operation too many or too few, and where
a transaction of ours does not fit into EIP-7825's 16,777,216 gas.

To add operations, put a module into `quantera.gas.operations` with a tuple `OPERATIONS`:

    @dataclass(frozen=True)
    class Suite:                      # whatever the operations below need
        token: Contract
        agent: Actor
        holder: Actor

    def suite(chain: NodeChain) -> Suite:
        ...                           # deploys, grants, mints; not measured

    OPERATIONS = (
        Operation(
            id="token.mint.four_rules",
            limit=80_000,             # the issue's number
            conditions="recipient holds already; four rules",
            ours=Subject(suite, lambda s: s.token.mint(s.holder, 1, sender=s.agent)),
            peers={"T-REX 4.1.6": Subject(trex_suite, lambda s: ...)},
        ),
    )

A subject's second function sends one transaction and returns its receipt, which alone counts; what
it sends before that is preparation. Subjects with the same set-up function share one set-up: each
starts from a snapshot of it, and sets-up start from an empty chain, so that neither order nor
company changes a figure. Every transaction is a transaction of its own on a node, so all storage is
cold; fees are off unless an id says `fee`. Peers come from their npm packages (`load_npm`) and are
measured in the same run on the same node.
"""
