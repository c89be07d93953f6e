"""Many records at once: async workers, results in the records' order, rejected records told apart."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar, cast

from muse.core.errors import RecordRejected
from muse.core.kept import Kept
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
    kept: Kept[Any] | None = None,
) -> list[O | Rejection]:
    """`worker(value)` for every (record id, value), at most `concurrency` at once; results in the order given.

    A RecordRejected becomes a Rejection with the record's id. Any other error stops the run: no record is begun after
    it, and those in flight go on until they end or ask again, so that no answer already paid for is thrown away.
    With `kept`, records that an earlier run of the same step finished are taken from it, and each other is added to it.
    Where calls cost money the progress bar shows what was paid, and a forecast is printed after the first records.
    """
    done = kept.done if kept else {}
    results: list[O | Rejection | None] = [done.get(record_id) for record_id, _ in records]
    left = [(index, *record) for index, record in enumerate(records) if results[index] is None]
    waiting = iter(left)  # few tasks that take from it, not one for each record: memory stays flat
    forecast = Forecast(len(left), concurrency)
    stopped: list[BaseException] = []
    with bar(stage, len(records)) as shown:
        shown.update(len(records) - len(left))

        async def one(index: int, record_id: str, value: I) -> O | Rejection | None:
            made: O | Rejection
            try:
                with tallied() as tally:
                    made = await worker(value)
            except RecordRejected as verdict:
                detail, finished = verdict.message, verdict.finished
                made = Rejection(
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
            if kept:
                kept.add(record_id, made, tally.answers)
            return made

        async def take() -> None:
            for index, record_id, value in waiting:
                results[index] = await one(index, record_id, value)
                if stopped:
                    return

        await asyncio.gather(*(take() for _ in range(min(concurrency, len(left)))))
    if stopped:
        raise stopped[0]
    return cast("list[O | Rejection]", results)
