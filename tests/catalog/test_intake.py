from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muse.catalog.intake import checked_id, clean, image_name, parsed_price, shown_id
from muse.core.errors import RecordRejected


@pytest.mark.parametrize(
    "bad", [None, "", "  ", "../../etc/passwd", "a/b", "a\\b", "..", "a\0b", "a\nb", "x" * 10_000, "\ud800"]
)
def test_ids_that_could_do_harm_are_rejected(bad: object) -> None:
    with pytest.raises(RecordRejected) as verdict:
        checked_id(bad)
    assert verdict.value.reason == "bad-id"
    assert len(verdict.value.message) < 300


@pytest.mark.parametrize("good", ["B09X1MRDN6", "00f6e504-7c27", "платье 1", "a.b", 17])
def test_other_ids_stay_as_they_are(good: object) -> None:
    assert checked_id(good) == str(good)


@given(st.text(), st.text())
def test_unlike_ids_have_unlike_safe_file_names(one: str, two: str) -> None:
    try:
        names = [image_name(checked_id(value)) for value in (one, two)]
    except RecordRejected:
        return
    assert (names[0] == names[1]) == (checked_id(one) == checked_id(two))
    assert all(name.isascii() and not name.startswith(".") and "/" not in name and len(name) < 120 for name in names)


def test_a_quarantined_id_is_short_and_printable() -> None:
    assert shown_id(None, 7) == "row 7"
    assert shown_id("a\0b", 7) == "a b"
    assert shown_id("x" * 10_000, 7) == "row 7 (" + "x" * 40 + "..)"


@given(st.text())
def test_clean_text_is_one_line_that_can_be_written(text: str) -> None:
    cleaned = clean(text)
    assert json.loads(json.dumps(cleaned).encode()) == cleaned == clean(cleaned)
    assert cleaned.encode().decode() == cleaned
    assert not any(ord(char) < 32 for char in cleaned)


def test_clean_keeps_what_titles_are_made_of() -> None:
    for title in (
        "<b>Dress</b> & more",
        "#let x = 1 $a$",
        r"\input{secrets}",
        "=HYPERLINK(1)",
        "👗 Dress",
        "فستان أزرق",
    ):
        assert clean(title) == title
    assert clean("Rain\0 coat\r\n\tred\ud83d") == "Rain coat red"


@pytest.mark.parametrize(
    ("value", "price"),
    [
        ("None", None),
        (None, None),
        ("", None),
        ("31.99", 31.99),
        ("$1,299.00", 1299.0),
        ("from 12.50", 12.5),
        ("12.50 - 40.00", 12.5),
        (48.5, 48.5),
        (0, None),
        (-3.0, None),
        ("-3", None),
        (float("nan"), None),
        (float("inf"), None),
        ("—", None),
        ("1" * 400, None),
    ],
)
def test_prices(value: object, price: float | None) -> None:
    assert parsed_price(value) == price
