"""The datasets that the paper compares with, read from their original files into one small record.

INSPIRED (Hayati et al. 2020) is TSV without quoting, a line for each utterance; ReDial (Li et al. 2018) JSON lines, a
dialogue each, films as `@<id>` in the text; MMConv (Liao et al. 2021) JSON, turns with a user's and an agent's side;
PEARL (Kim et al. 2024) JSON, `dialogue` as lines that begin with the speaker.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from muse.core.errors import MuseError
from muse.core.records import Conversation, Record, Speaker


class Utterance(Record):
    """Who said what, about which items, with which pictures (the dataset's own ids)."""

    speaker: Speaker
    text: str
    items: tuple[str, ...]
    images: tuple[str, ...]


class Dialogue(Record):
    """A dialogue of any dataset."""

    dialogue_id: str
    utterances: tuple[Utterance, ...]


def muse(conversation: Conversation) -> Dialogue:
    """One of our conversations as a dialogue."""
    turns = (
        Utterance(speaker=turn.speaker, text=turn.text, items=turn.items, images=turn.images)
        for turn in conversation.turns
    )
    return Dialogue(dialogue_id=conversation.conversation_id, utterances=tuple(turns))


def inspired(path: Path) -> Iterator[Dialogue]:
    """INSPIRED: the SEEKER is the user. A line's films stand in `movies`, separated by semicolons."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        _need(lines.fieldnames or (), ("dialog_id", "speaker", "text", "movies"), f"{path}:1")
        for name, group in groupby(lines, key=lambda line: line["dialog_id"]):
            utterances = (
                Utterance(
                    speaker=_speaker(line["speaker"], f"{path}: {name}, utterance {line['utt_id']}"),
                    text=line["text"],
                    items=_films(line["movies"] or ""),
                    images=(),
                )
                for line in group
            )
            yield Dialogue(dialogue_id=name, utterances=tuple(utterances))


def redial(path: Path) -> Iterator[Dialogue]:
    """ReDial: the worker who began is the user (the seeker)."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            where = f"{path}:{number}"
            record = _json(line, where)
            _need(record, ("conversationId", "messages", "initiatorWorkerId"), where)
            utterances = (
                Utterance(
                    speaker="user" if message["senderWorkerId"] == record["initiatorWorkerId"] else "assistant",
                    text=message["text"],
                    items=tuple(dict.fromkeys(re.findall(r"@(\d+)", message["text"]))),
                    images=(),
                )
                for message in record["messages"]
            )
            yield Dialogue(dialogue_id=str(record["conversationId"]), utterances=tuple(utterances))


def mmconv(path: Path) -> Iterator[Dialogue]:
    """MMConv: a turn is the agent's side, then the user's; a side without words and pictures is no utterance.

    Items are the venues that a side names (`venuename` in its labels).
    """
    dialogues = _json(path.read_text(encoding="utf-8"), str(path))
    entries = dialogues.items() if isinstance(dialogues, dict) else enumerate(dialogues)
    for key, record in entries:
        where = f"{path}: {key}"
        _need(record, ("dialogue",), where)
        utterances = []
        for turn in record["dialogue"]:
            for side, label in (("agent", "dialog_act"), ("user", "turn_label")):
                part = turn.get(side) or {}
                text, images = part.get("transcript") or "", tuple(map(str, part.get("imgs") or ()))
                if text.strip() or images:
                    venues = _venues(part.get(label) or {})
                    speaker: Speaker = "assistant" if side == "agent" else "user"
                    utterances.append(Utterance(speaker=speaker, text=text, items=venues, images=images))
        yield Dialogue(dialogue_id=str(record.get("id", key)), utterances=tuple(utterances))


def pearl(path: Path) -> Iterator[Dialogue]:
    """PEARL: `dialogue` is a list of lines `Seeker: ..` and `Recommender: ..`; no line says which item it is about."""
    text = path.read_text(encoding="utf-8")
    whole = text.lstrip().startswith("[")
    records = _json(text, str(path)) if whole else [_json(line, str(path)) for line in text.splitlines() if line]
    for number, record in enumerate(records):
        where = f"{path}: {number}"
        _need(record, ("dialogue",), where)
        utterances = []
        for line in record["dialogue"]:
            if line.strip():
                speaker, colon, said = line.partition(":")
                if not colon:
                    raise MuseError(f"a line without a speaker: {line[:60]!r}", where=where)
                spoken = Utterance(speaker=_speaker(speaker, where), text=said.strip(), items=(), images=())
                utterances.append(spoken)
        yield Dialogue(dialogue_id=str(record.get("dialogue_id", number)), utterances=tuple(utterances))


READERS: dict[str, Callable[[Path], Iterator[Dialogue]]] = {
    "INSPIRED": inspired,
    "ReDial": redial,
    "MMConv": mmconv,
    "PEARL": pearl,
}


def _films(cell: str) -> tuple[str, ...]:
    return tuple(film.strip() for film in cell.split(";") if film.strip())


def _venues(labels: dict[str, Any]) -> tuple[str, ...]:
    pairs = (re.split(r"\s*[:：]\s*", slot, maxsplit=1) for slot in labels)
    return tuple(dict.fromkeys(pair[1] for pair in pairs if len(pair) == 2 and pair[0].lower() == "venuename"))


def _speaker(name: str, where: str) -> Speaker:
    known: dict[str, Speaker] = {"seeker": "user", "recommender": "assistant"}
    if name.strip().lower() not in known:
        raise MuseError(f"unknown speaker {name!r}", where=where, remedy="expected SEEKER or RECOMMENDER")
    return known[name.strip().lower()]


def _json(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise MuseError(f"not JSON: {error}", where=where, remedy="download the original file again") from None


def _need(record: Any, names: tuple[str, ...], where: str) -> None:
    missing = [name for name in names if name not in record]
    if missing:
        raise MuseError(f"no field {missing[0]!r}", where=where, remedy="expected the dataset's original file")
