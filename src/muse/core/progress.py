"""Progress of long work: a bar on a terminal, a line every few seconds in a log."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from tqdm import tqdm

T = TypeVar("T")

LOG_EVERY_S = 5.0


def bar(label: str, total: int | None, unit: str = "record") -> tqdm[Any]:
    """A progress bar with rate and ETA; in a log file it prints a fresh line every five seconds."""
    terminal = sys.stderr.isatty()
    shown: tqdm[Any] = tqdm(
        total=total,
        desc=label,
        unit=unit,
        mininterval=0.1 if terminal else LOG_EVERY_S,
        maxinterval=0.5 if terminal else LOG_EVERY_S,
        ascii=not terminal,
        dynamic_ncols=terminal,
    )
    return shown


def track(values: Iterable[T], label: str, total: int | None, unit: str = "record") -> Iterator[T]:
    """Iterate with a progress bar."""
    with bar(label, total, unit) as shown:
        for value in values:
            yield value
            shown.update()
