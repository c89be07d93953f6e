from __future__ import annotations

import numpy as np
import pytest

from muse.offline.request import Request
from muse.offline.tasks.categories import is_clothing_tag

WORN = """Dresses|Wrist Watches|Men's Shoes|Loafers & Slip-Ons|Ties, Cummerbunds & Pocket Squares|Outwear|t-shirt
Earrings|Hats & Caps|Women's Handbags|Reading Glasses|Base Layers|Scarves
Pajama Sets|Ballet Flats|Leggings|Cufflinks|Umbrellas|Travel Duffels|Carry-Ons
Hair Clips & Scrunchies|Monk Straps|Pearl Strands|Trunks|Turtlenecks|Bralettes"""
NOT_WORN = """Shoe Care & Accessories|Jewelry Boxes & Organizers|Luggage|Suitcases|Shoe Horns|Watch Repair Kits|Insoles
Shoelaces|Loose Gemstones|Women|Clearance|Novelty|Phone Cases|Toys|Top Brands|Wall Clocks|Bed Pillows|Guitar Straps
Beads & Bead Assortments|Photo Frames|Contact Lenses|Dress Patterns|Hat Racks|Shirt Hangers||***|Watch Winders"""


def says(tag: str) -> bool:
    answer = is_clothing_tag(Request("is_clothing_tag", {"tag": tag}, {}, np.random.default_rng(0)))
    assert answer["why"]
    return bool(answer["clothing"])


@pytest.mark.parametrize("tag", [tag for line in WORN.splitlines() for tag in line.split("|")])
def test_worn_or_carried(tag: str) -> None:
    assert says(tag)


@pytest.mark.parametrize("tag", [tag for line in NOT_WORN.splitlines() for tag in line.split("|")])
def test_not_worn(tag: str) -> None:
    assert not says(tag)
