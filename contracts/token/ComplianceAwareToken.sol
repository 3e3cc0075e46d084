// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC165 } from "@openzeppelin/contracts/interfaces/IERC165.sol";
import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { IERC20Metadata } from "@openzeppelin/contracts/interfaces/IERC20Metadata.sol";
import { IERC20Permit } from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import { IERC7802 } from "@openzeppelin/contracts/interfaces/draft-IERC7802.sol";
import { IComplianceAwareToken } from "../interfaces/IComplianceAwareToken.sol";
import { IERC1404 } from "../interfaces/IERC1404.sol";
import { IERC1643 } from "../interfaces/IERC1643.sol";
import { IERC3643Agent } from "../interfaces/IERC3643Agent.sol";
import { IERC3643Metadata } from "../interfaces/IERC3643Metadata.sol";
import { IERC7943Fungible } from "../interfaces/IERC7943Fungible.sol";
import { IERC3643AgentRole } from "../interfaces/IERC3643AgentRole.sol";
import { ITokenBridging } from "../interfaces/ITokenBridging.sol";
import { ManagedUpgradeable } from "../access/ManagedUpgradeable.sol";
import { TokenAgents } from "./parts/TokenAgents.sol";
import { TokenCrosschain } from "./parts/TokenCrosschain.sol";
import { TokenTransfers } from "./parts/TokenTransfers.sol";

/// @title ComplianceAwareToken
/// @notice An ERC-3643 security token that explains every decision. This implementation holds what moves tokens;
/// the rest is `ComplianceAwareTokenExtension`, which the fallback reaches at the same address. Each part of the
/// surface is a file in `parts`; `TokenCore` holds the movements that they share.
/// @dev Every function here makes those with a higher selector dearer by the step in which it is passed over.
/// @custom:invariant TOK-01 a movement reverts if and only if the view of the same movement gives a code other than 0
/// @custom:invariant TOK-02 the balances of all holders add up to the total supply
/// @custom:invariant TOK-03 nobody unverified receives tokens
/// @custom:invariant TOK-04 a holder's own transfer never touches the frozen part of the balance
contract ComplianceAwareToken is ManagedUpgradeable, TokenTransfers, TokenAgents, TokenCrosschain {
    /// @notice The implementation of everything that does not move tokens.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable EXTENSION;

    /// @notice Names the extension for good: a proxy changes it by an upgrade alone.
    /// @param extension the implementation of everything that does not move tokens
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(address extension) {
        if (extension.code.length == 0) revert ZeroAddress();
        EXTENSION = extension;
    }

    /// @notice Passes every other function on to the extension, which shares this contract's storage.
    /// @custom:oz-upgrades-unsafe-allow delegatecall
    fallback() external {
        address extension = EXTENSION;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, 0, calldatasize())
            let ok := delegatecall(gas(), extension, free, calldatasize(), 0, 0)
            returndatacopy(free, 0, returndatasize())
            if iszero(ok) { revert(free, returndatasize()) }
            return(free, returndatasize())
        }
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return interfaceId == type(IERC165).interfaceId || interfaceId == type(IERC20).interfaceId
            || interfaceId == type(IERC20Metadata).interfaceId || interfaceId == type(IERC20Permit).interfaceId
            || interfaceId == type(IERC3643Agent).interfaceId || interfaceId == type(IERC3643Metadata).interfaceId
            || interfaceId == type(IERC3643AgentRole).interfaceId || interfaceId == type(IERC7943Fungible).interfaceId
            || interfaceId == type(IERC7802).interfaceId || interfaceId == type(IERC1404).interfaceId
            || interfaceId == type(IERC1643).interfaceId || interfaceId == type(IComplianceAwareToken).interfaceId
            || interfaceId == type(ITokenBridging).interfaceId;
    }
}
