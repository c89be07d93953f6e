"""Errors that name the file, the record, what was expected and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from muse.core.records import Conversation


class MuseError(Exception):
    """Something a person can act on. `cli` prints it as one line and exits with 2; no traceback.

    `where` is the file (with a line or record id where there is one), `remedy` says what to do next.
    """

    def __init__(self, message: str, *, where: str | Path | None = None, remedy: str | None = None) -> None:
        self.message, self.where, self.remedy = message, where, remedy
        super().__init__(message)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where is not None else ""
        advice = f" ({self.remedy})" if self.remedy else ""
        return f"{place}{self.message}{advice}"


class RecordRejected(MuseError):  # noqa: N818 - a verdict on one record, not a failure of the run
    """One record cannot go on: it keeps its id and goes to quarantine with this reason; the rest goes on.

    `reason` is a short slug that becomes a counter ("unreadable-image"); `message` is the detail. `finished`: the whole
    conversation, where it was finished and found wanting.
    """

    def __init__(self, reason: str, message: str = "", *, finished: Conversation | None = None) -> None:
        self.reason, self.finished = reason, finished
        super().__init__(message or reason)
