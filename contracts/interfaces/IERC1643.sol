// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IERC1643
/// @notice ERC-1643: documents attached to a security, each by name, address and hash.
interface IERC1643 {
    /// @notice A document was attached or replaced.
    event DocumentUpdated(bytes32 indexed name, string uri, bytes32 documentHash);

    /// @notice A document was detached.
    event DocumentRemoved(bytes32 indexed name, string uri, bytes32 documentHash);

    /// @notice Attaches or replaces a document.
    /// @dev Reverts with `InvalidDocument` when the name or the uri is empty.
    /// @param documentHash hash of its content, zero when none is pinned
    function setDocument(bytes32 name, string calldata uri, bytes32 documentHash) external;

    /// @notice Detaches a document.
    /// @dev Reverts with `InvalidDocument` when no document has that name.
    function removeDocument(bytes32 name) external;

    /// @notice A document's address, hash, and the second at which it was last changed; zeros when there is none.
    function getDocument(bytes32 name)
        external
        view
        returns (string memory uri, bytes32 documentHash, uint256 changedAt);

    /// @notice The names of all documents, in no particular order.
    function getAllDocuments() external view returns (bytes32[] memory names);
}
