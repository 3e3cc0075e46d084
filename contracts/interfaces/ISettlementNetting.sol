// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Netting of payments
/// @notice Many payments, settled by their net positions.
///
/// A cycle is solved off-chain and verified here. Each participant signs, once, the list of payments it wants settled:
/// `PaymentList(bytes32 cycle,address asset,address payer,bytes32 participantsHash,uint256 limit,uint256 deadline,`
/// `bool strict,bytes32 paymentsHash)`, with `paymentsHash` the hash of its packed payments in its own order. A packed
/// payment is 16 bytes: payee's index in the participants (8 bits), number of the payment in the cycle (16 bits), flags
/// (8 bits: 1 it may be settled in part), amount (96 bits).
///
/// What the chain verifies: every list is signed; no number of the cycle settles twice; no payer ends below its limit;
/// a strict list settles a prefix of itself; whatever is left out would overdraw its payer if added alone. Debtors then
/// pay creditors directly, in the participants' order, through the token's own checks. While fees are on, a payer's fee
/// counts against its limit, and what is left out must be unaffordable with the most that its payer agreed to in fees.
///
/// Numbers belong to the cycle, not to a payer: whoever can submit batches of it can use up a number. So a cycle's name
/// names its operator: when the first 20 bytes are not zero, that account alone submits. A name that begins with 20
/// zero bytes leaves it to anybody, which is for participants who would not spend each other's numbers.
interface ISettlementNetting {
    /// @notice One participant's signed list.
    /// @param payer its index in the participants
    /// @param strict nothing settles behind a payment of the list that does not
    /// @param limit most it is ready to pay net, its fee included, in units
    /// @param deadline last second at which the list may settle
    /// @param payments packed payments
    /// @param signature the payer's; empty when it sends the transaction
    struct PaymentList {
        uint8 payer;
        bool strict;
        uint96 limit;
        uint40 deadline;
        bytes payments;
        bytes signature;
    }

    /// @notice A payment that settles in part.
    /// @param position place in the batch, counted over all lists
    /// @param amount units that settle
    struct Part {
        uint16 position;
        uint96 amount;
    }

    /// @notice A solved batch.
    /// @param cycle name of the netting cycle: account of its operator 160, label 96
    /// @param asset what is paid in
    /// @param participants without repetition, in ascending order
    /// @param lists signed lists, at most one of each payer, in the participants' order
    /// @param selected bit n is set when payment n, counted over all lists, settles
    /// @param parts payments that settle in part, ascending, each selected
    struct NetBatch {
        bytes32 cycle;
        address asset;
        address[] participants;
        PaymentList[] lists;
        uint256[] selected;
        Part[] parts;
    }

    /// @notice A netting batch settled.
    /// @param gross units of all payments that settled
    /// @param net units that moved
    /// @param settled number of payments that settled
    /// @param left number of payments that were left out
    event BatchNetted(
        bytes32 indexed cycle, address indexed asset, uint256 gross, uint256 net, uint256 settled, uint256 left
    );
    /// @notice Payments of a cycle that settled: bit n for number 256 * word + n.
    event PaymentsNetted(bytes32 indexed cycle, address indexed asset, uint256 indexed word, uint256 bits);
    /// @notice A payment settled in part.
    event PaymentSplit(bytes32 indexed cycle, uint256 indexed number, uint256 settled, uint256 remaining);
    /// @notice The batch's form is wrong; `cause` is the field's name.
    error BatchInvalid(string cause);
    /// @notice Batches of the cycle are submitted by the account that its name begins with.
    error NotTheOperator(address operator, address caller);
    /// @notice A list's deadline has passed.
    error ListExpired(address payer, uint256 deadline);
    /// @notice A number of the cycle settled before.
    error PaymentReplayed(bytes32 cycle, uint256 number);
    /// @notice A payer would pay more than its limit.
    error Overdrawn(address payer, uint256 netDebit, uint256 limit);
    /// @notice A payment settles behind one of a strict list that does not.
    error OrderBroken(address payer, uint256 number);
    /// @notice A payment was left out that its payer could afford.
    error PaymentAffordable(address payer, uint256 number, uint256 available);

    /// @notice Settles a solved batch of payments.
    function settleNet(NetBatch calldata batch) external;

    /// @notice The digest that a participant signs for its list.
    function listDigest(bytes32 cycle, address asset, address[] calldata participants, PaymentList calldata list)
        external
        view
        returns (bytes32);

    /// @notice Whether a payment of a cycle has settled.
    function isNetted(bytes32 cycle, address asset, uint16 number) external view returns (bool);
}
