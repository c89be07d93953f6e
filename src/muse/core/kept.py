"""What a step has finished so far, kept so that a killed step goes on where it was."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Generic, Self, TypeVar

from pydantic import ValidationError

from muse.core.records import Record, Rejection

R = TypeVar("R", bound=Record)
Answers = Counter[tuple[str, str, str]]
"""What records used of models' answers, by role, kind and name: see muse.llm.usage."""


class Kept(Generic[R]):
    """Finished records by id, in a file that grows by a line each; `with` deletes it when the step has ended well.

    The first line says what the records were made of (`made_of`: a digest of the step's settings, sources and inputs);
    those made of anything else are not taken. A line is written in one system call, so a kill costs at most the record
    being written: from a torn line on, the file is cut off.
    """

    def __init__(self, path: Path, made_of: str, record: type[R]) -> None:
        self.path, self._record = path, record
        self.done: dict[str, R | Rejection] = {}
        self.answers: Answers = Counter()
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
            head, body = line.split(b"\t", 1)
            record_id, kind, answers = json.loads(head)
            made = (Rejection if kind == "rejected" else self._record).model_validate_json(body)
        except (ValueError, TypeError, ValidationError):
            return False
        self.done[record_id] = made
        self.answers.update({(role, counter, name): count for role, counter, name, count in answers})
        return True

    def add(self, record_id: str, made: R | Rejection, answers: Answers) -> None:
        """Keep one more, and what it used."""
        kind = "rejected" if isinstance(made, Rejection) else "made"
        head = json.dumps([record_id, kind, [[*key, count] for key, count in answers.items()]])
        os.write(self._file, f"{head}\t{made.model_dump_json()}\n".encode())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        os.close(self._file)
        if failed is None:
            self.path.unlink(missing_ok=True)
