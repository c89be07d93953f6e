from __future__ import annotations

import re

import pytest

from muse.catalog.wardrobe.silhouettes import SILHOUETTES
from muse.offline.vision.details import spoken


@pytest.mark.parametrize(
    ("head", "answer", "words"),
    [
        ("sleeve", "three-quarter", "three-quarter sleeves"),
        ("sleeve", "sleeveless", "no sleeves"),
        ("neckline", "v-neck", "V neckline"),
        ("pocket", "chest pocket", "chest pocket"),
        ("waist", "drawstring waist", "drawstring waist"),
        ("heel", "block", "block heel"),
        ("closure", "laces", "lace-up closure"),
        ("strap", "brown leather", "brown leather strap"),
    ],
)
def test_value_and_name_read_as_english(head: str, answer: str, words: str) -> None:
    assert [f"{value} {name}" for name, value in spoken({head: answer}).items()] == [words]


@pytest.mark.parametrize("said", [{"pocket": "no pocket"}, {"hem": "plain hem"}, {"sleeve": ""}, {"garment": "dress"}])
def test_what_is_not_there_is_not_told(said: dict[str, str]) -> None:
    assert spoken(said) == {}


def test_every_detail_of_the_wardrobe_can_be_spoken() -> None:
    """No word twice ("zip zip"), nothing but words."""
    for shape in SILHOUETTES.values():
        for head, values in shape.options.items():
            for value in values:
                for name, told in spoken({head: value}).items():
                    words = f"{told} {name}".split()
                    assert len(set(words)) == len(words), (shape.name, head, value)
                    assert all(re.fullmatch(r"[A-Za-z-]+", word) for word in words), (shape.name, head, value)
