"""The dataset table: ours beside those that the paper compares with, computed where the files are present."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from muse.core.text import tokens
from muse.dataset.readers import READERS, Dialogue
from muse.dataset.statistics import summary

KIM = "Kim et al., Findings of ACL 2024, Table 3"
# Figures that others published, with their source. They are shown as published and never mixed with computed ones.
PUBLISHED: dict[str, dict[str, Any]] = {
    "MUSE": {"dialogues": 7000, "utterances": 83148, "source": "arXiv 2412.18416, abstract"},
    "INSPIRED": {
        "dialogues": 1001,
        "utterances": 35811,
        "source": KIM,
    },
    "ReDial": {"dialogues": 10006, "utterances": 182150, "source": KIM},
    "MMConv": {
        "dialogues": 5106,
        "utterances": None,
        "source": "Liao et al., SIGIR 2021: its splits",
    },
    "PEARL": {"dialogues": 57277, "utterances": 548061, "source": KIM},
}
ABSENT = "not available here"


def compare(
    ours: Iterable[Dialogue], name: str, scripted: bool, files: Mapping[str, str | None]
) -> list[dict[str, Any]]:
    """A row for our dataset and one for each reader; a dataset without a file is "not available here".

    `files` maps a reader's name to a path, or None. `scripted` says that the offline model wrote ours.
    """
    rows = [{**_row(name, "computed", describe(ours), None), "scripted": scripted, "published": None}]
    for other, reader in READERS.items():
        given = files[other.lower()]
        path = Path(given) if given else None
        if path is None or not path.is_file():
            rows.append(_row(other, ABSENT, None, None))
        else:
            rows.append(_row(other, "computed", describe(reader(path)), path.name))
    return [*rows, _row("MUSE", "published only", None, None)]


def describe(dialogues: Iterable[Dialogue]) -> dict[str, Any]:
    """Counts that are defined alike for every dataset; `tokens` are words and punctuation marks."""
    total = utterances = words = pictured = 0
    lengths: list[int] = []
    per_speaker = {"user": 0, "assistant": 0}
    vocabulary: set[str] = set()
    items: set[str] = set()
    images: set[str] = set()
    for dialogue in dialogues:
        total += 1
        lengths.append(len(dialogue.utterances))
        for utterance in dialogue.utterances:
            said = tokens(utterance.text)
            utterances += 1
            words += len(said)
            vocabulary.update(said)
            items.update(utterance.items)
            images.update(utterance.images)
            pictured += bool(utterance.images)
            per_speaker[utterance.speaker] += 1
    return {
        "dialogues": total,
        "utterances": utterances,
        "utterances_per_dialogue": summary(lengths),
        "utterances_by_speaker": per_speaker,
        "tokens": words,
        "tokens_per_utterance": round(words / utterances, 4) if utterances else None,
        "vocabulary": len(vocabulary),
        "items": len(items),
        "images": len(images),
        "utterances_with_image": pictured,
    }


def _row(name: str, status: str, counts: dict[str, Any] | None, file: str | None) -> dict[str, Any]:
    return {"dataset": name, "status": status, "file": file, "computed": counts, "published": PUBLISHED.get(name)}
