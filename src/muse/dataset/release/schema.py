"""JSON Schema of the release's rows: what the records ask for, in the shape that Parquet gives them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from datasets import Features, Image, List, Value

from muse.core.records import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PICTURE = {"description": "JPEG and file name, or the picture itself once decoded; null where it is missing"}
_TYPES = {"string": "string", "bool": "boolean", "int32": "integer", "int64": "integer", "float64": "number"}
_PAIRS = ("prompts", "models")  # open mappings of a provenance, lists of pairs in Parquet


def row_schema(config: str, version: str, features: Features, record: type[Record] | None) -> dict[str, Any]:
    """The schema of a config's rows: its record's, where one stands behind it, with the columns that differ."""
    head = {"$schema": DIALECT, "title": config, "version": version}
    if record is None:
        return {**head, **_shape(features)}
    schema = record.model_json_schema()
    own = schema["properties"]
    for column, kind in features.items():
        if column not in own or isinstance(kind, Image):
            own[column] = _shape(kind)
    provenance = schema.get("$defs", {}).get("Provenance", {"properties": {}})["properties"]
    for name in _PAIRS:
        if name in provenance:
            pairs = _shape(features["provenance"][name])
            provenance[name] = {"description": provenance[name]["description"], **pairs}
    return {**schema, **head, "required": list(features)}


def _shape(kind: Any) -> dict[str, Any]:
    """The schema of a column that is never null, from its type alone."""
    if isinstance(kind, Image):
        return PICTURE
    if isinstance(kind, List):
        return {"type": "array", "items": _shape(kind.feature)}
    if isinstance(kind, Value):
        return {"type": _TYPES[kind.dtype]}
    if isinstance(kind, Mapping):
        fields = {name: _shape(inner) for name, inner in kind.items()}
        return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
    raise TypeError(f"no schema for {kind!r}")
