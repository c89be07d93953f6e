"""What is in stock: quotas, siblings, designs that fit their leaf."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muse.catalog.settings import RenderedSettings, TitleOmits
from muse.catalog.wardrobe import choices, palette
from muse.catalog.wardrobe.fabrics import FABRICS
from muse.catalog.wardrobe.plan import assortment, plan, quotas
from muse.catalog.wardrobe.silhouettes import SILHOUETTES
from muse.catalog.wardrobe.taxonomy import leaves

RENDERED = RenderedSettings(items=400, siblings=0.35, title_omits=TitleOmits(colour=0.5, pattern=0.6, detail=0.7))
UNWOVEN = {
    "freshwater pearl",
    "stainless steel",
    "acetate",
    "gold-plated brass",
    "sterling silver",
    "glass beads",
    "polycarbonate",
}


def test_at_least_two_hundred_leaves_each_with_five_items_and_a_long_tail():
    counts = [count for _, count in quotas(9350)]
    assert len(counts) == len(leaves()) >= 200
    assert sum(counts) == 9350
    assert min(counts) >= 5
    assert max(counts) > 12 * min(counts)


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 12_000))
def test_quotas_add_up_and_no_leaf_is_too_small(items):
    counts = [count for _, count in quotas(items)]
    assert sum(counts) == items
    assert min(counts) >= min(5, items)


def test_a_small_catalog_serves_everyone():
    chosen = [leaf for leaf, _ in quotas(400)]
    assert {"Women", "Men", "Girls", "Boys"} <= {leaf.audience for leaf in chosen}
    assert len({leaf.silhouette for leaf in chosen}) >= 40


@pytest.mark.parametrize("leaf", leaves(), ids=lambda leaf: "/".join(leaf.path[1:]))
def test_a_leaf_names_only_what_there_is(leaf):
    shape = SILHOUETTES[leaf.silhouette]
    for key, values in leaf.fixed:
        assert set(values) <= set(shape.options[key])
    assert set(leaf.materials) <= set(FABRICS) | UNWOVEN
    assert leaf.prices[0] < leaf.prices[1]
    assert set(choices.COLOURS[leaf.colours]) <= set(palette.ALL)


def test_paths_are_unique_and_every_silhouette_is_sold():
    assert len({leaf.path for leaf in leaves()}) == len(leaves())
    assert {leaf.silhouette for leaf in leaves()} == set(SILHOUETTES)


def test_siblings_differ_from_one_of_their_family_in_one_visible_attribute():
    families: dict[str, list] = {}
    for design in plan(RENDERED, 7):
        families.setdefault(design.family, []).append(design)
    large = [members for members in families.values() if len(members) > 1]
    assert 0.25 < sum(len(members) - 1 for members in large) / 400 < 0.45

    def differences(one, two):
        changed = [key for key in one.details if one.details[key] != two.details[key]]
        changed += ["colour"] * (one.colour != two.colour) + ["pattern"] * (one.pattern != two.pattern)
        return changed

    for members in large:
        for member in members:
            others = [other for other in members if other is not member]
            assert min(len(differences(member, other)) for other in others) == 1
            assert {(other.store, other.line, other.price, other.material) for other in members} == {
                (member.store, member.line, member.price, member.material)
            }


def test_a_seed_gives_the_same_stock_and_another_seed_another():
    def key(seed):
        return [(d.item_id, d.leaf.path, d.colour, d.pattern, tuple(d.details.items())) for d in plan(RENDERED, seed)]

    assert key(1) == key(1)
    assert key(1) != key(2)


def test_designs_keep_to_what_their_leaf_allows():
    for leaf in leaves()[::9]:
        for design in assortment(leaf, 12, 0.35, 3):
            for key, values in leaf.fixed:
                assert design.details[key] in values
            assert design.colour in choices.bases(design.pattern, leaf.colours)
            assert (design.second == "") == (design.pattern == "plain")


def test_patterns_are_mixed():
    found = Counter(design.pattern for design in plan(RENDERED, 7))
    assert 0.3 < found["plain"] / 400 < 0.75
    assert len(found) == 12
