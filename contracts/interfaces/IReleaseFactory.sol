// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title The factory of a release
/// @notice Creates every contract of a release at an address that depends on this factory and a salt alone, so that it
/// is the same on every chain whatever the code or the arguments are there (CREATE3). The factory itself is created by
/// the keyless CREATE2 deployer `0x4e59b44847b379578588920cA78FbF26c0B4956C`, whose creation code and salt are all that
/// its address depends on: the founder's address is part of them, nothing of the chain or of who sends it is.
///
/// Nothing can be created before the chain is opened: that creates the chain's access manager, whose administrator is
/// named in its creation code, and the founder signs that code for this chain. From then on the manager alone decides
/// who creates. No key of an earlier release is needed on a chain that is added later: its manager has another
/// administrator.
/// @custom:invariant REL-01 an address of the factory depends on the founder, the release's name and the contract's
/// name alone: it is the same on every chain, and nobody but members that the chain's access manager admits can put
/// code there
/// @custom:invariant REL-02 a chain is opened once, with the access manager that the founder signed for that chain
/// alone
/// @custom:invariant REL-03 a contract is created, initialised and given its first call in one transaction, or not at
/// all
interface IReleaseFactory {
    /// @notice The chain is open: its access manager stands.
    /// @param manager the access manager.
    /// @param creationHash keccak-256 of the creation code that the founder signed, arguments included.
    event ChainOpened(address indexed manager, bytes32 indexed creationHash);

    /// @notice A contract was created.
    /// @param salt what its address depends on.
    /// @param created its address.
    /// @param codeHash keccak-256 of its code.
    event ContractCreated(bytes32 indexed salt, address indexed created, bytes32 codeHash);

    /// @notice The founder is no address.
    error FounderMissing();

    /// @notice The chain has been opened already, by the same or another manager's creation code.
    error ChainAlreadyOpen(address manager);

    /// @notice The founder's signature was good until `deadline` only, in Unix seconds.
    error OpeningExpired(uint256 deadline);

    /// @notice The signature is not the founder's over this creation code, chain and deadline.
    error NotSignedByFounder(address founder);

    /// @notice A contract stands at the salt's address already.
    error SaltUsed(bytes32 salt, address created);

    /// @notice The creation code failed, or there was too little gas for it. CREATE3 does not pass its reason on.
    error DeploymentFailed();

    /// @notice Opens the chain: creates its access manager.
    /// @dev Anyone may send it, the signature says everything. Reverts with `ChainAlreadyOpen`, with `OpeningExpired`
    /// after the deadline, with `NotSignedByFounder`, and with `DeploymentFailed` where the creation fails.
    /// @param creation creation code of the access manager with its arguments.
    /// @param deadline until when the founder's signature is good, in Unix seconds.
    /// @param signature the founder's over `openingDigest`: of a key, or of a contract by ERC-1271.
    /// @return manager the access manager, at `authority()`.
    function open(bytes calldata creation, uint256 deadline, bytes calldata signature)
        external
        returns (address manager);

    /// @notice Creates a contract.
    /// @dev Restricted: administrators of the manager during its set-up, UPGRADER afterwards. Reverts with `SaltUsed`,
    /// with `DeploymentFailed` where the creation fails, and with the first call's own reason.
    /// @param salt what the address depends on beside this factory.
    /// @param creation creation code with its arguments; for a proxy that includes its initialisation.
    /// @param firstCall call data that the new contract is given by this factory in the same transaction, or nothing.
    /// @return created its address, `addressOf(salt)`.
    function create(bytes32 salt, bytes calldata creation, bytes calldata firstCall) external returns (address created);

    /// @notice Where a salt's contract stands, or would stand.
    function addressOf(bytes32 salt) external view returns (address);

    /// @notice What the founder signs to open this chain.
    /// @param creationHash keccak-256 of the access manager's creation code with its arguments.
    /// @param deadline until when the signature is good, in Unix seconds.
    function openingDigest(bytes32 creationHash, uint256 deadline) external view returns (bytes32);

    /// @notice Who allows chains to be opened: a key or a contract that signs by ERC-1271.
    function FOUNDER() external view returns (address); // solhint-disable-line func-name-mixedcase

    /// @notice Salt of the access manager.
    function MANAGER_SALT() external view returns (bytes32); // solhint-disable-line func-name-mixedcase
}
