// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Trades between two brokerage accounts
/// @notice Two accounts agree a price; clearing steps between them (novation), so that each has a position against
/// clearing and none against the other. Both consent: by an order signed for the account, or by sending the call.
///
/// EIP-712 domain: name `Quantera Brokerage`, version `1`, chain id, this address. A party signs
/// `TradeOrder(uint256 account,uint8 assetId,int256 size,uint256 limitPrice,uint256 counterparty,address signer,`
/// `uint256 nonce,uint40 expiry)`. The signer is the account's institution or an operator that has the right to trade
/// when the order is used; ERC-1271 accounts sign too. Orders fill in parts; a nonce is spent with the last part.
///
/// The price must be within the asset's low and high price, widened by a band: accounts cannot move value at prices of
/// their own making.
interface IBrokerageMatching {
    /// @notice What one account agrees to.
    /// @param account whose position
    /// @param assetId of the underlying
    /// @param size units bought, negative to sell, in all
    /// @param limitPrice most to pay or least to receive, value per whole token
    /// @param counterparty the only account that may be on the other side; zero for any
    /// @param signer who consents for the account
    /// @param nonce of the signer's choice, used once
    /// @param expiry last second at which the order may be used
    struct TradeOrder {
        uint256 account;
        uint8 assetId;
        int256 size;
        uint256 limitPrice;
        uint256 counterparty;
        address signer;
        uint256 nonce;
        uint40 expiry;
    }

    /// @notice Two accounts traded.
    event TradeMatched(
        bytes32 indexed buyOrder, bytes32 indexed sellOrder, uint256 assetId, uint256 size, uint256 price
    );
    /// @notice Of an order this much has been used.
    event OrderFilled(bytes32 indexed order, uint256 filled);
    /// @notice A signer's nonce can be used no more.
    event OrderNonceSpent(address indexed signer, uint256 indexed nonce);
    /// @notice The band of matched trades was set.
    event MatchBandSet(uint16 bandBps);

    /// @notice The two orders do not fit each other; `cause` is the field's name.
    error OrdersUnfit(string cause);
    /// @notice The order's time has passed.
    error OrderExpired(uint40 expiry);
    /// @notice The nonce was used or cancelled.
    error OrderNonceUsed(address signer, uint256 nonce);
    /// @notice The signer has not signed this order.
    error OrderNotSigned(address signer);
    /// @notice More than is left of an order, or nothing.
    error OrderSizeExceeded(bytes32 order, uint256 size, uint256 remaining);
    /// @notice The price is not within the asset's prices and the band around them.
    error PriceOutOfBand(uint256 price, uint256 least, uint256 most);
    /// @notice The trade would lower the ratio of an account that is below maintenance.
    error RatioLowered(uint256 account);
    /// @notice A band above the most.
    error MatchBandTooWide(uint256 bandBps, uint256 most);

    /// @notice Matches a purchase and a sale, or parts of them. Anyone may bring both signatures.
    /// @dev Pause group TRADING; the price must be fresh. An account whose position grows or turns around must meet
    /// initial margin afterwards; one whose position shrinks must meet maintenance, or have no lower ratio than before.
    /// Reverts with an error above, with `AccountNotYours`, or as `IBrokerageTrading.openPosition`.
    /// @param buySignature empty when the buyer's signer sends the transaction
    /// @param sellSignature empty when the seller's signer sends the transaction
    /// @param size units
    /// @param price value per whole token
    function matchTrade(
        TradeOrder calldata buy,
        bytes calldata buySignature,
        TradeOrder calldata sell,
        bytes calldata sellSignature,
        uint128 size,
        uint256 price
    ) external;

    /// @notice Makes orders of the caller with a nonce worthless.
    /// @dev Reverts with `OrderNonceUsed`.
    function cancelOrderNonce(uint256 nonce) external;

    /// @notice Lets matched trades be further beyond the asset's prices, basis points. Restricted: CONFIGURATOR.
    /// @dev Reverts with `MatchBandTooWide`, or with `IBrokerageRisk.NotLooser`.
    function raiseMatchBand(uint16 bandBps) external;

    /// @notice Holds matched trades closer to the asset's prices, basis points. Restricted: RISK_OFFICER.
    /// @dev Reverts with `IBrokerageRisk.NotStricter`.
    function lowerMatchBand(uint16 bandBps) external;

    /// @notice The band of matched trades, basis points.
    function matchBand() external view returns (uint16 bandBps);

    /// @notice The digest that an order's signer signs.
    function orderDigest(TradeOrder calldata order) external view returns (bytes32);

    /// @notice Units of an order that have been used.
    function orderFilled(TradeOrder calldata order) external view returns (uint256 filled);

    /// @notice Whether a signer's nonce was used or cancelled.
    function isOrderNonceUsed(address signer, uint256 nonce) external view returns (bool);

    /// @notice Widest band, basis points.
    function MAX_MATCH_BAND_BPS() external view returns (uint256); // solhint-disable-line func-name-mixedcase
}
