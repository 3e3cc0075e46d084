"""The in-process machine keeps its speed; `python -m quantera.evm.benchmark` prints the figures."""

from quantera.evm import benchmark


def test_rates_keep_their_limits() -> None:
    slow = [rate for rate in benchmark.run(seconds=0.2) if not rate.enough]
    assert not slow


def test_a_rate_below_its_limit_is_told() -> None:
    rate = benchmark.measure("nothing", lambda: None, least=10**12, seconds=0.01)
    assert not rate.enough
    assert rate.per_cpu_second > 0
