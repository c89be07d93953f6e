"""The release's Croissant description (croissant 1.0 with responsible-AI fields): files, columns, how it was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from datasets import Features, Image, List, Value

from muse.core.files import sha256_file
from muse.dataset.release.parquet import Table

# The vocabulary of Croissant 1.0 as its specification lists it.
_CR = ("citeAs", "column", "equivalentProperty", "extract", "field", "fileProperty", "fileObject", "fileSet", "format",
       "includes", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex",
       "repeated", "replace", "samplingRate", "separator", "source", "subField", "transform")  # fmt: skip
CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "sc": "https://schema.org/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    **{name: f"cr:{name}" for name in _CR},
}
_TYPES = {
    "string": "sc:Text",
    "bool": "sc:Boolean",
    "int32": "sc:Integer",
    "int64": "sc:Integer",
    "float64": "sc:Float",
}


def croissant(
    folder: Path, tables: Sequence[Table], features: Mapping[str, Features], about: Mapping[str, Any]
) -> dict[str, Any]:
    """The description of a written release. `about` holds the dataset's own fields and the `rai:` ones."""
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": ["http://mlcommons.org/croissant/1.0", "http://mlcommons.org/croissant/RAI/1.0"],
        **about,
        "distribution": [_file(folder, table) for table in tables],
        "recordSet": [_record_set(table, features[table.config]) for table in tables],
    }


def _file(folder: Path, table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": table.path,
        "name": table.path,
        "description": f"{table.rows} rows of {table.config}, {table.split}.",
        "contentUrl": table.path,
        "contentSize": f"{table.size_bytes} B",
        "encodingFormat": "application/x-parquet",
        "sha256": sha256_file(folder / table.path),
    }


def _record_set(table: Table, features: Features) -> dict[str, Any]:
    name = f"{table.config}/{table.split}"
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": f"The {table.split} rows of {table.config}.",
        "field": [_field(f"{name}/{column}", column, kind, table.path) for column, kind in features.items()],
    }


def _field(name: str, column: str, kind: Any, file: str) -> dict[str, Any]:
    """A column; a struct, or a list of structs, has a sub-field for each value within."""
    inner = kind.feature if isinstance(kind, List) else kind
    field: dict[str, Any] = {"@type": "cr:Field", "@id": name, "name": name, "description": f"Column {column}."}
    if isinstance(kind, List):
        field["repeated"] = True
    source = {"fileObject": {"@id": file}, "extract": {"column": column}}
    if isinstance(inner, Image):
        return {**field, "dataType": "sc:ImageObject", "source": {**source, "transform": {"jsonPath": "bytes"}}}
    if isinstance(inner, Value):
        return {**field, "dataType": _TYPES[inner.dtype], "source": source}
    leaves = [
        {
            "@type": "cr:Field",
            "@id": f"{name}/{path}",
            "name": f"{name}/{path}",
            "description": f"{path} within {column}.",
            "dataType": _TYPES[dtype],
            "source": {**source, "transform": {"jsonPath": path}},
        }
        for path, dtype in _leaves(inner)
    ]
    return {**field, "subField": leaves}


def _leaves(struct: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(path, type) of the values in a struct and the structs within; lists of structs are left out."""
    for name, kind in struct.items():
        if isinstance(kind, Mapping):
            yield from ((f"{name}.{path}", dtype) for path, dtype in _leaves(kind))
            continue
        inner = kind.feature if isinstance(kind, List) else kind
        if isinstance(inner, Value):
            yield name, inner.dtype
