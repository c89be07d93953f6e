"""The template's numbers, and the same PDF for the same source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from muse.core.errors import MuseError
from muse.paper.pdf import compile_paper

ROOT = Path(__file__).parents[2]


def value(expression: str) -> str:
    source = f'#import "/paper/template.typ": *\n#metadata({expression}) <x>'
    return str(json.loads(typst.Compiler(source.encode(), root=str(ROOT)).query("<x>", field="value", one=True)))


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("whole(0)", "0"),
        ("whole(999)", "999"),
        ("whole(83148)", "83,148"),
        ("whole(-1234567)", "−1,234,567"),
        ("decimal(0.5, 3)", "0.500"),
        ("decimal(-0.0449, 2)", "−0.04"),
        ("decimal(12, 0)", "12"),
        ("percent(0.125, places: 1)", "12.5\u202f%"),
        ("word(3)", "three"),
        ("word(0)", "zero"),
        ("word(1300)", "1,300"),
    ],
)
def test_numbers_by_hand(expression: str, text: str) -> None:
    assert value(expression) == text


@settings(max_examples=15, deadline=None)
@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_as_python_writes_them(number: int) -> None:
    assert value(f"whole({number})").replace("−", "-") == f"{number:,}"


def test_same_source_same_pdf_and_a_bad_one_is_named(tmp_path: Path) -> None:
    source = tmp_path / "a.typ"
    source.write_text("#set document(date: none)\nHello *there*.")
    assert compile_paper(source, tmp_path) == compile_paper(source, tmp_path)
    source.write_text("#nothing()")
    with pytest.raises(MuseError, match=r"a\.typ: Typst: .*unknown variable"):
        compile_paper(source, tmp_path)
