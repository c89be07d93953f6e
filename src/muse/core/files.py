"""Reading and writing. Every write is atomic: a kill leaves the old file or the new one, never half of it."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from muse.core.errors import MuseError

R = TypeVar("R", bound=BaseModel)

_TEMPORARY = re.compile(r"\..+\.\d+\.tmp")  # as `replacing` names them

_REMEDIES = {
    errno.ENOSPC: "free some space on its disk",
    errno.EDQUOT: "free some of your quota on its disk",
    errno.EROFS: "its disk is mounted read-only: remount it, or work in another folder",
    errno.EACCES: "give yourself the right to write there",
    errno.EPERM: "give yourself the right to write there",
}


def read_jsonl(path: Path, record: type[R]) -> list[R]:
    """All records of a JSON-lines file; a line that does not fit is an error with its number."""
    return list(stream_jsonl(path, record))


def stream_jsonl(path: Path, record: type[R]) -> Iterator[R]:
    """The records of a JSON-lines file, one at a time."""
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield record.model_validate_json(line)
                except ValidationError as error:
                    raise MuseError(
                        f"not a {record.__name__}: {first_problem(error)}",
                        where=f"{path}:{number}",
                        remedy="delete the file and run its rule again, or correct the line",
                    ) from None
    except FileNotFoundError:
        raise MuseError("no such file", where=path, remedy="run the rule that makes it") from None


def first_problem(error: ValidationError) -> str:
    """The first thing Pydantic found wrong, as `field.sub: what`."""
    problem = error.errors()[0]
    field = ".".join(str(part) for part in problem["loc"]) or "the record"
    return f"{field}: {problem['msg']}"


def write_jsonl(path: Path, records: Iterable[BaseModel]) -> None:
    """One record a line, as compact JSON."""
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as lines:
        for record in records:
            lines.write(record.model_dump_json() + "\n")


def read_json(path: Path) -> Any:
    """The value in a JSON file; a missing or broken file is an error that names it."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise MuseError("no such file", where=path, remedy="run the rule that makes it") from None
    except ValueError as error:
        raise MuseError(f"not JSON: {error}", where=path, remedy="delete it and run its rule again") from None


def write_json(path: Path, value: Any) -> None:
    """Indented JSON with sorted keys; NaN is refused, since JSON has none."""
    write_text(path, json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False, allow_nan=False) + "\n")


def write_text(path: Path, text: str) -> None:
    """UTF-8 text with line feeds as they are."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, data: bytes) -> None:
    """The bytes, atomically."""
    with replacing(path) as temporary:
        temporary.write_bytes(data)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary path beside `path` that takes its place when the block ends without an error.

    Works for a file or a folder; missing parents are made; after an error nothing is left behind. A full or read-only
    disk is a MuseError that names the file and what to do.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        remove(temporary)
        yield temporary
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        temporary.replace(path)
    except OSError as error:
        if error.errno not in _REMEDIES:
            raise
        remedy = f"{_REMEDIES[error.errno]}, then run the same command again"
        raise MuseError(f"cannot be written: {error.strerror}", where=path, remedy=remedy) from None
    finally:
        remove(temporary)


def temporaries(folder: Path) -> list[Path]:
    """What `replacing` has under way in `folder`, or had when its process was killed."""
    return sorted(path for path in folder.rglob(".*.tmp") if _TEMPORARY.fullmatch(path.name))


def remove(path: Path) -> None:
    """Delete a file or a folder; nothing to delete is no error."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif os.path.lexists(path):  # a read-only disk refuses even to delete what is not there
        path.unlink(missing_ok=True)


def sha256_file(path: Path) -> str:
    """Hex SHA-256 of a file's bytes."""
    with path.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def sha256_tree(path: Path) -> str:
    """Hex SHA-256 of a file, or of a folder's file names and contents in sorted order."""
    if path.is_file():
        return sha256_file(path)
    total = hashlib.sha256()
    for file in sorted(p for p in path.rglob("*") if p.is_file()):
        total.update(f"{file.relative_to(path).as_posix()}\0{sha256_file(file)}\n".encode())
    return total.hexdigest()
