"""No number is typed into the paper: every one that a reader sees, in digits or in words, is read from a file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from muse.paper.results import MODELS
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


UNITS = "two three four five six seven eight nine ten eleven twelve dozen half third quarter twice thrice"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million"
NUMBER = re.compile(rf"\d|\b({'|'.join((UNITS + ' ' + TENS).split())})(s|ty|teen|fold)?\b", re.IGNORECASE)
GIVEN = re.compile(r"#\s*\d|\b(?:whole|decimal|percent|word|share)\(\s*[\d.]+\s*[,)]|\"[\d.,]+(?: ?%)?\"")


def typed(source: str) -> list[str]:
    """Numbers that a reader sees and that stand in the source, in digits, words or code, each with what is near."""
    text = re.sub(r"\bR(ecall)?1\b", "", prose(source))  # the measure's name, @ escaped
    text = re.sub("|".join(MODELS.values()), "", text)
    code = re.sub(r"//[^\n]*", "", source)
    found = [(text, match) for match in NUMBER.finditer(text)] + [(code, match) for match in GIVEN.finditer(code)]
    return [whole[max(0, match.start() - 30) : match.end() + 30] for whole, match in found]


@pytest.mark.parametrize("source", [SOURCE, SOURCE.with_name("drawn.typ")], ids=lambda path: path.name)
def test_no_number_stands_in_the_prose(source: Path) -> None:
    assert typed(source.read_text()) == []


def test_the_prose_is_read() -> None:
    assert "Every draw comes from a generator" in prose(SOURCE.read_text())
    assert "One way to a model" in prose(SOURCE.with_name("drawn.typ").read_text())


@pytest.mark.parametrize(
    "place", ["A dataset written by agents", "A whole conversation as", "No person has rated", "Real photographs,"]
)
@pytest.mark.parametrize("number", ["83 ", "#whole(83148) ", "#83 ", '#"83" ', "twelve ", "Seventy ", "thousands "])
def test_a_number_typed_into_text_caption_or_condition_is_found(place: str, number: str) -> None:
    source = SOURCE.read_text()
    assert source.count(place) == 1
    assert len(typed(source.replace(place, f"{number}{place}"))) >= 1


@pytest.mark.parametrize("source", [SOURCE, SOURCE.with_name("drawn.typ")], ids=lambda path: path.name)
def test_no_semicolon_is_lost_behind_code(source: Path) -> None:
    assert re.findall(r"[^\n]{0,30}[\])}];(?:\s|$)", source.read_text()) == []  # Typst takes it for the code's end
