from __future__ import annotations

import json
from typing import Any

import pytest

from catalog.settings import SHARED
from muse.catalog.amazon.records import address, item, product, row
from muse.core.errors import RecordRejected

RECORD: dict[str, Any] = {
    "parent_asin": "B01",
    "title": " Linen  dress ",
    "categories": ["Clothing, Shoes & Jewelry", "Women", "Dresses"],
    "features": ["Linen", ""],
    "description": ["Light.", "Airy."],
    "price": "31.99",
    "store": None,
    "details": '{"Department": "womens", "Package Dimensions": "1 x 1"}',
    "images": {"large": ["l1", "l2"], "hi_res": ["h1", None], "thumb": ["t"], "variant": ["PT01", "MAIN"]},
}


def test_an_item_by_hand() -> None:
    made = item(product(RECORD))
    assert made.title == "Linen dress"
    assert made.description == "Light. Airy."
    assert made.features == ("Linen", "Department: womens")
    assert (made.category, made.price, made.store, made.image) == ("Dresses", 31.99, None, "B01.jpg")


@pytest.mark.parametrize(
    ("price", "expected"), [("None", None), (None, None), (48.5, 48.5), (12, 12.0), ("from 9.99", 9.99)]
)
def test_prices_of_every_release(price: Any, expected: float | None) -> None:
    assert item(product({**RECORD, "price": price})).price == expected


@pytest.mark.parametrize("details", [{"Department": "womens"}, '{"Department": "womens"}'])
def test_details_as_text_or_object(details: Any) -> None:
    assert "Department: womens" in item(product({**RECORD, "details": details})).features


@pytest.mark.parametrize("details", ["{broken", "[1]", "null", "", None, {}])
def test_details_that_say_nothing(details: Any) -> None:
    assert item(product({**RECORD, "details": details})).features == ("Linen",)


@pytest.mark.parametrize(
    ("images", "expected"),
    [
        (RECORD["images"], "l2"),
        ([{"large": "a", "variant": "PT01"}, {"large": "b", "hi_res": "c", "variant": "MAIN", "thumb": "t"}], "b"),
        ([{"large": None, "hi_res": "c", "variant": "MAIN"}], "c"),
        ([{"large": None, "hi_res": None, "variant": "MAIN"}, {"large": "d", "variant": "PT01"}], "d"),
        ({"large": ["a"], "hi_res": [], "variant": []}, "a"),
        ({"large": [], "hi_res": [], "variant": []}, None),
        ([], None),
        (None, None),
    ],
)
def test_the_main_picture_in_both_forms(images: Any, expected: str | None) -> None:
    record = {**RECORD, "images": images}
    assert address(product(record)) == expected
    for source in (record, json.dumps(record).encode()):
        assert row(source).head.pictured() == (expected is not None)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"parent_asin": "../x"}, "bad-id"),
        ({"title": "\0 "}, "no-title"),
        ({"categories": [" "]}, "no-category"),
        ({"title": 3}, "bad-record"),
        ({"images": "x"}, "bad-record"),
    ],
)
def test_what_makes_no_item_says_why(change: dict[str, Any], reason: str) -> None:
    with pytest.raises(RecordRejected) as verdict:
        item(product({**RECORD, **change}))
    assert verdict.value.reason == reason


@pytest.mark.skipif(not (SHARED / "muse-original").is_dir(), reason="needs ../shared/data/muse-original")
def test_the_authors_own_items() -> None:
    profiles = json.loads((SHARED / "muse-original" / "user_scenarios.json").read_text(encoding="utf-8"))
    for profile in profiles:
        theirs = profile["target_item"]  # under another id, with a picture already fetched
        made = item(product({**theirs, "parent_asin": theirs["item_id"], "images": None}))
        assert made.item_id.isdigit()
        assert made.title.split() == theirs["title"].split()
        assert made.price == theirs["price"]
        assert made.categories[0] == "Clothing, Shoes & Jewelry"
