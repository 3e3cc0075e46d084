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

    /// @notice The library that sends to a chain, by choice or default.
    /// @param sender The application.
    /// @param eid Endpoint id of the destination.
    /// @return lib The library.
    function getSendLibrary(address sender, uint32 eid) external view returns (address lib);

    /// @notice The library that receives from a chain, by choice or default.
    /// @param receiver The application.
    /// @param eid Endpoint id of the source.
    /// @return lib The library.
    /// @return isDefault Whether it is the default.
    function getReceiveLibrary(address receiver, uint32 eid) external view returns (address lib, bool isDefault);

    /// @notice Parameters of a library as they hold, defaults included.
    /// @param oapp The application.
    /// @param lib The library.
    /// @param eid Endpoint id of the other chain.
    /// @param configType 1 executor, 2 verifiers.
    /// @return config ABI-encoded.
    function getConfig(address oapp, address lib, uint32 eid, uint32 configType)
        external
        view
        returns (bytes memory config);

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
