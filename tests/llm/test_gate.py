"""The gate: calls and tokens a minute, with the minute made short."""

from __future__ import annotations

import asyncio
import time

import pytest

from muse.llm import gate
from muse.llm.errors import Passing
from muse.llm.gate import Gate

WINDOW_S = 0.4


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "_WINDOW_S", WINDOW_S)


def begun(limits: Gate, calls: list[int], used: int | None = None) -> list[float]:
    """When each call of so many tokens was let in, seconds from the start; `used` is what the reply then counts."""

    async def run() -> list[float]:
        start, times = time.monotonic(), []
        for tokens in calls:
            async with limits.enter(tokens) as entry:
                times.append(entry.at - start)
                entry.tokens = tokens if used is None else used
        return times

    return asyncio.run(run())


def windows(times: list[float]) -> list[int]:
    return [int(at / WINDOW_S) for at in times]


def test_tokens_a_minute_are_kept() -> None:
    assert windows(begun(Gate(8, None, 1000), [400, 400, 400, 200])) == [0, 0, 1, 1]


def test_what_a_reply_took_counts_not_what_it_might_have_taken() -> None:
    assert windows(begun(Gate(8, None, 1000), [900, 900, 900], used=50)) == [0, 0, 0]


def test_a_call_that_is_larger_than_a_minute_goes_alone() -> None:
    assert windows(begun(Gate(8, None, 1000), [100, 5000, 100])) == [0, 1, 2]


def test_calls_a_minute_are_kept_and_no_limit_is_none() -> None:
    assert windows(begun(Gate(8, 2, None), [1, 1, 1, 1, 1])) == [0, 0, 1, 1, 2]
    assert windows(begun(Gate(8, None, None), [10**9] * 50)) == [0] * 50


def test_the_stricter_of_two_limits_holds() -> None:
    assert windows(begun(Gate(8, 3, 1000), [600, 600, 1, 1, 1])) == [0, 1, 1, 1, 2]


def test_overload_halves_and_success_adds_one_a_round() -> None:
    limits = Gate(16, None, None)
    assert limits.limit == 8
    for _ in range(4):
        limits.succeeded()
    assert limits.limit == 12  # before the first overload each success adds one: a round doubles
    for _ in range(9):
        limits.succeeded()
    assert limits.limit == 16
    limits.failed(Passing("status-429", overload=True))
    limits.failed(Passing("status-429", overload=True))  # the same moment: told once
    assert limits.limit == 8
    for _ in range(8):
        limits.succeeded()
    assert limits.limit == pytest.approx(9, abs=0.15)
    limits.failed(Passing("status-500"))
    assert limits.limit == pytest.approx(9, abs=0.15)
