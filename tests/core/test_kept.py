"""Finished records outlive a kill at any byte, and are never taken for those of something else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from muse.core.kept import Kept
from muse.core.records import Record, Rejection


class Number(Record):
    value: float


FIRST, SECOND = Number(value=0.1), Rejection(record_id='b\t"\n', stage="count", reason="even", detail="tab\tand\nline")
USED = Counter({("user", "used", "calls"): 2})


def keep(path: Path, made_of: str = "x") -> Kept[Number]:
    return Kept(path, made_of, Number)


def test_what_was_finished_is_found_again_and_gone_when_the_step_has_ended(tmp_path: Path) -> None:
    path = tmp_path / "work/kept/count-1-of-2.jsonl"
    with pytest.raises(KeyboardInterrupt), keep(path) as kept:
        kept.add("a", FIRST, USED)
        kept.add('b\t"\n', SECOND, Counter())
        raise KeyboardInterrupt
    with keep(path) as kept:
        assert kept.done == {"a": FIRST, 'b\t"\n': SECOND}
        assert kept.answers == USED
    assert not path.exists()


def test_a_kill_at_any_byte_costs_at_most_the_record_being_written(tmp_path: Path) -> None:
    path = tmp_path / "kept.jsonl"
    kept = keep(path)
    kept.add("a", FIRST, USED)
    kept.add('b\t"\n', SECOND, Counter())
    whole = path.read_bytes()
    ends = [at for at, byte in enumerate(whole, 1) if byte == ord("\n")]
    assert len(ends) == 3, "a record is one line"
    for cut in range(len(whole)):
        path.write_bytes(whole[:cut])
        again = keep(path)
        assert len(again.done) == max(0, sum(end <= cut for end in ends) - 1)
        again.add("c", FIRST, USED)
        assert keep(path).done == {**again.done, "c": FIRST}


def test_records_made_of_anything_else_are_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "kept.jsonl"
    keep(path).add("a", FIRST, USED)
    assert keep(path, "y").done == {}
    assert keep(path).done == {}, "they are gone"
