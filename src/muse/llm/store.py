"""The response store: every paid answer, kept the moment it arrives.

A folder of JSON-lines segments, one for each writing process, so that writers never meet. A line is one answer,
written in one system call and sealed by a checksum: a kill at any byte costs at most the line being written, which no
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

from pydantic import JsonValue

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


class Store:
    """Answers by request key. Reads all segments of `folder` when opened; writes to a segment of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._places: dict[str, tuple[Path, int, int]] = {}
        self._writer: int | None = None
        self.torn = 0
        self.cost_usd = 0.0
        for segment in sorted(folder.glob("*.jsonl")):
            self._index(segment)

    def _index(self, segment: Path) -> None:
        offset = 0
        with segment.open("rb") as lines:
            for line in lines:
                answer = unseal(line)
                if answer is None:
                    self.torn += 1
                else:
                    self._remember(answer, (segment, offset, len(line)))
                offset += len(line)

    def _remember(self, answer: Answer, place: tuple[Path, int, int]) -> None:
        if answer.key not in self._places:
            self._places[answer.key] = place
            self.cost_usd += answer.cost_usd

    def __contains__(self, key: str) -> bool:
        return key in self._places

    def __len__(self) -> int:
        return len(self._places)

    def get(self, key: str) -> Answer | None:
        """The answer to a request, or None."""
        if key not in self._places:
            return None
        segment, offset, length = self._places[key]
        with segment.open("rb") as lines:
            lines.seek(offset)
            return unseal(lines.read(length))

    def put(self, answer: Answer) -> None:
        """Keep an answer: on return it is with the operating system, safe from any kill of this process."""
        if self._writer is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._segment = self._folder / f"{uuid.uuid4().hex}.jsonl"
            self._writer = os.open(self._segment, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
            self._end = 0
        line = _seal(answer)
        os.write(self._writer, line)
        self._remember(answer, (self._segment, self._end, len(line)))
        self._end += len(line)

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

    def pack(self, path: Path) -> None:
        """Write all answers to one compressed file, sorted by key: the form to version and to share."""
        with (
            replacing(path) as temporary,
            temporary.open("wb") as raw,
            gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed,
        ):
            for answer in self.answers():
                packed.write(_seal(answer))

    def unpack(self, path: Path) -> int:
        """Take over the answers of a packed file that are not here yet; how many those were."""
        before = len(self)
        try:
            with gzip.open(path, "rb") as lines:
                for number, line in enumerate(lines, 1):
                    answer = unseal(line)
                    if answer is None:
                        raise MuseError("a damaged answer", where=f"{path}:{number}", remedy="fetch the file again")
                    if answer.key not in self:
                        self.put(answer)
        except (OSError, EOFError, zlib.error) as error:
            raise MuseError(f"not a packed store: {error}", where=path, remedy="fetch the file again") from None
        return len(self) - before


def _seal(answer: Answer) -> bytes:
    body = json.dumps(
        answer.model_dump(mode="json"), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()
    return b"%08x " % zlib.crc32(body) + body + b"\n"


def unseal(line: bytes) -> Answer | None:
    """The answer in a line; None where the line is torn."""
    seal, _, body = line.rstrip(b"\n").partition(b" ")
    if not line.endswith(b"\n") or seal != b"%08x" % zlib.crc32(body):
        return None
    return Answer.model_validate_json(body)
