"""The paper, from results to PDF: every byte the same for the same results, and no other."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from muse.paper.pdf import compile_paper

pytestmark = pytest.mark.slow


def test_another_folder_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(made, other)
    for name, form in [("pipeline", "pdf"), ("pipeline", "png"), ("conversation", "svg"), ("conversation", "pdf")]:
        again = compile_paper(other / f"paper/figures/{name}.typ", other, form)
        assert again == (made / f"results/figures/{name}.{form}").read_bytes()
    assert compile_paper(other / "paper/main.typ", other) == (made / "results/paper.pdf").read_bytes()


def test_a_changed_number_changes_the_paper(made: Path) -> None:
    before = (made / "results/paper.pdf").read_bytes()
    place = made / "results/dataset/statistics.json"
    kept = place.read_text()
    place.write_text(json.dumps(json.loads(kept) | {"catalog": {"items": 41, "categories": 4}}))
    after = compile_paper(made / "paper/main.typ", made)
    place.write_text(kept)
    assert after != before
    assert compile_paper(made / "paper/main.typ", made) == before


@pytest.mark.parametrize(
    ("file", "changes"),
    [
        ("quality/fed.json", {"available": False}),
        ("quality/ratings.json", {"source": "human"}),
        ("dataset/statistics.json", {"scripted": 0, "writers": {"real/model": 10}}),
    ],
)
def test_it_can_be_set_without_fed_with_people_as_raters_and_with_other_writers(
    made: Path, file: str, changes: dict[str, object]
) -> None:
    place = made / "results" / file
    kept = place.read_text()
    place.write_text(json.dumps(json.loads(kept) | changes))
    try:
        assert compile_paper(made / "paper/main.typ", made).startswith(b"%PDF")
    finally:
        place.write_text(kept)
