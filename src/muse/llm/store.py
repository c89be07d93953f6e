"""The response store: every paid answer, kept the moment it arrives, and which requests got none.

A folder of JSON-lines segments, one for each writing process, so that writers never meet. A line is one entry,
written at once and sealed by a checksum: a kill at any byte costs at most the line being written, which no
reader takes for an answer. `pack` joins all segments into one sorted, compressed file: same answers, same bytes.
"""

from __future__ import annotations

import gzip
import json
import os
import uuid
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field, JsonValue, TypeAdapter

from muse.core.errors import MuseError
from muse.core.files import replacing
from muse.core.records import Record


class Answer(Record):
    """A stored answer: the request's key and what is needed to know it again, the text, the tokens it took."""

    key: str
    request: dict[str, JsonValue]
    text: str
    prompt_tokens: int
    completion_tokens: int
    cost_usd: float


class Failure(Record):
    """A request that got no answer, and why: what `replay` rejects its record with, while `record` asks again.

    `before` counts its earlier failures: the last one is the one that a run ended with. A refusal took tokens.
    """

    key: str
    request: dict[str, JsonValue]
    reason: str
    detail: str
    before: int
    prompt_tokens: int
    completion_tokens: int
    cost_usd: float


Entry = Answer | Failure
_ENTRY: TypeAdapter[Entry] = TypeAdapter(Annotated[Entry, Field(union_mode="left_to_right")])
_Place = tuple[Path, int, int]


class Store:
    """Answers by request key. Reads all segments of `folder` when opened; writes to a segment of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._places: dict[str, _Place] = {}
        self._failures: dict[str, tuple[int, _Place]] = {}
        self._writer: int | None = None
        self.torn = 0
        self.cost_usd = 0.0
        for segment in sorted(folder.glob("*.jsonl")):
            self._index(segment)

    def _index(self, segment: Path) -> None:
        offset = 0
        with segment.open("rb") as lines:
            for line in lines:
                entry = unseal(line)
                if entry is None:
                    self.torn += 1
                else:
                    self._remember(entry, (segment, offset, len(line)))
                offset += len(line)

    def _remember(self, entry: Entry, place: _Place) -> None:
        if isinstance(entry, Failure):
            if entry.before >= self.failures(entry.key):
                self._failures[entry.key] = entry.before, place
                self.cost_usd += entry.cost_usd
        elif entry.key not in self._places:
            self._places[entry.key] = place
            self.cost_usd += entry.cost_usd

    def __contains__(self, key: str) -> bool:
        return key in self._places

    def __len__(self) -> int:
        return len(self._places)

    def get(self, key: str) -> Answer | None:
        """The answer to a request, or None."""
        entry = _read(self._places.get(key))
        return entry if isinstance(entry, Answer) else None

    def failure(self, key: str) -> Failure | None:
        """The last failure of a request, or None."""
        entry = _read(self._failures[key][1]) if key in self._failures else None
        return entry if isinstance(entry, Failure) else None

    def failures(self, key: str) -> int:
        """How often a request has failed."""
        return self._failures[key][0] + 1 if key in self._failures else 0

    def put(self, entry: Entry) -> None:
        """Keep an entry: on return it is with the operating system, safe from any kill of this process."""
        if self._writer is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._segment = self._folder / f"{uuid.uuid4().hex}.jsonl"
            self._writer = os.open(self._segment, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
            self._end = 0
        line = _seal(entry)
        self._write(self._writer, line)
        self._remember(entry, (self._segment, self._end, len(line)))
        self._end += len(line)

    def _write(self, writer: int, line: bytes) -> None:
        """Write a line whole, or nothing of it: the next one would be lost with half a line before it."""
        left = line
        try:
            while left:
                left = left[os.write(writer, left) :]
        except OSError as error:
            os.ftruncate(writer, self._end)
            raise MuseError(
                f"an answer cannot be kept: {error.strerror}", where=self._segment, remedy="make room and run again"
            ) from None

    def close(self) -> None:
        """Close the segment being written, if any."""
        if self._writer is not None:
            os.close(self._writer)
            self._writer = None

    def answers(self) -> Iterator[Answer]:
        """All answers, sorted by key."""
        for key in sorted(self._places):
            answer = self.get(key)
            if answer is not None:
                yield answer

    def entries(self) -> Iterator[Entry]:
        """All answers, and the last failure of each request without one, sorted by key."""
        for key in sorted(self._places.keys() | self._failures.keys()):
            entry = self.get(key) or self.failure(key)
            if entry is not None:
                yield entry

    def pack(self, path: Path) -> None:
        """Write all entries to one compressed file, sorted by key: the form to version and to share."""
        with (
            replacing(path) as temporary,
            temporary.open("wb") as raw,
            gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed,
        ):
            for entry in self.entries():
                packed.write(_seal(entry))

    def unpack(self, path: Path) -> int:
        """Take over the answers of a packed file that are not here yet; how many those were."""
        before = len(self)
        try:
            with gzip.open(path, "rb") as lines:
                for number, line in enumerate(lines, 1):
                    entry = unseal(line)
                    if entry is None:
                        raise MuseError("a damaged answer", where=f"{path}:{number}", remedy="fetch the file again")
                    if entry.key not in self and (isinstance(entry, Answer) or not self.failures(entry.key)):
                        self.put(entry)
        except (OSError, EOFError, zlib.error) as error:
            raise MuseError(f"not a packed store: {error}", where=path, remedy="fetch the file again") from None
        return len(self) - before


def _read(place: _Place | None) -> Entry | None:
    if place is None:
        return None
    segment, offset, length = place
    with segment.open("rb") as lines:
        lines.seek(offset)
        return unseal(lines.read(length))


def _seal(entry: Entry) -> bytes:
    body = json.dumps(entry.model_dump(mode="json"), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return b"%08x " % zlib.crc32(body) + body + b"\n"


def unseal(line: bytes) -> Entry | None:
    """The entry in a line; None where the line is torn."""
    seal, _, body = line.rstrip(b"\n").partition(b" ")
    if not line.endswith(b"\n") or seal != b"%08x" % zlib.crc32(body):
        return None
    return _ENTRY.validate_json(body)
