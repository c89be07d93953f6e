"""The gate before an endpoint: how many calls at once, how many a minute; shared by all stages of a process."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from muse.llm.errors import Passing

START = 8
_WINDOW_S = 60.0
_HALVE_AT_MOST_EVERY_S = 1.0


class Gate:
    """Concurrency that grows by one for each round of successes and halves on overload (AIMD, Chiu and Jain 1989).

    `most` bounds it; `per_minute` bounds the calls begun in any minute (None: no bound). A server's Retry-After
    holds everybody back.
    """

    def __init__(self, most: int, per_minute: int | None) -> None:
        self.limit = float(min(START, most))
        self._most, self._per_minute = most, per_minute
        self._inside = 0
        self._begun: deque[float] = deque()
        self._closed_until = 0.0
        self._halved_at = -_HALVE_AT_MOST_EVERY_S
        self._changed = asyncio.Condition()

    @asynccontextmanager
    async def enter(self) -> AsyncIterator[None]:
        """Wait for a place, hold it for the block."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._inside < int(self.limit))
            self._inside += 1
        try:
            while (wait := self._wait_s()) > 0:  # noqa: ASYNC110 - waits for the clock, not for an event
                await asyncio.sleep(wait)
            if self._per_minute is not None:
                self._begun.append(time.monotonic())
            yield
        finally:
            async with self._changed:
                self._inside -= 1
                self._changed.notify_all()

    def _wait_s(self) -> float:
        """Seconds until a call may begin."""
        now = time.monotonic()
        while self._begun and self._begun[0] <= now - _WINDOW_S:
            self._begun.popleft()
        full = self._per_minute is not None and len(self._begun) >= self._per_minute
        return max(self._closed_until - now, self._begun[0] + _WINDOW_S - now if full else 0.0)

    def succeeded(self) -> None:
        """A call went well: the limit grows by one for every `limit` of these."""
        self.limit = min(self._most, self.limit + 1 / self.limit)

    def failed(self, failure: Passing) -> None:
        """A call failed: overload halves the limit, once a second whatever number of calls say so."""
        now = time.monotonic()
        if failure.after_s is not None:
            self._closed_until = max(self._closed_until, now + failure.after_s)
        if failure.overload and now - self._halved_at >= _HALVE_AT_MOST_EVERY_S:
            self._halved_at = now
            self.limit = max(1.0, self.limit / 2)
