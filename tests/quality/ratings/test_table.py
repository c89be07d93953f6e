from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from muse.core.errors import MuseError
from muse.quality.ratings.table import Ratings, read
from muse.quality.settings import ScaleSettings

SCALE = ScaleSettings(lowest=1, highest=5)
HEADER = "item,system,dimension,rater,score\n"


def write(folder: Path, text: str) -> Ratings:
    path = folder / "ratings.csv"
    path.write_text(text, encoding="utf-8")
    return read(path, SCALE, ("natural", "rich"))


def test_a_table_becomes_panels(tmp_path: Path) -> None:
    table = write(tmp_path, HEADER + "i1,A,natural,r1,4\ni1,A,natural,r2,\ni2,A,natural,r2,2\ni1,B,rich,r1,5\n")
    assert table.systems == ["A", "B"]
    assert table.dimensions == ["natural", "rich"]
    panel = table.panel("natural")
    np.testing.assert_array_equal(panel.matrix(), [[4, np.nan], [np.nan, 2]])
    assert [panel.item(unit) for unit in range(2)] == ["i1", "i2"]
    assert table.without(["r1"]).raters == ["r2"]


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ("", "no ratings in it"),
        ("i1,A,natural,r1,6\n", "not a whole score of the scale 1..5"),
        ("i1,A,natural,r1,0\n", "not a whole score of the scale 1..5"),
        ("i1,A,natural,r1,2.5\n", "not a whole score of the scale 1..5"),
        ("i1,A,natural,r1,good\n", "score 'good' is no number"),
        ("i1,A,natural,r1,inf\n", "score 'inf' is no number"),
        ("i1,A,charm,r1,3\n", "unknown dimension"),
        (",A,natural,r1,3\n", "no item"),
        ("i1,A,natural, ,3\n", "no rater"),
        ("i1,A,natural,r1,3\ni1,A,natural,r1,4\n", "the same rater a second time"),
    ],
)
def test_bad_rows_are_refused_with_their_line(tmp_path: Path, rows: str, problem: str) -> None:
    with pytest.raises(MuseError) as error:
        write(tmp_path, HEADER + rows)
    assert problem in error.value.message
    if rows:
        assert str(error.value.where).endswith(f"ratings.csv:{rows.count(chr(10)) + 1}")


@pytest.mark.parametrize("text", ["", "item,score\ni1,3\n", "\x00\x01", 'item,"a\n'])
def test_what_is_no_table_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(MuseError) as error:
        write(tmp_path, text)
    assert error.value.where == tmp_path / "ratings.csv"


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(MuseError, match="no such file"):
        read(tmp_path / "none.csv", SCALE, None)
