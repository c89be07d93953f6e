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


def test_no_digit_stands_in_the_prose() -> None:
    text = prose(SOURCE.read_text())
    assert "Every conversation here is a scripted program" in text
    typed = re.findall(r"[^\n]{0,30}\d[^\n]{0,30}", text.replace("Recall1", ""))  # the measure's name, @ escaped
    assert typed == []
