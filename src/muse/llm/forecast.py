"""What a stage will take, told from its first records that cost something."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from muse.core.kept import Answers

SAMPLE = 10


@dataclass
class Tally:
    """What one record took."""

    calls: int = 0
    tokens: int = 0
    cost_usd: float = 0.0
    seconds: float = 0.0
    answers: Answers = field(default_factory=Counter)

    def add(self, tokens: int, cost_usd: float) -> None:
        """A call was paid for."""
        self.calls += 1
        self.tokens += tokens
        self.cost_usd += cost_usd


_current: ContextVar[Tally] = ContextVar("tally")


def paying() -> Tally:
    """The tally of the record being worked on; one that nobody reads where there is no record."""
    return _current.get(Tally())


@contextmanager
def tallied() -> Iterator[Tally]:
    """Add up what the block's calls take, those of tasks that it starts included."""
    tally, begun = Tally(), time.monotonic()
    token = _current.set(tally)
    try:
        yield tally
    finally:
        tally.seconds = time.monotonic() - begun
        _current.reset(token)


class Forecast:
    """Speaks once: when the first records, in their order, that are not all answered by the store have ended.

    In their order, since the first to end would be the short ones.
    """

    def __init__(self, records: int, concurrency: int) -> None:
        self._records, self._concurrency = records, concurrency
        self._ended: dict[int, Tally] = {}
        self._first = 0
        self.cost_usd = 0.0

    def ended(self, index: int, tally: Tally) -> str | None:
        """A record has ended; the forecast where this was the last one that it waited for."""
        self.cost_usd += tally.cost_usd
        if self._first + SAMPLE >= self._records:
            return None
        self._ended[index] = tally
        while all(number in self._ended for number in range(self._first, self._first + SAMPLE)):
            sample = [self._ended.pop(number) for number in range(self._first, self._first + SAMPLE)]
            self._first += SAMPLE
            paid = [each for each in sample if each.cost_usd]
            if paid:
                told = self._tell(paid)
                self._first = self._records
                return told
            if self._first + SAMPLE >= self._records:
                break
        return None

    def _tell(self, paid: list[Tally]) -> str:
        left = self._records - self._first
        calls, tokens, cost, seconds = (
            sum(getattr(each, name) for each in paid) / len(paid) * left
            for name in ("calls", "tokens", "cost_usd", "seconds")
        )
        return (
            f"forecast from {len(paid)} records: about ${cost:,.2f} for the {left:,} left "
            f"({calls:,.0f} calls, {tokens / 1e6:,.2f} million tokens, {seconds / self._concurrency / 60:,.0f} minutes)"
        )
