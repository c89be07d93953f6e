"""References of the claims: one value in the configuration, in a JSON file or in a CSV file of the results."""

from __future__ import annotations

import csv
import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from muse.core.errors import MuseError
from muse.core.files import read_json

Value = bool | int | float | str


def look_up(reference: str, config: Mapping[str, Any], root: Path) -> Value:
    """The value that a reference names.

    `config#profiles.count` is a key of the configuration and `config#digest` the digest of what decides the dataset;
    `results/x.json#a.b.0` a field, list items by index or as `a.system=A,dimension=b.c` by what they hold;
    `results/x.csv#model=qwen2vl,variant=tuned/recall_at_1` the column of the one row that matches. `{scale}` in a
    file's name is the run's.
    """
    file, _, field = reference.replace("{scale}", config["scale"]).partition("#")
    if file == "config":
        value: Any = configuration_digest(config) if field == "digest" else _walk(config, field, reference)
    elif file.endswith(".csv"):
        value = _cell(root / file, field)
    else:
        value = _walk(read_json(root / file), field, reference)
    if value is None:
        return UNDEFINED
    if not isinstance(value, bool | int | float | str):
        raise MuseError(f"{reference} is {type(value).__name__}, not one value", remedy="name a field inside it")
    return value


UNDEFINED = "undefined"  # what a run is too small for, as an interval over one block: no comparison holds with text

_DECIDING = ("seed", "catalog", "description", "index", "profiles", "dialogue", "optimizer", "dataset")


def configuration_digest(config: Mapping[str, Any]) -> str:
    """SHA-256 of what decides the dataset's bytes: its sections of the configuration, and the models of the roles."""
    deciding = {name: config[name] for name in _DECIDING} | {"roles": config["llm"]["roles"]}
    return hashlib.sha256(json.dumps(deciding, sort_keys=True).encode()).hexdigest()


def _walk(value: Any, field: str, reference: str) -> Any:
    for part in field.split("."):
        try:
            value = _item(value, part) if isinstance(value, list) else value[part]
        except (KeyError, IndexError, ValueError, TypeError):
            raise MuseError(f"no field {part!r}", where=reference, remedy="correct config/claims.yaml") from None
    return value


def _item(values: Sequence[Any], part: str) -> Any:
    """The item at a place, or the one that holds what `part` says: key=text, several with commas between."""
    if "=" not in part:
        return values[int(part)]
    wanted = dict(pair.split("=", 1) for pair in part.split(","))
    (found,) = [value for value in values if all(str(value[key]) == text for key, text in wanted.items())]
    return found


def _cell(path: Path, field: str) -> Value:
    conditions, _, column = field.rpartition("/")
    wanted = dict(pair.split("=", 1) for pair in conditions.split(","))
    with path.open(newline="", encoding="utf-8") as rows:
        matches = [row for row in csv.DictReader(rows) if all(row.get(k) == v for k, v in wanted.items())]
    if len(matches) != 1 or column not in matches[0]:
        raise MuseError(f"{len(matches)} rows match {field!r}", where=path, remedy="correct config/claims.yaml")
    text = matches[0][column]
    value = number(text)
    return text if math.isnan(value) else value


def number(value: Value) -> float:
    """A value as a number; text that is none is NaN, with which no comparison holds."""
    try:
        return float(value)
    except ValueError:
        return math.nan
