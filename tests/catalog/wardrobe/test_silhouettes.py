"""Every silhouette draws what its details say, within the picture, on a background that it stands out from."""

from collections import Counter

import numpy as np
import pytest

from muse.catalog.wardrobe import palette, patterns, stage
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.silhouettes import SILHOUETTES

SIZE = 128


def shoot(name, details, colour="red"):
    shape, random = SILHOUETTES[name], np.random.default_rng(5)
    main = palette.ALL[colour]
    canvas = Canvas(main, "#ffffff", "cotton", patterns.tile("plain", main, "#ffffff", random), random)
    shape.draw(canvas, details)
    shot = stage.frame(canvas, ground(colour), np.random.default_rng(1), standing=shape.standing)
    return np.asarray(stage.photograph(canvas, shot, SIZE), dtype=int)


def ground(colour):
    return stage.backdrop([palette.ALL[colour]], np.random.default_rng(2))


def first(name):
    return {key: values[0] for key, values in SILHOUETTES[name].options.items()}


def from_ground(picture, colour):
    return np.abs(picture - np.array(palette.rgb(ground(colour)))).sum(axis=2)


def test_there_are_at_least_forty():
    assert len(SILHOUETTES) >= 40


@pytest.mark.parametrize("name", sorted(SILHOUETTES))
def test_each_detail_changes_the_picture(name):
    base = shoot(name, first(name))
    for key, values in SILHOUETTES[name].options.items():
        assert len(values) > 1
        # one value of a detail may show only beside a certain other detail, but not all of them
        assert max(np.abs(shoot(name, first(name) | {key: value}) - base).max() for value in values[1:]) > 12, key


@pytest.mark.parametrize("name", sorted(SILHOUETTES))
def test_the_piece_fills_the_picture_and_keeps_a_margin(name):
    different = from_ground(shoot(name, first(name), colour="blue"), "blue") > 90
    assert 0.03 < different.mean() < 0.8
    margin = np.ones_like(different)
    margin[3:-3, 3:-3] = False
    assert different[margin].mean() < 0.02


@pytest.mark.parametrize("name", ["t-shirt", "dress", "trousers", "coat", "backpack", "knee boots"])
@pytest.mark.parametrize("colour", ["black", "white", "red", "navy", "yellow"])
def test_the_commonest_colour_of_the_piece_is_the_named_one(name, colour):
    picture = shoot(name, first(name), colour=colour)
    piece = picture[from_ground(picture, colour) > 60]
    near = Counter(
        min(palette.COLOURS, key=lambda other: palette.distance(palette.COLOURS[other], palette.code(tuple(pixel))))
        for pixel in piece[::5]
    )
    assert near.most_common(1)[0][0] == colour
