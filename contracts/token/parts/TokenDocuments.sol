// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { IERC1643 } from "../../interfaces/IERC1643.sol";
import { TokenCore } from "../TokenCore.sol";
import { Document, TokenStorage } from "../storage/TokenStorage.sol";

/// @title TokenDocuments
/// @notice ERC-1643: the security's documents, each by name, address and hash.
abstract contract TokenDocuments is TokenCore, IERC1643 {
    /// @inheritdoc IERC1643
    function setDocument(bytes32 documentName, string calldata uri, bytes32 documentHash) external restricted {
        if (documentName == 0 || bytes(uri).length == 0) revert IComplianceAwareToken.InvalidDocument(documentName);
        TokenStorage.Layout storage $ = _layout();
        Document storage document = $.documents[documentName];
        if (document.index == 0) {
            $.documentNames.push(documentName);
            document.index = uint32($.documentNames.length);
        }
        document.uri = uri;
        document.hash = documentHash;
        document.changedAt = uint40(block.timestamp);
        emit DocumentUpdated(documentName, uri, documentHash);
    }

    /// @inheritdoc IERC1643
    function removeDocument(bytes32 documentName) external restricted {
        TokenStorage.Layout storage $ = _layout();
        Document memory document = $.documents[documentName];
        if (document.index == 0) revert IComplianceAwareToken.InvalidDocument(documentName);
        bytes32 last = $.documentNames[$.documentNames.length - 1];
        $.documentNames[document.index - 1] = last;
        $.documents[last].index = document.index;
        $.documentNames.pop();
        delete $.documents[documentName];
        emit DocumentRemoved(documentName, document.uri, document.hash);
    }

    /// @inheritdoc IERC1643
    function getDocument(bytes32 documentName) external view returns (string memory, bytes32, uint256) {
        Document memory document = _layout().documents[documentName];
        return (document.uri, document.hash, document.changedAt);
    }

    /// @inheritdoc IERC1643
    function getAllDocuments() external view returns (bytes32[] memory) {
        return _layout().documentNames;
    }
}
