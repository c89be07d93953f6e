"""A unit as raters see it: lines with speakers and pictures, nothing that tells its system."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from muse.core.errors import MuseError
from muse.quality.dialogues import Dialogue
from muse.quality.study.plan import Unit
from muse.quality.study.texts import check_text

SPEAKERS = {"user": "User", "assistant": "Assistant"}


@dataclass(frozen=True)
class Line:
    """One utterance; `pictures` are data URLs."""

    speaker: str
    text: str
    pictures: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """A unit's content. `scenario` is empty where there's none."""

    unit: str
    scenario: str
    lines: tuple[Line, ...]


def shown(unit: Unit, dialogues: Mapping[tuple[str, str], Dialogue], pictures: Mapping[str, Path]) -> Shown:
    """What raters see of a unit. `dialogues` by (system, item), `pictures`: item ids to files."""
    if unit.expected is not None:
        return Shown(unit.unit, "", (Line("Note", check_text(unit.expected), ()),))
    dialogue = dialogues[unit.system, unit.item]
    lines = tuple(
        Line(
            SPEAKERS.get(utterance.speaker, utterance.speaker),
            utterance.text,
            tuple(data_url(pictures[item]) for item in utterance.images if item in pictures),
        )
        for utterance in dialogue.utterances
    )
    return Shown(unit.unit, dialogue.scenario, lines)


def data_url(path: Path) -> str:
    """A picture's bytes as a data URL, so that a form needs no other file."""
    try:
        data = base64.b64encode(path.read_bytes()).decode()
    except FileNotFoundError:
        raise MuseError("no such picture", where=path, remedy="run the rule that makes the catalog's images") from None
    return f"data:image/{'png' if path.suffix == '.png' else 'jpeg'};base64,{data}"
