"""A release in the authors' format, read into our records: files missing, numbers with gaps, ids of any type."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from muse.core.errors import MuseError, RecordRejected
from muse.core.records import Conversation, Item, Rejection
from muse.dataset.authors import fields
from muse.dataset.authors.conversation import Context, conversation
from muse.dataset.authors.fields import Notes
from muse.dataset.names import portable

PICTURES = (".jpg", ".jpeg", ".png", ".webp")


@dataclass(frozen=True)
class Imported:
    """What was read. `rejected` files are no conversations; `notes` were read with an assumption, each said."""

    conversations: list[Conversation]
    items: list[Item]
    pictures: dict[str, Path]
    rejected: list[Rejection]
    notes: list[Rejection]


def read_release(folder: Path) -> Imported:
    """All conversations in `detail_convs`; `convs` alone has no target and no actions, so its files are reported only.

    MuseError where nothing could be read: it names the first file and field.
    """
    if not folder.is_dir():
        raise MuseError("no such folder", where=folder, remedy="set dataset.import_folder to the authors' release")
    notes, items, rejected = Notes(), dict[str, Item](), list[Rejection]()
    context = Context(folder, *_tables(folder, items, rejected), items, notes)
    conversations: list[Conversation] = []
    detailed, plain = _numbered(folder / "detail_convs"), _numbered(folder / "convs")
    for number, path in detailed.items():
        notes.file = path.relative_to(folder).as_posix()
        try:
            conversations.append(conversation(number, path, context))
        except RecordRejected as verdict:
            rejected.append(_rejection(notes.file, verdict))
    for number in sorted(plain.keys() - detailed.keys()):
        missing = RecordRejected("no-details", f"{plain[number]}: no file of this number in detail_convs")
        rejected.append(_rejection(plain[number].relative_to(folder).as_posix(), missing))
    if not conversations:
        why = rejected[0].detail if rejected else "there is no detail_convs/conv_<number>.json"
        raise MuseError(f"nothing to import: {why}", where=folder, remedy="correct the file or point elsewhere")
    _complete(conversations, context)
    pictures = {item_id: path for item_id in items for path in _pictures(folder, item_id)}
    return Imported(conversations, list(items.values()), pictures, rejected, notes.lines)


def _complete(conversations: list[Conversation], context: Context) -> None:
    """Add what is known of items that conversations name and no file describes."""
    for each in conversations:
        shown = (image for turn in each.turns for image in turn.images)
        for item_id in (each.profile.target_item, *each.mentioned_items, *shown):
            if item_id not in context.items:
                context.items[item_id] = fields.stub(item_id, context.categories.get(item_id))
                context.notes.file = each.conversation_id
                context.notes.add(f"item {item_id}", "item-unknown", "no file describes it: id and category only")


def _tables(
    folder: Path, items: dict[str, Item], rejected: list[Rejection]
) -> tuple[dict[str, Mapping[str, Any]], dict[str, str], dict[str, Any]]:
    for item_id, entry in _optional(folder / "item_profile.json", dict, rejected).items():
        where = f"item_profile.json[{item_id!r}]"
        try:
            fields.take({"item": entry}, "item", dict, where)
            items.setdefault(item_id, fields.product({**entry, "item_id": item_id}, where))
        except RecordRejected as verdict:
            rejected.append(_rejection(where, verdict))
    scenarios: dict[str, Mapping[str, Any]] = {}
    for place, entry in enumerate(_optional(folder / "user_scenarios.json", list, rejected)):
        where = f"user_scenarios.json[{place}]"
        try:
            scenarios[fields.take(entry, "scenario", str, where)] = entry
            if isinstance(entry.get("target_item"), dict) and "title" in entry["target_item"]:
                item = fields.product(entry["target_item"], f"{where}.target_item")
                items.setdefault(item.item_id, item)
        except RecordRejected as verdict:
            rejected.append(_rejection(where, verdict))
    categories = {
        str(item_id): category
        for category, members in _optional(folder / "category2items.json", dict, rejected).items()
        for item_id in (members if isinstance(members, list) else ())
    }
    return scenarios, categories, _optional(folder / "provenance.json", dict, rejected)


def _optional(path: Path, kind: type, rejected: list[Rejection]) -> Any:
    if not path.exists():
        return kind()
    try:
        value = fields.read(path)
        if not isinstance(value, kind):
            raise RecordRejected("wrong-type", f"{path}: expected a {kind.__name__}, found {type(value).__name__}")
    except RecordRejected as verdict:
        rejected.append(_rejection(path.name, verdict))
        return kind()
    return value


def _numbered(folder: Path) -> dict[int, Path]:
    """The files of a folder by the number in their names, ascending."""
    found: dict[int, Path] = {}
    for path in sorted(folder.glob("*.json")):
        digits = re.findall(r"\d+", path.stem)
        if not digits:
            raise MuseError("a conversation's file has no number", where=path, remedy="name it conv_<number>.json")
        number = int(digits[-1])
        if number in found:
            raise MuseError(f"number {number} is there twice: {found[number].name}", where=path, remedy="rename one")
        found[number] = path
    return dict(sorted(found.items()))


def _pictures(folder: Path, item_id: str) -> Iterator[Path]:
    """The file of an item's picture, if there is one."""
    names = [f"{name}{ending}" for name in dict.fromkeys((item_id, portable(item_id))) for ending in PICTURES]
    for path in (folder / "images_main" / name for name in names):
        # An id with dots and slashes may point out of the folder.
        if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
            yield path
            return


def _rejection(name: str, verdict: RecordRejected) -> Rejection:
    return Rejection(record_id=name, stage="import", reason=verdict.reason, detail=verdict.message)
