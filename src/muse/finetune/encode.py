"""Examples as what a processor takes: a picture, a prompt and a completion."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

from muse.catalog.images import load
from muse.core.errors import MuseError, RecordRejected
from muse.core.records import Item
from muse.finetune.records import Example, Task, Utterance
from muse.finetune.wishes import sentences

log = logging.getLogger(__name__)
REQUEST: dict[Task, str] = {
    "recommend": "What did the shopper say?",
    "respond": "What does the assistant say next?",
    "look": "What does the picture show?",
    "describe": "Describe the product.",
    "chat": "What does the assistant say next?",
}
_WITH_DIALOGUE = {"respond", "chat"}
BLANK_GREY = (128, 128, 128)


@dataclass
class Shelf:
    """The catalog as the models see it: items, and pictures scaled to a square of `image_px` and kept in memory.

    `blank` shows a grey square in place of every picture, `titles=False` leaves every title out: the ablations.
    """

    catalog: Mapping[str, Item]
    images: Path
    image_px: int
    blank: bool = False
    titles: bool = True
    _kept: dict[str, Image.Image] = field(default_factory=dict)

    def picture(self, item_id: str) -> Image.Image:
        """The item's picture on a white square, or the grey square. A missing or bad file is a MuseError."""
        if self.blank:
            return Image.new("RGB", (self.image_px, self.image_px), BLANK_GREY)
        if item_id not in self._kept:
            file = self.images / self.catalog[item_id].image
            try:
                picture = load(file, self.image_px)
            except (RecordRejected, OSError) as error:
                raise MuseError(
                    f"no usable picture: {error}", where=file, remedy="run the rule catalog again"
                ) from None
            square = Image.new("RGB", (self.image_px, self.image_px), "white")
            square.paste(picture, ((self.image_px - picture.width) // 2, (self.image_px - picture.height) // 2))
            self._kept[item_id] = square
        return self._kept[item_id]

    def check(self, item_ids: Iterable[str]) -> None:
        """Every item is in the catalog and its picture's file is there, or a MuseError that names the first."""
        wanted = sorted(set(item_ids))
        unknown = [item_id for item_id in wanted if item_id not in self.catalog]
        if unknown:
            raise MuseError(f"{len(unknown)} items are not in the catalog, as {unknown[0]}", remedy="run rule examples")
        missing = [file for item_id in wanted if not (file := self.images / self.catalog[item_id].image).is_file()]
        if missing:
            raise MuseError(
                f"{len(missing)} of {len(wanted)} pictures are missing", where=missing[0], remedy="run rule catalog"
            )

    def label(self, item_id: str, task: Task) -> str:
        """What is written beside the picture."""
        item = self.catalog[item_id]
        if not self.titles or task == "look":
            return ""
        if task in _WITH_DIALOGUE and item.price is not None:
            return f"{item.title}, ${item.price:.2f}"
        return item.title


def prompt(example: Example, label: str, dialogue: tuple[Utterance, ...]) -> str:
    """The text of the user's message."""
    said = [f"{past.speaker}: {past.text}" for past in dialogue]
    return "\n".join([part for part in (*said, label) if part] + [REQUEST[example.task]])


@dataclass(frozen=True)
class Rows:
    """Rows made when they are asked for: how long each one is (bytes will do), and a function from place to row."""

    sizes: Sequence[int]
    row: Callable[[int], dict[str, Any]]


@dataclass
class Encoder:
    """Turns an example about an item into a row for the trainer, within the context.

    `length` counts the tokens of a text, `frame_tokens` those of a picture and the chat's frame. Where a row would be
    longer than `context_tokens` the oldest utterances are left out, and where a shopper's wishes are longer than
    `query_tokens` their first sentences; `shortened` holds the ids of those examples.
    """

    shelf: Shelf
    length: Callable[[str], int]
    frame_tokens: int
    context_tokens: int
    query_tokens: int
    dialogue_turns: int
    shortened: set[str] = field(default_factory=set)

    def row(self, example: Example, item_id: str | None = None) -> dict[str, Any]:
        """prompt, completion (chat messages) and images (one picture) of an example, or of another candidate's."""
        shown = item_id or example.item_id
        text = self.completion(example)
        label = self.shelf.label(shown, example.task)
        return {
            "prompt": [{"role": "user", "content": self._fit(example, label, self.length(text))}],
            "completion": [{"role": "assistant", "content": text}],
            "images": [self.shelf.picture(shown)],
        }

    def rows(self, examples: Sequence[Example]) -> Rows:
        """The examples' rows, made when the trainer asks for them."""
        sizes = [
            len(prompt(example, self.shelf.label(example.item_id, example.task), self._recent(example)) + example.text)
            for example in examples
        ]
        return Rows(sizes, lambda place: self.row(examples[place]))

    def check(self, examples: Sequence[Example]) -> None:
        """Before hours are spent: pictures are there and every example fits the context, or a MuseError.

        A token is a byte at least, so only long texts are counted in tokens.
        """
        self.shelf.check(item_id for example in examples for item_id in (example.item_id, *example.candidates))
        for example in examples:
            label = self.shelf.label(example.item_id, example.task)
            said = len(example.text.encode())
            whole = said + len(prompt(example, label, self._recent(example)).encode()) + self.frame_tokens
            if whole > self.context_tokens or (example.task == "recommend" and said > self.query_tokens):
                self._fit(example, label, self.length(self.completion(example)))
        if self.shortened:
            log.warning("%d of %d examples lose their oldest utterances or wishes", len(self.shortened), len(examples))

    def completion(self, example: Example) -> str:
        """What is to be said. For a recommendation: the shopper's wishes, the last ones where they are too long."""
        if example.task != "recommend":
            return example.text
        said = sentences(example.text)
        while len(said) > 1 and self.length(" ".join(said)) > self.query_tokens:
            said = said[1:]
            self.shortened.add(example.example_id)
        return " ".join(said)

    def _fit(self, example: Example, label: str, taken: int) -> str:
        """The prompt with as many of the last utterances as the context takes."""
        dialogue = self._recent(example)
        while self.frame_tokens + taken + self.length(text := prompt(example, label, dialogue)) > self.context_tokens:
            if not dialogue:
                raise MuseError(
                    f"longer than the context of {self.context_tokens} tokens",
                    where=f"example {example.example_id}",
                    remedy="raise finetune.context_tokens",
                )
            dialogue = dialogue[1:]
            self.shortened.add(example.example_id)
        return text

    def _recent(self, example: Example) -> tuple[Utterance, ...]:
        return example.dialogue[-self.dialogue_turns :] if example.task in _WITH_DIALOGUE else ()
