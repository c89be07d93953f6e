"""Many records at once: async workers, results in the records' order, rejected records told apart."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from muse.core.errors import MuseError, RecordRejected
from muse.core.progress import bar
from muse.core.records import Rejection

I = TypeVar("I")  # noqa: E741
O = TypeVar("O")  # noqa: E741


async def for_each(
    records: Sequence[tuple[str, I]],
    worker: Callable[[I], Awaitable[O]],
    *,
    stage: str,
    concurrency: int,
) -> list[O | Rejection]:
    """`worker(value)` for every (record id, value), at most `concurrency` at once; results in the order given.

    A RecordRejected becomes a Rejection with the record's id; any other error stops the run.
    """
    places = asyncio.Semaphore(concurrency)
    with bar(stage, len(records)) as shown:

        async def one(record_id: str, value: I) -> O | Rejection:
            async with places:
                try:
                    return await worker(value)
                except RecordRejected as verdict:
                    return Rejection(record_id=record_id, stage=stage, reason=verdict.reason, detail=verdict.message)
                finally:
                    shown.update()

        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(one(record_id, value)) for record_id, value in records]
        except* MuseError as stopped:  # a person can act on it: let it out as itself, not inside a group
            raise stopped.exceptions[0] from None
    return [task.result() for task in tasks]
