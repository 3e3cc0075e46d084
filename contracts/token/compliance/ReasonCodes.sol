// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title ReasonCodes
/// @notice The uint8 codes (ERC-1404) that contracts give; rule, text and citation of each stand in
/// `quantera/data/compliance/reasons.yaml`, and a test compares the two.
/// @dev Within the general group a lower code is decided first; bit n of a rule mask switches the rule of code n.
library ReasonCodes {
    // general
    uint8 internal constant OK = 0;
    uint8 internal constant PAUSED = 1;
    uint8 internal constant SENDER_FROZEN = 2;
    uint8 internal constant RECIPIENT_FROZEN = 3;
    uint8 internal constant SPENDER_FROZEN = 4;
    uint8 internal constant ZERO_ADDRESS = 5;
    uint8 internal constant SELF_ADDRESS = 6;
    uint8 internal constant AMOUNT_TOO_LARGE = 7;
    uint8 internal constant INSUFFICIENT_BALANCE = 8;
    uint8 internal constant INSUFFICIENT_UNFROZEN = 9;
    uint8 internal constant INSUFFICIENT_ALLOWANCE = 10;
    uint8 internal constant NOT_WHOLE_UNITS = 11;
    uint8 internal constant BELOW_MINIMUM_INVESTMENT = 12;
    uint8 internal constant RECIPIENT_NOT_REGISTERED = 13;
    uint8 internal constant RECIPIENT_NOT_VERIFIED = 14;
    uint8 internal constant SENDER_NOT_VERIFIED = 15;
    uint8 internal constant SENDER_SANCTIONED = 16;
    uint8 internal constant RECIPIENT_SANCTIONED = 17;
    uint8 internal constant SPENDER_SANCTIONED = 18;
    uint8 internal constant COUNTRY_NOT_ALLOWED = 19;
    uint8 internal constant COUNTRY_RESTRICTED = 20;
    uint8 internal constant PRE_APPROVAL_REQUIRED = 21;
    uint8 internal constant BELOW_MINIMUM_TICKET = 22;
    uint8 internal constant SUPPLY_CAP_EXCEEDED = 23;
    uint8 internal constant MAX_BALANCE_EXCEEDED = 24;
    uint8 internal constant BELOW_MIN_BALANCE = 25;
    uint8 internal constant MAX_OWNERSHIP_EXCEEDED = 26;
    uint8 internal constant HOLDER_CAP_REACHED = 27;
    uint8 internal constant COUNTRY_HOLDER_CAP_REACHED = 28;
    uint8 internal constant CLASS_HOLDER_CAP_REACHED = 29;
    uint8 internal constant TRANSFER_WINDOW_CLOSED = 30;
    uint8 internal constant WINDOW_VOLUME_EXCEEDED = 31;
    uint8 internal constant LOT_LOCKED = 32;
    uint8 internal constant TOO_MANY_LOTS = 33;
    uint8 internal constant CUSTODY_BENEFICIARY_MISSING = 34;
    uint8 internal constant CUSTODY_SHARE_FROZEN = 35;
    uint8 internal constant CUSTODY_SHARE_TOO_LOW = 36;
    uint8 internal constant CHAIN_ALLOTMENT_EXHAUSTED = 37;
    uint8 internal constant NO_OFFER_ROUTE = 38;
    uint8 internal constant EXTERNAL_MODULE_REFUSED = 39;

    // united-states
    uint8 internal constant US_NOT_ACCREDITED = 40;
    uint8 internal constant US_NON_ACCREDITED_CAP = 41;
    uint8 internal constant US_VERIFICATION_TOO_OLD = 42;
    uint8 internal constant US_RESTRICTED_PERIOD = 43;
    uint8 internal constant US_CURRENT_INFORMATION_MISSING = 44;
    uint8 internal constant US_SHELL_ISSUER = 45;
    uint8 internal constant US_NO_EXIT_FITS = 46;
    uint8 internal constant US_CLASS_TOO_YOUNG = 47;
    uint8 internal constant US_AFFILIATE_VOLUME = 48;
    uint8 internal constant US_FORM144_DUE = 49;
    uint8 internal constant US_PERSON_IN_DISTRIBUTION = 50;
    uint8 internal constant US_REG_SLOT_RESTRICTED = 51;
    uint8 internal constant US_HOLDERS_OF_RECORD = 52;
    uint8 internal constant US_NON_ACCREDITED_HOLDERS = 53;
    uint8 internal constant US_RESIDENT_HOLDERS = 54;
    uint8 internal constant US_BENEFICIAL_OWNERS = 55;
    uint8 internal constant US_NOT_QUALIFIED_PURCHASER = 56;
    uint8 internal constant US_CROWDFUNDING_LOCK = 57;
    uint8 internal constant US_HEADROOM_EXCEEDED = 58;
    uint8 internal constant US_HEADROOM_MISSING = 59;

    // european-union
    uint8 internal constant EU_CATEGORY_NOT_ALLOWED = 70;
    uint8 internal constant EU_APPROPRIATENESS_MISSING = 71;
    uint8 internal constant EU_NOT_QUALIFIED = 72;
    uint8 internal constant EU_PERSONS_PER_STATE = 73;
    uint8 internal constant EU_CONSIDERATION_TOO_LOW = 74;
    uint8 internal constant EU_OFFER_VOLUME = 75;
    uint8 internal constant EU_STATE_OFFER_VOLUME = 76;
    uint8 internal constant EU_DLT_SHARE_CAP = 77;
    uint8 internal constant EU_DLT_BOND_CAP = 78;
    uint8 internal constant EU_DLT_FUND_CAP = 79;
    uint8 internal constant EU_DLT_INFRASTRUCTURE_CAP = 80;
    uint8 internal constant EU_KEY_INFORMATION_MISSING = 81;
    uint8 internal constant EU_FUND_NOT_FOR_RETAIL = 82;
    uint8 internal constant EU_CUSTOMER_DATA_TOO_OLD = 83;
    uint8 internal constant EU_HIGH_RISK_DATA_TOO_OLD = 84;
    uint8 internal constant EU_CLOSED_PERIOD = 85;
    uint8 internal constant EU_MAJOR_HOLDING = 86;

    // united-kingdom
    uint8 internal constant UK_NOT_QUALIFIED = 100;
    uint8 internal constant UK_OFFER_VOLUME = 101;
    uint8 internal constant UK_PERSONS = 102;
    uint8 internal constant UK_CONSIDERATION_TOO_LOW = 103;
    uint8 internal constant UK_NOT_ON_REGULATED_PLATFORM = 104;
    uint8 internal constant UK_PROMOTION_CLASS = 105;
    uint8 internal constant UK_STATEMENT_TOO_OLD = 106;
    uint8 internal constant UK_HEADROOM_EXCEEDED = 107;
    uint8 internal constant UK_HEADROOM_MISSING = 108;
    uint8 internal constant UK_COOLING_OFF = 109;
    uint8 internal constant UK_APPROPRIATENESS_MISSING = 110;
    uint8 internal constant UK_NON_MASS_MARKET = 111;
    uint8 internal constant UK_PRODUCT_DOCUMENT_MISSING = 112;
    uint8 internal constant UK_REFUSAL_NOTICE_DUE = 113;
    uint8 internal constant UK_SANDBOX_CAP = 114;

    // singapore
    uint8 internal constant SG_CLASS_NOT_ALLOWED = 130;
    uint8 internal constant SG_OPT_IN_MISSING = 131;
    uint8 internal constant SG_NO_RETAIL = 132;
    uint8 internal constant SG_NOT_INSTITUTIONAL = 133;
    uint8 internal constant SG_NOT_RELEVANT_PERSON = 134;
    uint8 internal constant SG_CONSIDERATION_TOO_LOW = 135;
    uint8 internal constant SG_ON_SALE = 136;
    uint8 internal constant SG_HOLDING_VEHICLE = 137;
    uint8 internal constant SG_PERSONS = 138;
    uint8 internal constant SG_OFFER_VOLUME = 139;
    uint8 internal constant SG_DEEMED_OFFER = 140;
    uint8 internal constant SG_FUND_CLASS = 141;
    uint8 internal constant SG_FUND_ON_SALE = 142;
    uint8 internal constant SG_DILIGENCE_TOO_OLD = 143;

    // japan
    uint8 internal constant JP_NOT_QII = 160;
    uint8 internal constant JP_QII_EXPIRED = 161;
    uint8 internal constant JP_NOT_PROFESSIONAL = 162;
    uint8 internal constant JP_SMALL_NUMBER = 163;
    uint8 internal constant JP_WHOLE_HOLDING_ONLY = 164;
    uint8 internal constant JP_ISSUER_CONSENT_MISSING = 165;
    uint8 internal constant JP_HOLDER_NOT_ELIGIBLE = 166;
    uint8 internal constant JP_ACQUIRERS = 167;
    uint8 internal constant JP_FUND_OTHERS = 168;
    uint8 internal constant JP_FUND_WITHOUT_QII = 169;
    uint8 internal constant JP_DISCLOSURE_HOLDERS = 170;
    uint8 internal constant JP_COMPANY_APPROVAL_MISSING = 171;
    uint8 internal constant JP_FOREIGN_INVESTOR = 172;
    uint8 internal constant JP_IDENTIFICATION_TOO_OLD = 173;

    // bookkeeping
    uint8 internal constant COUNT_RUNNING = 190;
    uint8 internal constant HOLDINGS_NOT_MOVED = 191;
}
