"""Garments to learn from: every silhouette of the wardrobe equally often, beside each one what a shop sells much."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial

import numpy as np

from muse.catalog import images
from muse.catalog.wardrobe import choices
from muse.catalog.wardrobe.design import Design
from muse.catalog.wardrobe.drawing import picture
from muse.catalog.wardrobe.fabrics import FABRICS
from muse.catalog.wardrobe.plan import SKEW, fresh
from muse.catalog.wardrobe.silhouettes import SILHOUETTES
from muse.catalog.wardrobe.taxonomy import Leaf, leaves
from muse.core.seeding import generator

DRAWN_PX = 192
PLAIN = 0.25  # of what can have a pattern: shops sell more of it, but there is less to learn in it
UNSOLD = ("casual", "print", "shirt", "accessory", "sport")  # patterns of what no leaf sells


def drawings(count: int, seed: int) -> Iterator[tuple[bytes, dict[str, str]]]:
    """Encoded pictures and what is true of each."""
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(partial(_drawn, seed=seed), range(count), chunksize=32)


def _drawn(number: int, seed: int) -> tuple[bytes, dict[str, str]]:
    random = generator(seed, "fit-vision", number)
    names = sorted(SILHOUETTES)
    design = _sold(number, random) if number % 2 else _design(names[number // 2 % len(names)], number, random)
    truth = {
        "garment": SILHOUETTES[design.leaf.silhouette].garment,
        "colour": design.colour,
        "second_colour": design.second,
        "pattern": design.pattern,
        **design.details,
    }
    return images.encode(picture(design, seed, DRAWN_PX)), truth


def _sold(number: int, random: np.random.Generator) -> Design:
    """As often as the catalog has it: what is seen most should be seen best."""
    weights = np.array([leaf.weight**SKEW for leaf in leaves()])
    leaf = leaves()[int(random.choice(len(weights), p=weights / weights.sum()))]
    return replace(fresh(leaf, number, random), index=number, family=f"fit-vision#{number}")


def _design(silhouette: str, number: int, random: np.random.Generator) -> Design:
    sold = [leaf for leaf in leaves() if leaf.silhouette == silhouette]
    leaf = sold[int(random.integers(len(sold)))] if sold else _unsold(silhouette, random)
    design = replace(fresh(leaf, number, random), index=number, family=f"fit-vision#{number}")
    able = [name for name in choices.PATTERNS[leaf.patterns] if name != "plain"]
    if not SILHOUETTES[silhouette].print_at:
        able = [name for name in able if name != "graphic print"]
    if not able or random.random() < PLAIN:
        return design
    pattern = able[int(random.integers(len(able)))]
    colour = choices.draw(choices.bases(pattern, leaf.colours), random)
    return replace(design, pattern=pattern, colour=colour, second=choices.second(colour, pattern, random))


def _unsold(silhouette: str, random: np.random.Generator) -> Leaf:
    metal = SILHOUETTES[silhouette].draw.__module__.endswith("jewellery")
    return Leaf(
        path=("", "Women", silhouette),
        silhouette=silhouette,
        noun=silhouette,
        weight=1.0,
        prices=(10.0, 20.0),
        patterns="plain" if metal else str(random.choice(UNSOLD)),
        colours="metal" if metal else "all",
        materials=tuple(sorted(FABRICS)),
        fixed=(),
    )
