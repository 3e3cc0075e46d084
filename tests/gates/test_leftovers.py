from quantera.toolchain.workspace import ROOT
from tests.gates.tree import Tree


def test_each_kind_of_leftover_is_found(tree: Tree) -> None:
    tree.as_checkout()
    tree.write("good.py", "# What is to be done has been done.\n")
    tree.passes("leftovers")

    # Put together here, so that this file itself holds none of them.
    planted = {
        "note.py": ("# TO" + "DO: finish", "note to finish"),
        "note.sol": ("// FIX" + "ME", "note to finish"),
        "test_a.py": ("@pytest.mark." + "skip", "switches a test off"),
        "test_b.py": ("    pytest." + "skip('later')", "switches a test off"),
        "test_c.py": ("@pytest.mark." + "xfail", "switches a test off"),
        "a.test.ts": ("it." + "skip('later', () => {})", "switches tests off"),
        "stub.py": ("    raise NotImplemented" + "Error", "code is missing"),
        "merge.md": ("<" * 7 + " ours", "merge conflict"),
        "halt.py": ("    breakpoint" + "()", "debugger"),
        "path.yaml": (f"root: {ROOT}/contracts", "path of this machine"),
    }
    for name, (line, _) in planted.items():
        tree.write(name, line + "\n")
    answer = tree.run("leftovers")
    assert answer.status == 1
    for name, (_, why) in planted.items():
        sentences = [line for line in answer.said.splitlines() if f" {name}:1 " in line]
        assert any(why in line for line in sentences), (name, answer.said)
