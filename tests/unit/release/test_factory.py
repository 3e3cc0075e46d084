"""`ReleaseFactory`: where contracts come to stand, who opens a chain, who creates."""

from dataclasses import dataclass
from typing import Any

import pytest
from eth_utils.crypto import keccak

from quantera import artifacts
from quantera.access import Profile, Role, Specification, assignments
from quantera.evm import Actor, Contract, MemoryChain, Receipt, expect_revert
from quantera.release import founder
from quantera.release.addresses import (
    KEYLESS_CODE,
    KEYLESS_DEPLOYER,
    AddressBook,
    factory_creation,
    factory_salt,
    salt_of,
)
from quantera.release.blueprint import MANAGER
from tests.unit.release.requests import account

NAME = "quantera-1"
SALT = salt_of("Something")
SIGNS_EVERYTHING = bytes.fromhex("631626ba7e60e01b60005260206000f3")


@dataclass(frozen=True)
class Site:
    """A factory on a chain that is not open yet."""

    chain: MemoryChain
    founder: Actor
    deployer: Actor
    book: AddressBook
    factory: Contract

    def creation(self, administrator: Actor | None = None) -> bytes:
        """Creation code of an access manager."""
        code = artifacts.load(MANAGER)
        arguments = self.chain.abi(code).constructor.encode(
            [administrator or self.deployer, Profile.PRODUCTION]
        )
        return code.creation_code + arguments

    def signature(self, creation: bytes, deadline: int, **changes: Any) -> bytes:
        """The founder's signature."""
        chain_id = changes.get("chain_id", self.chain.chain_id)
        factory = changes.get("factory", self.factory.address)
        message = founder.message(chain_id, factory, creation, deadline)
        signer = account(changes.get("signer", "founder"))
        return bytes(signer.sign_message(message).signature)

    def bring(self, creation: bytes, deadline: int, signature: bytes) -> Receipt:
        """Anybody brings a signature to the factory."""
        anyone = self.chain.actor("anyone")
        receipt: Receipt = self.factory.open(creation, deadline, signature, sender=anyone)
        return receipt

    def open(self) -> Contract:
        """Opens the chain; its access manager."""
        creation, deadline = self.creation(), self.chain.timestamp
        self.bring(creation, deadline, self.signature(creation, deadline))
        return self.chain.at(self.book[MANAGER], MANAGER)


def site_on(chain: MemoryChain) -> Site:
    """A factory created by the keyless deployer."""
    founder_, deployer, anyone = chain.actors("founder", "deployer", "anyone")
    book = AddressBook(NAME, founder_)
    chain.set_code(KEYLESS_DEPLOYER, KEYLESS_CODE)
    data = factory_salt(NAME) + factory_creation(founder_)
    chain.transact(KEYLESS_DEPLOYER, data, anyone)
    return Site(chain, founder_, deployer, book, chain.at(book.factory, "ReleaseFactory"))


@pytest.fixture
def site(chain: MemoryChain) -> Site:
    return site_on(chain)


def probe() -> bytes:
    return artifacts.load("PlainProbe").creation_code


def test_rel_01_addresses_are_the_same_on_every_chain() -> None:
    """REL-01: what Python computes is where contracts stand, on chains of any id and history."""
    found = []
    for chain_id, transactions in ((1, 0), (137, 3)):
        chain = MemoryChain(chain_id)
        for number in range(transactions):
            chain.transact(chain.actor("other"), bytes([number]), chain.actor("deployer"))
        site = site_on(chain)
        manager = site.open()
        site.factory.create(SALT, probe(), b"", sender=site.deployer)
        assert site.factory.addressOf(SALT) == site.book["Something"]
        assert chain.code(site.book["Something"]) == artifacts.load("PlainProbe").runtime_code
        found.append((site.factory.address, manager.address, site.book["Something"]))
    assert found[0] == found[1]


def test_rel_01_an_address_depends_on_founder_and_release() -> None:
    """REL-01: another founder's or another release's factory has other addresses."""
    one, other = MemoryChain().actors("one", "other")
    books = [AddressBook(NAME, one), AddressBook(NAME, other), AddressBook("other", one)]
    assert len({book["Something"] for book in books}) == len(books)


def test_rel_01_nobody_creates_before_the_chain_is_open(site: Site) -> None:
    """REL-01: the founder does not either."""
    for caller in (site.founder, site.deployer):
        with expect_revert("AccessManagedUnauthorized", caller=caller):
            site.factory.create(SALT, probe(), b"", sender=caller)


def test_rel_01_only_the_managers_members_create(site: Site) -> None:
    """REL-01: the administrator during set-up, nobody else."""
    site.open()
    for caller in (site.founder, site.chain.actor("anyone")):
        with expect_revert("AccessManagedUnauthorized", caller=caller):
            site.factory.create(SALT, probe(), b"", sender=caller)
    assert site.factory.create.simulate(SALT, probe(), b"", sender=site.deployer)


def test_after_set_up_creating_is_an_upgrade(site: Site) -> None:
    manager = site.open()
    upgrader, guardian = site.chain.actors("upgrader", "guardian")
    for role, member in ((Role.UPGRADER, upgrader), (Role.GUARDIAN, guardian)):
        manager.grantRole(role, member, 0, sender=site.deployer)
    for item in assignments(Specification.load(), "ReleaseFactory"):
        manager.setTargetFunctionRole(site.factory, item.selectors, item.role, sender=site.deployer)
    manager.completeSetup(sender=site.deployer)
    with expect_revert("AccessManagedUnauthorized"):
        site.factory.create(SALT, probe(), b"", sender=site.deployer)
    call = site.factory.create.encode(SALT, probe(), b"")
    manager.schedule(site.factory, call, 0, sender=upgrader)
    with expect_revert("AccessManagerNotReady"):
        manager.execute(site.factory, call, sender=upgrader)
    site.chain.advance(48 * 3600)
    manager.execute(site.factory, call, sender=upgrader)
    assert site.chain.code(site.book["Something"])


