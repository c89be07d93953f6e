"""Dialogues of other datasets, to compare with: published ones in their own format, imported ones in ours."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from muse.core.errors import MuseError
from muse.core.files import read_jsonl
from muse.core.records import Conversation
from muse.dataset import readers
from muse.quality.dialogues import Dialogue, Utterance, released_as

# Who wrote the published ones: people, but for PEARL, whose two sides are models.
_WRITERS = {"PEARL": "published/PEARL's simulators"}


def read_all(paths: Mapping[str, Path]) -> tuple[list[Dialogue], dict[str, str]]:
    """The dialogues of all that are at hand, and by name why the others are not.

    A name of `dataset.readers` (INSPIRED, ReDial, MMConv, PEARL) is read from that dataset's original file, any other
    as JSON lines of our conversations.
    """
    found: list[Dialogue] = []
    absent: dict[str, str] = {}
    for name, path in paths.items():
        if not path.exists():
            absent[name] = f"not available here: no file {path.name}"
            continue
        if name in readers.READERS:
            read = [_published(dialogue, name) for dialogue in readers.READERS[name](path)]
        else:
            read = [released_as(record, name) for record in read_jsonl(path, Conversation)]
        if not read:
            raise MuseError("no dialogues in it", where=path, remedy=f"give a file of {name} in quality.compare")
        found += [dialogue for dialogue in read if dialogue.utterances]
    return found, absent


def _published(dialogue: readers.Dialogue, name: str) -> Dialogue:
    utterances = (Utterance(line.speaker, line.text, line.items, line.images) for line in dialogue.utterances)
    return Dialogue(dialogue.dialogue_id, name, _WRITERS.get(name, "human"), "all", "", tuple(utterances))
