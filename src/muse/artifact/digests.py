"""Digests of what a run leaves: the same configuration gives the same ones, whatever the cores, shards, folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from muse.core.errors import MuseError
from muse.core.files import sha256_file, sha256_tree

PARTS = {
    "items": "data/catalog/items.jsonl",
    "images": "data/catalog/images",
    "described": "data/catalog/described.jsonl",
    "index": "data/catalog/index",
    "profiles": "data/profiles.jsonl",
    "conversations": "data/conversations.jsonl",
    "splits": "data/splits",
    "examples": "data/finetune/examples",
    "release": "data/release",
    "models": "data/finetune/models",
    "statistics": "results/dataset",
    "quality": "results/quality",
    "finetune": "results/finetune",
    "usage": "results/llm/usage.json",
    "judge_usage": "results/llm/judge_usage.json",
    "rule_graph": "results/rule_graph",
    "site": "results/site",
    "figures": "results/figures",
    "tables": "results/tables",
    "claims": "results/claims.json",
    "paper": "results/paper.pdf",
}


def digests(root: Path, parts: Sequence[str]) -> dict[str, str]:
    """Hex SHA-256 of each part: of a file its bytes, of a folder the names and bytes of its files.

    MuseError where a part is not there.
    """
    return {part: sha256_tree(_present(root, part)) for part in parts}


def files(root: Path, parts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """SHA-256 and path below `root` of each file of the parts, in the order of the parts, then of the names."""
    for part in parts:
        place = _present(root, part)
        for file in sorted(path for path in (place.rglob("*") if place.is_dir() else [place]) if path.is_file()):
            yield sha256_file(file), file.relative_to(root).as_posix()


def made(root: Path) -> list[str]:
    """The parts that are there."""
    return [part for part, place in PARTS.items() if (root / place).exists()]


def _present(root: Path, part: str) -> Path:
    place = root / PARTS[part]
    if not place.exists():
        raise MuseError("not made yet", where=place, remedy="make reproduce SCALE=smoke, or run the rule that makes it")
    return place
