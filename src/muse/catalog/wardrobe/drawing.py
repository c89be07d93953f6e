"""From a design to its picture."""

from __future__ import annotations

from PIL import Image

from muse.catalog.wardrobe import motifs, palette, patterns, stage
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.design import Design
from muse.catalog.wardrobe.silhouettes import SILHOUETTES
from muse.core.seeding import generator

# where the neck of what may hang on a hanger is
NECKS = {
    **dict.fromkeys(("t-shirt", "tank top", "polo shirt", "shirt", "blouse", "tunic", "sweater", "cardigan"), 72.0),
    **dict.fromkeys(("sweatshirt", "sweater vest", "blazer", "denim jacket", "bomber jacket", "biker jacket"), 68.0),
    **dict.fromkeys(("waistcoat", "coat", "trench coat", "robe", "nightgown"), 72.0),
    **dict.fromkeys(("dress", "shirt dress", "wrap dress"), 62.0),
    "jumpsuit": 50.0,
    "romper": 56.0,
}
HUNG = 0.3  # share of those that hang
YOUNG = {"Girls": 1.09, "Boys": 1.09, "Baby": 1.16}


def picture(design: Design, seed: int, size: int) -> Image.Image:
    """The product photograph of a design, `size` pixels square, RGB.

    Siblings share a family, hence the draws: only what differs between them differs in the picture.
    """
    shape = SILHOUETTES[design.leaf.silhouette]
    random = generator(seed, "wardrobe-cloth", design.family)
    main, second = palette.ALL[design.colour], palette.ALL.get(design.second, "#ffffff")
    canvas = Canvas(main, second, design.material, patterns.tile(design.pattern, main, second, random), random)
    shape.draw(canvas, design.details)
    if design.pattern == "graphic print" and shape.print_at:
        x, y, radius = shape.print_at
        canvas.raw(f'<g transform="translate({x} {y}) scale({radius})">{motifs.motif(second, random)}</g>')
    taking = generator(seed, "wardrobe-stage", design.item_id)
    if shape.name in NECKS and taking.random() < HUNG and design.details.get("neckline") != "turtleneck":
        stage.hang(canvas, NECKS[shape.name])
    ground = stage.backdrop([main, second] if design.second else [main], taking)
    stretch = YOUNG.get(design.leaf.audience, 1.0) if design.leaf.path[2] == "Clothing" else 1.0
    return stage.photograph(canvas, stage.frame(canvas, ground, taking, standing=shape.standing, stretch=stretch), size)
