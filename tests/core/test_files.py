"""Atomic writes, and readers that say where it is wrong."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import item

from muse.core.errors import MuseError
from muse.core.files import read_json, read_jsonl, replacing, sha256_tree, write_json, write_jsonl, write_text
from muse.core.records import Item


def test_records_come_back_as_they_were(tmp_path: Path) -> None:
    made = [item(0), item(1, title='<script>"ü"\u2028</script>', price=None)]
    write_jsonl(tmp_path / "a" / "items.jsonl", made)
    assert read_jsonl(tmp_path / "a" / "items.jsonl", Item) == made


@given(st.text())
def test_any_title_survives_the_file(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    path = tmp_path_factory.mktemp("jsonl") / "x.jsonl"
    made = item(0, title="".join(c for c in title if not 0xD800 <= ord(c) <= 0xDFFF))
    write_jsonl(path, [made, made])
    assert read_jsonl(path, Item) == [made, made]


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl"
    write_jsonl(path, [item(0)])
    broken = json.loads(item(1).model_dump_json()) | {"price": "None"}
    path.write_text(path.read_text() + json.dumps(broken) + "\n")
    with pytest.raises(MuseError, match=r"items\.jsonl:2: not a Item: price"):
        read_jsonl(path, Item)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MuseError, match="no such file"):
        read_jsonl(tmp_path / "none.jsonl", Item)
    with pytest.raises(MuseError, match="no such file"):
        read_json(tmp_path / "none.json")


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    write_text(path, "old")
    with pytest.raises(RuntimeError), replacing(path) as temporary:
        temporary.write_text("half of the new")
        raise RuntimeError
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    for content in ("one", "two"):
        with replacing(tmp_path / "out") as folder:
            folder.mkdir()
            (folder / content).write_text(content)
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["two"]


def test_json_refuses_nan(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="JSON"):
        write_json(tmp_path / "x.json", {"mean": float("nan")})
    assert not (tmp_path / "x.json").exists()


def test_tree_digest_sees_names_and_contents(tmp_path: Path) -> None:
    def digest(**files: str) -> str:
        folder = tmp_path / "-".join(f"{k}{v}" for k, v in files.items())
        for name, text in files.items():
            write_text(folder / name, text)
        return sha256_tree(folder)

    assert digest(a="1", b="2") != digest(a="2", b="1")
    assert digest(x="1") != digest(y="1")


def test_a_full_disk_is_one_clear_line_and_leaves_the_old_file(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a disk can only be mounted by root")
    try:
        write_text(disk / "a.txt", "old")
        with pytest.raises(MuseError, match=r"disk/a.txt: cannot be written: No space left on device \(free"):
            write_text(disk / "a.txt", "new" * 100_000)
        assert [path.read_text() for path in disk.iterdir()] == ["old"]
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with pytest.raises(MuseError, match=r"disk/a.txt: cannot be written: Read-only file system \(its disk is"):
            write_text(disk / "a.txt", "new")
    finally:
        subprocess.run(["umount", str(disk)], check=True)
