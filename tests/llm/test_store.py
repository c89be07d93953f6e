"""The store: a kill at any byte, many writers, one packed form."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muse.core.errors import MuseError
from muse.llm.store import Answer, Store


def answer(number: int, text: str = "yes") -> Answer:
    key = f"{number:064x}"
    return Answer(key=key, request={"n": number}, text=text, prompt_tokens=3, completion_tokens=1, cost_usd=0.25)


def test_what_was_put_is_found_again_by_another_process(tmp_path: Path) -> None:
    first = Store(tmp_path)
    first.put(answer(1, 'two\nlines, "quotes", ü'))
    assert first.get(answer(1).key) == Store(tmp_path).get(answer(1).key) == answer(1, 'two\nlines, "quotes", ü')
    assert Store(tmp_path).get("0" * 64) is None
    assert Store(tmp_path).cost_usd == 0.25


@given(cut=st.integers(0, 10_000))
def test_a_segment_cut_at_any_byte_keeps_every_whole_answer(tmp_path_factory: pytest.TempPathFactory, cut: int) -> None:
    folder = tmp_path_factory.mktemp("store")
    store = Store(folder)
    for number in range(5):
        store.put(answer(number))
    (segment,) = folder.glob("*.jsonl")
    data = segment.read_bytes()
    cut %= len(data) + 1
    segment.write_bytes(data[:cut])
    whole = data[:cut].count(b"\n")
    again = Store(folder)
    assert len(again) == whole
    assert again.torn == (0 if data[:cut].endswith(b"\n") or cut == 0 else 1)
    again.put(answer(9))
    assert len(Store(folder)) == whole + 1


def test_a_flipped_byte_is_no_answer(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(answer(1))
    (segment,) = tmp_path.glob("*.jsonl")
    segment.write_bytes(segment.read_bytes().replace(b"yes", b"yea"))
    assert Store(tmp_path).get(answer(1).key) is None
    assert Store(tmp_path).torn == 1


def _write_forever(folder: Path, first: int) -> None:
    store = Store(folder)
    for number in range(first, first + 1_000_000):
        store.put(answer(number))


def test_writers_killed_at_once_lose_at_most_a_line_each(tmp_path: Path) -> None:
    writers = [multiprocessing.Process(target=_write_forever, args=(tmp_path, n * 10**6)) for n in range(3)]
    for writer in writers:
        writer.start()
    while len(list(tmp_path.glob("*.jsonl"))) < 3:
        time.sleep(0.01)
    time.sleep(0.1)
    for writer in writers:
        os.kill(writer.pid or 0, signal.SIGKILL)
        writer.join()
    found = Store(tmp_path)
    assert found.torn <= 3
    assert len(found) > 3
    for number in range(3):
        mine = sorted(int(a.key, 16) for a in found.answers() if int(a.key, 16) // 10**6 == number)
        assert mine == list(range(number * 10**6, number * 10**6 + len(mine)))


def test_no_half_line_is_left_where_there_is_no_room(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(answer(1))
    (segment,) = tmp_path.glob("*.jsonl")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (segment.stat().st_size + 20, before[1]))
    try:
        with pytest.raises(MuseError, match="make room"):
            store.put(answer(2))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    store.put(answer(3))
    again = Store(tmp_path)
    assert (again.torn, list(again.answers())) == (0, [answer(1), answer(3)])
    assert store.get(answer(3).key) == answer(3)


def test_packing_depends_on_the_answers_alone(tmp_path: Path) -> None:
    for name, order in (("a", [1, 2, 3]), ("b", [3, 1, 2])):
        for number in order:
            Store(tmp_path / name).put(answer(number))  # a segment each
        Store(tmp_path / name).pack(tmp_path / f"{name}.gz")
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()
    taken = Store(tmp_path / "c")
    assert taken.unpack(tmp_path / "a.gz") == 3
    assert taken.unpack(tmp_path / "a.gz") == 0
    assert list(Store(tmp_path / "c").answers()) == [answer(1), answer(2), answer(3)]


def test_a_damaged_packed_file_is_named(tmp_path: Path) -> None:
    Store(tmp_path / "a").put(answer(1))
    Store(tmp_path / "a").pack(tmp_path / "a.gz")
    (tmp_path / "a.gz").write_bytes((tmp_path / "a.gz").read_bytes()[:40])
    with pytest.raises(MuseError, match=r"a\.gz"):
        Store(tmp_path / "b").unpack(tmp_path / "a.gz")
