"""Typed handles: a contract's functions as Python methods, made from its ABI."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from quantera.evm.abi import ContractAbi, FunctionAbi
from quantera.evm.actors import AddressLike
from quantera.evm.codec import CodingError
from quantera.evm.errors import Reverted

if TYPE_CHECKING:
    from quantera.evm.chain import Chain
    from quantera.evm.receipts import Receipt

Outcome = TypeVar("Outcome")


class Function:
    """One function of one contract; calling it reads (views) or sends a transaction (the rest)."""

    __slots__ = ("_address", "_chain", "_of", "abi")

    def __init__(self, chain: "Chain", address: str, abi: FunctionAbi, of: ContractAbi) -> None:
        self._chain = chain
        self._address = address
        self._of = of
        self.abi = abi

    def __call__(
        self, *args: Any, sender: AddressLike | None = None, value: int = 0, **options: Any
    ) -> Any:
        """Call a view and return its decoded result, or send a transaction and return its receipt.

        Args:
            *args: the function's arguments.
            sender: who calls; a transaction needs one, a view may do without.
            value: native coin to send, in wei.
            **options: `gas` limit; for views also `timestamp` and `block_number`.

        Raises:
            Reverted: the call was refused.
            CodingError: arguments or result do not fit the ABI.
        """
        abi = self.abi
        if abi.is_view:
            return self._read(abi.encode(args), sender, value, options)
        if sender is None:
            raise TypeError(f"{abi.name} changes state: say who sends it (sender=…)")
        data = abi.encode(args)
        receipt = self._noted(
            lambda: self._chain.transact(self._address, data, sender, value=value, **options)
        )
        receipt.function = abi
        return receipt

    def simulate(
        self, *args: Any, sender: AddressLike | None = None, value: int = 0, **options: Any
    ) -> Any:
        """Result of the function without its effects, whatever its mutability."""
        return self._read(self.abi.encode(args), sender, value, options)

    def encode(self, *args: Any) -> bytes:
        """Calldata of this call, for multicalls, schedules and proxies' initialisation."""
        return self.abi.encode(args)

    @property
    def selector(self) -> bytes:
        """First four bytes of the calldata."""
        return self.abi.selector

    def _read(
        self, data: bytes, sender: AddressLike | None, value: int, options: dict[str, Any]
    ) -> Any:
        raw = self._noted(lambda: self._chain.call(self._address, data, sender, value, **options))
        try:
            return self.abi.decode(raw)
        except CodingError:
            if not raw and not self._chain.code(self._address):
                raise CodingError(f"{self.abi.signature}: no contract at {self._address}") from None
            raise

    def _noted(self, run: Callable[[], Outcome]) -> Outcome:
        """Outcome of a call, which is noted where the chain keeps what calls reach."""
        reach = self._chain.reach
        if reach is None:
            return run()
        try:
            outcome = run()
        except Reverted as error:
            reach.refused(self._of, self.abi, error)
            raise
        reach.returned(self._of, self.abi)
        return outcome


class Simulation:
    """`contract.simulate.transfer(…)`: results of transactions without their effects."""

    __slots__ = ("_contract",)

    def __init__(self, contract: "Contract") -> None:
        self._contract = contract

    def __getitem__(self, signature: str) -> Any:
        return self._contract[signature].simulate

    def __getattr__(self, name: str) -> Any:
        return self._contract.function(name).simulate


class Contract:
    """A contract at an address, seen through an ABI.

    `token.balanceOf(holder)` reads, `token.transfer(to, 5, sender=holder)` sends and returns the
    receipt, `token.simulate.transfer(…)` only computes, `token["mint(address,uint256)"]` picks an
    overload. An overload is also found by its number of arguments where that decides.

    Attributes:
        chain: where it is.
        address: checksummed address.
        abi: its parsed ABI.
        deployment: the receipt of its creation, when it was made by `chain.deploy`.
    """

    def __init__(
        self, chain: "Chain", address: str, abi: ContractAbi, deployment: "Receipt | None" = None
    ) -> None:
        self.chain = chain
        self.address = address
        self.abi = abi
        self.deployment = deployment

    @property
    def simulate(self) -> Simulation:
        """The same functions, without effects."""
        return Simulation(self)

    def function(self, name: str) -> "Function | Overloads":
        """The function, or the group of overloads, of that name.

        Raises:
            AttributeError: the ABI has none.
        """
        overloads = self.abi.functions.get(name)
        if not overloads:
            raise AttributeError(f"{self.abi.name} has no function {name!r}")
        if len(overloads) == 1:
            return Function(self.chain, self.address, overloads[0], self.abi)
        return Overloads(self, overloads)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = self.function(name)
        # Kept on the instance, so that the next access does not come here.
        self.__dict__[name] = found
        return found

    def __getitem__(self, signature: str) -> Function:
        found = self.abi.by_signature.get(signature)
        if found is None:
            raise KeyError(f"{self.abi.name} has no function {signature!r}")
        return Function(self.chain, self.address, found, self.abi)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Contract | str) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(self.address)

    def __str__(self) -> str:
        return self.address

    def __repr__(self) -> str:
        return f"<{self.abi.name} {self.address}>"


class Overloads:
    """Functions that share a name; the number of arguments decides, else the signature must."""

    __slots__ = ("_contract", "_functions")

    def __init__(self, contract: Contract, functions: list[FunctionAbi]) -> None:
        self._contract = contract
        self._functions = functions

    def _pick(self, count: int) -> Function:
        fitting = [item for item in self._functions if len(item.entry["inputs"]) == count]
        if len(fitting) != 1:
            choices = [item.signature for item in self._functions]
            raise TypeError(f'say which one: contract["…"] with one of {choices}')
        return self._contract[fitting[0].signature]

    def __call__(self, *args: Any, **options: Any) -> Any:
        """Call the overload with that many arguments."""
        return self._pick(len(args))(*args, **options)

    def simulate(self, *args: Any, **options: Any) -> Any:
        """Simulate the overload with that many arguments."""
        return self._pick(len(args)).simulate(*args, **options)

    def encode(self, *args: Any) -> bytes:
        """Calldata of the overload with that many arguments."""
        return self._pick(len(args)).encode(*args)
