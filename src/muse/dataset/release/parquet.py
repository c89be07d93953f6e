"""Parquet files that `datasets` reads with their types: same rows, same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from datasets import Features

ROWS_PER_GROUP = 100  # a streaming reader holds one group of rows, pictures included, in memory


@dataclass(frozen=True)
class Table:
    """One Parquet file of the release: a config's split. `path` is relative to the release's folder."""

    config: str
    split: str
    path: str
    rows: int
    size_bytes: int


def write(folder: Path, config: str, split: str, features: Features, rows: Iterable[Mapping[str, Any]]) -> Table:
    """Write `<config>/<split>.parquet`, a group of rows at a time."""
    path = folder / config / f"{split}.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    schema = features.arrow_schema
    written, left = 0, iter(rows)
    with pq.ParquetWriter(path, schema, compression="zstd") as file:
        while group := list(islice(left, ROWS_PER_GROUP)):
            file.write_table(pa.Table.from_pylist(group, schema=schema))
            written += len(group)
    return Table(config, split, path.relative_to(folder).as_posix(), written, path.stat().st_size)
