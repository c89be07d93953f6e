from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from catalog.settings import catalog
from muse.catalog.amazon.files import Problem
from muse.catalog.amazon.records import Product, Row, row
from muse.catalog.amazon.sample import sample

RULE = catalog(amazon={"filter": {"root": "Clothing", "min_ratings": 2}}).amazon.filter


def made(item_id: str | None, **changes: object) -> Row:
    record = {
        "parent_asin": item_id,
        "title": "A title",
        "categories": ["Clothing", "Women"],
        "images": [{"large": "u"}],
        "rating_number": 5,
    }
    return row({**record, **changes})


def ids(found: list[Product]) -> list[str | None]:
    return [one.parent_asin for one in found]


def test_what_is_left_out_is_counted_with_the_first_of_each_reason() -> None:
    stream = [
        made("ok"),
        made(None),
        made("untitled", title=""),
        made("books", categories=["Books", "Novels"]),
        made("rootonly", categories=["Clothing"]),
        made("unrated", rating_number=1),
        made("pictureless", images=[]),
        made("ok"),
        made("undecodable", details=3),
        Problem("bad-record", "f:9", "oops"),
    ]
    kept, tally = sample(stream, RULE, None, seed=1)
    assert ids(kept) == ["ok"]
    assert tally.read == 10
    assert tally.left_out == {
        "bad-id": 1,
        "no-title": 1,
        "other-category": 2,
        "few-ratings": 1,
        "no-image": 1,
        "duplicate-id": 1,
        "bad-record": 2,
    }
    assert tally.first["other-category"] == "books"
    assert tally.first["bad-id"] == "record 2"


def test_the_sample_depends_on_seed_and_ids_alone() -> None:
    stream = [made(name) for name in "abcde"]
    expected = ids(sample(stream, RULE, 3, seed=1)[0])
    for order in permutations(stream):
        assert ids(sample(order, RULE, 3, seed=1)[0]) == expected
    assert len({tuple(ids(sample(stream, RULE, 3, seed=seed)[0])) for seed in range(20)}) > 5


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=3), max_size=60), st.integers(1, 20))
def test_a_larger_sample_begins_with_the_smaller(names: list[str], count: int) -> None:
    stream = [made(name) for name in names]
    whole = ids(sample(stream, RULE, None, seed=3)[0])
    assert sorted(name or "" for name in whole) == sorted(set(names))
    assert ids(sample(stream, RULE, count, seed=3)[0]) == whole[:count]


def test_every_id_is_as_likely() -> None:
    stream = [made(str(number)) for number in range(10)]
    drawn = [name for seed in range(600) for name in ids(sample(stream, RULE, 3, seed=seed)[0])]
    counts = [drawn.count(str(number)) for number in range(10)]
    assert sum((count - 180) ** 2 / 180 for count in counts) < 27.9  # chi square, 9 degrees, p = .001
