"""Colours that can be told apart."""

from itertools import combinations

import pytest

from muse.catalog.wardrobe import choices, palette


def test_at_least_twenty_named_colours_are_pairwise_apart():
    assert len(palette.COLOURS) >= 20
    close = [
        (one, two)
        for one, two in combinations(palette.COLOURS, 2)
        if palette.distance(palette.COLOURS[one], palette.COLOURS[two]) < 70
    ]
    assert close == []


def test_distance_of_black_and_white():
    # redmean: sqrt((2 + 127.5/256) + 4 + (2 + 127.5/256 - 1/256 + ..)) * 255; black to white is about 765
    assert palette.distance("#000000", "#ffffff") == pytest.approx(764.8, abs=1)


def test_darker_keeps_the_ratio_of_the_channels():
    assert palette.darker("#804020", 0.5) == "#402010"


@pytest.mark.parametrize("pattern", [name for name in choices.PATTERNS["print"] if name != "plain"])
def test_a_second_colour_stands_out_from_the_first(pattern):
    import numpy as np

    random = np.random.default_rng(3)
    for colour in palette.COLOURS:
        other = choices.second(colour, pattern, random)
        assert palette.distance(palette.ALL[colour], palette.ALL[other]) > 125, (colour, other)
