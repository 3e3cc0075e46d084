import pytest
from eth_account import Account
from eth_account.hdaccount import generate_mnemonic
from eth_account.types import Language

from quantera.gates.detectors import PUBLISHED_PHRASE
from tests.gates.tree import Tree

PUBLISHED_KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"


@pytest.fixture
def checkout(tree: Tree) -> Tree:
    tree.as_checkout()
    tree.write(".gitignore", ".env\n")
    tree.write("notes.md", f"The slot is 0x{'ab' * 32}, the phrase `{PUBLISHED_PHRASE}`.\n")
    tree.write("keys.py", f'PUBLISHED_KEY = "{PUBLISHED_KEY}"\n')
    return tree


def test_each_kind_of_secret_is_found(checkout: Tree) -> None:
    checkout.passes("secrets")

    # Made here, so that none of them has to stand in a file of this project.
    key = Account.create().key.hex()
    phrase = generate_mnemonic(12, Language.ENGLISH)
    planted = {
        "deploy.py": (f'DEPLOYER_KEY = "0x{key}"\n', "Ethereum private key"),
        "run.sh": (f"cast send --private-key {key} 0x00\n", "Ethereum private key"),
        "config.yaml": (f"accounts:\n  phrase: {phrase}\n", "Mnemonic phrase"),
        "wallet.json": (f'{{"crypto": {{"ciphertext": "{key}"}}}}\n', "Wallet file"),
        "chains.yaml": (
            f"url: https://eth-mainnet.g.alchemy.com/v2/{key[:32]}\n",
            "Key of a hosted node or explorer",
        ),
        "verify.toml": (
            f"etherscan = {{ key = '{key[:34].upper()}' }}\n",
            "Key of a hosted node or explorer",
        ),
        "id.pem": ("-----BEGIN EC " + "PRIVATE KEY-----\n", "Private Key"),
        "settings.py": ("pass" + 'word = "correct-horse-battery"\n', "Secret Keyword"),
        # Seen only after detect-secrets puts what it takes for a setting between quotes.
        "desk.settings": ("pass" + "word = correct-horse-battery\n", "Secret Keyword"),
    }
    for name, (text, _) in planted.items():
        checkout.write(name, text)
    answer = checkout.run("secrets")
    assert answer.status == 1
    for name, (_, kind) in planted.items():
        sentences = [line for line in answer.said.splitlines() if f" {name}:" in line]
        assert any(f"looks like a {kind}" in line for line in sentences), (name, answer.said)
    assert key not in answer.said
    assert phrase not in answer.said


def test_what_git_would_not_take_is_no_finding(checkout: Tree) -> None:
    checkout.write(".env", f"PRIVATE_KEY={Account.create().key.hex()}\n")
    checkout.passes("secrets")


def test_an_explained_finding_passes_until_it_is_gone(checkout: Tree) -> None:
    checkout.write("deploy.py", f'SIGNING_KEY = "{"5a" * 32}"\n')
    answer = checkout.ask("secrets")
    assert answer.status == 1
    hashed = answer.said.split("(hash ")[1].split(")")[0]
    entry = (
        f"- {{file: deploy.py, kind: Ethereum private key, hash: {hashed}, "
        "reason: The key of a test's own making.}\n"
    )
    checkout.write("audits/secrets-triage.yaml", entry)
    checkout.passes("secrets")

    checkout.write("deploy.py", "SIGNING_KEY = None\n")
    checkout.finds("secrets", "Ethereum private key in deploy.py", "not there any more")


def test_a_comment_silences_nothing(checkout: Tree) -> None:
    key = Account.create().key.hex()
    checkout.write("deploy.py", f'DEPLOYER_KEY = "{key}"  # pragma: allowlist secret\n')
    checkout.finds("secrets", "deploy.py:1", "Ethereum private key")
