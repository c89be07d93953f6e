"""One conversation of the authors' release as our record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from muse.core.errors import RecordRejected
from muse.core.files import first_problem
from muse.core.records import Action, Conversation, Item, Opening, Profile, Provenance, Reached, Reason, Speaker, Turn
from muse.dataset.authors import fields
from muse.dataset.authors.fields import Notes

SPEAKERS: dict[str, Speaker] = {
    "assistant": "assistant",
    "system": "assistant",
    "recommender": "assistant",
    "user": "user",
    "seeker": "user",
}
ACTIONS: tuple[Action, ...] = ("chit-chat", "recommend", "reject", "accept")
UNKNOWN_REASON = Reason(group="unknown", text="")


@dataclass(frozen=True)
class Context:
    """What the other files of the release say: scenarios by text, categories and items by id, who wrote what."""

    folder: Path
    scenarios: Mapping[str, Mapping[str, Any]]
    categories: Mapping[str, str]
    provenance: Mapping[str, Any]
    items: dict[str, Item]
    notes: Notes


def conversation(number: int, path: Path, context: Context) -> Conversation:
    """The conversation in a file of `detail_convs`. RecordRejected, with file and field, where it is none."""
    value, notes, where = fields.read(path), context.notes, str(path)
    utterances = fields.take(value, "Conversations", list, where)
    if not utterances:
        raise RecordRejected("no-utterances", f"{where}: field 'Conversations' is empty")
    turns = tuple(_turn(each, f"{where}: Conversations[{at}]", at, notes) for at, each in enumerate(utterances))
    target_value = fields.take(value, "Target_item", (int, str, dict), where)
    target = fields.identity(target_value, f"{where}: Target_item")
    if isinstance(target_value, dict) and "title" in target_value:
        context.items.setdefault(target, fields.product(target_value, f"{where}: Target_item"))
    scenario = value.get("Scenario")
    if not isinstance(scenario, str):
        notes.add("Scenario", "scenario-missing", f"{scenario!r} is read as none")
        scenario = ""
    known = context.scenarios.get(scenario, {})
    described = context.items.get(target)
    category = described.category if described else context.categories.get(target, fields.ROOT_CATEGORY)
    record = context.provenance.get(path.stem)
    provenance = _provenance(record, context.folder, notes)
    return Conversation(
        conversation_id=f"c{number:06d}",
        profile=Profile(
            profile_id=f"p{number:06d}",
            persona=fields.persona(value.get("Persona"), notes),
            reason=UNKNOWN_REASON,
            scenario=scenario,
            requirements=fields.requirements(known.get("requirements")),
            target_item=target,
            category=category,
            provenance=provenance,
        ),
        opening=_opening(turns),
        reached=_reached(turns, target, record),
        turns=turns,
        review=None,
        provenance=provenance,
    )


def _turn(value: Any, where: str, at: int, notes: Notes) -> Turn:
    if not isinstance(value, dict):
        raise RecordRejected("not-an-object", f"{where}: expected an utterance, found {type(value).__name__}")
    speakers = [name for name in value if name.lower() in SPEAKERS]
    if len(speakers) != 1:
        raise RecordRejected(
            "unknown-speaker", f"{where}: expected one of the fields 'User', 'Assistant', found {sorted(value)}"
        )
    text = fields.take(value, speakers[0], str, where)
    items = tuple(fields.identity(each, f"{where}.Mentioned_item") for each in _list(value, "Mentioned_item", where))
    images = tuple(fields.image_id(each, f"{where}.Image") for each in _list(value, "Image", where))
    speaker = SPEAKERS[speakers[0].lower()]
    return Turn(
        speaker=speaker,
        action=_action(value.get("Action"), speaker, items or images, at, notes),
        text=text,
        items=items,
        images=images,
        query=None,
        original_text=None,
    )


def _action(value: Any, speaker: str, items: tuple[str, ...], at: int, notes: Notes) -> Action:
    for known in ACTIONS:
        if isinstance(value, str) and value.strip().lower().replace("_", "-") in {known, known.replace("-", "")}:
            return known
    assumed: Action = "recommend" if speaker == "assistant" and items else "chit-chat"
    reason = "action-missing" if value is None else "action-unknown"
    notes.add(f"Conversations[{at}].Action", reason, f"{value!r} is read as {assumed}")
    return assumed


def _list(value: Mapping[str, Any], name: str, where: str) -> list[Any]:
    """A list; a missing one is empty, as in the authors' first rounds, and a lone value is a list of one."""
    held = value.get(name)
    if held is None:
        return []
    if isinstance(held, list):
        return held
    if isinstance(held, int | str) and not isinstance(held, bool):
        return [held]
    raise RecordRejected("wrong-type", f"{where}: field {name!r} is {type(held).__name__}")


def _opening(turns: tuple[Turn, ...]) -> Opening:
    """Multimodal where the user shows a picture before anything is recommended."""
    for turn in turns:
        if turn.action == "recommend":
            return "text"
        if turn.speaker == "user" and turn.images:
            return "multimodal"
    return "text"


def _reached(turns: tuple[Turn, ...], target: str, record: Any) -> Reached:
    """As `provenance.json` says; without it, whether the target was recommended: by search or not is then unknown."""
    if isinstance(record, dict) and record.get("reached") in {"retrieved", "revealed", "not reached", "unknown"}:
        known: Reached = record["reached"]
        return known
    shown = any(turn.action == "recommend" and target in (*turn.items, *turn.images) for turn in turns)
    return "unknown" if shown else "not reached"


def _provenance(record: Any, folder: Path, notes: Notes) -> Provenance:
    """Who wrote it, where the release says; the authors' own does not."""
    if isinstance(record, dict):
        try:
            return Provenance.model_validate({name: record.get(name) for name in Provenance.model_fields})
        except ValidationError as error:
            notes.add("provenance.json", "provenance-not-understood", first_problem(error))
    return Provenance(writer=f"import/{folder.name}", scripted=False, seed=0, prompts={})
