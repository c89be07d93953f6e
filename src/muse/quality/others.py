"""Dialogues of other datasets, to compare with: published ones in their own format, imported ones in ours."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from muse.core.errors import MuseError
from muse.core.files import read_jsonl
from muse.core.records import Conversation
from muse.quality.dialogues import Dialogue, Utterance, released_as

INSPIRED = "INSPIRED"
_SPEAKERS = {"SEEKER": "user", "RECOMMENDER": "assistant"}
_COLUMNS = {"dialog_id", "speaker", "text"}


def read_all(paths: Mapping[str, Path]) -> tuple[list[Dialogue], dict[str, str]]:
    """The dialogues of all that are at hand, and by name why the others are not."""
    found: list[Dialogue] = []
    absent: dict[str, str] = {}
    for name, path in paths.items():
        if not path.exists():
            absent[name] = f"not available here: no file {path.name}"
        elif path.suffix == ".tsv":
            found += read_inspired(path, name)
        else:
            found += [released_as(record, name) for record in read_jsonl(path, Conversation)]
    return found, absent


def read_inspired(path: Path, name: str = INSPIRED) -> list[Dialogue]:
    """Human-human film recommendation dialogues (Hayati et al. 2020): a TSV with a row an utterance, in order."""
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines, delimiter="\t"))
    except (csv.Error, UnicodeDecodeError) as error:
        raise MuseError(
            f"not a TSV table: {error}", where=path, remedy="give INSPIRED's train, dev or test.tsv"
        ) from None
    if not rows or not set(rows[0]) >= _COLUMNS:
        raise MuseError(
            f"no rows with the columns {', '.join(sorted(_COLUMNS))}",
            where=path,
            remedy="give INSPIRED's train, dev or test.tsv",
        )
    dialogues: dict[str, list[Utterance]] = {}
    for row in rows:
        speaker = _SPEAKERS.get(row["speaker"], row["speaker"])
        dialogues.setdefault(row["dialog_id"], []).append(Utterance(speaker, row["text"] or ""))
    return [
        Dialogue(dialogue_id, name, "human", "all", "", tuple(utterances))
        for dialogue_id, utterances in dialogues.items()
    ]
