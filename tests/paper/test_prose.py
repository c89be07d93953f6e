"""No number is typed into the paper: every digit a reader sees is read from a file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from paper.prose import prose

SOURCE = Path(__file__).parents[2] / "paper/main.typ"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("We have 7 #whole(stats.n7) items.", "We have 7  items."),
        ('#let x = json("/a1.json")\nSome @fig-1 text <tab-2> // 5 comments\n', "Some "),
        ('#figure(image("a1.svg"), caption: [n = 5 of #f(1)]) end', "n = 5 of  end"),
        ("#if x == 1 [one 1] else [two 2] rest", "one 1two 2 rest"),
    ],
)
def test_prose_of_known_sources(source: str, text: str) -> None:
    found = prose(source)
    assert re.findall(r"\d+", found) == re.findall(r"\d+", text)
    for word in re.findall(r"[a-z]{4,}", text):
        assert word in found


def typed(source: str) -> list[str]:
    """Digits that a reader sees and that stand in the source, each with what is about it."""
    text = prose(source).replace("Recall1", "")  # the measure's name, @ escaped
    return re.findall(r"[^\n]{0,30}\d[^\n]{0,30}", text)


def test_no_digit_stands_in_the_prose() -> None:
    source = SOURCE.read_text()
    assert "Every draw comes from a generator" in prose(source)
    assert typed(source) == []


@pytest.mark.parametrize(
    "place", ["A dataset written by agents", "One whole conversation as", "No person has rated", "Real photographs,"]
)
def test_a_digit_typed_into_text_caption_or_condition_is_found(place: str) -> None:
    source = SOURCE.read_text()
    assert source.count(place) == 1
    assert len(typed(source.replace(place, f"83 {place}"))) == 1
