from __future__ import annotations

import pytest
import support
from hypothesis import given
from hypothesis import strategies as st

from muse.profiles.garments import GARMENTS
from muse.profiles.naming import Namer, forms, words

ITEM = support.item(
    0,
    title="Tarn Row Men's Halden Wool Pea Coat",
    store="Tarn Row",
    categories=("Clothing", "Men", "Jackets & Coats", "Wool & Pea Coats"),
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He needs a coat.", "coat"),
        ("He needs COATS, really.", "coats"),
        ("Something by Tarn Row.", "tarn row"),
        ("The men halden wool kind.", "men halden wool"),
        ("A coat-like thing.", "coat-like"),
        ("His coat's lining is torn.", "coat"),
    ],
)
def test_names_are_found(text: str, name: str) -> None:
    assert Namer(ITEM).find(text) == name


@pytest.mark.parametrize("text", ["He wants something warm for winter.", "Hats are out.", "A row of tarns.", ""])
def test_other_words_are_not_names(text: str) -> None:
    assert Namer(ITEM).find(text) is None


def test_words_that_only_say_for_whom_are_allowed() -> None:
    item = support.item(0, title="Kids' Sport Thing", store=None, categories=("Root", "Sport Accessories"))
    assert Namer(item).find("Good for kids and for sport.") is None


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("dresses", "dress"),
        ("blouses", "blouse"),
        ("scarves", "scarf"),
        ("watches", "watch"),
        ("shoes", "shoe"),
        ("panties", "panty"),
    ],
)
def test_forms_include_the_singular(plural: str, one: str) -> None:
    assert one in forms(plural)
    assert forms(one) == {one}


@given(st.sampled_from(sorted(GARMENTS)), st.text(alphabet="abc xyz,.", max_size=20))
def test_a_garment_word_of_the_title_is_never_missed(garment: str, around: str) -> None:
    item = support.item(0, title=f"Fine {garment.title()}", categories=("Root", "Things"), store=None)
    plural = garment if garment.endswith("s") else f"{garment}s"
    assert Namer(item).find(f"{around} {plural} {around}") is not None
    assert Namer(item).find(f"{around} {garment} {around}") is not None


def test_words() -> None:
    assert words("Men's T-Shirts & Tees, 2-Pack") == ["men", "t-shirts", "tees", "2-pack"]
