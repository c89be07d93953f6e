"""Calls and tokens a minute, kept by all processes that ask the same endpoint."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

_WINDOW_S = 60.0
_PATIENCE_S = 60.0


class Pace:
    """At most `calls` calls of `tokens` tokens together (None: no bound) begin in any minute.

    The calls of the last minute stand in the SQLite file `path`, so that the shards of a stage keep the limit together.
    A call of more tokens than a minute's goes alone.
    """

    def __init__(self, path: Path, endpoint: str, calls: int | None, tokens: int | None) -> None:
        self._endpoint, self._calls, self._tokens = endpoint, calls, tokens
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = sqlite3.connect(path, timeout=_PATIENCE_S, isolation_level=None)
        self._file.execute("PRAGMA synchronous = OFF")  # a power cut forgets a minute, no more
        self._file.execute("CREATE TABLE IF NOT EXISTS begun (number INTEGER PRIMARY KEY, endpoint, at, tokens)")
        self._file.execute("CREATE INDEX IF NOT EXISTS by_time ON begun (endpoint, at, tokens)")

    def begin(self, tokens: int) -> tuple[float, int]:
        """Begin a call of at most so many tokens: (0, its number), or (seconds to wait before the next try, 0)."""
        with self._file:  # commits
            self._file.execute("BEGIN IMMEDIATE")
            now = time.time()
            # What lies ahead was written before the clock was set back.
            self._file.execute(
                "DELETE FROM begun WHERE endpoint = ? AND (at <= ? OR at > ?)", (self._endpoint, now - _WINDOW_S, now)
            )
            wait = self._wait_s(now, tokens)
            if wait > 0:
                return wait, 0
            values = (self._endpoint, now, tokens)
            number = self._file.execute("INSERT INTO begun (endpoint, at, tokens) VALUES (?, ?, ?)", values).lastrowid
            assert number is not None
            return 0.0, number

    def ended(self, number: int, tokens: int) -> None:
        """The call took so many tokens."""
        self._file.execute("UPDATE begun SET tokens = ? WHERE number = ?", (tokens, number))

    def _wait_s(self, now: float, tokens: int) -> float:
        """Seconds until a call of so many tokens fits: until enough of the last minute's are a minute old."""
        sums = "SELECT count(*), coalesce(sum(tokens), 0) FROM begun WHERE endpoint = ?"
        calls, spent = self._file.execute(sums, (self._endpoint,)).fetchone()
        opens = now
        for at, took in self._file.execute(
            "SELECT at, tokens FROM begun WHERE endpoint = ? ORDER BY at", (self._endpoint,)
        ):
            fits = self._calls is None or calls < self._calls
            if fits and (self._tokens is None or spent + tokens <= self._tokens):
                break
            opens = float(at) + _WINDOW_S
            calls, spent = calls - 1, spent - took
        return opens - now
