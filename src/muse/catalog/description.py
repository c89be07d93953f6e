"""The visual description of an item: a model sees its picture and its title, and says what shows."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from muse.core.errors import RecordRejected
from muse.core.records import Item
from muse.llm.client import Client
from muse.llm.prompt import Prompt


class Shown(BaseModel):
    """What the prompt is told besides the picture."""

    title: str
    category: str


class Description(BaseModel):
    """The answer."""

    model_config = ConfigDict(extra="forbid")

    description: Annotated[str, Field(min_length=1, max_length=1500)]


DESCRIBE = Prompt("describe_item", Path(__file__).with_name("describe.jinja"), Description)


async def describe(client: Client, item: Item, images: Path) -> Item:
    """The item with its `visual_description`. RecordRejected where the picture is missing or no answer fits."""
    picture = images / item.image
    if not picture.is_file():
        raise RecordRejected("no-image", f"no file {item.image} in the image folder")
    answer = await client.ask(
        "describer",
        DESCRIBE,
        Shown(title=item.title, category=item.category),
        record=item.item_id,
        images={"item": picture},
    )
    return item.model_copy(update={"visual_description": " ".join(answer.description.split())})
