"""The gate before an endpoint: how many calls at once, how many calls and tokens a minute, for a whole process."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from muse.llm.errors import Passing

START = 8
_WINDOW_S = 60.0
_HALVE_AT_MOST_EVERY_S = 1.0


@dataclass
class Entry:
    """A call that was let in: when, and its tokens, first at most, then as the reply counts them."""

    at: float
    tokens: int


class Gate:
    """Concurrency that grows by one for each round of successes and halves on overload (AIMD, Chiu and Jain 1989).

    Until the first overload it doubles with each round (slow start, Jacobson 1988). `most` bounds it; `calls` and
    `tokens` bound those begun in any minute (None: no bound). A server's Retry-After holds everybody back. A call of
    more tokens than a minute's goes alone.
    """

    def __init__(self, most: int, calls: int | None, tokens: int | None) -> None:
        self.limit = float(min(START, most))
        self._most, self._calls, self._tokens = most, calls, tokens
        self._starting = True
        self._inside = 0
        self._begun: deque[Entry] = deque()
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
            while (wait := self._wait_s(tokens)) > 0:  # noqa: ASYNC110 - waits for the clock, not for an event
                await asyncio.sleep(wait)
            entry = Entry(time.monotonic(), tokens)
            if self._calls is not None or self._tokens is not None:
                self._begun.append(entry)
            yield entry
        finally:
            async with self._changed:
                self._inside -= 1
                self._changed.notify_all()

    def _wait_s(self, tokens: int) -> float:
        """Seconds until a call of so many tokens may begin: until enough of the last minute's are a minute old."""
        now = time.monotonic()
        while self._begun and self._begun[0].at <= now - _WINDOW_S:
            self._begun.popleft()
        opens = self._closed_until
        calls, spent = len(self._begun), sum(entry.tokens for entry in self._begun) if self._tokens is not None else 0
        for entry in self._begun:
            fits = self._calls is None or calls < self._calls
            if fits and (self._tokens is None or spent + tokens <= self._tokens):
                break
            opens = max(opens, entry.at + _WINDOW_S)
            calls, spent = calls - 1, spent - entry.tokens
        return opens - now

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
