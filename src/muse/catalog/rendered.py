"""The rendered catalog: items whose pictures are drawn by code, the artifact's embedded default."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from muse.catalog import images
from muse.catalog.settings import CatalogSettings
from muse.catalog.sources import Entry
from muse.catalog.wardrobe import words
from muse.catalog.wardrobe.design import Design
from muse.catalog.wardrobe.drawing import picture
from muse.catalog.wardrobe.plan import plan
from muse.catalog.wardrobe.silhouettes import SILHOUETTES
from muse.core.records import Item
from muse.core.seeding import generator

ALONE = 64  # below this many items starting worker processes takes longer than drawing


def entries(settings: CatalogSettings, seed: int) -> Iterator[Entry]:
    """All items in the order of their ids, drawn on all cores: their number changes no byte."""
    designs = plan(settings.rendered, seed)
    draw = partial(entry, settings=settings, seed=seed)
    workers = cores()
    if len(designs) < ALONE or workers == 1:
        yield from map(draw, designs)
        return
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(draw, designs, chunksize=16)


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def entry(design: Design, settings: CatalogSettings, seed: int) -> Entry:
    """One item with its picture and what is true of it."""
    # siblings leave out the same, so that often only the picture tells them apart
    told = words.told(design, settings.rendered.title_omits, generator(seed, "wardrobe-told", design.family))
    random = generator(seed, "wardrobe-words", design.family)
    item = Item(
        item_id=design.item_id,
        title=words.title(design, told),
        description=words.description(design, told, random),
        features=words.features(design, told),
        categories=design.leaf.path,
        price=design.price,
        store=design.store,
        image=f"{design.item_id}.jpg",
        source="rendered",
    )
    truth = {
        "garment": SILHOUETTES[design.leaf.silhouette].garment,
        "colour": design.colour,
        "second_colour": design.second,
        "pattern": design.pattern,
        "material": design.material,
        **design.details,
    }
    return Entry(item, images.encode(picture(design, seed, settings.image_size_px)), truth)
