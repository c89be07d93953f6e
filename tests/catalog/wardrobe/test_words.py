"""Titles, features and descriptions: what is left out is left out everywhere."""

import re

import pytest

from muse.catalog.settings import RenderedSettings, TitleOmits
from muse.catalog.wardrobe import palette, patterns, words
from muse.catalog.wardrobe.plan import plan
from muse.core.seeding import generator

ALL = TitleOmits(colour=1, pattern=1, detail=1)
NONE = TitleOmits(colour=0, pattern=0, detail=0)
DESIGNS = plan(RenderedSettings(items=600, siblings=0.35, title_omits=ALL), 5)


def text(design, omits):
    told = words.told(design, omits, generator(1, "told", design.family))
    parts = (words.title(design, told), words.description(design, told, generator(1, "words", design.family)))
    return " ".join([*parts, *words.features(design, told)])


def test_what_is_left_out_leaks_nowhere():
    for design in DESIGNS:
        # materials and nouns of the leaf may hold a colour word of their own (gold-plated brass)
        own = f"{design.leaf.noun} {design.material}".lower()
        said = f" {text(design, ALL).lower()} "
        for name in (*palette.ALL, *patterns.NAMES):
            if name not in own:
                assert f" {name} " not in said, (design.item_id, name)


def test_siblings_are_told_apart_by_the_picture_alone_where_all_is_left_out():
    families: dict[str, set[str]] = {}
    for design in DESIGNS:
        families.setdefault(design.family, set()).add(text(design, ALL))
    assert all(len(texts) == 1 for texts in families.values())


def test_what_is_told_stands_in_the_title():
    for design in DESIGNS[:200]:
        told = words.told(design, NONE, generator(1, "told", design.family))
        assert design.colour in words.title(design, told).lower()
        if design.pattern != "plain":
            assert design.pattern in words.title(design, told).lower()


@pytest.mark.parametrize("kind", ["colour", "pattern", "detail"])
def test_each_kind_is_left_out_as_often_as_set(kind):
    omits = NONE.model_copy(update={kind: 0.5})
    count = kept = 0
    for design in DESIGNS:
        everything = words.told(design, NONE, generator(1, "told", design.item_id))
        some = words.told(design, omits, generator(1, "told", design.item_id))
        mine = [key for key in everything if (key if key in {"colour", "pattern"} else "detail") == kind]
        count += len(mine)
        kept += sum(key in some for key in mine)
    assert 0.42 < kept / count < 0.58


def test_phrases():
    assert words.phrase("sleeve", "long") == "long sleeve"
    assert words.phrase("sleeve", "sleeveless") == "sleeveless"
    assert words.phrase("neckline", "v-neck") == "v-neck"
    assert words.phrase("pocket", "no pocket") == ""


def test_leather_is_not_for_the_machine():
    leather = [design for design in DESIGNS if design.material == "leather"]
    assert leather
    assert all(words.care(design) == "Wipe with a damp cloth" for design in leather)


def test_no_title_says_a_word_twice_running():
    designs = plan(RenderedSettings(items=9000, siblings=0.35, title_omits=NONE), 20241218)
    titles = [words.title(design, words.told(design, NONE, generator(1, "told", design.family))) for design in designs]
    assert not [title for title in titles if re.search(r"\b(\w+) \1\b", title)]
