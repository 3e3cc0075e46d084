// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Address } from "@openzeppelin/contracts/utils/Address.sol";

import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";

/// @title TokenProbe
/// @notice The least that the engine needs of a token: it asks, moves balances when the code is 0, and tells the gas
/// that the engine took. Everybody may do everything.
contract TokenProbe {
    /// @notice What a movement's decision was and the gas of the call to the engine.
    event Settled(uint8 code, uint256 gasUsed);

    /// @notice The engine that decides.
    IComplianceEngine public engine;

    /// @notice ERC-3643 pause, which the engine only looks at.
    bool public paused;

    /// @notice What its compliance contract told it of external modules.
    bool public externalModules;

    /// @notice Units in circulation.
    uint256 public totalSupply;

    /// @notice Units in a wallet.
    mapping(address wallet => uint256 units) public balanceOf;

    /// @notice ERC-3643 agents.
    mapping(address account => bool agent) public isAgent;

    constructor(IComplianceEngine engine_) {
        engine = engine_;
    }

    /// @notice Moves units along a path when the engine allows it.
    function move(IComplianceEngine.Path path, address spender, address from, address to, uint256 amount)
        external
        returns (uint8 code)
    {
        IComplianceEngine.Movement memory movement = movementOf(spender, from, to, amount);
        IComplianceEngine target = engine;
        uint256 gasBefore = gasleft();
        code = target.settle(path, movement);
        uint256 gasUsed = gasBefore - gasleft();
        if (code == 0) {
            if (from == address(0)) totalSupply += amount;
            else balanceOf[from] -= amount;
            if (to == address(0)) totalSupply -= amount;
            else balanceOf[to] += amount;
        }
        emit Settled(code, gasUsed);
    }

    /// @notice Moves units of one sender to several recipients.
    function moveBatch(address spender, address from, address[] calldata recipients, uint256[] calldata amounts)
        external
    {
        uint256[] memory balances = new uint256[](recipients.length);
        for (uint256 i; i < recipients.length; ++i) {
            balances[i] = balanceOf[recipients[i]];
        }
        IComplianceEngine target = engine;
        uint256 fromBalance = balanceOf[from];
        uint256 gasBefore = gasleft();
        target.settleBatch(spender, from, fromBalance, recipients, balances, amounts);
        uint256 gasUsed = gasBefore - gasleft();
        for (uint256 i; i < recipients.length; ++i) {
            balanceOf[from] -= amounts[i];
            balanceOf[recipients[i]] += amounts[i];
        }
        emit Settled(0, gasUsed);
    }

    /// @notice The code that `move` would give.
    function preview(IComplianceEngine.Path path, address spender, address from, address to, uint256 amount)
        external
        view
        returns (uint8)
    {
        return engine.preview(address(this), path, movementOf(spender, from, to, amount));
    }

    /// @notice Puts units into a wallet without asking anybody, as holdings from before the engine.
    function grant(address wallet, uint256 units) external {
        totalSupply += units;
        balanceOf[wallet] += units;
    }

    /// @notice Sets the pause.
    function setPaused(bool on) external {
        paused = on;
    }

    /// @notice Makes an account an agent or not.
    function setAgent(address account, bool agent) external {
        isAgent[account] = agent;
    }

    /// @notice Takes what a compliance contract says of its modules.
    function setExternalModules(bool active) external {
        externalModules = active;
    }

    /// @notice Calls another contract as the token.
    function callAsToken(address target, bytes calldata data) external returns (bytes memory) {
        return Address.functionCall(target, data);
    }

    /// @notice The movement as a token describes it.
    function movementOf(address spender, address from, address to, uint256 amount)
        public
        view
        returns (IComplianceEngine.Movement memory)
    {
        return IComplianceEngine.Movement({
            spender: spender,
            from: from,
            to: to,
            amount: amount,
            fromBalanceBefore: balanceOf[from],
            toBalanceBefore: balanceOf[to],
            totalSupplyBefore: from == address(0) || to == address(0) ? totalSupply : 0
        });
    }
}
