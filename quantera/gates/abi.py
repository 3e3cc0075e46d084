"""The ABI package: generated, and still what the contracts make."""

from quantera.gates.evidence import up_to_date
from quantera.gates.gate import Gate, command

GATE = Gate(
    name="abi",
    question="Is the committed ABI package what the compiled contracts make?",
    remedy="`python -m quantera.abi.generate` and commit",
    budget_seconds=10,
    check=up_to_date("quantera.abi.generate", lambda tree: ["--root", tree]),
)

if __name__ == "__main__":
    command(GATE)()
