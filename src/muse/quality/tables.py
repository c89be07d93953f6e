"""CSV files of records: a header, then one row a record."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel

from muse.core import escape
from muse.core.files import write_text


def write_csv(path: Path, record: type[BaseModel], rows: Iterable[BaseModel]) -> None:
    """Rows in the order given; text cells are escaped for spreadsheets, None is an empty cell."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(record.model_fields)
    for row in rows:
        writer.writerow([_cell(value) for value in row.model_dump(mode="json").values()])
    write_text(path, text.getvalue())


def _cell(value: object) -> object:
    if isinstance(value, str):
        return escape.csv_cell(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value
