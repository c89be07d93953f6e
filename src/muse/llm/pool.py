"""Many records at once: async workers, results in the records' order, rejected records told apart."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar, cast

from muse.core.errors import RecordRejected
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

    A RecordRejected becomes a Rejection with the record's id. Any other error stops the run: no record is begun after
    it, and those in flight go on until they end or ask again, so that no answer already paid for is thrown away.
    """
    places = asyncio.Semaphore(concurrency)
    stopped: list[BaseException] = []
    with bar(stage, len(records)) as shown:

        async def one(record_id: str, value: I) -> O | Rejection | None:
            async with places:
                if stopped:
                    return None
                try:
                    return await worker(value)
                except RecordRejected as verdict:
                    return Rejection(record_id=record_id, stage=stage, reason=verdict.reason, detail=verdict.message)
                except Exception as error:
                    stopped.append(error)
                    return None
                finally:
                    shown.update()

        results = await asyncio.gather(*(one(record_id, value) for record_id, value in records))
    if stopped:
        raise stopped[0]
    return cast("list[O | Rejection]", results)
