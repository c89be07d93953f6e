"""The gate and its pace: calls and tokens a minute, with the minute made short."""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from muse.llm import pace
from muse.llm.errors import Passing
from muse.llm.gate import Gate
from muse.llm.pace import Pace

WINDOW_S = 0.4
Limited = Callable[[int | None, int | None], Gate]


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_WINDOW_S", WINDOW_S)


@pytest.fixture
def limited(tmp_path: Path) -> Limited:
    return lambda calls, tokens: Gate(8, Pace(tmp_path / "pace", "here", calls, tokens))


def begun(limits: Gate, calls: list[int], used: int | None = None) -> list[float]:
    """When each call of so many tokens was let in, seconds from the start; `used` is what the reply then counts."""

    async def run() -> list[float]:
        start, times = time.monotonic(), []
        for tokens in calls:
            async with limits.enter(tokens) as entry:
                times.append(time.monotonic() - start)
                entry.tokens = tokens if used is None else used
        return times

    return asyncio.run(run())


def windows(times: list[float]) -> list[int]:
    return [int(at / WINDOW_S) for at in times]


def test_tokens_a_minute_are_kept(limited: Limited) -> None:
    assert windows(begun(limited(None, 1000), [400, 400, 400, 200])) == [0, 0, 1, 1]


def test_what_a_reply_took_counts_not_what_it_might_have_taken(limited: Limited) -> None:
    assert windows(begun(limited(None, 1000), [900, 900, 900], used=50)) == [0, 0, 0]


def test_a_call_that_is_larger_than_a_minute_goes_alone(limited: Limited) -> None:
    assert windows(begun(limited(None, 1000), [100, 5000, 100])) == [0, 1, 2]


def test_calls_a_minute_are_kept_and_no_limit_is_none(limited: Limited) -> None:
    assert windows(begun(limited(2, None), [1, 1, 1, 1, 1])) == [0, 0, 1, 1, 2]
    assert windows(begun(Gate(8, None), [10**9] * 50)) == [0] * 50


def test_the_stricter_of_two_limits_holds(limited: Limited) -> None:
    assert windows(begun(limited(3, 1000), [600, 600, 1, 1, 1])) == [0, 1, 1, 1, 2]


def test_overload_halves_and_success_adds_one_a_round() -> None:
    limits = Gate(16, None)
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


def shard(path: Path, times: multiprocessing.Queue[float]) -> None:
    pace._WINDOW_S = WINDOW_S
    limits = Gate(8, Pace(path, "here", 10, None))

    async def call() -> None:
        async with limits.enter(1):
            times.put(time.time())

    async def run() -> None:
        await asyncio.gather(*(call() for _ in range(10)))

    asyncio.run(run())


def test_four_shards_keep_the_limit_of_one(tmp_path: Path) -> None:
    times: multiprocessing.Queue[float] = multiprocessing.Queue()
    shards = [multiprocessing.Process(target=shard, args=(tmp_path / "pace", times)) for _ in range(4)]
    for each in shards:
        each.start()
    at = sorted(times.get(timeout=30) for _ in range(40))
    for each in shards:
        each.join()
    # ten in any window: the eleventh after a call begins a window later, less what passes between count and clock
    assert all(later - earlier > 0.9 * WINDOW_S for earlier, later in zip(at, at[10:], strict=False))
    assert at[-1] - at[0] < 8 * WINDOW_S  # and they are used: 40 calls need three windows


def test_endpoints_have_a_pace_each_and_a_clock_that_is_set_back_holds_nobody_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "pace"
    assert Pace(path, "here", 1, None).begin(1)[0] == 0
    assert Pace(path, "here", 1, None).begin(1)[0] > 0
    assert Pace(path, "there", 1, None).begin(1)[0] == 0
    yesterday = time.time() - 86400
    monkeypatch.setattr(time, "time", lambda: yesterday)
    assert Pace(path, "here", 1, None).begin(1)[0] == 0
