// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { IComplianceAwareToken } from "../interfaces/IComplianceAwareToken.sol";
import { IComplianceEngine } from "../interfaces/IComplianceEngine.sol";
import { IIdentityRegistry } from "../interfaces/IIdentityRegistry.sol";
import { ITokenCompliance } from "../interfaces/ITokenCompliance.sol";
import { LocalRoleBits } from "../access/LocalRoleBits.sol";
import { ReasonCodes } from "./compliance/ReasonCodes.sol";
import { ArrayWords } from "./ArrayWords.sol";
import { EngineCalls } from "./EngineCalls.sol";
import { ConfigWord, ConfigWords } from "./storage/ConfigWord.sol";
import { HolderWord, HolderWords } from "./storage/HolderWord.sol";
import { Holder, TokenStorage } from "./storage/TokenStorage.sol";

/// @title TokenLedger
/// @notice Who may move what, and the balances that change.
/// @dev One function decides, in the order of the catalogue: `_holderCode` here, then the engine. The views and the
/// movements call the same ones (TOK-01). Balances change only in `_credit` and `_debit`.
abstract contract TokenLedger is LocalRoleBits, AccessManagedUpgradeable {
    /// @dev The facts of one movement, read once.
    struct Facts {
        ConfigWord config;
        HolderWord from;
        HolderWord to;
    }

    function _layout() internal pure returns (TokenStorage.Layout storage) {
        return TokenStorage.load();
    }

    // ------------------------------------------------------------------ deciding

    function _facts(address from, address to) internal view returns (Facts memory facts) {
        TokenStorage.Layout storage $ = _layout();
        facts.config = $.config;
        facts.from = $.holders[from].word;
        facts.to = $.holders[to].word;
    }

    /// @dev Whether nothing that this contract alone decides stands in a transfer's way; asked before `_holderCode`,
    /// which then gives 0, since it costs a third of it.
    function _isPlain(
        ConfigWord config,
        HolderWord given,
        HolderWord taken,
        address spender,
        address from,
        address to,
        uint256 amount
    ) private view returns (bool) {
        if (config.flags(ConfigWords.SPECIAL) | taken.freeze() != 0 || !given.isFree(amount)) return false;
        if (from == address(0) || to == address(0) || to == address(this)) return false;
        return spender == from || !_layout().holders[spender].word.isFrozen();
    }

    /// @dev The codes that the token alone decides, for a movement between holders.
    function _holderCode(Facts memory facts, address spender, address from, address to, uint256 amount)
        internal
        view
        returns (uint8)
    {
        if (facts.config.has(ConfigWords.PAUSED)) return ReasonCodes.PAUSED;
        if (facts.from.isFrozen()) return ReasonCodes.SENDER_FROZEN;
        if (facts.to.isFrozen()) return ReasonCodes.RECIPIENT_FROZEN;
        if (spender != from && _layout().holders[spender].word.isFrozen()) return ReasonCodes.SPENDER_FROZEN;
        if (from == address(0) || to == address(0)) return ReasonCodes.ZERO_ADDRESS;
        if (to == address(this)) return ReasonCodes.SELF_ADDRESS;
        if (amount > HolderWords.MAX_AMOUNT) return ReasonCodes.AMOUNT_TOO_LARGE;
        if (amount > facts.from.balance()) return ReasonCodes.INSUFFICIENT_BALANCE;
        if (amount > facts.from.unfrozen()) return ReasonCodes.INSUFFICIENT_UNFROZEN;
        return _sizeCode(facts, from, to, amount);
    }

    /// @dev Whole units, and the smallest first position.
    function _sizeCode(Facts memory facts, address from, address to, uint256 amount) internal view returns (uint8) {
        if (_isFraction(facts.config, amount)) return ReasonCodes.NOT_WHOLE_UNITS;
        if (facts.config.has(ConfigWords.MINIMUM_INVESTMENT) && facts.to.balance() == 0) {
            return _firstPositionCode(facts, from, to, amount);
        }
        return ReasonCodes.OK;
    }

    /// @dev A holder may always leave entirely, and move to a wallet of its own, where nothing is invested anew.
    function _firstPositionCode(Facts memory facts, address from, address to, uint256 amount)
        private
        view
        returns (uint8)
    {
        if (amount == 0 || amount == facts.from.balance()) return ReasonCodes.OK;
        if (amount >= _layout().info.minimumInvestment) return ReasonCodes.OK;
        IIdentityRegistry registry = IIdentityRegistry(facts.config.engine());
        address identity = registry.identity(to);
        bool own = identity != address(0) && registry.identity(from) == identity;
        return own ? ReasonCodes.OK : ReasonCodes.BELOW_MINIMUM_INVESTMENT;
    }

    function _isFraction(ConfigWord config, uint256 amount) internal pure returns (bool) {
        return config.has(ConfigWords.WHOLE_UNITS) && amount % 10 ** config.decimals() != 0;
    }

    /// @dev The codes that the token alone decides, for an issuance.
    function _issuanceCode(ConfigWord config, address to, uint256 amount) internal view returns (uint8) {
        if (to == address(0)) return ReasonCodes.ZERO_ADDRESS;
        if (to == address(this)) return ReasonCodes.SELF_ADDRESS;
        if (!_fitsSupply(amount)) return ReasonCodes.AMOUNT_TOO_LARGE;
        if (_isFraction(config, amount)) return ReasonCodes.NOT_WHOLE_UNITS;
        if (config.has(ConfigWords.MINIMUM_INVESTMENT) && amount < _layout().info.minimumInvestment) {
            return ReasonCodes.BELOW_MINIMUM_INVESTMENT;
        }
        return ReasonCodes.OK;
    }

    function _fitsSupply(uint256 amount) internal view returns (bool) {
        return amount <= HolderWords.MAX_AMOUNT - _layout().totalSupply;
    }

    function _modulesCode(ConfigWord config, address from, address to, uint256 amount) internal view returns (uint8) {
        if (!config.has(ConfigWords.EXTERNAL_MODULES)) return ReasonCodes.OK;
        bool allowed = ITokenCompliance(_layout().compliance).modulesAllow(from, to, amount);
        return allowed ? ReasonCodes.OK : ReasonCodes.EXTERNAL_MODULE_REFUSED;
    }

    /// @dev Asked last, as the catalogue orders; the revert undoes what the engine has recorded.
    function _requireModules(ConfigWord config, address from, address to, uint256 amount) internal view {
        uint8 code = _modulesCode(config, from, to, amount);
        if (code != ReasonCodes.OK) revert IComplianceAwareToken.TransferRefused(code, from, to, amount);
    }

    function _movement(Facts memory facts, address spender, address from, address to, uint256 amount)
        internal
        view
        returns (IComplianceEngine.Movement memory)
    {
        return IComplianceEngine.Movement({
            spender: spender,
            from: from,
            to: to,
            amount: amount,
            fromBalanceBefore: facts.from.balance(),
            toBalanceBefore: facts.to.balance(),
            totalSupplyBefore: from == address(0) || to == address(0) ? _layout().totalSupply : 0
        });
    }

    /// @dev The whole decision on a transfer, without doing it.
    function _transferCode(address spender, address from, address to, uint256 amount) internal view returns (uint8) {
        Facts memory facts = _facts(from, to);
        uint8 code = _holderCode(facts, spender, from, to, amount);
        if (code != ReasonCodes.OK) return code;
        code = EngineCalls.preview(
            facts.config.engine(), IComplianceEngine.Path.TRANSFER, _movement(facts, spender, from, to, amount)
        );
        return code != ReasonCodes.OK ? code : _modulesCode(facts.config, from, to, amount);
    }

    /// @dev The decision as if the sender's balance covered the amount (ERC-7943's `canTransfer`).
    function _codeWithoutBalance(address from, address to, uint256 amount) internal view returns (uint8) {
        Facts memory facts = _facts(from, to);
        if (facts.from.frozen() != 0) return ReasonCodes.INSUFFICIENT_UNFROZEN;
        uint8 code = _sizeCode(facts, from, to, amount);
        if (code != ReasonCodes.OK) return code;
        code = EngineCalls.preview(
            facts.config.engine(), IComplianceEngine.Path.TRANSFER, _movement(facts, from, from, to, amount)
        );
        return code != ReasonCodes.OK ? code : _modulesCode(facts.config, from, to, amount);
    }

    // ------------------------------------------------------------------ moving

    /// @dev Decides and moves; the code is zero exactly when the tokens moved.
    function _tryTransfer(address spender, address from, address to, uint256 amount) internal returns (uint8 code) {
        TokenStorage.Layout storage $ = _layout();
        ConfigWord config = $.config;
        Holder storage giver = $.holders[from];
        Holder storage taker = $.holders[to];
        HolderWord given = giver.word;
        HolderWord taken = taker.word;
        bool plain = _isPlain(config, given, taken, spender, from, to, amount);
        if (!plain) {
            code = _specialCode(Facts(config, given, taken), spender, from, to, amount);
            if (code != ReasonCodes.OK) return code;
        }
        code = EngineCalls.settle(
            config.engine(), IComplianceEngine.Path.TRANSFER, spender, from, to, amount, given, taken, 0
        );
        if (code != ReasonCodes.OK) return code;
        _shift(config, giver, taker, given, taken, from, to, amount);
        if (!plain) _notifyTransferred(config, from, to, amount);
    }

    /// @dev The code of the token and of the external modules, before the engine records anything. Where the modules
    /// refuse, the engine's code goes first, as the catalogue orders.
    function _specialCode(Facts memory facts, address spender, address from, address to, uint256 amount)
        private
        view
        returns (uint8 code)
    {
        code = _holderCode(facts, spender, from, to, amount);
        if (code != ReasonCodes.OK) return code;
        code = _modulesCode(facts.config, from, to, amount);
        if (code == ReasonCodes.OK) return code;
        uint8 earlier = EngineCalls.preview(
            facts.config.engine(), IComplianceEngine.Path.TRANSFER, _movement(facts, spender, from, to, amount)
        );
        return earlier != ReasonCodes.OK ? earlier : code;
    }

    function _transfer(address spender, address from, address to, uint256 amount) internal {
        uint8 code = _tryTransfer(spender, from, to, amount);
        if (code != ReasonCodes.OK) revert IComplianceAwareToken.TransferRefused(code, from, to, amount);
    }

    /// @dev Several transfers of one sender, each on top of those before, under one question to the engine: it comes
    /// last and undoes all of them when it refuses one. The arrays have equal length.
    function _transferMany(address from, address[] calldata recipients, uint256[] calldata amounts) internal {
        TokenStorage.Layout storage $ = _layout();
        ConfigWord config = $.config;
        HolderWord given = $.holders[from].word;
        uint256 held = given.balance();
        uint256 record = config.has(ConfigWords.RECORDS) ? _currentRecord(config) : 0;
        given = _recorded(given, from, record);
        // A mark beside the recipients' own, so that one question answers both.
        HolderWord barred = HolderWord.wrap(0).withWalletFreeze(config.has(ConfigWords.SPECIAL) || given.isFrozen());
        uint256 free = given.unfrozen();
        uint256[] memory balances = new uint256[](recipients.length);
        for (uint256 i = 0; i < recipients.length; ++i) {
            uint256 wallet = ArrayWords.addressAt(recipients, i);
            address to = address(uint160(wallet));
            uint256 amount = ArrayWords.wordAt(amounts, i);
            Holder storage taker = _holderAt($.holders, wallet);
            HolderWord taken = to == from ? given : taker.word;
            if (taken.isFrozenWith(barred) || amount > free || to == address(0) || to == address(this)) {
                uint8 code = _holderCode(Facts(config, given, taken), from, from, to, amount);
                if (code != ReasonCodes.OK) revert IComplianceAwareToken.TransferRefused(code, from, to, amount);
            }
            ArrayWords.put(balances, i, taken.balance());
            if (to != from) {
                given = given.minus(amount);
                unchecked {
                    // Whichever way it was decided, the amount was free.
                    free -= amount;
                }
                if (taken.lastRecord() != record) taken = _recorded(taken, to, record);
                taker.word = taken.plus(amount);
            }
            emit IERC20.Transfer(from, to, amount);
        }
        $.holders[from].word = given;
        EngineCalls.settleBatch(config.engine(), from, held, recipients, balances, amounts);
    }

    /// @dev `holders[wallet]`, without clearing the upper bits of a number that has none.
    function _holderAt(mapping(address => Holder) storage holders, uint256 wallet)
        private
        pure
        returns (Holder storage holder)
    {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            mstore(0, wallet)
            mstore(32, holders.slot)
            holder.slot := keccak256(0, 64)
        }
    }

    /// @dev Moves the balance; the caller has decided. Words are as read before.
    function _shift(
        ConfigWord config,
        Holder storage giver,
        Holder storage taker,
        HolderWord given,
        HolderWord taken,
        address from,
        address to,
        uint256 amount
    ) internal {
        if (from != to) {
            if (config.has(ConfigWords.RECORDS)) {
                uint256 record = _currentRecord(config);
                given = _recorded(given, from, record);
                taken = _recorded(taken, to, record);
            }
            giver.word = given.minus(amount);
            taker.word = taken.plus(amount);
        }
        emit IERC20.Transfer(from, to, amount);
    }

    /// @dev Issues; the caller has decided and checked the supply's bound. `supply` is the total supply before.
    function _credit(
        ConfigWord config,
        Holder storage taker,
        HolderWord taken,
        address to,
        uint256 amount,
        uint256 supply
    ) internal {
        if (config.has(ConfigWords.RECORDS)) taken = _recorded(taken, to, _currentRecord(config));
        _layout().totalSupply = supply + amount;
        taker.word = taken.plus(amount);
        emit IERC20.Transfer(address(0), to, amount);
    }

    /// @dev Redeems; the caller has decided and checked the balance. `supply` is the total supply before.
    function _debit(
        ConfigWord config,
        Holder storage giver,
        HolderWord given,
        address from,
        uint256 amount,
        uint256 supply
    ) internal {
        if (config.has(ConfigWords.RECORDS)) given = _recorded(given, from, _currentRecord(config));
        // The supply is the sum of all balances, and this one has the amount.
        unchecked {
            _layout().totalSupply = supply - amount;
        }
        giver.word = given.minus(amount);
        emit IERC20.Transfer(from, address(0), amount);
    }

    function _settle(
        ConfigWord config,
        IComplianceEngine.Path path,
        address from,
        address to,
        uint256 amount,
        HolderWord given,
        HolderWord taken
    ) internal {
        uint256 supply = from == address(0) || to == address(0) ? _layout().totalSupply : 0;
        uint8 code = EngineCalls.settle(config.engine(), path, msg.sender, from, to, amount, given, taken, supply);
        if (code != ReasonCodes.OK) revert IComplianceAwareToken.TransferRefused(code, from, to, amount);
    }

    function _notifyTransferred(ConfigWord config, address from, address to, uint256 amount) internal {
        if (_tells(config, amount)) ITokenCompliance(_layout().compliance).transferred(from, to, amount);
    }

    function _notifyCreated(ConfigWord config, address to, uint256 amount) internal {
        if (_tells(config, amount)) ITokenCompliance(_layout().compliance).created(to, amount);
    }

    function _notifyDestroyed(ConfigWord config, address from, uint256 amount) internal {
        if (_tells(config, amount)) ITokenCompliance(_layout().compliance).destroyed(from, amount);
    }

    /// @dev Modules refuse to hear of nothing, which a transfer of zero, allowed by ERC-20, must not suffer from.
    function _tells(ConfigWord config, uint256 amount) private pure returns (bool) {
        return config.has(ConfigWords.EXTERNAL_MODULES) && amount != 0;
    }

    function _requireEqual(uint256 first, uint256 other) internal pure {
        if (first != other) revert IComplianceAwareToken.LengthMismatch(first, other);
    }

    // ------------------------------------------------------------------ record dates

    /// @dev The record date that counts now; the first movement after one has fallen makes it current.
    function _currentRecord(ConfigWord config) internal returns (uint256 current) {
        current = config.currentRecord();
        uint256 next = config.nextRecordAt();
        if (next == 0 || block.timestamp < next) return current;
        TokenStorage.Layout storage $ = _layout();
        current += 1;
        $.config = config.withRecords(current, 0);
        $.supplyAtRecord[current] = $.totalSupply + 1;
        emit IComplianceAwareToken.SupplyRecorded(current, $.totalSupply);
    }

    /// @dev Preserves a holding the first time it changes after a record date.
    function _recorded(HolderWord word, address holder, uint256 record) internal returns (HolderWord) {
        if (word.lastRecord() == record) return word;
        _layout().balanceAtRecord[holder][record] = word.balance() + 1;
        emit IComplianceAwareToken.BalanceRecorded(holder, record, word.balance());
        return word.withRecord(record);
    }
}