def test_rel_02_a_chain_is_opened_once(site: Site) -> None:
    """REL-02: not again, not even by the founder's other signature."""
    manager = site.open()
    other, deadline = site.creation(site.chain.actor("other")), site.chain.timestamp
    with expect_revert("ChainAlreadyOpen", manager=manager.address):
        site.bring(other, deadline, site.signature(other, deadline))


def test_rel_02_anyone_may_bring_the_founders_signature(site: Site) -> None:
    """REL-02: whoever sends it, the administrator is the one who was signed for."""
    creation, deadline = site.creation(), site.chain.timestamp + 5
    receipt = site.bring(creation, deadline, site.signature(creation, deadline))
    event = receipt.events.one("ChainOpened")
    assert event.args.manager == receipt.return_value == site.factory.authority()
    assert site.chain.at(event.args.manager, MANAGER).hasRole(Role.ADMIN, site.deployer)[0]


@pytest.mark.parametrize(
    "wrong",
    [
        {"signer": "deployer"},
        {"chain_id": 137},
        {"factory": "0x" + "11" * 20},
    ],
    ids=["another key", "another chain", "another factory"],
)
def test_rel_02_other_signatures_open_nothing(site: Site, wrong: dict[str, Any]) -> None:
    """REL-02: a signature is the founder's, for this chain and this factory."""
    creation, deadline = site.creation(), site.chain.timestamp
    with expect_revert("NotSignedByFounder", founder=site.founder):
        site.bring(creation, deadline, site.signature(creation, deadline, **wrong))


def test_rel_02_what_was_signed_cannot_be_changed(site: Site) -> None:
    """REL-02: neither the administrator nor the deadline."""
    creation, deadline = site.creation(), site.chain.timestamp
    signature = site.signature(creation, deadline)
    with expect_revert("NotSignedByFounder"):
        site.bring(site.creation(site.chain.actor("thief")), deadline, signature)
    with expect_revert("NotSignedByFounder"):
        site.bring(creation, deadline + 1, signature)


def test_rel_02_a_signature_expires(site: Site) -> None:
    """REL-02: it is good at its deadline and not a second later."""
    creation, deadline = site.creation(), site.chain.timestamp
    signature = site.signature(creation, deadline)
    site.factory.open.simulate(creation, deadline, signature, sender=site.deployer)
    site.chain.advance(1)
    with expect_revert("OpeningExpired", deadline=deadline):
        site.bring(creation, deadline, signature)


def test_rel_02_a_contract_can_be_the_founder(site: Site) -> None:
    """REL-02: by ERC-1271, such as a Safe."""
    site.chain.set_code(site.founder, SIGNS_EVERYTHING)
    site.bring(site.creation(), site.chain.timestamp, b"whatever it takes")
    assert site.chain.code(site.book[MANAGER])


def test_the_digest_is_what_python_signs(site: Site) -> None:
    creation, deadline = site.creation(), site.chain.timestamp
    message = founder.message(site.chain.chain_id, site.factory.address, creation, deadline)
    assert site.factory.openingDigest(keccak(creation), deadline) == founder.digest(message)


def test_rel_03_creation_and_first_call_are_one(site: Site) -> None:
    """REL-03: the first call's failure undoes the creation, and its success is seen at once."""
    manager = site.open()
    behind = site.chain.deploy("UpgradeableProbe")
    first = behind.function("initialize").encode(manager, 100)
    proxy = artifacts.load("ManagedProxy")
    creation = proxy.creation_code + site.chain.abi(proxy).constructor.encode([behind, first])
    pause = behind.function("pauseGroups").encode(7)
    with expect_revert("AccessManagedUnauthorized", caller=site.factory.address):
        site.factory.create(SALT, creation, pause, sender=site.deployer)
    assert not site.chain.code(site.book["Something"])
    manager.grantRole(Role.ADMIN, site.factory, 0, sender=site.deployer)
    receipt = site.factory.create(SALT, creation, pause, sender=site.deployer)
    event = receipt.events.one("ContractCreated")
    assert (event.args.salt, event.args.created) == (SALT, site.book["Something"])
    created = site.chain.at(site.book["Something"], "UpgradeableProbe")
    assert (created.limit(), created.pausedGroups()) == (100, 7)


def test_rel_03_a_failing_constructor_creates_nothing(site: Site) -> None:
    """REL-03: and the salt stays free."""
    site.open()
    with expect_revert("DeploymentFailed"):
        site.factory.create(SALT, bytes.fromhex("60006000fd"), b"", sender=site.deployer)
    site.factory.create(SALT, probe(), b"", sender=site.deployer)
    assert site.chain.code(site.book["Something"])


def test_a_salt_is_used_once(site: Site) -> None:
    site.open()
    site.factory.create(SALT, probe(), b"", sender=site.deployer)
    with expect_revert("SaltUsed", salt=SALT, created=site.book["Something"]):
        site.factory.create(SALT, probe(), b"", sender=site.deployer)
    with expect_revert("SaltUsed", created=site.book[MANAGER]):
        site.factory.create(salt_of(MANAGER), probe(), b"", sender=site.deployer)


def test_a_factory_has_a_founder(chain: MemoryChain) -> None:
    with expect_revert("FounderMissing"):
        chain.deploy("ReleaseFactory", "0x" + "0" * 40)
    one = chain.deploy("ReleaseFactory", chain.actor("founder"))
    assert one.FOUNDER() == chain.actor("founder")
    assert one.MANAGER_SALT() == salt_of(MANAGER)
