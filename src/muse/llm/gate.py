"""The gate before an endpoint: how many calls at once in this process, and its pace, which processes share."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from muse.llm.errors import Passing
from muse.llm.pace import Pace

START = 8
_HALVE_AT_MOST_EVERY_S = 1.0


class Entry:
    """A call that was let in: its tokens, first at most, then as the reply counts them."""

    def __init__(self, tokens: int) -> None:
        self.tokens = tokens


class Gate:
    """Concurrency that grows by one for each round of successes and halves on overload (AIMD, Chiu and Jain 1989).

    Until the first overload it doubles with each round (slow start, Jacobson 1988). `most` bounds it. A server's
    Retry-After holds everybody back, and so does the `pace` where there is one.
    """

    def __init__(self, most: int, pace: Pace | None) -> None:
        self.limit = float(min(START, most))
        self._most, self._pace = most, pace
        self._starting = True
        self._inside = 0
        self._closed_until = 0.0
        self._halved_at = -_HALVE_AT_MOST_EVERY_S
        self._changed = asyncio.Condition()

    @asynccontextmanager
    async def enter(self, tokens: int) -> AsyncIterator[Entry]:
        """Wait for a place, hold it for the block. `tokens` is what the call may take at most."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._inside < int(self.limit))
            self._inside += 1
        try:
            number = await self._begun(tokens)
            entry = Entry(tokens)
            try:
                yield entry
            finally:
                if self._pace and entry.tokens != tokens:
                    self._pace.ended(number, entry.tokens)
        finally:
            async with self._changed:
                self._inside -= 1
                self._changed.notify_all()

    async def _begun(self, tokens: int) -> int:
        """Wait until the call may begin; its number with the pace."""
        while True:
            wait, number = self._closed_until - time.monotonic(), 0
            if wait <= 0 and self._pace:
                wait, number = self._pace.begin(tokens)
            if wait <= 0:
                return number
            await asyncio.sleep(wait)

    def succeeded(self) -> None:
        """A call went well: the limit grows by one for every `limit` of these, or for each before any overload."""
        self.limit = min(self._most, self.limit + (1 if self._starting else 1 / self.limit))

    def failed(self, failure: Passing) -> None:
        """A call failed: overload halves the limit, once a second whatever number of calls say so."""
        now = time.monotonic()
        if failure.after_s is not None:
            self._closed_until = max(self._closed_until, now + failure.after_s)
        self._starting = self._starting and not failure.overload
        if failure.overload and now - self._halved_at >= _HALVE_AT_MOST_EVERY_S:
            self._halved_at = now
            self.limit = max(1.0, self.limit / 2)
