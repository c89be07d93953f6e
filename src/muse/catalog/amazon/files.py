"""Product records as a stream: JSON lines, gzipped or not, and Parquet, one file or a folder of them; or the hub."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from muse.catalog.amazon.records import Product, Row, row
from muse.catalog.settings import HubSettings
from muse.core.errors import MuseError, RecordRejected

SUFFIXES = (".jsonl", ".jsonl.gz", ".parquet")
BUFFER_BYTES = 1 << 20
MAX_LINE_BYTES = 8 << 20
ROWS_A_BATCH = 2048


@dataclass(frozen=True)
class Problem:
    """What could not be read: a line, or the rest of a file."""

    reason: str
    where: str
    detail: str


def files(path: Path) -> list[Path]:
    """The file, or the folder's files of a known kind by name. MuseError where there is none."""
    found = sorted(file for file in path.iterdir() if file.name.endswith(SUFFIXES)) if path.is_dir() else [path]
    if not found or not found[0].is_file() or not found[0].name.endswith(SUFFIXES):
        raise MuseError(
            f"no {', '.join(SUFFIXES)} file", where=path, remedy="set catalog.amazon.path, or null for the hub"
        )
    return found


def stream(path: Path) -> Iterator[Row | Problem]:
    """All records of a file in order; memory does not grow with the file."""
    if path.stat().st_size == 0:
        yield Problem("empty-file", str(path), "no bytes")
    elif path.suffix == ".parquet":
        yield from _parquet(path)
    else:
        yield from _lines(path)


def _lines(path: Path) -> Iterator[Row | Problem]:
    number = 0
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb", buffering=BUFFER_BYTES) as lines:
            while line := lines.readline(MAX_LINE_BYTES):
                number += 1
                try:
                    yield row(line)
                except RecordRejected as verdict:
                    if not line.isspace():
                        yield Problem(verdict.reason, f"{path}:{number}", verdict.message)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield Problem("truncated-file", str(path), f"after line {number}: {error}")


def _parquet(path: Path) -> Iterator[Row | Problem]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        with pq.ParquetFile(path) as table:
            wanted = [name for name in table.schema_arrow.names if name in Product.__struct_fields__]
            for batch in table.iter_batches(ROWS_A_BATCH, columns=wanted):
                for values in batch.to_pylist():
                    number += 1
                    try:
                        yield row(values)
                    except RecordRejected as verdict:
                        yield Problem(verdict.reason, f"{path}: row {number}", verdict.message)
    except (pa.ArrowException, OSError) as error:
        yield Problem("truncated-file", str(path), f"after row {number}: {error}")


def hub(settings: HubSettings) -> Iterator[Row | Problem]:
    """All records of a `datasets` data set, streamed from the hub (or from a folder of that layout)."""
    import datasets

    try:
        rows = datasets.load_dataset(settings.dataset, settings.subset, split=settings.split, streaming=True)
        yield from (_row(values, number) for number, values in enumerate(rows, 1))
    except (OSError, ValueError, datasets.exceptions.DatasetsError) as error:
        raise MuseError(
            f"cannot be read: {error}",
            where=f"{settings.dataset}/{settings.subset}",
            remedy="check the network, or give a downloaded file in catalog.amazon.path",
        ) from None


def _row(values: dict[str, object], number: int) -> Row | Problem:
    try:
        return row(values)
    except RecordRejected as verdict:
        return Problem(verdict.reason, f"row {number}", verdict.message)
