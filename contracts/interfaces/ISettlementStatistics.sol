// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Statistics and finality
/// @notice Counters that cost the same however much has settled, and the three finalities that a settlement passes.
///
/// IRREVOCABLE: the transaction succeeded; nothing in this contract undoes it. LEDGER: its block is final, on a second
/// layer settled on the first; a chain cannot see that of itself, so it is attested for all blocks up to a time, and
/// `ACCC` is told from then on, never before. LEGAL: the operator states under which rules the transfer order is final
/// in law, for all blocks up to a time.
interface ISettlementStatistics {
    /// @notice How final a settlement is.
    enum Finality {
        NONE,
        IRREVOCABLE,
        LEDGER,
        LEGAL
    }

    /// @notice Blocks up to that time are final on the ledger.
    event LedgerFinalityAttested(uint40 upTo);
    /// @notice Settlements up to that time are final in law under the rules of this hash.
    event LegalFinalityStated(uint40 upTo, bytes32 rules);

    /// @notice Finality is attested for the past, and only ever further.
    error FinalityNotAfter(uint40 upTo, uint40 known);

    /// @notice Says that every block up to a time is final. Local role KEEPER.
    function attestLedgerFinality(uint40 upTo) external;

    /// @notice Says that settlements up to a time are final in law. Restricted: OPERATOR.
    /// @dev Not beyond what is final on the ledger.
    function stateLegalFinality(uint40 upTo, bytes32 rules) external;

    /// @notice How final something is that settled at a time.
    function finalityOf(uint40 settledAt) external view returns (Finality);

    /// @notice ISO 20022 status of a cash leg that settled at a time: `ACCC` once final on the ledger, `ACSC` before.
    function cashStatusOf(uint40 settledAt) external view returns (bytes4);

    /// @notice What settled in an asset on a day (Unix time / 86,400): units and movements. Securities are not counted.
    function assetDay(address token, uint256 day) external view returns (uint256 amount, uint256 count);

    /// @notice Units that ever settled in an asset.
    function assetTotal(address token) external view returns (uint256 amount);

    /// @notice What settled on a day in assets at home in a jurisdiction: value in the reference currency, rounded down
    /// at each movement, and movements.
    function jurisdictionDay(uint8 jurisdiction, uint256 day) external view returns (uint256 value, uint256 count);

    /// @notice A day's units weighted by preference score and by Basel risk weight, both rounded up.
    function weightedDay(address token, uint256 day) external view returns (uint256 byScore, uint256 byBasel);
}
