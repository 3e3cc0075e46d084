// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITradeTerms } from "./ITradeTerms.sol";

/// @title Issues under terms
/// @notice ERC-3643's `mint` with what rules on a primary sale ask for: price, offer, exemption. Amounts in token
/// units.
interface ITokenIssuance {
    /// @notice Mints to a verified investor under terms; agent only. Otherwise as `mint`.
    /// @dev The engine hears the terms just before the movement, and they end with it. The agent pays the fee on the
    /// consideration, where there is one: see `ITokenFees`.
    function mintUnderTerms(address to, uint256 amount, ITradeTerms.Terms calldata terms) external;

    /// @notice Several mints, each under its own terms, all or none; agent only. Reverts with `LengthMismatch`.
    function batchMintUnderTerms(
        address[] calldata toList,
        uint256[] calldata amounts,
        ITradeTerms.Terms[] calldata terms
    ) external;
}
