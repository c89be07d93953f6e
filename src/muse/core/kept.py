"""What a step has finished so far, kept so that a killed step goes on where it was."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Generic, Self, TypeVar

from pydantic import ValidationError

from muse.core.records import Record, Rejection

R = TypeVar("R", bound=Record)


class Kept(Generic[R]):
    """Finished records by id, in a file that grows by a line each; `with` deletes it when the step has ended well.

    The first line says what the records were made of (`made_of`: a digest of the step's settings, sources and inputs);
    those made of anything else are not taken. A line is written in one system call, so a kill costs at most the record
    being written: from a torn line on, the file is cut off.
    """

    def __init__(self, path: Path, made_of: str, record: type[R]) -> None:
        self.path, self._record = path, record
        self.done: dict[str, R | Rejection] = {}
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
        header = f"{made_of}\n".encode()
        with path.open("rb") as lines:
            whole = len(header) if lines.readline() == header else 0
            if whole:
                for line in lines:
                    if not self._take(line):
                        break
                    whole += len(line)
        os.ftruncate(self._file, whole)
        if not whole:
            os.write(self._file, header)

    def _take(self, line: bytes) -> bool:
        """Remember the record of a line; False where the line is torn."""
        if not line.endswith(b"\n"):
            return False
        try:
            record_id, kind, body = line.split(b"\t", 2)
            made = (Rejection if kind == b"rejected" else self._record).model_validate_json(body)
        except (ValueError, ValidationError):
            return False
        self.done[json.loads(record_id)] = made
        return True

    def add(self, record_id: str, made: R | Rejection) -> None:
        """Keep one more."""
        kind = "rejected" if isinstance(made, Rejection) else "made"
        os.write(self._file, f"{json.dumps(record_id)}\t{kind}\t{made.model_dump_json()}\n".encode())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        os.close(self._file)
        if failed is None:
            self.path.unlink()
