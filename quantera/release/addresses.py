"""Where a release's contracts stand, before anything is sent (CREATE2 and CREATE3)."""

from eth_utils.address import is_checksum_address, to_checksum_address
from eth_utils.crypto import keccak

from quantera import artifacts
from quantera.evm.abi import ContractAbi
from quantera.release.blueprint import FACTORY, IMPLEMENTATION, MANAGER
from quantera.release.errors import RefusedError

KEYLESS_DEPLOYER = "0x4e59b44847b379578588920cA78FbF26c0B4956C"
"""Creates with CREATE2 what it is sent behind a salt; the same on all chains, owned by nobody."""
KEYLESS_CODE = bytes.fromhex(
    "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f5"
    "8015156039578182fd5b8082525050506014600cf3"
)
_CREATE3_PROXY_HASH = keccak(bytes.fromhex("67363d3d37363d34f03d5260086018f3"))


def _create2(creator: str, salt: bytes, creation_hash: bytes) -> bytes:
    return keccak(b"\xff" + bytes.fromhex(creator[2:]) + salt + creation_hash)[12:]


def checksummed(address: str) -> str:
    """An address as people gave it, if its checksum is right.

    Raises:
        RefusedError: it is none.
    """
    if not is_checksum_address(address):
        raise RefusedError([f"{address} is no address with its checksum (EIP-55)"])
    return address


def keyless_address(salt: bytes, creation: bytes) -> str:
    """Where the keyless deployer puts code, on every chain."""
    return to_checksum_address(_create2(KEYLESS_DEPLOYER, salt, keccak(creation)))


def factory_salt(release: str) -> bytes:
    """Salt with which the factory of a release is created."""
    return keccak(text=f"quantera.release.{release}")


def factory_creation(founder: str) -> bytes:
    """The factory's creation code: the same on every chain."""
    artifact = artifacts.load(FACTORY)
    arguments = ContractAbi(artifact.name, artifact.abi).constructor.encode([founder])
    return artifact.creation_code + arguments


def factory_address(release: str, founder: str) -> str:
    """Where a release's factory stands on every chain."""
    return keyless_address(factory_salt(release), factory_creation(founder))


def salt_of(entry: str) -> bytes:
    """Salt of an entry, or of `Name.implementation`; `ReleaseFactory` fixes the manager's."""
    return keccak(text=MANAGER if entry == MANAGER else f"quantera.{entry}")


def created_address(factory: str, entry: str) -> str:
    """Where the factory creates an entry."""
    proxy = _create2(factory, salt_of(entry), _CREATE3_PROXY_HASH)
    # RLP of the CREATE3 proxy's address and its first nonce.
    return to_checksum_address(keccak(b"\xd6\x94" + proxy + b"\x01")[12:])


class AddressBook:
    """Addresses of one release by entry, the same on every chain.

    Args:
        release: its name.
        founder: who opens its chains.
    """

    def __init__(self, release: str, founder: str) -> None:
        self.factory = factory_address(release, founder)

    def __getitem__(self, entry: str) -> str:
        """Address of an entry, of `Name.implementation`, or of the factory."""
        return self.factory if entry == FACTORY else created_address(self.factory, entry)

    def implementation(self, entry: str) -> str:
        """Address of what stands behind an entry's proxy."""
        return self[f"{entry}{IMPLEMENTATION}"]
