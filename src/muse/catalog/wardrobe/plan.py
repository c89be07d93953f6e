"""The buyer's part: how many items of which leaf, and what each is to look like."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np

from muse.catalog.settings import RenderedSettings
from muse.catalog.wardrobe import choices, words
from muse.catalog.wardrobe.design import Design
from muse.catalog.wardrobe.silhouettes import SILHOUETTES
from muse.catalog.wardrobe.taxonomy import Leaf, leaves
from muse.core.seeding import generator

LEAST = 5  # fewer items, and a category would not be kept (DESIGN.md, catalog)
USUAL = 8  # items a leaf when there are few
SKEW = 1.5  # of the tables' weights, so that the few large categories of a shop are large


def plan(settings: RenderedSettings, seed: int) -> list[Design]:
    """The designs of the catalog by index: leaves interleaved at random, siblings of a family scattered."""
    made: list[Design] = []
    for leaf, count in quotas(settings.items):
        made.extend(assortment(leaf, count, settings.siblings, seed))
    order = generator(seed, "wardrobe", "order").permutation(len(made))
    return [replace(made[place], index=index) for index, place in enumerate(order)]


def quotas(items: int) -> list[tuple[Leaf, int]]:
    """How many items each leaf gets: at least LEAST, the rest in proportion to the weights (largest remainder)."""
    chosen = _widest(min(len(leaves()), max(1, items // USUAL)))
    least = min(LEAST, items // len(chosen))
    weights = np.array([leaf.weight**SKEW for leaf in chosen])
    shares = (items - least * len(chosen)) * weights / weights.sum()
    counts = np.floor(shares).astype(int)
    for place in np.argsort(-(shares - counts), kind="stable")[: items - least * len(chosen) - int(counts.sum())]:
        counts[place] += 1
    return [(leaf, least + int(count)) for leaf, count in zip(chosen, counts, strict=True)]


def _widest(count: int) -> list[Leaf]:
    """`count` leaves that between them show many silhouettes for everyone: heavy ones first, each like one less so."""
    left, kept = list(leaves()), set[tuple[str, ...]]()
    shapes: Counter[str] = Counter()
    audiences: Counter[str] = Counter()
    while left and len(kept) < count:
        best = max(
            left, key=lambda leaf: leaf.weight * 0.2 ** shapes[leaf.silhouette] * 0.92 ** audiences[leaf.audience]
        )
        left.remove(best)
        kept.add(best.path)
        shapes[best.silhouette] += 1
        audiences[best.audience] += 1
    return [leaf for leaf in leaves() if leaf.path in kept]


def assortment(leaf: Leaf, count: int, siblings: float, seed: int) -> list[Design]:
    """`count` designs of a leaf; about the share `siblings` differs from the one before in one visible attribute."""
    random = generator(seed, "wardrobe", "/".join(leaf.path))
    made: list[Design] = []
    looks: set[tuple[str, ...]] = set()
    while len(made) < count:
        again = bool(made) and random.random() < siblings
        design = vary(made[-1], random) if again else fresh(leaf, len(made), random)
        look = (design.family, design.colour, design.second, design.pattern, *design.details.values())
        if look not in looks:  # a sibling of a sibling may come back to where it began
            looks.add(look)
            made.append(design)
    return made


def fresh(leaf: Leaf, number: int, random: np.random.Generator) -> Design:
    """A design of its own."""
    shape = SILHOUETTES[leaf.silhouette]
    fixed = dict(leaf.fixed)
    details = {key: str(random.choice(fixed.get(key, values))) for key, values in shape.options.items()}
    pattern = choices.draw(_patterns(leaf), random)
    colour = choices.draw(choices.bases(pattern, leaf.colours), random)
    low, high = leaf.prices
    price = float(np.floor(low * (high / low) ** random.beta(1.6, 2.2))) + float(random.choice([0.0, 0.5, 0.95, 0.99]))
    line = str(random.choice(words.LINES))
    return Design(
        index=-1,
        leaf=leaf,
        colour=colour,
        second=choices.second(colour, pattern, random),
        pattern=pattern,
        material=str(random.choice(leaf.materials)),
        details=details,
        store=str(random.choice(words.STORES)),
        line=line,
        family=f"{'/'.join(leaf.path)}#{number}",
        price=round(price, 2),
    )


def _patterns(leaf: Leaf) -> dict[str, int]:
    weights = choices.PATTERNS[leaf.patterns]
    printable = SILHOUETTES[leaf.silhouette].print_at is not None
    return {name: weight for name, weight in weights.items() if name != "graphic print" or printable}


def vary(model: Design, random: np.random.Generator) -> Design:
    """A sibling: the same piece but for its colour, its pattern or one detail."""
    leaf, shape, fixed = model.leaf, SILHOUETTES[model.leaf.silhouette], dict(model.leaf.fixed)
    free = [key for key, values in shape.options.items() if len(fixed.get(key, values)) > 1]
    ways = ["colour", "colour", *(["pattern"] if len(_patterns(leaf)) > 1 else []), *(["detail"] if free else [])]
    way = str(random.choice(ways))
    if way == "detail":
        key = str(random.choice(free))
        others = [value for value in fixed.get(key, shape.options[key]) if value != model.details[key]]
        return replace(model, details={**model.details, key: str(random.choice(others))})
    if way == "pattern":
        weights = {name: weight for name, weight in _patterns(leaf).items() if name != model.pattern}
        fitting = {name: w for name, w in weights.items() if model.colour in choices.bases(name, leaf.colours)}
        pattern = choices.draw(fitting or {"plain": 1}, random)
        same = model.second and pattern not in {"plain", "camouflage", "animal print"}
        second = model.second if same else choices.second(model.colour, pattern, random)
        return replace(model, pattern=pattern, second=second)
    usual = {
        name: w
        for name, w in choices.bases(model.pattern, leaf.colours).items()
        if name not in {model.colour, model.second}
    }
    colour = choices.draw(usual, random)
    fits = (
        model.second
        and choices.tell_apart(colour, model.second)
        and model.pattern not in {"camouflage", "animal print"}
    )
    return replace(model, colour=colour, second=model.second if fits else choices.second(colour, model.pattern, random))
