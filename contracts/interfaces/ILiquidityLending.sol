// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PoolKey } from "./ILiquidityPoolOptimizer.sol";

/// @notice Where idle units of a managed position may be lent.
/// @param vaultA ERC-4626 vault of token A; zero for none
/// @param vaultB ERC-4626 vault of token B; zero for none
/// @param bufferBps least share of a side's idle units that is not lent, in basis points
/// @param maxLossBps what lending, or calling back by others, may lose of what was lent, in basis points
struct VaultTerms {
    address vaultA;
    address vaultB;
    uint16 bufferBps;
    uint16 maxLossBps;
}

/// @notice What a position has lent of one token.
/// @param vault who has it
/// @param token which token
/// @param shares of the vault
/// @param principal units that were lent for them
struct Loan {
    address vault;
    address token;
    uint128 shares;
    uint128 principal;
}

/// @title Lending of idle units of the LiquidityPoolOptimizer's positions
/// @notice What a managed position's range does not take may be lent to ERC-4626 vaults that its owner allows, and
/// comes back when the position is moved or its owner calls it back. A vault is trusted by the owner who allows it and
/// by nobody else: whatever it does or says, only what the pools' own balance has lost or gained counts. Pools for
/// verified holders lend nothing.
/// @custom:invariant LPO-65 a loan takes from its position alone, as many units as the pools' balance has fallen by,
/// and gives back to it as many as the balance has risen by
/// @custom:invariant LPO-66 no call of others lends into, or calls back at, a loss beyond the position's cap
/// @custom:invariant LPO-67 neither a vault nor a pause keeps an owner from the liquidity and what is owed, nor from
/// calling back what the vault will pay
interface ILiquidityLending {
    /// @notice Vaults were allowed for a position, or, without any, forbidden. A new policy, or its end, forbids them.
    /// @param tokenId the position
    /// @param terms all of them
    event VaultsAllowed(uint256 indexed tokenId, VaultTerms terms);

    /// @notice Idle units were lent: they are owed to the position no more.
    /// @param tokenId the position
    /// @param vault who has them
    /// @param ofA whether they are of token A
    /// @param amount units
    /// @param shares of the vault that came for them
    event Lent(uint256 indexed tokenId, address indexed vault, bool indexed ofA, uint256 amount, uint256 shares);

    /// @notice A loan came back, or part of it.
    /// @param tokenId the position
    /// @param vault who had it
    /// @param ofA whether it was of token A
    /// @param shares that were given for it
    /// @param principal units that had been lent for them
    /// @param received units that came back
    /// @param recipient who received them; zero: they are owed to the position
    event CalledBack(
        uint256 indexed tokenId,
        address indexed vault,
        bool indexed ofA,
        uint256 shares,
        uint256 principal,
        uint256 received,
        address recipient
    );

    /// @notice A move went on without a loan: the vault did not answer, did not pay, or would have paid too little.
    event LoanLeft(uint256 indexed tokenId, address indexed vault, bool indexed ofA);

    /// @notice The position's pool lends nothing.
    error LendingNotAllowed(bytes32 id);
    /// @notice The vault's asset is not the token.
    error VaultOfAnotherAsset(address vault, address asset);
    /// @notice Another vault has a loan of the position's.
    error LoanOutstanding(address vault);
    /// @notice Buffer at most 10,000 basis points, loss at most 1,000.
    error VaultTermsOutOfBounds(uint16 bufferBps, uint16 maxLossBps);
    /// @notice No vault is allowed, or nothing is idle beyond the buffer.
    error NothingToLend(uint256 tokenId);
    /// @notice The vault took more than was lent, or gave no shares.
    error LoanNotExact(address vault, uint256 amount, uint256 taken, uint256 shares);
    /// @notice What came back, or would, is below the position's cap, or below what the caller asks for.
    error LoanLossTooHigh(address vault, uint256 least, uint256 received);
    /// @notice There is no such loan.
    error LoanMissing(uint256 tokenId, bool ofA, uint256 shares);

    /// @notice Says where idle units may be lent; the owner of a managed position alone.
    /// @param key the pool
    /// @param tokenId the position
    /// @param terms all of them
    function allowVaults(PoolKey calldata key, uint256 tokenId, VaultTerms calldata terms) external;

    /// @notice Lends what is owed to a managed position beyond the buffer, which is counted on what is owed and lent
    /// together, rounded up. Anybody may.
    /// @param key the pool
    /// @param tokenId the position
    /// @return lentA units of A
    /// @return lentB units of B
    function lendIdle(PoolKey calldata key, uint256 tokenId) external returns (uint256 lentA, uint256 lentB);

    /// @notice Calls back a loan, or part of it, at any loss that the caller accepts; the position's owner and those it
    /// allows, always, also after the position itself is gone.
    /// @param tokenId the position
    /// @param ofA which side
    /// @param shares how many, 0 for all
    /// @param recipient who receives it, or nobody: it is then owed to the position
    /// @param least units that must come back
    /// @return received units
    function callBack(uint256 tokenId, bool ofA, uint256 shares, address recipient, uint256 least)
        external
        returns (uint256 received);

    /// @notice What a position may lend and has lent.
    function loansOf(uint256 tokenId) external view returns (VaultTerms memory terms, Loan memory a, Loan memory b);
}
