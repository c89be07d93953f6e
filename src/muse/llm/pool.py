"""Many records at once: async workers, results in the records' order, rejected records told apart."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar, cast

from muse.core.errors import RecordRejected
from muse.core.progress import bar
from muse.core.records import Rejection
from muse.llm.forecast import Forecast, tallied

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
    Where calls cost money the progress bar shows what was paid, and a forecast is printed after the first records.
    """
    forecast = Forecast(len(records), concurrency)
    results: list[O | Rejection | None] = [None] * len(records)
    waiting = iter(enumerate(records))  # few tasks that take from it, not one for each record: memory stays flat
    stopped: list[BaseException] = []
    with bar(stage, len(records)) as shown:

        async def one(index: int, record_id: str, value: I) -> O | Rejection | None:
            try:
                with tallied() as tally:
                    return await worker(value)
            except RecordRejected as verdict:
                detail, finished = verdict.message, verdict.finished
                return Rejection(
                    record_id=record_id, stage=stage, reason=verdict.reason, detail=detail, finished=finished
                )
            except Exception as error:
                stopped.append(error)
                return None
            finally:
                told = forecast.ended(index, tally)
                if told:
                    shown.write(f"{stage}: {told}", file=sys.stderr)
                if forecast.cost_usd:
                    shown.set_postfix_str(f"${forecast.cost_usd:,.2f}", refresh=False)
                shown.update()

        async def take() -> None:
            for index, (record_id, value) in waiting:
                results[index] = await one(index, record_id, value)
                if stopped:
                    return

        await asyncio.gather(*(take() for _ in range(min(concurrency, len(records)))))
    if stopped:
        raise stopped[0]
    return cast("list[O | Rejection]", results)
