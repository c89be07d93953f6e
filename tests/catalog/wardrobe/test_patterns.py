"""Patterns: every name that the offline eye knows, visible in two colours, without a seam."""

import numpy as np
import pytest

from muse.catalog.wardrobe import motifs, patterns
from muse.catalog.wardrobe.stage import _render
from muse.offline import sight

PAPER = '<rect width="384" height="384" fill="#fff"/>'
TILED = [name for name in patterns.NAMES if name not in {"plain", "graphic print"}]


def test_the_names_are_those_of_the_eye():
    for name in patterns.NAMES:
        assert f'"{name}"' in (sight.Sight.__doc__ or "")
    assert len(patterns.NAMES) == 12


def cloth(name, seed):
    tile = patterns.tile(name, "#ffffff", "#000000", np.random.default_rng(seed))
    size = f'width="{tile.width}" height="{tile.height}" patternUnits="userSpaceOnUse"'
    fill = f'<pattern id="p" {size}>{tile.content}</pattern>'
    drawn = _render(f"<defs>{fill}</defs>{PAPER}{PAPER.replace('#fff', 'url(#p)')}", 128)
    return np.asarray(drawn.convert("L"), dtype=float)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", TILED)
def test_both_colours_cover_a_good_part(name, seed):
    grey = cloth(name, seed)
    assert 0.05 < (grey < 90).mean() < 0.9
    assert (grey > 165).mean() > 0.05


def test_stripes_run_as_their_name_says():
    for name, axis in (("horizontal stripes", 1), ("vertical stripes", 0)):
        grey = cloth(name, 0)
        assert grey.std(axis=axis).max() < 8 < grey.std(axis=1 - axis).min()


@pytest.mark.parametrize("name", ["floral", "camouflage", "animal print"])
def test_a_tile_repeats_without_a_seam(name):
    tile = patterns.tile(name, "#ffffff", "#000000", np.random.default_rng(2))
    size = tile.width
    drawn = _render(f'{PAPER}<g transform="scale({384 / size})">{tile.content}</g>', 192)
    one = np.asarray(drawn.convert("L"), dtype=float)
    inside = np.abs(np.diff(one, axis=0)).mean()
    assert np.abs(one[0] - one[-1]).mean() < 3 * inside + 6


@pytest.mark.parametrize("seed", range(12))
def test_a_printed_motif_stays_in_its_circle(seed):
    motif = motifs.motif("#000", np.random.default_rng(seed))
    drawn = _render(f'<g transform="translate(192 192) scale(90)">{motif}</g>', 128)
    y, x = np.nonzero(np.asarray(drawn.getchannel("A")))
    assert len(x) > 100
    assert np.hypot(x - 64, y - 64).max() < 1.43 * 90 / 384 * 128
