"""Many records at once."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from muse.core.errors import MuseError, RecordRejected
from muse.core.kept import Kept
from muse.core.records import Record, Rejection
from muse.llm.pool import for_each


class Named(Record):
    name: str


def run(records: list[tuple[str, int]], concurrency: int = 4) -> list[int | Rejection]:
    async def worker(value: int) -> int:
        await asyncio.sleep(0.001 * (7 * value % 5))
        if value == 3:
            raise RecordRejected("three", "it was three")
        return value * value

    return asyncio.run(for_each(records, worker, stage="square", concurrency=concurrency))


def test_results_stand_in_the_records_order_whatever_finishes_first() -> None:
    found = run([(f"r{n}", n) for n in range(10)])
    rejected = Rejection(record_id="r3", stage="square", reason="three", detail="it was three")
    assert found == [0, 1, 4, rejected, 16, 25, 36, 49, 64, 81]


def test_records_that_an_earlier_run_finished_are_not_worked_on_again(tmp_path: Path) -> None:
    worked: list[str] = []

    async def worker(name: str) -> Named:
        worked.append(name)
        if name == "c" and len(worked) == 3:
            raise MuseError("cut off")
        if name == "b":
            raise RecordRejected("b")
        return Named(name=name)

    def once() -> list[Named | Rejection]:
        with Kept(tmp_path / "kept", "x", Named) as kept:
            return asyncio.run(
                for_each([(name, name) for name in "abcd"], worker, stage="name", concurrency=1, kept=kept)
            )

    with pytest.raises(MuseError, match="cut off"):
        once()
    rejected = Rejection(record_id="b", stage="name", reason="b", detail="b")
    assert once() == [Named(name="a"), rejected, Named(name="c"), Named(name="d")]
    assert worked == ["a", "b", "c", "c", "d"]


def test_never_more_at_once_than_asked() -> None:
    now = peak = 0

    async def worker(value: int) -> int:
        nonlocal now, peak
        now += 1
        peak = max(peak, now)
        await asyncio.sleep(0.002)
        now -= 1
        return value

    asyncio.run(for_each([(str(n), n) for n in range(20)], worker, stage="x", concurrency=3))
    assert peak == 3


def test_an_error_for_a_person_comes_out_as_itself() -> None:
    async def worker(value: int) -> int:
        raise MuseError("no key", remedy="export KEY=...")

    with pytest.raises(MuseError, match="no key"):
        asyncio.run(for_each([("a", 1), ("b", 2)], worker, stage="x", concurrency=2))


def test_another_error_begins_no_more_and_lets_those_in_flight_end() -> None:
    ended: list[int] = []

    async def worker(value: int) -> int:
        if value == 0:
            await asyncio.sleep(0.001)
            raise ZeroDivisionError
        await asyncio.sleep(0.01)
        ended.append(value)
        return value

    with pytest.raises(ZeroDivisionError):
        asyncio.run(for_each([(str(n), n) for n in range(9)], worker, stage="x", concurrency=3))
    assert sorted(ended) == [1, 2]
