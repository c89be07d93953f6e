"""Times by step: added up over shards and models, and put where the page has their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from muse.artifact.times import Cost, costs, disk, markdown, put, spoken
from muse.core.errors import MuseError

HEADER = "s\th:m:s\tmax_rss\tmax_vms\tmax_uss\tmax_pss\tio_in\tio_out\tmean_load\tcpu_time\n"


def left(path: Path, seconds: str, memory: str, cpu: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + f"{seconds}\t0:00:01\t{memory}\t0\t0\t0\t0\t0\t0\t{cpu}\n")


def test_jobs_of_a_step_are_added_up_whatever_their_files_are_called(tmp_path: Path) -> None:
    left(tmp_path / "converse/1-of-2.tsv", "30", "500", "25")
    left(tmp_path / "converse/2-of-2.tsv", "40", "700", "35.5")
    left(tmp_path / "base-qwen2-vl.tsv", "100", "900", "99")
    left(tmp_path / "base-idefics3.tsv", "100", "800", "99")
    left(tmp_path / "split.tsv", "0.4", "NA", "NA")
    assert costs(tmp_path) == [
        Cost("base", 2, 200, 198, 900), Cost("converse", 2, 70, 60.5, 700), Cost("split", 1, 0.4, 0, 0)
    ]  # fmt: skip


def test_nothing_measured_is_said(tmp_path: Path) -> None:
    with pytest.raises(MuseError, match="no step has left its time here"):
        costs(tmp_path)


def test_the_table_adds_up(tmp_path: Path) -> None:
    (tmp_path / "results").mkdir()
    (tmp_path / "results/a").write_bytes(bytes(3_000_000))
    (tmp_path / "results/b").symlink_to("a")
    short = [Cost("split", 1, 1.4, 0.3, 90), Cost("claims", 1, 0.4, 0.3, 80)]
    text = markdown("smoke", [Cost("base", 2, 200, 198, 900), *short], disk(tmp_path))
    assert "| `base` | 2 | 3 min 20 s | 3 min 18 s | 0.9 GB |" in text
    assert "| 2 steps of less than 2 s | 2 | 2 s | 1 s | 0.1 GB |" in text
    assert "| all | 4 | 3 min 22 s | 3 min 19 s | 0.9 GB |" in text
    assert text.count("GB |") == 3
    assert "| `results` | 3 MB |" in text


@pytest.mark.parametrize(
    ("seconds", "words"), [(59.4, "59 s"), (59.6, "1 min 0 s"), (3599.7, "1 h 0 min"), (7800, "2 h 10 min")]
)
def test_durations_as_a_person_says_them(seconds: float, words: str) -> None:
    assert spoken(seconds) == words


def test_text_goes_between_its_lines_and_nowhere_else() -> None:
    page = "a\n<!-- times full -->\nold\n<!-- /times full -->\n<!-- times smoke -->\n<!-- /times smoke -->\n"
    filled = put("new \\1\n", "times full", page)
    assert filled == page.replace("old", "new \\1")
    assert put("new \\1\n", "times full", filled) == filled
    with pytest.raises(MuseError, match="no lines <!-- times paper -->"):
        put("new", "times paper", page)
