"""The release's folder: tables, card, datasheet, licences, schemas, Croissant description."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from datasets import Features
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from muse.core.records import Conversation, Item, Profile, Record, Split
from muse.dataset.release import about
from muse.dataset.release.croissant import croissant
from muse.dataset.release.features import (
    CONVERSATIONS,
    ITEMS,
    PROFILES,
    TASK,
    Pictures,
    conversation_row,
    item_row,
    profile_row,
)
from muse.dataset.release.parquet import Table, write
from muse.dataset.release.schema import row_schema
from muse.dataset.settings import ReleaseSettings
from muse.dataset.splits import SPLITS

HERE = Path(__file__).parent
DOCUMENTS = {"README.md": "card.jinja", "DATASHEET.md": "datasheet.jinja", "LICENCES.md": "licences.jinja"}
# The record behind a config's rows; the tasks' is that of fine-tuning, which this package does not know.
RECORDS: dict[str, type[Record]] = {"conversations": Conversation, "items": Item, "profiles": Profile}
COUNTS = ("conversations", "utterances", "tokens", "vocabulary")

_JINJA = Environment(
    loader=FileSystemLoader(HERE),
    autoescape=False,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


@dataclass(frozen=True)
class Material:
    """What is published. `tasks` maps a fine-tuning task to the rows of each split."""

    splits: Mapping[Split, Sequence[Conversation]]
    catalog: Sequence[Item]
    profiles: Sequence[Profile]
    images: Path
    statistics: Mapping[str, Any]
    leakage: Mapping[str, Any]
    tasks: Mapping[str, Mapping[str, Sequence[Mapping[str, Any]]]] = field(default_factory=dict)


def publish(folder: Path, material: Material, settings: ReleaseSettings) -> set[str]:
    """Write the whole release into `folder`; the ids of items whose pictures are missing."""
    pictures = Pictures({item.item_id: item for item in material.catalog}, material.images)
    written: list[Table] = []
    features: dict[str, Features] = {}
    for config, split, columns, rows in _parts(material, pictures):
        written.append(write(folder, config, split, columns, rows))
        features[config] = columns
    facts = _facts(material, settings, written, len(pictures.missing))
    for name, template in DOCUMENTS.items():
        (folder / name).write_text(_JINJA.get_template(template).render(facts), encoding="utf-8")
    _write_json(folder / "croissant.json", croissant(folder, written, features, about.croissant_fields(facts)))
    for config, columns in features.items():
        schema = row_schema(config, settings.version, columns, RECORDS.get(config))
        _write_json(folder / "schema" / f"{config}.schema.json", schema)
    return pictures.missing


def _parts(material: Material, pictures: Pictures) -> Iterator[tuple[str, str, Features, Iterable[Mapping[str, Any]]]]:
    """(config, split, columns, rows) of every table."""
    for name in SPLITS:
        yield "conversations", name, CONVERSATIONS, (conversation_row(each, pictures) for each in material.splits[name])
    yield "items", "full", ITEMS, (item_row(item, pictures) for item in material.catalog)
    yield "profiles", "full", PROFILES, (profile_row(profile) for profile in material.profiles)
    for task, splits in sorted(material.tasks.items()):
        for name in SPLITS:
            yield f"task-{task}", name, TASK, splits[name]


def _facts(material: Material, settings: ReleaseSettings, tables: Sequence[Table], missing: int) -> dict[str, Any]:
    counts = material.statistics
    columns = [counts["all"], *(counts["splits"][name] for name in SPLITS)]
    configs: dict[str, list[Table]] = {}
    for table in tables:
        configs.setdefault(table.config, []).append(table)
    sources = {item.source: about.ORIGINS[item.source] for item in material.catalog}
    imported = "import" in sources
    return {
        "name": settings.name,
        "version": settings.version,
        "licence": settings.licence,
        "texts_licence": "as the imported release says" if imported else settings.licence,
        "restricted": bool(sources.keys() & about.RESTRICTED),
        "citation": about.CITATION,
        "date_published": settings.date_published,
        "all": counts["all"],
        "splits": counts["splits"],
        "catalog": counts["catalog"],
        "reached": counts["all"]["reached"],
        "scripted": counts["scripted"],
        "writers": sorted(counts["writers"]),
        "counts": [(label, [column[label] for column in columns]) for label in COUNTS],
        "configs": configs,
        "size_bytes": sum(table.size_bytes for table in tables),
        "tasks": [config for config in configs if config.startswith("task-")],
        "size_category": _size_category(counts["all"]["conversations"]),
        "leakage": material.leakage,
        "sources": sources,
        "imported": imported,
        "missing_pictures": missing,
    }


def _size_category(rows: int) -> str:
    """The size class of the Hugging Face hub."""
    limits = {"n<1K": 1_000, "1K<n<10K": 10_000, "10K<n<100K": 100_000}
    return next((name for name, limit in limits.items() if rows < limit), "100K<n<1M")


def _write_json(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
