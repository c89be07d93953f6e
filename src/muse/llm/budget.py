"""A limit in US dollars that several processes share, through a ledger in the store's folder."""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Callable
from pathlib import Path

from muse.core.errors import MuseError

_CHANGE = re.compile(rb"[+-]\d+\.\d{9}")
_BATCHED = re.compile(rb"=(\d+\.\d{9}) ([0-9a-f]{64})")


class Budget:
    """What is paid and what is promised, by all processes with this ledger, stays below `limit_usd`.

    The ledger is a line for each change: what a call may cost at most when it begins, the difference to what it did
    cost when it ends. A killed process leaves what it had promised as if paid, as it may well have been. A call in a
    batch is paid once, by whichever run fetches its answer: its line has the request's `key` and replaces the earlier
    ones of that key. `stored_usd` is what the store's answers cost: at least that much is paid.
    """

    def __init__(self, ledger: Path, limit_usd: float, stored_usd: float) -> None:
        self._ledger, self._limit = ledger, limit_usd
        ledger.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(ledger, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
        self._read = 0
        self._gone = 0.0
        self._batched: dict[str, float] = {}
        self._change(lambda: self._plus(max(0.0, stored_usd - self._gone)))

    def promise(self, most_usd: float, place: str, key: str | None) -> None:
        """Set aside what a call may cost; MuseError where that would pass the limit."""

        def change() -> bytes:
            if key in self._batched:
                return b""  # set aside by the run that sent the batch
            if self._gone + most_usd > self._limit:
                raise MuseError(
                    f"llm.max_cost_usd of {self._limit:g} would be passed "
                    f"({self._gone:.4f} spent or under way, {most_usd:.4f} for the next call)",
                    where=place,
                    remedy="raise it and run again: with llm.mode record nothing that was paid for is asked twice; "
                    f"{self._ledger} adds up all runs",
                )
            return self._plus(most_usd) if key is None else self._is(most_usd, key)

        self._change(change)

    def settle(self, most_usd: float, cost_usd: float, key: str | None) -> None:
        """A call that was promised `most_usd` has ended and cost this."""
        self._change(lambda: self._plus(cost_usd - most_usd) if key is None else self._is(cost_usd, key))

    @staticmethod
    def _plus(usd: float) -> bytes:
        return b"%+.9f\n" % usd if usd else b""

    @staticmethod
    def _is(usd: float, key: str) -> bytes:
        return b"=%.9f %s\n" % (usd, key.encode())

    def _take(self, line: bytes) -> None:
        if _CHANGE.fullmatch(line):
            self._gone += float(line)
        elif batched := _BATCHED.fullmatch(line):
            usd, key = float(batched[1]), batched[2].decode()
            self._gone += usd - self._batched.get(key, 0.0)
            self._batched[key] = usd

    def _change(self, change: Callable[[], bytes]) -> None:
        """Read what others wrote, then write this: nobody else does in between."""
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            news = os.pread(self._file, os.fstat(self._file).st_size - self._read, self._read)
            whole, end, torn = news.rpartition(b"\n")  # a kill can leave a line without its end
            for line in whole.split(b"\n"):
                self._take(line)
            self._read += len(whole + end)
            line = change()
            if line:
                self._take(line[:-1])
                self._read += os.write(self._file, b"\n" + line if torn else line) + len(torn)
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)
