"""What replies state, against what is true."""

from __future__ import annotations

import pytest
import support

from muse.finetune.facts import Facts

FACTS = Facts.of(
    {
        "i0": {"colour": "sky blue", "second_colour": "white", "pattern": "polka dots", "garment": "dress"},
        "i1": {"colour": "blue", "pattern": "plain", "garment": "jeans"},
    }
)
DRESS = support.item(0, price=20.0)


def test_statements_are_found_longest_first_and_in_the_plural() -> None:
    said = FACTS.stated("Two sky blue Dresses with polka dots at $1,020.50, not scarlet.")
    assert said == {
        "colour": {"sky blue"},
        "garment": {"dress"},
        "pattern": {"polka dots"},
        "price": {"1020.50"},
    }


def test_words_that_look_like_garments() -> None:
    garments = ["tie", "shorts", "heels", "flats", "watch", "t-shirt"]
    facts = Facts.of({str(n): {"garment": name, "pattern": "tie-dye"} for n, name in enumerate(garments)})
    said = facts.stated("A tie-dye t-shirt with short sleeves and a flat hem; low heel.")
    assert said == {"garment": {"t-shirt"}, "pattern": {"tie-dye"}}
    assert facts.stated("Watches, ties and heels")["garment"] == {"watch", "tie", "heels"}


def test_true_and_false_statements() -> None:
    checked = FACTS.check("A sky blue and white dress for $20.", "A sky blue dress with polka dots.", DRESS)
    # stated: colour, garment, price, all true; the pattern, which the reference states, is missing
    assert checked["stated"] == 3.0
    assert checked["false"] == 0.0
    assert checked["attribute_accuracy"] == pytest.approx(3 / 4)
    assert checked["pattern_accuracy"] == 0.0


def test_one_false_value_makes_the_statement_false() -> None:
    checked = FACTS.check("A sky blue and blue dress.", "A dress.", DRESS)
    assert (checked["colour_accuracy"], checked["garment_accuracy"], checked["false"]) == (0.0, 1.0, 1.0)


def test_what_the_title_names_is_no_falsehood() -> None:
    jeans = support.item(1, title="Denim Dress Jeans")
    assert FACTS.check("These dress jeans.", "Jeans.", jeans)["garment_accuracy"] == 1.0


def test_silence_and_nothing_to_state() -> None:
    assert FACTS.check("Lovely!", "A sky blue dress.", DRESS)["attribute_accuracy"] == 0.0
    assert "attribute_accuracy" not in FACTS.check("Lovely!", "How nice!", DRESS)


def test_unknown_item_is_checked_by_its_price_alone() -> None:
    checked = FACTS.check("A blue dress for $7.", "A red one.", support.item(5, item_id="photo", price=8.0))
    assert checked["false"] == 1.0
    assert checked["stated"] == 1.0
