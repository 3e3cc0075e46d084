// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title ILayerZeroSettings
/// @notice What an application sets at LayerZero V2's endpoint for itself; the layout is the protocol's own.
interface ILayerZeroSettings {
    /// @param eid Endpoint id of the other chain.
    /// @param configType 1 executor, 2 verifiers.
    /// @param config ABI-encoded.
    struct ConfigParameter {
        uint32 eid;
        uint32 configType;
        bytes config;
    }

    /// @notice Choose the library that sends to a chain.
    /// @param oapp The application.
    /// @param eid Endpoint id of the destination.
    /// @param newLib The library.
    function setSendLibrary(address oapp, uint32 eid, address newLib) external;

    /// @notice Choose the library that receives from a chain.
    /// @param oapp The application.
    /// @param eid Endpoint id of the source.
    /// @param newLib The library.
    /// @param gracePeriod Blocks for which the old one still counts.
    function setReceiveLibrary(address oapp, uint32 eid, address newLib, uint256 gracePeriod) external;

    /// @notice Set parameters of a library.
    /// @param oapp The application.
    /// @param lib The library.
    /// @param params The parameters.
    function setConfig(address oapp, address lib, ConfigParameter[] calldata params) external;
}
