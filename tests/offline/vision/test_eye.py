from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from PIL import Image
from support import COLOURS, catalog

from catalog.settings import ROOT, SHARED
from muse.catalog.rendered import entry
from muse.catalog.settings import CatalogSettings
from muse.catalog.sources import Entry
from muse.catalog.wardrobe.plan import plan
from muse.config import load
from muse.offline.request import BadRequestError
from muse.offline.sight import Sight
from muse.offline.vision import eye, see

PHOTOS = SHARED / "clothing-photos"
DRAWN = 32


@pytest.fixture(scope="module")
def looks() -> list[tuple[Entry, Sight]]:
    """Rendered items that no network was fitted on, and what is seen of them."""
    values = load(folder=ROOT / "config")
    settings = CatalogSettings.model_validate(values["catalog"] | {"source": "rendered", "image_size_px": 384})
    designs = plan(settings.rendered.model_copy(update={"items": 800}), 99)[:DRAWN]
    made = [entry(design, settings, 99) for design in designs]
    return [(one, see(one.image)) for one in made]


def share(right: list[bool]) -> float:
    return sum(right) / len(right)


def test_of_rendered_garments_the_sure_ones_are_right(looks: list[tuple[Entry, Sight]]) -> None:
    right = [(sight.garment == one.truth["garment"], sight.garment_confidence >= 0.5) for one, sight in looks]
    assert share([hit for hit, _ in right]) >= 0.75  # of 74 garments
    assert share([hit for hit, sure in right if sure]) >= 0.85


def test_of_rendered_patterns_the_sure_ones_are_right(looks: list[tuple[Entry, Sight]]) -> None:
    right = [(sight.pattern == one.truth["pattern"], sight.pattern_confidence >= 0.5) for one, sight in looks]
    assert share([hit for hit, _ in right]) >= 0.8  # of 12 patterns
    assert share([hit for hit, sure in right if sure]) >= 0.92


def test_rendered_colours(looks: list[tuple[Entry, Sight]]) -> None:
    true = [{one.truth["colour"], one.truth["second_colour"]} for one, _ in looks]
    assert share([sight.colours[0] in colours for (_, sight), colours in zip(looks, true, strict=True)]) >= 0.9


def test_simple_shapes_have_their_colour(tmp_path: Path) -> None:
    for made, name in zip(catalog(tmp_path, 4), COLOURS, strict=True):
        assert see((tmp_path / made.image).read_bytes()).colours[0] in {name, "charcoal" if name == "black" else name}


def test_file_format_and_size_change_little(looks: list[tuple[Entry, Sight]]) -> None:
    same = []
    for one, sight in looks[:12]:
        data = io.BytesIO()
        Image.open(io.BytesIO(one.image)).resize((512, 512)).save(data, "PNG")
        again = see(data.getvalue())
        same.append(again.colours[0] == sight.colours[0] and again.garment == sight.garment)
    assert share(same) >= 0.8


def test_looks_once_at_the_same_bytes(looks: list[tuple[Entry, Sight]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eye, "decode", lambda data: pytest.fail("looked again"))
    assert see(looks[0][0].image) is looks[0][1]


@pytest.mark.parametrize("size", [(1, 1), (3, 700), (700, 3)])
def test_odd_pictures_get_a_sight(size: tuple[int, int]) -> None:
    data = io.BytesIO()
    Image.new("RGB", size, "teal").save(data, "PNG")
    sight = see(data.getvalue())
    assert sight.colours[0] == "teal"
    assert 0 <= sight.garment_confidence <= 1


def test_no_picture_is_a_bad_request() -> None:
    with pytest.raises(BadRequestError):
        see(b"GIF89a")


@pytest.mark.skipif(not PHOTOS.is_dir(), reason="needs ../shared/data/clothing-photos")
def test_colours_of_photos_agree_with_what_was_named_by_eye() -> None:
    with (ROOT / "benchmarks" / "vision_by_eye.csv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table))[:30]
    found = [see((PHOTOS / "images" / f"{row['item_id']}.jpg").read_bytes()) for row in rows]
    agreed = [sight.colours[0] in row["colours"].split("|") for row, sight in zip(rows, found, strict=True)]
    assert share(agreed) >= 0.75
