"""Looking into a store: what it holds, and whether it is whole."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from muse.core.errors import MuseError
from muse.llm.request import key_of
from muse.llm.store import Answer, Entry, unseal

Line = tuple[str, bytes]
_ALL = ("all", "")


def lines(store: Path) -> Iterator[Line]:
    """Every line of a store's folder or of an exported file, with its place."""
    return packed(store) if store.is_file() else segments(store)


def segments(folder: Path) -> Iterator[Line]:
    """Every line of a store's segments, with its place."""
    if not folder.is_dir():
        raise MuseError("no such store", where=folder, remedy="a run in llm.mode record makes it")
    for segment in sorted(folder.glob("*.jsonl")):
        with segment.open("rb") as lines:
            yield from ((f"{segment}:{number}", line) for number, line in enumerate(lines, 1))


def packed(path: Path) -> Iterator[Line]:
    """Every line of an exported file, with its place."""
    try:
        with gzip.open(path, "rb") as lines:
            yield from ((f"{path}:{number}", line) for number, line in enumerate(lines, 1))
    except (OSError, EOFError, zlib.error) as error:
        raise MuseError(f"not an exported store: {error}", where=path, remedy="fetch the file again") from None


def problems(lines: Iterable[Line]) -> Iterator[str]:
    """What is wrong with the entries, a sentence each. The unfinished line that a kill leaves is no problem."""
    texts: dict[str, int] = {}
    for place, line in lines:
        entry = unseal(line)
        if entry is None:
            if line.endswith(b"\n"):
                yield f"{place}: damaged; its answer will be asked for again"
            continue
        if entry.key != key_of(entry.request):
            yield f"{place}: the key is not that of its request: changed by hand, or by another version"
        if isinstance(entry, Answer) and texts.setdefault(entry.key, hash(entry.text)) != hash(entry.text):
            yield f"{place}: a second, other answer to the same request; the first is used"


def answers(lines: Iterable[Line]) -> int:
    """How many requests have an answer."""
    return len({entry.key for entry in (unseal(line) for _, line in lines) if isinstance(entry, Answer)})


def summary(lines: Iterable[Line]) -> str:
    """A table of answers, requests without one, tokens and US dollars by stage and model; the last row is all."""
    found: dict[str, Entry] = {}
    for entry in (unseal(line) for _, line in lines):
        if entry and (isinstance(entry, Answer) or not isinstance(found.get(entry.key), Answer)):
            found[entry.key] = entry
    sums: dict[tuple[str, str], list[float]] = {}
    for entry in found.values():
        model = f"{entry.request['endpoint']}/{entry.request['model']}"
        answered = isinstance(entry, Answer)
        for group in ((str(entry.request["stage"]), model), _ALL):
            row = (answered, not answered, entry.prompt_tokens, entry.completion_tokens, entry.cost_usd)
            sums[group] = [have + more for have, more in zip(sums.get(group, [0] * 5), row, strict=True)]
    order = sorted(sums, key=lambda group: (group == _ALL, group))
    return table(
        ["stage", "model", "answers", "without", "prompt tokens", "completion tokens", "US dollars"],
        [[*group, *(f"{count:,}" for count in sums[group][:4]), f"{sums[group][4]:,.4f}"] for group in order],
    )


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns that line up: the first two to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    lines = ([*map(str.ljust, row[:2], widths), *map(str.rjust, row[2:], widths[2:])] for row in (header, *rows))
    return "\n".join("  ".join(line).rstrip() for line in lines)
