from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from catalog.settings import SHARED
from muse.catalog.amazon.files import Problem, files, hub, stream
from muse.catalog.amazon.records import Row, address, product
from muse.catalog.settings import HubSettings
from muse.core.errors import MuseError


def records(count: int) -> list[dict[str, Any]]:
    pictures = {"large": ["http://h/l.jpg"], "hi_res": [None], "variant": ["MAIN"]}
    return [
        {"parent_asin": f"B{n}", "title": f"Dress {n}", "categories": ["C", "D"], "price": "None", "images": pictures}
        for n in range(count)
    ]


def lines(count: int) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records(count))


def ids(found: Iterator[Row | Problem]) -> list[str | None]:
    return [one.head.parent_asin if isinstance(one, Row) else one.reason for one in found]


def test_the_same_records_from_every_format(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines(3))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(lines(3)))
    pq.write_table(pa.Table.from_pylist(records(3)), tmp_path / "c.parquet")
    (tmp_path / "notes.txt").write_text("no records")
    found = [[product(one.source) for one in stream(file) if isinstance(one, Row)] for file in files(tmp_path)]
    assert len(found) == 3
    assert found[0] == found[1] == found[2]
    assert [address(one) for one in found[0]] == ["http://h/l.jpg"] * 3


def test_bad_lines_are_told_with_their_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    bad = [b"{broken", b'{"title": 7}', b"\xff\xfe", b"[]", b"null", b"[" * 100_000, b"", b"  "]
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines(1) + b"\n".join(bad) + b"\n" + lines(1))
    found = list(stream(path))
    problems = [one for one in found if isinstance(one, Problem)]
    assert ids(iter(found)) == ["B0", *["bad-record"] * 6, "B0"]
    assert [problem.where for problem in problems] == [f"{path}:{number}" for number in range(2, 8)]


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.999])
def test_a_gzip_cut_in_the_middle_gives_what_came_before(tmp_path: Path, cut: float) -> None:
    data = gzip.compress(b"".join(json.dumps({**r, "x": hash(r["title"])}).encode() + b"\n" for r in records(5000)))
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(data[: int(len(data) * cut)])
    found = ids(stream(path))
    assert found[-1] == "truncated-file"
    whole = len(found) - 1 - (found[-2] == "bad-record")
    assert found[:whole] == [f"B{n}" for n in range(whole)]
    assert whole > 0


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.parquet"])
def test_an_empty_file_says_so(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    assert ids(stream(tmp_path / name)) == ["empty-file"]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.parquet"])
def test_a_file_that_is_not_what_its_name_says(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"<html>404</html>")
    assert ids(stream(tmp_path / name)) == ["truncated-file"]


def test_a_parquet_cut_in_the_middle(tmp_path: Path) -> None:
    pq.write_table(pa.Table.from_pylist(records(100)), tmp_path / "c.parquet")
    data = (tmp_path / "c.parquet").read_bytes()
    (tmp_path / "c.parquet").write_bytes(data[: len(data) // 2])
    assert ids(stream(tmp_path / "c.parquet")) == ["truncated-file"]


def test_no_file_of_a_known_kind_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a")
    for path in (tmp_path, tmp_path / "x.csv", tmp_path / "none.jsonl"):
        with pytest.raises(MuseError, match=r"no \.jsonl"):
            files(path)


def test_the_hub_way_reads_a_folder_of_its_layout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    (tmp_path / "raw_meta_X").mkdir()
    pq.write_table(pa.Table.from_pylist(records(5)), tmp_path / "raw_meta_X" / "full-00000-of-00001.parquet")
    (tmp_path / "README.md").write_text(
        "---\nconfigs:\n- config_name: raw_meta_X\n  data_files:\n"
        "  - {split: full, path: raw_meta_X/full-*.parquet}\n---\n"
    )
    settings = HubSettings(dataset=str(tmp_path), subset="raw_meta_X", split="full")
    assert ids(hub(settings)) == [f"B{n}" for n in range(5)]
    with pytest.raises(MuseError, match="cannot be read") as error:
        list(hub(settings.model_copy(update={"subset": "raw_meta_Y"})))
    assert "catalog.amazon.path" in str(error.value)


@pytest.mark.skipif(not (SHARED / "amazon-raw").is_dir(), reason="needs ../shared/data/amazon-raw")
def test_real_records() -> None:
    (file,) = files(SHARED / "amazon-raw")
    assert ids(stream(file)) == ["B09X1MRDN6", "B073C4Q7W8", "B00ZQMM6BI"]
