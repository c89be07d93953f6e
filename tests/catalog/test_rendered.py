"""The rendered catalog: items with pictures, the same bytes however they are drawn."""

import io

import pytest
from PIL import Image

from muse.catalog import rendered
from muse.catalog.settings import CatalogSettings
from muse.config import load


def settings(items: int) -> CatalogSettings:
    section = load()["catalog"]
    section["rendered"]["items"] = items
    return CatalogSettings.model_validate(section)


@pytest.fixture(scope="module")
def made():
    return list(rendered.entries(settings(24), 11))


def test_items_are_complete_and_in_the_order_of_their_ids(made):
    assert [entry.item.item_id for entry in made] == [f"r{number:06d}" for number in range(24)]
    for entry in made:
        item = entry.item
        assert item.source == "rendered"
        assert item.visual_description == ""
        assert item.categories[0] == "Clothing, Shoes & Jewelry"
        assert item.store and item.store in item.title
        assert item.price and item.price > 2
        assert 1 <= item.description.count(".") <= 5


def test_pictures_are_square_jpegs_of_the_configured_size(made):
    for entry in made:
        with Image.open(io.BytesIO(entry.image)) as picture:
            assert (picture.format, picture.size, picture.mode) == ("JPEG", (384, 384), "RGB")


def test_truth_is_flat_text_with_the_agreed_keys(made):
    for entry in made:
        assert entry.truth is not None
        assert {"garment", "colour", "second_colour", "pattern", "material"} <= entry.truth.keys()
        assert all(isinstance(value, str) for value in entry.truth.values())


def test_the_same_bytes_again(made):
    again = list(rendered.entries(settings(24), 11))
    assert [(entry.item, entry.image) for entry in again] == [(entry.item, entry.image) for entry in made]


def test_another_seed_is_another_catalog(made):
    other = next(iter(rendered.entries(settings(24), 12)))
    assert other.image != made[0].image


def test_worker_processes_change_no_byte(made, monkeypatch):
    monkeypatch.setattr(rendered, "ALONE", 1)
    monkeypatch.setattr(rendered, "cores", lambda: 2)
    assert [entry.image for entry in rendered.entries(settings(24), 11)] == [entry.image for entry in made]
