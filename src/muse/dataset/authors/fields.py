"""Reading the authors' JSON field by field: what does not fit is named by file and field."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from muse.core.errors import RecordRejected
from muse.core.records import Item, Persona, Rejection

_PERSONA = re.compile(
    r"^'?\s*Name:\s*(?P<name>.*?),\s*Gender:\s*(?P<gender>.*?),\s*Age:\s*(?P<age>\d+)\s*,\s*Profession:\s*(?P<job>.*?)\s*'?$",
    re.DOTALL,
)
ROOT_CATEGORY = "Clothing, Shoes & Jewelry"


@dataclass
class Notes:
    """What an import found odd and how it was read: reported, never silent. `file` is the one being read."""

    file: str = ""
    lines: list[Rejection] = field(default_factory=list)

    def add(self, name: str, reason: str, detail: str) -> None:
        """Something that was read with an assumption, `detail` says which."""
        self.lines.append(Rejection(record_id=f"{self.file}: {name}", stage="import", reason=reason, detail=detail))


def read(path: Path) -> Any:
    """The JSON value of a file. RecordRejected where there is none."""
    try:
        value = json.loads(path.read_text(encoding="utf-8-sig"))
        # JSON may escape half of a surrogate pair, which is no character.
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise RecordRejected("not-unicode", f"{path}: {error}") from None
    except (ValueError, OSError, RecursionError) as error:
        raise RecordRejected("not-json", f"{path}: {error}") from None
    return value


def take(record: Any, name: str, kind: type | tuple[type, ...], where: str) -> Any:
    """A field that must be there with this type."""
    if not isinstance(record, dict):
        raise RecordRejected("not-an-object", f"{where}: expected an object, found {type(record).__name__}")
    if name not in record:
        raise RecordRejected("missing-field", f"{where}: no field {name!r}")
    if not isinstance(record[name], kind) or isinstance(record[name], bool):
        raise RecordRejected("wrong-type", f"{where}: field {name!r} is {type(record[name]).__name__}")
    return record[name]


def identity(value: Any, where: str) -> str:
    """An item's id: a number, a string, or an item with `item_id`."""
    if isinstance(value, dict):
        return identity(take(value, "item_id", (int, str), where), where)
    if isinstance(value, bool) or not isinstance(value, int | str) or value == "":
        raise RecordRejected("wrong-type", f"{where}: {value!r} is no item id")
    return str(value)


def image_id(value: Any, where: str) -> str:
    """The item of a picture: `images_main/123` and `images_main/123.jpg` are both item 123's."""
    text = identity(value, where).removeprefix("images_main/")
    return re.sub(r"\.(jpe?g|png|webp|gif)$", "", text, flags=re.IGNORECASE)


def persona(text: Any, notes: Notes) -> Persona:
    """A persona from the authors' line; a line of another shape becomes the name, so that nothing is lost."""
    match = _PERSONA.match(text) if isinstance(text, str) else None
    if match is None:
        notes.add("Persona", "persona-not-understood", f"{text!r} is kept as the name")
        return Persona(name=str(text or ""), gender="unknown", age=0, profession="")
    gender = match["gender"].lower()
    if gender not in {"male", "female", "unknown"}:
        notes.add("Persona", "gender-not-understood", f"{gender!r} is read as unknown")
        gender = "unknown"
    return Persona(name=match["name"], gender=gender, age=int(match["age"]), profession=match["job"])


def product(record: Any, where: str) -> Item:
    """An item as the authors hold it: any field but `item_id` may be missing, lists may be strings."""
    item_id = identity(record, where)
    if not isinstance(record, dict):
        raise RecordRejected("not-an-object", f"{where}: expected an item, found an id")
    categories = _texts(record.get("categories")) or (ROOT_CATEGORY,)
    details = record.get("details")
    stores = [details.get("Store") if isinstance(details, dict) else None, record.get("store")]
    return Item(
        item_id=item_id,
        title=str(record.get("title") or f"item {item_id}"),
        description="\n".join(_texts(record.get("description"))),
        features=_texts(record.get("features")),
        categories=categories,
        price=_price(record.get("price")),
        store=next((store for store in stores if store and isinstance(store, str)), None),
        image="",
        source="import",
        visual_description=str(record.get("new_description") or ""),
    )


def stub(item_id: str, category: str | None) -> Item:
    """An item of which only the id is known, and perhaps the category."""
    categories = (ROOT_CATEGORY, category) if category else (ROOT_CATEGORY,)
    return product({"item_id": item_id, "categories": list(categories)}, item_id)


def requirements(value: Any) -> tuple[str, ...]:
    """Requirements are one text or a list of texts; the record holds at most two, further lines join the second."""
    lines = [line.strip() for text in _texts(value) for line in text.splitlines() if line.strip()]
    return (lines[0], " ".join(lines[1:])) if len(lines) > 1 else tuple(lines)


def _texts(value: Any) -> tuple[str, ...]:
    if value is None or value == "":
        return ()
    values: Sequence[Any] = value if isinstance(value, list) else [value]
    return tuple(str(each) for each in values if each not in (None, ""))


def _price(value: Any) -> float | None:
    if isinstance(value, bool) or value is None:
        return None
    match = re.search(r"\d+(?:\.\d+)?", str(value).replace(",", ""))
    return float(match[0]) if match else None
