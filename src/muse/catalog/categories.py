"""Which categories are kept: a model says whether the tag names clothing, and enough items must bear it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel

from muse.core.records import Item, Record, Rejection
from muse.llm.client import Client
from muse.llm.pool import for_each
from muse.llm.prompt import Prompt


class Tag(BaseModel):
    """What the prompt is given."""

    tag: str


class Clothing(BaseModel):
    """What the model answers."""

    clothing: bool
    why: str


class CategoryVerdict(Record):
    """Whether a category is kept; `count` items bear its tag, `reason` says why it is kept or not."""

    kept: bool
    count: int
    reason: str


IS_CLOTHING = Prompt("is_clothing_tag", Path(__file__).with_name("categories.jinja"), Clothing)


async def kept_categories(client: Client, items: Sequence[Item], min_items: int) -> dict[str, CategoryVerdict]:
    """A verdict on the leaf category of every item, by tag in alphabetical order.

    As in the authors' release, an item bears every tag of its path, so "Sweaters" counts the items under
    "Sweaters > Pullovers" too. Only tags that enough items bear are asked about; a tag on which the model gives no
    usable answer is not kept.
    """
    counts = Counter(tag for item in items for tag in set(item.categories))
    leaves = sorted({item.category for item in items})
    asked = [(tag, tag) for tag in leaves if counts[tag] >= min_items]

    async def ask(tag: str) -> Clothing:
        return await client.ask("describer", IS_CLOTHING, Tag(tag=tag), record=tag)

    answers = await for_each(asked, ask, stage="categories", concurrency=client.settings.concurrency)
    found = {tag: answer for (tag, _), answer in zip(asked, answers, strict=True)}
    return {tag: _verdict(counts[tag], found.get(tag), min_items) for tag in leaves}


def _verdict(count: int, answer: Clothing | Rejection | None, min_items: int) -> CategoryVerdict:
    if answer is None:
        return CategoryVerdict(kept=False, count=count, reason=f"fewer than {min_items} items")
    if isinstance(answer, Rejection):
        return CategoryVerdict(kept=False, count=count, reason=f"no verdict: {answer.detail}")
    return CategoryVerdict(kept=answer.clothing, count=count, reason=answer.why)
