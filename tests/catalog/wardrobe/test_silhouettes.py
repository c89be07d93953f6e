"""Every silhouette draws what its details say, within the picture, on a background that it stands out from."""

import numpy as np
import pytest

from muse.catalog.wardrobe import palette, patterns, stage
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.silhouettes import SILHOUETTES

SIZE = 96


def shoot(name, details, colour="red", pattern="plain", second="white"):
    shape, random = SILHOUETTES[name], np.random.default_rng(5)
    main, other = palette.ALL[colour], palette.ALL[second]
    canvas = Canvas(main, other, "cotton", patterns.tile(pattern, main, other, random), random)
    shape.draw(canvas, details)
    shot = stage.frame(canvas, "#e2e3e4", np.random.default_rng(1), standing=shape.standing)
    return np.asarray(stage.photograph(canvas, shot, SIZE), dtype=int)


def first(name):
    return {key: values[0] for key, values in SILHOUETTES[name].options.items()}


def test_there_are_at_least_forty():
    assert len(SILHOUETTES) >= 40


@pytest.mark.parametrize("name", sorted(SILHOUETTES))
def test_each_value_of_each_detail_changes_the_picture(name):
    base = shoot(name, first(name))
    for key, values in SILHOUETTES[name].options.items():
        assert len(values) > 1
        changed = [np.abs(shoot(name, first(name) | {key: value}) - base).max() for value in values[1:]]
        # a detail may show only beside another one (belt loops and the like), but most values must show
        assert max(changed) > 12, key


@pytest.mark.parametrize("name", sorted(SILHOUETTES))
def test_the_piece_fills_the_picture_and_keeps_a_margin(name):
    picture = shoot(name, first(name), colour="blue")
    ground = np.array(palette.rgb("#e2e3e4"))
    different = np.abs(picture - ground).sum(axis=2) > 90
    assert 0.03 < different.mean() < 0.8
    inner = np.zeros_like(different)
    inner[3:-3, 3:-3] = True
    assert different[~inner].mean() < 0.02


@pytest.mark.parametrize("name", ["t-shirt", "dress", "trousers", "coat", "backpack", "sneakers"])
@pytest.mark.parametrize("colour", ["black", "white", "red", "navy", "yellow"])
def test_the_commonest_colour_of_the_piece_is_the_named_one(name, colour):
    picture = shoot(name, first(name), colour=colour)
    ground = np.array(palette.rgb("#e2e3e4"))
    piece = (
        picture[np.abs(picture - ground).sum(axis=2) > 40]
        if colour != "white"
        else picture[20:76, 36:60].reshape(-1, 3)
    )
    codes = {other: np.array(palette.rgb(code)) for other, code in palette.COLOURS.items()}
    near = [min(codes, key=lambda other: np.abs(codes[other] - pixel).sum()) for pixel in piece[::5]]
    alike = {colour, "charcoal"} if colour == "black" else {colour, "grey"} if colour == "white" else {colour}
    assert sum(found in alike for found in near) > 0.4 * len(near)
