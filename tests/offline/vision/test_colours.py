from __future__ import annotations

import numpy as np
import pytest

from muse.offline.vision.colours import NAMES, PALETTE, name_colours, shares
from muse.offline.vision.pixels import Picture, to_lab

WHOLE = np.ones((48, 48), bool)


def cloth(*codes: str) -> Picture:
    """96 x 96 pixels, in equal bands of the colours given as #rrggbb."""
    bands = np.array_split(np.zeros((96, 96, 3), np.uint8), len(codes))
    for band, code in zip(bands, codes, strict=True):
        band[:] = [int(code[i : i + 2], 16) for i in (1, 3, 5)]
    rgb = np.concatenate(bands)
    return Picture(rgb, to_lab(rgb))


def chances(**named: float) -> dict[str, float]:
    return {name.replace("none", ""): chance for name, chance in named.items()}


@pytest.mark.parametrize("name", NAMES)
def test_every_named_colour_is_itself(name: str) -> None:
    assert shares(cloth(PALETTE[name]), WHOLE, metals=True)[NAMES.index(name)] == 1.0


@pytest.mark.parametrize(
    ("metal", "cloths"), [("gold", {"mustard"}), ("silver", {"grey"}), ("rose gold", {"pink", "tan"})]
)
def test_cloth_is_of_no_metal(metal: str, cloths: set[str]) -> None:
    assert NAMES[int(shares(cloth(PALETTE[metal]), WHOLE, metals=False).argmax())] in cloths


@pytest.mark.parametrize(
    ("code", "name"),
    [("#000080", "navy"), ("#ff0000", "red"), ("#808000", "olive"), ("#ffffff", "white"), ("#008000", "green"),
     ("#ffa500", "orange"), ("#000000", "black"), ("#808080", "grey"), ("#ffc0cb", "pink"), ("#800080", "purple")],
)  # fmt: skip
def test_web_colours_of_the_same_name(code: str, name: str) -> None:
    assert NAMES[int(shares(cloth(code), WHOLE, metals=False).argmax())] == name


def test_shares_are_areas() -> None:
    found = shares(cloth(PALETTE["red"], PALETTE["red"], PALETTE["white"]), WHOLE, metals=False)
    assert found.sum() == pytest.approx(1)
    assert found[NAMES.index("red")] == pytest.approx(2 / 3, abs=0.03)


def test_area_decides_where_the_network_has_no_idea() -> None:
    area = shares(cloth(*[PALETTE["teal"]] * 3, *[PALETTE["beige"]] * 2), WHOLE, metals=False)
    assert name_colours(area, {}, {}, 0.5)[0] == ("teal", "beige")


def test_a_network_that_is_sure_decides_between_equal_areas() -> None:
    area = shares(cloth(PALETTE["mint"], PALETTE["brown"]), WHOLE, metals=False)
    names, sure = name_colours(area, chances(brown=0.99), chances(mint=0.99), 0.5)
    assert names == ("brown", "mint")
    assert sure > 0.9


def test_one_colour_where_there_is_no_second() -> None:
    area = shares(cloth(PALETTE["red"], PALETTE["coral"]), WHOLE, metals=False)
    assert len(name_colours(area, chances(red=0.9), chances(none=0.9), 0.5)[0]) == 1


def test_what_may_be_either_of_two_is_not_sure_and_no_second_colour() -> None:
    area = shares(cloth(PALETTE["teal"], PALETTE["turquoise"], PALETTE["sky blue"]), WHOLE, metals=False)
    names, sure = name_colours(area, {}, {}, 0.5)
    assert len(names) == 1
    assert sure < 0.5
